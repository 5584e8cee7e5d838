"""Claims as CSV, one row a claim: UTF-8, RFC 4180 quoting, lists joined by semicolons."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from legation.records import Actor, AttributionLink, Claim

Cell: TypeAlias = str | int | float | None

_OBJECT_FIELDS = (
    "name", "act", "areas", "what", "due", "organisation", "status", "format", "level", "quote", "content",
    "to",
)  # fmt: skip
COLUMNS = (
    "id", "kind",
    "event_type", "event_mode", "event_contexts", "quad_class", "intensity", "cameo",
    "actor_names", "actor_entities", "actor_countries", "actor_sectors",
    "recipient_names", "recipient_entities", "recipient_countries", "recipient_sectors",
    *(f"object_{name}" for name in _OBJECT_FIELDS),
    "modality", "when_start", "when_end", "when_precision", "when_basis",
    "where_name", "where_country", "latitude", "longitude",
    "attribution", "hedged", "confidence",
    "passage", "passage_start", "passage_end",
    "report_id", "report_title", "report_publisher", "report_url",
    "report_published_on", "report_published_basis",
    "coder", "coder_version", "coder_model", "ontology", "reason",
)  # fmt: skip
"""The columns, in their order."""

# A spreadsheet takes a cell that begins so for a formula, and the text of a report is not to be trusted.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def claims_to_csv(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield the header, then one row a claim, each with its line end.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; JSON lines keep the text
    as it is.
    """
    yield _line(COLUMNS)
    for claim in claims:
        row = _row(claim)
        yield _line([_safe(row[column]) for column in COLUMNS])


def _line(cells: Sequence[Cell]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue()


def _safe(value: Cell) -> Cell:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _row(claim: Claim) -> dict[str, Cell]:
    return (
        {"id": claim.id, "kind": claim.kind.value}
        | _event(claim)
        | _actors("actor", claim.actors)
        | _actors("recipient", claim.recipients)
        | {f"object_{name}": _joined(claim.object.get(name)) for name in _OBJECT_FIELDS}
        | {"modality": claim.modality.value}
        | _when_and_where(claim)
        | {
            "attribution": " > ".join(map(_link, claim.attribution)),
            "hedged": str(any(link.hedge for link in claim.attribution)).lower(),
            "confidence": claim.confidence,
        }
        | _evidence(claim)
        | _coder(claim)
    )


def _event(claim: Claim) -> dict[str, Cell]:
    event = claim.event
    return {
        "event_type": event.type if event else None,
        "event_mode": event.mode if event else None,
        "event_contexts": _joined(event.contexts) if event else None,
        "quad_class": event.quad_class if event else None,
        "intensity": event.intensity if event else None,
        "cameo": event.cameo if event else None,
    }


def _actors(role: str, actors: Sequence[Actor]) -> dict[str, Cell]:
    return {
        f"{role}_names": _joined([actor.name for actor in actors]),
        f"{role}_entities": _joined([actor.entity or "" for actor in actors]),
        f"{role}_countries": _joined([actor.country or "" for actor in actors]),
        f"{role}_sectors": _joined([actor.sector or "" for actor in actors]),
    }


def _when_and_where(claim: Claim) -> dict[str, Cell]:
    when, where = claim.when, claim.where
    return {
        "when_start": when.start,
        "when_end": when.end,
        "when_precision": when.precision.value,
        "when_basis": when.basis,
        "where_name": where.name if where else None,
        "where_country": where.country if where else None,
        "latitude": where.latitude if where else None,
        "longitude": where.longitude if where else None,
    }


def _evidence(claim: Claim) -> dict[str, Cell]:
    report, passage = claim.report, claim.passage
    return {
        "passage": passage.exact,
        "passage_start": passage.start,
        "passage_end": passage.end,
        "report_id": report.id,
        "report_title": report.title,
        "report_publisher": report.publisher,
        "report_url": report.url,
        "report_published_on": report.published_on,
        "report_published_basis": report.published_basis,
    }


def _coder(claim: Claim) -> dict[str, Cell]:
    coder = claim.coder
    return {
        "coder": coder.name,
        "coder_version": coder.version,
        "coder_model": coder.model,
        "ontology": coder.ontology,
        "reason": claim.reason,
    }


def _link(link: AttributionLink) -> str:
    source = "" if link.source is None else f"{link.source.name} "
    return f"{source}[{link.kind.value}: {link.cue}]"


def _joined(value: str | Sequence[str] | None) -> str | None:
    return value if value is None or isinstance(value, str) else ";".join(value)
