"""What people keep for themselves: relations that they follow, searches."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from legation.records.people import Saved, SavedKind
from legation.store.insertion import insert_new, now
from legation.store.rows import Values
from legation.store.tables import saved


def keep(connection: Connection, by: str, kept: Saved) -> bool:
    """Keep something for somebody; tell whether it was not kept before."""
    row: Values = {"by": by, "kind": kept.kind.value, "value": kept.value, "title": kept.title, "recorded_at": now()}
    return insert_new(connection, saved, row)


def drop(connection: Connection, by: str, kind: SavedKind, value: str) -> None:
    """Keep something no longer."""
    mine = (saved.c.by == by, saved.c.kind == kind.value, saved.c.value == value)
    connection.execute(delete(saved).where(*mine))


def kept_by(connection: Connection, by: str, kind: SavedKind) -> list[Saved]:
    """Return what somebody keeps of a kind, the first kept first."""
    mine = select(saved).where(saved.c.by == by, saved.c.kind == kind.value).order_by(saved.c.pk)
    return [Saved(kind=kind, value=row.value, title=row.title) for row in connection.execute(mine)]
