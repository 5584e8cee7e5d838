"""Predicates: each verb with its subject, object and prepositional phrases, by a shallow reading.

The reading goes once from left to right over verb groups and noun phrases.  It is meant to be right
where news prose is plain and to stay silent (-1) where it is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from legation.records.syntax import Phrase, Predicate, Token

_FINITE = frozenset({"VBD", "VBZ", "VB"})
_VERBAL = frozenset({"VB", "VBZ", "VBD", "VBN", "VBG"})
_AUXILIARY = frozenset({"MODAL", "BE", "HAVE", "DO", "NEG", "ADV", "TO"})
_BACKGROUND = frozenset(
    {"after", "before", "since", "until", "till", "when", "while", "as", "following", "once", "where"}
)
_HANGING = frozenset({"of", "to", "for", "in", "at", "from", "with", "on"})
_TIME_UNITS = frozenset("week month year day night morning weekend time hour decade evening afternoon".split())
_TIME_MARKS = frozenset("last next this that each every earlier later the a one two three".split())
_CONDITION = frozenset({"if", "unless", "provided", "lest", "whether"})
# verbs whose object is the subject of the infinitive or gerund that follows
OBJECT_CONTROL = frozenset(
    "urge ask order tell call request require press pressure force compel persuade convince allow permit enable help"
    " invite advise warn encourage instruct direct command authorise authorize push implore beg want expect cause"
    " forbid bar prevent stop prohibit ban accuse suspect blame criticise criticize condemn fault see hear let make".split()
)
CONTENT_VERBS = frozenset(
    "say tell report add state announce declare claim argue insist deny confirm believe think hope know warn note"
    " suggest demand propose agree promise pledge vow predict expect fear show mean indicate reveal acknowledge admit"
    " allege assert stress recommend decide rule learn hear understand see find feel explain write hint recall repeat"
    " maintain contend complain conclude estimate boast signal threaten wish urge request".split()
)


class Group(NamedTuple):
    """A verb group: its tokens, the lexical verb, and what its auxiliaries say."""

    first: int
    last: int
    verb: int
    finite: bool
    infinitive: bool
    passive: bool
    progressive: bool
    perfect: bool
    modal: str
    negated: bool


def find_groups(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> list[Group]:
    """Return the verb groups of a sentence in order."""
    inside = {k for p in phrases for k in range(p.first, p.last)}
    groups: list[Group] = []
    i = 0
    while i < len(tokens):
        if i not in inside and (
            tokens[i].tag in _VERBAL or tokens[i].tag in {"MODAL", "BE", "HAVE", "DO", "TO", "NEG"}
        ):
            group = _group(tokens, i, inside)
            if group is not None:
                groups.append(group)
                i = group.last
                continue
        i += 1
    return groups


def _group(tokens: Sequence[Token], start: int, inside: set[int]) -> Group | None:
    i, verb = start, -1
    while i < len(tokens) and i not in inside:
        tag = tokens[i].tag
        if tag == "TO" and i > start:
            break
        if tag in _VERBAL:
            verb = i
            i += 1
            break
        if tag not in _AUXILIARY and not (tag == "QUOTE" and i > start):
            break
        i += 1
    words = tokens[start:i]
    if verb < 0:
        verb = next((k for k in range(i - 1, start - 1, -1) if tokens[k].tag in {"BE", "HAVE", "DO"}), -1)
        if verb < 0:
            return None
        i = verb + 1
        words = tokens[start:i]
    return _describe(tokens, start, i, verb, words)


def _describe(tokens: Sequence[Token], start: int, end: int, verb: int, words: Sequence[Token]) -> Group:
    tags = [t.tag for t in words]
    be = any(t.tag == "BE" for t in words if t.start < tokens[verb].start)
    form = tokens[verb].tag
    infinitive = "TO" in tags
    modal = next((t.lower for t in words if t.tag == "MODAL"), "")
    helped = any(t.tag in {"MODAL", "BE", "HAVE", "DO"} for t in words)
    finite = not infinitive and (helped or form in _FINITE) and not _bare_participle(words, form)
    return Group(
        start,
        end,
        verb,
        finite,
        infinitive,
        be and form in {"VBN", "VBD"},
        be and form == "VBG",
        any(t.tag == "HAVE" for t in words if t.start < tokens[verb].start),
        modal,
        any(t.tag == "NEG" for t in words) or modal == "cannot",
    )


def _bare_participle(words: Sequence[Token], form: str) -> bool:
    if form == "VBG" and not any(t.tag in {"BE"} and t.lower not in {"being", "be"} for t in words):
        return not any(t.tag == "MODAL" for t in words)
    if form == "VBN" and not any(t.tag in {"BE", "HAVE", "MODAL"} for t in words):
        return True
    return words[0].lower in {"being", "having"}


class _Reader:
    """State of the left-to-right reading of one sentence."""

    def __init__(self, tokens: Sequence[Token], phrases: Sequence[Phrase]) -> None:
        self.tokens = tokens
        self.phrases = phrases
        self.groups = find_groups(tokens, phrases)
        self.joined = {j for p in phrases for j in p.joined}
        self.used: set[int] = set()
        self.out: list[Predicate] = []

    def run(self) -> list[Predicate]:
        for index, group in enumerate(self.groups):
            self.out.append(self._predicate(index, group))
        return self.out

    def _predicate(self, index: int, group: Group) -> Predicate:
        role, link, governor = self._role(index, group)
        subject = self._subject(index, group, role, governor)
        object_, object2, preps, stop = self._arguments(index, group)
        verb = self.tokens[group.verb]
        predicate = Predicate(
            index=index,
            verb=group.verb,
            first=group.first,
            last=group.last,
            lemma=verb.lemma,
            form=verb.tag,
            passive=group.passive or role == "participle" and verb.tag in {"VBN", "VBD"},
            progressive=group.progressive,
            perfect=group.perfect,
            modal=group.modal,
            negated=group.negated,
            role=role,
            governor=governor,
            link=link,
            subject=subject,
            object=object_,
            object2=object2,
            preps=tuple(preps),
            stop=stop,
        )
        if subject >= 0 and role not in {"participle", "relative"}:
            self.used.add(subject)
        if subject == object_ >= 0:
            predicate = replace(predicate, object=-1)
        return predicate

    # -- what the verb group depends on -------------------------------------------------------

    def _role(self, index: int, group: Group) -> tuple[str, str, int]:
        before = self._word_before(group.first)
        governor = index - 1
        if group.infinitive:
            return "infinitive", before, self._nearest_governor(index, group)
        if not group.finite:
            return self._nonfinite(index, group, before)
        tagged = self._tag_before(group.first)
        if tagged == "REL" or (before == "that" and self._phrase_ends_at(group.first - 1) >= 0):
            return "relative", before, governor
        if self._reduced_relative(index, group):
            return "participle", "", governor
        link, position = self._subordinator(index, group)
        if link in _CONDITION:
            return "conditional", link, self._nearest_governor(index, group)
        if link in {"which", "who", "whom", "whose"}:
            return "relative", link, governor
        if link in {"that", ""} and self._content_of(index, group, position, link):
            return "content", link, governor
        if link and link != "that":
            return "adverbial", link, governor
        return "main", "", self._coordinate(index, group)

    def _nonfinite(self, index: int, group: Group, before: str) -> tuple[str, str, int]:
        verb = self.tokens[group.verb]
        governor = self._nearest_governor(index, group)
        if verb.tag == "VBG":
            tagged = self._tag_before(group.first)
            return "gerund", before if tagged in {"PREP", "TO"} else "", governor
        return "participle", "", governor

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
        if before == "," and index and self._no_object(group):
            return self.out[index - 1].role != "relative" and verb.lemma not in CONTENT_VERBS
        if after == "by" and self._no_object(group) and verb.lemma not in CONTENT_VERBS:
            ruled = index > 0 and self.tokens[self.groups[index - 1].verb].lemma in CONTENT_VERBS
            return not (ruled and self.phrases[ends].first <= self.groups[index - 1].last + 1) and verb.lemma not in {"stand", "go", "come"}
        free = not self.phrases[ends].prep and ends not in self.used
        if index and not free and self._no_object(group) and ends not in self.used:
            previous = self.out[index - 1]
            governed = previous.object in {ends} or any(p == ends for _, p in previous.preps)
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

    def _likely_participle(self, index: int, group: Group) -> bool:
        """"a meeting aimed at", "a lunch hosted by": right behind a governed phrase, with a preposition and no object."""
        verb = self.tokens[group.verb]
        if verb.tag != "VBD" or group.last - group.first != 1 or verb.lemma in CONTENT_VERBS or group.last >= len(self.tokens):
            return False
        phrase = next((p for p in self.phrases if p.last == group.first), None)
        if phrase is None or phrase.pronoun or self.tokens[group.last].tag not in {"PREP", "TO"}:
            return False
        if not index:
            following = self.groups[1] if len(self.groups) > 1 else None
            return (
                following is not None
                and following.finite
                and not self._boundary(group.last, following.first)
                and self._free_phrase(group.last, following.first) < 0
                and self._word_before(following.first) not in {"and", "but", "or"}
            )
        previous = self.groups[index - 1]
        if self._boundary(previous.last, group.first) or self._joins_clauses(previous.last, group.first):
            return False
        return self.tokens[previous.verb].lemma not in CONTENT_VERBS or bool(phrase.prep)

    def _joins_clauses(self, start: int, end: int) -> bool:
        joining = {self.phrases[j].first - 1 for j in self.joined}
        return any(self.tokens[k].tag == "CONJ" and k not in joining for k in range(start, end))

    def _no_object(self, group: Group) -> bool:
        after = self._phrase_starting(group.last)
        return after < 0

    def _subordinator(self, index: int, group: Group) -> tuple[str, int]:
        """The subordinating word between the previous verb group and this one, and where it stands."""
        start = self.groups[index - 1].last if index else 0
        for k in range(group.first - 1, start - 1, -1):
            token = self.tokens[k]
            if token.tag in {"SUB", "REL"} or (token.lower == "that" and self._is_conjunction(k)):
                return token.lower, k
            if token.tag == "PREP" and token.lower in _BACKGROUND and self._opens_clause(k, group):
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
            if k < p.first
            and p.last <= group.first
            and (not p.prep or p.first == k + 1)
            and p.index not in self.joined
        ]
        return len(free) == 1 and not any(t.text == "," for t in self.tokens[k : group.first])

    def _is_conjunction(self, k: int) -> bool:
        before = self.tokens[k - 1].tag if k else ""
        return before not in {"PREP", "TO"}

    def _content_of(self, index: int, group: Group, position: int, link: str) -> bool:
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

    # -- arguments ------------------------------------------------------------------------------

    def _subject(self, index: int, group: Group, role: str, governor: int) -> int:
        if role in {"infinitive", "gerund"}:
            return self._controlled(index, group, governor)
        if role == "relative":
            return self._antecedent(group)
        if role == "participle":
            ends = self._phrase_ends_at(group.first - 1)
            return ends if ends >= 0 else self._inherited(governor)
        inverted = self._inverted_subject(group)
        if inverted >= 0:
            return inverted
        start = self.groups[index - 1].last if index else 0
        if self._word_before(group.first) in {"and", "but", "or"} and index:
            return self._coordinated(index, group)
        adjacent = self._phrase_right_before(group.first)
        if adjacent >= 0 and self.tokens[group.verb].lemma in CONTENT_VERBS:
            return adjacent
        start = max(start, self._closed_quotation(start, group))
        pronoun = next((p.index for p in self.phrases if p.pronoun and p.last == self._without_adverbs(group.first)), -1)
        if pronoun >= 0 and self.tokens[self.phrases[pronoun].first].lower in {"he", "she", "it", "they", "we", "i"}:
            return pronoun
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
        if earlier >= 0 and self._word_before(group.first) not in {"and", "but", "or"}:
            return earlier
        return self._inherited(index - 1)

    def _closed_quotation(self, start: int, group: Group) -> int:
        """Where the last quotation before a verb of saying closed: its subject stands outside."""
        if self.tokens[group.verb].lemma not in CONTENT_VERBS:
            return start
        for k in range(group.first - 1, start, -1):
            if self.tokens[k].tag == "QUOTE" and self.tokens[k].start == self.tokens[k - 1].end:
                return k
        return start

    def _belongs_to_relative(self, index: int, group: Group, found: int) -> bool:
        """"Obama, who denounced the attack, said": the relative clause keeps its object."""
        if not index:
            return False
        start = max((p.index for p in self.out if p.role in {"relative", "participle", "gerund"}), default=-1)
        if start < 0 or any(p.role in {"main", "content"} for p in self.out[start + 1 :]):
            return False
        phrase = self.phrases[found]
        return phrase.first >= self.out[start].last and (
            phrase.index in {self.out[index - 1].object, self.out[start].object} or self.tokens[group.first - 1].text == ","
        )

    def _coordinated(self, index: int, group: Group) -> int:
        """"confirmed she had been and said": a second verb of saying takes up the first one's subject."""
        verb = self.tokens[group.verb]
        if verb.lemma in CONTENT_VERBS:
            for p in reversed(self.out):
                if p.role == "main" and p.lemma in CONTENT_VERBS and p.form == verb.tag and p.subject >= 0:
                    return p.subject
        return self._inherited(index - 1)

    def _without_adverbs(self, i: int) -> int:
        while i > 0 and self.tokens[i - 1].tag == "ADV":
            i -= 1
        return i

    def _controlled(self, index: int, group: Group, governor: int) -> int:
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
                and phrase.prep in _BACKGROUND | {"that", "but", "for"}
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
                taken = any(p.object == phrase.index or p.object2 == phrase.index for p in self.out)
                if not taken:
                    return phrase.index
        return -1

    def _arguments(self, index: int, group: Group) -> tuple[int, int, list[tuple[str, int]], int]:
        stop = self._stop(index, group)
        free: list[int] = []
        preps: list[tuple[str, int]] = []
        for phrase in self.phrases:
            if phrase.first < group.last or phrase.first >= stop or phrase.index in self.joined:
                continue
            if phrase.prep:
                preps.append((phrase.prep, phrase.index))
            elif not self._comma_between(group.last, phrase.first):
                free.append(phrase.index)
        first = free[0] if free else -1
        second = (
            free[1] if len(free) > 1 and self.phrases[free[0]].last == self.phrases[free[1]].first else -1
        )
        return first, second, preps, stop

    def _stop(self, index: int, group: Group) -> int:
        """Where the arguments of a verb end: at the next finite verb's clause, a semicolon, a relative."""
        limit = len(self.tokens)
        for number, following in enumerate(self.groups[index + 1 :], index + 1):
            if following.finite and self._likely_participle(number, following):
                limit = following.first
                break
            if following.finite:
                bare = self.tokens[following.verb].tag == "VBD" and following.last - following.first == 1
                if bare and self.tokens[following.first - 1].text == "," and self._no_object(following):
                    limit = following.first - 1
                    break
                limit = self._clause_start(group.last, following)
                break
            if following.infinitive or self.tokens[following.verb].tag in {"VBG"}:
                limit = following.first
                break
        for k in range(group.last, limit):
            if self.tokens[k].text in {";", ":"} or self.tokens[k].tag in {"REL", "SUB"}:
                return k
        return limit

    def _clause_start(self, start: int, following: Group) -> int:
        """Where the next finite verb's clause begins: before its subject phrase."""
        candidates = [
            p
            for p in self.phrases
            if start <= p.first and p.last <= following.first and p.index not in self.joined
        ]
        for k in range(following.first - 1, start - 1, -1):
            if self.tokens[k].tag in {"SUB", "REL", "CONJ"} or self.tokens[k].lower == "that":
                if self.tokens[k].tag == "CONJ" and any(p.first <= k < p.last for p in self.phrases):
                    continue
                if self.tokens[k].tag == "CONJ" and not self._starts_clause(k, following):
                    continue
                return k
        free = [p for p in candidates if not p.prep]
        return free[-1].first if free and len(free) + (start == 0) > 0 else following.first

    def _starts_clause(self, k: int, following: Group) -> bool:
        if k + 1 == following.first:
            return True
        return any(
            p.first == k + 1 and not p.prep and p.index not in self.joined for p in self.phrases
        ) or any(t.tag in {"TIME", "ADV"} for t in self.tokens[k + 1 : k + 2])

    def _inverted_subject(self, group: Group) -> int:
        """"”, said the minister": after a closing mark the subject of a verb of saying follows it."""
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

    def _finite_follows(self, k: int) -> bool:
        return k < len(self.tokens) and self.tokens[k].tag in {"MODAL", "BE", "HAVE", "VBD", "VBZ", "DO"}

    def _last_conjunction(self, start: int, end: int) -> int:
        """The last "and", "but" or ";" between phrases: what stands before it belongs to the clause before."""
        inside = {k for p in self.phrases for k in range(p.first, p.last)}
        joining = {self.phrases[j].first - 1 for j in self.joined}
        for k in range(end - 1, start - 1, -1):
            token = self.tokens[k]
            if (token.tag in {"CONJ", "SUB"} or token.text == ";") and k not in inside and k not in joining:
                return k
        return start

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

    # -- looking around -------------------------------------------------------------------------

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
            passed = self.tokens[k].tag in {"QUOTE", "REL", "ADV", "TIME"} or self.tokens[k].lower in {"that", ","}
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
            if (
                phrase.first >= start
                and phrase.last <= end
                and not phrase.prep
                and phrase.index not in self.joined
            ):
                if unused and (phrase.index in self.used or self._tells_time(phrase)):
                    continue
                return phrase.index
        return -1

    def _tells_time(self, phrase: Phrase) -> bool:
        """"Last week, they …": a phrase of time is nobody's subject."""
        first, head = self.tokens[phrase.first].lower, self.tokens[phrase.head].lemma
        alone = phrase.last - phrase.first == 1
        return head in _TIME_UNITS and (first in _TIME_MARKS or alone) and phrase.last - phrase.first <= 4

    def _boundary(self, start: int, end: int) -> bool:
        return any(t.text in {";", ":", ","} or t.tag in {"SUB", "REL"} for t in self.tokens[start:end])

    def _comma_between(self, start: int, end: int) -> bool:
        return any(t.text in {",", "(", "--", "—", "–"} for t in self.tokens[start:end])


def find_predicates(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> list[Predicate]:
    """Return the predicates of a sentence in order; indexes refer to ``phrases`` and to the result."""
    reader = _Reader(tokens, phrases)
    predicates = reader.run()
    return [_without_content_object(p, predicates) for p in predicates]


def _without_content_object(predicate: Predicate, all_: Sequence[Predicate]) -> Predicate:
    """A phrase taken as the object of a verb of saying is not its object when it is the next subject."""
    following = all_[predicate.index + 1] if predicate.index + 1 < len(all_) else None
    if (
        following is not None
        and predicate.lemma in CONTENT_VERBS and following.role in {"content", "main"}
        and following.subject == predicate.object >= 0
    ):
        return replace(predicate, object=-1)
    return predicate
