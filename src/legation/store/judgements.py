"""Judgements in the record: appended, superseded by the same judge's next word on the same pair, never deleted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, func, select, update

from legation.records import LINKER, Bond, Judgement, Verdict, ordered
from legation.store.insertion import insert_many
from legation.store.moments import JUDGING, by_hand, held, lock, writing_moment
from legation.store.rows import AnyRow, Values
from legation.store.tables import judgements

_CHUNK = 900


def add_judgements(connection: Connection, found: Iterable[Judgement]) -> int:
    """Record judgements; what the same judge said of the same pair is superseded, and repeated words add nothing."""
    new = {(_pair(each), each.bond, each.by): each for each in found}
    if not new:
        return 0
    lock(connection, JUDGING)
    at = writing_moment(connection)
    standing = {
        ((row.left, row.right), Bond(row.bond), row.by): row
        for row in _on(connection, [pair for pair, _, _ in new], judgements.c.superseded_at.is_(None))
    }
    fresh = {key: each for key, each in new.items() if not _repeats(each, standing.get(key))}
    ended = [standing[key].pk for key in fresh if key in standing]
    for first in range(0, len(ended), _CHUNK):
        chunk = judgements.c.pk.in_(ended[first : first + _CHUNK])
        connection.execute(update(judgements).where(chunk).values(superseded_at=at))
    insert_many(connection, judgements, [_values(each, at) for each in fresh.values()])
    return len(fresh)


def overtake(connection: Connection, ids: Sequence[str], linker: str, found: Sequence[Judgement]) -> None:
    """End what linkers judged of tellings of claims before: others, and this one where it finds no such thing now."""
    at = writing_moment(connection)
    kept = {each.pair for each in found if each.bond is Bond.TELLING and each.by == linker}
    outdated: set[int] = set()
    for first in range(0, len(ids), _CHUNK):
        for side in (judgements.c.left, judgements.c.right):
            theirs = select(judgements.c.pk, judgements.c.left, judgements.c.right, judgements.c.by).where(
                side.in_(ids[first : first + _CHUNK]),
                judgements.c.bond == Bond.TELLING.value,
                judgements.c.superseded_at.is_(None),
                ~by_hand(judgements),
            )
            rows = connection.execute(theirs)
            outdated |= {row.pk for row in rows if row.by != linker or (row.left, row.right) not in kept}
    ended = sorted(outdated)
    for first in range(0, len(ended), _CHUNK):
        chunk = judgements.c.pk.in_(ended[first : first + _CHUNK])
        connection.execute(update(judgements).where(chunk).values(superseded_at=at))


def withdraw(connection: Connection, bond: Bond, pair: tuple[str, str], by: str) -> int:
    """Take back what somebody judged of a pair; return how many judgements ended."""
    left, right = ordered(bond, *pair)
    mine = (
        judgements.c.left == left,
        judgements.c.right == right,
        judgements.c.bond == bond.value,
        judgements.c.by == by,
        judgements.c.superseded_at.is_(None),
    )
    return connection.execute(update(judgements).where(*mine).values(superseded_at=writing_moment(connection))).rowcount


def judgements_on(connection: Connection, ids: Sequence[str], bonds: Sequence[Bond], at: str | None) -> list[Judgement]:
    """Return the judgements held at a moment (None: now) that touch one of the ids, the first recorded first."""
    found: dict[int, AnyRow] = {}
    for first in range(0, len(ids), _CHUNK):
        chunk = ids[first : first + _CHUNK]
        for side in (judgements.c.left, judgements.c.right):
            wanted = select(judgements).where(side.in_(chunk), held(judgements, at))
            if bonds:
                wanted = wanted.where(judgements.c.bond.in_([bond.value for bond in bonds]))
            found.update((row.pk, row) for row in connection.execute(wanted))
    return [judgement_of(found[pk]) for pk in sorted(found)]


def unsure(connection: Connection, limit: int) -> list[Judgement]:
    """Return what a linker is unsure of and nobody has decided, the likeliest first."""
    other = judgements.alias()
    decided = (
        select(other.c.pk)
        .where(
            other.c.left == judgements.c.left,
            other.c.right == judgements.c.right,
            other.c.bond == judgements.c.bond,
            other.c.superseded_at.is_(None),
            func.substr(other.c.by, 1, len(LINKER)) != LINKER,
        )
        .exists()
    )
    wanted = select(judgements).where(
        judgements.c.verdict == Verdict.UNSURE.value, judgements.c.superseded_at.is_(None), ~decided
    )
    rows = connection.execute(wanted.order_by(judgements.c.score.desc(), judgements.c.pk).limit(limit))
    return [judgement_of(row) for row in rows]


def judgement_of(row: AnyRow) -> Judgement:
    """Return the judgement of a row."""
    return Judgement(
        bond=Bond(row.bond),
        left=row.left,
        right=row.right,
        verdict=Verdict(row.verdict),
        by=row.by,
        reason=row.reason,
        score=row.score,
        features=json.loads(row.features) if row.features else {},
        recorded_at=row.recorded_at,
    )


def _pair(judgement: Judgement) -> tuple[str, str]:
    return ordered(judgement.bond, judgement.left, judgement.right)


def _on(connection: Connection, pairs: Sequence[tuple[str, str]], condition: ColumnElement[bool]) -> list[AnyRow]:
    lefts = sorted({left for left, _ in pairs})
    rows: list[AnyRow] = []
    for first in range(0, len(lefts), _CHUNK):
        chunk = judgements.c.left.in_(lefts[first : first + _CHUNK])
        rows.extend(connection.execute(select(judgements).where(chunk, condition)))
    wanted = set(pairs)
    return [row for row in rows if (row.left, row.right) in wanted]


def _repeats(judgement: Judgement, row: AnyRow | None) -> bool:
    if row is None:
        return False
    same = row.verdict == judgement.verdict.value and row.reason == judgement.reason
    return same and (row.score is None) == (judgement.score is None) and (row.score or 0) == (judgement.score or 0)


def _values(judgement: Judgement, at: str) -> Values:
    left, right = _pair(judgement)
    features = json.dumps(judgement.features, separators=(",", ":")) if judgement.features else None
    return {
        "bond": judgement.bond.value,
        "left": left,
        "right": right,
        "verdict": judgement.verdict.value,
        "by": judgement.by,
        "reason": judgement.reason,
        "score": judgement.score,
        "features": features,
        "recorded_at": at,
    }
