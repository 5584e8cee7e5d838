"""Who "he", "it", "the minister", "the two countries" and "both sides" are, within one report."""

from __future__ import annotations

from collections.abc import Sequence

from legation.coding.actors.naming import NameTables
from legation.records import Actor
from legation.records.syntax import Analysis, Phrase, Sentence

_PERSONAL = frozenset("he she him his her himself herself".split())
_NEUTRAL = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_BOTH = frozenset(
    "countries sides nations states neighbours neighbors governments parties leaders ministers allies"
    " rivals presidents capitals delegations armies".split()
)
_NUMBERS = {"three": 3, "four": 4, "five": 5}
_GROUPS = _BOTH | frozenset("signatories participants powers members partners".split())
_PAIRED = frozenset("sides neighbours neighbors ministers leaders presidents parties".split())
_OFFICES = frozenset("leaders ministers presidents".split())
_VERBAL = frozenset({"MODAL", "BE", "HAVE", "DO", "VBD", "VBZ", "VB", "ADV", "NEG"})
_NATION_NOUNS = frozenset("country nation republic state kingdom".split())
_HOME_NOUNS = frozenset(
    "government ministry parliament army police authorities military navy opposition cabinet"
    " presidency embassy troops".split()
)
_BLOC_NOUNS = frozenset("organisation organization alliance bloc union group council coalition agency league".split())


class Memory:
    """What a reader remembers: persons by surname, the last subjects, the states in play."""

    def __init__(self, analysis: Analysis, tables: NameTables) -> None:
        self.text = analysis.report.text
        self.tables = tables
        self.persons: dict[str, Actor] = {}
        self.person_order: list[Actor] = []
        self.nations: dict[str, int] = {}
        self.last_pair: tuple[Actor, ...] = ()
        self.groups: dict[int, tuple[Actor, ...]] = {}
        self.blocs: list[Actor] = []
        self.last_subject: tuple[Actor, ...] = ()
        self.here: list[tuple[Phrase, tuple[Actor, ...]]] = []
        self.before: list[tuple[Phrase, tuple[Actor, ...]]] = []
        self.paragraph = -1
        for sentence in analysis.sentences:
            for mention in sentence.mentions:
                if mention.kind in {"name", "demonym", "capital", "people", "institution"}:
                    self.nations[mention.entity] = self.nations.get(mention.entity, 0) + 1

    # -- taking note ---------------------------------------------------------------------------------

    def begin(self, sentence: Sentence) -> None:
        """Start a sentence."""
        self.before = self.here
        self.here = []
        self.paragraph = sentence.paragraph

    def note(self, phrase: Phrase, actors: tuple[Actor, ...]) -> None:
        """Remember a phrase and whom it names."""
        self.here.append((phrase, actors))
        for actor in actors:
            if (actor.entity or "").startswith("person:"):
                self._note_person(actor)
            elif actor.country == "IGO":
                self.blocs.append(actor)

    def _note_person(self, actor: Actor) -> None:
        surname = actor.name.split()[-1].split("-")[-1]
        known = self.persons.get(surname)
        same = known is None or known.country is None or actor.country == known.country
        if same and (known is None or actor.role or not known.role):
            self.persons[surname] = actor
            parts = actor.name.split()
            if len(parts) >= 3 and not parts[0].endswith("."):  # "Yoon Suk Yeol" is Yoon the second time
                self.persons.setdefault(parts[0], actor)
        if actor.entity in {p.entity for p in self.person_order[-1:]}:
            self.person_order.pop()
        self.person_order.append(actor)

    def finish(self, sentence: Sentence, found: Sequence[tuple[Actor, ...]]) -> None:
        """End a sentence: remember its subject and the pair of states it is about."""
        for phrase in sentence.phrases:
            for actor in found[phrase.index]:
                if (actor.entity or "").startswith("person:") and actor.country:
                    self.persons[actor.name.split()[-1].split("-")[-1]] = actor
        for predicate in sentence.predicates:
            subject = [a for p in sentence.group(predicate.subject) for a in found[p.index]]
            if subject and predicate.role in {"main", "content"}:
                self.last_subject = tuple(subject)
                break
        states: dict[str, Actor] = {}
        for actors in found:
            for actor in actors:
                if actor.country and actor.country != "IGO":
                    states.setdefault(actor.country, actor)
        for mention in sentence.mentions:
            if mention.kind in {"name", "demonym"} and mention.entity not in states:
                span = sentence.span(mention.first, mention.last)
                states[mention.entity] = self.tables.actor(
                    mention.entity, "name", span.of(self.text), span.start, span.end
                )
        if len(states) >= 2:
            self.last_pair = tuple(list(states.values())[:2])
        named = states | {a.entity: a for actors in found for a in actors if a.country == "IGO" and a.entity}
        self.groups |= {len(group): tuple(group.values()) for group in (states, named)}

    # -- asking ----------------------------------------------------------------------------------------

    def person(self, surname: str) -> Actor | None:
        """Return the person of that surname that the report has named."""
        return self.persons.get(surname)

    def pronoun(self, sentence: Sentence, phrase: Phrase) -> tuple[Actor, ...]:
        """Return whom a pronoun stands for, under the pronoun's own offsets; () where it is open."""
        return self._speaker_before(sentence, phrase) or self._by_word(sentence, phrase.first)

    def _speaker_before(self, sentence: Sentence, phrase: Phrase) -> tuple[Actor, ...]:
        """ "Germany said it would stay": a neuter or plural subject of what is said is who says it."""
        token = sentence.tokens[phrase.first]
        after = sentence.tokens[phrase.last].tag if phrase.last < len(sentence.tokens) else ""
        if token.lower not in {"it", "they"} or after not in _VERBAL:
            return ()
        k = phrase.first - 1
        while k >= 0 and (sentence.tokens[k].lower == "that" or sentence.tokens[k].tag in {"TIME", "ADV", "PREP"}):
            k -= 1
        if k < 0 or sentence.tokens[k].tag not in {"VBD", "VBZ", "VBN"}:
            return ()
        for other, actors in reversed(self.here):
            if other.last <= k and actors and not other.prep:
                fitting = [a for a in actors if not (a.entity or "").startswith("person:")]
                return tuple(self._here(a, token.text, token.start, token.end) for a in fitting)
        return ()

    def possessor(self, sentence: Sentence, k: int) -> tuple[Actor, ...]:
        """Return whom the possessive at token ``k`` stands for: the subject of its own participle clause first."""
        token = sentence.tokens[k]
        for p in reversed(sentence.predicates):
            if p.role in {"participle", "relative"} and p.last <= k < p.stop and 0 <= p.subject < len(self.here):
                found = self.here[p.subject][1]
                if found and token.lower in _NEUTRAL | _PLURAL:
                    return tuple(self._here(a, token.text, token.start, token.end) for a in found)
        return self._by_word(sentence, k)

    def _by_word(self, sentence: Sentence, k: int) -> tuple[Actor, ...]:
        token = sentence.tokens[k]
        if token.lower in _PERSONAL:
            found = self._last_person()
        elif token.lower in _NEUTRAL:
            found = self._last_neutral()
        elif token.lower in _PLURAL:
            found = self._last_plural()
        else:
            return ()
        return tuple(self._here(a, token.text, token.start, token.end) for a in found)

    def _last_person(self) -> tuple[Actor, ...]:
        for _, actors in self.here:
            for actor in actors:
                if (actor.entity or "").startswith("person:") and not _is_pronoun(actor.text):
                    return (actor,)
        for actor in self.last_subject:
            if (actor.entity or "").startswith("person:"):
                return (actor,)
        if self.person_order:
            return (self.person_order[-1],)
        return tuple(a for a in self.last_subject[:1] if a.role)

    def _last_neutral(self) -> tuple[Actor, ...]:
        for phrase, actors in self.here:
            if (
                not phrase.prep
                and len(actors) == 1
                and not (actors[0].entity or "").startswith("person:")
                and actors[0].country
            ):
                return actors
        subject = [a for a in self.last_subject if not (a.entity or "").startswith("person:")]
        if len(subject) == 1:
            return (subject[0],)
        for _, actors in self.before:
            if len(actors) == 1 and not (actors[0].entity or "").startswith("person:") and actors[0].country:
                return actors
        return tuple(self._state_of(a) for a in self.last_subject[:1] if a.country and a.country != "IGO")

    def _last_plural(self) -> tuple[Actor, ...]:
        for phrase, actors in self.here:
            if not phrase.prep and (
                len(actors) > 1
                or (
                    actors
                    and actors[0].text.lower().endswith(("s", "people", "police"))
                    and not (actors[0].entity or "").startswith("person:")
                )
            ):
                return actors
        if self.last_subject:
            return self.last_subject
        return ()

    def described(self, sentence: Sentence, phrase: Phrase) -> Actor | None:
        """Return whom "the minister", "the president", "the official" takes up again."""
        first = sentence.tokens[phrase.first]
        if first.lower not in {"the", "this", "that"} or phrase.last - phrase.first > 3:
            return None
        head = sentence.tokens[phrase.head]
        for person in reversed(self.person_order):
            if person.role and head.lower in person.role.lower().split():
                return self._here(person, *self._span(sentence, phrase))
        return None

    def only_nation(self, sentence: Sentence, phrase: Phrase, sector: str) -> str | None:
        """Return the state of "the government" where the report speaks of one state only."""
        head = sentence.tokens[phrase.head].lower
        if len(self.nations) == 1 and (
            head in _HOME_NOUNS or sector in {"GOV", "MIL", "COP", "LEG", "JUD", "OPP", "REB", "CVL", "LAB"}
        ):
            return next(iter(self.nations))
        return None

    def collective(self, sentence: Sentence, phrase: Phrase) -> tuple[Actor, ...]:
        """Return the parties of "the two countries", "both sides", "the country", "the alliance"."""
        words = [t.lower for t in sentence.tokens[phrase.first : phrase.last]]
        head = words[-1]
        text, start, end = self._span(sentence, phrase)
        plain = words[:1] == ["the"] and len(words) == 2 and head in _PAIRED
        if head in _BOTH and ("two" in words or "both" in words or plain):
            pair = self._pair_here() or (self._last_two_persons() if head in _OFFICES else ()) or self._leading_pair()
            return tuple(self._here(self._state_of(a), text, start, end) for a in pair)
        if members := self._counted(words):
            return tuple(self._here(self._state_of(a), text, start, end) for a in members)
        if len(words) == 2 and words[0] in {"the", "that", "this"}:
            spoken = self._speakers_nation()
            if head in _NATION_NOUNS and spoken is not None:
                return (self._here(spoken, text, start, end),)
            if head in _NATION_NOUNS:
                return tuple(
                    self._here(self._state_of(a), text, start, end)
                    for a in self._last_neutral()[:1]
                    if a.country != "IGO"
                )
            bloc = self._bloc(head) if head in _BLOC_NOUNS else None
            if bloc is not None:
                return (self._here(bloc, text, start, end),)
        return ()

    def _counted(self, words: list[str]) -> tuple[Actor, ...]:
        """ "The three countries", "the four": so many that a sentence named together last, else all of the report."""
        number = next((_NUMBERS[word] for word in words if word in _NUMBERS), None)
        if number is None or words[0] not in {"the", "all"} or not (words[-1] in _GROUPS or words[-1] in _NUMBERS):
            return ()
        leading = self._leading()
        often = [n for n in leading if 2 * self.nations[n] >= self.nations[leading[0]]]
        whole = often if len(leading) > number else leading
        if number not in self.groups and len(whole) == number:
            return tuple(self.tables.actor(n, "name", n, 0, 0) for n in whole)
        return self.groups.get(number, ())

    def _last_two_persons(self) -> tuple[Actor, ...]:
        """ "Both leaders": the last two persons of different states, of the two that the report is about first."""
        found: dict[str, Actor] = {}
        for person in reversed(self.person_order):
            if person.country and person.country != "IGO":
                found.setdefault(person.country, person)
        leading = [found[n] for n in self._leading()[:2] if n in found]
        return tuple(leading) if len(leading) == 2 else tuple(found.values())[:2] if len(found) >= 2 else ()

    def _leading(self) -> list[str]:
        return sorted(self.nations, key=lambda n: -self.nations[n])

    def _leading_pair(self) -> tuple[Actor, ...]:
        """The pair named last where both are among the states that the report is most about."""
        leading = self._leading()[:3]
        clear = len(leading) < 3 or 2 * self.nations[leading[2]] <= self.nations[leading[1]]
        if len(self.last_pair) == 2 and all(a.country in (leading[:2] if clear else leading) for a in self.last_pair):
            return self.last_pair
        kept = [a for a in self.last_pair if a.country in leading[:2]]
        others = [self.tables.actor(n, "name", n, 0, 0) for n in leading[:2] if n not in {a.country for a in kept}]
        return (*kept, *others)

    def _bloc(self, head: str) -> Actor | None:
        """The organisation of the fitting sort that was named last; a treaty is none."""
        for bloc in reversed(self.blocs):
            kind = self.tables.organisations[bloc.entity].kind if bloc.entity in self.tables.organisations else ""
            if kind != "treaty" and (head != "alliance" or "alliance" in kind):
                return bloc
        return None

    def _speakers_nation(self) -> Actor | None:
        """ "The prime minister promised that the state would …": his own state."""
        for phrase, actors in self.here:
            for actor in actors:
                if (
                    (actor.entity or "").startswith("person:")
                    and actor.country not in {None, "IGO"}
                    and not phrase.prep
                ):
                    return self._state_of(actor)
        return None

    def _pair_here(self) -> tuple[Actor, ...]:
        states: dict[str, Actor] = {}
        for _, actors in self.here:
            for actor in actors:
                if actor.country and actor.country != "IGO":
                    states.setdefault(actor.country, actor)
        return tuple(states.values()) if len(states) == 2 else ()

    def _state_of(self, actor: Actor) -> Actor:
        if not actor.country or actor.country == "IGO":
            return actor
        return self.tables.actor(actor.country, "name", actor.text, actor.start, actor.end)

    def _span(self, sentence: Sentence, phrase: Phrase) -> tuple[str, int, int]:
        span = sentence.span(phrase.first, phrase.last)
        return span.of(self.text), span.start, span.end

    def _here(self, actor: Actor, text: str, start: int, end: int) -> Actor:
        return Actor(
            text=text,
            start=start,
            end=end,
            name=actor.name,
            entity=actor.entity,
            country=actor.country,
            sector=actor.sector,
            role=actor.role,
        )


def _is_pronoun(text: str) -> bool:
    return text.lower() in _PERSONAL | _NEUTRAL | _PLURAL
