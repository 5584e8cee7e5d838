"""Claims and reports as rows, and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, TypeAlias

from sqlalchemy import Row

from legation.records import Actor, Claim, Coder, Report, claim_from_dict, claim_to_dict
from legation.store.tables import claims, coders, passages, reports

REVIEWER = "reviewer:"
"""How the name of a reviewer begins among the coders."""

Values: TypeAlias = dict[str, str | int | float | None]
AnyRow: TypeAlias = Row[Any]

PUBLICATION = ("title", "publisher", "url", "published_on", "published_basis", "published_reason")
"""The fields of a report that another sighting of the same text may give differently."""

# These parts of a claim have tables of their own; the body is all the rest.
_ELSEWHERE = ("report", "passage", "coder")

CLAIM_COLUMNS = (
    claims.c.pk,
    claims.c.report.label("report_pk"),
    claims.c.body,
    passages.c.pk.label("passage_pk"),
    passages.c.start.label("passage_start"),
    passages.c.end.label("passage_end"),
    passages.c.exact,
    coders.c.name.label("coder_name"),
    coders.c.version,
    coders.c.model,
    coders.c.ontology,
    reports.c.id.label("report_id"),
    reports.c.language,
    *(reports.c[name] for name in PUBLICATION),
)
"""What ``claim_of`` needs of the joined tables."""


def publication_of(report: Report) -> Values:
    """Return the publication fields of a report."""
    return {name: getattr(report, name) for name in PUBLICATION}


def coder_values(coder: Coder) -> Values:
    """Return the row of a coder; its id is a hash of the four fields."""
    fields: Values = asdict(coder)
    digest = hashlib.sha256(json.dumps(list(fields.values())).encode()).hexdigest()
    return {"id": digest[:12], **fields}


def body_of(claim: Claim) -> str:
    """Return a claim as JSON without the parts that have tables of their own."""
    whole = claim_to_dict(claim)
    kept = {name: value for name, value in whole.items() if name not in _ELSEWHERE}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def claim_values(claim: Claim, body: str, fallback: str) -> Values:
    """Return the columns of a claim that queries ask for; ``fallback`` is its day where it is undated."""
    event, when, status = claim.event, claim.when, claim.object.get("status")
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "event_type": event.type if event else None,
        "mode": event.mode if event else None,
        "quad_class": event.quad_class if event else None,
        "modality": claim.modality.value,
        "status": status if isinstance(status, str) else None,
        "day": when.start or when.end or fallback,
        "when_start": when.start or when.end,
        "when_end": when.end or when.start,
        "precision": when.precision.value,
        "confidence": claim.confidence,
        "trigger_start": claim.trigger_start,
        "trigger_end": claim.trigger_end,
        "body": body,
    }


def actor_values(claim: Claim) -> Iterator[Values]:
    """Yield a row for every actor, recipient and named source of a claim."""
    sources = tuple(link.source for link in claim.attribution if link.source is not None)
    for role, actors in (("actor", claim.actors), ("recipient", claim.recipients), ("source", sources)):
        for position, actor in enumerate(actors):
            yield {"role": role, "position": position, **_actor(actor)}


def party_values(claim: Claim) -> Iterator[Values]:
    """Yield a row for every code, country or entity, that a claim can be found by.

    Those of its sources, its place and the organisation that it is about neither act nor receive.
    """
    acting, receiving = _codes(claim.actors), _codes(claim.recipients)
    sources = _codes(link.source for link in claim.attribution if link.source is not None)
    organisation = claim.object.get("entity")
    beside = [organisation] if isinstance(organisation, str) and organisation else []
    beside += [claim.where.country] if claim.where and claim.where.country else []
    for code in dict.fromkeys((*acting, *receiving, *sources, *beside)):
        yield {"code": code, "acts": code in acting, "receives": code in receiving}


def _codes(actors: Iterable[Actor]) -> list[str]:
    return [code for actor in actors for code in (actor.country, actor.entity) if code]


def _actor(actor: Actor) -> Values:
    names = ("entity", "country", "sector", "name", "start", "end")
    return {name: getattr(actor, name) for name in names}


def claim_of(row: AnyRow, report: Report) -> Claim:
    """Return the claim of a row of CLAIM_COLUMNS."""
    raw = json.loads(row.body)
    raw["passage"] = {"start": row.passage_start, "end": row.passage_end, "exact": row.exact}
    raw["coder"] = {
        "name": row.coder_name,
        "version": row.version,
        "model": row.model,
        "ontology": row.ontology,
    }
    return claim_from_dict(raw, report)


def report_of(row: AnyRow, *, id_: str, text: str = "") -> Report:
    """Return the report of a row that has its publication fields; without its text unless given."""
    return Report(id=id_, text=text, language=row.language, **{n: getattr(row, n) for n in PUBLICATION})
