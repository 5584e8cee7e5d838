"""What an actor publicly said: attributions whose content is no act of its own, and direct quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.coding.attribution.model import Attribution
from legation.coding.kinds.drafts import Draft, Seen
from legation.coding.situation import Act, Situation
from legation.models import Signals
from legation.records import AttributionKind, Kind, Modality, Span
from legation.records.syntax import Predicate

_TOO_SHORT = 15
_DENYING = frozenset({"deny", "reject", "dismiss", "refute", "rebut", "disavow", "repudiate"})
_WITHHOLDING = frozenset({"refuse", "decline", "fail", "forget", "avoid", "hesitate", "omit", "have", "remain"})
_MANNER = frozenset({AttributionKind.SAY, AttributionKind.BELIEVE})


def drafts(situation: Situation, coded: Sequence[Draft], passed: frozenset[int]) -> Iterator[Draft]:
    """Yield the statements of a report, given what was coded of its acts and the sentences passed over."""
    triggers = [d.act.start for d in coded]
    for attribution in situation.attributions:
        if (
            attribution.sentence in passed
            or attribution.carried
            or attribution.kind not in _MANNER
            or not attribution.actors
            or _withheld(situation, attribution)
        ):
            continue
        quote = manner(situation, attribution)
        told = any(attribution.covers(t) for t in triggers)
        is_act = any(d.act.start <= attribution.cue.start < d.act.end for d in coded)
        if attribution.extent < _TOO_SHORT or is_act:
            continue
        if not _stated(situation, attribution, told=told and quote == "indirect"):
            continue
        yield _seen(situation, _statement(situation, attribution, quote))


def _seen(situation: Situation, draft: Draft) -> Draft:
    """A statement with what the reader thinks of it."""
    signals = situation.signals
    if signals is None:
        return draft
    at = signals.starts[draft.act.sentence.index] + draft.act.first
    chance, cue = signals.chance("kind", at, "statement"), 1.0 - signals.chance("cue", at, "none")
    return replace(draft, seen=Seen(chance=chance, sure=cue, modality=0.99, role=_source_chance(signals, at)))


def _source_chance(signals: Signals, at: int) -> float:
    return float(signals.role("source", at)[1].max(initial=0.0))


def _stated(situation: Situation, attribution: Attribution, *, told: bool) -> bool:
    """Whether what is said is a statement, and not just the word on which an act is told: the reader's view first."""
    signals = situation.signals
    if signals is None:
        return not told
    start = signals.starts[attribution.sentence]
    tokens = situation.analysis.sentences[attribution.sentence].tokens
    first = next(k for k, t in enumerate(tokens) if t.end > attribution.cue.start)
    chances = signals.heads["kind"][start + first]
    return bool(chances[signals.labels["kind"].index("statement")] >= signals.thresholds["statement"])


def _withheld(situation: Situation, attribution: Attribution) -> bool:
    """ "declined to say", "has yet to say", "did not say": words that were not spoken."""
    sentence = situation.analysis.sentences[attribution.sentence]
    if attribution.predicate < 0:
        return False
    p = sentence.predicates[attribution.predicate]
    if p.negated or (p.role == "conditional" and p.lemma not in _DENYING):
        return True
    if p.role != "infinitive" or p.governor < 0:
        return False
    ruler = sentence.predicates[p.governor]
    yet = any(t.lower == "yet" for t in sentence.tokens[ruler.first : p.first])
    return ruler.negated or ruler.lemma in _WITHHOLDING or yet


def manner(situation: Situation, attribution: Attribution) -> str:
    """Return direct, indirect or mixed by how much of the content stands within quotation marks."""
    total = quoted = 0
    for span in attribution.content:
        total += span.end - span.start
        for quotation in situation.analysis.quotations:
            quoted += max(0, min(span.end, quotation.end) - max(span.start, quotation.start))
    if quoted >= 0.85 * total:
        return "direct"
    return "mixed" if quoted > 12 else "indirect"


def _whole(situation: Situation, attribution: Attribution, predicate: Predicate | None) -> Sequence[Span]:
    """The content, its verb with it where the verb is part of what was said ("denied responsibility")."""
    if predicate is None or len(attribution.content) != 1:
        return attribution.content
    content = attribution.content[0]
    follows = 0 <= content.start - attribution.cue.end <= 1
    if follows and (predicate.lemma in _DENYING or not _has_clause(situation, attribution)):
        return (Span(attribution.cue.start, content.end),)
    return attribution.content


def _has_clause(situation: Situation, attribution: Attribution) -> bool:
    sentence = situation.analysis.sentences[attribution.sentence]
    return any(attribution.covers(sentence.tokens[q.verb].start) for q in sentence.predicates)


def _statement(situation: Situation, attribution: Attribution, quote: str) -> Draft:
    sentence = situation.analysis.sentences[attribution.sentence]
    first = next(k for k, t in enumerate(sentence.tokens) if t.end > attribution.cue.start)
    last = next((k for k, t in enumerate(sentence.tokens) if t.start >= attribution.cue.end), len(sentence.tokens))
    predicate = sentence.predicates[attribution.predicate] if attribution.predicate >= 0 else None
    content = " … ".join(span.of(situation.text).strip() for span in _whole(situation, attribution, predicate))
    return Draft(
        kind=Kind.STATEMENT,
        act=Act(sentence, predicate, first, max(last, first + 1)),
        actors=attribution.actors,
        recipients=(),
        object={"quote": quote, "content": content},
        modality=Modality.ASSERTED,
        event=None,
        mode=None,
        reason=f"“{attribution.cue.of(situation.text)}” puts it on {attribution.actors[0].name}'s word ({quote})",
        weight=7 if quote == "direct" else 5,
    )
