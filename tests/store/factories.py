"""Reports and claims for the tests of the store, built from a few words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    Rejection,
    Report,
    When,
    claim_id,
    report_id,
)

CODER = Coder(name="legation", version="1", model=None, ontology="1")
NEWER = Coder(name="legation", version="2", model="reader", ontology="1")
REVIEWER = Coder(name="reviewer:anna", version="1", model=None, ontology="1")


def report(text: str = "Armenia and the United States signed a charter.", **fields: Any) -> Report:
    """Return a report with the right id; dated and published unless said otherwise."""
    known = {"published_on": "2025-01-15", "published_basis": "explicit", "publisher": "Example Wire"}
    return Report(id=report_id(text), text=text, **(known | fields))


def long_report(number: int, sentences: int, **fields: Any) -> Report:
    """Return a report of that many sentences, unlike that of any other number."""
    text = " ".join(f"Armenia and Georgia met in round {i} of series {number}." for i in range(sentences))
    return report(text, **fields)


def actor(code: str, *, entity: str | None = None, start: int = 0) -> Actor:
    """Return an actor of a country, or of an entity that has none."""
    return Actor(text=code, start=start, end=start + 3, name=code, entity=entity or code, country=code)


def claim(
    of: Report,
    *,
    actors: Sequence[str | Actor] = ("ARM",),
    recipients: Sequence[str | Actor] = ("USA",),
    passage: Passage | None = None,
    trigger: int = 0,
    day: str | None = "2025-01-14",
    kind: Kind = Kind.EVENT,
    event_type: str | None = "CONSULT",
    modality: Modality = Modality.ASSERTED,
    object: ClaimObject | None = None,  # noqa: A002  the name of the field
    coder: Coder = CODER,
    last_day: str | None = None,
) -> Claim:
    """Return a claim on a passage of a report (the whole text unless given)."""
    passage = passage or Passage(start=0, end=len(of.text), exact=of.text)
    when = When(start=day, end=last_day or day, precision=Precision.DAY if day else Precision.UNKNOWN)
    return Claim(
        id=claim_id(of.id, kind, [(trigger, trigger + 6), (passage.start, passage.end)], coder),
        report=of,
        kind=kind,
        event=_event(event_type),
        actors=_actors(actors),
        recipients=_actors(recipients),
        object=object or {},
        modality=modality,
        when=when,
        where=Place(
            text="Yerevan", start=0, end=7, name="Yerevan", country="ARM", latitude=40.2, longitude=44.5
        ),
        attribution=(_said_by("Armenpress"), _hedge()),
        passage=passage,
        confidence=0.75,
        coder=coder,
        trigger_start=trigger,
        trigger_end=trigger + 6,
        reason="the verb 'sign' with two states",
    )


def claims(of: Report, number: int, *, coder: Coder = CODER) -> list[Claim]:
    """Return that many claims of a ``long_report``, one a sentence, told apart by their triggers."""
    ends = [i + 1 for i, letter in enumerate(of.text) if letter == "."]
    starts = [0, *(end + 1 for end in ends)]
    said = [Passage(start=a, end=b, exact=of.text[a:b]) for a, b in zip(starts, ends, strict=False)]
    return [claim(of, passage=said[i % len(said)], trigger=i, coder=coder) for i in range(number)]


def rejection(message: str = "no actor", **fields: Any) -> Rejection:
    """Return a rejection of the coding stage."""
    return Rejection(stage="coding", rule="has-actor", message=message, **fields)


def _event(type_: str | None) -> EventReading | None:
    if type_ is None:
        return None
    return EventReading(
        type=type_,
        mode="visit",
        contexts=("diplomatic", "military"),
        quad_class=1,
        intensity=1.5,
        cameo="042",
    )


def _actors(codes: Iterable[str | Actor]) -> tuple[Actor, ...]:
    return tuple(item if isinstance(item, Actor) else actor(item) for item in codes)


def _said_by(name: str) -> AttributionLink:
    source = Actor(
        text=name, start=0, end=5, name=name, entity="agency:armenpress", country="ARM", sector="MED"
    )
    return AttributionLink(source=source, cue="reports", cue_start=6, cue_end=13, kind=AttributionKind.CITE)


def _hedge() -> AttributionLink:
    return AttributionLink(
        source=None, cue="reportedly", cue_start=14, cue_end=24, kind=AttributionKind.HEDGE, hedge=True
    )
