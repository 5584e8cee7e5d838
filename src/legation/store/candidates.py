"""What a linker compares: readings that no linker has seen, and the claims that may tell the same acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, case, func, or_, select

from legation.records import Claim, Modality, Report
from legation.store.insertion import insert_new
from legation.store.marks import alike
from legation.store.moments import writing_moment
from legation.store.queries import find_report, load
from legation.store.tables import claim_parties, claims, linkings, readings, reports

_LONGEST = 370  # an act that is dated by its year only lies so many days before what it may be told again as
_MOST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    """A reading to be linked: its number, its report, the claims that it says now.

    ``beside`` are claims of the same report that other readings say.
    """

    reading: int
    report: Report
    claims: tuple[Claim, ...]
    beside: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Where a claim's tellings may be: codes, first and last day; ``recalling``: days after it that may recall it."""

    codes: tuple[str, ...]
    kind: str
    event_type: str | None
    first: date
    last: date
    recalling: int


def unlinked(connection: Connection, linker: str, limit: int, report: str | None = None) -> list[Unlinked]:
    """Return readings that a linker (name and version) has not compared with the rest, the first recorded first."""
    wanted = (
        select(readings.c.pk, readings.c.report, reports.c.id)
        .join(reports, readings.c.report == reports.c.pk)
        .outerjoin(linkings, _linked_by(linker))
        .where(linkings.c.reading.is_(None))
    )
    if report is not None:
        wanted = wanted.where(reports.c.id == report)
    out = []
    for row in connection.execute(wanted.order_by(readings.c.pk).limit(limit)):
        current = (claims.c.report == row.report, claims.c.superseded_at.is_(None))
        mine = select(claims.c.pk).where(claims.c.reading == row.pk, *current).order_by(claims.c.pk)
        others = select(claims.c.pk).where(claims.c.reading != row.pk, *current).order_by(claims.c.pk)
        found, beside = (tuple(item.claim for item in load(connection, each)) for each in (mine, others))
        out.append(Unlinked(reading=row.pk, report=find_report(connection, row.id), claims=found, beside=beside))
    return out


def unlinked_count(connection: Connection, linker: str) -> int:
    """Return how many readings a linker has not seen."""
    joined = readings.outerjoin(linkings, _linked_by(linker))
    return connection.scalar(select(func.count()).select_from(joined).where(linkings.c.reading.is_(None))) or 0


def _linked_by(linker: str) -> ColumnElement[bool]:
    return (linkings.c.reading == readings.c.pk) & (linkings.c.linker == linker)


def claims_of(connection: Connection, reading: int) -> list[str]:
    """Return the ids of the claims of a reading."""
    return list(connection.scalars(select(claims.c.id).where(claims.c.reading == reading)))


def mark_linked(connection: Connection, reading: int, linker: str) -> None:
    """Record that a reading has been compared with the rest."""
    insert_new(connection, linkings, {"reading": reading, "linker": linker, "recorded_at": writing_moment(connection)})


def near(connection: Connection, reaches: Sequence[Reach], leave: str) -> list[list[Claim]]:
    """Return, for each reach, current claims of other reports than ``leave`` in it, the likeliest first, at most 120.

    A claim that several reaches meet is built once.
    """
    met = [[row.pk for row in connection.execute(_near(reach, leave))] for reach in reaches]
    numbers = select(claims.c.pk).where(claims.c.pk.in_({pk for pks in met for pk in pks}))
    built = {item.pk: item.claim for item in load(connection, numbers)} if any(met) else {}
    return [[built[pk] for pk in pks] for pks in met]


def _near(reach: Reach, leave: str) -> Select[tuple[int]]:
    party, claim = claim_parties, claims
    begins, ends = reach.first.toordinal(), reach.last.toordinal()
    first = date.fromordinal(max(1, begins - _LONGEST)).isoformat()
    last = date.fromordinal(min(date.max.toordinal(), ends + reach.recalling)).isoformat()
    until = date.fromordinal(min(date.max.toordinal(), ends)).isoformat()
    from_ = reach.first.isoformat()
    recalls = or_(claim.c.when_start.is_(None), claim.c.modality == Modality.HISTORICAL.value)
    shared = func.count().label("shared")
    alike_in_kind = case((claim.c.kind == reach.kind, 1), (claim.c.event_type == reach.event_type, 1), else_=0)
    distance = func.min(case((party.c.day < from_, 1), (party.c.day > until, 1), else_=0))
    return (
        select(claim.c.pk)
        .join(party, party.c.claim == claim.c.pk)
        .join(reports, claim.c.report == reports.c.pk)
        .where(
            party.c.code.in_(reach.codes),
            party.c.day >= first,
            party.c.day <= last,
            or_(party.c.last_day.is_(None), party.c.last_day >= from_, recalls),
            or_(party.c.day <= until, recalls),
            claim.c.superseded_at.is_(None),
            reports.c.id != leave,
        )
        .group_by(claim.c.pk, claim.c.kind, claim.c.event_type)
        .order_by(distance, alike_in_kind.desc(), shared.desc(), claim.c.pk)
        .limit(_MOST)
    )


def alike_reports(connection: Connection, report: str) -> list[Report]:
    """Return reports, with their texts, that share runs of words with a report."""
    pk = connection.scalar(select(reports.c.pk).where(reports.c.id == report))
    if pk is None:
        return []
    numbers = alike(connection, pk)
    ids = dict(connection.execute(select(reports.c.pk, reports.c.id).where(reports.c.pk.in_(numbers))).all())
    return [find_report(connection, ids[number]) for number in numbers]
