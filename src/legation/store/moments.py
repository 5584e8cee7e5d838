"""The record's own time: what it held at a moment, and the clock of its writers."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Table, and_, func, or_, text

from legation.records import LINKER
from legation.store.insertion import now

_SNAPSHOT_LOCK = 5_343_643
ASSESSING = 5_343_644
JUDGING = 5_343_645
"""Locks of PostgreSQL; any numbers will do, as long as every Legation takes the same ones."""


def by_hand(table: Table) -> ColumnElement[bool]:
    """Return the condition that a person judged; LIKE would ignore case in SQLite."""
    return func.substr(table.c.by, 1, len(LINKER)) != LINKER


def held(table: Table, at: str | None) -> ColumnElement[bool]:
    """Return the condition that the record holds a row: now, or at a moment (ISO 8601, UTC, microseconds)."""
    if at is None:
        return table.c.superseded_at.is_(None)
    ended = table.c.superseded_at
    return and_(table.c.recorded_at <= at, or_(ended.is_(None), ended > at))


def lock(connection: Connection, number: int) -> None:
    """Hold a lock to the end of the transaction, once no other holds it; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": number})


def writing_moment(connection: Connection) -> str:
    """Return the time of a transaction's rows, once no snapshot is being taken.

    On PostgreSQL, where writers work side by side, a snapshot waits for those that have their time already;
    SQLite has one writer at a time.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock_shared(:lock)"), {"lock": _SNAPSHOT_LOCK})
    return now()


def snapshot_moment(connection: Connection) -> str:
    """Return the time of a snapshot, once every writer that has an earlier time is done."""
    lock(connection, _SNAPSHOT_LOCK)
    return now()
