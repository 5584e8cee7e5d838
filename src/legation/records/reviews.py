"""What people decide on the record: reviews of claims, assessments of promises, grades of trust, snapshots."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from legation.records.claims import Claim


class Action(StrEnum):
    """What a reviewer does to a claim.

    ``accept``, ``reject``, ``correct``: the decisions.  ``write``: a claim put down by hand.  ``adopt``: take what a
    newer coder says in the place of an earlier decision; ``keep``: leave the decision and set the newer coder's
    claim aside.  ``undo``: take one of these back.
    """

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    WRITE = "write"
    ADOPT = "adopt"
    KEEP = "keep"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One act of a reviewer, in the order of the audit trail.

    ``claim`` is the claim decided on and ``result`` the one that came of it; ``changes`` is the name of a field ->
    (before, after) in words; ``undone_at`` is when it was taken back, ``undoes`` the number of the review that this
    one takes back.
    """

    number: int
    action: Action
    report: str
    claim: str
    by: str
    reason: str
    recorded_at: str
    result: str | None = None
    changes: dict[str, tuple[str, str]] = field(default_factory=dict)
    undoes: int | None = None
    undone_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a newer coder says where somebody has decided: ``kept`` stands (None: rejected), ``offered`` does not."""

    review: Review
    kept: Claim | None
    offered: Claim
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A value that a person sets: on a promise (completion, compliance, …), a publisher's or a claim's grade.

    ``subject`` is a claim's id or ``publisher:NAME``; ``field`` one of FIELDS.
    """

    subject: str
    field: str
    value: str
    by: str
    reason: str
    recorded_at: str = ""


LIFECYCLES = ("pipeline", "implementation", "finalisation", "closed", "cancelled", "suspended")
"""IATI activity status 1 to 6."""
COMPLETIONS = ("no evidence", "not started", "limited", "substantial", "complete")
"""Completion as the OGP's Independent Reporting Mechanism grades it."""
COMPLIANCES = ("-1", "0", "+1")
"""Compliance as the G7 and G20 Research Groups score it."""
RELIABILITIES = ("A", "B", "C", "D", "E", "F")
"""Reliability of a source, NATO AJP-2.1: A completely reliable … E unreliable, F cannot be judged."""
CREDIBILITIES = ("1", "2", "3", "4", "5", "6")
"""Credibility of information, NATO AJP-2.1: 1 confirmed … 5 improbable, 6 cannot be judged."""

FIELDS: dict[str, tuple[str, ...]] = {
    "lifecycle": LIFECYCLES,
    "completion": COMPLETIONS,
    "compliance": COMPLIANCES,
    "criterion": (),
    "likelihood": (),
    "next review": (),
    "reliability": RELIABILITIES,
    "credibility": CREDIBILITIES,
}
"""What can be assessed, with the values that are allowed (none listed: free words, a percentage, a day)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A named moment of the record, to be cited: ``digest`` is over the claims, judgements and assessments then."""

    name: str
    recorded_at: str
    digest: str
    claims: int
    reports: int
    judgements: int
    by: str
    note: str

    @property
    def citation(self) -> str:
        """The id to cite: name, day and the beginning of the digest."""
        return f"legation:{self.name}@{self.recorded_at[:10]}#{self.digest[:16]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One line of the audit trail: when, by whom, what was done to what, and why."""

    at: str
    by: str
    what: str
    subject: str
    detail: str
