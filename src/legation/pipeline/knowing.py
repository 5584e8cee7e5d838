"""What a record knows of claims beside the claims: judgements, origins, assessments, reviews."""

from __future__ import annotations

from collections.abc import Sequence

from legation.consolidation import Known, Links, Provenance
from legation.records import Bond, Claim
from legation.store import Record


def known_of(record: Record, claims: Sequence[Claim], at: str | None = None) -> Known:
    """Return what the record knows of claims, now or as it stood at a moment (ISO 8601, UTC, microseconds)."""
    ids = list(dict.fromkeys(claim.id for claim in claims))
    reports = list(dict.fromkeys(claim.report.id for claim in claims))
    judged = record.judgements.on(ids, Bond.TELLING, Bond.SUBJECT, Bond.EVIDENCE, at=at)
    return Known(
        links=Links(tuple(j for j in judged if j.bond is Bond.TELLING)),
        provenance=Provenance(
            copies=tuple(record.judgements.on(reports, Bond.ORIGIN, at=at)), credits=record.judgements.credits(reports)
        ),
        judgements=tuple(j for j in judged if j.bond is not Bond.TELLING),
        assessments=tuple(record.desk.assessments(ids, at)),
        reviews=tuple(record.desk.reviews_on(ids, at)),
    )
