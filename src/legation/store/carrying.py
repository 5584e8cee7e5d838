"""What people judged of a claim follows it to the id under which a newer coder says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Table, insert, or_, select, update

from legation.records import Bond, Claim, ordered, successors
from legation.store.moments import by_hand
from legation.store.queries import load
from legation.store.tables import assessments, claims, judgements

_KEYS = ("left", "right", "bond", "by", "subject", "field")
"""What one person may say once: of a pair, or of a field."""


def carry(connection: Connection, outdated: Sequence[int], said: Sequence[Claim], at: str) -> None:
    """Repeat the judgements and assessments of people on outdated claims (numbers) for their successors."""
    if not outdated or not said:
        return
    ids = list(connection.scalars(select(claims.c.id).where(claims.c.pk.in_(outdated))))
    if not _judged(connection, ids) and not _assessed(connection, ids):
        return
    before = [item.claim for item in load(connection, select(claims.c.pk).where(claims.c.pk.in_(outdated)))]
    follow(connection, successors(before, said), at)


def follow(connection: Connection, to: Mapping[str, str], at: str) -> None:
    """Repeat what people judged and set on claims (ids) for the ids that stand in their places."""
    for row in _judged(connection, list(to)):
        left, right = (to.get(str(row[side]), str(row[side])) for side in ("left", "right"))
        left, right = ordered(Bond(str(row["bond"])), left, right)
        _repeat(connection, judgements, row, {"left": left, "right": right}, at)
    for row in _assessed(connection, list(to)):
        _repeat(connection, assessments, row, {"subject": to[str(row["subject"])]}, at)


def unfollow(connection: Connection, moved: str, home: str, since: str, at: str) -> None:
    """Take back that what people judged followed from one claim (id) to another at a moment.

    What was judged of the other since then comes home too; what had been judged of it before stays with it.
    """
    of_table = ((judgements, _judged(connection, [moved])), (assessments, _assessed(connection, [moved])))
    for table, rows in of_table:
        for row in rows:
            if str(row["recorded_at"]) >= since:
                _repeat(connection, table, row, _renamed(row, moved, home), at)
        names = [name for name in ("left", "right", "subject") if name in table.c]
        ended = select(table).where(or_(*(table.c[name] == home for name in names)), table.c.superseded_at == since)
        if table is judgements:
            ended = ended.where(by_hand(judgements))
        for row in [dict(found) for found in connection.execute(ended).mappings()]:
            _say_again(connection, table, row, at)


def _renamed(row: Mapping[str, object], one: str, other: str) -> dict[str, str]:
    if "subject" in row:
        return {"subject": other}
    left, right = (other if row[side] == one else str(row[side]) for side in ("left", "right"))
    left, right = ordered(Bond(str(row["bond"])), left, right)
    return {"left": left, "right": right}


def _assessed(connection: Connection, ids: Sequence[str]) -> list[dict[str, object]]:
    wanted = select(assessments).where(assessments.c.subject.in_(ids), assessments.c.superseded_at.is_(None))
    return [dict(row) for row in connection.execute(wanted).mappings()]


def _judged(connection: Connection, ids: Sequence[str]) -> list[dict[str, object]]:
    on_these = or_(judgements.c.left.in_(ids), judgements.c.right.in_(ids))
    wanted = select(judgements).where(on_these, judgements.c.superseded_at.is_(None))
    found = connection.execute(wanted.where(by_hand(judgements))).mappings()
    return [dict(row) for row in found]


def _repeat(connection: Connection, table: Table, row: Mapping[str, object], moved: Mapping[str, str], at: str) -> None:
    if all(row[name] == value for name, value in moved.items()):
        return
    connection.execute(update(table).where(table.c.pk == row["pk"]).values(superseded_at=at))
    _say_again(connection, table, {**row, **moved}, at)


def _say_again(connection: Connection, table: Table, row: Mapping[str, object], at: str) -> None:
    """Record a row anew, unless the same person says something of the same already."""
    kept = {name: value for name, value in row.items() if name not in {"pk", "superseded_at"}}
    same = [table.c[name] == kept[name] for name in _KEYS if name in kept]
    if connection.scalar(select(table.c.pk).where(*same, table.c.superseded_at.is_(None)).limit(1)) is None:
        connection.execute(insert(table).values({**kept, "recorded_at": at}))
