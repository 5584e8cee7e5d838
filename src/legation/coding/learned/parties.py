"""Whom a stretch of tokens names: the rules' links on what the learned reader pointed at."""

from __future__ import annotations

from legation.coding.actors.distinct import distinct
from legation.coding.actors.linker import Linker
from legation.records import Actor
from legation.records.syntax import Analysis, Phrase, Sentence

_PARTY_KINDS = frozenset(
    {"name", "demonym", "capital", "place", "people", "institution", "organisation", "group", "person", "agency"}
)


class Parties:
    """Links stretches of one report."""

    def __init__(self, analysis: Analysis, linker: Linker) -> None:
        self.analysis = analysis
        self.linker = linker

    def of(self, sentence: Sentence, first: int, last: int) -> tuple[Actor, ...]:
        """Return whom the tokens ``first`` up to ``last`` name; () where the tables know nobody there."""
        heads = [p for p in sentence.phrases if first <= p.head < last]
        for phrase in heads:
            linked = self._linked(sentence, phrase)
            if linked and (linked[0].country or linked[0].entity):
                return linked
        named = [m for m in sentence.mentions if m.first < last and m.last > first and m.kind in _PARTY_KINDS]
        if named and (not heads or not heads[0].pronoun):
            return distinct([self.linker.of_mention(sentence, m) for m in named[:1]])
        for k in range(first, last):
            owners = self.linker.memory_possessor(sentence, k) if sentence.tokens[k].tag == "POSS" else ()
            if owners:
                return owners
        return next((found for p in heads if (found := self._linked(sentence, p))), ())

    def _linked(self, sentence: Sentence, phrase: Phrase) -> tuple[Actor, ...]:
        return self.linker.single(sentence, phrase.index)
