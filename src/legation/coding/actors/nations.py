"""Whose a phrase is: the nations named in it, possessing it or hanging on it, and its sector and office."""

from __future__ import annotations

from collections.abc import Sequence

from legation.coding.actors.coreference import Memory
from legation.coding.actors.naming import NameTables
from legation.ontology import sector_words
from legation.records import Actor
from legation.records.syntax import Analysis, Mention, Phrase, Sentence

NATIONAL = frozenset({"name", "capital", "demonym", "people", "institution"})
_HANGING = frozenset({"of", "in", "from", "at", "for"})


class NationReader:
    """Reads nations, sectors and offices off phrases of one report."""

    def __init__(self, analysis: Analysis, day: str | None, tables: NameTables | None = None) -> None:
        self.analysis = analysis
        self.tables = tables or NameTables()
        self.day = day
        self.sectors = sector_words()
        self.memory = Memory(analysis, self.tables)
        self.links: list[list[tuple[Actor, ...]]] = []
        self.pairs: list[tuple[Actor, ...]] = []
        self.possessors: dict[tuple[int, int], tuple[Actor, ...]] = {}

    def of_mention(self, sentence: Sentence, mention: Mention) -> Actor:
        """Return the actor that a name of the tables means, by itself."""
        span = sentence.span(mention.first, mention.last)
        text = span.of(self.analysis.report.text)
        return self.tables.actor(mention.entity, mention.kind, text, span.start, span.end)

    def own_bearers(self, sentence: Sentence, bearers: Sequence[Mention]) -> list[Mention]:
        """ "Moscow-led", "Russian-backed": who leads or backs is not who acts."""
        return [
            m
            for m in bearers
            if not (
                m.last + 1 < len(sentence.tokens)
                and sentence.tokens[m.last].text == "-"
                and sentence.tokens[m.last + 1].lower
                in {
                    "led",
                    "backed",
                    "born",
                    "brokered",
                    "based",
                    "sponsored",
                    "occupied",
                    "controlled",
                    "mediated",
                    "made",
                    "held",
                }
            )
            and not (
                m.first
                and sentence.tokens[m.first - 1].text == "-"
                and sentence.tokens[m.first - 2].lower in {"anti", "pro"}
            )
        ]

    def _nation(self, sentence: Sentence, first: int, last: int, mentions: Sequence[Mention]) -> str | None:
        found = [m for m in mentions if m.first >= first and m.last <= last and m.kind in NATIONAL | {"organisation"}]
        own = self.own_bearers(sentence, found)
        if own:
            return self.of_mention(sentence, own[0]).country
        for k in range(first, last):
            if sentence.tokens[k].tag == "POSS" and sentence.tokens[k].lower in {
                "its",
                "their",
                "his",
                "her",
            }:
                owners = self.memory.possessor(sentence, k)
                return owners[0].country if owners else None
        return None

    def _possessor(self, sentence: Sentence, phrase: Phrase, core: int) -> tuple[Actor, ...]:
        token = sentence.tokens[phrase.first]
        if token.tag == "POSS":
            return self.memory.possessor(sentence, phrase.first)
        if core <= phrase.first:
            return ()
        named = self.memory.person(sentence.tokens[core - 2].text)
        return (named,) if named is not None else ()

    def _hanging(self, sentence: Sentence, phrase: Phrase) -> tuple[Actor, ...]:
        """ "police in Turkey", "the government of Chad": the nation of the phrase that hangs on this one."""
        k = phrase.index + 1
        while k < len(sentence.phrases) and k <= phrase.index + 2:
            following = sentence.phrases[k]
            if (
                following.prep not in _HANGING
                or following.first - (phrase.last if k == phrase.index + 1 else sentence.phrases[k - 1].last) != 1
            ):
                return ()
            found = [
                m
                for m in sentence.mentions
                if m.first >= following.first
                and m.last <= following.last
                and m.kind in NATIONAL | {"organisation", "group", "place"}
            ]
            if found:
                first = self.of_mention(sentence, found[-1] if found[-1].last == following.last else found[0])
                return (first, *self._joined_nations(sentence, following))
            k += 1
        return ()

    def _joined_nations(self, sentence: Sentence, phrase: Phrase) -> tuple[Actor, ...]:
        """ "the armies of Sudan and South Sudan": the nations coordinated with the one that hangs."""
        spans = [sentence.phrases[j] for j in phrase.joined]
        found = [
            m for m in sentence.mentions for s in spans if (m.first, m.last) == (s.first, s.last) and m.kind == "name"
        ]
        return tuple(self.of_mention(sentence, m) for m in found)

    def _hanging_nation(self, sentence: Sentence, phrase: Phrase, sector: str | None) -> str | None:
        if not sector:
            return None
        hanging = self._hanging(sentence, phrase)
        return hanging[0].country if hanging else None

    def _sector_of(self, sentence: Sentence, k: int, core: int) -> str | None:
        """The sector of the noun at ``k``, by two words ("prime minister") or one."""
        token = sentence.tokens[k]
        word = token.lemma if token.tag == "NOUN" else token.lower
        if k - 1 >= core:
            pair = f"{sentence.tokens[k - 1].lower}-{word}"
            if pair in self.sectors:
                return self.sectors[pair]
        return self.sectors.get(word) or self.sectors.get(token.lower) or self.sectors.get(token.lower.rstrip("s"))

    def _title(self, sentence: Sentence, first: int, last: int) -> tuple[str | None, str | None]:
        """The office named between ``first`` and ``last``: its words and its sector."""
        words = [t for t in sentence.tokens[first:last] if t.tag not in {"DET", "POSS", "DEM", "GEN", "QUOTE"}]
        sector = None
        for k in range(last - 1, first - 1, -1):
            sector = self._sector_of(sentence, k, first)
            if sector:
                break
        if sector is None or not words:
            return None, None
        named = [m for m in sentence.mentions if first <= m.first and m.last <= last and m.kind in NATIONAL]
        covered = {k for m in named for k in range(m.first, m.last)}
        kept = [
            t
            for k, t in enumerate(sentence.tokens[first:last], first)
            if k not in covered and t.tag not in {"DET", "POSS", "GEN", "QUOTE", "PUNCT"}
        ]
        if any(t.lower in {"former", "ex"} for t in kept):
            sector = "ELI"
        return " ".join(t.text for t in kept) or None, sector

    def _text(self, sentence: Sentence, phrase: Phrase, core: int | None = None) -> str:
        first = phrase.first if core is None else core
        while first < phrase.head and sentence.tokens[first].tag in {"DET", "POSS", "QUOTE"}:
            first += 1 if core is not None else phrase.last
        first = phrase.first if first >= phrase.last else first
        return sentence.span(first, phrase.last).of(self.analysis.report.text)

    def _actor(
        self,
        sentence: Sentence,
        phrase: Phrase,
        *,
        name: str,
        entity: str | None,
        country: str | None,
        sector: str | None,
        role: str | None,
    ) -> Actor:
        span = sentence.span(phrase.first, phrase.last)
        return Actor(
            text=span.of(self.analysis.report.text),
            start=span.start,
            end=span.end,
            name=name,
            entity=entity,
            country=country,
            sector=sector,
            role=role,
        )
