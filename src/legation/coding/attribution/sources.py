"""Whose word it is: the phrase that a cue names as its source, before or behind it."""

from __future__ import annotations

from collections.abc import Sequence

from legation.coding.attribution.contents import REPORTING, ContentReader
from legation.records import Actor, Span
from legation.records.syntax import Phrase, Predicate, Sentence

_SILENT_SUBJECTS = frozenset("it this that there which what".split())


class SourceReader(ContentReader):
    """Finds the sources of cues."""

    def _source(
        self, sentence: Sentence, p: Predicate, content: Sequence[Span]
    ) -> tuple[Span | None, tuple[Actor, ...]]:
        inverted = self._inverted(sentence, p)
        index = (
            inverted
            if inverted >= 0 and (p.subject < 0 or self._inside(sentence, p.subject, content) or p.lemma in REPORTING)
            else p.subject
        )
        if index < 0:
            return None, ()
        phrase = sentence.phrases[index]
        if p.role == "relative":
            relative = next(
                (k for k in range(p.first - 1, max(p.first - 4, -1), -1) if sentence.tokens[k].tag == "REL"),
                -1,
            )
            if relative >= 0:
                return sentence.span(relative, relative + 1), self.linker.actors(sentence, index)
        if sentence.tokens[phrase.first].lower in _SILENT_SUBJECTS and not self.linker.actors(sentence, index):
            return None, ()
        if self._inside(sentence, index, content):
            return None, ()
        return self._source_span(sentence, phrase, p), self.linker.actors(sentence, index)

    def _inside(self, sentence: Sentence, index: int, content: Sequence[Span]) -> bool:
        start = sentence.tokens[sentence.phrases[index].first].start
        return any(span.start <= start < span.end for span in content)

    def _source_span(self, sentence: Sentence, phrase: Phrase, p: Predicate) -> Span:
        """The whole phrase: up to the verb where it stands before it, else with what hangs on it."""
        end = phrase.last
        limit = p.first if phrase.last <= p.first else len(sentence.tokens)
        for other in phrase.joined:
            end = max(end, sentence.phrases[other].last)
        for following in sentence.phrases:
            if (
                following.first >= end
                and following.last <= limit
                and following.first - end <= 1
                and following.prep in {"of", "for", "in", "at", "with", "from"}
            ):
                end = following.last
        return sentence.span(phrase.first, end)

    def _source_start(self, sentence: Sentence, p: Predicate) -> int | None:
        """The first token of the source: the subject before the verb, or the verb where the source follows."""
        if p.subject >= 0 and sentence.phrases[p.subject].last <= p.first:
            phrase = sentence.phrases[p.subject]
            between = sentence.tokens[phrase.last : p.first]
            if len(between) <= 14 and not any(
                q.first >= phrase.last and q.last <= p.first and q.role not in {"relative", "participle"}
                for q in sentence.predicates
            ):
                return phrase.first
        if self._inverted(sentence, p) >= 0:
            return p.first
        return None

    def _inverted(self, sentence: Sentence, p: Predicate) -> int:
        """The phrase of a source that follows its verb (", said X"), or -1."""
        if p.first == 0 or sentence.tokens[p.first - 1].text not in {",", "”", '"', "''", "?", "!"}:
            return -1
        if p.lemma == "tell" or (
            sentence.tokens[p.first - 1].text == "," and p.subject >= 0 and sentence.phrases[p.subject].first < p.first
        ):
            return -1
        for phrase in sentence.phrases:
            if phrase.first == p.last:
                return phrase.index
        return -1

    def _may_be_silent(self, p: Predicate) -> bool:
        return p.form == "VBG" and p.role == "gerund" and p.governor >= 0

    def _cites(self, actors: Sequence[Actor], p: Predicate) -> bool:
        return bool(actors) and actors[0].sector == "MED" and p.lemma in REPORTING
