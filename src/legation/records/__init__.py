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
from legation.records.reports import Report, report_id
from legation.records.serial import claim_from_dict, claim_to_dict, report_to_dict
from legation.records.spans import Span

__all__ = [
    "Actor",
    "AttributionKind",
    "AttributionLink",
    "Claim",
    "ClaimObject",
    "Coder",
    "DateExpression",
    "EventReading",
    "Kind",
    "Modality",
    "Passage",
    "Place",
    "Precision",
    "Rejection",
    "Report",
    "Span",
    "When",
    "claim_from_dict",
    "claim_id",
    "claim_to_dict",
    "parse_day",
    "report_id",
    "report_to_dict",
]
