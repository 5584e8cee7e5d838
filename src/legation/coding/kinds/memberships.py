"""An actor's standing in an organisation, alliance, coalition or treaty regime."""

from __future__ import annotations

from legation.coding.kinds.agreements import is_treaty
from legation.coding.kinds.drafts import Draft, Moment, phrase_name
from legation.ontology import folder, word_class
from legation.records import Actor, Kind, Modality
from legation.records.syntax import Phrase

_STANDING = frozenset("participation membership work activities involvement obligations part observer seat".split())


def draft(moment: Moment) -> Draft | None:
    """Return the standing that a predicate tells, None where it tells none."""
    status = _status(moment)
    if status is None:
        return None
    phrase = _organisation_phrase(moment)
    organisation, entity = _organisation(moment, phrase)
    if (
        is_treaty(entity)
        and status in {"former", "withdrawal notified", "member", "self-suspended"}
        and moment.predicate.lemma != "be"
    ):
        return None  # an act on a treaty is an agreement's
    actors = tuple(a for a in _members(moment, status) if a.entity != entity and a.country != "IGO")
    if not organisation or not actors:
        return None
    others = _others(moment, entity, organisation, phrase)
    return Draft(
        kind=Kind.MEMBERSHIP,
        act=moment.act(),
        actors=actors,
        recipients=others,
        object={"organisation": organisation, "entity": entity, "status": status},
        modality=moment.modality,
        event=_event(status, moment),
        mode="withdraw"
        if status in {"former", "withdrawal notified"}
        else "discontinue"
        if "suspended" in status
        else None,
        reason=f"“{moment.sentence.tokens[moment.predicate.verb].text}” with “{organisation}”: {status}",
        weight=8,
    )


def _status(moment: Moment) -> str | None:
    p = moment.predicate
    words = moment.words()
    if p.lemma == "be":
        return _copular(moment, words)
    particle = moment.situation.particle(moment.sentence, p)
    for status, verbs in folder("acts")["membership"]["verbs"].items():
        listed = verbs.split()
        if p.lemma in listed or f"{p.lemma}_{particle}" in listed:
            return _qualified(moment, str(status), words)
    return None


def _copular(moment: Moment, words: set[str]) -> str | None:
    """ "is a member of", "through its membership of"."""
    for noun, status in (
        ("member", "member"),
        ("observer", "observer"),
        ("candidate", "candidate"),
        ("signatory", "signatory"),
    ):
        if noun in words:
            return status
    through = any(prep in {"through", "via"} for prep, _ in moment.predicate.preps)
    return "member" if through and words & {"ally", "partner", "allied"} else None


def _qualified(moment: Moment, status: str, words: set[str]) -> str | None:
    p = moment.predicate
    if status == "self-suspended":
        by_organisation = any(a.country == "IGO" for a in moment.subject())
        if not words & _STANDING and not p.passive and not by_organisation:
            return None
        if by_organisation or (p.passive and p.subject >= 0 and moment.situation.actors(moment.sentence, p.subject)):
            return "suspended by the organisation"
        return status if words & _STANDING else None
    if status == "former" and p.lemma in {"withdraw", "pull"} and p.object >= 0 and not p.passive:
        return None  # "withdraw its complaint at the organisation": something else is withdrawn
    if status == "former" and moment.modality == Modality.FUTURE:
        return "withdrawal notified"
    return status


def _names_organisation(moment: Moment) -> bool:
    return any(m.kind == "organisation" and m.first >= moment.predicate.last for m in moment.sentence.mentions)


def _organisation_phrase(moment: Moment) -> Phrase | None:
    p, sentence = moment.predicate, moment.sentence
    words = word_class("org_word")
    indexes = [i for i in (p.object, p.object2, *(phrase for _, phrase in p.preps)) if i >= 0]
    if p.passive and p.subject >= 0:
        indexes.append(p.subject)
    indexes = [i for i in indexes if sentence.phrases[i].prep != "of" or _of_standing(moment, i)]
    for index in indexes:
        phrase = sentence.phrases[index]
        if any(m.kind == "organisation" and m.first <= phrase.head < m.last for m in sentence.mentions):
            return phrase
    for index in indexes:
        phrase = sentence.phrases[index]
        head = sentence.tokens[phrase.head]
        if head.lemma in word_class("agreement"):
            continue  # an act on a treaty is an agreement's
        if (head.lower in words or head.lemma in words) and phrase.last - phrase.first > 1:
            return phrase
    return None


def _of_standing(moment: Moment, index: int) -> bool:
    """ "membership of the Union" is a standing in it; "the military structure of the alliance" is not."""
    if index == 0:
        return False
    before = moment.sentence.phrases[index - 1]
    words = moment.situation.words(moment.sentence, before.first, before.last)
    return bool(words & (_STANDING | {"member", "signatory", "candidate", "observer", "party"}))


def _organisation(moment: Moment, phrase: Phrase | None) -> tuple[str, str | None]:
    """The organisation's name and id; without a name of its own, the one the report spoke of last."""
    sentence = moment.sentence
    if phrase is not None:
        for mention in sentence.mentions:
            if mention.kind == "organisation" and mention.first <= phrase.head < mention.last:
                return moment.situation.linker.of_mention(sentence, mention).name, mention.entity
        linked = moment.situation.actors(sentence, phrase.index)
        if linked and linked[0].country == "IGO" and linked[0].entity:
            return linked[0].name, linked[0].entity
        return phrase_name(moment.situation, sentence, phrase), None
    acting = [a for a in moment.subject() if a.country == "IGO" and a.entity]
    if acting:
        return acting[0].name, acting[0].entity  # "The African Union suspended Gabon"
    earlier = moment.situation.bloc_before(sentence)
    return (earlier.name, earlier.entity) if earlier is not None and moment.words() & _STANDING else ("", None)


def _members(moment: Moment, status: str) -> tuple[Actor, ...]:
    p = moment.predicate
    if status == "suspended by the organisation":
        index = p.subject if p.passive else p.object
        found = moment.situation.parties(moment.sentence, index)
        return tuple(a for a in found if a.country != "IGO")
    if p.passive:
        return moment.situation.parties(moment.sentence, p.subject)
    return moment.subject()


def _others(moment: Moment, entity: str | None, organisation: str, phrase: Phrase | None) -> tuple[Actor, ...]:
    if entity is None or phrase is None:
        return ()
    span = moment.sentence.span(phrase.first, phrase.last)
    return (
        Actor(
            text=span.of(moment.situation.text),
            start=span.start,
            end=span.end,
            name=organisation,
            entity=entity,
            country="IGO",
            sector="IGO",
        ),
    )


def _event(status: str, moment: Moment) -> str | None:
    if status in {"former", "withdrawal notified", "self-suspended", "suspended by the organisation"}:
        return "SANCTION"
    if status == "applicant":
        return "REQUEST"
    return "AGREE" if moment.modality == Modality.FUTURE else None if moment.predicate.lemma == "be" else "SUPPORT"
