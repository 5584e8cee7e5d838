"""Indices of a relation: cooperation, conflict and their balance by month; alignment towards poles.

Every number carries its formula, and the claims that it is made of can be listed by the month and parties.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from legation.records.points import EventPoint

COUNTED = frozenset({"asserted", "ongoing"})
"""Modalities that count as done: what is announced, conditional, denied or recalled is left out."""

BALANCE = (
    "For each month: the sum of intensities (PLOVER, -10 to +10) of acts between the two that are told as done or "
    "under way, each act of a report counted once a day and type; cooperation sums those above zero, conflict those "
    "below, the balance is their sum."
)
ALIGNMENT = (
    "For each year: (cooperation with the pole + conflict with it, which is negative) divided by the same sum without "
    "signs; +1 where all acts are cooperation, -1 where all are conflict, none where there is no act."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month ("2025-01") of a pair: sums of intensity (points of PLOVER's scale) and the number of acts."""

    month: str
    cooperation: float
    conflict: float
    acts: int

    @property
    def balance(self) -> float:
        """Cooperation plus conflict, which is negative."""
        return round(self.cooperation + self.conflict, 1)


def months(points: Iterable[EventPoint]) -> list[Month]:
    """Return the months that have acts, in order; see BALANCE for the formula."""
    by_month: dict[str, list[EventPoint]] = {}
    for point in _once(points):
        by_month.setdefault(point.day[:7], []).append(point)
    return [_summed(month, by_month[month]) for month in sorted(by_month)]


def alignment(points: Iterable[EventPoint]) -> Mapping[str, float]:
    """Return year -> how far acts between a state and a pole are cooperation (+1) or conflict (-1).

    See ALIGNMENT for the formula; years without acts are missing.
    """
    by_year: dict[str, list[EventPoint]] = {}
    for point in _once(points):
        by_year.setdefault(point.day[:4], []).append(point)
    out = {}
    for year in sorted(by_year):
        weight = sum(abs(point.intensity) for point in by_year[year])
        if weight:
            out[year] = round(sum(point.intensity for point in by_year[year]) / weight, 2)
    return out


def _once(points: Iterable[EventPoint]) -> list[EventPoint]:
    kept: dict[tuple[str, str, str, str | None], EventPoint] = {}
    for point in points:
        if point.modality in COUNTED:
            kept.setdefault((point.report, point.day, point.type, point.mode), point)
    return list(kept.values())


def _summed(month: str, points: Sequence[EventPoint]) -> Month:
    return Month(
        month=month,
        cooperation=round(sum(p.intensity for p in points if p.intensity > 0), 1),
        conflict=round(sum(p.intensity for p in points if p.intensity < 0), 1),
        acts=len(points),
    )
