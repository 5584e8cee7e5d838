"""Looking around in a sentence: what stands before and behind a verb group."""

from __future__ import annotations

from collections.abc import Sequence

from legation.language.groups import Group, find_groups
from legation.records.syntax import Phrase, Predicate, Token

_HANGING = frozenset({"of", "to", "for", "in", "at", "from", "with", "on"})
_TIME_UNITS = frozenset("week month year day night morning weekend time hour decade evening afternoon".split())
_TIME_MARKS = frozenset("last next this that each every earlier later the a one two three".split())


class Surroundings:
    """Tokens, phrases and verb groups of a sentence, with the predicates read so far."""

    def __init__(self, tokens: Sequence[Token], phrases: Sequence[Phrase]) -> None:
        self.tokens = tokens
        self.phrases = phrases
        self.groups = find_groups(tokens, phrases)
        self.joined = {j for p in phrases for j in p.joined}
        self.used: set[int] = set()
        self.out: list[Predicate] = []

    def _word_before(self, i: int) -> str:
        k = i - 1
        while k >= 0 and self.tokens[k].tag in {"ADV", "QUOTE"}:
            k -= 1
        return self.tokens[k].lower if k >= 0 else ""

    def _tag_before(self, i: int) -> str:
        k = i - 1
        while k >= 0 and (self.tokens[k].tag in {"ADV", "QUOTE", "TIME"}):
            k -= 1
        return self.tokens[k].tag if k >= 0 else ""

    def _phrase_ends_at(self, k: int) -> int:
        """The phrase that ends right at token ``k``, closing marks, commas and "that/who" passed over."""
        ends = {phrase.last: phrase.index for phrase in self.phrases}
        while k >= 0 and k + 1 not in ends:
            passed = self.tokens[k].tag in {"QUOTE", "REL", "ADV", "TIME"} or self.tokens[k].lower in {
                "that",
                ",",
            }
            if not passed:
                return -1
            k -= 1
        return ends.get(k + 1, -1)

    def _phrase_starting(self, k: int) -> int:
        while k < len(self.tokens) and self.tokens[k].tag in {"ADV", "QUOTE"}:
            k += 1
        for phrase in self.phrases:
            if phrase.first == k:
                return phrase.index
        return -1

    def _free_phrase(self, start: int, end: int, *, unused: bool = False) -> int:
        for phrase in self.phrases:
            if phrase.first >= start and phrase.last <= end and not phrase.prep and phrase.index not in self.joined:
                if unused and (phrase.index in self.used or self._tells_time(phrase)):
                    continue
                return phrase.index
        return -1

    def _tells_time(self, phrase: Phrase) -> bool:
        """ "Last week, they …": a phrase of time is nobody's subject."""
        first, head = self.tokens[phrase.first].lower, self.tokens[phrase.head].lemma
        alone = phrase.last - phrase.first == 1
        return head in _TIME_UNITS and (first in _TIME_MARKS or alone) and phrase.last - phrase.first <= 4

    def _boundary(self, start: int, end: int) -> bool:
        return any(t.text in {";", ":", ","} or t.tag in {"SUB", "REL"} for t in self.tokens[start:end])

    def _comma_between(self, start: int, end: int) -> bool:
        return any(t.text in {",", "(", "--", "—", "–"} for t in self.tokens[start:end])

    def _phrase_right_before(self, i: int) -> int:
        """A free phrase that ends right before token ``i`` and begins its clause (", X said")."""
        ends = {p.last: p for p in self.phrases}
        while i > 0:
            while i > 0 and self.tokens[i - 1].tag in {"ADV", "TIME"}:
                i -= 1
            phrase = ends.get(i)
            if phrase is None:
                return -1
            if phrase.prep and phrase.prep in _HANGING:  # "an aide to the president said"
                i = phrase.first - 1
                continue
            if not phrase.prep and phrase.index not in self.joined:
                k = phrase.first - 1
                while k >= 0 and self.tokens[k].tag == "ADV":
                    k -= 1
                before = self.tokens[k].text if k >= 0 else ","
                return phrase.index if before in {",", "”", '"', "''", ";", ":", "--", "—"} else -1
            return -1
        return -1

    def _last_conjunction(self, start: int, end: int) -> int:
        """The last "and", "but" or ";" between phrases: what stands before it belongs to the clause before."""
        inside = {k for p in self.phrases for k in range(p.first, p.last)}
        joining = {self.phrases[j].first - 1 for j in self.joined}
        for k in range(end - 1, start - 1, -1):
            token = self.tokens[k]
            if (token.tag in {"CONJ", "SUB"} or token.text in {";", ":"}) and k not in inside and k not in joining:
                return k
        return start

    def _finite_follows(self, k: int) -> bool:
        return k < len(self.tokens) and self.tokens[k].tag in {"MODAL", "BE", "HAVE", "VBD", "VBZ", "DO"}

    def _without_adverbs(self, i: int) -> int:
        while i > 0 and self.tokens[i - 1].tag == "ADV":
            i -= 1
        return i

    def _no_object(self, group: Group) -> bool:
        after = self._phrase_starting(group.last)
        return after < 0

    def _joins_clauses(self, start: int, end: int) -> bool:
        joining = {self.phrases[j].first - 1 for j in self.joined}
        return any(self.tokens[k].tag == "CONJ" and k not in joining for k in range(start, end))
