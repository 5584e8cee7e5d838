"""What every kind of knowledge is coded from: one report's analysis, links, dates and attributions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.coding.actors.distinct import distinct
from legation.coding.actors.linker import Linker
from legation.coding.attribution.finder import AttributionFinder
from legation.coding.attribution.model import Attribution
from legation.coding.dates.finder import find_dates
from legation.coding.learned.attributions import attributions
from legation.models import Signals
from legation.records import Actor, DateExpression
from legation.records.syntax import Analysis, Mention, Phrase, Predicate, Sentence

_PARTY_KINDS = frozenset({"name", "demonym", "capital", "people", "institution", "organisation", "group", "person"})
_MEMBERS = frozenset({"member", "state", "country", "nation", "capital"})
_CHAIN = frozenset({"of", "by", "from", "against", "on", "with", "for", "in", "to", "between"})
PARTICLES = frozenset(
    "off out up down back over in away aside on down through apart into to from for at with around".split()
)


@dataclass(frozen=True, slots=True)
class Act:
    """A predicate or noun of a sentence as the place of an act.

    ``first``/``last`` are the trigger's tokens; ``predicate`` is None for a noun.
    """

    sentence: Sentence
    predicate: Predicate | None
    first: int
    last: int

    @property
    def start(self) -> int:
        """Character offset of the trigger."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Character offset behind the trigger."""
        return self.sentence.tokens[self.last - 1].end


class Situation:
    """A report ready for coding."""

    def __init__(self, analysis: Analysis, signals: Signals | None = None) -> None:
        self.signals = signals
        self.analysis = analysis
        self.report = analysis.report
        self.text = analysis.report.text
        self._argument_words: dict[tuple[int, int, int], set[str]] = {}
        self.linker = Linker(analysis, analysis.report.published_on)
        self.dates: list[DateExpression] = find_dates(self.text, analysis.report.published_on)
        by_rules = AttributionFinder(analysis, self.linker).find()
        self.attributions: tuple[Attribution, ...] = (
            by_rules if signals is None else attributions(analysis, self.linker, signals, by_rules)
        )
        self._near = self._by_sentence()

    def _by_sentence(self) -> list[list[Attribution]]:
        near: list[list[Attribution]] = [[] for _ in self.analysis.sentences]
        for attribution in self.attributions:
            touched = {attribution.sentence}
            for span in attribution.content:
                touched.update(range(self._sentence_at(span.start), self._sentence_at(span.end - 1) + 1))
            for index in touched:
                near[index].append(attribution)
        return near

    def _sentence_at(self, position: int) -> int:
        return max(bisect_right(self.analysis.sentences, position, key=lambda s: s.start) - 1, 0)

    def near(self, position: int) -> Sequence[Attribution]:
        """Return the attributions whose cue or content touches the sentence of a character, in order."""
        return self._near[self._sentence_at(position)] if self._near else ()

    def dates_in(self, sentence: Sentence) -> list[DateExpression]:
        """Return the time expressions of a sentence, in order."""
        first = bisect_left(self.dates, sentence.start, key=lambda d: d.start)
        return self.dates[first : bisect_left(self.dates, sentence.end, key=lambda d: d.start)]

    # -- words -------------------------------------------------------------------------------------

    def words(self, sentence: Sentence, first: int, last: int) -> set[str]:
        """Return lower-case words, lemmas and hyphen-joined pairs of a stretch of tokens."""
        out: set[str] = set()
        previous = ""
        for token in sentence.tokens[first:last]:
            lemma = token.lemma if token.tag != "NAME" else token.lower
            out.update((token.lower, lemma))
            if previous:
                out.update((f"{previous}-{token.lower}", f"{previous}-{lemma}"))
            previous = token.lower
            if "-" in token.lower and len(token.lower) > 3:
                out.update(token.lower.split("-"))
        return out

    def phrase_words(self, sentence: Sentence, index: int) -> set[str]:
        """Return the words of a phrase and those coordinated with it."""
        out: set[str] = set()
        for phrase in sentence.group(index):
            out |= self.words(sentence, phrase.first, phrase.last)
        return out

    def argument_words(self, sentence: Sentence, predicate: Predicate, width: int = 12) -> set[str]:
        """Return the words behind a verb up to where its arguments end, and of a passive's subject."""
        key = (sentence.index, predicate.index, width)
        known = self._argument_words.get(key)
        if known is None:
            known = self.words(sentence, predicate.last, min(predicate.stop, predicate.last + width))
            if predicate.passive and predicate.subject >= 0:
                known |= self.phrase_words(sentence, predicate.subject)
            self._argument_words[key] = known
        return known

    def particle(self, sentence: Sentence, predicate: Predicate) -> str:
        """Return the particle of a verb ("hand over"), "" for none."""
        for k in (predicate.last, predicate.last + 1):
            if k < len(sentence.tokens) and sentence.tokens[k].lower in PARTICLES:
                return sentence.tokens[k].lower
            if k >= len(sentence.tokens) or sentence.tokens[k].tag not in {"ADV", "PRON", "NAME"}:
                break
        if predicate.object >= 0:
            k = sentence.phrases[predicate.object].last
            if k < len(sentence.tokens) and sentence.tokens[k].lower in {
                "over",
                "out",
                "off",
                "down",
                "back",
                "up",
                "away",
            }:
                return sentence.tokens[k].lower
        return ""

    # -- parties -----------------------------------------------------------------------------------

    def actors(self, sentence: Sentence, index: int) -> tuple[Actor, ...]:
        """Return whom a phrase names (see Linker.actors)."""
        return self.linker.actors(sentence, index)

    def parties(self, sentence: Sentence, index: int, *, chain: bool = True) -> tuple[Actor, ...]:
        """Return whom a phrase names, or whose it is, or whom "of …" hangs on it."""
        if index < 0:
            return ()
        found: list[Actor] = []
        for phrase in sentence.group(index):
            found.extend(self._parties_of(sentence, phrase, chain=chain))
        return distinct(found)

    def _parties_of(self, sentence: Sentence, phrase: Phrase, *, chain: bool) -> tuple[Actor, ...]:
        linked = [a for a in self.linker.single(sentence, phrase.index) if a.country or a.entity]
        if linked:
            return tuple(linked)
        inside = self.inside(sentence, phrase)
        if inside:
            return inside
        if chain:
            for following in self.hanging(sentence, phrase):
                found = self.parties(sentence, following.index, chain=False)
                if found:
                    return found
        return ()

    def inside(self, sentence: Sentence, phrase: Phrase) -> tuple[Actor, ...]:
        """Return the parties named or owned within a phrase that is itself no actor ("Iraq's proposal")."""
        found: list[Actor] = []
        for k in range(phrase.first, phrase.last):
            token = sentence.tokens[k]
            if token.tag == "POSS" and token.lower in {"its", "their"}:
                found.extend(self.linker.memory_possessor(sentence, k))
            elif token.tag == "GEN":
                named = self.linker.memory.person(sentence.tokens[k - 1].text)
                if named is not None:
                    found.append(named)
        found.extend(self.linker.of_mention(sentence, m) for m in self.mentions(sentence, phrase.first, phrase.last))
        return distinct(found)

    def mentions(self, sentence: Sentence, first: int, last: int) -> Sequence[Mention]:
        """Return the mentions of possible parties within a stretch, those who merely lead or back left out."""
        found = [m for m in sentence.mentions if m.first >= first and m.last <= last and m.kind in _PARTY_KINDS]
        if any(t.lemma in _MEMBERS and t.tag == "NOUN" for t in sentence.tokens[first:last]):
            found = [m for m in found if m.kind != "organisation"]  # "EU members" are not the EU
        return self.linker.own_bearers(sentence, found)

    def hanging(self, sentence: Sentence, phrase: Phrase) -> Iterator[Phrase]:
        """Yield the phrases that hang on a phrase by prepositions right behind it, up to three."""
        end = phrase.last
        for following in sentence.phrases[phrase.index + 1 : phrase.index + 4]:
            gap = following.first - end
            if following.prep not in _CHAIN or gap > 2:
                return
            yield following
            end = following.last

    def after(self, sentence: Sentence, first: int, last: int) -> tuple[Actor, ...]:
        """Return the parties named in a stretch of tokens, in order."""
        found: list[Actor] = []
        for phrase in sentence.phrases:
            if phrase.first >= first and phrase.last <= last:
                found.extend(self._parties_of(sentence, phrase, chain=False))
        return distinct(found)

    def bloc_before(self, sentence: Sentence) -> Actor | None:
        """Return the organisation that the report named last before a sentence, two sentences back at most."""
        for earlier in reversed(self.analysis.sentences[max(0, sentence.index - 2) : sentence.index]):
            for mention in reversed(earlier.mentions):
                if mention.kind == "organisation":
                    return self.linker.of_mention(earlier, mention)
        return None

    # -- complements -------------------------------------------------------------------------------

    def complement(self, sentence: Sentence, predicate: Predicate) -> Predicate | None:
        """Return the infinitive or clause that a verb governs, None for none."""
        for following in sentence.predicates[predicate.index + 1 : predicate.index + 3]:
            if following.governor == predicate.index and following.role in {"infinitive", "content"}:
                return following
            if following.role in {"main", "relative"}:
                return None
        return None
