"""A record with one claim of each kind that binds, for the verbs of the desk; and what coders say later."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.store import factories as make

from legation.records import Claim, ClaimObject, Coder, Kind, Modality, Report, Review, claim_id
from legation.store import open_record

OBJECTS: dict[Kind, ClaimObject] = {
    Kind.AGREEMENT: {"name": "Border Accord", "act": "signature", "areas": ["transport"]},
    Kind.BODY: {"name": "Border Commission", "act": "established", "areas": ["transport"]},
    Kind.COMMITMENT: {"what": "open a crossing", "areas": ["transport"], "due": "2025-06-30"},
    Kind.MEMBERSHIP: {"organisation": "CSTO", "status": "self-suspended"},
    Kind.MEETING: {"format": "bilateral", "level": "ministerial", "name": "Border Talks", "status": "planned"},
    Kind.STATEMENT: {"quote": "direct", "content": "We are ready"},
}
REPORT = make.long_report(1, len(OBJECTS))

Claims = dict[Kind, Claim]


def claims_of(report: Report, coder: Coder = make.CODER) -> Claims:
    """Return a claim of each kind, one a sentence of a ``long_report``."""
    places = make.claims(report, len(OBJECTS))
    return {
        kind: make.claim(
            report,
            kind=kind,
            object=said,
            trigger=place.passage.start,
            passage=place.passage,
            modality=Modality.FUTURE if kind is Kind.COMMITMENT else Modality.ASSERTED,
            coder=coder,
        )
        for (kind, said), place in zip(OBJECTS.items(), places, strict=True)
    }


def fill(place: Path, report: Report = REPORT) -> Claims:
    """Put the claims of a report into the record at a place and return them by kind."""
    made = claims_of(report)
    with open_record(str(place)) as record:
        record.add_reading(report, made.values())
    return made


def read_anew(place: Path, **said: str) -> Claims:
    """Let a newer coder read the report, and say other things of the agreement."""
    made = claims_of(REPORT, make.NEWER)
    agreed = made[Kind.AGREEMENT]
    made[Kind.AGREEMENT] = replace(agreed, object={**agreed.object, **said})
    with open_record(str(place), create=False) as record:
        record.add_reading(REPORT, made.values())
    return made


def split_anew(place: Path, kind: Kind = Kind.AGREEMENT) -> list[Claim]:
    """Let a newer coder say two claims where one of a kind was said, and return both."""
    made = claims_of(REPORT, make.NEWER)
    one = made.pop(kind)
    one = replace(one, object={**one.object, "act": "ratification"})
    spans = [(one.trigger_start, one.trigger_end - 3), (one.passage.start, one.passage.end)]
    other = replace(
        one,
        id=claim_id(REPORT.id, kind, spans, make.NEWER),
        trigger_end=one.trigger_end - 3,
        object={**one.object, "name": "River Accord"},
    )
    with open_record(str(place), create=False) as record:
        record.add_reading(REPORT, [one, other, *made.values()])
    return [one, other]


def said(place: Path) -> list[str]:
    """Return the ids of the claims that the record says now."""
    with open_record(str(place), create=False) as record:
        return [claim.id for claim in record.claims()]


def reviews(place: Path) -> list[Review]:
    """Return all reviews, the first first."""
    with open_record(str(place), create=False) as record:
        return record.desk.reviews()[::-1]


def report(number: int) -> Report:
    """Return a report with a sentence for each claim, unlike that of any other number."""
    return make.long_report(number, len(OBJECTS))
