"""On whose word: source, cue and content of every attribution, and the chain behind a passage.

Verb cues with clauses, infinitives, objects and quotations; "according to"; headlines with a colon;
quotations without a cue of their own; hedges without a source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legation.coding.actors import Linker
from legation.ontology import CueVerbs, cue_nouns, cue_verbs, hedges
from legation.records import Actor, AttributionKind, AttributionLink, Span
from legation.records.syntax import Analysis, Phrase, Predicate, Quotation, Sentence

_TAIL = frozenset({",", ".", ";", "”", '"', "''", "’", "!", "?", "(", "—", "--", "-"})
_SILENT_SUBJECTS = frozenset("it this that there which what".split())
_BARE_CLAUSE = frozenset("say think believe claim argue know hope insist predict suggest warn note feel expect fear mean guess bet".split())
_REPORTING = frozenset({"say", "tell", "add", "write", "report", "announce", "note", "tweet", "reply", "explain", "state", "quip", "continue", "insist", "argue", "warn", "claim", "recall", "conclude", "declare", "admit", "observe", "comment", "ask", "joke"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution: spans of source, cue and content in characters; the linked source.

    ``predicate`` is the cue verb's index in its sentence, -1 for other cues.  ``carried`` marks
    contents that only the paragraph carries on, ``quoted`` cues that stand within quotation marks, ``doubt`` words of likelihood.
    """

    sentence: int
    predicate: int
    source: Span | None
    actors: tuple[Actor, ...]
    cue: Span
    content: tuple[Span, ...]
    kind: AttributionKind
    hedge: bool
    carried: bool = False
    quoted: bool = False
    doubt: bool = False

    @property
    def extent(self) -> int:
        """Characters of content."""
        return sum(span.end - span.start for span in self.content)

    def covers(self, position: int) -> bool:
        """Tell whether a character lies in the content."""
        return any(span.start <= position < span.end for span in self.content)


class AttributionFinder:
    """Finds the attributions of one report."""

    def __init__(self, analysis: Analysis, linker: Linker) -> None:
        self.analysis = analysis
        self.text = analysis.report.text
        self.linker = linker
        self.hedges = hedges()
        self.kinds = cue_verbs()

    def find(self) -> tuple[Attribution, ...]:
        """Return all attributions in order of their cues, nested ones among them."""
        out: list[Attribution] = []
        for sentence in self.analysis.sentences:
            out.extend(self._sentence(sentence))
        self._continue_quotations(out)
        out.extend(tuple(self._carried(out)))
        out = [replace(a, quoted=self._inside_quotation(a)) for a in out]
        return tuple(sorted(out, key=lambda a: (a.cue.start, -a.extent)))

    def _inside_quotation(self, a: Attribution) -> bool:
        return any(q.inner.start <= a.cue.start < q.inner.end and q.end - q.start > 12 for q in self.analysis.quotations)

    def _sentence(self, sentence: Sentence) -> Iterator[Attribution]:
        yield from self._headline(sentence)
        yield from self._according(sentence)
        for predicate in sentence.predicates:
            found = self._by_verb(sentence, predicate)
            if found is not None:
                yield found
        yield from self._nouns(sentence)
        yield from self._adverbs(sentence)

    # -- verbs --------------------------------------------------------------------------------------

    def _by_verb(self, sentence: Sentence, p: Predicate) -> Attribution | None:
        if p.passive:
            return self._passive(sentence, p)
        if p.lemma in self.hedges.raising and self._next(sentence, p, "infinitive") is not None:
            return self._sourceless(sentence, p, AttributionKind.HEDGE)
        for verbs in self.kinds:
            content = self._content(sentence, p, verbs)
            if content:
                source, actors = self._source(sentence, p, content)
                if source is None and not self._may_be_silent(sentence, p):
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

    def _cites(self, actors: Sequence[Actor], p: Predicate) -> bool:
        return bool(actors) and actors[0].sector == "MED" and p.lemma in _REPORTING

    def _may_be_silent(self, sentence: Sentence, p: Predicate) -> bool:
        return p.form == "VBG" and p.role == "gerund" and p.governor >= 0

    def _cue(self, sentence: Sentence, p: Predicate) -> Span:
        return sentence.span(self._verb_start(sentence, p), p.last)

    def _verb_start(self, sentence: Sentence, p: Predicate) -> int:
        first = p.first
        while first < p.verb and sentence.tokens[first].tag in {"QUOTE", "ADV", "TO"}:
            first += 1
        return first

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
            return self._rest(sentence, sentence.phrases[p.object].first, stop=self._argument_end(sentence, p, sentence.phrases[p.object].last))
        for prep, phrase in p.preps:
            if (p.lemma, prep) in verbs.prep and sentence.phrases[phrase].first - p.last <= 3:
                return self._rest(sentence, sentence.phrases[phrase].first, stop=self._argument_end(sentence, p, sentence.phrases[phrase].last))
        return ()

    def _argument_end(self, sentence: Sentence, p: Predicate, least: int) -> int:
        """Where a verb's arguments end, gerunds and infinitives that hang on them included."""
        end = max(p.stop, least)
        for q in sentence.predicates[p.index + 1 :]:
            if q.role not in {"gerund", "infinitive"} or q.first > end + 2 or sentence.tokens[q.first - 1].text == ",":
                break
            end = max(end, q.stop)
        return end

    def _next(self, sentence: Sentence, p: Predicate, role: str) -> Predicate | None:
        if p.index + 1 < len(sentence.predicates):
            following = sentence.predicates[p.index + 1]
            if following.role == role and following.governor == p.index:
                return following
        return None

    def _clause(self, sentence: Sentence, p: Predicate) -> tuple[Span, ...]:
        """A that-clause or a clause without "that" behind the verb."""
        following = next((q for q in sentence.predicates[p.index + 1 :] if q.role in {"content", "main", "conditional"}), None)
        tokens = sentence.tokens
        k = p.last
        if k < len(tokens) and tokens[k].text == ":":
            return self._rest(sentence, k + 1, whole=True)
        that = next((i for i in range(k, min(k + (16 if p.lemma in {"tell", "assure", "inform", "warn", "remind"} else 9), len(tokens))) if tokens[i].lower == "that" and tokens[i].tag == "SUB"), -1)
        if that >= 0 and (following is not None or that == k):
            return self._rest(sentence, that)
        if following is not None and following.role == "content" and following.governor == p.index:
            start = self._clause_opening(sentence, p, following)
            return self._rest(sentence, start)
        if following is not None and p.lemma in _BARE_CLAUSE and k < len(tokens) and tokens[k].tag != "PUNCT" and following.first - k <= 14:
            return self._rest(sentence, k)
        infinitive = self._next(sentence, p, "infinitive")
        if p.lemma in {"tell", "ask", "urge", "order"} and infinitive is not None:
            return self._rest(sentence, infinitive.first)
        question = next((i for i in range(k, min(k + 6, len(tokens))) if tokens[i].tag in {"SUB", "REL"} or tokens[i].lower in {"what", "how"}), -1)
        if question >= 0 and following is None and question + 1 < len(tokens):
            return self._rest(sentence, question)
        return ()

    def _as_clause(self, sentence: Sentence, p: Predicate) -> tuple[Span, ...]:
        """"As the agency noted, …"."""
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

    def _rest(self, sentence: Sentence, start: int, *, whole: bool = False, stop: int | None = None) -> tuple[Span, ...]:
        """From a token to where the clause's content ends: before a trailing attribution or the last mark."""
        end = self._content_end(sentence, start) if not whole else len(sentence.tokens)
        end = end if stop is None else min(end, stop)
        while end > start and sentence.tokens[end - 1].text in _TAIL - {"”", '"', "''"}:
            end -= 1
        if end <= start:
            return ()
        span = sentence.span(start, end)
        return (Span(span.start, self._quotation_end(sentence, span)),)

    def _quotation_end(self, sentence: Sentence, span: Span) -> int:
        """A quotation that goes on over the sentence's end belongs to the content whole."""
        for quotation in self.analysis.quotations:
            if quotation.start < span.end < quotation.end and quotation.end - sentence.end < 1500:
                return max(span.end, quotation.end)
        return span.end

    def _content_end(self, sentence: Sentence, start: int) -> int:
        for q in sentence.predicates:
            if q.first > start and q.role == "main" and q.lemma in _REPORTING and self._own_subject(sentence, q, start):
                subject = sentence.phrases[q.subject]
                k = subject.first
                while k > start and sentence.tokens[k - 1].tag in {"CONJ", "PUNCT", "ADV", "TIME"}:
                    k -= 1
                return k
            if q.first > start and self._coordinated_cue(sentence, q, start):
                return q.first - 1
            if q.first > start and self._trailing_cue(sentence, q):
                return q.first - 1
        for k in range(start, len(sentence.tokens) - 1):
            if sentence.tokens[k].lower == "according" and k > start + 2:
                return k
        return len(sentence.tokens)

    def _trailing_cue(self, sentence: Sentence, q: Predicate) -> bool:
        """"said …, telling reporters that …", "said … and she accused …": another cue takes over."""
        before = sentence.tokens[q.first - 1]
        cue = any(q.lemma in v.clause | v.object for v in self.kinds)
        return cue and q.role == "gerund" and not q.link and before.text == ","

    def _coordinated_cue(self, sentence: Sentence, q: Predicate, start: int) -> bool:
        """"said that … and vowed to …": a second cue of the same speaker ends the first one's content."""
        if q.role != "main" or q.governor < 0 or sentence.tokens[q.first - 1].tag != "CONJ" or q.form not in {"VBD", "VBZ"}:
            return False
        ruled = next((r for r in reversed(sentence.predicates[: q.index]) if r.last <= start), None)
        cue = any(q.lemma in v.clause | v.infinitive | v.object for v in self.kinds)
        return cue and ruled is not None and ruled.form == q.form

    def _own_subject(self, sentence: Sentence, q: Predicate, start: int) -> bool:
        if q.subject < 0:
            return False
        subject = sentence.phrases[q.subject]
        if not start < subject.first < q.first:
            return False
        before = sentence.tokens[subject.first - 1]
        return before.tag in {"CONJ", "PUNCT", "QUOTE"} and before.text != "("

    # -- content before the cue ------------------------------------------------------------------------

    def _preposed(self, sentence: Sentence, p: Predicate) -> tuple[Span, ...]:
        """"…, X said." and "…, said X.": the content stands before."""
        if p.role not in {"main", "content", "adverbial"} or p.lemma not in _REPORTING | {"acknowledge", "confirm", "predict", "estimate", "believe", "think", "show", "suggest", "reveal", "allege", "boast", "lament", "complain"}:
            return ()
        start = self._source_start(sentence, p)
        if start is None or start == 0:
            return ()
        before = sentence.tokens[start - 1]
        if before.text not in {",", "”", '"', "''", "—", "–", "--", "?", "!"} and before.tag != "ADV":
            return ()
        earlier = [q for q in sentence.predicates if q.last <= start]
        if (not earlier and not self._parenthetical(sentence, p)) or (self._clause_follows(sentence, p) and not self._parenthetical(sentence, p)):
            return ()
        end = start - 1 if before.text == "," else start
        first = sentence.span(self._clause_begin(sentence, earlier, end), max(end, 1))
        spans = [Span(self._quotation_start(sentence, first), first.end)]
        if self._parenthetical(sentence, p):
            spans.extend(self._rest(sentence, self._after_parenthesis(sentence, p)))
        return tuple(spans)

    def _clause_begin(self, sentence: Sentence, earlier: Sequence[Predicate], end: int) -> int:
        return 0

    def _source_start(self, sentence: Sentence, p: Predicate) -> int | None:
        """The first token of the source: the subject before the verb, or the verb where the source follows."""
        if p.subject >= 0 and sentence.phrases[p.subject].last <= p.first:
            phrase = sentence.phrases[p.subject]
            between = sentence.tokens[phrase.last : p.first]
            if len(between) <= 14 and not any(q.first >= phrase.last and q.last <= p.first and q.role not in {"relative", "participle"} for q in sentence.predicates):
                return phrase.first
        if self._inverted(sentence, p) >= 0:
            return p.first
        return None

    def _inverted(self, sentence: Sentence, p: Predicate) -> int:
        """The phrase of a source that follows its verb (", said X"), or -1."""
        if p.first == 0 or sentence.tokens[p.first - 1].text not in {",", "”", '"', "''", "?", "!"}:
            return -1
        if p.lemma == "tell" or (sentence.tokens[p.first - 1].text == "," and p.subject >= 0 and sentence.phrases[p.subject].first < p.first):
            return -1
        for phrase in sentence.phrases:
            if phrase.first == p.last:
                return phrase.index
        return -1

    def _clause_follows(self, sentence: Sentence, p: Predicate) -> bool:
        return any(q.role == "content" and q.governor == p.index for q in sentence.predicates[p.index + 1 :]) or (
            p.last < len(sentence.tokens) and sentence.tokens[p.last].lower == "that"
        )

    def _parenthetical(self, sentence: Sentence, p: Predicate) -> bool:
        """"The plan, he said, would fail"."""
        k = self._after_parenthesis(sentence, p)
        return k < len(sentence.tokens) - 2 and sentence.tokens[k - 1].text == "," and any(q.first >= k and q.role in {"main", "content"} for q in sentence.predicates)

    def _after_parenthesis(self, sentence: Sentence, p: Predicate) -> int:
        k = p.last
        inverted = self._inverted(sentence, p)
        if inverted >= 0:
            k = sentence.phrases[inverted].last
        while k < len(sentence.tokens) and sentence.tokens[k].tag in {"TIME", "PREP", "ADV", "QUOTE"}:
            k += 1
        return k + 1 if k < len(sentence.tokens) and sentence.tokens[k].text == "," else len(sentence.tokens)

    def _quotation_start(self, sentence: Sentence, span: Span) -> int:
        """A quotation begun in an earlier sentence of the paragraph belongs to the content whole."""
        for quotation in self.analysis.quotations:
            if quotation.start < span.start < quotation.end and span.start - quotation.start < 1500:
                return quotation.start
        return span.start

    # -- quotations ---------------------------------------------------------------------------------------

    def _quoted_around(self, sentence: Sentence, p: Predicate) -> tuple[Span, ...]:
        """The quotations that touch a cue: before it (, X said), behind it, or both sides of it."""
        if p.role in {"relative", "participle"} and p.lemma not in _REPORTING:
            return ()
        start = self._source_start(sentence, p)
        spans: list[Span] = []
        if start is not None and start > 0:
            quotation = self._quotation_closing_at(sentence, start)
            if quotation is not None:
                spans.append(self._with_lead(sentence, quotation, start))
        behind = self._quotation_opening_after(sentence, p)
        if behind is not None and not any(span.covers(Span(behind.start, behind.end)) for span in spans):
            spans.append(self._with_clause(sentence, p, behind))
        return tuple(spans)

    def _with_lead(self, sentence: Sentence, quotation: Quotation, start: int) -> Span:
        """A clause that runs into its quotation ("the US is “working …,” he said") is content from its start."""
        if quotation.start > sentence.start and quotation.start - sentence.start < 400:
            lead = [t for t in sentence.tokens if t.end <= quotation.start]
            if lead and lead[-1].text not in {":", ".", ","} and any(q.last <= len(lead) for q in sentence.predicates):
                return Span(sentence.start, quotation.end)
            if lead and lead[-1].text == "," and len(lead) > 3:
                return Span(sentence.start, quotation.end)
        return Span(quotation.start, quotation.end)

    def _with_clause(self, sentence: Sentence, p: Predicate, quotation: Quotation) -> Span:
        """A content clause that goes over into a quotation is content from behind the cue."""
        first = sentence.tokens[p.last].start if p.last < len(sentence.tokens) else quotation.start
        gap = self.text[first : quotation.start]
        if first < quotation.start and len(gap.strip(" ,:")) > 0 and p.lemma not in {"tell"}:
            end = max(quotation.end, self._rest(sentence, p.last)[0].end if self._rest(sentence, p.last) else 0)
            return Span(first, end)
        rest = self._rest(sentence, p.last)
        goes_on = bool(rest) and quotation.end < sentence.end - 12 and self.text[quotation.end : quotation.end + 2].strip()[:1].isalpha()
        return Span(quotation.start, max(quotation.end, rest[0].end) if goes_on else quotation.end)

    def _quotation_closing_at(self, sentence: Sentence, start: int) -> Quotation | None:
        edge = sentence.tokens[start].start
        for quotation in self.analysis.quotations:
            if quotation.end <= edge and edge - quotation.end <= 14 and quotation.end > sentence.start:
                between = self.text[quotation.end : edge].strip(" ,\n—–-")
                if len(between) <= 12 and between.isalpha() or not between:
                    return quotation
        return None

    def _quotation_opening_after(self, sentence: Sentence, p: Predicate) -> Quotation | None:
        after = sentence.tokens[p.last - 1].end
        inverted = self._inverted(sentence, p)
        if inverted >= 0:
            after = sentence.tokens[sentence.phrases[inverted].last - 1].end
        for quotation in self.analysis.quotations:
            if quotation.start >= after and (quotation.start < sentence.end or quotation.start - sentence.end <= 3):
                gap = self.text[after : quotation.start]
                same_clause = "." not in gap.strip()[:-1] or quotation.start < sentence.end
                short = len(gap) < 60 or p.lemma in {"say", "tell", "add", "write"}
                if same_clause and short and not self._other_cue(sentence, p, quotation):
                    continues = quotation.start >= sentence.end
                    return None if continues and not gap.rstrip().endswith(":") else quotation
                return None
        return None

    def _other_cue(self, sentence: Sentence, p: Predicate, quotation: Quotation) -> bool:
        return any(
            q.index != p.index and q.lemma in _REPORTING and sentence.tokens[p.verb].start < sentence.tokens[q.verb].start < quotation.start
            for q in sentence.predicates
        )

    def _continue_quotations(self, found: list[Attribution]) -> None:
        """A quotation after a sentence of the same speaker, with no cue of its own, goes on with that content."""
        for quotation in self.analysis.quotations:
            inner = Span(quotation.start, quotation.end)
            if quotation.end - quotation.start < 12 or any(
                span.overlaps(inner) for a in found if not inner.covers(a.cue) for span in a.content
            ):
                continue
            speaker = self._speaker_before(quotation, found)
            if speaker is not None:
                found[found.index(speaker)] = replace(speaker, content=(*speaker.content, inner))

    def _speaker_before(self, quotation: Quotation, found: Sequence[Attribution]) -> Attribution | None:
        home = next((s for s in self.analysis.sentences if s.start <= quotation.start < s.end), None)
        if home is None or self.text[home.start : quotation.start].strip():
            return None
        near = [
            a for a in found
            if a.kind in {AttributionKind.SAY, AttributionKind.CITE} and a.actors and a.sentence in {home.index - 1, home.index - 2}
            and self.analysis.sentences[a.sentence].paragraph == home.paragraph
            and any(self.text[span.start] in "“\"'`‘«" or self.text[span.end - 1] in "”\"'" for span in a.content)
        ]
        return near[-1] if near else None

    # -- sources ------------------------------------------------------------------------------------------

    def _source(self, sentence: Sentence, p: Predicate, content: Sequence[Span]) -> tuple[Span | None, tuple[Actor, ...]]:
        inverted = self._inverted(sentence, p)
        index = inverted if inverted >= 0 and (p.subject < 0 or self._inside(sentence, p.subject, content) or p.lemma in _REPORTING) else p.subject
        if index < 0:
            return None, ()
        phrase = sentence.phrases[index]
        if p.role == "relative":
            relative = next((k for k in range(p.first - 1, max(p.first - 4, -1), -1) if sentence.tokens[k].tag == "REL"), -1)
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
            if following.first >= end and following.last <= limit and following.first - end <= 1 and following.prep in {"of", "for", "in", "at", "with", "from"}:
                end = following.last
        return sentence.span(phrase.first, end)

    # -- other cues -----------------------------------------------------------------------------------------

    def _passive(self, sentence: Sentence, p: Predicate) -> Attribution | None:
        if p.lemma in self.hedges.passive and self._next(sentence, p, "infinitive") is not None:
            return self._sourceless(sentence, p, AttributionKind.BELIEVE if p.lemma in {"believe", "think", "expect", "fear", "consider"} else AttributionKind.SAY)
        if p.lemma in {"quote", "cite"}:
            infinitive = next((q for q in sentence.predicates[p.index + 1 :] if q.lemma == "say"), None)
            if infinitive is not None and p.subject >= 0:
                content = self._rest(sentence, infinitive.last)
                phrase = sentence.phrases[p.subject]
                if content:
                    return Attribution(
                        sentence=sentence.index, predicate=p.index, source=self._source_span(sentence, phrase, p),
                        actors=self.linker.actors(sentence, p.subject), cue=sentence.span(p.first, infinitive.last), content=content,
                        kind=AttributionKind.SAY, hedge=False,
                    )
        return None

    def _sourceless(self, sentence: Sentence, p: Predicate, kind: AttributionKind) -> Attribution:
        content = list(self._rest(sentence, p.last))
        if p.subject >= 0:
            content.insert(0, sentence.span(sentence.phrases[p.subject].first, sentence.phrases[p.subject].last))
        return Attribution(
            sentence=sentence.index, predicate=p.index, source=None, actors=(), cue=sentence.span(p.first, p.last),
            content=tuple(content) or (sentence.span(p.first, p.last),), kind=kind, hedge=True,
        )

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
                    sentence=sentence.index, predicate=-1, source=sentence.span(phrase.first, end), actors=self.linker.actors(sentence, phrase.index),
                    cue=sentence.span(k, k + 2), content=content, kind=AttributionKind.CITE, hedge=False,
                )

    def _phrase_tail(self, sentence: Sentence, phrase: Phrase) -> int:
        end = phrase.last
        if phrase.first <= 3:  # opens the sentence: the source runs up to the comma
            comma = next((k for k in range(end, min(end + 25, len(sentence.tokens))) if sentence.tokens[k].text == ","), -1)
            if comma >= 0:
                return comma
        while end < len(sentence.tokens) and sentence.tokens[end].text not in {",", ".", ";", "”", '"', "—"} and sentence.tokens[end].tag not in {"VBD", "VBZ", "MODAL", "BE"}:
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
        return (Span(self._quotation_start(sentence, first), first.end),)

    def _headline(self, sentence: Sentence) -> Iterator[Attribution]:
        """"Clinton: the deal is dead": a name and a colon in a line of its own."""
        colon = next((k for k, t in enumerate(sentence.tokens[:9]) if t.text == ":"), -1)
        if colon <= 0 or colon + 2 >= len(sentence.tokens) or any(q.first < colon for q in sentence.predicates):
            return
        phrase = next((ph for ph in sentence.phrases if ph.last == colon and not ph.prep), None)
        if phrase is None or phrase.first > 1 or not any(t.tag in {"NAME", "DEM"} for t in sentence.phrase_tokens(phrase)):
            return
        if sentence.index > 2 and not self.linker.actors(sentence, phrase.index):
            return
        yield Attribution(
            sentence=sentence.index, predicate=-1, source=sentence.span(phrase.first, colon), actors=self.linker.actors(sentence, phrase.index),
            cue=sentence.span(colon, colon + 1), content=self._rest(sentence, colon + 1, whole=True), kind=AttributionKind.SAY, hedge=False,
        )

    def _nouns(self, sentence: Sentence) -> Iterator[Attribution]:
        """"Poland's claim that …", "his promise to …": a noun of saying with its owner."""
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
                    sentence=sentence.index, predicate=-1, source=span, actors=actors, cue=sentence.span(phrase.head, phrase.head + 1),
                    content=content, kind=kind, hedge=False,
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
            if token.tag == "ADV" and (token.lower in self.hedges.doubt or is_hedge_adverb(token.lower, self.hedges.adverbs)):
                content = self._hedged_clause(sentence, k)
                if content:
                    yield Attribution(
                        sentence=sentence.index, predicate=-1, source=None, actors=(), cue=sentence.span(k, k + 1), content=content,
                        kind=AttributionKind.HEDGE, hedge=True, doubt=token.lower in self.hedges.doubt,
                    )

    def _hedged_clause(self, sentence: Sentence, k: int) -> tuple[Span, ...]:
        """The clause that an adverb hedges: of the verb group that it stands in or before."""
        for p in sentence.predicates:
            if p.first <= k < p.last or (k < p.first and all(t.tag in {"ADV", "PUNCT", "DET", "NAME", "NOUN", "PRON", "TIME", "DEM", "ADJ", "GEN"} for t in sentence.tokens[k + 1 : p.first])):
                first = sentence.phrases[p.subject].first if p.subject >= 0 and sentence.phrases[p.subject].first <= p.first else p.first
                end = max(p.stop, p.last)
                return (sentence.span(min(first, p.first), end),)
        return ()

    # -- what a paragraph carries on -----------------------------------------------------------------------

    def _carried(self, found: Sequence[Attribution]) -> Iterator[Attribution]:
        """"According to X, …" at the head of a paragraph speaks for the sentences that go on without a source."""
        for a in found:
            if a.kind != AttributionKind.CITE or a.predicate >= 0 or not a.actors:
                continue
            head = self.analysis.sentences[a.sentence]
            if a.cue.start - head.start > 3:
                continue
            for sentence in self.analysis.sentences[a.sentence + 1 :]:
                if sentence.paragraph != head.paragraph or any(b.sentence == sentence.index and b.source is not None for b in found):
                    break
                yield replace(a, content=(Span(sentence.start, sentence.end),), carried=True)


def is_hedge_adverb(word: str, adverbs: frozenset[str]) -> bool:
    """Tell whether a word is a hedging adverb, also with two letters swapped ("reprotedly")."""
    if word in adverbs:
        return True
    if not word.endswith("ly") or len(word) < 8:
        return False
    return any(len(word) == len(a) and sorted(word) == sorted(a) and sum(x != y for x, y in zip(word, a, strict=True)) <= 3 for a in adverbs)


def outermost(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions whose cue lies in no other's content, carried ones left out."""
    own = [a for a in attributions if not (a.carried or a.quoted or a.doubt)]
    return [
        a for a in own
        if not any(b is not a and b.covers(a.cue.start) and b.extent >= a.extent for b in own)
    ]


def to_link(a: Attribution, text: str) -> AttributionLink:
    """Return the link of a chain that an attribution is."""
    return AttributionLink(
        source=a.actors[0] if a.actors else None,
        cue=a.cue.of(text),
        cue_start=a.cue.start,
        cue_end=a.cue.end,
        kind=a.kind,
        hedge=a.hedge or (a.source is None),
    )
