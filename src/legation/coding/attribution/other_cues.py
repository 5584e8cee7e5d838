"""Attribution without a verb: "according to", a colon in a headline, nouns of saying, hedging adverbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.coding.attribution.cue_verbs import VerbCueReader
from legation.coding.attribution.model import Attribution, is_hedge_adverb
from legation.ontology import cue_nouns
from legation.records import Actor, AttributionKind, Span
from legation.records.syntax import Phrase, Sentence


class OtherCueReader(VerbCueReader):
    """Finds the attributions that other cues make."""

    def _according(self, sentence: Sentence) -> Iterator[Attribution]:
        for k, token in enumerate(sentence.tokens[:-1]):
            if token.lower != "according" or sentence.tokens[k + 1].lower != "to":
                continue
            phrase = next((ph for ph in sentence.phrases if ph.first == k + 2), None)
            if phrase is None:
                continue
            end = self._phrase_tail(sentence, phrase)
            content = self._according_content(sentence, k, end)
            if content:
                yield Attribution(
                    sentence=sentence.index,
                    predicate=-1,
                    source=sentence.span(phrase.first, end),
                    actors=self.linker.actors(sentence, phrase.index),
                    cue=sentence.span(k, k + 2),
                    content=content,
                    kind=AttributionKind.CITE,
                    hedge=False,
                )

    def _phrase_tail(self, sentence: Sentence, phrase: Phrase) -> int:
        end = phrase.last
        if phrase.first <= 3:  # opens the sentence: the source runs up to the comma
            comma = next(
                (k for k in range(end, min(end + 25, len(sentence.tokens))) if sentence.tokens[k].text == ","),
                -1,
            )
            if comma >= 0:
                return comma
        while (
            end < len(sentence.tokens)
            and sentence.tokens[end].text not in {",", ".", ";", "”", '"', "—"}
            and sentence.tokens[end].tag not in {"VBD", "VBZ", "MODAL", "BE"}
        ):
            end += 1
        return end

    def _according_content(self, sentence: Sentence, k: int, end: int) -> tuple[Span, ...]:
        if k <= 1 or not any(q.last <= k for q in sentence.predicates):
            start = end + 1 if end < len(sentence.tokens) and sentence.tokens[end].text == "," else end
            return self._rest(sentence, start) if start < len(sentence.tokens) else ()
        stop = k - 1 if sentence.tokens[k - 1].text == "," else k
        if stop <= 0:
            return ()
        first = sentence.span(0, stop)
        return (Span(self._quotation_start(first), first.end),)

    def _headline(self, sentence: Sentence) -> Iterator[Attribution]:
        """ "Clinton: the deal is dead": a name and a colon in a line of its own."""
        colon = next((k for k, t in enumerate(sentence.tokens[:9]) if t.text == ":"), -1)
        if colon <= 0 or colon + 2 >= len(sentence.tokens) or any(q.first < colon for q in sentence.predicates):
            return
        phrase = next((ph for ph in sentence.phrases if ph.last == colon and not ph.prep), None)
        if (
            phrase is None
            or phrase.first > 1
            or not any(t.tag in {"NAME", "DEM"} for t in sentence.phrase_tokens(phrase))
        ):
            return
        if any(
            m.kind in {"capital", "place"} and m.first >= phrase.first and m.last <= phrase.last
            for m in sentence.mentions
        ):
            return  # "Honiara: The islands …" is a dateline
        if sentence.index > 2 and not self.linker.actors(sentence, phrase.index):
            return
        yield Attribution(
            sentence=sentence.index,
            predicate=-1,
            source=sentence.span(phrase.first, colon),
            actors=self.linker.actors(sentence, phrase.index),
            cue=sentence.span(colon, colon + 1),
            content=self._rest(sentence, colon + 1, whole=True),
            kind=AttributionKind.SAY,
            hedge=False,
        )

    def _nouns(self, sentence: Sentence) -> Iterator[Attribution]:
        """ "Poland's claim that …", "his promise to …": a noun of saying with its owner."""
        for phrase in sentence.phrases:
            head = sentence.tokens[phrase.head]
            if head.lemma not in cue_nouns() or phrase.last >= len(sentence.tokens) - 2:
                continue
            after = sentence.tokens[phrase.last]
            that = after.lower == "that" and after.tag == "SUB"
            infinitive = after.tag == "TO" and sentence.tokens[phrase.last + 1].tag == "VB"
            owner = self._owner(sentence, phrase)
            if not (that or infinitive) or owner is None:
                continue
            content = self._rest(sentence, phrase.last)
            if content:
                span, actors = owner
                kind = AttributionKind.INTEND if infinitive else AttributionKind.SAY
                yield Attribution(
                    sentence=sentence.index,
                    predicate=-1,
                    source=span,
                    actors=actors,
                    cue=sentence.span(phrase.head, phrase.head + 1),
                    content=content,
                    kind=kind,
                    hedge=False,
                )

    def _owner(self, sentence: Sentence, phrase: Phrase) -> tuple[Span, tuple[Actor, ...]] | None:
        for k in range(phrase.first, phrase.head):
            token = sentence.tokens[k]
            if token.tag == "POSS":
                return sentence.span(k, k + 1), self.linker.memory_possessor(sentence, k)
            if token.tag == "GEN":
                named = self.linker.memory.person(sentence.tokens[k - 1].text)
                found = [m for m in sentence.mentions if phrase.first <= m.first and m.last <= k]
                actors = tuple(self.linker.of_mention(sentence, m) for m in found[-1:]) or ((named,) if named else ())
                return sentence.span(phrase.first, k), actors
        return None

    def _adverbs(self, sentence: Sentence) -> Iterator[Attribution]:
        for k, token in enumerate(sentence.tokens):
            if token.tag == "ADV" and (
                token.lower in self.hedges.doubt or is_hedge_adverb(token.lower, self.hedges.adverbs)
            ):
                content = self._hedged_clause(sentence, k)
                if content:
                    yield Attribution(
                        sentence=sentence.index,
                        predicate=-1,
                        source=None,
                        actors=(),
                        cue=sentence.span(k, k + 1),
                        content=content,
                        kind=AttributionKind.HEDGE,
                        hedge=True,
                        doubt=token.lower in self.hedges.doubt,
                    )

    def _hedged_clause(self, sentence: Sentence, k: int) -> tuple[Span, ...]:
        """The clause that an adverb hedges: of the verb group that it stands in or before."""
        for p in sentence.predicates:
            if p.first <= k < p.last or (
                k < p.first
                and all(
                    t.tag in {"ADV", "PUNCT", "DET", "NAME", "NOUN", "PRON", "TIME", "DEM", "ADJ", "GEN"}
                    for t in sentence.tokens[k + 1 : p.first]
                )
            ):
                first = (
                    sentence.phrases[p.subject].first
                    if p.subject >= 0 and sentence.phrases[p.subject].first <= p.first
                    else p.first
                )
                end = max(p.stop, p.last)
                return (sentence.span(min(first, p.first), end),)
        return ()

    def _carried(self, found: Sequence[Attribution]) -> Iterator[Attribution]:
        """ "According to X, …" at the head of a paragraph speaks for the sentences that go on without a source."""
        for a in found:
            if a.kind != AttributionKind.CITE or a.predicate >= 0 or not a.actors:
                continue
            head = self.analysis.sentences[a.sentence]
            if a.cue.start - head.start > 3:
                continue
            for sentence in self.analysis.sentences[a.sentence + 1 :]:
                if sentence.paragraph != head.paragraph or any(b.sentence == sentence.index for b in found):
                    break  # "Moscow has reportedly asked": the writer speaks again, with a hedge of his own
                yield replace(a, content=(Span(sentence.start, sentence.end),), carried=True)
