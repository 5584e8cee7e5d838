"""Claims as JSON objects and back: the one door where raw dicts become types."""

from __future__ import annotations

from typing import Any, TypeAlias

from legation.records.actors import Actor
from legation.records.claims import (
    AttributionKind,
    AttributionLink,
    Claim,
    Coder,
    EventReading,
    Kind,
    Modality,
    Passage,
    Place,
)
from legation.records.dates import Precision, When
from legation.records.reports import Report

Json: TypeAlias = dict[str, Any]

_ACTOR_FIELDS = ("text", "start", "end", "name", "entity", "country", "sector", "role")
_REPORT_FIELDS = ("id", "title", "publisher", "url", "published_on", "language")
_PLACE_FIELDS = ("text", "start", "end", "name", "country", "latitude", "longitude")


def _pick(record: object, fields: tuple[str, ...]) -> Json:
    return {name: getattr(record, name) for name in fields}


def report_to_dict(report: Report, *, with_text: bool = False) -> Json:
    """Return the public fields of a report, its basis of dating, and on demand its text."""
    out = _pick(report, _REPORT_FIELDS)
    out |= _pick(report, ("published_basis", "published_reason"))
    return out | {"text": report.text} if with_text else out


def _link_to_dict(link: AttributionLink) -> Json:
    return {
        "source": None if link.source is None else _pick(link.source, _ACTOR_FIELDS),
        "cue": link.cue,
        "cue_start": link.cue_start,
        "cue_end": link.cue_end,
        "kind": link.kind.value,
        "hedge": link.hedge,
    }


def claim_to_dict(claim: Claim) -> Json:
    """Return a claim as the JSON object that design section 4 fixes."""
    event = claim.event
    return {
        "id": claim.id,
        "report": report_to_dict(claim.report),
        "kind": claim.kind.value,
        "event": None
        if event is None
        else _pick(event, ("type", "mode", "quad_class", "intensity", "cameo")) | {"contexts": list(event.contexts)},
        "actors": [_pick(actor, _ACTOR_FIELDS) for actor in claim.actors],
        "recipients": [_pick(actor, _ACTOR_FIELDS) for actor in claim.recipients],
        "object": dict(claim.object),
        "modality": claim.modality.value,
        "when": _pick(claim.when, ("text", "start", "end", "precision", "basis")),
        "where": None if claim.where is None else _pick(claim.where, _PLACE_FIELDS),
        "attribution": [_link_to_dict(link) for link in claim.attribution],
        "passage": _pick(claim.passage, ("start", "end", "exact")),
        "confidence": claim.confidence,
        "coder": _pick(claim.coder, ("name", "version", "model", "ontology")),
        "trigger": {"start": claim.trigger_start, "end": claim.trigger_end},
        "reason": claim.reason,
    }


def _link_from_dict(raw: Json) -> AttributionLink:
    return AttributionLink(
        source=None if raw["source"] is None else Actor(**raw["source"]),
        cue=raw["cue"],
        cue_start=raw["cue_start"],
        cue_end=raw["cue_end"],
        kind=AttributionKind(raw["kind"]),
        hedge=raw["hedge"],
    )


def _event_from_dict(raw: Json | None) -> EventReading | None:
    return None if raw is None else EventReading(**{**raw, "contexts": tuple(raw["contexts"])})


def claim_from_dict(raw: Json, report: Report | None = None) -> Claim:
    """Return the claim that ``claim_to_dict`` wrote; its report's text is empty unless given.

    Raises KeyError, TypeError or ValueError where a field is missing or of the wrong kind.
    """
    return Claim(
        id=raw["id"],
        report=report or Report(text="", **raw["report"]),
        kind=Kind(raw["kind"]),
        event=_event_from_dict(raw["event"]),
        actors=tuple(Actor(**actor) for actor in raw["actors"]),
        recipients=tuple(Actor(**actor) for actor in raw["recipients"]),
        object=dict(raw["object"]),
        modality=Modality(raw["modality"]),
        when=When(**{**raw["when"], "precision": Precision(raw["when"]["precision"])}),
        where=None if raw["where"] is None else Place(**raw["where"]),
        attribution=tuple(_link_from_dict(link) for link in raw["attribution"]),
        passage=Passage(**raw["passage"]),
        confidence=raw["confidence"],
        coder=Coder(**raw["coder"]),
        trigger_start=raw["trigger"]["start"],
        trigger_end=raw["trigger"]["end"],
        reason=raw.get("reason", ""),
    )
