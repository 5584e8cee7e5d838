"""The linker's weights: how likely two claims tell one act, from what they have in common."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from legation.models.lock import checked, locked

_FILE = "linker.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linker:
    """A logistic regression over named features.

    From ``same`` on two claims are judged one, from ``unsure`` on it is left to a person; ``join`` is the mean
    score from which groups of claims are joined.  ``common`` are words (cut to six letters) that say little, as
    many reports have them.
    """

    label: str
    bias: float
    weights: Mapping[str, float]
    same: float
    unsure: float
    join: float
    common: frozenset[str] = frozenset()

    def score(self, features: Mapping[str, float]) -> float:
        """Return the chance, from 0 to 1, that two claims with these features tell one act."""
        total = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-max(-40.0, min(40.0, total))))


@cache
def linker() -> Linker:
    """Return the locked linker; raises ModelError where its file is missing or another."""
    lock = locked("linker")
    raw = json.loads(checked(lock, _FILE))
    return Linker(
        label=lock.label,
        bias=raw["bias"],
        weights=raw["weights"],
        same=raw["same"],
        unsure=raw["unsure"],
        join=raw["join"],
        common=frozenset(raw["common"].split()),
    )
