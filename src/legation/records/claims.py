"""The claim: one row of the record, and the parts that it is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from legation.records.actors import Actor
from legation.records.dates import When
from legation.records.reports import Report

ClaimObject: TypeAlias = dict[str, str | list[str] | None]


class Kind(StrEnum):
    """The eight kinds of claim (design, section 4)."""

    EVENT = "event"
    STATEMENT = "statement"
    AGREEMENT = "agreement"
    BODY = "body"
    COMMITMENT = "commitment"
    MEMBERSHIP = "membership"
    MEETING = "meeting"
    RELATION = "relation"


class Modality(StrEnum):
    """How the report presents the act: done, under way, to come, conditional, denied, or past."""

    ASSERTED = "asserted"
    ONGOING = "ongoing"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    HISTORICAL = "historical"


class AttributionKind(StrEnum):
    """What a source does with a content: say, believe, intend, cite another, or hedge."""

    SAY = "say"
    BELIEVE = "believe"
    INTEND = "intend"
    CITE = "cite"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReading:
    """The PLOVER reading of a claim.

    ``quad_class`` 1-4, ``intensity`` -10..10, ``cameo`` the CAMEO code as text.
    Definition: PLOVER manual, 2021-2024 edition.
    """

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad_class: int
    intensity: float
    cameo: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionLink:
    """One link of the chain on whose word a claim stands; ``source`` None means nobody named.

    ``cue_start``/``cue_end`` are character offsets of ``cue``.
    """

    source: Actor | None
    cue: str
    cue_start: int
    cue_end: int
    kind: AttributionKind
    hedge: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The whole sentence or sentences that carry a claim: verbatim text with character offsets."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of an act: mention with offsets, canonical name, country (ISO 3166-1 alpha-3)."""

    text: str
    start: int
    end: int
    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """Who coded a claim: name and version of the program (or a reviewer), model and ontology."""

    name: str
    version: str
    model: str | None
    ontology: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody said it, in this report, in this passage, coded by this coder.

    ``trigger_start``/``trigger_end`` are the character offsets of the words that the claim hangs on;
    ``reason`` says in words why it was coded so.
    """

    id: str
    report: Report
    kind: Kind
    event: EventReading | None
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    object: ClaimObject
    modality: Modality
    when: When
    where: Place | None
    attribution: tuple[AttributionLink, ...]
    passage: Passage
    confidence: float
    coder: Coder
    trigger_start: int
    trigger_end: int
    reason: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Something that was seen and not coded, with the rule that turned it away."""

    stage: str
    rule: str
    message: str
    start: int | None = None
    end: int | None = None
    exact: str | None = None


def claim_id(report: str, kind: Kind, spans: Iterable[tuple[int, int]], coder: Coder) -> str:
    """Return the content hash of (report, kind, spans, coder): re-reading adds nothing.

    ``spans`` are character offsets; order matters (trigger, passage, actors, recipients, …).
    """
    parts = [report, kind.value, ";".join(f"{a}-{b}" for a, b in spans)]
    parts += [coder.name, coder.version, coder.model or "", coder.ontology]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]
