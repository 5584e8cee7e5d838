"""A relation on a day: the brief, what stands as a board, acts over time, whose word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.analysis import Month, months
from legation.pipeline.briefing import brief_of
from legation.pipeline.standing import standings
from legation.records import Kind
from legation.records.briefs import Brief
from legation.records.points import EventPoint
from legation.records.standings import Standing
from legation.store import ClaimQuery, Order, Record

_MOST_POINTS = 1500
MOST = 150
"""The board rests on so many of the latest claims of each kind; ``legation standing`` leaves nothing out."""
_BOARD = (Kind.AGREEMENT, Kind.BODY, Kind.COMMITMENT, Kind.MEMBERSHIP, Kind.MEETING)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """All that the page of a relation shows, as known on ``as_of``; ``days`` are the first and last of the record.

    ``points`` are the acts between the two, the latest 1,500; ``months`` sums of all of those.
    """

    brief: Brief
    as_of: str
    days: tuple[str, str]
    standings: tuple[Standing, ...]
    points: tuple[EventPoint, ...]
    months: tuple[Month, ...]

    def of(self, kind: str) -> list[Standing]:
        """Return the standings of a kind, the latest first."""
        return sorted((s for s in self.standings if s.kind == kind), key=lambda s: s.since or "", reverse=True)

    @property
    def overdue(self) -> list[Standing]:
        """The promises whose day has passed without evidence that they were kept."""
        return [each for each in self.standings if each.details.get("deadline") == "overdue"]

    @property
    def contested(self) -> list[Standing]:
        """What reports contradict each other in."""
        return [each for each in self.standings if each.contested]


def relation_view(
    record: Record,
    parties: tuple[str, str],
    as_of: str,
    *,
    recorded_by: str | None = None,
    pages: int | None = 1,
    kinds: Sequence[Kind] = _BOARD,
) -> RelationView:
    """Return what is known of two parties (codes) on a day; ``pages`` as in ``brief_of``."""
    latest = ClaimQuery(
        parties=parties, as_of=as_of, recorded_by=recorded_by, order=Order.LATEST, limit=_MOST_POINTS
    )
    found = tuple(record.points(latest))
    return RelationView(
        brief=brief_of(record, parties, as_of, recorded_by=recorded_by, pages=pages),
        as_of=as_of,
        days=record.span() or (as_of, as_of),
        standings=tuple(standings(record, parties, as_of, kinds=kinds, recorded_by=recorded_by, most=MOST)),
        points=found,
        months=tuple(months(found)),
    )
