"""The training loop: epochs over mixed sources, AdamW, warm-up and linear decay."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn

from training.reader.batches import Batch, batches
from training.reader.losses import loss
from training.reader.network import Reader
from training.reader.packing import packed_samples
from training.reader.samples import Sample

PACKED = 0.6
"""The share of the corpus's windows that hold several passages."""


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of training: epochs, learning rate, and the share of each source in an epoch (above 1: repeated)."""

    name: str
    epochs: int
    rate: float
    shares: dict[str, float]
    tokens: int = 2048


def train(model: Reader, sources: Mapping[str, Sequence[Sample]], phase: Phase, *, seed: int = 7) -> None:
    """Train a reader in place; progress goes to stderr."""
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    torch.manual_seed(seed)
    device = next(model.parameters()).device
    model.encoder.words.weight.requires_grad_(False)
    optimizer = torch.optim.AdamW(_groups(model, phase.rate), weight_decay=0.01)
    steps = _steps(sources, phase)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (0.08 * steps + 1), max(0.02, 1 - n / steps))
    )
    model.train()
    done, begun = 0, time.monotonic()
    for epoch in range(phase.epochs):
        total = 0.0
        drawn = _drawn(sources, phase.shares, chance)
        for n, batch in enumerate(batches(drawn, phase.tokens, chance), 1):
            total += _step(model, batch, optimizer, device)
            schedule.step()
            done += 1
            if done % 50 == 0:
                left = (time.monotonic() - begun) / done * max(0, steps - done) / 60
                where = f"{phase.name} epoch {epoch + 1}/{phase.epochs} step {done}/{steps}"
                print(f"{where} loss {total / n:.3f} {left:.1f} min left", file=sys.stderr, flush=True)


def _steps(sources: Mapping[str, Sequence[Sample]], phase: Phase) -> int:
    tokens = sum(sum(len(s.ids) for s in sources[n]) * share for n, share in phase.shares.items())
    return int(phase.epochs * tokens * 1.08 / phase.tokens) + 1


def _groups(model: Reader, rate: float) -> list[dict[str, object]]:
    """The heads learn faster than the encoder, which knows English already."""
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    return [{"params": encoder, "lr": rate}, {"params": heads, "lr": rate * 4}]


def _drawn(sources: Mapping[str, Sequence[Sample]], shares: dict[str, float], chance: random.Random) -> list[Sample]:
    out: list[Sample] = []
    for name, share in shares.items():
        samples = sources[name]
        if name == "corpus":
            samples = packed_samples(samples, PACKED, chance)
        out.extend(list(samples) * int(share))
        out.extend(chance.sample(list(samples), int(len(samples) * (share % 1))))
    return out


def _step(model: Reader, batch: Batch, optimizer: torch.optim.Optimizer, device: torch.device) -> float:
    batch = batch.to(device)
    with torch.autocast(device.type, dtype=torch.bfloat16):
        logits, roles = model(batch.ids, batch.mask)
    value = loss(logits, roles, batch)
    optimizer.zero_grad(set_to_none=True)
    value.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return float(value.detach())


def save(model: Reader, path: Path) -> None:
    """Write the weights as safetensors."""
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({k: v.contiguous() for k, v in model.state_dict().items()}, path)


def load(path: Path) -> Reader:
    """Return a reader with the weights of a file."""
    model = Reader()
    stored = load_file(path)
    own = model.state_dict()
    for name, value in stored.items():
        if own[name].shape == value.shape:
            own[name] = value
        else:  # weights from before a role was added: the new one starts afresh
            own[name][: value.shape[0]] = value
    model.load_state_dict(own)
    return model
