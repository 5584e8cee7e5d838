"""From a draft to a claim: passage, date, place, chain of attribution, contexts, confidence, id."""

from __future__ import annotations

from datetime import date, timedelta

from legation.coding.attribution.model import Attribution, to_link
from legation.coding.dates.ahead import ahead
from legation.coding.dates.intervals import interval
from legation.coding.kinds.drafts import Draft
from legation.coding.learned.confidence import forecast
from legation.coding.places import place_of
from legation.coding.situation import Situation
from legation.ontology import cameo_of, context_words, event_types, hedges
from legation.records import (
    AttributionKind,
    AttributionLink,
    Claim,
    Coder,
    DateExpression,
    EventReading,
    Kind,
    Modality,
    Passage,
    Precision,
    Rejection,
    When,
    claim_id,
)
from legation.records.syntax import Predicate, Sentence

_PAST_DAYS = 45
_UNDATED = frozenset({Kind.RELATION})


class Assembler:
    """Puts the common fields on the drafts of one report."""

    def __init__(self, situation: Situation, coder: Coder) -> None:
        self.s = situation
        self.coder = coder
        self.contexts = context_words()

    def assemble(self, draft: Draft) -> Claim | Rejection:
        """Return the claim of a draft, or why it cannot be one."""
        if not (draft.actors or draft.recipients):
            return self._rejected(draft, "has-party", f"{draft.kind.value} without anybody who acts or is acted upon")
        if not any(a.country or a.entity or a.sector for a in (*draft.actors, *draft.recipients)):
            named = ", ".join(a.text for a in (*draft.actors, *draft.recipients))
            return self._rejected(draft, "known-party", f"nobody in this {draft.kind.value} is known: {named}")
        passage = self._passage(draft)
        when = self._when(draft)
        chain = self._chain(draft)
        spans = [(draft.act.start, draft.act.end), (passage.start, passage.end)]
        spans += [(a.start, a.end) for a in (*draft.actors, *draft.recipients)]
        how = self._modality(draft, when)
        return Claim(
            id=claim_id(self.s.report.id, draft.kind, spans, self.coder),
            report=self.s.report,
            kind=draft.kind,
            event=self._event(draft),
            actors=draft.actors,
            recipients=draft.recipients,
            object=draft.object,
            modality=how,
            when=when,
            where=place_of(self.s, draft.act),
            attribution=chain,
            passage=passage,
            confidence=self._confidence(draft),
            coder=self.coder,
            trigger_start=draft.act.start,
            trigger_end=draft.act.end,
            reason=draft.reason,
        )

    def _confidence(self, draft: Draft) -> float:
        weights = self.s.signals.calibration.get("claim") if self.s.signals is not None else None
        return forecast(draft, weights) if weights else confidence(draft)

    def _rejected(self, draft: Draft, rule: str, message: str) -> Rejection:
        passage = self._passage(draft)
        return Rejection(
            stage="coding",
            rule=rule,
            message=f"{message}: {draft.reason}",
            start=passage.start,
            end=passage.end,
            exact=passage.exact,
        )

    # -- passage --------------------------------------------------------------------------------------

    def _passage(self, draft: Draft) -> Passage:
        """The whole sentence, widened to the sentences that the statement's quotation runs over."""
        sentence = draft.act.sentence
        start, end = sentence.start, sentence.end
        if draft.kind == Kind.STATEMENT:
            for attribution in self.s.near(draft.act.start):
                if (
                    attribution.cue.start == draft.act.start
                    or attribution.cue.start == sentence.tokens[draft.act.first].start
                ):
                    for span in attribution.content:
                        start, end = min(start, span.start), max(end, span.end)
        return Passage(start=start, end=end, exact=self.s.text[start:end])

    # -- when -----------------------------------------------------------------------------------------

    def _when(self, draft: Draft) -> When:
        sentence = draft.act.sentence
        if draft.seen is not None and draft.seen.when is not None:
            return _explicit(self._turned(draft, draft.seen.when))
        inside = [d for d in self.s.dates_in(sentence) if interval(d.value)]
        if draft.kind == Kind.COMMITMENT:
            inside = [d for d in inside if not self._in_promise(draft, d)]
        chosen = self._nearest(draft, sentence, inside)
        if chosen is not None:
            return _explicit(self._turned(draft, chosen))
        published = self.s.report.published_on
        if draft.modality == Modality.ASSERTED and self._in_history(sentence):
            return When()
        if published and draft.kind not in _UNDATED and draft.modality != Modality.HISTORICAL:
            return When(start=published, end=published, precision=Precision.DAY, basis="inferred")
        return When()

    def _turned(self, draft: Draft, expression: DateExpression) -> DateExpression:
        """The date of an act still to come lies ahead; that of a promise is the day it was made."""
        to_come = draft.modality == Modality.FUTURE and draft.kind != Kind.COMMITMENT
        return ahead(expression, self.s.report.published_on) if to_come else expression

    def _in_history(self, sentence: Sentence) -> bool:
        """An undated sentence right behind one of its paragraph that is dated long past tells of that past."""
        published = self.s.report.published_on
        if not published or not sentence.index:
            return False
        before = self.s.analysis.sentences[sentence.index - 1]
        told = [b for d in self.s.dates_in(before) if (b := interval(d.value))]
        late = (date.fromisoformat(published) - timedelta(days=_PAST_DAYS)).isoformat()
        return before.paragraph == sentence.paragraph and bool(told) and all(end < late for _, end in told)

    def _in_promise(self, draft: Draft, expression: DateExpression) -> bool:
        """A date behind the promise and not before publication belongs to the promised act."""
        bounds = interval(expression.value)
        published = self.s.report.published_on or ""
        return expression.start >= draft.act.end and bounds is not None and bounds[1] > published

    def _nearest(self, draft: Draft, sentence: Sentence, inside: list[DateExpression]) -> DateExpression | None:
        """The date of an act's own clause: the nearest, with no other finite verb between."""
        best: tuple[int, DateExpression] | None = None
        for expression in inside:
            distance = self._distance(draft, sentence, expression)
            if distance < 1000 and (best is None or distance < best[0]):
                best = (distance, expression)
        return best[1] if best else None

    def _distance(self, draft: Draft, sentence: Sentence, expression: DateExpression) -> int:
        start, end = draft.act.start, draft.act.end
        low, high = (expression.end, start) if expression.start < start else (end, expression.start)
        between = [p for p in sentence.predicates if low <= sentence.tokens[p.verb].start < high]
        blocking = [p for p in between if p.role in {"main", "content", "relative", "adverbial", "conditional"}]
        if expression.start < start:
            blocking = [p for p in blocking if p.index != (draft.act.predicate.index if draft.act.predicate else -1)]
        opens = expression.start < sentence.tokens[sentence.predicates[0].first].start if sentence.predicates else False
        if opens and blocking and all(p.role == "main" for p in blocking):
            return 600  # "In July 1974 Turkey invaded …, and Greece withdrew …": the opening date holds for both
        if blocking and not self._reporting_tail(draft, blocking):
            return 1000
        if self._elsewhere(draft, sentence, expression):
            return 1000
        gap = self.s.text[low:high]
        crosses = 150 if ", and " in gap or ";" in gap or ": " in gap else 0
        return max(0, high - low) + 200 * len(blocking) + crosses

    def _elsewhere(self, draft: Draft, sentence: Sentence, expression: DateExpression) -> bool:
        """A date within a relative or adverbial clause, or behind "until", is not the act's own."""
        own = draft.act.predicate.index if draft.act.predicate is not None else -1
        k = next((i for i, t in enumerate(sentence.tokens) if t.start >= expression.start), 0)
        inside = any(
            p.role in {"relative", "participle", "adverbial"} and p.index != own and p.last <= k < p.stop
            for p in sentence.predicates
        )
        before = sentence.tokens[k - 1].lower if k else ""
        bounds = interval(expression.value)
        published = self.s.report.published_on or ""
        deadline = (
            before in {"until", "till", "by", "before", "to", "through"}
            and bounds is not None
            and bounds[1] > published
        )
        return inside or deadline

    def _reporting_tail(self, draft: Draft, blocking: list[Predicate]) -> bool:
        """ "…, officials said on Tuesday": the saying's day dates a same-day event where it has no date."""
        return (
            draft.kind != Kind.STATEMENT
            and len(blocking) == 1
            and blocking[0].lemma in {"say", "announce", "report", "add", "tell"}
        )

    def _modality(self, draft: Draft, when: When) -> Modality:
        """An act dated well before the report's day is background."""
        published = self.s.report.published_on
        if draft.modality in {Modality.ASSERTED, Modality.HISTORICAL} and self._denied(draft):
            return Modality.NEGATED
        if draft.modality == Modality.ASSERTED and when.start is None and self._in_history(draft.act.sentence):
            return Modality.HISTORICAL if draft.kind not in {Kind.RELATION, Kind.STATEMENT} else draft.modality
        if draft.modality != Modality.ASSERTED or not published or when.basis != "explicit" or not when.end:
            return draft.modality
        if draft.kind in {Kind.MEMBERSHIP, Kind.RELATION}:
            return draft.modality
        late = date.fromisoformat(published) - timedelta(days=_PAST_DAYS)
        return Modality.HISTORICAL if date.fromisoformat(when.end) < late else draft.modality

    def _denied(self, draft: Draft) -> bool:
        """What is told as denied is not told as done."""
        covering = (a for a in self.s.near(draft.act.start) if a.predicate >= 0 and a.covers(draft.act.start))
        return any(
            self.s.analysis.sentences[a.sentence].predicates[a.predicate].lemma == "deny"
            for a in covering
            if a.cue.start != draft.act.start
        )

    # -- chain ----------------------------------------------------------------------------------------

    def _chain(self, draft: Draft) -> tuple[AttributionLink, ...]:
        position = draft.act.start
        near = self.s.near(position)
        own = [a for a in near if self._is_own(draft, a)]
        found = [
            a
            for a in near
            if a.covers(position) and a not in own and not (a.cue.start <= position < a.cue.end)
        ]
        if draft.kind == Kind.COMMITMENT:
            found += [
                a
                for a in near
                if draft.act.start <= a.cue.start < draft.act.end and a.kind == AttributionKind.SAY
            ]
        if draft.act.predicate is None:
            found = [a for a in found if a.kind != AttributionKind.INTEND]
        found.sort(key=lambda a: (a.hedge, -a.extent))
        links = [to_link(a, self.s.text) for a in found]
        links += self._modal_hedge(draft)
        if draft.kind == Kind.STATEMENT and own and own[0].kind == AttributionKind.BELIEVE:
            links.append(to_link(own[0], self.s.text))
        return tuple(dict.fromkeys(links))

    def _is_own(self, draft: Draft, a: Attribution) -> bool:
        return draft.kind == Kind.STATEMENT and a.cue.start == draft.act.start

    def _modal_hedge(self, draft: Draft) -> list[AttributionLink]:
        """ "may", "might": a link of its own, without a source."""
        p = draft.act.predicate
        if p is None or p.modal not in hedges().modals or draft.kind == Kind.STATEMENT:
            return []
        sentence = draft.act.sentence
        token = next(t for t in sentence.tokens[p.first : p.last] if t.lower == p.modal)
        return [
            AttributionLink(
                source=None,
                cue=token.text,
                cue_start=token.start,
                cue_end=token.end,
                kind=AttributionKind.HEDGE,
                hedge=True,
            )
        ]

    # -- event ----------------------------------------------------------------------------------------

    def _event(self, draft: Draft) -> EventReading | None:
        if draft.event is None:
            return None
        kind = event_types()[draft.event]
        mode = kind.mode(draft.mode)
        return EventReading(
            type=kind.code,
            mode=mode.name if mode else None,
            contexts=draft.seen.contexts if draft.seen and draft.seen.contexts else self._contexts(draft),
            quad_class=kind.quad,
            intensity=mode.intensity if mode else kind.intensity,
            cameo=cameo_of().get((kind.code, mode.name if mode else None)) or kind.cameo,
        )

    def _contexts(self, draft: Draft) -> tuple[str, ...]:
        words = self.s.words(draft.act.sentence, 0, len(draft.act.sentence.tokens))
        found: dict[str, int] = {}
        for word in sorted(words):
            for context in self.contexts.get(word, ()):
                found[context] = found.get(context, 0) + 1
        return tuple(sorted(found, key=lambda c: (-found[c], c))[:4])


def _explicit(expression: DateExpression) -> When:
    """The day or days that an expression tells; it has some (see ``dates.intervals``)."""
    bounds = interval(expression.value)
    if bounds is None:
        return When()
    precision = expression.precision
    return When(text=expression.text, start=bounds[0], end=bounds[1], precision=precision, basis="explicit")


# how often readings were right on the project's own sentences, by what could be linked (docs/explanation/accuracy.md)
_BOTH_SIDES, _ACTOR_ONLY, _UNLINKED = 0.66, 0.40, 0.15


def confidence(draft: Draft) -> float:
    """Return how often such a reading was right on the project's own development sentences, 0..1.

    It depends on whether both sides were linked and on how many conditions of the frame were met.
    """
    linked = bool(draft.actors) and all(a.country or a.entity for a in draft.actors)
    if not linked:
        return _UNLINKED
    one_sided = draft.kind in {Kind.STATEMENT, Kind.MEMBERSHIP, Kind.COMMITMENT}
    sides = bool(draft.recipients) or len(draft.actors) > 1 or one_sided
    score = (_BOTH_SIDES if sides else _ACTOR_ONLY) + 0.02 * min(draft.weight, 8)
    if draft.kind == Kind.COMMITMENT or draft.modality in {Modality.HISTORICAL, Modality.HYPOTHETICAL}:
        score -= 0.1
    return round(score, 2)
