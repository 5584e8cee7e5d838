"""Rules and reader together: one draft an act, each taking from the other what it knows better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.coding.kinds.drafts import Draft, Seen
from legation.coding.learned.drafts import LearnedDrafts
from legation.coding.learned.spans import Tokens
from legation.coding.learned.triggers import TriggerReader
from legation.coding.situation import Situation
from legation.models import Signals
from legation.records import Actor, Kind

_DETAILED = frozenset({Kind.AGREEMENT, Kind.BODY, Kind.COMMITMENT, Kind.MEMBERSHIP, Kind.MEETING})

_MUTUAL = frozenset({Kind.AGREEMENT, Kind.BODY, Kind.MEETING})


def learned_drafts(situation: Situation, signals: Signals) -> list[Draft]:
    """Return the drafts that the reader alone sees, statements left out: those hang on attributions."""
    tokens = Tokens(situation.analysis, signals)
    makers = LearnedDrafts(situation, tokens, signals)
    triggers = TriggerReader(tokens, signals, signals.thresholds).read()
    return [makers.draft(t) for t in triggers if t.kind != Kind.STATEMENT]


def combined(rules: Sequence[Draft], learned: Sequence[Draft], signals: Signals) -> list[Draft]:
    """Return one list of drafts: matched ones merged, the reader's own, and the rules' own where it has no doubt."""
    out: list[Draft] = []
    used: set[int] = set()
    for draft in learned:
        match = next((n for n, r in enumerate(rules) if n not in used and _same(draft, r)), None)
        if match is None:
            out.append(draft)
            continue
        used.add(match)
        out.append(_merged(draft, rules[match], signals))
    least = signals.thresholds["rule"]
    out.extend(_with_chances(r, signals) for n, r in enumerate(rules) if n not in used and _chance(r, signals) >= least)
    return sorted(out, key=lambda d: d.act.start)


def _chance(draft: Draft, signals: Signals) -> float:
    """The chance that the words of an act, or the one behind them ("took place"), tell anything."""
    start = signals.starts[draft.act.sentence.index]
    last = min(draft.act.last + 1, len(draft.act.sentence.tokens))
    return float(signals.some("kind")[start + draft.act.first : start + last].max(initial=0.0))


def _with_chances(draft: Draft, signals: Signals) -> Draft:
    """A draft of the rules alone, with what the reader thinks of it."""
    at = signals.starts[draft.act.sentence.index] + draft.act.first
    sure = signals.chance("kind", at, draft.kind.value) * signals.chance("type", at, draft.event or "none")
    how = signals.chance("modality", at, draft.modality.value)
    return replace(draft, seen=Seen(chance=_chance(draft, signals), sure=sure, modality=how, role=0.5, rules=True))


def _same(one: Draft, two: Draft) -> bool:
    if one.act.sentence.index != two.act.sentence.index:
        return False
    if one.act.first < two.act.last and two.act.first < one.act.last:
        return True
    return one.act.predicate is not None and one.act.predicate == two.act.predicate


def _merged(seen: Draft, rule: Draft, signals: Signals) -> Draft:
    """The reader's reading, unless the rules read a more special kind and the reader is not sure of another."""
    if seen.kind != rule.kind and _knows_better(seen, rule, signals):
        chances = _with_chances(rule, signals)
        return replace(chances, reason=f"{rule.reason}; {seen.reason}", actors=rule.actors or seen.actors)
    detail = seen.kind == rule.kind and seen.kind in _DETAILED
    actors = _better(seen.actors, rule.actors)
    recipients = seen.recipients if seen.actors else _better(seen.recipients, rule.recipients)
    if seen.kind in _MUTUAL and seen.kind == rule.kind:
        actors = _together(actors, rule.actors)
        recipients = tuple(a for a in _together(recipients, rule.recipients) if a.code not in {b.code for b in actors})
    return replace(
        seen,
        actors=actors,
        recipients=_others(recipients, actors),
        object=_object(seen, rule) if detail else seen.object,
        reason=f"{seen.reason}; {rule.reason}",
        weight=rule.weight,
        seen=replace(seen.seen, rules=True) if seen.seen else None,
    )


def _knows_better(seen: Draft, rule: Draft, signals: Signals) -> bool:
    if rule.kind not in _DETAILED or seen.seen is None:
        return False
    at = signals.starts[seen.act.sentence.index] + seen.act.first
    return seen.seen.sure < signals.thresholds["sure"] or (
        signals.chance("kind", at, rule.kind.value) >= signals.thresholds["rule_kind"]
    )


def _together(seen: tuple[Actor, ...], rule: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The parties of a mutual act: whom either found, each state once."""
    codes = {a.code for a in seen}
    return (*seen, *(a for a in rule if a.code and a.code not in codes))


def _object(seen: Draft, rule: Draft) -> dict[str, str | list[str] | None]:
    """The rules' words where they have some; act and status as the reader takes them."""
    out = dict(rule.object)
    for key, value in seen.object.items():
        if value and (key in {"act", "status", "name"} or not out.get(key)):
            out[key] = value
    return out


def _better(seen: tuple[Actor, ...], rule: tuple[Actor, ...]) -> tuple[Actor, ...]:
    if any(a.country or a.entity for a in seen):
        return seen
    return rule if any(a.country or a.entity for a in rule) else seen or rule


def _others(recipients: tuple[Actor, ...], actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    own = {(a.start, a.end) for a in actors}
    return tuple(a for a in recipients if (a.start, a.end) not in own)
