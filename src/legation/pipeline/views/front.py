"""What changed since a day: new claims that matter, standings that moved, what is contested, what is overdue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legation.consolidation import tellings
from legation.consolidation.tellings import Telling
from legation.pipeline.actors import actor_name
from legation.pipeline.knowing import known_of
from legation.pipeline.standing import standings
from legation.records import Kind
from legation.records.standings import Standing
from legation.store import ClaimQuery, Order, Record

_MOST, _MOST_FOLLOWED = 150, 60
_SPANS = (7, 30, 90, 365)
_ENOUGH = 6
_DOUBTFUL = 0.1
_WEIGHTS = {
    Kind.AGREEMENT: 3.0, Kind.COMMITMENT: 2.5, Kind.MEMBERSHIP: 3.0, Kind.BODY: 2.5,
    Kind.RELATION: 1.5, Kind.MEETING: 1.5, Kind.EVENT: 1.0, Kind.STATEMENT: 0.8,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A relation that is followed: codes, names, what moved in it since the day, what is overdue in it."""

    a: str
    b: str
    title: str
    moved: tuple[Standing, ...]
    overdue: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """What changed from ``since`` to ``until`` (ISO 8601 days, by publication); ``busiest``: pairs with claims."""

    since: str
    until: str
    news: tuple[Telling, ...]
    contested: tuple[Telling, ...]
    followed: tuple[Followed, ...]
    busiest: tuple[tuple[str, str, int], ...]
    counts: dict[str, int]
    waiting: int


def front_view(record: Record, followed: Sequence[str], *, since: str | None = None) -> FrontView:
    """Return what changed since a day; ``followed`` as "ARM-USA".

    Without a day: the week before the last report, or the month, quarter or year where little is told in it.
    """
    days = record.span()
    until = days[1] if days else date.today().isoformat()  # noqa: DTZ011 - the user's own day
    pairs = tuple(record.busiest())
    wanted = list(followed) or [f"{a}-{b}" for a, b, _ in pairs[:3]]
    since, told = _told(record, since, until)
    return FrontView(
        since=since,
        until=until,
        news=tuple(sorted(told, key=_worth, reverse=True)[:20]),
        contested=tuple(each for each in told if each.disputes)[:10],
        followed=tuple(_followed(record, pair, since, until) for pair in wanted[:8]),
        busiest=pairs,
        counts=record.counts(),
        waiting=len(record.desk.waiting(limit=100)),
    )


def _told(record: Record, since: str | None, until: str) -> tuple[str, list[Telling]]:
    if since is not None:
        return since, _news(record, since, until)
    told: list[Telling] = []
    for days in _SPANS:
        since = (date.fromisoformat(until) - timedelta(days=days)).isoformat()
        told = _news(record, since, until)
        if len(told) >= _ENOUGH:
            break
    return since or until, told


def _news(record: Record, since: str, until: str) -> list[Telling]:
    query = ClaimQuery(date_from=since, as_of=until, order=Order.LATEST, limit=_MOST)
    found = record.claims(query)
    claims = [c for c in found if since <= (c.report.published_on or until) and c.confidence >= _DOUBTFUL]
    return list(tellings(claims, known_of(record, claims)))


def _worth(telling: Telling) -> tuple[float, str]:
    lead = telling.lead
    hard = 1.0 if lead.event and lead.event.quad_class == 4 else 0.0
    weight = (_WEIGHTS[lead.kind] + hard) * (0.2 + lead.confidence) + 0.5 * (len(telling.origins) - 1)
    return round(weight, 2), telling.day


def _followed(record: Record, pair: str, since: str, until: str) -> Followed:
    a, _, b = pair.partition("-")
    found = standings(record, (a, b), until, most=_MOST_FOLLOWED)
    return Followed(
        a=a,
        b=b,
        title=f"{actor_name(a)} and {actor_name(b)}",
        moved=tuple(_moved(found, since)),
        overdue=tuple(each for each in found if each.details.get("deadline") == "overdue"),
    )


def _moved(found: Sequence[Standing], since: str) -> Iterator[Standing]:
    for each in sorted(found, key=lambda s: s.since or "", reverse=True):
        if each.claims and each.since and each.since >= since[: len(each.since)]:
            yield each
