"""Of which state a mention is, where the tables do not know: the reader points at a name around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.coding.actors.linker import Linker
from legation.coding.learned.spans import Tokens
from legation.models import Signals
from legation.records import Actor
from legation.records.syntax import Sentence
from legation.reference import states

_NAMED = frozenset(
    {"name", "demonym", "capital", "place", "people", "institution", "organisation", "group", "person", "agency"}
)


def code_of(actor: Actor) -> str | None:
    """Return the code that two mentions are compared by: an organisation's id, or the country."""
    return actor.entity if actor.country == "IGO" and actor.entity else actor.country


def names_in(linker: Linker, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield the names of a sentence that the tables know: character offsets and code, each token once."""
    told: dict[int, tuple[int, int, str]] = {}
    for mention in sentence.mentions:
        actor = linker.of_mention(sentence, mention) if mention.kind in _NAMED else None
        code = code_of(actor) if actor is not None else None
        if code:
            first = sentence.tokens[mention.first]
            told[first.start] = (first.start, first.end, code)
    for phrase in sentence.phrases:
        head = sentence.tokens[phrase.head]
        linked = linker.single(sentence, phrase.index)
        if not phrase.pronoun and head.tag == "NAME" and len(linked) == 1 and (code := code_of(linked[0])):
            told.setdefault(head.start, (head.start, head.end, code))
    yield from (told[start] for start in sorted(told))


class Nations:
    """Gives mentions their states, as the reader points at them."""

    def __init__(self, tokens: Tokens, linker: Linker, signals: Signals) -> None:
        self.signals = signals
        self.least = signals.thresholds["nation"]
        starts = {t.start: n for n, t in enumerate(tokens.all)}
        self.names: dict[int, str] = {}
        for sentence in tokens.analysis.sentences:
            for start, _, code in names_in(linker, sentence):
                self.names[starts[start]] = code

    def pointed(self, token: int) -> tuple[str, float] | None:
        """Return the code of the name that a mention beginning at a token points at, and how surely; None for none."""
        low, chances = self.signals.role("nation", token)
        found: dict[str, float] = {}
        for n, chance in enumerate(chances.tolist()):
            code = self.names.get(n + low)
            if code is not None:
                found[code] = max(found.get(code, 0.0), chance)
        if not found:
            return None
        best = max(found, key=lambda code: found[code])
        return (best, found[best]) if found[best] >= self.least else None

    def settled(self, actors: tuple[Actor, ...], token: int) -> tuple[Actor, ...]:
        """Return whom a mention without a name of its own stands for: of the state that the reader points at.

        Where it points at none, and where the rules found several, theirs stand.
        """
        pointed = self.pointed(token) if len(actors) == 1 else None
        if pointed is None or code_of(actors[0]) == pointed[0]:
            return actors
        return (of_state(actors[0], pointed[0]),)


def of_state(actor: Actor, code: str) -> Actor:
    """Return an actor as one of a state, or of an organisation where the code is no ISO 3166-1 one."""
    known = actor.country is None and actor.entity is not None  # a person whom no table places stays that person
    if code in states():
        return replace(actor, country=code, entity=actor.entity if known else code)
    return replace(actor, country="IGO", entity=code)
