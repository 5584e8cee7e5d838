"""The queue of review: claims that nobody has decided on, what matters most first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Float, case, cast, func, literal, or_, select

from legation.records import Bond, Claim, Kind, Verdict
from legation.store.queries import load
from legation.store.review_rows import DECIDING
from legation.store.tables import claim_parties, claims, judgements, reviews

_KINDS = {
    Kind.AGREEMENT: 3.0,
    Kind.COMMITMENT: 3.0,
    Kind.MEMBERSHIP: 3.0,
    Kind.BODY: 2.5,
    Kind.RELATION: 2.0,
    Kind.MEETING: 1.5,
    Kind.EVENT: 1.5,
    Kind.STATEMENT: 1.0,
}
_HARD = 1.0  # material conflict weighs as much as an agreement does beside a meeting
_LINKED = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A claim to be reviewed, with its weight and what made it."""

    claim: Claim
    weight: float
    why: str


def waiting(connection: Connection, codes: Sequence[str], limit: int, offset: int) -> list[Waiting]:
    """Return current claims without a review in force.

    Weight is that of the kind (what binds weighs most) plus material conflict, times the doubt (1 - confidence, at
    least a tenth), plus a half where another report tells the same.
    """
    kind = case(*((claims.c.kind == k.value, literal(w)) for k, w in _KINDS.items()), else_=literal(1.0))
    hard = case((claims.c.quad_class == 4, literal(_HARD)), else_=literal(0.0))
    doubt = case((claims.c.confidence > 0.9, literal(0.1)), else_=1.0 - claims.c.confidence)
    told_again = (
        select(judgements.c.pk)
        .where(
            or_(judgements.c.left == claims.c.id, judgements.c.right == claims.c.id),
            judgements.c.bond == Bond.TELLING.value,
            judgements.c.verdict == Verdict.SAME.value,
            judgements.c.superseded_at.is_(None),
        )
        .exists()
    )
    weight = cast((kind + hard) * doubt, Float) + case((told_again, literal(_LINKED)), else_=literal(0.0))
    decided = select(reviews.c.pk).where(
        or_(reviews.c.claim == claims.c.id, reviews.c.result == claims.c.id),
        reviews.c.superseded_at.is_(None),
        reviews.c.action.in_(DECIDING),
    )
    wanted = select(claims.c.pk, weight.label("weight")).where(claims.c.superseded_at.is_(None), ~decided.exists())
    for code in dict.fromkeys(codes):
        party = select(claim_parties.c.claim).where(
            claim_parties.c.code == code, or_(claim_parties.c.acts, claim_parties.c.receives)
        )
        wanted = wanted.where(claims.c.pk.in_(party))
    rows = connection.execute(
        wanted.order_by(func.round(weight * 1000).desc(), claims.c.pk).limit(limit).offset(offset)
    ).all()
    weights = {row.pk: row.weight for row in rows}
    order = select(claims.c.pk).where(claims.c.pk.in_(weights))
    found = {item.pk: item.claim for item in load(connection, order)}
    return [Waiting(claim=found[pk], weight=round(weights[pk], 2), why=_why(found[pk])) for pk in weights]


def _why(claim: Claim) -> str:
    doubt = f"confidence {claim.confidence:.2f}"
    hard = ", material conflict" if claim.event and claim.event.quad_class == 4 else ""
    return f"{claim.kind.value}{hard}, {doubt}"
