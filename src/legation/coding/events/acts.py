"""The acts of a sentence: which predicates and nouns tell an event, and which of two readings holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.coding.events.frames import _LIGHT, _OCCUR, COOPERATIVE, FrameReader, Reading, noun_frames
from legation.coding.events.modality import modality
from legation.coding.situation import Act, Situation
from legation.ontology import NounFrame, event_types
from legation.records import Actor, Modality
from legation.records.syntax import Phrase, Predicate, Sentence

_ABSORBING = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE", "ACCUSE"})
_PLANNING = frozenset("plan intend expect schedule prepare want hope aim decide".split())


class ActReader:
    """Reads all acts of a report; complements absorbed by what governs them are not read twice."""

    def __init__(self, situation: Situation) -> None:
        self.s = situation
        self.frames = FrameReader(situation)
        self.absorbed: dict[int, set[int]] = {}  # sentence -> predicates that are another act's content

    def read(self, sentence: Sentence) -> list[tuple[Reading, Modality]]:
        """Return the acts of a sentence in order, each with its modality."""
        out: list[tuple[Reading, Modality]] = []
        absorbed = self.absorbed.setdefault(sentence.index, set())
        read: set[int] = set()
        for p in sentence.predicates:
            if p.index in read:
                continue
            found = self._predicate(sentence, p)
            if found is None:
                continue
            reading, how = found
            content = set(self._absorbed(sentence, p, reading))
            read.update(content)
            if reading.event != "AGREE":
                absorbed.update(content)  # what is promised may still be a commitment; what is demanded is none
            out.append((reading, how))
        out.extend(self._background_nouns(sentence, out))
        return out

    def _absorbed(self, sentence: Sentence, p: Predicate, reading: Reading) -> Iterator[int]:
        """The complements of an agreeing, demanding, refusing or threatening verb are its content."""
        if reading.event not in _ABSORBING:
            return
        for q in sentence.predicates[p.index + 1 :]:
            if q.role in {"infinitive", "content", "gerund", "conditional"} or (
                q.role == "adverbial" and q.link in {"unless", "until"}
            ):
                yield q.index
            elif q.role != "participle":
                return

    def _predicate(self, sentence: Sentence, p: Predicate) -> tuple[Reading, Modality] | None:
        if self._unnamed(sentence, p):
            return None
        how = modality(sentence, p)
        reading = self.frames.read(sentence, p) or self._nominal(sentence, p)
        if reading is None:
            return self._obliged(sentence, p)
        if p.modal in {"must", "should"} and reading.event != "REQUEST":
            return self._obliged(sentence, p) or (reading, Modality.HYPOTHETICAL)
        if how == Modality.FUTURE and p.modal != "must":
            return self._future(reading), Modality.FUTURE
        if how == Modality.NEGATED and reading.refuses:
            return reading, Modality.ASSERTED  # "does not recognise" is a refusal, and it is done
        if how == Modality.NEGATED and (p.modal or self._refusing(sentence, p)) and reading.event in COOPERATIVE:
            return replace(
                reading, event="REJECT", mode=None, reason=reading.reason + "; with “not” a refusal"
            ), Modality.ASSERTED
        return reading, how

    def _unnamed(self, sentence: Sentence, p: Predicate) -> bool:
        """ "an official who declined to be named": how a source is spoken of, no act."""
        if p.lemma not in {"decline", "refuse", "ask", "request"}:
            return False
        complement = self.s.complement(sentence, p)
        return complement is not None and complement.passive and complement.lemma in {"name", "identify", "quote"}

    def _refusing(self, sentence: Sentence, p: Predicate) -> bool:
        return p.governor >= 0 and sentence.predicates[p.governor].lemma in {"refuse", "decline"}

    def _future(self, reading: Reading) -> Reading:
        """A cooperative act to come is AGREE, a hostile one THREATEN (PLOVER); words stay what they are."""
        if reading.event in {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"}:
            return replace(reading, event="AGREE", mode=None, reason=reading.reason + "; to come, hence AGREE")
        own = {a.code for a in reading.actors}
        if reading.event == "MOBILIZE" and not any(a.code not in own for a in reading.recipients):
            return replace(
                reading, event="AGREE", mode=None, recipients=(), reason=reading.reason + "; to come, at nobody"
            )
        if reading.event in {"ASSAULT", "MOBILIZE", "PROTEST", "COERCE"}:
            words = self.s.words(reading.act.sentence, reading.act.first, len(reading.act.sentence.tokens))
            mode = self._threat_mode(words)
            return replace(reading, event="THREATEN", mode=mode, reason=reading.reason + "; to come, hence THREATEN")
        return reading

    def _threat_mode(self, words: set[str]) -> str | None:
        hits = [(len(m.words & words), m.name) for m in event_types()["THREATEN"].modes]
        best = max(hits)
        return best[1] if best[0] else None

    def _obliged(self, sentence: Sentence, p: Predicate) -> tuple[Reading, Modality] | None:
        """ "The agency said both armies must let convoys pass": a request to the subject."""
        if p.modal not in {"must", "should"}:
            return None
        speaker = self._speaker(sentence, p)
        subject = self.s.parties(sentence, p.subject)
        if (
            not speaker
            or not subject
            or {a.code for a in speaker} & {a.code for a in subject if a.entity in {b.entity for b in speaker}}
        ):
            return None
        reason = f"“{p.modal}” in what {speaker[0].name} says is read as REQUEST"
        return Reading(
            Act(sentence, p, p.first, p.last), "REQUEST", None, speaker, subject, False, reason, 4
        ), Modality.ASSERTED

    def _speaker(self, sentence: Sentence, p: Predicate) -> tuple[Actor, ...]:
        position = sentence.tokens[p.verb].start
        covering = [a for a in self.s.near(position) if a.covers(position) and a.actors]
        return min(covering, key=lambda a: a.extent).actors if covering else ()

    # -- nouns ---------------------------------------------------------------------------------------

    def _nominal(self, sentence: Sentence, p: Predicate) -> Reading | None:
        """ "launched an attack on", "talks resumed", "voiced criticism of"."""
        if p.lemma in _LIGHT:
            index = p.subject if p.passive else p.object
            if index >= 0:
                found = self._noun(sentence, p, sentence.phrases[index], light=True)
                if found is not None:
                    return found
        if p.lemma in _OCCUR and p.subject >= 0 and not p.passive:
            return self._noun(sentence, p, sentence.phrases[p.subject], light=False)
        return None

    def _noun(self, sentence: Sentence, p: Predicate, phrase: Phrase, *, light: bool) -> Reading | None:
        head = sentence.tokens[phrase.head]
        for frame in noun_frames().get(head.lower, ()) or noun_frames().get(head.lemma, ()):
            if not light and not frame.occurs:
                continue
            reading = self._noun_reading(sentence, phrase, frame)
            if light and not p.passive and not frame.mutual:
                reading = replace(reading, actors=self.s.parties(sentence, p.subject) or reading.actors)
            if not (reading.actors or reading.recipients):
                continue
            act = Act(sentence, p, p.first, max(p.last, phrase.last) if light else p.last)
            return replace(reading, act=act)
        return None

    def _noun_reading(self, sentence: Sentence, phrase: Phrase, frame: NounFrame) -> Reading:
        """Who stands before the noun acts; whom its prepositions name is acted upon."""
        owners = self.s.inside(sentence, phrase)
        recipients: list[Actor] = []
        by: list[Actor] = []
        for following in self.s.hanging(sentence, phrase):
            if following.prep in frame.recipients:
                recipients.extend(self.s.parties(sentence, following.index, chain=False))
            elif following.prep == "by":
                by.extend(self.s.parties(sentence, following.index, chain=False))
        actors = tuple(by) or owners
        own = {a.code for a in actors}
        others = tuple(a for a in recipients if a.code not in own)
        if frame.mutual:
            actors, others = (*actors, *others), ()
        act = Act(sentence, None, phrase.head, phrase.head + 1)
        reason = f"the noun “{sentence.tokens[phrase.head].text}” tells {frame.event}"
        return Reading(act, frame.event, frame.mode, actors, others, frame.mutual, reason, 3)

    def _background_nouns(
        self, sentence: Sentence, found: list[tuple[Reading, Modality]]
    ) -> Iterator[tuple[Reading, Modality]]:
        """ "Russia's invasion of Ukraine" in passing: told as background, with both sides named."""
        taken = [(r.act.first, r.act.last) for r, _ in found]
        for phrase in sentence.phrases:
            head = sentence.tokens[phrase.head]
            if head.tag != "NOUN" or any(a <= phrase.head < b for a, b in taken):
                continue
            for frame in noun_frames().get(head.lower, ()):
                reading = self._noun_reading(sentence, phrase, frame)
                if (
                    frame.event == "ASSAULT"
                    and reading.actors
                    and reading.recipients
                    and not self._governed(sentence, phrase)
                ):
                    yield reading, Modality.HISTORICAL
                    break

    def _governed(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Tell whether the noun is what a verb already read is about ("threatened an attack on")."""
        return any(
            p.object == phrase.index or (p.subject == phrase.index and p.lemma in _OCCUR) for p in sentence.predicates
        )
