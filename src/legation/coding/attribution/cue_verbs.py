"""Attribution by verbs: clauses, infinitives and objects behind the verb, or the content before it."""

from __future__ import annotations

from legation.coding.attribution.contents import REPORTING
from legation.coding.attribution.model import Attribution
from legation.coding.attribution.quoted import QuotationReader
from legation.ontology import CueVerbs
from legation.records import AttributionKind, Span
from legation.records.syntax import Predicate, Sentence

_BARE_CLAUSE = frozenset(
    "say think believe claim argue know hope insist predict suggest warn note feel expect fear mean guess bet".split()
)


class VerbCueReader(QuotationReader):
    """Finds the attributions that verbs make."""

    def _preposed(self, sentence: Sentence, p: Predicate) -> tuple[Span, ...]:
        """ "…, X said." and "…, said X.": the content stands before."""
        if p.role not in {"main", "content", "adverbial"} or p.lemma not in REPORTING | {
            "acknowledge",
            "confirm",
            "predict",
            "estimate",
            "believe",
            "think",
            "show",
            "suggest",
            "reveal",
            "allege",
            "boast",
            "lament",
            "complain",
        }:
            return ()
        start = self._source_start(sentence, p)
        if start is None or start == 0:
            return ()
        before = sentence.tokens[start - 1]
        if before.text not in {",", "”", '"', "''", "—", "–", "--", "?", "!"} and before.tag != "ADV":
            return ()
        earlier = [q for q in sentence.predicates if q.last <= start]
        if (not earlier and not self._parenthetical(sentence, p)) or (
            self._clause_follows(sentence, p) and not self._parenthetical(sentence, p)
        ):
            return ()
        end = start - 1 if before.text == "," else start
        first = sentence.span(0, max(end, 1))
        spans = [Span(self._quotation_start(first), first.end)]
        if self._parenthetical(sentence, p):
            spans.extend(self._rest(sentence, self._after_parenthesis(sentence, p)))
        return tuple(spans)

    def _clause_follows(self, sentence: Sentence, p: Predicate) -> bool:
        return any(q.role == "content" and q.governor == p.index for q in sentence.predicates[p.index + 1 :]) or (
            p.last < len(sentence.tokens) and sentence.tokens[p.last].lower == "that"
        )

    def _parenthetical(self, sentence: Sentence, p: Predicate) -> bool:
        """ "The plan, he said, would fail"."""
        k = self._after_parenthesis(sentence, p)
        return (
            k < len(sentence.tokens) - 2
            and sentence.tokens[k - 1].text == ","
            and any(q.first >= k and q.role in {"main", "content"} for q in sentence.predicates)
        )

    def _after_parenthesis(self, sentence: Sentence, p: Predicate) -> int:
        k = p.last
        inverted = self._inverted(sentence, p)
        if inverted >= 0:
            k = sentence.phrases[inverted].last
        while k < len(sentence.tokens) and sentence.tokens[k].tag in {"TIME", "PREP", "ADV", "QUOTE"}:
            k += 1
        return k + 1 if k < len(sentence.tokens) and sentence.tokens[k].text == "," else len(sentence.tokens)

    def _clause(self, sentence: Sentence, p: Predicate) -> tuple[Span, ...]:
        """A that-clause or a clause without "that" behind the verb."""
        following = next(
            (q for q in sentence.predicates[p.index + 1 :] if q.role in {"content", "main", "conditional"}),
            None,
        )
        tokens = sentence.tokens
        k = p.last
        if k < len(tokens) and tokens[k].text == ":":
            return self._rest(sentence, k + 1, whole=True)
        that = self._that_behind(sentence, p)
        if that >= 0 and (following is not None or that == k):
            return self._rest(sentence, that)
        if following is not None and following.role == "content" and following.governor == p.index:
            start = self._clause_opening(sentence, p, following)
            return self._rest(sentence, start)
        if (
            following is not None
            and p.lemma in _BARE_CLAUSE
            and k < len(tokens)
            and tokens[k].tag != "PUNCT"
            and following.first - k <= 14
        ):
            return self._rest(sentence, k)
        infinitive = self._next(sentence, p, "infinitive")
        if p.lemma in {"tell", "ask", "urge", "order"} and infinitive is not None:
            return self._rest(sentence, infinitive.first)
        question = next(
            (
                i
                for i in range(k, min(k + 6, len(tokens)))
                if tokens[i].tag in {"SUB", "REL"} or tokens[i].lower in {"what", "how"}
            ),
            -1,
        )
        if question >= 0 and following is None and question + 1 < len(tokens):
            return self._rest(sentence, question)
        return ()

    def _that_behind(self, sentence: Sentence, p: Predicate) -> int:
        """The "that" of a verb's content, the addressee passed over; -1 behind another verb."""
        width = 16 if p.lemma in {"tell", "assure", "inform", "warn", "remind"} else 9
        for k in range(p.last, min(p.last + width, len(sentence.tokens))):
            token = sentence.tokens[k]
            if token.lower == "that" and token.tag == "SUB":
                return k
            if token.tag in {"MODAL", "BE", "HAVE", "VBD", "VBZ"}:
                return -1
        return -1

    def _as_clause(self, sentence: Sentence, p: Predicate) -> tuple[Span, ...]:
        """ "As the agency noted, …"."""
        if p.link != "as" or p.role != "adverbial":
            return ()
        comma = next((k for k in range(p.last, len(sentence.tokens)) if sentence.tokens[k].text == ","), -1)
        opens = sentence.tokens[0].lower == "as"
        if opens and comma >= 0 and comma + 2 < len(sentence.tokens):
            return self._rest(sentence, comma + 1)
        return ()

    def _clause_opening(self, sentence: Sentence, p: Predicate, following: Predicate) -> int:
        """Where the content clause begins: behind the verb, the addressee and the day left out."""
        k = p.last
        if following.subject >= 0:
            first = sentence.phrases[following.subject].first
            gap = sentence.tokens[k:first]
            if len(gap) <= 4 and all(t.tag in {"TIME", "PREP", "ADV"} for t in gap):
                return first
            if p.lemma in {"tell", "inform", "assure", "remind", "warn"} and first > k:
                return first
        return k

    def _content(self, sentence: Sentence, p: Predicate, verbs: CueVerbs) -> tuple[Span, ...]:
        if p.lemma in verbs.clause | verbs.quoted:
            quoted = self._quoted_around(sentence, p)
            if quoted:
                return quoted
        if p.lemma in verbs.clause:
            before = self._preposed(sentence, p)
            if before:
                return before
            clause = self._as_clause(sentence, p) or self._clause(sentence, p)
            if clause:
                return clause
        if p.lemma in verbs.infinitive:
            infinitive = self._next(sentence, p, "infinitive")
            if infinitive is not None and infinitive.first == p.last:
                return self._rest(sentence, infinitive.first)
        if p.lemma in verbs.object and p.object >= 0 and sentence.phrases[p.object].first >= p.last:
            return self._rest(
                sentence,
                sentence.phrases[p.object].first,
                stop=self._argument_end(sentence, p, sentence.phrases[p.object].last),
            )
        for prep, phrase in p.preps:
            if (p.lemma, prep) in verbs.prep and sentence.phrases[phrase].first - p.last <= 3:
                return self._rest(
                    sentence,
                    sentence.phrases[phrase].first,
                    stop=self._argument_end(sentence, p, sentence.phrases[phrase].last),
                )
        return ()

    def _by_verb(self, sentence: Sentence, p: Predicate) -> Attribution | None:
        if p.passive:
            return self._passive(sentence, p)
        if p.lemma in self.hedges.raising and self._next(sentence, p, "infinitive") is not None:
            return self._sourceless(sentence, p, AttributionKind.HEDGE)
        for verbs in self.kinds:
            content = self._content(sentence, p, verbs)
            if content:
                source, actors = self._source(sentence, p, content)
                if source is None and not self._may_be_silent(p):
                    return None
                kind = AttributionKind.CITE if self._cites(actors, p) else AttributionKind(verbs.kind)
                return Attribution(
                    sentence=sentence.index,
                    predicate=p.index,
                    source=source,
                    actors=actors,
                    cue=self._cue(sentence, p),
                    content=content,
                    kind=kind,
                    hedge=False,
                )
        return None

    def _cue(self, sentence: Sentence, p: Predicate) -> Span:
        return sentence.span(self._verb_start(sentence, p), p.last)

    def _verb_start(self, sentence: Sentence, p: Predicate) -> int:
        first = p.first
        while first < p.verb and sentence.tokens[first].tag in {"QUOTE", "ADV", "TO"}:
            first += 1
        return first

    def _passive(self, sentence: Sentence, p: Predicate) -> Attribution | None:
        if p.lemma in self.hedges.passive and self._next(sentence, p, "infinitive") is not None:
            return self._sourceless(
                sentence,
                p,
                AttributionKind.BELIEVE
                if p.lemma in {"believe", "think", "expect", "fear", "consider"}
                else AttributionKind.SAY,
            )
        if p.lemma in {"quote", "cite"}:
            infinitive = next((q for q in sentence.predicates[p.index + 1 :] if q.lemma == "say"), None)
            if infinitive is not None and p.subject >= 0:
                content = self._rest(sentence, infinitive.last)
                phrase = sentence.phrases[p.subject]
                if content:
                    return Attribution(
                        sentence=sentence.index,
                        predicate=p.index,
                        source=self._source_span(sentence, phrase, p),
                        actors=self.linker.actors(sentence, p.subject),
                        cue=sentence.span(p.first, infinitive.last),
                        content=content,
                        kind=AttributionKind.SAY,
                        hedge=False,
                    )
        return None

    def _sourceless(self, sentence: Sentence, p: Predicate, kind: AttributionKind) -> Attribution:
        content = list(self._rest(sentence, p.last))
        if p.subject >= 0:
            content.insert(0, sentence.span(sentence.phrases[p.subject].first, sentence.phrases[p.subject].last))
        return Attribution(
            sentence=sentence.index,
            predicate=p.index,
            source=None,
            actors=(),
            cue=sentence.span(p.first, p.last),
            content=tuple(content) or (sentence.span(p.first, p.last),),
            kind=kind,
            hedge=True,
        )
