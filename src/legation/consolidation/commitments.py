"""What was promised and what became of it: four things kept apart (design, section 4).

Lifecycle, completion, compliance and deadline.  Silence is "no evidence", never "not started".  A later
claim that seems to bear on a promise is proposed with its reason; nobody but an analyst accepts it, and what it
amounts to is for an analyst to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from legation.consolidation.acts_wording import text_of
from legation.consolidation.days import day_of
from legation.consolidation.evidence import Evidence, Later, is_promise
from legation.consolidation.known import NOTHING, Known
from legation.consolidation.parties import all_codes, codes
from legation.consolidation.tellings import Telling, tellings
from legation.records import Claim, Verdict

Lifecycle = Literal["pipeline", "implementation", "finalisation", "closed", "cancelled", "suspended"]
Completion = Literal["no evidence", "not started", "limited", "substantial", "complete"]
Deadline = Literal["none stated", "upcoming", "due", "overdue", "met", "met late"]

@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentStanding:
    """A promise on a day.

    ``compliance`` (-1, 0, +1), ``lifecycle`` and ``completion`` are set by an analyst against a ``criterion``;
    ``accepted`` holds the evidence that one has accepted, ``proposed`` what may be evidence: nothing moves by that.
    ``likelihood`` is a percentage that an analyst gave.
    """

    telling: Telling
    promisors: frozenset[str]
    promisees: frozenset[str]
    what: str
    due: str | None
    lifecycle: Lifecycle
    completion: Completion
    compliance: int | None
    deadline: Deadline
    proposed: tuple[Evidence, ...]
    accepted: tuple[Evidence, ...] = ()
    criterion: str = ""
    likelihood: int | None = None
    assessed_by: str = ""
    next_review: str | None = None


def commitments(claims: Iterable[Claim], as_of: str, context: Known = NOTHING) -> list[CommitmentStanding]:
    """Return the standing of every promise made up to a day (ISO 8601), by the day it was made."""
    known = sorted({c.id: c for c in claims}.values(), key=lambda c: (day_of(c), c.id))
    made = [t for t in tellings((c for c in known if is_promise(c)), context) if t.day <= as_of]
    later = Later(known, as_of)
    return [_standing(telling, later, as_of, context) for telling in made]


def deadline(due: str | None, as_of: str) -> Deadline:
    """Return where a deadline stands on a day; ``due`` is an ISO 8601 day, month or year, or None.

    A month or year is due while it runs and overdue when it is over.
    """
    if not due:
        return "none stated"
    first, _, last = due.partition("/")
    last = last or first
    if as_of[: len(last)] > last:
        return "overdue"
    return "due" if as_of[: len(first)] >= first else "upcoming"


def _standing(telling: Telling, later: Later, as_of: str, context: Known) -> CommitmentStanding:
    lead = telling.lead
    due = text_of(lead, "due") or None
    actors = codes(lead.actors)
    found = later.bearing_on(telling, context)
    accepted = tuple(e for e in found if e.by)
    value = {name: _value(telling, name, context) for name in _SET_BY_HAND}
    if not _is_known(telling, accepted, context):
        value |= dict.fromkeys(_OF_OUTCOME, "")
    completion = cast("Completion", value["completion"] or "no evidence")
    last = max((day_of(e.claim) for e in accepted if not e.against), default="")
    return CommitmentStanding(
        telling=telling,
        promisors=actors,
        promisees=all_codes(lead) - actors,
        what=text_of(lead, "what") or text_of(lead, "organisation"),
        due=due,
        lifecycle=cast("Lifecycle", value["lifecycle"] or "pipeline"),
        completion=completion,
        compliance=int(value["compliance"]) if value["compliance"] else None,
        deadline=_deadline(due if due and due[:4].isdigit() else None, as_of, completion, last),
        proposed=tuple(e for e in found if not e.by),
        accepted=accepted,
        criterion=value["criterion"],
        likelihood=int(value["likelihood"]) if value["likelihood"] else None,
        assessed_by=_assessor(telling, context),
        next_review=value["next review"] or None,
    )


_SET_BY_HAND = ("lifecycle", "completion", "compliance", "criterion", "likelihood", "next review")


_OF_OUTCOME = ("lifecycle", "completion", "compliance")


def _is_known(telling: Telling, accepted: Sequence[Evidence], context: Known) -> bool:
    """Tell whether what a person says became of a promise rests on evidence that was known on a day."""
    promises = {claim.id for claim in telling.claims}
    rests = any(pair[0] in promises and said.verdict is Verdict.SAME for pair, said in context.evidence.items())
    return bool(accepted) or not rests


def _value(telling: Telling, name: str, context: Known) -> str:
    """Return what was set last on any of the claims that tell a promise, or ""."""
    found = [context.values[claim.id, name] for claim in telling.claims if (claim.id, name) in context.values]
    return max(found, key=lambda each: each.recorded_at).value if found else ""


def _assessor(telling: Telling, context: Known) -> str:
    ids = {claim.id for claim in telling.claims}
    found = [each for (subject, name), each in context.values.items() if subject in ids and name in _SET_BY_HAND]
    return max(found, key=lambda each: each.recorded_at).by if found else ""


def _deadline(due: str | None, as_of: str, completion: Completion, last_evidence: str) -> Deadline:
    """Return where a deadline stands; what is complete is not overdue, and met late if its evidence is later."""
    if completion != "complete" or not due:
        return deadline(due, as_of)
    last = due.partition("/")[2] or due
    return "met late" if last_evidence[: len(last)] > last else "met"
