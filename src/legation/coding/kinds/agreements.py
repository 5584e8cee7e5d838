"""Acts on agreements: from negotiation to termination (Vienna Convention on the Law of Treaties)."""

from __future__ import annotations

from functools import cache

from legation.coding.kinds.drafts import Draft, Moment, areas, clause_end, find_phrase, phrase_name
from legation.ontology import folder, word_class
from legation.records import Actor, Kind, Modality
from legation.records.syntax import Phrase
from legation.reference import organisations

_MUTUAL = frozenset({"signature", "initialling", "negotiation", "conclusion"})
_TRUCE = frozenset({"truce", "ceasefire", "cease-fire", "armistice"})


@cache
def acts_by_verb() -> dict[str, str]:
    """Return verb (or "verb_particle") -> act on an agreement."""
    return {verb: act for act, verbs in folder("acts")["agreement"]["verbs"].items() for verb in verbs.split()}


def draft(moment: Moment) -> Draft | None:
    """Return the act on an agreement that a predicate tells, None where it tells none."""
    p, sentence = moment.predicate, moment.sentence
    particle = moment.situation.particle(sentence, p)
    table = acts_by_verb()
    act = table.get(f"{p.lemma}_{particle}") or table.get(p.lemma)
    into_force = _enters_into_force(moment)
    if into_force:
        act = "entry into force"
    if act is None or moment.modality == Modality.FUTURE:
        return None
    phrase = find_phrase(sentence, p, word_class("agreement")) or _treaty(moment)
    if into_force and p.subject >= 0:
        phrase = sentence.phrases[p.subject]
    if phrase is None:
        return None
    actors, others = _parties(moment, act)
    if not actors and not others:
        return None
    stop = clause_end(sentence, p)
    reading = moment.reading
    return Draft(
        kind=Kind.AGREEMENT,
        act=moment.act(),
        actors=actors,
        recipients=others,
        object={
            "name": phrase_name(moment.situation, sentence, phrase),
            "act": act,
            "areas": areas(sentence, min(phrase.first, p.first), stop),
        },
        modality=moment.modality,
        event=_event(act, reading.event if reading else None),
        mode=reading.mode if reading and reading.event == _event(act, reading.event) else None,
        reason=f"“{sentence.tokens[p.verb].text}” with the agreement “{sentence.tokens[phrase.head].text}” is {act}",
        weight=8,
    )


def _treaty(moment: Moment) -> Phrase | None:
    """A treaty that the tables know by name ("the Open Skies Treaty"), among the verb's arguments."""
    sentence, p = moment.sentence, moment.predicate
    for index in (p.subject if p.passive else p.object, *(phrase for _, phrase in p.preps)):
        for phrase in sentence.group(index):
            for mention in sentence.mentions:
                if (
                    mention.kind == "organisation"
                    and mention.first <= phrase.head < mention.last
                    and is_treaty(mention.entity)
                ):
                    return phrase
    return None


def is_treaty(entity: str | None) -> bool:
    """Tell whether an id of the tables is a treaty rather than an organisation."""
    return entity is not None and entity in organisations() and organisations()[entity].kind == "treaty"


def _enters_into_force(moment: Moment) -> bool:
    p = moment.predicate
    words = moment.words()
    return (
        p.subject >= 0
        and ((p.lemma in {"enter", "come"} and {"into", "force"} <= words) or (p.lemma == "take" and "effect" in words))
        and bool(moment.situation.phrase_words(moment.sentence, p.subject) & (word_class("agreement") | _TRUCE))
    )


def _parties(moment: Moment, act: str) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """All sides of a common act are actors; of a one-sided act the other side is recipient."""
    reading = moment.reading
    p, sentence = moment.predicate, moment.sentence
    actors = reading.actors if reading and reading.actors else moment.subject()
    if not actors and p.passive and p.subject >= 0:
        actors = moment.situation.parties(sentence, p.subject)
    if not actors and act == "entry into force":
        actors = moment.situation.linker.pairs[sentence.index]
    others: list[Actor] = [] if reading is None else list(reading.recipients)
    codes = {a.code for a in actors}
    for prep, index in p.preps:
        if prep in {"with", "between"}:
            others.extend(a for a in moment.situation.parties(sentence, index) if a.code not in codes)
    unique = tuple({a.code: a for a in others if a.code not in codes}.values())
    return ((*actors, *unique), ()) if act in _MUTUAL else (actors, unique)


def _event(act: str, read: str | None) -> str | None:
    table: dict[str, str] = folder("acts")["agreement"]["events"]
    return table.get(act, read)
