"""PLOVER event types, their modes and the frames by which a predicate is read as one.

Source of the definitions: PLOVER manual 2021-2024, with the two corrections that the project's notes
record (ACCUSE has intensity -3; SANCTION is quad class 4).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from legation.errors import OntologyError
from legation.ontology.loading import expand, folder, spaced

EVENT_TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST"
    " SANCTION MOBILIZE COERCE"
    " ASSAULT"
).split()
QUAD_NAMES = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of an event type with the words that show it."""

    name: str
    intensity: float
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a verb tells an event; empty fields ask for nothing.

    ``object`` words of which one must stand among the verb's arguments; ``special`` marks asked of the
    object ("!actor", …); ``recipients`` where the recipient is looked for, in order.
    """

    event: str
    verbs: tuple[str, ...]
    object: frozenset[str]
    special: str
    without: frozenset[str]
    words: frozenset[str]
    preps: frozenset[str]
    then: str
    subject: frozenset[str]
    subject_special: str
    recipients: tuple[str, ...]
    mutual: bool
    mode: str | None
    negated: bool


@dataclass(frozen=True, slots=True)
class NounFrame:
    """A noun that tells an event by itself ("Russia's invasion of Ukraine")."""

    event: str
    words: frozenset[str]
    recipients: tuple[str, ...]
    mutual: bool
    mode: str | None
    occurs: bool
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence written here and the types it must be read as."""

    text: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER type: quad class 1-4, intensity -10..10, root CAMEO code, modes, frames, examples."""

    code: str
    label: str
    quad: int
    intensity: float
    cameo: str
    definition: str
    modes: tuple[Mode, ...]
    frames: tuple[Frame, ...]
    nouns: tuple[NounFrame, ...]
    examples: tuple[Example, ...]

    def mode(self, name: str | None) -> Mode | None:
        """Return the mode of that name, None where there is none."""
        return next((m for m in self.modes if m.name == name), None)


def _special(value: str) -> tuple[frozenset[str], str]:
    """Part "!actor" from the words of a field."""
    if value.startswith("!"):
        return frozenset(), value
    return expand(value), ""


_FRAME_KEYS = frozenset("verbs be object without words with then subject to mutual mode negated modal civil".split())


def _frame(code: str, raw: dict[str, Any]) -> Frame:
    unknown = set(raw) - _FRAME_KEYS
    if unknown:
        raise OntologyError(
            f"events/{code}.yml: a frame has no field {sorted(unknown)} (fields: {sorted(_FRAME_KEYS)})"
        )
    words, special = _special(raw.get("object", ""))
    subject, subject_special = _special(raw.get("subject", ""))
    verbs = spaced(raw["verbs"]) if "verbs" in raw else tuple(f"be:{w}" for w in raw["be"].split())
    return Frame(
        event=code,
        verbs=verbs,
        object=words,
        special=special,
        without=expand(raw.get("without", "")),
        words=expand(raw.get("words", "")),
        preps=frozenset(raw.get("with", "").split()),
        then=raw.get("then", ""),
        subject=subject,
        subject_special=subject_special,
        recipients=tuple(raw.get("to", "").split()),
        mutual=raw.get("mutual", False),
        mode=raw.get("mode"),
        negated=raw.get("negated", False),
    )


def _noun_frame(code: str, raw: dict[str, Any]) -> NounFrame:
    return NounFrame(
        event=code,
        words=frozenset(raw["words"].split()),
        recipients=tuple(raw.get("to", "").split()),
        mutual=raw.get("mutual", False),
        mode=raw.get("mode"),
        occurs=raw.get("occurs", False),
        of=expand(raw.get("of", "")),
    )


def _event_type(stem: str, raw: dict[str, Any]) -> EventType:
    if raw.get("code") != stem or stem not in EVENT_TYPES:
        raise OntologyError(
            f"events/{stem}.yml: code must be the file's name and a PLOVER type (got {raw.get('code')!r})"
        )
    if raw["quad"] not in QUAD_NAMES:
        raise OntologyError(f"events/{stem}.yml: quad must be one of 1-4 (got {raw['quad']!r})")
    modes = tuple(
        Mode(name, float(m["intensity"]), frozenset(m["words"].split())) for name, m in raw.get("modes", {}).items()
    )
    return EventType(
        code=stem,
        label=raw["label"],
        quad=raw["quad"],
        intensity=float(raw["intensity"]),
        cameo=str(raw["cameo"]),
        definition=raw["definition"],
        modes=modes,
        frames=tuple(_frame(stem, f) for f in raw["frames"]),
        nouns=tuple(_noun_frame(stem, n) for n in raw.get("nouns", [])),
        examples=tuple(Example(e["text"], tuple(e["codes"])) for e in raw["examples"]),
    )


@cache
def event_types() -> dict[str, EventType]:
    """Return code -> event type for all sixteen.

    Raises OntologyError where a type is missing or a file contradicts itself.
    """
    found: dict[str, EventType] = {}
    for stem, raw in folder("events").items():
        try:
            found[stem] = _event_type(stem, raw)
        except KeyError as error:
            raise OntologyError(f"events/{stem}.yml: the field {error} is missing") from error
    missing = set(EVENT_TYPES) - set(found)
    if missing:
        raise OntologyError(f"events/: no file for {sorted(missing)}")
    return found


@cache
def frames_by_verb() -> dict[str, tuple[Frame, ...]]:
    """Return verb (lemma, "lemma_particle" or "be:adjective") -> frames."""
    table: dict[str, list[Frame]] = {}
    for event in event_types().values():
        for frame in event.frames:
            for verb in frame.verbs:
                table.setdefault(verb, []).append(frame)
    return {verb: tuple(dict.fromkeys(found)) for verb, found in table.items()}


@cache
def frames_by_noun() -> dict[str, tuple[NounFrame, ...]]:
    """Return noun -> noun frames."""
    table: dict[str, list[NounFrame]] = {}
    for event in event_types().values():
        for frame in event.nouns:
            for word in frame.words:
                table.setdefault(word, []).append(frame)
    return {word: tuple(found) for word, found in table.items()}
