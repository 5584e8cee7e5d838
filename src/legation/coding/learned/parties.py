"""Whom a stretch of tokens names: the rules' links on what the learned reader pointed at, and its own pointing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.coding.actors.linker import Linker
from legation.coding.learned.nations import Nations, code_of
from legation.coding.learned.spans import Run, Tokens
from legation.models import Signals
from legation.records import Actor
from legation.records.syntax import Mention, Phrase, Sentence

_PARTY_KINDS = frozenset(
    {"name", "demonym", "capital", "place", "people", "institution", "organisation", "group", "person", "agency"}
)
_NOBODY = frozenset({"DET", "PREP", "CONJ", "PUNCT", "QUOTE", "MODAL", "BE", "HAVE", "TO", "SUB", "REL", "ADV", "GEN"})
_NAMES = frozenset({"name", "demonym", "capital", "people", "institution", "organisation"})


class Parties:
    """Links stretches of one report."""

    def __init__(self, tokens: Tokens, linker: Linker, signals: Signals) -> None:
        self.tokens = tokens
        self.linker = linker
        self.signals = signals
        self.nations = Nations(tokens, linker, signals)

    def of_run(self, run: Run) -> tuple[Actor, ...]:
        """Return whom a run names: one without a link stands for itself, with the sector that the reader sees."""
        run = self.tokens.trimmed(run.first, run.last)
        sentence, first = self.tokens.sentence(run.first)
        last = first + run.last - run.first
        found = self.of(sentence, first, last) or self._itself(run)
        if not found:
            return ()
        named = any(m.first < last and m.last > first and m.kind in _NAMES for m in sentence.mentions)
        placed = (found[0].entity or "").startswith("person:") and found[0].country  # the tables know whose he is
        return found if (named and code_of(found[0])) or placed else self.nations.settled(found, run.first)

    def _itself(self, run: Run) -> tuple[Actor, ...]:
        span = self.tokens.span(run.first, run.last)
        words = span.of(self.tokens.analysis.report.text)
        if not any(t.tag not in _NOBODY and t.text[0].isalpha() for t in self.tokens.all[run.first : run.last]):
            return ()
        sector = self.signals.best("sector", run.last - 1)[0]
        known = None if sector == "none" else sector
        return (Actor(text=words, start=span.start, end=span.end, name=words, sector=known),)

    def _bearer(self, sentence: Sentence, heads: Sequence[Phrase], mention: Mention) -> Actor:
        """Whom a name means; where it only hangs on a phrase ("a clerk in Nairobi"), the phrase, of that state."""
        named = self.linker.of_mention(sentence, mention)
        if not heads or mention.first < heads[0].last:
            return named
        span = sentence.span(heads[0].first, heads[0].last)
        text = span.of(self.tokens.analysis.report.text)
        at = self.signals.starts[sentence.index] + heads[0].head
        sector = self.signals.best("sector", at)[0]
        known = named.sector if sector == "none" else sector
        return replace(named, text=text, name=text, start=span.start, end=span.end, sector=known)

    def of(self, sentence: Sentence, first: int, last: int) -> tuple[Actor, ...]:
        """Return whom the tokens ``first`` up to ``last`` name; () where the tables know nobody there."""
        heads = [p for p in sentence.phrases if first <= p.head < last]
        for phrase in [p for p in heads if p is heads[0] or not p.prep]:
            linked = self.linker.single(sentence, phrase.index)
            if linked and (linked[0].country or linked[0].entity):
                return linked
        named = [m for m in sentence.mentions if m.first < last and m.last > first and m.kind in _PARTY_KINDS]
        if named and (not heads or not heads[0].pronoun):
            return (self._bearer(sentence, heads, named[0]),)
        for k in range(first, last):
            owners = self.linker.memory_possessor(sentence, k) if sentence.tokens[k].tag == "POSS" else ()
            if owners:
                return owners
        return next((found for p in heads if (found := self.linker.single(sentence, p.index))), ())
