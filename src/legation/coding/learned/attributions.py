"""On whose word, as the learned reader sees it: cues with their sources and contents, snapped to quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.coding.actors.linker import Linker
from legation.coding.attribution.model import Attribution
from legation.coding.learned.parties import Parties
from legation.coding.learned.spans import Run, Tokens, runs
from legation.models import Signals
from legation.records import AttributionKind, Span
from legation.records.syntax import Analysis

_LONG_QUOTATION = 2500
_PRONOUNS = frozenset("it there".split())


class LearnedAttributions:
    """Finds the attributions of one report by its signals."""

    def __init__(self, analysis: Analysis, linker: Linker, signals: Signals, thresholds: dict[str, float]) -> None:
        self.analysis = analysis
        self.signals = signals
        self.tokens = Tokens(analysis, signals)
        self.parties = Parties(self.tokens, linker, signals)
        self.cue = thresholds["cue"]
        self.role = thresholds["link_role"]

    def find(self) -> Iterator[Attribution]:
        """Yield the attributions in order of their cues."""
        chances = self.signals.some("cue")
        for cue in runs(chances, self.cue):
            if self.tokens.home[cue.first] != self.tokens.home[cue.last - 1]:
                continue
            found = self._attribution(cue)
            if found is not None:
                yield found

    def _attribution(self, cue: Run) -> Attribution | None:
        content = self._content(cue)
        if not content:
            return None
        sentence, _ = self.tokens.sentence(cue.first)
        source = self._source(cue)
        kind = AttributionKind(self.signals.best("cue", cue.first, self.signals.labels["cue"][1:])[0])
        cue_span = self.tokens.span(cue.first, cue.last)
        predicate = next(
            (p.index for p in sentence.predicates if cue_span.start <= sentence.tokens[p.verb].start < cue_span.end), -1
        )
        actors = () if source is None else self.parties.of_run(source)
        return Attribution(
            sentence=sentence.index,
            predicate=predicate,
            source=None if source is None else self.tokens.span(source.first, source.last),
            actors=actors,
            cue=cue_span,
            content=content,
            kind=kind,
            hedge=kind == AttributionKind.HEDGE or source is None,
        )

    def _source(self, cue: Run) -> Run | None:
        low, chances = self.signals.role("source", cue.first)
        found = [
            r for r in runs(chances, self.role, gap=1, offset=low) if not (r.first < cue.last and r.last > cue.first)
        ]
        if not found:
            return None
        best = max(found, key=lambda r: float(chances[r.first - low : r.last - low].sum()))
        return self.tokens.trimmed(best.first, best.last)

    def _content(self, cue: Run) -> tuple[Span, ...]:
        low, chances = self.signals.role("content", cue.first)
        out: list[Span] = []
        for run in runs(chances, self.role, gap=2, offset=low):
            around = run.first <= cue.first and run.last >= cue.last
            parts = (Run(run.first, cue.first, 1), Run(cue.last, run.last, 1)) if around else (run,)
            out.extend(self._snapped(part) for part in parts if part.last > part.first)
        words = sum(len(self.analysis.report.text[s.start : s.end].split()) for s in out)
        return tuple(dict.fromkeys(out)) if words else ()

    def _snapped(self, run: Run) -> Span:
        """A content that begins or ends within a quotation takes the quotation whole."""
        run = self.tokens.trimmed(run.first, run.last)
        span = self.tokens.span(run.first, run.last)
        start, end = span.start, span.end
        for q in self.analysis.quotations:
            if q.end - q.start > _LONG_QUOTATION or q.end <= span.start or q.start >= span.end:
                continue
            if q.start <= start < q.end and start - q.start <= 1 + (q.end - q.start) // 3:
                start = q.start
            if q.start < end <= q.end and q.closed:
                end = q.end
        return Span(start, end)


def attributions(
    analysis: Analysis, linker: Linker, signals: Signals, rules: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Return the attributions as the reader sees them, with those of the rules that it does not rule out."""
    learned = list(LearnedAttributions(analysis, linker, signals, signals.thresholds).find())
    learned = [_agreed(a, rules) for a in learned]
    out = [*learned, *_kept(rules, learned, signals, analysis)]
    return tuple(sorted(out, key=lambda a: (a.cue.start, -a.extent)))


def _agreed(seen: Attribution, rules: Sequence[Attribution]) -> Attribution:
    """An attribution that the rules found too has their kind, and their source where the reader points at none."""
    same = next((r for r in rules if not r.carried and r.cue.start < seen.cue.end and seen.cue.start < r.cue.end), None)
    if same is None:
        return seen
    if same.kind == AttributionKind.HEDGE:  # what a doubt is cast on, the rules know better
        return same
    if seen.source is not None or same.source is None:
        return replace(seen, kind=same.kind, hedge=seen.source is None, predicate=same.predicate)
    return replace(seen, kind=same.kind, source=same.source, actors=same.actors, hedge=False, predicate=same.predicate)


def _kept(
    rules: Sequence[Attribution], learned: Sequence[Attribution], signals: Signals, analysis: Analysis
) -> Iterator[Attribution]:
    least = signals.thresholds["rule_cue"]
    chances = signals.some("cue")
    for a in rules:
        same = [b for b in learned if b.cue.start < a.cue.end and a.cue.start < b.cue.end]
        if a.carried:
            if same:
                yield a
            continue
        if same:
            continue
        tokens = analysis.sentences[a.sentence].tokens
        places = [k for k, t in enumerate(tokens) if t.start < a.cue.end and t.end > a.cue.start]
        chance = max((float(chances[signals.starts[a.sentence] + k]) for k in places), default=0.0)
        if a.kind == AttributionKind.HEDGE or a.doubt or chance >= least:
            yield a
