"""Whose act a verb tells: its subject phrase, by position, control, relation or inversion."""

from __future__ import annotations

from legation.language.control import CONTENT_VERBS, OBJECT_CONTROL
from legation.language.groups import Group
from legation.language.roles import BACKGROUND, RoleReader

_NOMINATIVE = frozenset({"he", "she", "it", "they", "we", "i"})
# "said that Armenia was free to choose but accused the United States": who is addressed is addressed by the speaker
_ADDRESSING = frozenset(
    "accuse criticise criticize condemn blame denounce welcome praise thank reject dismiss rebuke chide".split()
)


class SubjectReader(RoleReader):
    """Finds the subject phrase of a verb group, -1 where it is open."""

    def _subject(self, index: int, group: Group, role: str, governor: int) -> int:
        if role in {"infinitive", "gerund"}:
            return self._controlled(group, governor)
        if role == "relative":
            return self._antecedent(group)
        if role == "participle":
            ends = self._phrase_ends_at(group.first - 1)
            return ends if ends >= 0 else self._inherited(governor)
        nearby = self._subject_nearby(index, group)
        return nearby if nearby >= 0 else self._subject_further(index, group, role)

    def _subject_nearby(self, index: int, group: Group) -> int:
        """What stands right at the verb: an inverted speaker, a coordinated subject, an adjacent phrase, a pronoun."""
        inverted = self._inverted_subject(group)
        if inverted >= 0:
            return inverted
        if self._word_before(group.first) in {"and", "but", "or"} and index:
            return self._coordinated(index, group)
        if self._lists_verbs(index, group):
            return self._inherited(index - 1)
        adjacent = self._phrase_right_before(group.first)
        if adjacent >= 0:
            return adjacent
        end = self._without_adverbs(group.first)
        pronoun = next((p for p in self.phrases if p.pronoun and p.last == end), None)
        nominative = pronoun is not None and self.tokens[pronoun.first].lower in _NOMINATIVE
        return pronoun.index if pronoun is not None and nominative else -1

    def _lists_verbs(self, index: int, group: Group) -> bool:
        """ "expelled a diplomat, condemned Belarus and praised Poland": the comma joins verbs of one subject."""
        if not index or self.tokens[group.first - 1].text != ",":
            return False
        last = self.out[index - 1]
        ends = any(p.last == group.first - 1 and p.index == last.object for p in self.phrases)
        return ends and last.role in {"main", "content"} and last.form == self.tokens[group.verb].tag

    def _subject_further(self, index: int, group: Group, role: str) -> int:
        """The first free phrase of the clause, a phrase that waits for its verb, or the subject before."""
        start = max(self.groups[index - 1].last if index else 0, self._closed_quotation(0, group))
        found = self._free_phrase(self._last_conjunction(start, group.first), group.first, unused=True)
        if found < 0:
            found = self._free_phrase(start, group.first, unused=True)
        if found >= 0 and self._belongs_to_relative(index, group, found):
            earlier = self._earlier_unused(self.groups[index - 1].first)
            found = earlier if earlier >= 0 else found
        if found >= 0:
            return found
        governed = self._clause_subject(start, group)
        if governed >= 0 and role in {"adverbial", "conditional", "content"}:
            return governed
        earlier = self._earlier_unused(group.first)
        return earlier if earlier >= 0 else self._inherited(index - 1)

    def _closed_quotation(self, start: int, group: Group) -> int:
        """Where the last quotation before a verb of saying closed: its subject stands outside."""
        if self.tokens[group.verb].lemma not in CONTENT_VERBS:
            return start
        for k in range(group.first - 1, start, -1):
            if self.tokens[k].tag == "QUOTE" and self.tokens[k].start == self.tokens[k - 1].end:
                return k
        return start

    def _belongs_to_relative(self, index: int, group: Group, found: int) -> bool:
        """ "Obama, who denounced the attack, said": the relative clause keeps its object."""
        if not index:
            return False
        start = max((p.index for p in self.out if p.role in {"relative", "participle", "gerund"}), default=-1)
        if start < 0 or any(p.role in {"main", "content"} for p in self.out[start + 1 :]):
            return False
        phrase = self.phrases[found]
        return phrase.first >= self.out[start].last and (
            phrase.index in {self.out[index - 1].object, self.out[start].object}
            or self.tokens[group.first - 1].text == ","
        )

    def _coordinated(self, index: int, group: Group) -> int:
        """ "confirmed she had been and said": a second verb of saying takes up the first one's subject."""
        verb = self.tokens[group.verb]
        is_state = any(p.role == "content" and p.lemma == "be" for p in self.out[-2:])
        if verb.lemma in CONTENT_VERBS or (verb.lemma in _ADDRESSING and is_state):
            for p in reversed(self.out):
                if p.role == "main" and p.lemma in CONTENT_VERBS and p.form == verb.tag and p.subject >= 0:
                    return p.subject
        if verb.tag in {"VBD", "VBZ"}:
            for p in reversed(self.out):
                if p.role in {"infinitive", "gerund"}:
                    continue  # "persuaded Laos to share data and asked Chad to wait"
                if p.form == verb.tag and p.subject >= 0 and p.role in {"main", "content"}:
                    return p.subject
                break
        last = self.out[index - 1]
        told = last.role == "content" and (last.perfect or last.modal or last.progressive)
        if told and verb.tag == "VBD" and group.last - group.first == 1:  # "said it had massed tanks and called on"
            for p in reversed(self.out):
                if p.role == "main" and p.form == "VBD" and p.subject >= 0:
                    return p.subject
        return self._inherited(index - 1)

    def _controlled(self, group: Group, governor: int) -> int:
        if governor < 0:
            return -1
        ruler = self.out[governor]
        if group.infinitive or self._tag_before(group.first) == "PREP":
            if ruler.lemma in OBJECT_CONTROL and not ruler.passive:
                if ruler.object >= 0:
                    return ruler.object
                for prep, phrase in ruler.preps:
                    if prep in {"on", "upon", "for"}:
                        return phrase
            return ruler.subject
        if self.tokens[self._without_adverbs(group.first) - 1].text in {",", "”", "--", "—"}:
            return ruler.subject
        ends = self._phrase_ends_at(group.first - 1)
        return ends if ends >= 0 else ruler.subject

    def _antecedent(self, group: Group) -> int:
        for k in range(group.first - 1, -1, -1):
            ends = self._phrase_ends_at(k)
            if ends >= 0:
                return self._top(ends)
        return -1

    def _top(self, index: int) -> int:
        """ "officials of the ministry, who": the head phrase of a chain of "of"."""
        phrase = self.phrases[index]
        if phrase.prep == "of" and index and self.phrases[index - 1].last == phrase.first - 1:
            return self._top(index - 1)
        return index

    def _inherited(self, index: int) -> int:
        while index >= 0:
            predicate = self.out[index]
            if predicate.subject >= 0 and predicate.role not in {"relative", "participle"}:
                return predicate.subject
            index -= 1
        return -1

    def _clause_subject(self, start: int, group: Group) -> int:
        for phrase in self.phrases:
            if (
                start <= phrase.first
                and phrase.last <= group.first
                and phrase.prep in BACKGROUND | {"that", "but", "for"}
            ):
                return phrase.index
        return -1

    def _earlier_unused(self, before: int) -> int:
        for phrase in self.phrases:
            if (
                phrase.last <= before
                and not phrase.prep
                and phrase.index not in self.used
                and phrase.index not in self.joined
            ):
                taken = any(phrase.index in (p.object, p.object2) for p in self.out)
                if not taken:
                    return phrase.index
        return -1

    def _inverted_subject(self, group: Group) -> int:
        """ "”, said the minister": after a closing mark the subject of a verb of saying follows it."""
        before = self.tokens[group.first - 1] if group.first else None
        if before is None or self.tokens[group.verb].lemma not in CONTENT_VERBS:
            return -1
        quoted = before.tag == "QUOTE" or before.text in {"?", "!"}
        plain = before.text == "," and self.tokens[group.verb].lemma in {"say", "report", "write"}
        if not (quoted or plain):
            return -1
        starting = next((p for p in self.phrases if p.first == group.last), None)
        if starting is None or (plain and self._finite_follows(starting.last)):
            return -1
        closes = starting.last >= len(self.tokens) or self.tokens[starting.last].text in {".", ","}
        if plain and (not self.out or (self._earlier_unused(group.first) >= 0 and not closes)):
            return -1
        return starting.index
