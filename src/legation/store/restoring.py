"""What comes back when a review is taken back: what its coder still says."""

from __future__ import annotations

from sqlalchemy import Connection, select

from legation.store.rows import REVIEWER, AnyRow
from legation.store.tables import claims, coders, readings


def newest_coders(connection: Connection, report: int) -> list[str]:
    """Return the ids of the newest version of every coder (by name) that has read a report.

    No reviewer's words are overtaken by a later meaning of words: all of theirs count.
    """
    wanted = (
        select(coders.c.name, readings.c.coder)
        .join(coders, coders.c.id == readings.c.coder)
        .where(readings.c.report == report)
        .order_by(readings.c.pk)
    )
    rows = connection.execute(wanted).all()
    newest = {row.name: row.coder for row in rows}
    return sorted({*newest.values(), *(row.coder for row in rows if row.name.startswith(REVIEWER))})


def restorable(connection: Connection, review: AnyRow) -> list[int]:
    """Return the numbers of the claims that a review ended or withheld and that the newest coders say, each id once."""
    wanted = select(claims.c.pk, claims.c.id).where(
        claims.c.review == review.pk, claims.c.coder.in_(newest_coders(connection, review.report))
    )
    latest = {row.id: row.pk for row in connection.execute(wanted.order_by(claims.c.pk))}
    return list(latest.values())
