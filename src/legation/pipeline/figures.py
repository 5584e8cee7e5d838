"""What an evaluation says: figures with their names, how many items each rests on, and which way is better."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

LOWER_IS_BETTER = frozenset({"false_alarms", "forbidden", "calibration_error"})
"""Figures that count what should not be there; all others are shares that should rise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The figures of one set: its name, the number of its items, the digest of its files."""

    name: str
    items: int
    figures: Mapping[str, float] = field(default_factory=dict)
    sha256: str | None = None


def ratio(part: float, whole: float) -> float:
    """Return a share, 0 where there is nothing to have a share of."""
    return part / whole if whole else 0.0


def harmonic(precision: float, recall: float) -> float:
    """Return the harmonic mean of two shares: F1."""
    return ratio(2 * precision * recall, precision + recall)


def worse(name: str, value: float, floor: float) -> bool:
    """Tell whether a figure has fallen behind its floor (risen above it, where lower is better)."""
    return value > floor if name in LOWER_IS_BETTER else value < floor


def names(scores: Iterable[Score]) -> list[str]:
    """Return the names of all figures, in the order in which they first occur."""
    return list(dict.fromkeys(name for score in scores for name in score.figures))
