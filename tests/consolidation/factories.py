"""Claims for the tests of consolidation, built from a sentence and its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from legation.records import (
    Actor,
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
    Precision,
    Report,
    When,
    claim_id,
    report_id,
)
from legation.reference import Membership, states

CODER = Coder(name="test", version="1", model=None, ontology="1")


def report(text: str, *, day: str | None = "2025-01-14", publisher: str | None = "Example Wire") -> Report:
    """Return a report with the right id."""
    return Report(id=report_id(text), text=text, title="A title", publisher=publisher, published_on=day)


def actor(text: str, inside: str, code: str | None, **fields: Any) -> Actor:
    """Return the actor that a stretch of a text names; a state by its reference name by default."""
    start = inside.index(text)
    known = states()[code].name if code in states() else text
    filled: dict[str, Any] = {"name": known, "entity": code, "country": code, "sector": None, "role": None}
    return Actor(text=text, start=start, end=start + len(text), **(filled | fields))


def person(text: str, inside: str, code: str, role: str, **fields: Any) -> Actor:
    """Return a person with an office."""
    entity = f"person:{text.lower().replace(' ', '-')}"
    return actor(text, inside, code, name=text, entity=entity, sector="GOV", role=role, **fields)


def said_by(
    source: Actor | None, cue: str, inside: str, kind: AttributionKind = AttributionKind.SAY
) -> AttributionLink:
    """Return a link of attribution with its cue found in the text."""
    start = inside.find(cue)
    hedge = kind == AttributionKind.HEDGE
    return AttributionLink(source=source, cue=cue, cue_start=start, cue_end=start + len(cue), kind=kind, hedge=hedge)


def claim(
    text: str,
    trigger: str,
    *,
    kind: Kind = Kind.EVENT,
    actors: Sequence[Actor] = (),
    recipients: Sequence[Actor] = (),
    object: ClaimObject | None = None,  # noqa: A002  the name of the field
    event: tuple[str, str | None, int] | None = None,
    modality: Modality = Modality.ASSERTED,
    day: str | None = "2025-01-14",
    basis: str = "explicit",
    precision: Precision = Precision.DAY,
    attribution: Sequence[AttributionLink] = (),
    where: str | None = None,
    of: Report | None = None,
) -> Claim:
    """Return a claim on a text (a report of its own unless given)."""
    of = of or report(text)
    offset = of.text.index(text)
    start = text.index(trigger)
    moved = {"start": start + offset, "end": start + offset + len(trigger)}
    return Claim(
        id=claim_id(of.id, kind, [(moved["start"], moved["end"]), (offset, offset + len(text))], CODER),
        report=of,
        kind=kind,
        event=None if event is None else _event(*event),
        actors=tuple(_moved(a, offset) for a in actors),
        recipients=tuple(_moved(a, offset) for a in recipients),
        object=object or {},
        modality=modality,
        when=When(start=day, end=day, precision=precision if day else Precision.UNKNOWN, basis=basis),
        where=None if where is None else Place(text=where, start=0, end=len(where), name=where),
        attribution=tuple(attribution),
        passage=Passage(start=offset, end=offset + len(text), exact=text),
        confidence=0.8,
        coder=CODER,
        trigger_start=moved["start"],
        trigger_end=moved["end"],
    )


def membership(organisation: str, member: str, status: str = "member", **fields: str) -> Membership:
    """Return a row of the membership table."""
    filled = {"valid_from": "2000-01-01", "valid_to": "", "precision": "day", "note": "", "source": "a list"}
    return Membership(organisation=organisation, member=member, status=status, **(filled | fields))


def signing(*, day: str = "2025-01-14", of: Report | None = None, name: str = "charter on river water") -> Claim:
    """Return a claim that Armenia and the United States signed an agreement."""
    text = f"Armenia and the United States signed a {name}."
    return claim(
        text,
        "signed",
        kind=Kind.AGREEMENT,
        actors=[actor("Armenia", text, "ARM"), actor("United States", text, "USA")],
        object={"name": name, "act": "signature", "areas": []},
        event=("SUPPORT", None, 1),
        day=day,
        of=of or report(f"{text} It was told on {day}.", day=day),
    )


def promise(*, due: str | None = None, day: str = "2025-01-14") -> Claim:
    """Return a claim that the United States promised to send experts on border security to Armenia."""
    text = "The United States will send border security experts to Armenia."
    return claim(
        text,
        "will send",
        kind=Kind.COMMITMENT,
        actors=[actor("United States", text, "USA")],
        recipients=[actor("Armenia", text, "ARM")],
        object={"what": "send border security experts to Armenia", "areas": ["border security"], "due": due},
        modality=Modality.FUTURE,
        day=day,
        of=report(text, day=day),
    )


def _moved(actor: Actor, offset: int) -> Actor:
    fields = {name: getattr(actor, name) for name in ("text", "name", "entity", "country", "sector", "role")}
    return Actor(start=actor.start + offset, end=actor.end + offset, **fields)


def _event(type_: str, mode: str | None, quad: int) -> EventReading:
    return EventReading(type=type_, mode=mode, contexts=(), quad_class=quad, intensity=0.0, cameo=None)
