"""A claim before its chain, date and passage are put on: what each kind's module hands over."""

from __future__ import annotations

from dataclasses import dataclass

from legation.coding.events.frames import Reading
from legation.coding.situation import Act, Situation
from legation.ontology import area_words
from legation.records import Actor, DateExpression, Kind, Modality
from legation.records.claims import ClaimObject
from legation.records.syntax import Phrase, Predicate, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the learned reader says of a draft.

    Chances (0..1) that it tells anything, this kind and type, this modality, and of its least sure party; the date
    expression and contexts that it points at; whether the rules read it too.
    """

    chance: float
    sure: float
    modality: float
    role: float
    when: DateExpression | None = None
    contexts: tuple[str, ...] = ()
    rules: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was read of one act; ``event`` and ``mode`` are the PLOVER reading or None."""

    kind: Kind
    act: Act
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    object: ClaimObject
    modality: Modality
    event: str | None
    mode: str | None
    reason: str
    weight: int
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """One predicate with its event reading and modality: what the kinds' modules look at."""

    situation: Situation
    sentence: Sentence
    predicate: Predicate
    reading: Reading | None
    modality: Modality

    def words(self) -> set[str]:
        """Return the words of the verb and its arguments."""
        return self.situation.argument_words(self.sentence, self.predicate, 16)

    def subject(self) -> tuple[Actor, ...]:
        """Return the parties of the subject (of the agent for a passive)."""
        p = self.predicate
        if p.passive:
            agent = next((phrase for prep, phrase in p.preps if prep == "by"), -1)
            return self.situation.parties(self.sentence, agent)
        return self.situation.parties(self.sentence, p.subject)

    def act(self) -> Act:
        """Return the predicate as the trigger of a claim."""
        return Act(self.sentence, self.predicate, self.predicate.first, self.predicate.last)


def areas(sentence: Sentence, first: int, last: int) -> list[str]:
    """Return the areas of cooperation that a stretch names, in order of their words."""
    table = area_words()
    found: list[str] = []
    previous = ""
    for token in sentence.tokens[first:last]:
        for word in (f"{previous}-{token.lower}", token.lower, token.lemma):
            for area in table.get(word, ()):
                if area not in found:
                    found.append(area)
        previous = token.lower
    return found


def stretch(sentence: Sentence, situation: Situation, first: int, last: int) -> str:
    """Return the verbatim text of a stretch of tokens, closing marks left off."""
    while last > first and sentence.tokens[last - 1].text in {",", ".", ";", "”", '"', "''", ":"}:
        last -= 1
    return sentence.span(first, last).of(situation.text) if last > first else ""


def phrase_name(situation: Situation, sentence: Sentence, phrase: Phrase) -> str:
    """Return a phrase as a name: without its determiner and quotation marks, with "on/of …" that hangs on it."""
    first = phrase.first
    while first < phrase.head and sentence.tokens[first].tag in {"DET", "POSS", "QUOTE"}:
        first += 1
    end = phrase.last
    for following in situation.hanging(sentence, phrase):
        if following.prep not in {"of", "on", "for", "against"} or following.pronoun:
            break
        end = following.last
    return stretch(sentence, situation, first, end).replace("“", "").replace("”", "").replace('"', "")


def find_phrase(sentence: Sentence, p: Predicate, words: frozenset[str]) -> Phrase | None:
    """Return the phrase among a verb's arguments whose head is of a word class, None for none."""
    candidates = [p.subject] if p.passive else [p.object, p.object2]
    candidates += [phrase for _, phrase in p.preps]
    for index in candidates:
        for phrase in sentence.group(index):
            head = sentence.tokens[phrase.head]
            pair = f"{sentence.tokens[phrase.head - 1].lower}-{head.lower}" if phrase.head > phrase.first else ""
            if head.lower in words or head.lemma in words or pair in words:
                return phrase
    return None


def clause_end(sentence: Sentence, p: Predicate) -> int:
    """Return the token behind the clause of a verb: its arguments and the complements that it governs."""
    end = p.stop
    for following in sentence.predicates[p.index + 1 :]:
        if following.role in {"infinitive", "gerund", "participle", "relative"} and following.first <= end + 2:
            end = max(end, following.stop)
        else:
            break
    return end
