"""Grades of trust from a record: of a publisher by what became of its claims, of a claim by what else tells it."""

from __future__ import annotations

from legation.consolidation import Grade, TrackRecord, grade_of, reliability, tellings
from legation.consolidation.tellings import Telling
from legation.pipeline.knowing import known_of
from legation.records import Bond
from legation.store import Record

_FURTHEST = 4


def telling_of(record: Record, claim: str, at: str | None = None) -> Telling:
    """Return the telling that a claim (full id) belongs to, with all claims of the record that tell the act."""
    found = {claim: record.claim(claim)}
    ahead = [claim]
    for _ in range(_FURTHEST):
        judged = record.judgements.on(ahead, Bond.TELLING, at=at)
        near = {id_ for j in judged for id_ in j.pair} - found.keys()
        ahead = sorted(near)
        found |= {each.id: each for each in record.claims_by_id(ahead, at)}
        if not ahead:
            break
    known = known_of(record, list(found.values()), at)
    return next(t for t in tellings(found.values(), known) if any(c.id == claim for c in t.claims))


def grade_of_claim(record: Record, claim: str) -> Grade:
    """Return the credibility of what a claim (full id) tells."""
    return grade_of(telling_of(record, claim))


def grade_of_publisher(record: Record, publisher: str) -> Grade:
    """Return the reliability of a publisher, as the record spells it."""
    reviewed, rejected, corrected = record.desk.track_record(publisher)
    held = record.desk.assessments([f"publisher:{publisher}"])
    by_hand = next((each for each in held if each.field == "reliability"), None)
    return reliability(publisher, TrackRecord(reviewed=reviewed, rejected=rejected, corrected=corrected), by_hand)
