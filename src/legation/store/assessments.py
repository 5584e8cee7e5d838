"""What people set by hand: the follow-up of a promise, grades of publishers and claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, insert, select, update

from legation.errors import RecordError
from legation.records import Assessment, Judgement, parse_day
from legation.records.reviews import FIELDS
from legation.store.judgements import add_judgements
from legation.store.moments import ASSESSING, held, lock, writing_moment
from legation.store.rows import AnyRow
from legation.store.tables import assessments

_CHUNK = 900


def assess(connection: Connection, subject: str, field: str, value: str, *, by: str, reason: str) -> Assessment:
    """Record a value in the place of the former one.

    Raises RecordError for a field or value that is none, DateError for a day that no calendar has.
    """
    _check(field, value)
    if not by.strip():
        raise RecordError("an assessment needs the name of who makes it")
    lock(connection, ASSESSING)
    at = writing_moment(connection)
    former = (assessments.c.subject == subject, assessments.c.field == field, assessments.c.superseded_at.is_(None))
    connection.execute(update(assessments).where(*former).values(superseded_at=at))
    row = {"subject": subject, "field": field, "value": value, "by": by, "reason": reason, "recorded_at": at}
    connection.execute(insert(assessments).values(row))
    return Assessment(**row)


def follow_up(
    connection: Connection,
    subject: str,
    values: Mapping[str, str],
    judged: Sequence[Judgement],
    *,
    by: str,
    reason: str,
) -> None:
    """Record values of a promise and judgements on its evidence in one transaction; raises as ``assess`` does."""
    add_judgements(connection, judged)
    for field, value in values.items():
        assess(connection, subject, field, value, by=by, reason=reason)


def assessments_of(connection: Connection, subjects: Sequence[str], at: str | None) -> list[Assessment]:
    """Return the values held at a moment (None: now) of the subjects."""
    rows: list[AnyRow] = []
    for first in range(0, len(subjects), _CHUNK):
        chunk = assessments.c.subject.in_(subjects[first : first + _CHUNK])
        rows.extend(connection.execute(select(assessments).where(chunk, held(assessments, at))))
    return [assessment_of(row) for row in rows]


def assessment_of(row: AnyRow) -> Assessment:
    """Return the assessment of a row."""
    names = ("subject", "field", "value", "by", "reason", "recorded_at")
    return Assessment(**{name: getattr(row, name) for name in names})


def _check(field: str, value: str) -> None:
    if field not in FIELDS:
        raise RecordError(f"nothing called {field!r} can be assessed ({', '.join(FIELDS)})")
    if FIELDS[field] and value not in FIELDS[field]:
        raise RecordError(f"{field}: {value!r} is none of {', '.join(FIELDS[field])}")
    if field == "next review":
        parse_day(value)
    if field == "likelihood" and not (value.isascii() and value.isdigit() and 1 <= int(value) <= 99):
        raise RecordError(f"likelihood: a percentage from 1 to 99 (got {value!r})")
    if not value.strip():
        raise RecordError(f"{field}: a value is missing")
