"""Reports that may be copies of each other, found by the runs of words that they share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Connection, func, select

from legation.records import parse_day
from legation.records.marks import Credit, Marks
from legation.store.insertion import insert_many
from legation.store.tables import credits_, reports, shingles

_DAYS = 45
_MOST = 40
_CHUNK = 900
_SHARED = 2
_COMMON = 500
"""A run of words that so many reports have is a formula of the trade, not a sign of copying."""


def add_marks(connection: Connection, report: int, marks: Marks) -> None:
    """Write the marks of a new report."""
    insert_many(connection, shingles, [{"shingle": each, "report": report} for each in sorted(marks.shingles)])
    insert_many(
        connection,
        credits_,
        [{"report": report, "agency": each.agency, "start": each.start, "end": each.end} for each in marks.credits],
    )


def has_marks(connection: Connection, report: int) -> bool:
    """Tell whether a report has marks: those of the first schema have none."""
    sampled = select(shingles.c.report).where(shingles.c.report == report).limit(1)
    credited = select(credits_.c.report).where(credits_.c.report == report).limit(1)
    return connection.scalar(sampled) is not None or connection.scalar(credited) is not None


def alike(connection: Connection, report: int) -> list[int]:
    """Return the numbers of reports of about the same days that share runs of words with a report, the most first."""
    mine = select(shingles.c.shingle).where(shingles.c.report == report)
    rare = (
        select(shingles.c.shingle)
        .where(shingles.c.shingle.in_(mine))
        .group_by(shingles.c.shingle)
        .having(func.count() <= _COMMON)
    )
    shared = func.count().label("shared")
    found = (
        select(shingles.c.report, shared)
        .where(shingles.c.shingle.in_(rare), shingles.c.report != report)
        .group_by(shingles.c.report)
        .having(shared >= _SHARED)
        .order_by(shared.desc(), shingles.c.report)
        .limit(_MOST)
    )
    numbers = [row.report for row in connection.execute(found)]
    return [number for number in numbers if _near(connection, report, number)]


def credits_of(connection: Connection, ids: Sequence[str]) -> dict[str, list[Credit]]:
    """Return report id -> what it credits, for those of the reports that credit anybody."""
    found: dict[str, list[Credit]] = {}
    for first in range(0, len(ids), _CHUNK):
        wanted = select(reports.c.id, credits_).join(reports, reports.c.pk == credits_.c.report)
        for row in connection.execute(wanted.where(reports.c.id.in_(ids[first : first + _CHUNK]))):
            credit = Credit(agency=row.agency, start=row.start, end=row.end)
            found.setdefault(row.id, []).append(credit)
    return found


def _near(connection: Connection, one: int, other: int) -> bool:
    days = select(reports.c.published_on).where(reports.c.pk.in_([one, other]))
    first, second = sorted(day or "" for day in connection.scalars(days))
    return not first or parse_day(second) - parse_day(first) <= timedelta(days=_DAYS)
