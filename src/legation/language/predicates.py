"""Predicates: each verb with its subject, object and prepositional phrases, by a shallow reading.

The reading goes once from left to right over verb groups and noun phrases.  It is meant to be right
where news prose is plain and to stay silent (-1) where it is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.language.control import CONTENT_VERBS
from legation.language.groups import Group
from legation.language.subjects import SubjectReader
from legation.records.syntax import Phrase, Predicate, Token


class PredicateReader(SubjectReader):
    """Reads the predicates of one sentence, left to right."""

    def run(self) -> list[Predicate]:
        """Return the predicates in order."""
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
            passive=group.passive or (role == "participle" and verb.tag in {"VBN", "VBD"}),
            progressive=group.progressive,
            perfect=group.perfect,
            modal=group.modal or self._shared_modal(index, group),
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

    def _shared_modal(self, index: int, group: Group) -> str:
        """ "will send a team and open an office": the modal holds for both verbs."""
        bare = self.tokens[group.verb].tag == "VB" and group.last - group.first == 1
        if not bare or not index or self._word_before(group.first) not in {"and", "or"}:
            return ""
        return self.out[index - 1].modal

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
        second = free[1] if len(free) > 1 and self.phrases[free[0]].last == self.phrases[free[1]].first else -1
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
                if self.tokens[following.first - 1].text == ",":
                    limit = following.first - 1  # a list of verbs, or the end of an inserted clause
                    break
                limit = self._clause_start(group.last, following)
                break
            if following.infinitive or self.tokens[following.verb].tag == "VBG":
                limit = following.first
                break
        for k in range(group.last, limit):
            if self.tokens[k].text in {";", ":"} or self.tokens[k].tag in {"REL", "SUB"}:
                return k
        return limit

    def _clause_start(self, start: int, following: Group) -> int:
        """Where the next finite verb's clause begins: before its subject phrase."""
        candidates = [
            p for p in self.phrases if start <= p.first and p.last <= following.first and p.index not in self.joined
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
        return any(p.first == k + 1 and not p.prep and p.index not in self.joined for p in self.phrases) or any(
            t.tag in {"TIME", "ADV"} for t in self.tokens[k + 1 : k + 2]
        )


def find_predicates(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> list[Predicate]:
    """Return the predicates of a sentence in order; indexes refer to ``phrases`` and to the result."""
    reader = PredicateReader(tokens, phrases)
    predicates = reader.run()
    return [_without_content_object(p, predicates) for p in predicates]


def _without_content_object(predicate: Predicate, all_: Sequence[Predicate]) -> Predicate:
    """A phrase taken as the object of a verb of saying is not its object when it is the next subject."""
    following = all_[predicate.index + 1] if predicate.index + 1 < len(all_) else None
    if (
        following is not None
        and predicate.lemma in CONTENT_VERBS
        and following.role in {"content", "main"}
        and following.subject == predicate.object >= 0
    ):
        return replace(predicate, object=-1)
    return predicate
