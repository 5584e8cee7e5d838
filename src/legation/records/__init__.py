"""Core types: frozen dataclasses on the standard library only."""

from legation.records.actors import Actor
from legation.records.claims import (
    AttributionKind,
    AttributionLink,
    Claim,
    ClaimObject,
    Coder,
    EventReading,
    Kind,
    Modality,
    Passage,
    Place,
    Rejection,
    claim_id,
)
from legation.records.dates import DateExpression, Precision, When, parse_day
from legation.records.judgements import LINKER, Bond, Judgement, Verdict, ordered
from legation.records.reports import Report, report_id
from legation.records.reviews import Action, Assessment, AuditEntry, Change, Review, Snapshot
from legation.records.serial import claim_from_dict, claim_to_dict, report_to_dict
from legation.records.spans import Span
from legation.records.succession import differences, place_of, stands_at, successors

__all__ = [
    "LINKER",
    "Action",
    "Actor",
    "Assessment",
    "AttributionKind",
    "AttributionLink",
    "AuditEntry",
    "Bond",
    "Change",
    "Claim",
    "ClaimObject",
    "Coder",
    "DateExpression",
    "EventReading",
    "Judgement",
    "Kind",
    "Modality",
    "Passage",
    "Place",
    "Precision",
    "Rejection",
    "Report",
    "Review",
    "Snapshot",
    "Span",
    "Verdict",
    "When",
    "claim_from_dict",
    "claim_id",
    "claim_to_dict",
    "differences",
    "ordered",
    "parse_day",
    "place_of",
    "report_id",
    "report_to_dict",
    "stands_at",
    "successors",
]
