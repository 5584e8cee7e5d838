"""Proper names at the head of a phrase: states, organisations, persons by title grammar, unlisted bodies."""

from __future__ import annotations

from collections.abc import Sequence

from legation.coding.actors.described import GroupLinker
from legation.coding.actors.distinct import distinct
from legation.coding.actors.nations import NATIONAL
from legation.ontology import word_class
from legation.records import Actor
from legation.records.syntax import Mention, Phrase, Sentence

DIRECT = frozenset({"name", "capital", "institution", "organisation", "group", "agency", "people", "person"})
_ORGANISATION_WORDS = frozenset(
    "party union front movement ministry department council association agency organization organisation committee"
    " commission bank court army brigades brigade congress league federation institute office authority group company"
    " corporation service university church alliance coalition assembly parliament fund board centre center bureau"
    " network society foundation command force forces airlines police guard guards treaty convention".split()
)
_HONORIFICS = frozenset("mr mr. mrs mrs. ms ms. dr dr. sir lord dame madam sheikh sayyid excellency".split())
_TITLE_PARTS = frozenset(
    "affairs foreign defence defense interior state prime relations justice finance trade economy".split()
)
_PLACE_OPENINGS = frozenset({"port", "fort", "mount", "lake", "cape", "st", "rio", "tel", "boa", "gulf", "camp"})
_DIRECTIONS = frozenset(
    "south north east west central sea ocean gulf strait bay mount lake valley peninsula plain".split()
)


class NameLinker(GroupLinker):
    """Links phrases whose head is a name."""

    def _direct(
        self, sentence: Sentence, phrase: Phrase, mention: Mention, mentions: Sequence[Mention]
    ) -> tuple[Actor, ...]:
        if mention.kind == "person":
            return self._known_person(sentence, phrase, mention, mentions)
        listed = [
            m for m in mentions if m.kind in DIRECT and m.last <= mention.first and self._listed(sentence, m, mention)
        ]
        return distinct([self.of_mention(sentence, m) for m in [*listed, mention]])

    def _listed(self, sentence: Sentence, left: Mention, right: Mention) -> bool:
        """ "Armenia-U.S.": names joined by hyphens are parties of one bond."""
        return any(t.text in {"-", "/"} for t in sentence.tokens[left.last : right.first + 1]) and not any(
            t.tag in {"VBD", "VBN", "VBG"} for t in sentence.tokens[left.last : right.first]
        )

    def _known_person(
        self, sentence: Sentence, phrase: Phrase, mention: Mention, mentions: Sequence[Mention]
    ) -> tuple[Actor, ...]:
        name = sentence.span(mention.first, mention.last).of(self.analysis.report.text)
        title = self._title(sentence, phrase.first, mention.first)
        country = self._nation(sentence, phrase.first, mention.first, mentions)
        known = self.tables.office(name, self.day, country)
        former = any(t.lower in {"former", "ex", "late", "then"} for t in sentence.tokens[phrase.first : mention.first])
        return (
            self._actor(
                sentence,
                phrase,
                name=name,
                entity=mention.entity,
                country=country or known.country,
                sector=("ELI" if former else title[1]) or known.sector,
                role=title[0] or (None if former else known.role),
            ),
        )

    def _named(self, sentence: Sentence, phrase: Phrase, core: int, mentions: Sequence[Mention]) -> tuple[Actor, ...]:
        first = self._name_start(sentence, phrase, core, mentions)
        names = [t.text for t in sentence.tokens[first : phrase.head + 1]]
        if not names or self._is_thing(sentence, phrase):
            return ()
        if all(n.lower() in self.sectors or n.lower() in _TITLE_PARTS for n in names):
            return self._described(sentence, phrase, core, mentions)
        if self._is_organisation(sentence, phrase, first):
            return self._unlisted_organisation(sentence, phrase, core, mentions)
        title = self._title(sentence, core, first)
        country = self._nation(sentence, phrase.first, first, mentions) or self._hanging_nation(
            sentence, phrase, title[1]
        )
        known = self.memory.person(names[-1])
        if known is not None and (len(names) == 1 or names[0] in known.name):
            return (self._again(sentence, phrase, known, title, country),)
        name = " ".join(sentence.span(first, phrase.head + 1).of(self.analysis.report.text).split())
        office = (
            self.tables.office(name, self.day, country)
            if len(names) > 1
            else self.tables.surname(
                name, self.day, country, sentence_has=self.memory.nations, title=self._styled(sentence, first, title)
            )
        )
        if not (title[1] or len(names) > 1 or office.country):
            return ()
        return (
            self._actor(
                sentence,
                phrase,
                name=office.name or name,
                entity=self.tables.person(office.name or name),
                country=country or office.country or self._quiet_nation(title),
                sector=title[1] or office.sector,
                role=title[0] or office.role,
            ),
        )

    def _styled(self, sentence: Sentence, first: int, title: tuple[str | None, str | None]) -> str:
        """The office or "Mr" before a surname, "" for none."""
        before = sentence.tokens[first - 1] if first else None
        return title[0] or (before.text if before is not None and before.lower in _HONORIFICS else "")

    def _quiet_nation(self, title: tuple[str | None, str | None]) -> str | None:
        """An office named without a country is of the only state that the report has spoken of."""
        nations = self.memory.nations
        if any(p.role == title[0] and p.country in nations for p in self.memory.person_order):
            return None  # two presidents, one nation named: whose is the second?
        return (
            next(iter(nations))
            if title[1] in {"GOV", "LEG", "MIL", "COP", "OPP", "JUD"} and len(nations) == 1
            else None
        )

    def _again(
        self,
        sentence: Sentence,
        phrase: Phrase,
        known: Actor,
        title: tuple[str | None, str | None],
        country: str | None,
    ) -> Actor:
        return self._actor(
            sentence,
            phrase,
            name=known.name,
            entity=known.entity,
            country=known.country or country,
            sector=known.sector or title[1],
            role=known.role or title[0],
        )

    def _name_start(self, sentence: Sentence, phrase: Phrase, core: int, mentions: Sequence[Mention]) -> int:
        """Where the name proper begins: after titles, nations and lower-case words."""
        start = phrase.head
        nation_ends = max((m.last for m in mentions if m.kind in NATIONAL and m.last <= phrase.head), default=core)
        while start - 1 >= max(core, nation_ends):
            token = sentence.tokens[start - 1]
            if token.text == "-" and start - 2 >= max(core, nation_ends):
                start -= 2
                continue
            if token.lower in _HONORIFICS or token.tag != "NAME" or self._sector_of(sentence, start - 1, core):
                break
            if token.lower in {
                "foreign",
                "prime",
                "vice",
                "deputy",
                "defence",
                "defense",
                "interior",
                "state",
                "affairs",
                "general",
            }:
                break
            start -= 1
        return start

    def _is_thing(self, sentence: Sentence, phrase: Phrase) -> bool:
        """A capitalised name of a place, paper or event is nobody ("Charter on Strategic Partnership")."""
        head = sentence.tokens[phrase.head]
        if head.lower in word_class("agreement") | word_class("talks") or head.lower.endswith(
            ("ship", "tion", "ment", "ism", "ity")
        ):
            return True
        if any(t.lower in _DIRECTIONS for t in sentence.phrase_tokens(phrase)):
            return True
        if sentence.tokens[phrase.first].lower in _PLACE_OPENINGS and phrase.last - phrase.first > 1:
            return True
        return len(head.text) < 2 or head.lower in {
            "street",
            "avenue",
            "river",
            "day",
            "war",
            "prize",
            "cup",
            "games",
            "accord",
            "accords",
            "agreement",
            "state",
            "province",
            "county",
            "city",
            "island",
            "islands",
            "valley",
            "strait",
            "strategy",
        }

    def _is_organisation(self, sentence: Sentence, phrase: Phrase, first: int) -> bool:
        words = {t.lower for t in sentence.tokens[first : phrase.last]} | {sentence.tokens[phrase.head].lower}
        return bool(words & _ORGANISATION_WORDS)

    def _unlisted_organisation(
        self, sentence: Sentence, phrase: Phrase, core: int, mentions: Sequence[Mention]
    ) -> tuple[Actor, ...]:
        country = self._nation(sentence, phrase.first, phrase.last, mentions) or self._hanging_nation(
            sentence, phrase, "GOV"
        )
        sector = next(
            (self.sectors[t.lower] for t in reversed(sentence.tokens[core : phrase.last]) if t.lower in self.sectors),
            "SOC",
        )
        text = self._text(sentence, phrase, core)
        return (self._actor(sentence, phrase, name=text, entity=None, country=country, sector=sector, role=None),)
