"""What a verb group depends on: main clause, content, relative, adverbial, conditional, infinitive, participle."""

from __future__ import annotations

from legation.language.control import CONTENT_VERBS, OBJECT_CONTROL
from legation.language.groups import Group
from legation.language.surroundings import Surroundings
from legation.records.syntax import Predicate

BACKGROUND = frozenset(
    {"after", "before", "since", "until", "till", "when", "while", "as", "following", "once", "where"}
)
_NEVER_PASSIVE = frozenset("stand go come speak talk travel arrive abide live".split())
_CONDITION = frozenset({"if", "unless", "provided", "lest", "whether"})


class RoleReader(Surroundings):
    """Finds the role, the linking word and the governor of a verb group."""

    def _role(self, index: int, group: Group) -> tuple[str, str, int]:
        before = self._word_before(group.first)
        governor = index - 1
        if group.infinitive:
            return "infinitive", before, self._nearest_governor(index, group)
        if not group.finite:
            return self._nonfinite(index, group, before)
        shared = self._shares_role(index, group)
        if shared is not None:
            return shared.role, shared.link, shared.governor
        tagged = self._tag_before(group.first)
        if tagged == "REL" or (before == "that" and self._phrase_ends_at(group.first - 1) >= 0):
            return "relative", before, governor
        if self._reduced_relative(index, group):
            return "participle", "", governor
        link, _ = self._subordinator(index, group)
        if link in _CONDITION:
            return "conditional", link, self._nearest_governor(index, group)
        if link in {"which", "who", "whom", "whose"}:
            return "relative", link, governor
        if link in {"that", ""} and self._content_of(index, group, link):
            return "content", link, governor
        if link and link != "that":
            return "adverbial", link, governor
        return "main", "", self._coordinate(index, group)

    def _nonfinite(self, index: int, group: Group, before: str) -> tuple[str, str, int]:
        verb = self.tokens[group.verb]
        governor = self._nearest_governor(index, group)
        if verb.tag == "VBG" or self.tokens[group.first].lower in {"having", "being"}:
            tagged = self._tag_before(group.first)
            return "gerund", before if tagged in {"PREP", "TO"} else "", governor
        return "participle", "", governor

    def _shares_role(self, index: int, group: Group) -> Predicate | None:
        """ "to lift curbs and open the border": a bare second verb goes with the first."""
        verb = self.tokens[group.verb]
        if not index or self._word_before(group.first) not in {"and", "or"} or group.last - group.first != 1:
            return None
        first = self.out[index - 1]
        same = first.form == verb.tag or (first.form, verb.tag) == ("VBN", "VBD")
        if first.role in {"infinitive", "gerund"} and same and verb.tag != "VBD":
            return first
        return first if first.role == "gerund" and first.form == "VBN" and verb.tag in {"VBN", "VBD"} else None

    def _nearest_governor(self, index: int, group: Group) -> int:
        """The verb before; for an infinitive behind a relative clause the verb that the clause's noun belongs to."""
        governor = index - 1
        while governor > 0 and group.infinitive and self.out[governor].role in {"relative", "participle"}:
            if self.out[governor].last == group.first or self.out[governor].lemma in OBJECT_CONTROL:
                break
            governor -= 1
        return governor if index else -1

    def _coordinate(self, index: int, group: Group) -> int:
        """ "signed the pact and left": the second verb is coordinated with the first."""
        before = self._word_before(group.first)
        return index - 1 if index and before in {"and", "but", "or"} else -1

    def _reduced_relative(self, index: int, group: Group) -> bool:
        """ "a plan proposed by France failed": a past form without auxiliary that is a participle."""
        verb = self.tokens[group.verb]
        if verb.tag != "VBD" or group.last - group.first != 1 or self._phrase_ends_at(group.first - 1) < 0:
            return False
        after = self.tokens[group.last].lower if group.last < len(self.tokens) else ""
        ends = self._phrase_ends_at(group.first - 1)
        if self._likely_participle(index, group):
            return True
        before = self.tokens[group.first - 1].text
        if before == "," and index and self._no_object(group) and self._unclaimed(group.first) < 0:
            return self.out[index - 1].role != "relative" and verb.lemma not in CONTENT_VERBS
        if after == "by" and self._no_object(group) and verb.lemma not in CONTENT_VERBS:
            ruled = index > 0 and self.tokens[self.groups[index - 1].verb].lemma in CONTENT_VERBS
            return (
                not (ruled and self.phrases[ends].first <= self.groups[index - 1].last + 1)
                and verb.lemma not in _NEVER_PASSIVE
            )
        free = not self.phrases[ends].prep and ends not in self.used
        if index and not free and self._no_object(group) and ends not in self.used:
            previous = self.out[index - 1]
            governed = previous.object == ends or any(p == ends for _, p in previous.preps)
            return governed and previous.lemma not in CONTENT_VERBS
        following = self.groups[index + 1] if index + 1 < len(self.groups) else None
        return (
            following is not None
            and following.finite
            and self._no_object(group)
            and not self._boundary(group.last, following.first)
            and self._free_phrase(group.last, following.first) < 0
            and self._word_before(following.first) not in {"and", "but", "or"}
        )

    def _unclaimed(self, before: int) -> int:
        """A free phrase before that no verb has for subject or object yet: it still waits for its verb."""
        claimed = self.used | {i for p in self.out for i in (p.object, p.object2)}
        for phrase in self.phrases:
            free = not phrase.prep and phrase.index not in self.joined and not self._tells_time(phrase)
            if phrase.last <= before and free and phrase.index not in claimed:
                return phrase.index
        return -1

    def _likely_participle(self, index: int, group: Group) -> bool:
        """ "a meeting aimed at", "a lunch hosted by": behind a governed phrase, no object of its own."""
        verb = self.tokens[group.verb]
        if (
            verb.tag != "VBD"
            or group.last - group.first != 1
            or verb.lemma in CONTENT_VERBS
            or group.last >= len(self.tokens)
        ):
            return False
        phrase = next((p for p in self.phrases if p.last == group.first), None)
        if phrase is None or phrase.pronoun or self.tokens[group.last].tag not in {"PREP", "TO"}:
            return False
        if not index and phrase.prep and self.tokens[0].lower == phrase.prep:
            return True  # "In a cable sent on Friday the government …"
        if not index:
            following = self.groups[1] if len(self.groups) > 1 else None
            return (
                following is not None
                and following.finite
                and not self._boundary(group.last, following.first)
                and self._free_phrase(group.last, following.first) < 0
                and self._word_before(following.first) not in {"and", "but", "or"}
            )
        if len(self.out) >= index and self._unclaimed(group.first) >= 0:
            return False
        previous = self.groups[index - 1]
        if self._boundary(previous.last, group.first) or self._joins_clauses(previous.last, group.first):
            return False
        return self.tokens[previous.verb].lemma not in CONTENT_VERBS or bool(phrase.prep)

    def _subordinator(self, index: int, group: Group) -> tuple[str, int]:
        """The subordinating word between the previous verb group and this one, and where it stands."""
        start = self.groups[index - 1].last if index else 0
        for k in range(group.first - 1, start - 1, -1):
            token = self.tokens[k]
            if token.tag in {"SUB", "REL"} or (token.lower == "that" and self._is_conjunction(k)):
                return token.lower, k
            if token.tag == "PREP" and token.lower in BACKGROUND and self._opens_clause(k, group):
                return token.lower, k
            if token.text == ";":
                return "", -1
            if token.text == "," and self._free_phrase(k, group.first) < 0 and k > start:
                continue
        return "", -1

    def _opens_clause(self, k: int, group: Group) -> bool:
        """ "after Iran attacked": no other phrase stands free between the verb and the word's own."""
        free = [
            p.index
            for p in self.phrases
            if k < p.first and p.last <= group.first and (not p.prep or p.first == k + 1) and p.index not in self.joined
        ]
        return len(free) == 1 and not any(t.text == "," for t in self.tokens[k : group.first])

    def _is_conjunction(self, k: int) -> bool:
        before = self.tokens[k - 1].tag if k else ""
        return before not in {"PREP", "TO"}

    def _content_of(self, index: int, group: Group, link: str) -> bool:
        if not index:
            return False
        previous = self.groups[index - 1]
        lemma = self.tokens[previous.verb].lemma
        if link == "that":
            return True
        if lemma not in CONTENT_VERBS or self._boundary(previous.last, group.first):
            return False
        if self._free_phrase(previous.last, group.first) >= 0:
            return True
        return previous.last < len(self.tokens) and self.tokens[previous.last].lower == "there"
