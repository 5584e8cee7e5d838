"""A claim with all that stands behind it: tellings, origins, versions, grade, history, follow-up."""

from __future__ import annotations

from dataclasses import dataclass

from legation.consolidation import Grade, grade_of
from legation.consolidation.tellings import Telling
from legation.errors import RecordError
from legation.pipeline.grading import telling_of
from legation.pipeline.standing import standings
from legation.records import Assessment, AuditEntry, Claim, Kind, Report, Review
from legation.records.standings import Standing
from legation.store import Record

_STANDING = frozenset({Kind.AGREEMENT, Kind.BODY, Kind.COMMITMENT, Kind.MEMBERSHIP, Kind.MEETING})
_LATEST = "9999-12-31"
_MOST = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim, the text of its report, who else tells the act, the grade, what was done to it, where its thing stands.

    ``is_current`` is False for a claim that is said no longer.
    """

    claim: Claim
    report: Report
    telling: Telling
    grade: Grade
    reviews: tuple[Review, ...]
    trail: tuple[AuditEntry, ...]
    assessments: tuple[Assessment, ...]
    standing: Standing | None
    is_current: bool


def claim_view(record: Record, id_: str) -> ClaimView:
    """Return a claim by its id or the beginning; raises NotFoundError."""
    claim = record.claim(id_)
    telling = telling_of(record, claim.id)
    return ClaimView(
        claim=claim,
        report=record.report(claim.report.id),
        telling=telling,
        grade=grade_of(telling),
        reviews=tuple(record.desk.reviews(claim=claim.id)),
        trail=tuple(record.desk.trail(claim.id, 40)),
        assessments=tuple(record.desk.assessments([claim.id])),
        standing=_standing(record, claim),
        is_current=bool(record.claims_by_id([claim.id])),
    )


def _standing(record: Record, claim: Claim) -> Standing | None:
    """Return where the thing stands that a claim is on, by its parties; None where it is no such claim."""
    codes = list(dict.fromkeys(a.code for a in (*claim.actors, *claim.recipients) if a.code))[:2]
    if claim.kind not in _STANDING or not codes:
        return None
    try:
        found = standings(record, codes, _LATEST, kinds=[claim.kind], most=_MOST)
    except RecordError:
        return None
    return next((each for each in found if claim.id in each.claims), None)
