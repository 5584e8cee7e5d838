"""Light questions to the record, for charts and rankings: no claim is built for them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Integer, case, cast, func, literal_column, or_, select, text

from legation.records.points import EventPoint, Partner, PublisherCount
from legation.store.filters import current_claims, known_by
from legation.store.moments import held
from legation.store.queries import dialect_of
from legation.store.query import ClaimQuery
from legation.store.tables import claim_parties, claims, reports

_ORGANISATION = "IGO"  # stands in the place of a country in the codes of organisations
_CONFLICT = 3  # quad classes 3 and 4 are verbal and material conflict


def version(connection: Connection) -> str:
    """Return a token that is another one after anything was written by anybody.

    SQLite: size and time of its files; PostgreSQL: the place in its log, which other databases move too.
    """
    if connection.dialect.name == "postgresql":
        return str(connection.scalar(text("SELECT pg_current_wal_lsn()")))
    path = str(connection.engine.url.database)
    seen = [_stat(Path(path)), _stat(Path(f"{path}-wal"))]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:16]


def _stat(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


def points(connection: Connection, query: ClaimQuery) -> list[EventPoint]:
    """Return the claims of a query that have an event reading, as points in its order."""
    numbers = current_claims(query, dialect_of(connection)).subquery()
    as_number = "json_extract(claims.body, '$.event.intensity')"
    if connection.dialect.name == "postgresql":
        as_number = "CAST(CAST(claims.body AS json) -> 'event' ->> 'intensity' AS float)"
    intensity: ColumnElement[float] = literal_column(as_number)
    columns = (claims.c.id, claims.c.day, claims.c.event_type, claims.c.mode, claims.c.quad_class)
    wanted = (
        select(*columns, claims.c.modality, claims.c.confidence, claims.c.report, intensity.label("intensity"))
        .where(claims.c.pk.in_(select(numbers.c.pk)), claims.c.event_type.is_not(None))
        .order_by(claims.c.day, claims.c.pk)
    )
    return [
        EventPoint(
            claim=row.id,
            day=row.day,
            type=row.event_type,
            mode=row.mode,
            quad_class=row.quad_class,
            intensity=float(row.intensity or 0),
            modality=row.modality,
            confidence=row.confidence,
            report=str(row.report),
        )
        for row in connection.execute(wanted)
    ]


def partners(connection: Connection, code: str, as_of: str | None, limit: int) -> list[Partner]:
    """Return who stands beside an actor in current claims, most claims first."""
    one, other = claim_parties.alias(), claim_parties.alias()
    conflict = func.sum(case((claims.c.quad_class >= _CONFLICT, 1), else_=0))
    count = func.count(claims.c.pk)
    wanted = (
        select(other.c.code, count.label("number"), conflict.label("conflict"), func.max(other.c.day).label("last"))
        .join(one, (one.c.claim == other.c.claim) & (one.c.day == other.c.day))
        .join(claims, claims.c.pk == other.c.claim)
        .where(
            one.c.code == code,
            other.c.code != code,
            or_(one.c.acts, one.c.receives),
            or_(other.c.acts, other.c.receives),
            held(claims, None),
        )
        .group_by(other.c.code)
        .order_by(count.desc(), other.c.code)
        .limit(limit)
    )
    if as_of is not None:
        wanted = wanted.where(known_by(as_of))
    return [
        Partner(code=row.code, claims=row.number, conflict=int(row.conflict or 0), last_day=row.last)
        for row in connection.execute(wanted)
    ]


def busiest(connection: Connection, limit: int) -> list[tuple[str, str, int]]:
    """Return the pairs of parties that most current claims name together, with the number of claims."""
    one, other = claim_parties.alias(), claim_parties.alias()
    count = func.count()
    wanted = (
        select(one.c.code.label("a"), other.c.code.label("b"), count.label("number"))
        .join(other, (one.c.claim == other.c.claim) & (one.c.code < other.c.code))
        .join(claims, claims.c.pk == one.c.claim)
        .where(
            held(claims, None),
            or_(one.c.acts, one.c.receives),
            or_(other.c.acts, other.c.receives),
            func.length(one.c.code) == 3,
            func.length(other.c.code) == 3,
            one.c.code != _ORGANISATION,
            other.c.code != _ORGANISATION,
        )
        .group_by(one.c.code, other.c.code)
        .order_by(count.desc(), one.c.code, other.c.code)
        .limit(limit)
    )
    return [(row.a, row.b, row.number) for row in connection.execute(wanted)]


def span(connection: Connection) -> tuple[str, str] | None:
    """Return the first and the last day of publication in the record, None where no report is dated."""
    row = connection.execute(select(func.min(reports.c.published_on), func.max(reports.c.published_on))).one()
    return (row[0], row[1]) if row[0] else None


def publisher_counts(connection: Connection, limit: int) -> list[PublisherCount]:
    """Return publishers with the number of their reports, most first."""
    count = func.count()
    wanted = (
        select(reports.c.publisher, count.label("number"), func.max(reports.c.published_on).label("last"))
        .where(reports.c.publisher.is_not(None))
        .group_by(reports.c.publisher)
        .order_by(count.desc(), reports.c.publisher)
        .limit(limit)
    )
    return [
        PublisherCount(name=row.publisher, reports=row.number, last_day=row.last) for row in connection.execute(wanted)
    ]


def facets(connection: Connection, query: ClaimQuery, most: int = 5000) -> dict[str, list[tuple[str, int]]]:
    """Return, of the first claims of a query, how many there are of each kind, type, modality, publisher and party."""
    numbers = current_claims(query, dialect_of(connection)).limit(most).subquery()
    found: dict[str, list[tuple[str, int]]] = {}
    count = cast(func.count(), Integer)
    mine = claims.c.pk.in_(select(numbers.c.pk))
    for name, column in (("kind", claims.c.kind), ("type", claims.c.event_type), ("modality", claims.c.modality)):
        rows = connection.execute(select(column, count).where(mine, column.is_not(None)).group_by(column)).all()
        found[name] = sorted(((str(value), int(n)) for value, n in rows), key=lambda pair: (-pair[1], pair[0]))
    of = select(reports.c.publisher, count).join(claims, claims.c.report == reports.c.pk)
    publishers = connection.execute(of.where(mine, reports.c.publisher.is_not(None)).group_by(reports.c.publisher))
    by_party = select(claim_parties.c.code, count).where(
        claim_parties.c.claim.in_(select(numbers.c.pk)), or_(claim_parties.c.acts, claim_parties.c.receives)
    )
    parties = connection.execute(by_party.group_by(claim_parties.c.code))
    for name, rows in (("publisher", publishers.all()), ("party", parties.all())):
        found[name] = sorted(((str(value), int(n)) for value, n in rows), key=lambda pair: (-pair[1], pair[0]))[:12]
    return found
