"""Reading the record: reports, claims, rejections, counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, Table, func, select

from legation.errors import NotFoundError
from legation.records import Claim, Rejection, Report
from legation.store.filters import current_claims
from legation.store.fulltext import Dialect
from legation.store.moments import held
from legation.store.query import ClaimQuery
from legation.store.rows import CLAIM_COLUMNS, AnyRow, claim_of, report_of
from legation.store.tables import (
    claims,
    coders,
    judgements,
    passages,
    rejections,
    reports,
    reviews,
    runs,
    sightings,
    snapshots,
)

_CLAIMS = select(*CLAIM_COLUMNS).select_from(
    claims.join(passages, claims.c.passage == passages.c.pk)
    .join(coders, claims.c.coder == coders.c.id)
    .join(reports, claims.c.report == reports.c.pk)
)
# Both databases limit how many values one statement may carry.
_CHUNK = 1000
_MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Loaded:
    """A claim with its number and those of its passage and report in the database."""

    claim: Claim
    passage: int
    report: int
    pk: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRejection:
    """A rejection with where it came from: a report's id, or the name of a source that was no report."""

    rejection: Rejection
    report: str | None
    source: str | None
    recorded_at: str


def dialect_of(connection: Connection) -> Dialect:
    """Return which of the two databases this is."""
    return cast("Dialect", connection.dialect.name)


def load(connection: Connection, pks: Select[tuple[int]]) -> Iterator[Loaded]:
    """Yield the claims with the given numbers, in their order; a report is built once for all its claims."""
    # The numbers are found and sorted first: sorting whole rows would move their bodies about.
    numbers = connection.scalars(pks).all()
    known: dict[int, Report] = {}
    for first in range(0, len(numbers), _CHUNK):
        chunk = numbers[first : first + _CHUNK]
        rows = {row.pk: row for row in connection.execute(_CLAIMS.where(claims.c.pk.in_(chunk)))}
        yield from (_loaded(rows[pk], known) for pk in chunk)


def _loaded(row: AnyRow, known: dict[int, Report]) -> Loaded:
    if row.report_pk not in known:
        known[row.report_pk] = report_of(row, id_=row.report_id)
    return Loaded(claim_of(row, known[row.report_pk]), row.passage_pk, row.report_pk, row.pk)


def find_claims(connection: Connection, query: ClaimQuery) -> list[Claim]:
    """Return the current claims that a query asks for, with their reports but without the texts."""
    pks = current_claims(query, dialect_of(connection))
    return [item.claim for item in load(connection, pks)]


def find_claim(connection: Connection, prefix: str) -> Claim:
    """Return the claim whose id begins so: its current version, or else the last that was superseded.

    Raises NotFoundError where there is none or more than one.
    """
    prefix = prefix.strip().lower()
    current = select(claims.c.id).where(claims.c.superseded_at.is_(None), _begins(claims, prefix))
    former = select(claims.c.id).where(claims.c.superseded_at.is_not(None), _begins(claims, prefix))
    id_ = _only(connection, current.union(former), "claim", prefix)
    newest = select(claims.c.pk).where(claims.c.id == id_).order_by(claims.c.pk.desc()).limit(1)
    return next(load(connection, newest)).claim


def find_report(connection: Connection, prefix: str) -> Report:
    """Return the report, with its text, whose id begins so.

    Raises NotFoundError where there is none or more than one.
    """
    prefix = prefix.strip().lower()
    id_ = _only(connection, select(reports.c.id).where(_begins(reports, prefix)), "report", prefix)
    row = connection.execute(select(reports).where(reports.c.id == id_)).one()
    return report_of(row, id_=row.id, text=row.text)


def find_by_ids(connection: Connection, ids: Sequence[str], at: str | None) -> list[Claim]:
    """Return the claims of full ids that hold now, or held at a moment."""
    found: list[Claim] = []
    for first in range(0, len(ids), _CHUNK):
        wanted = select(claims.c.pk).where(claims.c.id.in_(ids[first : first + _CHUNK]), held(claims, at))
        found += [item.claim for item in load(connection, wanted.order_by(claims.c.pk))]
    return found


def list_publishers(connection: Connection) -> list[str]:
    """Return the names of all publishers, in order."""
    wanted = select(reports.c.publisher).where(reports.c.publisher.is_not(None)).distinct()
    return sorted(connection.scalars(wanted))


def find_texts(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return report id -> text of the reports that there are."""
    found: dict[str, str] = {}
    for first in range(0, len(ids), _CHUNK):
        wanted = select(reports.c.id, reports.c.text).where(reports.c.id.in_(ids[first : first + _CHUNK]))
        found.update((row.id, row.text) for row in connection.execute(wanted))
    return found


def list_reports(connection: Connection, limit: int | None, offset: int) -> list[Report]:
    """Return reports without their texts, the last recorded first."""
    columns = [column for column in reports.c if column is not reports.c.text]
    statement = select(*columns).order_by(reports.c.pk.desc()).limit(limit).offset(offset)
    return [report_of(row, id_=row.id) for row in connection.execute(statement)]


def find_rejections(
    connection: Connection, report: str | None, source: str | None, limit: int | None
) -> list[StoredRejection]:
    """Return the current rejections, of a report (full id) or source if given, as they were recorded."""
    statement = select(rejections, reports.c.id.label("report_id")).outerjoin(reports)
    statement = statement.where(rejections.c.superseded_at.is_(None))
    if report is not None:
        statement = statement.where(reports.c.id == report)
    if source is not None:
        statement = statement.where(rejections.c.source == source)
    return [_rejection(row) for row in connection.execute(statement.order_by(rejections.c.pk).limit(limit))]


def counts(connection: Connection) -> dict[str, int]:
    """Return how many reports, sightings, claims, superseded claims, … there are; judgements are those that hold."""
    current, former = claims.c.superseded_at.is_(None), claims.c.superseded_at.is_not(None)
    return {
        "reports": _count(connection, reports),
        "sightings": _count(connection, sightings),
        "claims": _count(connection, claims, current),
        "superseded": _count(connection, claims, former),
        "rejections": _count(connection, rejections, rejections.c.superseded_at.is_(None)),
        "runs": _count(connection, runs),
        "judgements": _count(connection, judgements, judgements.c.superseded_at.is_(None)),
        "reviews": _count(connection, reviews),
        "snapshots": _count(connection, snapshots),
    }


def _count(connection: Connection, table: Table, *where: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one()


def _rejection(row: AnyRow) -> StoredRejection:
    names = ("stage", "rule", "message", "start", "end", "exact")
    rejection = Rejection(**{name: getattr(row, name) for name in names})
    return StoredRejection(rejection=rejection, report=row.report_id, source=row.source, recorded_at=row.recorded_at)


def _begins(table: Table, prefix: str) -> ColumnElement[bool]:
    # A range, unlike LIKE, uses the index in both databases; ids are hexadecimal, so "g" follows them all.
    return (table.c.id >= prefix) & (table.c.id < f"{prefix}g")


def _only(connection: Connection, ids: Select[tuple[str]] | CompoundSelect[tuple[str]], what: str, prefix: str) -> str:
    found: list[str] = sorted(row.id for row in connection.execute(ids.limit(_MOST_CANDIDATES)))
    if not found:
        raise NotFoundError(f"no {what} has an id that begins with {prefix!r}")
    if len(found) > 1:
        raise NotFoundError(f"more than one {what} begins with {prefix!r}: {', '.join(found)}")
    return found[0]
