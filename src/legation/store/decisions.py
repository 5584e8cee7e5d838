"""What reviewers decided before, held against what a coder says now: decisions outlive re-reading."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, insert, select, update

from legation.records import Action, Claim, Kind, stands_at
from legation.store.rows import body_of
from legation.store.tables import claims, reviews

_DECISIONS = (Action.ACCEPT, Action.REJECT, Action.CORRECT, Action.ADOPT)
_ACCEPTING = frozenset({Action.ACCEPT, Action.ADOPT})
_NOT_CONTENT = frozenset({"id", "confidence", "reason", "trigger"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A review in force: what was decided on which claim, and where that claim hangs in its report."""

    pk: int
    action: Action
    claim: str
    kind: Kind
    start: int
    end: int
    by: str
    reason: str

    def covers(self, claim: Claim) -> bool:
        """Tell whether a claim stands in the place of the one decided on."""
        return claim.id == self.claim or stands_at(claim, (self.kind, self.start, self.end))


@dataclass(frozen=True, slots=True)
class Ruling:
    """What decisions do to a new reading.

    ``withheld``: id of a new claim -> the review that keeps it from being said; ``kept``: ids of accepted claims that
    stay although the coder says otherwise now; ``carried``: accepted claims that it says again under a new id.
    """

    withheld: dict[str, int] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    carried: list[tuple[Decision, Claim]] = field(default_factory=list)


def in_force(connection: Connection, report: int) -> list[Decision]:
    """Return the decisions on the claims of a report (number) that nobody has taken back."""
    names = ("pk", "action", "claim", "kind", "trigger_start", "trigger_end", "by", "reason")
    wanted = select(*(reviews.c[name] for name in names)).where(
        reviews.c.report == report,
        reviews.c.superseded_at.is_(None),
        reviews.c.action.in_([action.value for action in _DECISIONS]),
    )
    return [
        Decision(
            pk=row.pk,
            action=Action(row.action),
            claim=row.claim,
            kind=Kind(row.kind),
            start=row.trigger_start,
            end=row.trigger_end,
            by=row.by,
            reason=row.reason,
        )
        for row in connection.execute(wanted.order_by(reviews.c.pk))
    ]


def rule(decisions: Sequence[Decision], new: Mapping[str, Claim], current: Mapping[str, str]) -> Ruling:
    """Hold decisions against a new reading; ``current`` is id -> body of the coder's claims that stand now.

    What says the same as an accepted claim is never withheld, whatever other decision covers it.
    """
    ruling = Ruling()
    accepted = [each for each in decisions if each.action in _ACCEPTING and each.claim in current]
    same = {each.pk: _same(each, new, current[each.claim]) for each in accepted}
    protected = {claim.id for claim in same.values() if claim is not None}
    for decision in accepted:
        claim = same[decision.pk]
        if claim is None:
            ruling.kept.add(decision.claim)
        elif claim.id != decision.claim:
            ruling.carried.append((decision, claim))
    for decision in (*(each for each in decisions if each.action not in _ACCEPTING), *accepted):
        for claim in _covered(decision, new):
            if claim.id not in protected:
                ruling.withheld.setdefault(claim.id, decision.pk)
    return ruling


def _covered(decision: Decision, new: Mapping[str, Claim]) -> list[Claim]:
    if decision.claim in new:
        return [new[decision.claim]]
    return [claim for claim in new.values() if decision.covers(claim)]


def _same(decision: Decision, new: Mapping[str, Claim], accepted: str) -> Claim | None:
    found = (claim for claim in _covered(decision, new) if _said(body_of(claim)) == _said(accepted))
    return next(found, None)


def carry_acceptances(connection: Connection, ruling: Ruling, report: int, at: str) -> None:
    """Let acceptances follow to the ids under which a newer coder says the same."""
    for decision, claim in ruling.carried:
        connection.execute(update(reviews).where(reviews.c.pk == decision.pk).values(superseded_at=at))
        row = {
            "report": report,
            "action": decision.action.value,
            "claim": claim.id,
            "kind": claim.kind.value,
            "trigger_start": claim.trigger_start,
            "trigger_end": claim.trigger_end,
            "by": decision.by,
            "reason": decision.reason,
            "recorded_at": at,
        }
        made = connection.execute(insert(reviews).values(row).returning(reviews.c.pk)).scalar_one()
        connection.execute(update(claims).where(claims.c.review == decision.pk).values(review=made))


def _said(body: str) -> dict[str, object]:
    return {name: value for name, value in json.loads(body).items() if name not in _NOT_CONTENT}
