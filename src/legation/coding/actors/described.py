"""Common nouns that name somebody: "Turkish police", "rebels in Chad", "the minister"."""

from __future__ import annotations

from collections.abc import Sequence

from legation.coding.actors.distinct import distinct
from legation.coding.actors.nations import NATIONAL, NationReader
from legation.records import Actor
from legation.records.syntax import Mention, Phrase, Sentence

PERSON_SECTORS = frozenset(
    {
        "GOV",
        "LEG",
        "MIL",
        "JUD",
        "COP",
        "OPP",
        "REB",
        "ELI",
        "PTY",
        "REL",
        "SPY",
        "IGO",
        "BUS",
        "UNK",
        "MED",
        "EDU",
    }
)


class GroupLinker(NationReader):
    """Links phrases whose head is a common noun."""

    def _described(
        self, sentence: Sentence, phrase: Phrase, core: int, mentions: Sequence[Mention]
    ) -> tuple[Actor, ...]:
        sector = self._sector_of(sentence, phrase.head, core)
        if not sector and sentence.tokens[phrase.head].tag == "NAME":  # "Minister of Foreign Affairs"
            sector = next((s for k in range(core, phrase.head) if (s := self._sector_of(sentence, k, core))), None)
        if not sector:
            return ()
        inside = [m for m in mentions if m.last <= phrase.head]
        if any(t.lower == "ethnic" for t in sentence.tokens[phrase.first : phrase.head]):
            inside = []
        agencies = [m for m in inside if m.kind == "agency"]
        if agencies and sector in {"MED", "JRN"}:
            return (self.of_mention(sentence, agencies[-1]),)
        bearers = [m for m in inside if m.kind in NATIONAL | {"organisation", "group"}]
        bearers = self.own_bearers(sentence, bearers) or bearers
        text = self._text(sentence, phrase, core)
        role = text if sector in PERSON_SECTORS else None
        if bearers:
            return distinct([self._borne(sentence, phrase, m, text, sector, len(bearers)) for m in bearers])
        again = self.memory.described(sentence, phrase)
        if again is not None:
            return (again,)
        owner = self._possessor(sentence, phrase, core)
        hanging = owner or self._hanging(sentence, phrase)
        if hanging:
            return distinct([self._of_nation(sentence, phrase, text, sector, a) for a in hanging])
        country = self.memory.only_nation(sentence, phrase, sector)
        return (
            self._actor(
                sentence,
                phrase,
                name=text,
                entity=country,
                country=country,
                sector=sector,
                role=role,
            ),
        )

    def _borne(self, sentence: Sentence, phrase: Phrase, mention: Mention, text: str, sector: str, count: int) -> Actor:
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
            name=text,
            entity=owner.country if national else owner.entity,
            country=owner.country,
            sector=sector if owner.sector not in {"IGO", "NGO"} else owner.sector,
            role=None,
        )
