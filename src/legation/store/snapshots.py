"""Named moments of the record: to cite, to ask as of, to compare."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, func, insert, select

from legation.errors import ConflictError, NotFoundError, RecordError
from legation.records import Claim, Judgement, Snapshot, parse_day
from legation.store.judgements import judgement_of
from legation.store.moments import held, snapshot_moment
from legation.store.queries import load
from legation.store.rows import AnyRow
from legation.store.tables import assessments, claims, judgements, passages, reports, snapshots

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}\Z")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|\+00:00)?\Z")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_BATCH = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What changed in the record between two moments."""

    said: tuple[Claim, ...]
    no_longer_said: tuple[Claim, ...]
    judged: tuple[Judgement, ...]
    no_longer_judged: tuple[Judgement, ...]
    reports: int


def take(connection: Connection, name: str, *, by: str, note: str) -> Snapshot:
    """Name the present state of the record; raises RecordError for a bad name, ConflictError for one taken."""
    if not _NAME.match(name):
        raise RecordError(f"a snapshot's name is made of letters, digits, '.', '_' and '-' (got {name!r})")
    if _DAY.match(name) or _MOMENT.match(name):
        raise RecordError(f"a snapshot is not called by a day or a time (got {name!r})")
    at = snapshot_moment(connection)
    if connection.scalar(select(snapshots.c.pk).where(snapshots.c.name == name)) is not None:
        raise ConflictError(f"there is a snapshot {name!r} already")
    row = {
        "name": name,
        "recorded_at": at,
        "digest": digest(connection, at),
        "claims": _count(connection, claims, at),
        "reports": connection.scalar(select(func.count()).select_from(reports).where(reports.c.recorded_at <= at)),
        "judgements": _count(connection, judgements, at),
        "by": by,
        "note": note,
    }
    connection.execute(insert(snapshots).values(row))
    return find_snapshot(connection, name)


def find_snapshot(connection: Connection, name: str) -> Snapshot:
    """Return a snapshot by its name; raises NotFoundError where there is none."""
    row = connection.execute(select(snapshots).where(snapshots.c.name == name)).one_or_none()
    if row is None:
        raise NotFoundError(f"no snapshot is called {name!r}")
    return _snapshot_of(row)


def list_snapshots(connection: Connection) -> list[Snapshot]:
    """Return all snapshots, the first taken first."""
    return [_snapshot_of(row) for row in connection.execute(select(snapshots).order_by(snapshots.c.pk))]


def moment(connection: Connection, given: str) -> str:
    """Return the moment that a day (its end, UTC), a time or a snapshot's name means.

    Raises NotFoundError where it is none of them, DateError for a day that no calendar has.
    """
    if _MOMENT.match(given):
        try:
            datetime.fromisoformat(given)
        except ValueError as error:
            raise NotFoundError(f"no clock shows the time {given!r}: {error}") from error
        return _exact(given.removesuffix("Z").removesuffix("+00:00"))
    if _DAY.match(given):
        parse_day(given)
        return f"{given}T23:59:59.999999+00:00"
    return find_snapshot(connection, given).recorded_at


def digest(connection: Connection, at: str) -> str:
    """Return the SHA-256 over every claim, judgement and assessment that the record held at a moment."""
    total = hashlib.sha256()
    for row in _claims_at(connection, at):
        total.update(f"{row.id}\x1f{row.report_id}\x1f{row.start}-{row.end}\x1f{row.exact}\x1f{row.body}\x1e".encode())
    for table, names in (
        (judgements, ("bond", "left", "right", "verdict", "by", "reason")),
        (assessments, ("subject", "field", "value", "by", "reason")),
    ):
        columns = [table.c[name] for name in names]
        # Sorted here: each database has its own order of letters.
        found = connection.execute(select(*columns).where(held(table, at)))
        for values in sorted(tuple(row) for row in found):
            total.update(("\x1f".join(values) + "\x1e").encode())
    return total.hexdigest()


def difference(connection: Connection, first: str, second: str) -> Difference:
    """Return what was said and judged at the second moment and not at the first, and the other way round."""
    reports_between = select(func.count()).select_from(reports)
    reports_between = reports_between.where(reports.c.recorded_at > first, reports.c.recorded_at <= second)
    return Difference(
        said=tuple(_only_claims(connection, second, first)),
        no_longer_said=tuple(_only_claims(connection, first, second)),
        judged=tuple(_only_judgements(connection, second, first)),
        no_longer_judged=tuple(_only_judgements(connection, first, second)),
        reports=connection.scalar(reports_between) or 0,
    )


def _exact(bare: str) -> str:
    whole, _, fraction = bare.partition(".")
    whole = whole if len(whole) == len("2025-01-14T09:30:00") else f"{whole}:59"
    return f"{whole}.{fraction or '999999':0<6}+00:00"


def _only_claims(connection: Connection, at: str, other: str) -> Iterator[Claim]:
    pks = select(claims.c.pk).where(held(claims, at), ~held(claims, other)).order_by(claims.c.pk)
    then = select(claims.c.id, claims.c.body).where(held(claims, other), ~held(claims, at))
    same = {(row.id, row.body) for row in connection.execute(then)}
    bodies = dict(
        connection.execute(select(claims.c.pk, claims.c.body).where(held(claims, at), ~held(claims, other))).all()
    )
    yield from (item.claim for item in load(connection, pks) if (item.claim.id, bodies[item.pk]) not in same)


def _only_judgements(connection: Connection, at: str, other: str) -> Iterator[Judgement]:
    wanted = select(judgements).where(held(judgements, at), ~held(judgements, other)).order_by(judgements.c.pk)
    yield from (judgement_of(row) for row in connection.execute(wanted))


def _claims_at(connection: Connection, at: str) -> Iterator[AnyRow]:
    columns = (
        claims.c.id,
        reports.c.id.label("report_id"),
        passages.c.start,
        passages.c.end,
        passages.c.exact,
        claims.c.body,
    )
    joined = claims.join(passages, claims.c.passage == passages.c.pk).join(reports, claims.c.report == reports.c.pk)
    wanted = select(*columns).select_from(joined).where(held(claims, at)).order_by(claims.c.id)
    rows: Iterable[AnyRow] = connection.execute(wanted, execution_options={"yield_per": _BATCH})
    yield from rows


def _count(connection: Connection, table: Table, at: str) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(held(table, at))) or 0


def _snapshot_of(row: AnyRow) -> Snapshot:
    names = ("name", "recorded_at", "digest", "claims", "reports", "judgements", "by", "note")
    return Snapshot(**{name: getattr(row, name) for name in names})
