"""Who a noun phrase names: states, organisations, persons and groups, with sector and office.

The text beats the tables; a tie stays open rather than guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.coding.actors.described import PERSON_SECTORS
from legation.coding.actors.distinct import distinct
from legation.coding.actors.named import DIRECT, NameLinker
from legation.coding.actors.naming import NameTables
from legation.coding.actors.nations import NATIONAL
from legation.records import Actor
from legation.records.syntax import Analysis, Phrase, Sentence

_AT_HOME = frozenset(
    {
        "PTY",
        "LAB",
        "OPP",
        "REB",
        "UAF",
        "CVL",
        "COP",
        "MIL",
        "GOV",
        "LEG",
        "JUD",
        "AGR",
        "EDU",
        "REL",
        "SOC",
        "CRM",
    }
)


class Linker(NameLinker):
    """Links every noun phrase of a report in reading order; built once a report."""

    def __init__(self, analysis: Analysis, day: str | None, tables: NameTables | None = None) -> None:
        super().__init__(analysis, day, tables)
        for sentence in analysis.sentences:
            self._read(sentence)

    def actors(self, sentence: Sentence, index: int) -> tuple[Actor, ...]:
        """Return whom a phrase and those coordinated with it name; () for index -1 and for things."""
        out: list[Actor] = []
        for phrase in sentence.group(index):
            out.extend(self.links[sentence.index][phrase.index])
        return distinct(out)

    def single(self, sentence: Sentence, index: int) -> tuple[Actor, ...]:
        """Return whom one phrase names, its coordination left aside."""
        return self.links[sentence.index][index] if index >= 0 else ()

    def _read(self, sentence: Sentence) -> None:
        found: list[tuple[Actor, ...]] = []
        self.links.append(found)
        self.memory.begin(sentence)
        for phrase in sentence.phrases:
            for k in range(phrase.first, phrase.last):
                if sentence.tokens[k].tag == "POSS":
                    self.possessors[sentence.index, k] = self.memory.possessor(sentence, k)
            actors = self._link(sentence, phrase)
            found.append(actors)
            self.memory.note(phrase, actors)
        for phrase in sentence.phrases:
            if not found[phrase.index] or found[phrase.index][0].country is None:
                apposed = self._apposed(sentence, phrase, found)
                if apposed:
                    found[phrase.index] = apposed
        for phrase in sentence.phrases:
            named = self._office_of(sentence, phrase, found)
            if named:
                found[phrase.index] = named
        self._settle(sentence, found)
        self.memory.finish(sentence, found)
        self.pairs.append(self.memory.last_pair)

    def _office_of(self, sentence: Sentence, phrase: Phrase, found: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
        """ "the Armenian foreign minister, Ararat Mirzoyan,": the office is the person named behind the comma."""
        other = phrase.index + 1
        if other >= len(sentence.phrases) or not found[phrase.index] or not found[other]:
            return ()
        one, two = found[phrase.index][0], found[other][0]
        between = [t.text for t in sentence.tokens[phrase.last : sentence.phrases[other].first]]
        person = (two.entity or "").startswith("person:") and not (one.entity or "").startswith("person:")
        same = one.country is not None and two.country in {None, one.country}
        if between != [","] or sentence.phrases[other].prep or not (person and same and one.sector in PERSON_SECTORS):
            return ()
        return (
            self._actor(
                sentence, phrase, name=two.name, entity=two.entity, country=one.country, sector=one.sector,
                role=one.role or two.role,
            ),
        )  # fmt: skip

    def _settle(self, sentence: Sentence, found: list[tuple[Actor, ...]]) -> None:
        """A group without a country has that of the only nation that its sentence names."""
        nations = {m.entity for m in sentence.mentions if m.kind in NATIONAL | {"place"}}
        if len(nations) != 1 or any(m.kind == "organisation" for m in sentence.mentions):
            return
        nation = next(iter(nations))
        for index, actors in enumerate(found):
            if any(a.country is None and not a.entity and a.sector in _AT_HOME for a in actors):
                found[index] = tuple(
                    replace(a, country=nation, entity=nation)
                    if a.country is None and not a.entity and a.sector in _AT_HOME
                    else a
                    for a in actors
                )

    def _link(self, sentence: Sentence, phrase: Phrase) -> tuple[Actor, ...]:
        if phrase.pronoun:
            return self.memory.pronoun(sentence, phrase)
        pair = self.memory.collective(sentence, phrase)
        if pair:
            return pair
        mentions = [m for m in sentence.mentions if m.first >= phrase.first and m.last <= phrase.last]
        core = self._core(sentence, phrase)
        at_head = next((m for m in mentions if m.first <= phrase.head < m.last), None)
        if at_head is not None and at_head.kind == "people" and self._resident(sentence, phrase):
            hanging = self._hanging(sentence, phrase)
            return tuple(self._of_nation(sentence, phrase, self._text(sentence, phrase), "CVL", a) for a in hanging)
        if at_head is not None and at_head.first >= core and (at_head.kind in DIRECT or at_head.kind == "demonym"):
            return self._direct(sentence, phrase, at_head, mentions)
        head = sentence.tokens[phrase.head]
        known = head.text[0].isupper() and self.memory.person(head.text) is not None
        if head.tag == "NAME" and head.lower in self.sectors and phrase.head - core <= 1 and not known:
            return self._described(sentence, phrase, core, mentions)
        if head.tag == "NAME" or known:
            return self._named(sentence, phrase, core, mentions)
        if head.tag in {"NOUN", "NUM", "ADJ"}:
            return self._described(sentence, phrase, core, mentions)
        return ()

    def _resident(self, sentence: Sentence, phrase: Phrase) -> bool:
        """ "ethnic Albanians in Serbia", "the Albanians of southern Serbia": a people within another state."""
        hanging = self._hanging(sentence, phrase)
        return bool(hanging) and bool(hanging[0].country) and hanging[0].country != "IGO"

    def _core(self, sentence: Sentence, phrase: Phrase) -> int:
        """The first token after the last possessive of a phrase ("Poland's | foreign minister")."""
        for k in range(phrase.head - 1, phrase.first, -1):
            if sentence.tokens[k].tag == "GEN":
                return k + 1
        return phrase.first

    def memory_possessor(self, sentence: Sentence, k: int) -> tuple[Actor, ...]:
        """Return whom the possessive pronoun at token ``k`` stands for, as known at the report's end."""
        return self.possessors.get((sentence.index, k), ())

    def _apposed(self, sentence: Sentence, phrase: Phrase, found: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
        """ "Ararat Mirzoyan, the Armenian foreign minister,": a neighbour set off by a comma says who it is."""
        for other in (phrase.index + 1, phrase.index - 1):
            if not 0 <= other < len(sentence.phrases):
                continue
            neighbour = sentence.phrases[other]
            left, right = (phrase, neighbour) if other > phrase.index else (neighbour, phrase)
            between = sentence.tokens[left.last : right.first]
            if [t.text for t in between] != [","] or right.prep or not found[other]:
                continue
            end = right.last
            closes = (end < len(sentence.tokens) and sentence.tokens[end].text in {",", "."}) or sentence.tokens[
                end - 1
            ].tag == "NAME"
            one, two = found[other][0], found[phrase.index][0] if found[phrase.index] else None
            if not closes or one.country is None or not self._personal(one, two, sentence, phrase):
                continue
            return (
                self._actor(
                    sentence,
                    phrase,
                    name=two.name if two else one.name,
                    entity=(two.entity if two else None) or one.entity,
                    country=one.country,
                    sector=one.sector,
                    role=one.role or (two.role if two else None),
                ),
            )
        return ()

    def _personal(self, one: Actor, two: Actor | None, sentence: Sentence, phrase: Phrase) -> bool:
        if two is None:
            head = sentence.tokens[phrase.head]
            return (
                head.tag == "NAME"
                and not any(m.first <= phrase.head < m.last for m in sentence.mentions)
                and bool(one.role)
            )
        return (two.entity or "").startswith("person:") and one.sector in PERSON_SECTORS
