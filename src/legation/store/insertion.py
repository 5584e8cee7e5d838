"""Insert statements that both databases understand, and the clock of the record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Insert, Table, insert, literal

from legation.store.rows import Values


def now() -> str:
    """Return the time of recording: ISO 8601, UTC, microseconds, so that text sorts as time does."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def insert_new(connection: Connection, table: Table, values: Values) -> bool:
    """Insert a row unless its key is taken; tell whether it was inserted."""
    statement = _or_nothing(connection, table).values(values).returning(literal(1))
    return connection.scalar(statement) is not None


def insert_numbered(connection: Connection, table: Table, rows: Sequence[Values]) -> list[int]:
    """Insert rows and return their numbers (pk) in the same order."""
    if not rows:
        return []
    statement = insert(table).returning(table.c.pk, sort_by_parameter_order=True)
    return list(connection.scalars(statement, rows))


def insert_many(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Insert rows, if there are any."""
    if rows:
        connection.execute(insert(table), rows)


def _or_nothing(connection: Connection, table: Table) -> Insert:
    if connection.dialect.name == "sqlite":
        return insert(table).prefix_with("OR IGNORE")
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415  25 ms that a SQLite record need not pay

    return postgresql.insert(table).on_conflict_do_nothing()
