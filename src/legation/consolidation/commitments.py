"""What was promised and what became of it: four things kept apart (design, section 4).

Lifecycle, completion, compliance and deadline.  Silence is "no evidence", never "not started".  A later
claim that seems to fulfil a promise is proposed with its reason; nobody but an analyst accepts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from legation.consolidation.acts_wording import text_of
from legation.consolidation.days import day_of
from legation.consolidation.parties import all_codes, codes
from legation.consolidation.similarity import words_of
from legation.consolidation.tellings import Telling, tellings
from legation.records import Claim, Kind, Modality

Lifecycle = Literal["pipeline", "implementation", "finalisation", "closed", "cancelled", "suspended"]
Completion = Literal["no evidence", "not started", "limited", "substantial", "complete"]
Deadline = Literal["none stated", "upcoming", "due", "overdue", "met late"]

_DONE = frozenset({Modality.ASSERTED, Modality.ONGOING, Modality.HISTORICAL})
_SHARED_NEEDED = 2
_SHARE_NEEDED = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A later claim proposed as fulfilling a promise, with the reason; not accepted by anybody yet."""

    claim: Claim
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentStanding:
    """A promise on a day.

    ``compliance`` (-1, 0, +1) is set by an analyst only and None here.  ``proposed`` holds what may be
    evidence; ``completion`` does not move by it.
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


def commitments(claims: Iterable[Claim], as_of: str) -> list[CommitmentStanding]:
    """Return the standing of every promise made up to a day (ISO 8601), by the day it was made."""
    known = sorted({c.id: c for c in claims}.values(), key=lambda c: (day_of(c), c.id))
    made = [t for t in tellings(c for c in known if is_promise(c)) if t.day <= as_of]
    later = [c for c in known if c.modality in _DONE and not is_promise(c) and day_of(c) <= as_of]
    return [_standing(telling, later, as_of) for telling in made]


def is_promise(claim: Claim) -> bool:
    """Tell whether a claim is a promise: a commitment, or a membership still to come."""
    return claim.kind == Kind.COMMITMENT or (claim.kind == Kind.MEMBERSHIP and claim.modality == Modality.FUTURE)


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


def _standing(telling: Telling, later: Sequence[Claim], as_of: str) -> CommitmentStanding:
    lead = telling.lead
    due = text_of(lead, "due") or None
    actors = codes(lead.actors)
    return CommitmentStanding(
        telling=telling,
        promisors=actors,
        promisees=all_codes(lead) - actors,
        what=text_of(lead, "what") or text_of(lead, "organisation"),
        due=due,
        lifecycle="pipeline",
        completion="no evidence",
        compliance=None,
        deadline=deadline(due if due and due[:4].isdigit() else None, as_of),
        proposed=tuple(e for claim in later if (e := _evidence(lead, claim)) is not None),
    )


def _evidence(promise: Claim, later: Claim) -> Evidence | None:
    """Return a later act of the same actor, in another report, whose words are those of the promise."""
    if later.report.id == promise.report.id or not _is_later(promise, later):
        return None
    if not codes(promise.actors) <= all_codes(later) or later.kind == Kind.STATEMENT:
        return None
    wanted = words_of(_promised(promise)) - words_of(" ".join(a.name for a in (*promise.actors, *promise.recipients)))
    shared = wanted & words_of(later.passage.exact)
    if len(shared) < _SHARED_NEEDED or len(shared) < _SHARE_NEEDED * len(wanted):
        return None
    reason = f"a later act by the same side that shares {len(shared)} of the promise’s {len(wanted)} words"
    return Evidence(claim=later, reason=reason)


def _promised(promise: Claim) -> str:
    return text_of(promise, "what") or f"join {text_of(promise, 'organisation')}"


def _is_later(promise: Claim, later: Claim) -> bool:
    made, done = day_of(promise), later.when.start or ""
    return bool(made) and done > made
