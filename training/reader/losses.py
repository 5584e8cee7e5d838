"""What the reader is punished for: each head over the wordpieces that its source annotates."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.reader.batches import Batch
from training.reader.labels import CHOICES, SETS, slices
from training.reader.samples import SOME

_SLICES = slices()
_WEIGHTS = {"kind": 1.0, "type": 1.5, "cue": 0.7, "modality": 0.7, "mode": 0.4}
_LESSER = 0.2
_PER_POSITIVE = frozenset({"kind", "type", "cue"})
_SET_WEIGHT = 0.4
_ROLE_WEIGHT = 1.5


def loss(logits: Tensor, roles: Tensor, batch: Batch) -> Tensor:
    """Return the sum of the heads' losses; logits batch × tokens × labels, roles batch × roles × anchor × token."""
    total = logits.new_zeros(())
    flat = logits.float().flatten(0, 1)
    for name in CHOICES:
        target = batch.labels[name].flatten()
        value = _choice(flat[:, _SLICES[name]], target, per_positive=name in _PER_POSITIVE)
        total = total + _WEIGHTS.get(name, _LESSER) * value
    for name in SETS:
        total = total + _SET_WEIGHT * _set(flat[:, _SLICES[name]], batch.sets[name])
    return total + _ROLE_WEIGHT * _roles(roles.float(), batch)


def _choice(logits: Tensor, target: Tensor, *, per_positive: bool) -> Tensor:
    """Cross entropy, by the number of labels that are not "none" where nearly all are; "some" counts as not none."""
    known, some = target >= 0, target == SOME
    total = logits.new_zeros(())
    if bool(known.any()):
        total = total + functional.cross_entropy(logits[known], target[known], reduction="sum")
    if bool(some.any()):
        chances = logits[some].log_softmax(-1)
        total = total - torch.log1p(-chances[:, 0].exp().clamp(max=1 - 1e-5)).sum()
    rest = (known & (target > 0)) | some if per_positive else known | some
    return total / (rest.sum() + 4.0)


def _set(logits: Tensor, told: tuple[Tensor, Tensor]) -> Tensor:
    places, target = told
    if not len(places):
        return logits.new_zeros(())
    return functional.binary_cross_entropy_with_logits(logits[places], target)


def _roles(scores: Tensor, batch: Batch) -> Tensor:
    where, target, known = batch.roles
    if not len(where):
        return scores.new_zeros(())
    found = scores[where[:, 0], where[:, 2], where[:, 1]]
    each = functional.binary_cross_entropy_with_logits(found, target, reduction="none") * known
    return each.sum() / len(where)
