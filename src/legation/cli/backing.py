"""What stands behind a claim: who else tells the act, how many origins, what is contested, what reviewers did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from legation.exports.plain import one_line

if TYPE_CHECKING:
    from legation.consolidation import Telling
    from legation.records import Claim, Review
    from legation.store import Record

_MOST = 8


def backing(record: Record, claim: Claim) -> dict[str, Any]:
    """Return what stands behind a claim as a JSON object."""
    from legation.pipeline import grade_of_claim, telling_of

    telling = telling_of(record, claim.id)
    grade = grade_of_claim(record, claim.id)
    return {
        "tellings": [{"claim": c.id, "report": c.report.id, "publisher": c.report.publisher} for c in telling.claims],
        "origins": [{"reports": list(o.reports), "reasons": list(o.reasons)} for o in telling.origins],
        "contested": [dispute.told for dispute in telling.disputes],
        "credibility": {"grade": grade.value, "words": grade.words, "reasons": list(grade.reasons), "by": grade.by},
        "reviews": [_review(review) for review in record.desk.reviews(claim=claim.id)],
    }


def _review(review: Review) -> dict[str, Any]:
    names = ("number", "by", "reason", "recorded_at", "undone_at", "result")
    return {"action": review.action.value} | {name: getattr(review, name) for name in names}


def backing_lines(record: Record, claim: Claim) -> Iterator[str]:
    """Yield what stands behind a claim, a line each."""
    from legation.pipeline import grade_of_claim, telling_of

    telling = telling_of(record, claim.id)
    yield from _tellings(telling)
    yield from (one_line(dispute.told) for dispute in telling.disputes)
    grade = grade_of_claim(record, claim.id)
    by = f", set by {grade.by}" if grade.by else ""
    yield f"credibility {grade.value}, {grade.words}{by}: {'; '.join(grade.reasons)}"
    for review in record.desk.reviews(claim=claim.id):
        undone = " (taken back)" if review.undone_at else ""
        reason = f": {one_line(review.reason)}" if review.reason else ""
        yield f"review {review.number}: {review.action.value} by {review.by}{undone}{reason}"


def _tellings(telling: Telling) -> Iterator[str]:
    count = len(telling.origins)
    origins = "one origin" if count == 1 else f"{count} independent origins"
    reports = "one report" if telling.reports == 1 else f"{telling.reports} reports"
    yield f"told by {reports}, {origins}"
    for claim in telling.claims[:_MOST] if telling.reports > 1 else ():
        who = one_line(claim.report.publisher or claim.report.title or "unknown")
        yield f"  {claim.id[:8]}  {claim.report.published_on or 'undated'}  {who}"
    if len(telling.claims) > _MOST:
        yield f"  and {len(telling.claims) - _MOST} more claims"
