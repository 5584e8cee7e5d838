"""How far the content of an attribution goes: to the next cue, a trailing source, or the end of its quotation."""

from __future__ import annotations

from legation.coding.actors.linker import Linker
from legation.ontology import cue_verbs, hedges
from legation.records import Span
from legation.records.syntax import Analysis, Predicate, Sentence

_TAIL = frozenset({",", ".", ";", "”", '"', "''", "’", "!", "?", "(", "—", "--", "-"})
REPORTING = frozenset(
    {
        "say",
        "tell",
        "add",
        "write",
        "report",
        "announce",
        "note",
        "tweet",
        "reply",
        "explain",
        "state",
        "quip",
        "continue",
        "insist",
        "argue",
        "warn",
        "claim",
        "recall",
        "conclude",
        "declare",
        "admit",
        "observe",
        "comment",
        "ask",
        "joke",
    }
)


class ContentReader:
    """Finds the extent of contents in one report."""

    def __init__(self, analysis: Analysis, linker: Linker) -> None:
        self.analysis = analysis
        self.text = analysis.report.text
        self.linker = linker
        self.hedges = hedges()
        self.kinds = cue_verbs()

    def _quotation_end(self, sentence: Sentence, span: Span) -> int:
        """A quotation that goes on over the sentence's end belongs to the content whole."""
        for quotation in self.analysis.quotations:
            if quotation.start < span.end < quotation.end and quotation.end - sentence.end < 1500:
                return max(span.end, quotation.end)
        return span.end

    def _quotation_start(self, span: Span) -> int:
        """A quotation begun in an earlier sentence of the paragraph belongs to the content whole."""
        for quotation in self.analysis.quotations:
            if quotation.start < span.start < quotation.end and span.start - quotation.start < 1500:
                return quotation.start
        return span.start

    def _content_end(self, sentence: Sentence, start: int) -> int:
        for q in sentence.predicates:
            if q.first > start and q.role == "main" and q.lemma in REPORTING and self._own_subject(sentence, q, start):
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
        """ "said …, telling reporters that …", "said … and she accused …": another cue takes over."""
        before = sentence.tokens[q.first - 1]
        cue = any(q.lemma in v.clause | v.object for v in self.kinds)
        return cue and q.role == "gerund" and not q.link and before.text == ","

    def _coordinated_cue(self, sentence: Sentence, q: Predicate, start: int) -> bool:
        """ "said that … and vowed to …": a second cue of the same speaker ends the first one's content."""
        if (
            q.role != "main"
            or q.governor < 0
            or sentence.tokens[q.first - 1].tag != "CONJ"
            or q.form not in {"VBD", "VBZ"}
        ):
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

    def _rest(
        self, sentence: Sentence, start: int, *, whole: bool = False, stop: int | None = None
    ) -> tuple[Span, ...]:
        """From a token to where the clause's content ends: before a trailing attribution or the last mark."""
        end = self._content_end(sentence, start) if not whole else len(sentence.tokens)
        end = end if stop is None else min(end, stop)
        while end > start and sentence.tokens[end - 1].text in _TAIL - {"”", '"', "''"}:
            end -= 1
        if end <= start:
            return ()
        span = sentence.span(start, end)
        return (Span(span.start, self._quotation_end(sentence, span)),)

    def _next(self, sentence: Sentence, p: Predicate, role: str) -> Predicate | None:
        if p.index + 1 < len(sentence.predicates):
            following = sentence.predicates[p.index + 1]
            if following.role == role and following.governor == p.index:
                return following
        return None

    def _argument_end(self, sentence: Sentence, p: Predicate, least: int) -> int:
        """Where a verb's arguments end, gerunds and infinitives that hang on them included."""
        end = max(p.stop, least)
        for q in sentence.predicates[p.index + 1 :]:
            if q.role not in {"gerund", "infinitive"} or q.first > end + 2 or sentence.tokens[q.first - 1].text == ",":
                break
            end = max(end, q.stop)
        return end
