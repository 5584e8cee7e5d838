"""Reading a predicate as a PLOVER event: the frames of ``ontology/events`` held against its arguments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from legation.coding.actors.distinct import distinct
from legation.coding.situation import Act, Situation
from legation.ontology import Frame, NounFrame, event_types, frames_by_noun, frames_by_verb, word_class
from legation.records import Actor
from legation.records.syntax import Predicate, Sentence

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
CONFLICTUAL = frozenset({"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST"})
_AUTHORITY = frozenset({None, "GOV", "MIL", "COP", "LEG", "JUD", "IGO", "SPY", "REB", "OPP", "PTY", "UAF"})
_CIVIL = frozenset({"CVL", "LAB", "OPP", "EDU", "SOC", "REL", "AGR", "MED", "PTY", "BUS", "HLH", "JRN", "NGO"})
_ARMED = frozenset({"MIL", "REB", "UAF", "COP", "CRM", "GOV", None, "SPY"})
_LIGHT = frozenset(
    "launch mount stage hold carry conduct make issue give deliver undertake open begin start"
    " continue renew resume voice"
    " express lodge order announce face suffer extend win receive".split()
)
_OCCUR = frozenset(
    "begin start continue resume take open end erupt break follow kill leave hit fall rage intensify"
    " spread wound injure destroy"
    " claim occur happen conclude collapse fail".split()
)
_DOMESTIC = frozenset({"CONCEDE", "COERCE", "PROTEST", "ACCUSE", "MOBILIZE", "REQUEST", "REJECT", "THREATEN"})
_GENERIC = frozenset(
    {
        "support",
        "back",
        "honour",
        "honor",
        "recognise",
        "recognize",
        "accept",
        "fire",
        "hit",
        "strike",
        "rape",
    }
)


@dataclass(frozen=True, slots=True)
class Reading:
    """An event read off an act: type, mode, parties, and the frame's reason in words."""

    act: Act
    event: str
    mode: str | None
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    mutual: bool
    reason: str
    weight: int
    refuses: bool = False


class FrameReader:
    """Reads the predicates and nouns of one report as events."""

    def __init__(self, situation: Situation) -> None:
        self.s = situation
        self.frames = frames_by_verb()
        self._known: dict[tuple[int, int], Reading | None] = {}
        self.specials: dict[str, Callable[[Sentence, Predicate], bool]] = {
            "!actor": lambda s, p: bool(self.s.actors(s, self._object(p))),
            "!any": lambda _s, _p: True,
            "!place": lambda s, p: (
                p.object >= 0 and bool(self.s.mentions(s, s.phrases[p.object].first, s.phrases[p.object].last))
            ),
            "!thing": lambda _s, p: p.object >= 0 or p.passive,
            "!none": lambda _s, p: p.object < 0,
        }

    def _object(self, p: Predicate) -> int:
        return p.subject if p.passive else p.object

    # -- predicates ---------------------------------------------------------------------------------

    def read(self, sentence: Sentence, p: Predicate) -> Reading | None:
        """Return the best reading of a predicate, None where no frame fits."""
        key = (sentence.index, p.index)
        if key not in self._known:
            self._known[key] = self._best(sentence, p)
        return self._known[key]

    def _best(self, sentence: Sentence, p: Predicate) -> Reading | None:
        best: tuple[int, Frame] | None = None
        for key in self._keys(sentence, p):
            for frame in self.frames.get(key, ()):
                weight = self._weight(sentence, p, frame, key)
                if weight and (best is None or weight > best[0]):
                    best = (weight, frame)
        return None if best is None else self._reading(sentence, p, best[1], best[0])

    def _keys(self, sentence: Sentence, p: Predicate) -> list[str]:
        keys = [p.lemma]
        particle = self.s.particle(sentence, p)
        if particle:
            keys.append(f"{p.lemma}_{particle}")
        following = sentence.tokens[p.last].lower if p.last < len(sentence.tokens) else ""
        if following:
            keys.append(f"{p.lemma}_{following}")
        if p.lemma == "be":
            keys += [f"be:{t.lower}" for t in sentence.tokens[p.last : p.last + 4] if t.text not in {",", "."}]
        return keys

    def _weight(self, sentence: Sentence, p: Predicate, frame: Frame, key: str) -> int:
        """How well a frame fits; 0 where one of its conditions fails."""
        weight = 2 + 3 * ("_" in key) + 2 * key.startswith("be:")
        words = self.s.argument_words(sentence, p)
        if frame.negated != p.negated and frame.negated:
            return 0
        if frame.without & words:
            return 0
        if frame.object:
            if not frame.object & words:
                return 0
            weight += 4 + 2 * bool(frame.object & self._object_words(sentence, p))
        if frame.special and not self._special(sentence, p, frame.special):
            return 0
        if frame.words and not frame.words & (words | self.s.words(sentence, 0, p.first)):
            return 0
        weight += bool(frame.special) + 2 * bool(frame.words)
        if frame.preps:
            if not any(prep in frame.preps for prep, _ in p.preps) and self._next_word(sentence, p) not in frame.preps:
                return 0
            weight += 2
        return self._complement_weight(sentence, p, frame, weight)

    def _object_words(self, sentence: Sentence, p: Predicate) -> set[str]:
        words = self.s.phrase_words(sentence, self._object(p))
        return words | (self.s.phrase_words(sentence, p.object2) if p.object2 >= 0 else set())

    def _next_word(self, sentence: Sentence, p: Predicate) -> str:
        return sentence.tokens[p.last].lower if p.last < len(sentence.tokens) else ""

    def _complement_weight(self, sentence: Sentence, p: Predicate, frame: Frame, weight: int) -> int:
        complement = self.s.complement(sentence, p)
        if frame.then == "none":
            if complement is not None:
                return 0
        elif frame.then == "any":
            if complement is None and p.object < 0 and not p.preps:
                return 0
            weight += 3
        elif frame.then == "infinitive":
            if complement is None or complement.role != "infinitive":
                return 0
            weight += 4
        elif frame.then == "clause":
            if complement is None or complement.role != "content":
                return 0
            weight += 3
        elif frame.then in {"cooperation", "conflict", "entry", "must", "insist", "subjunctive"}:
            if not self._complement_is(sentence, complement, frame.then):
                return 0
            weight += 4
        if frame.subject and not frame.subject & self.s.phrase_words(sentence, p.subject):
            return 0
        if frame.subject_special and not self._subject_fits(sentence, p, frame.subject_special):
            return 0
        return weight + 2 * bool(frame.subject) + 2 * bool(frame.subject_special)

    def _complement_is(self, sentence: Sentence, complement: Predicate | None, wanted: str) -> bool:
        if wanted == "entry":
            return complement is None
        if complement is None:
            return False
        if wanted == "subjunctive":
            return (complement.form == "VB" and not complement.modal) or complement.modal in {"must", "should"}
        if wanted in {"must", "insist"}:
            return complement.modal in {"must", "should"} if wanted == "must" else complement.lemma == "insist"
        inner = self.read(sentence, complement)
        return inner is not None and inner.event in (COOPERATIVE if wanted == "cooperation" else CONFLICTUAL)

    def _special(self, sentence: Sentence, p: Predicate, special: str) -> bool:
        return self.specials[special](sentence, p)

    def _subject_fits(self, sentence: Sentence, p: Predicate, special: str) -> bool:
        """Whether who acts is of the sort that a frame asks for."""
        index = self._agent(p)
        actors = self.s.parties(sentence, index)
        if special == "!plural":
            return len(actors) > 1
        if not actors:
            return (
                special in {"!armed", "!civil"}
                and bool(word_class("troops") & self.s.phrase_words(sentence, index))
                and special == "!armed"
            )
        sectors = {a.sector for a in self.s.actors(sentence, index)} or {a.sector for a in actors}
        allowed = {
            "!authority": _AUTHORITY,
            "!civil": _CIVIL,
            "!armed": _ARMED,
            "!official": _AUTHORITY | {"ELI"},
        }[special]
        return bool(sectors & allowed)

    def _agent(self, p: Predicate) -> int:
        if not p.passive:
            return p.subject
        return next((phrase for prep, phrase in p.preps if prep == "by"), -1)

    # -- parties ------------------------------------------------------------------------------------

    def _reading(self, sentence: Sentence, p: Predicate, frame: Frame, weight: int) -> Reading:
        actors = self._actors(sentence, p)
        recipients = self._recipients(sentence, p, frame, actors)
        if frame.mutual:
            actors, recipients = self._mutual(sentence, p, actors, recipients)
        if not recipients and not frame.mutual:
            recipients = self._fallback(sentence, p, actors, frame)
        act = Act(sentence, p, p.first, p.last)
        words = " ".join(t.text for t in sentence.tokens[p.first : p.last])
        reason = f"“{words}” read by a frame of {frame.event} ({', '.join(frame.verbs[:3])}…)"
        mode = self.mode(sentence, p, frame)
        return Reading(act, frame.event, mode, actors, recipients, frame.mutual, reason, weight, frame.negated)

    def _actors(self, sentence: Sentence, p: Predicate) -> tuple[Actor, ...]:
        """Who acts: the subject; for a verb that depends on another, that verb's where its own is a thing."""
        actors = self.s.parties(sentence, self._agent(p))
        q = p
        while not actors and not p.passive and q.role in {"gerund", "infinitive"} and q.governor >= 0:
            q = sentence.predicates[q.governor]
            actors = self.s.parties(sentence, q.subject)
        return actors

    def _mutual(
        self, sentence: Sentence, p: Predicate, actors: tuple[Actor, ...], recipients: tuple[Actor, ...]
    ) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        if p.passive and not actors:
            actors = self.s.parties(sentence, p.subject)
        others = tuple(a for a in recipients if a.code not in {b.code for b in actors})
        if len({a.code for a in actors}) < 2 and not others:
            others = self._with_party(sentence, p, actors)
        return (*actors, *others), ()

    def _with_party(self, sentence: Sentence, p: Predicate, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        codes = {a.code for a in actors}
        for prep, phrase in p.preps:
            if prep in {"with", "between", "and"}:
                found = tuple(a for a in self.s.parties(sentence, phrase) if a.code not in codes)
                if found:
                    return found
        later = self.s.after(sentence, p.last, self._limit(sentence, p))
        return tuple(a for a in later if a.code not in codes)[:1]

    def _limit(self, sentence: Sentence, p: Predicate) -> int:
        """How far behind a verb its parties are looked for: its arguments and those of its complements."""
        limit = p.stop
        for following in sentence.predicates[p.index + 1 :]:
            if following.role in {"infinitive", "gerund", "participle"} and following.first <= limit + 1:
                limit = max(limit, following.stop)
            else:
                break
        return limit

    def _recipients(
        self, sentence: Sentence, p: Predicate, frame: Frame, actors: tuple[Actor, ...]
    ) -> tuple[Actor, ...]:
        own = {(a.country, a.entity) for a in actors}
        for where in frame.recipients:
            found = self._at(sentence, p, where, actors)
            kept = tuple(a for a in found if (a.country, a.entity) not in own)
            if kept:
                return kept
        return ()

    def _at(self, sentence: Sentence, p: Predicate, where: str, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        if where == "object":
            return self.s.parties(sentence, self._object(p), chain=False)
        if where == "object2":
            return self.s.parties(sentence, p.object, chain=False) if p.object2 >= 0 else ()
        if where == "owner":
            return self.s.parties(sentence, self._object(p))
        if where in {"then", "then-subject"}:
            return self._in_complement(sentence, p, where, actors)
        found: list[Actor] = []
        for prep, phrase in p.preps:
            if prep == where:
                found.extend(self.s.parties(sentence, phrase))
        if not found and p.passive and p.subject >= 0:
            for following in self.s.hanging(sentence, sentence.phrases[p.subject]):
                if following.prep == where:
                    found.extend(self.s.parties(sentence, following.index))
        return distinct(found)

    def _in_complement(
        self, sentence: Sentence, p: Predicate, where: str, actors: tuple[Actor, ...]
    ) -> tuple[Actor, ...]:
        complement = self.s.complement(sentence, p)
        if complement is None:
            return ()
        if where == "then-subject":
            return self.s.parties(sentence, complement.subject)
        inner = self.read(sentence, complement)
        if inner is not None:
            found = tuple(a for a in (*inner.recipients, *inner.actors) if a.code not in {b.code for b in actors})
            if found:
                return found
        codes = {a.code for a in actors}
        return tuple(
            a for a in self.s.after(sentence, complement.last, self._limit(sentence, complement)) if a.code not in codes
        )[:2]

    def _fallback(self, sentence: Sentence, p: Predicate, actors: tuple[Actor, ...], frame: Frame) -> tuple[Actor, ...]:
        """The next party behind the verb; a place of the actor's own state for acts at home."""
        own = {a.code for a in actors}
        entities = {(a.country, a.entity) for a in actors}
        later = self.s.after(sentence, p.last, self._limit(sentence, p))
        foreign = tuple(a for a in later if a.code not in own)
        if foreign:
            return foreign[:1]
        home = tuple(a for a in later if a.code in own and (a.country, a.entity) not in entities)
        if home:
            return home[:1]
        event = event_types()[frame.event]
        if frame.event in _DOMESTIC and self._at_home(sentence, actors):
            return tuple(
                self.s.linker.tables.actor(a.country or "", "name", a.text, a.start, a.end) for a in actors[:1]
            )
        return self._places(sentence, p) if event.quad >= 3 or frame.event in {"AID", "CONCEDE", "CONSULT"} else ()

    def _at_home(self, sentence: Sentence, actors: tuple[Actor, ...]) -> bool:
        """Nobody abroad is named: what a state's own courts, police or citizens do falls on that state."""
        if any(m.kind in {"organisation", "group"} for m in sentence.mentions):
            return False
        nations = {
            m.entity
            for m in sentence.mentions
            if m.kind in {"name", "demonym", "capital", "people", "place", "institution"}
        }
        countries = {a.country for a in actors}
        return len(countries) == 1 and None not in countries and "IGO" not in countries and nations <= countries

    def _places(self, sentence: Sentence, p: Predicate) -> tuple[Actor, ...]:
        """A place behind the verb stands for its state as the one acted upon."""
        limit = self._limit(sentence, p)
        for mention in sentence.mentions:
            if (
                mention.first >= p.last
                and mention.last <= limit
                and mention.kind in {"place", "capital", "name", "demonym"}
            ):
                return (self.s.linker.of_mention(sentence, mention),)
        return ()

    def mode(self, sentence: Sentence, p: Predicate, frame: Frame) -> str | None:
        """The frame's mode, or the one whose words the verb and its arguments show most."""
        if frame.mode:
            return frame.mode
        words = self.s.words(sentence, p.first, min(p.stop + 6, len(sentence.tokens)))
        if p.passive or frame.event == "ASSAULT":
            words |= self.s.phrase_words(sentence, p.subject)
        best: tuple[int, str] | None = None
        for mode in event_types()[frame.event].modes:
            hits = len(mode.words & words) + 2 * (p.lemma in mode.words)
            if hits and (best is None or hits > best[0]):
                best = (hits, mode.name)
        return best[1] if best else None


@cache
def noun_frames() -> dict[str, tuple[NounFrame, ...]]:
    """Return noun -> frames for nouns that tell an event by themselves."""
    return frames_by_noun()
