"""On whose word: source, cue and content of every attribution of a report.

Verb cues with clauses, infinitives, objects and quotations; "according to"; headlines with a colon;
nouns of saying; quotations without a cue of their own; hedges without a source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.coding.attribution.model import Attribution
from legation.coding.attribution.other_cues import OtherCueReader
from legation.records.syntax import Sentence


class AttributionFinder(OtherCueReader):
    """Finds the attributions of one report."""

    def find(self) -> tuple[Attribution, ...]:
        """Return all attributions in order of their cues, nested ones among them."""
        out: list[Attribution] = []
        for sentence in self.analysis.sentences:
            out.extend(self._sentence(sentence))
        self._continue_quotations(out)
        out.extend(tuple(self._carried(out)))
        out = [replace(a, quoted=self._inside_quotation(a)) for a in out]
        return tuple(sorted(out, key=lambda a: (a.cue.start, -a.extent)))

    def _sentence(self, sentence: Sentence) -> Iterator[Attribution]:
        yield from self._headline(sentence)
        yield from self._according(sentence)
        for predicate in sentence.predicates:
            found = self._by_verb(sentence, predicate)
            if found is not None:
                yield found
        yield from self._nouns(sentence)
        yield from self._adverbs(sentence)
