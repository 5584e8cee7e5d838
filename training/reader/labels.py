"""What the heads tell apart; the order is fixed here and travels with the weights."""

from __future__ import annotations

from legation.ontology import EVENT_TYPES
from legation.records import AttributionKind, Kind, Modality
from training.corpus.vocabulary import AREAS, CONTEXTS, FIELD_VALUES, MODES, SECTORS

NONE = "none"


def _field(kind: str, name: str) -> tuple[str, ...]:
    return (NONE, *sorted(FIELD_VALUES[kind, name]))


CHOICES: dict[str, tuple[str, ...]] = {
    "kind": (NONE, *(k.value for k in Kind)),
    "type": (NONE, *sorted(EVENT_TYPES)),
    "cue": (NONE, *(k.value for k in AttributionKind)),
    "modality": tuple(m.value for m in Modality),
    "mode": (NONE, *sorted(f"{t}/{m}" for t, modes in MODES.items() for m in modes)),
    "agreement.act": _field("agreement", "act"),
    "body.act": _field("body", "act"),
    "membership.status": _field("membership", "status"),
    "meeting.status": _field("meeting", "status"),
    "meeting.format": _field("meeting", "format"),
    "meeting.level": _field("meeting", "level"),
    "relation.rel": _field("relation", "rel"),
    "sector": (NONE, *sorted(SECTORS)),
}
"""Heads that choose one label a wordpiece, by softmax."""

SETS: dict[str, tuple[str, ...]] = {"contexts": tuple(sorted(CONTEXTS)), "areas": tuple(sorted(AREAS))}
"""Heads that may choose several, by sigmoid."""

CLAIM_ROLES = ("by", "to", "obj", "when", "where", "due")
LINK_ROLES = ("source", "content")
NATION = "nation"
ROLES = (*CLAIM_ROLES, *LINK_ROLES, NATION)
"""What a wordpiece is to a trigger or cue, by sigmoid; "nation": the name that tells of which state a mention is."""


def slices() -> dict[str, slice]:
    """Return where each head stands in the row of logits of a wordpiece."""
    at, found = 0, dict[str, slice]()
    for name, labels in (*CHOICES.items(), *SETS.items()):
        found[name] = slice(at, at + len(labels))
        at += len(labels)
    return found


WIDTH_OF_LOGITS = sum(len(v) for v in (*CHOICES.values(), *SETS.values()))
