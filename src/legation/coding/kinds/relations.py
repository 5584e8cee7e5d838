"""How a relation is characterised: ally, partner, rival, at war, strained, improving."""

from __future__ import annotations

from collections.abc import Iterator

from legation.coding.kinds.drafts import Draft, Moment
from legation.coding.situation import Act, Situation
from legation.ontology import folder
from legation.records import Actor, Kind, Modality
from legation.records.syntax import Sentence


def _nouns() -> dict[str, str]:
    return {word: to for to, words in folder("acts")["relation"]["nouns"].items() for word in words.split()}


def draft(moment: Moment) -> Draft | None:
    """Return the relation that a predicate characterises, None where it does none."""
    return _copular(moment) or _turning(moment)


def _copular(moment: Moment) -> Draft | None:
    """ "Armenia is formally an ally of Russia", "the two are at war"."""
    p, sentence, situation = moment.predicate, moment.sentence, moment.situation
    if p.lemma not in {"be", "remain", "become", "stay"} or p.subject < 0:
        return None
    actors = situation.parties(sentence, p.subject)
    words = moment.words()
    to = next((_nouns()[w] for w in sorted(words) if w in _nouns()), None)
    if {"at", "war"} <= words:
        to = "at_war"
    if to is None or not actors:
        return None
    own = {a.code for a in actors}
    others = tuple(a for a in situation.after(sentence, p.last, p.stop) if a.code not in own and a.country != "IGO")
    if not others and len(own) < 2:
        return None
    return _relation(moment, actors, others[:2], to)


def _turning(moment: Moment) -> Draft | None:
    """ "relations soured", "is seeking a greater distance from"."""
    p, sentence, situation = moment.predicate, moment.sentence, moment.situation
    words = moment.words()
    spec = folder("acts")["relation"]
    subject_words = situation.phrase_words(sentence, p.subject) if p.subject >= 0 else set()
    if subject_words & {"relations", "ties", "relationship"}:
        for to, verbs in spec["verbs"].items():
            if p.lemma in verbs.split() or words & set(verbs.split()):
                parties = situation.parties(sentence, p.subject)
                found = tuple({a.code: a for a in (*parties, *situation.after(sentence, p.last, p.stop))}.values())
                return _relation(moment, found[:2], (), to) if len(found) >= 2 else None
    if words & set(spec["distancing"].split()) and any(prep == "from" for prep, _ in p.preps):
        others = tuple(a for prep, i in p.preps if prep == "from" for a in situation.parties(sentence, i))
        actors = moment.subject()
        return _relation(moment, actors, others, "strained") if actors and others else None
    return None


def _relation(moment: Moment, actors: tuple[Actor, ...], others: tuple[Actor, ...], to: str) -> Draft:
    return Draft(
        kind=Kind.RELATION,
        act=moment.act(),
        actors=actors,
        recipients=others,
        object={"to": to},
        modality=moment.modality,
        event=None,
        mode=None,
        reason=f"“{moment.sentence.tokens[moment.predicate.verb].text}” characterises the relation as {to}",
        weight=6,
    )


def apposed(situation: Situation, sentence: Sentence) -> Iterator[Draft]:
    """Yield relations told in passing: "traditional ally Russia", "its rival Iran", "a loss to Azerbaijan"."""
    nouns = _nouns()
    for mention in sentence.mentions:
        before = sentence.tokens[mention.first - 1] if mention.first else None
        if before is None or mention.kind != "name" or before.lemma not in nouns or before.tag != "NOUN":
            continue
        other = situation.linker.of_mention(sentence, mention)
        owner = _nearest_actor(situation, sentence, mention.first - 1, other)
        if owner:
            yield _passing(
                sentence,
                mention.first - 1,
                owner,
                other,
                nouns[before.lemma],
                f"“{before.text} {other.text}”",
            )
    yield from _losses(situation, sentence)


def _losses(situation: Situation, sentence: Sentence) -> Iterator[Draft]:
    """ "a loss to", "its defeat by", "victory over": a war told as background."""
    for phrase in sentence.phrases:
        head = sentence.tokens[phrase.head]
        preps = {
            "loss": {"to"},
            "defeat": {"by", "to"},
            "victory": {"over", "against"},
            "war": {"with", "against"},
        }.get(head.lower, set())
        for following in situation.hanging(sentence, phrase) if preps else ():
            others = situation.actors(sentence, following.index)
            if following.prep in preps and others and others[0].country and others[0].country != "IGO":
                owner = situation.inside(sentence, phrase) or _nearest_actor(
                    situation, sentence, phrase.first, others[0]
                )
                if owner:
                    yield _passing(
                        sentence,
                        phrase.head,
                        owner,
                        others[0],
                        "at_war",
                        f"“{head.text} {following.prep} {others[0].text}”",
                    )


def _nearest_actor(situation: Situation, sentence: Sentence, before: int, other: Actor) -> tuple[Actor, ...]:
    """The subject of the clause that the words stand in."""
    for p in reversed(sentence.predicates):
        if p.first < before and p.subject >= 0:
            found = tuple(a for a in situation.actors(sentence, p.subject) if a.country and a.country != other.country)
            if found:
                return found[:1]
    return ()


def _passing(sentence: Sentence, k: int, owner: tuple[Actor, ...], other: Actor, to: str, words: str) -> Draft:
    return Draft(
        kind=Kind.RELATION,
        act=Act(sentence, None, k, k + 1),
        actors=owner[:1],
        recipients=(other,),
        object={"to": to},
        modality=Modality.HISTORICAL if to == "at_war" else Modality.ASSERTED,
        event=None,
        mode=None,
        reason=f"{words} tells in passing how the two stand: {to}",
        weight=4,
    )
