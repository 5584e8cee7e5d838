"""Reviews as rows, and back; and asking for them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, func, select

from legation.records import Action, Change, Claim, Review, differences
from legation.store.queries import load
from legation.store.restoring import newest_coders
from legation.store.rows import AnyRow
from legation.store.tables import claims, reports, reviews

_CHUNK = 900
DECIDING = tuple(a.value for a in Action if a not in {Action.UNDO, Action.KEEP})
"""Reviews that decide something, as long as they are not taken back."""
REVIEWS = select(reviews, reports.c.id.label("report_id")).join(reports, reviews.c.report == reports.c.pk).subquery()
"""Reviews with the id of their report."""


def review_of(row: AnyRow) -> Review:
    """Return the review of a row of REVIEWS."""
    changes = json.loads(row.changes) if row.changes else {}
    return Review(
        number=row.pk,
        action=Action(row.action),
        report=row.report_id,
        claim=row.claim,
        result=row.result,
        by=row.by,
        reason=row.reason,
        changes={name: (before, after) for name, (before, after) in changes.items()},
        undoes=row.undoes,
        recorded_at=row.recorded_at,
        undone_at=row.superseded_at,
    )


def find_reviews(connection: Connection, *, claim: str | None, report: str | None, limit: int | None) -> list[Review]:
    """Return reviews, taken back or not, of a claim or report (full ids) if given, the last first."""
    wanted = select(REVIEWS)
    if claim is not None:
        wanted = wanted.where((REVIEWS.c.claim == claim) | (REVIEWS.c.result == claim))
    if report is not None:
        wanted = wanted.where(REVIEWS.c.report_id == report)
    rows = connection.execute(wanted.order_by(REVIEWS.c.pk.desc()).limit(limit))
    return [review_of(row) for row in rows]


def reviews_on(connection: Connection, claims_: Sequence[str], at: str | None) -> list[Review]:
    """Return the decisions that held at a moment (None: now) on claims, or made them, the first recorded first."""
    found: dict[int, Review] = {}
    for first in range(0, len(claims_), _CHUNK):
        chunk = claims_[first : first + _CHUNK]
        for side in (REVIEWS.c.claim, REVIEWS.c.result):
            wanted = select(REVIEWS).where(side.in_(chunk), _held(at), REVIEWS.c.action.in_(DECIDING))
            found.update((row.pk, review_of(row)) for row in connection.execute(wanted))
    return [found[number] for number in sorted(found)]


def _held(at: str | None) -> ColumnElement[bool]:
    ended = REVIEWS.c.superseded_at
    return ended.is_(None) if at is None else (REVIEWS.c.recorded_at <= at) & (ended.is_(None) | (ended > at))


def track_record(connection: Connection, publisher: str) -> tuple[int, int, int]:
    """Return how many claims of a publisher's reports were reviewed, rejected and corrected, undone reviews aside."""
    wanted = (
        select(reviews.c.action, func.count())
        .join(reports, reviews.c.report == reports.c.pk)
        .where(reports.c.publisher == publisher, reviews.c.superseded_at.is_(None))
        .group_by(reviews.c.action)
    )
    counted: dict[str, int] = {row[0]: row[1] for row in connection.execute(wanted)}
    rejected, corrected = counted.get(Action.REJECT.value, 0), counted.get(Action.CORRECT.value, 0)
    return (
        rejected + corrected + counted.get(Action.ACCEPT.value, 0) + counted.get(Action.ADOPT.value, 0),
        rejected,
        corrected,
    )


def find_changes(connection: Connection) -> list[Change]:
    """Return what newer coders say otherwise than decisions in force, unless somebody set it aside."""
    held = select(claims.c.pk, claims.c.review, claims.c.coder, claims.c.report, claims.c.id).where(
        claims.c.review.is_not(None), claims.c.recorded_at == claims.c.superseded_at
    )
    kept = select(reviews.c.claim).where(reviews.c.action == Action.KEEP.value, reviews.c.superseded_at.is_(None))
    rows = connection.execute(held.where(claims.c.id.not_in(kept)).order_by(claims.c.pk)).all()
    out: dict[tuple[int, str], Change] = {}
    for row in rows:
        if row.coder in newest_coders(connection, row.report) and (change := _change(connection, row.pk, row.review)):
            out[row.review, row.id] = change
    return list(out.values())


def _change(connection: Connection, pk: int, review: int) -> Change | None:
    found = connection.execute(select(REVIEWS).where(REVIEWS.c.pk == review)).one()
    if found.superseded_at is not None:
        return None
    offered = next(load(connection, select(claims.c.pk).where(claims.c.pk == pk))).claim
    kept = next(_versions(connection, found.result or found.claim), None)
    if kept is None or not (differs := differences(kept, offered)):
        return None
    current = connection.scalar(select(claims.c.pk).where(claims.c.id == kept.id, claims.c.superseded_at.is_(None)))
    stands = kept if current is not None else None
    return Change(review=review_of(found), kept=stands, offered=offered, differs=differs)


def _versions(connection: Connection, claim: str) -> Iterator[Claim]:
    wanted = select(claims.c.pk).where(
        claims.c.id == claim, claims.c.recorded_at.is_distinct_from(claims.c.superseded_at)
    )
    yield from (item.claim for item in load(connection, wanted.order_by(claims.c.pk.desc()).limit(1)))
