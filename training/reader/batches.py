"""Batches of windows of like length, padded, as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.reader.labels import CHOICES, ROLES, SETS
from training.reader.samples import IGNORE, Sample


@dataclass(slots=True)
class Batch:
    """Wordpieces and mask (batch × tokens), labels a head, sets (places, targets), roles (places, targets, known)."""

    ids: Tensor
    mask: Tensor
    labels: dict[str, Tensor]
    sets: dict[str, tuple[Tensor, Tensor]]
    roles: tuple[Tensor, Tensor, Tensor]

    def to(self, device: torch.device) -> Batch:
        """Return the batch on a device."""
        return Batch(
            self.ids.to(device),
            self.mask.to(device),
            {k: v.to(device) for k, v in self.labels.items()},
            {k: (a.to(device), b.to(device)) for k, (a, b) in self.sets.items()},
            (self.roles[0].to(device), self.roles[1].to(device), self.roles[2].to(device)),
        )


def batches(samples: Sequence[Sample], tokens: int, chance: random.Random) -> Iterator[Batch]:
    """Yield the samples once, in batches of up to ``tokens`` wordpieces with padding."""
    order = sorted(range(len(samples)), key=lambda i: (len(samples[i].ids) // 8, chance.random()))
    groups: list[list[Sample]] = [[]]
    for i in order:
        sample = samples[i]
        if groups[-1] and (len(groups[-1]) + 1) * max(len(sample.ids), len(groups[-1][-1].ids)) > tokens:
            groups.append([])
        groups[-1].append(sample)
    chance.shuffle(groups)
    yield from (_batch(g) for g in groups if g)


def _batch(group: list[Sample]) -> Batch:
    length = max(len(s.ids) for s in group)

    def padded(rows: list[list[int]], fill: int) -> Tensor:
        return torch.tensor([r + [fill] * (length - len(r)) for r in rows])

    ids = padded([s.ids for s in group], 0)
    mask = padded([[1] * len(s.ids) for s in group], 0)
    labels = {name: padded([s.labels[name] for s in group], IGNORE) for name in CHOICES}
    sets = {name: _set(group, name, length) for name in SETS}
    return Batch(ids, mask, labels, sets, _roles(group, length))


def _set(group: list[Sample], name: str, length: int) -> tuple[Tensor, Tensor]:
    places: list[int] = []
    rows: list[list[float]] = []
    for n, sample in enumerate(group):
        for i, chosen in sample.sets.get(name, {}).items():
            places.append(n * length + i)
            rows.append([float(label in chosen) for label in SETS[name]])
    return torch.tensor(places, dtype=torch.long), torch.tensor(rows, dtype=torch.float32)


def _roles(group: list[Sample], length: int) -> tuple[Tensor, Tensor, Tensor]:
    where: list[tuple[int, int, int]] = []
    target: list[list[float]] = []
    known: list[list[float]] = []
    for n, sample in enumerate(group):
        real = [1.0] * len(sample.ids) + [0.0] * (length - len(sample.ids))
        for anchor in sample.anchors:
            for role, places in anchor.roles.items():
                row = [0.0] * length
                for i in places:
                    row[i] = 1.0
                where.append((n, anchor.at, ROLES.index(role)))
                target.append(row)
                known.append(_asked(real, anchor.among.get(role)))
    return torch.tensor(where).reshape(-1, 3), torch.tensor(target), torch.tensor(known)


def _asked(real: list[float], among: list[int] | None) -> list[float]:
    if among is None:
        return real
    row = [0.0] * len(real)
    for i in among:
        row[i] = 2.0  # few places, each worth more
    return row
