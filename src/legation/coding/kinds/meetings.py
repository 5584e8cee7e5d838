"""Meetings, visits and calls with their status: held, planned, postponed, cancelled."""

from __future__ import annotations

from legation.coding.kinds.drafts import Draft, Moment, find_phrase, phrase_name
from legation.ontology import word_class
from legation.records import Actor, Kind, Modality
from legation.records.syntax import Phrase

_CALLING_OFF = {
    "cancel": "cancelled",
    "scrap": "cancelled",
    "call_off": "cancelled",
    "postpone": "postponed",
    "delay": "postponed",
    "put_off": "postponed",
}
_OCCURRING = frozenset("take hold convene conclude open begin start resume close end continue restart".split())
_OPENING = frozenset("start begin open launch continue resume restart enter negotiate reopen".split())
_LEVELS = (
    (
        "leaders",
        frozenset("president king queen premier chancellor leader leaders summit emir sultan prime-minister".split()),
    ),
    ("ministers", frozenset("minister ministers secretary ministerial".split())),
    (
        "officials",
        frozenset(
            "official officials envoy envoys diplomat diplomats delegation deputy adviser ambassador"
            " negotiator negotiators".split()
        ),
    ),
)


def draft(moment: Moment) -> Draft | None:
    """Return the meeting that a predicate tells, None where it tells none."""
    called_off = _called_off(moment)
    if called_off is not None:
        return called_off
    reading = moment.reading
    phrase = _meeting_phrase(moment)
    consult = reading is not None and reading.event == "CONSULT"
    planned = reading is not None and moment.modality == Modality.FUTURE and "CONSULT" in reading.reason
    if planned and moment.predicate.lemma in _OPENING:
        return None  # "will start negotiations" is a promise of talks, not a meeting with a day
    if not consult and not planned and not (phrase is not None and _occurs(moment)):
        return None
    actors, recipients = _parties(moment, phrase)
    if len({a.code or a.name for a in (*actors, *recipients)}) < 2:
        return None
    return _draft(moment, phrase, actors, recipients, "planned" if moment.modality == Modality.FUTURE else "held")


def _draft(
    moment: Moment,
    phrase: Phrase | None,
    actors: tuple[Actor, ...],
    recipients: tuple[Actor, ...],
    status: str,
) -> Draft:
    words = moment.words() | moment.situation.words(moment.sentence, 0, moment.predicate.first)
    reading = moment.reading
    mode = reading.mode if reading is not None and reading.event == "CONSULT" else None
    count = len({a.code for a in (*actors, *recipients)})
    called_off = status in {"cancelled", "postponed"}
    return Draft(
        kind=Kind.MEETING,
        act=moment.act(),
        actors=actors,
        recipients=recipients,
        object={
            "format": _format(words, mode, count),
            "level": next((level for level, listed in _LEVELS if words & listed), None),
            "name": phrase_name(moment.situation, moment.sentence, phrase) if phrase is not None else None,
            "status": status,
        },
        modality=moment.modality
        if not (status == "held" and moment.modality == Modality.NEGATED)
        else Modality.NEGATED,
        event="REJECT" if called_off else "AGREE" if status == "planned" else "CONSULT",
        mode="meet" if called_off else mode if status == "held" else None,
        reason=f"“{moment.sentence.tokens[moment.predicate.verb].text}” tells a meeting, {status}",
        weight=reading.weight if reading is not None else 5,
    )


def _format(words: set[str], mode: str | None, count: int) -> str:
    if mode == "phone" or words & {"telephone", "phone", "phoned", "phone-call", "videoconference"}:
        return "call"
    if mode == "visit" or words & word_class("visit"):
        return "visit"
    if "session" in words:
        return "session"
    return "bilateral" if count == 2 else "trilateral" if count == 3 else "multilateral"


def _meeting_phrase(moment: Moment) -> Phrase | None:
    p, sentence = moment.predicate, moment.sentence
    if p.subject >= 0:
        phrase = sentence.phrases[p.subject]
        head = sentence.tokens[phrase.head]
        if head.lemma in word_class("talks") or head.lower in word_class("talks"):
            return phrase
    found = find_phrase(sentence, p, word_class("talks"))
    return found if found is not None and (not found.prep or found.prep in {"for", "at"}) else None


def _occurs(moment: Moment) -> bool:
    p = moment.predicate
    if p.lemma not in _OCCURRING:
        return False
    return p.lemma != "take" or "place" in moment.words()


def _parties(moment: Moment, phrase: Phrase | None) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    reading = moment.reading
    if reading is not None and reading.event in {"CONSULT", "AGREE"}:
        codes = {a.code or a.name for a in (*reading.actors, *reading.recipients)}
        if len(codes) >= 2:
            return reading.actors, reading.recipients
    situation, sentence = moment.situation, moment.sentence
    found: list[Actor] = [] if reading is None else [*reading.actors, *reading.recipients]
    if phrase is not None:
        found += situation.inside(sentence, phrase)
        for following in situation.hanging(sentence, phrase):
            found += situation.parties(sentence, following.index, chain=False) or situation.inside(sentence, following)
    if not moment.predicate.passive and (phrase is None or moment.predicate.subject != phrase.index):
        found = [*moment.subject(), *found]
    return tuple({a.code or a.name: a for a in found}.values()), ()


def _called_off(moment: Moment) -> Draft | None:
    p = moment.predicate
    key = f"{p.lemma}_{moment.situation.particle(moment.sentence, p)}"
    status = _CALLING_OFF.get(key) or _CALLING_OFF.get(p.lemma)
    if status is None:
        return None
    phrase = find_phrase(moment.sentence, p, word_class("talks"))
    if phrase is None or phrase.prep:
        return None
    actors = moment.subject() or (moment.reading.actors if moment.reading else ())
    others = moment.reading.recipients if moment.reading else ()
    if not others:
        others = tuple(
            a
            for f in moment.situation.hanging(moment.sentence, phrase)
            for a in moment.situation.parties(moment.sentence, f.index)
        )
    return (
        _draft(moment, phrase, actors, tuple(a for a in others if a.code not in {b.code for b in actors}), status)
        if actors or others
        else None
    )
