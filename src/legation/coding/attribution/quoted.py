"""Contents that stand in quotation marks: around a cue, over several sentences, or going on without a cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.coding.attribution.contents import REPORTING
from legation.coding.attribution.model import Attribution
from legation.coding.attribution.sources import SourceReader
from legation.records import AttributionKind, Span
from legation.records.syntax import Predicate, Quotation, Sentence


class QuotationReader(SourceReader):
    """Finds quoted contents."""

    def _quoted_around(self, sentence: Sentence, p: Predicate) -> tuple[Span, ...]:
        """The quotations that touch a cue: before it (, X said), behind it, or both sides of it."""
        if p.role in {"relative", "participle"} and p.lemma not in REPORTING:
            return ()
        start = self._source_start(sentence, p)
        spans: list[Span] = []
        if start is not None and start > 0:
            quotation = self._quotation_closing_at(sentence, start)
            if quotation is not None:
                spans.append(self._with_lead(sentence, quotation))
        behind = self._quotation_opening_after(sentence, p)
        if behind is not None and not any(span.covers(Span(behind.start, behind.end)) for span in spans):
            spans.append(self._with_clause(sentence, p, behind))
        return tuple(spans)

    def _with_lead(self, sentence: Sentence, quotation: Quotation) -> Span:
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
        if first < quotation.start and len(gap.strip(" ,:")) > 0 and p.lemma != "tell":
            end = max(quotation.end, self._rest(sentence, p.last)[0].end if self._rest(sentence, p.last) else 0)
            return Span(first, end)
        rest = self._rest(sentence, p.last)
        goes_on = (
            bool(rest)
            and quotation.end < sentence.end - 12
            and self.text[quotation.end : quotation.end + 2].strip()[:1].isalpha()
        )
        return Span(quotation.start, max(quotation.end, rest[0].end) if goes_on else quotation.end)

    def _quotation_closing_at(self, sentence: Sentence, start: int) -> Quotation | None:
        edge = sentence.tokens[start].start
        for quotation in self.analysis.quotations:
            if quotation.end <= edge and edge - quotation.end <= 14 and quotation.end > sentence.start:
                between = self.text[quotation.end : edge].strip(" ,\n—–-")
                if (len(between) <= 12 and between.isalpha()) or not between:
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
            q.index != p.index
            and q.lemma in REPORTING
            and sentence.tokens[p.verb].start < sentence.tokens[q.verb].start < quotation.start
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
            a
            for a in found
            if a.kind in {AttributionKind.SAY, AttributionKind.CITE}
            and a.actors
            and a.sentence in {home.index - 1, home.index - 2}
            and self.analysis.sentences[a.sentence].paragraph == home.paragraph
            and any(self.text[span.start] in "“\"'`‘«" or self.text[span.end - 1] in "”\"'" for span in a.content)
        ]
        return near[-1] if near else None

    def _inside_quotation(self, a: Attribution) -> bool:
        return any(
            q.inner.start <= a.cue.start < q.inner.end and q.end - q.start > 12 for q in self.analysis.quotations
        )
