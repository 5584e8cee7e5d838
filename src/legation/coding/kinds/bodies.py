"""Standing organs that two or more parties set up: established, met, suspended, dissolved."""

from __future__ import annotations

from legation.coding.kinds.drafts import Draft, Moment, areas, clause_end, find_phrase, phrase_name
from legation.ontology import folder, word_class
from legation.records import Actor, Kind, Modality
from legation.records.syntax import Phrase


def draft(moment: Moment) -> Draft | None:
    """Return what a predicate tells of a body, None where it tells nothing."""
    p, sentence = moment.predicate, moment.sentence
    act = _act(moment)
    if act is None or (moment.modality == Modality.FUTURE and act == "established"):
        return None
    phrase = _body(moment, act)
    if phrase is None:
        return None
    actors = _parties(moment, phrase)
    if len({a.code for a in actors}) < (2 if act == "met" else 1):
        return None
    return Draft(
        kind=Kind.BODY,
        act=moment.act(),
        actors=actors,
        recipients=(),
        object={
            "name": phrase_name(moment.situation, sentence, phrase),
            "act": act,
            "areas": areas(sentence, phrase.first, _areas_end(moment, clause_end(sentence, p))),
        },
        modality=moment.modality,
        event={
            "established": "AGREE",
            "met": "CONSULT",
            "suspended": "SANCTION",
            "dissolved": "SANCTION",
            "resumed": "SUPPORT",
        }[act],
        mode={"suspended": "discontinue", "dissolved": "discontinue"}.get(act),
        reason=f"“{sentence.tokens[p.verb].text}” with the body “{sentence.tokens[phrase.head].text}”: {act}",
        weight=8,
    )


def _areas_end(moment: Moment, end: int) -> int:
    """The relative clause of a body ("that will look for …") tells its areas too."""
    for q in moment.sentence.predicates[moment.predicate.index + 1 :]:
        if (q.role in {"relative", "content", "infinitive"} and q.subject == moment.predicate.object) or q.role in {
            "infinitive",
            "gerund",
        }:
            end = max(end, q.stop)
        else:
            break
    return end


def _act(moment: Moment) -> str | None:
    p = moment.predicate
    particle = moment.situation.particle(moment.sentence, p)
    for act, verbs in folder("acts")["body"]["verbs"].items():
        words = verbs.split()
        if p.lemma in words or f"{p.lemma}_{particle}" in words:
            return str(act)
    return None


def _body(moment: Moment, act: str) -> Phrase | None:
    p, sentence = moment.predicate, moment.sentence
    words = word_class("body")
    if act == "met":
        if p.subject < 0:
            return None
        subject = sentence.phrases[p.subject]
        head = sentence.tokens[subject.head]
        meets = (head.lower in words or head.lemma in words) and head.lower not in {
            "dialogue",
            "forum",
            "platform",
        }
        return subject if meets else None
    phrase = find_phrase(sentence, p, words)
    if phrase is None or not (p.object == phrase.index or (p.passive and p.subject == phrase.index)):
        return None
    if any(m.kind == "organisation" and m.first <= phrase.head < m.last for m in sentence.mentions):
        return None
    return phrase


def _parties(moment: Moment, phrase: Phrase) -> tuple[Actor, ...]:
    situation, sentence, p = moment.situation, moment.sentence, moment.predicate
    found = list(moment.subject()) if not (p.subject == phrase.index and not p.passive) else []
    found += situation.inside(sentence, phrase)
    for prep, index in p.preps:
        if prep in {"with", "between"}:
            found += situation.parties(sentence, index)
    for hanging in situation.hanging(sentence, phrase):
        if hanging.prep in {"with", "between", "of"}:
            found += situation.parties(sentence, hanging.index)
    if not found and p.subject >= 0 and situation.phrase_words(sentence, p.subject) & word_class("agreement"):
        found = list(situation.linker.pairs[sentence.index])  # the parties of the agreement that sets it up
    return tuple({a.code or a.name: a for a in found}.values())
