"""Cues of attribution: the words by which a text puts a content on somebody's word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.ontology.loading import folder, spaced


@dataclass(frozen=True, slots=True)
class CueVerbs:
    """Verbs of one kind of attribution, by the form that their content takes.

    ``prep`` holds (verb, preposition) pairs whose content is what the preposition governs.
    """

    kind: str
    clause: frozenset[str]
    quoted: frozenset[str]
    infinitive: frozenset[str]
    object: frozenset[str]
    prep: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Hedges:
    """Words that put a content on nobody's word; ``doubt`` words say how likely, not who reports."""

    adverbs: frozenset[str]
    doubt: frozenset[str]
    modals: frozenset[str]
    passive: frozenset[str]
    raising: frozenset[str]


@cache
def cue_verbs() -> tuple[CueVerbs, ...]:
    """Return the cue verbs of saying, believing and intending, in that order."""
    out = []
    for kind in ("say", "believe", "intend"):
        raw = folder("cues")[kind]
        pairs = frozenset((verb, prep) for verb, _, prep in (p.partition(":") for p in spaced(raw["prep"])))
        out.append(
            CueVerbs(
                kind,
                frozenset(spaced(raw["clause"])),
                frozenset(spaced(raw["quoted"])),
                frozenset(spaced(raw["infinitive"])),
                frozenset(spaced(raw["object"])),
                pairs,
            )
        )
    return tuple(out)


@cache
def hedges() -> Hedges:
    """Return the hedges."""
    raw = folder("cues")["hedge"]
    return Hedges(*(frozenset(spaced(raw[name])) for name in ("adverbs", "doubt", "modals", "passive", "raising")))


@cache
def cue_nouns() -> frozenset[str]:
    """Return nouns that introduce what somebody said ("the claim that")."""
    return frozenset(spaced(folder("cues")["cite"]["nouns"]))
