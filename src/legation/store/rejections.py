"""Writing rejections: of the passages of a report, and of sources that never became a report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import Connection, select, update

from legation.records import Rejection
from legation.store.insertion import insert_many, now
from legation.store.rows import Values
from legation.store.tables import rejections

_FIELDS = ("stage", "rule", "message", "start", "end", "exact")


def add_rejections(connection: Connection, source: str, found: Iterable[Rejection]) -> int:
    """Record the rejections of a source that are not recorded yet, and return how many were added."""
    columns = [rejections.c[name] for name in _FIELDS]
    held = connection.execute(select(*columns).where(rejections.c.source == source))
    known = {tuple(row) for row in held}
    new = [item for item in dict.fromkeys(found) if tuple(asdict(item).values()) not in known]
    _insert(connection, new, {"source": source, "recorded_at": now()})
    return len(new)


def replace_rejections(
    connection: Connection, report: int, versions: set[str], coder: str, found: Iterable[Rejection], at: str
) -> None:
    """Record what ``coder`` rejects in a report; what any of its ``versions`` rejected is superseded."""
    outdated = update(rejections).where(
        rejections.c.report == report,
        rejections.c.coder.in_(versions),
        rejections.c.superseded_at.is_(None),
    )
    connection.execute(outdated.values(superseded_at=at))
    _insert(connection, found, {"report": report, "coder": coder, "recorded_at": at})


def _insert(connection: Connection, found: Iterable[Rejection], common: Values) -> None:
    insert_many(connection, rejections, [asdict(item) | common for item in found])
