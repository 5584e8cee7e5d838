"""Who a noun phrase names: states, organisations, persons and groups, with sector and office.

The text beats the tables; a tie stays open rather than guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.coding.coreference import Memory
from legation.coding.naming import NameTables
from legation.ontology import sector_words, word_class
from legation.records import Actor
from legation.records.syntax import Analysis, Mention, Phrase, Sentence, Token

_DIRECT = frozenset({"name", "capital", "institution", "organisation", "group", "agency", "people", "person"})
_NATIONAL = frozenset({"name", "capital", "demonym", "people", "institution"})
_HANGING = frozenset({"of", "in", "from", "at", "for"})
_PERSON_SECTORS = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "OPP", "REB", "ELI", "PTY", "REL", "SPY", "IGO", "BUS", "UNK", "MED", "EDU"})
_COLLECTIVE = frozenset(
    "government army military police parliament ministry authority authorities troops forces navy presidency cabinet state"
    " legislature judiciary opposition administration republic kingdom regime junta embassy".split()
)
_ORGANISATION_WORDS = frozenset(
    "party union front movement ministry department council association agency organization organisation committee"
    " commission bank court army brigades brigade congress league federation institute office authority group company"
    " corporation service university church alliance coalition assembly parliament fund board centre center bureau"
    " network society foundation command force forces airlines police guard guards treaty convention".split()
)
_DIRECTIONS = frozenset("south north east west central sea ocean gulf strait bay mount lake valley peninsula plain".split())
_AT_HOME = frozenset({"PTY", "LAB", "OPP", "REB", "UAF", "CVL", "COP", "MIL", "GOV", "LEG", "JUD", "AGR", "EDU", "REL", "SOC", "CRM"})


class Linker:
    """Links every noun phrase of a report in reading order; built once a report."""

    def __init__(self, analysis: Analysis, day: str | None, tables: NameTables | None = None) -> None:
        self.analysis = analysis
        self.tables = tables or NameTables()
        self.day = day
        self.sectors = sector_words()
        self.memory = Memory(analysis, self.tables)
        self.links: list[list[tuple[Actor, ...]]] = []
        self.pairs: list[tuple[Actor, ...]] = []
        self.possessors: dict[tuple[int, int], tuple[Actor, ...]] = {}
        for sentence in analysis.sentences:
            self._read(sentence)

    def actors(self, sentence: Sentence, index: int) -> tuple[Actor, ...]:
        """Return whom a phrase and those coordinated with it name; () for index -1 and for things."""
        out: list[Actor] = []
        for phrase in sentence.group(index):
            out.extend(self.links[sentence.index][phrase.index])
        return _distinct(out)

    def single(self, sentence: Sentence, index: int) -> tuple[Actor, ...]:
        """Return whom one phrase names, its coordination left aside."""
        return self.links[sentence.index][index] if index >= 0 else ()

    # -- reading order ----------------------------------------------------------------------------

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
            self.memory.note(sentence, phrase, actors)
        for phrase in sentence.phrases:
            if not found[phrase.index] or found[phrase.index][0].country is None:
                apposed = self._apposed(sentence, phrase, found)
                if apposed:
                    found[phrase.index] = apposed
        self._settle(sentence, found)
        self.memory.finish(sentence, found)
        self.pairs.append(self.memory.last_pair)

    def _settle(self, sentence: Sentence, found: list[tuple[Actor, ...]]) -> None:
        """A group without a country has that of the only nation that its sentence names ("truck drivers … in Chile")."""
        nations = {m.entity for m in sentence.mentions if m.kind in _NATIONAL | {"place"}}
        if len(nations) != 1 or any(m.kind == "organisation" for m in sentence.mentions):
            return
        nation = next(iter(nations))
        for index, actors in enumerate(found):
            if any(a.country is None and not a.entity and a.sector in _AT_HOME for a in actors):
                found[index] = tuple(
                    replace(a, country=nation, entity=nation) if a.country is None and not a.entity and a.sector in _AT_HOME else a
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
        if at_head is not None and at_head.first >= core and (at_head.kind in _DIRECT or at_head.kind == "demonym"):
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
        """"ethnic Albanians in Serbia", "the Albanians of southern Serbia": a people within another state."""
        hanging = self._hanging(sentence, phrase)
        return bool(hanging) and bool(hanging[0].country) and hanging[0].country != "IGO"

    def _core(self, sentence: Sentence, phrase: Phrase) -> int:
        """The first token after the last possessive of a phrase ("Poland's | foreign minister")."""
        for k in range(phrase.head - 1, phrase.first, -1):
            if sentence.tokens[k].tag == "GEN":
                return k + 1
        return phrase.first

    # -- a name at the head -----------------------------------------------------------------------

    def _direct(
        self, sentence: Sentence, phrase: Phrase, mention: Mention, mentions: Sequence[Mention]
    ) -> tuple[Actor, ...]:
        if mention.kind == "person":
            return self._known_person(sentence, phrase, mention, mentions)
        listed = [m for m in mentions if m.kind in _DIRECT and m.last <= mention.first and self._listed(sentence, m, mention)]
        return _distinct([self.of_mention(sentence, m) for m in [*listed, mention]])

    def _listed(self, sentence: Sentence, left: Mention, right: Mention) -> bool:
        """"Armenia-U.S.": names joined by hyphens are parties of one bond."""
        return any(t.text in {"-", "/"} for t in sentence.tokens[left.last : right.first + 1]) and not any(
            t.tag in {"VBD", "VBN", "VBG"} for t in sentence.tokens[left.last : right.first]
        )

    def of_mention(self, sentence: Sentence, mention: Mention) -> Actor:
        """Return the actor that a name of the tables means, by itself."""
        span = sentence.span(mention.first, mention.last)
        text = span.of(self.analysis.report.text)
        return self.tables.actor(mention.entity, mention.kind, text, span.start, span.end)

    def _known_person(
        self, sentence: Sentence, phrase: Phrase, mention: Mention, mentions: Sequence[Mention]
    ) -> tuple[Actor, ...]:
        text = self._text(sentence, phrase)
        name = sentence.span(mention.first, mention.last).of(self.analysis.report.text)
        title = self._title(sentence, phrase.first, mention.first)
        country = self._nation(sentence, phrase.first, mention.first, mentions)
        known = self.tables.office(name, self.day, country)
        former = any(t.lower in {"former", "ex", "late", "then"} for t in sentence.tokens[phrase.first : mention.first])
        return (
            self._actor(
                sentence,
                phrase,
                text,
                name=name,
                entity=mention.entity,
                country=country or known.country,
                sector=("ELI" if former else title[1]) or known.sector,
                role=title[0] or (None if former else known.role),
            ),
        )

    def _named(
        self, sentence: Sentence, phrase: Phrase, core: int, mentions: Sequence[Mention]
    ) -> tuple[Actor, ...]:
        first = self._name_start(sentence, phrase, core, mentions)
        names = [t.text for t in sentence.tokens[first : phrase.head + 1]]
        if not names or self._is_thing(sentence, phrase):
            return ()
        if self._is_organisation(sentence, phrase, first):
            return self._unlisted_organisation(sentence, phrase, core, mentions)
        title = self._title(sentence, core, first)
        country = self._nation(sentence, phrase.first, first, mentions) or self._hanging_nation(sentence, phrase, title[1])
        known = self.memory.person(names[-1])
        if known is not None and (len(names) == 1 or names[0] in known.name):
            return (self._again(sentence, phrase, known, title, country),)
        name = " ".join(names)
        office = self.tables.office(name, self.day, country) if len(names) > 1 else self.tables.surname(
            name, self.day, country, title[1], sentence_has=self.memory.nations
        )
        if not (title[1] or len(names) > 1 or office.country):
            return ()
        return (
            self._actor(
                sentence,
                phrase,
                self._text(sentence, phrase),
                name=office.name or name,
                entity=self.tables.person(office.name or name),
                country=country or office.country or self._quiet_nation(title),
                sector=title[1] or office.sector,
                role=title[0] or office.role,
            ),
        )

    def _quiet_nation(self, title: tuple[str | None, str | None]) -> str | None:
        """An office named without a country is of the only state that the report has spoken of."""
        nations = self.memory.nations
        return next(iter(nations)) if title[1] in {"GOV", "LEG", "MIL", "COP", "OPP", "JUD"} and len(nations) == 1 else None

    def _again(
        self, sentence: Sentence, phrase: Phrase, known: Actor, title: tuple[str | None, str | None], country: str | None
    ) -> Actor:
        return self._actor(
            sentence,
            phrase,
            self._text(sentence, phrase),
            name=known.name,
            entity=known.entity,
            country=known.country or country,
            sector=known.sector or title[1],
            role=known.role or title[0],
        )

    def _name_start(self, sentence: Sentence, phrase: Phrase, core: int, mentions: Sequence[Mention]) -> int:
        """Where the name proper begins: after titles, nations and lower-case words."""
        start = phrase.head
        nation_ends = max((m.last for m in mentions if m.kind in _NATIONAL and m.last <= phrase.head), default=core)
        while start - 1 >= max(core, nation_ends):
            token = sentence.tokens[start - 1]
            if token.text == "-" and start - 2 >= max(core, nation_ends):
                start -= 2
                continue
            if token.tag != "NAME" or self._sector_of(sentence, start - 1, core):
                break
            if token.lower in {"foreign", "prime", "vice", "deputy", "defence", "defense", "interior", "state", "affairs", "general"}:
                break
            start -= 1
        return start

    def _is_thing(self, sentence: Sentence, phrase: Phrase) -> bool:
        """A capitalised name of a place, paper or event is nobody ("Charter on Strategic Partnership")."""
        head = sentence.tokens[phrase.head]
        if head.lower in word_class("agreement") | word_class("talks") or head.lower.endswith(("ship", "tion", "ment", "ism", "ity")):
            return True
        if any(t.lower in _DIRECTIONS for t in sentence.phrase_tokens(phrase)):
            return True
        return len(head.text) < 2 or head.lower in {"street", "avenue", "river", "day", "war", "prize", "cup", "games", "accord", "accords", "agreement"}

    def _is_organisation(self, sentence: Sentence, phrase: Phrase, first: int) -> bool:
        words = {t.lower for t in sentence.tokens[first : phrase.last]} | {sentence.tokens[phrase.head].lower}
        return bool(words & _ORGANISATION_WORDS)

    def _unlisted_organisation(
        self, sentence: Sentence, phrase: Phrase, core: int, mentions: Sequence[Mention]
    ) -> tuple[Actor, ...]:
        country = self._nation(sentence, phrase.first, phrase.last, mentions) or self._hanging_nation(sentence, phrase, "GOV")
        sector = next(
            (self.sectors[t.lower] for t in reversed(sentence.tokens[core : phrase.last]) if t.lower in self.sectors), "SOC"
        )
        text = self._text(sentence, phrase, core)
        return (
            self._actor(sentence, phrase, text, name=text, entity=None, country=country, sector=sector, role=None),
        )

    # -- a common noun at the head ----------------------------------------------------------------

    def _described(
        self, sentence: Sentence, phrase: Phrase, core: int, mentions: Sequence[Mention]
    ) -> tuple[Actor, ...]:
        sector = self._sector_of(sentence, phrase.head, core)
        if not sector:
            return ()
        inside = [m for m in mentions if m.last <= phrase.head]
        if any(t.lower == "ethnic" for t in sentence.tokens[phrase.first : phrase.head]):
            inside = []
        agencies = [m for m in inside if m.kind == "agency"]
        if agencies and sector in {"MED", "JRN"}:
            return (self.of_mention(sentence, agencies[-1]),)
        bearers = [m for m in inside if m.kind in _NATIONAL | {"organisation", "group"}]
        bearers = self.own_bearers(sentence, bearers) or bearers
        text = self._text(sentence, phrase, core)
        role = text if sector in _PERSON_SECTORS else None
        if bearers:
            return _distinct([self._borne(sentence, phrase, m, text, sector, len(bearers)) for m in bearers])
        again = self.memory.described(sentence, phrase, sector)
        if again is not None:
            return (again,)
        owner = self._possessor(sentence, phrase, core)
        hanging = owner or self._hanging(sentence, phrase)
        if hanging:
            return _distinct([self._of_nation(sentence, phrase, text, sector, a) for a in hanging])
        country = self.memory.only_nation(sentence, phrase, sector)
        return (
            self._actor(sentence, phrase, self._text(sentence, phrase), name=text, entity=country, country=country, sector=sector, role=role),
        )

    def memory_possessor(self, sentence: Sentence, k: int) -> tuple[Actor, ...]:
        """Return whom the possessive pronoun at token ``k`` stands for, as known at the report's end."""
        return self.possessors.get((sentence.index, k), ())

    def own_bearers(self, sentence: Sentence, bearers: Sequence[Mention]) -> list[Mention]:
        """"Moscow-led", "Russian-backed": who leads or backs is not who acts."""
        return [
            m
            for m in bearers
            if not (
                m.last + 1 < len(sentence.tokens)
                and sentence.tokens[m.last].text == "-"
                and sentence.tokens[m.last + 1].lower in {"led", "backed", "born", "brokered", "based", "sponsored", "occupied", "controlled", "mediated", "made", "held"}
            )
            and not (m.first and sentence.tokens[m.first - 1].text == "-" and sentence.tokens[m.first - 2].lower in {"anti", "pro"})
        ]

    def _borne(
        self, sentence: Sentence, phrase: Phrase, mention: Mention, text: str, sector: str, count: int
    ) -> Actor:
        base = self.of_mention(sentence, mention)
        whole = self._text(sentence, phrase)
        start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last - 1].end
        if count > 1:
            whole, start, end = base.text, base.start, base.end
        return Actor(
            text=whole,
            start=start,
            end=end,
            name=base.name if count > 1 else text,
            entity=base.entity,
            country=base.country,
            sector=sector if base.sector not in {"IGO", "NGO"} else base.sector,
            role=text if sector in {"GOV", "LEG"} and count == 1 else None,
        )

    def _of_nation(self, sentence: Sentence, phrase: Phrase, text: str, sector: str, owner: Actor) -> Actor:
        national = owner.sector in {None, "GOV", "CVL"} and owner.country not in {None, "IGO"}
        return self._actor(
            sentence,
            phrase,
            self._text(sentence, phrase),
            name=text,
            entity=owner.country if national else owner.entity,
            country=owner.country,
            sector=sector if owner.sector not in {"IGO", "NGO"} else owner.sector,
            role=None,
        )

    # -- nations around a phrase --------------------------------------------------------------------

    def _nation(self, sentence: Sentence, first: int, last: int, mentions: Sequence[Mention]) -> str | None:
        found = [m for m in mentions if m.first >= first and m.last <= last and m.kind in _NATIONAL | {"organisation"}]
        own = self.own_bearers(sentence, found)
        if own:
            return self.of_mention(sentence, own[0]).country
        for k in range(first, last):
            if sentence.tokens[k].tag == "POSS" and sentence.tokens[k].lower in {"its", "their", "his", "her"}:
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
        """"police in Turkey", "the government of Chad": the nation of the phrase that hangs on this one."""
        k = phrase.index + 1
        while k < len(sentence.phrases) and k <= phrase.index + 2:
            following = sentence.phrases[k]
            if following.prep not in _HANGING or following.first - (phrase.last if k == phrase.index + 1 else sentence.phrases[k - 1].last) != 1:
                return ()
            found = [
                m for m in sentence.mentions if m.first >= following.first and m.last <= following.last and m.kind in _NATIONAL | {"organisation", "group", "place"}
            ]
            if found:
                return (self.of_mention(sentence, found[-1] if found[-1].last == following.last else found[0]),)
            k += 1
        return ()

    def _hanging_nation(self, sentence: Sentence, phrase: Phrase, sector: str | None) -> str | None:
        if not sector:
            return None
        hanging = self._hanging(sentence, phrase)
        return hanging[0].country if hanging else None

    def _apposed(
        self, sentence: Sentence, phrase: Phrase, found: Sequence[tuple[Actor, ...]]
    ) -> tuple[Actor, ...]:
        """"Ararat Mirzoyan, the Armenian foreign minister,": a neighbour set off by a comma says who it is."""
        for other in (phrase.index + 1, phrase.index - 1):
            if not 0 <= other < len(sentence.phrases):
                continue
            neighbour = sentence.phrases[other]
            left, right = (phrase, neighbour) if other > phrase.index else (neighbour, phrase)
            between = sentence.tokens[left.last : right.first]
            if [t.text for t in between] != [","] or right.prep or not found[other]:
                continue
            end = right.last
            closes = end < len(sentence.tokens) and sentence.tokens[end].text in {",", "."} or sentence.tokens[end - 1].tag == "NAME"
            one, two = found[other][0], found[phrase.index][0] if found[phrase.index] else None
            if not closes or one.country is None or not self._personal(one, two, sentence, phrase):
                continue
            return (
                self._actor(
                    sentence, phrase, self._text(sentence, phrase),
                    name=two.name if two else one.name,
                    entity=(two.entity if two else None) or one.entity,
                    country=one.country, sector=one.sector, role=one.role or (two.role if two else None),
                ),
            )
        return ()

    def _personal(self, one: Actor, two: Actor | None, sentence: Sentence, phrase: Phrase) -> bool:
        if two is None:
            head = sentence.tokens[phrase.head]
            return head.tag == "NAME" and not any(m.first <= phrase.head < m.last for m in sentence.mentions) and bool(one.role)
        return (two.entity or "").startswith("person:") and one.sector in _PERSON_SECTORS

    # -- small things ---------------------------------------------------------------------------------

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
        named = [m for m in sentence.mentions if first <= m.first and m.last <= last and m.kind in _NATIONAL]
        covered = {k for m in named for k in range(m.first, m.last)}
        kept = [t for k, t in enumerate(sentence.tokens[first:last], first) if k not in covered and t.tag not in {"DET", "POSS", "GEN", "QUOTE", "PUNCT"}]
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
        self, sentence: Sentence, phrase: Phrase, text: str, *, name: str, entity: str | None, country: str | None, sector: str | None, role: str | None
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


def _distinct(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Each actor once: by code and entity where linked, else by name."""
    seen: dict[tuple[str | None, str | None, str], Actor] = {}
    for actor in actors:
        key = (actor.country, actor.entity, "" if actor.entity else actor.name)
        seen.setdefault(key, actor)
    return tuple(seen.values())


def tokens_text(tokens: Sequence[Token]) -> str:
    """Return tokens joined by blanks, for messages."""
    return " ".join(t.text for t in tokens)
