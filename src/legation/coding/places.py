"""Where an act took place."""

from __future__ import annotations

from legation.coding.situation import Act, Situation
from legation.records import Place

_PLACES = frozenset({"place", "capital", "name"})
_AT = frozenset({"in", "at", "near", "outside", "over", "off"})


def place_of(situation: Situation, act: Act) -> Place | None:
    """Return the place that "in/at/near …" names nearest to an act in its sentence, None where none is named."""
    sentence = act.sentence
    best: tuple[int, Place] | None = None
    for phrase in sentence.phrases:
        if phrase.prep not in _AT or not _same_clause(act, phrase.first):
            continue
        for mention in sentence.mentions:
            if mention.kind in _PLACES and phrase.first <= mention.first and mention.last == phrase.last:
                actor = situation.linker.of_mention(sentence, mention)
                distance = abs(phrase.first - act.first) + (0 if phrase.first > act.first else 30)
                place = Place(
                    text=actor.text, start=actor.start, end=actor.end, name=actor.text, country=mention.entity
                )
                if best is None or distance < best[0]:
                    best = (distance, place)
    return best[1] if best else None


def _same_clause(act: Act, k: int) -> bool:
    """No other finite verb lies between the act and the place."""
    low, high = sorted((act.first, k))
    own = act.predicate.index if act.predicate is not None else -1
    return not any(
        low < p.verb < high and p.index != own and p.role in {"main", "content", "relative", "adverbial"}
        for p in act.sentence.predicates
    )
