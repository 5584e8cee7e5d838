"""What two claims have in common and where they differ, as numbers: what the linker judges by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TypeAlias

from legation.consolidation.naming import adjective, party_name
from legation.consolidation.similarity import words_of
from legation.consolidation.traits import Traits, traits_of
from legation.models import linker
from legation.records import Claim, Kind
from legation.reference import state_names

DAYS_APART = 4
"""Claims whose days lie further apart are not compared, unless one only recalls."""


def comparable(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are worth comparing: a party in common, days that are not far apart."""
    a, b = traits_of(one), traits_of(other)
    if a.report == b.report and a.kind == b.kind and _both(a.act, b.act, same=False):
        return False  # one report that tells of two acts means two
    return bool(a.reachable & b.reachable) and _gap(a, b) < DAYS_APART


def pair_features(one: Claim, other: Claim) -> dict[str, float]:
    """Return name -> value (0..1 each) of what speaks for or against that two claims tell one act."""
    a, b = traits_of(one), traits_of(other)
    return {name: float(measure(a, b)) for name, measure in _MEASURES.items()}


def gap(one: Claim, other: Claim) -> int:
    """Return the days between the times of two claims, 0 where they may coincide; see ``time_of``."""
    return _gap(traits_of(one), traits_of(other))


def reachable(claim: Claim) -> frozenset[str]:
    """Return the codes and entities that a claim can be found by; see ``Traits``."""
    return traits_of(claim).reachable


def time_of(claim: Claim) -> tuple[date, date]:
    """Return the first and last day on which the act of a claim may have been; see ``Traits``."""
    return traits_of(claim).time


def _gap(a: Traits, b: Traits) -> int:
    (begin, end), (first, last) = a.time, b.time
    if begin > last:
        return (begin - last).days
    return max(0, (first - end).days)


def _jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left | right else 0.0


def _contained(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _both(left: str, right: str, *, same: bool) -> bool:
    return bool(left) and bool(right) and (left == right) is same


_Words: TypeAlias = frozenset[str]


def _without(a: Traits, b: Traits, left: _Words, right: _Words) -> tuple[_Words, _Words]:
    """Return words of both that name none of the parties."""
    parties = a.party_words | b.party_words
    return left - parties, right - parties


def _rare(a: Traits, b: Traits, left: _Words, right: _Words) -> tuple[_Words, _Words]:
    """Return words of both that few reports have, and that name none of the parties."""
    left, right = _without(a, b, left, right)
    common = linker().common
    return left - common, right - common


def _parties_told(a: Traits, b: Traits) -> float:
    """Return how many of the parties of each the other's passage names, in whatever part."""
    return (_told_in(a.parties, b.words) + _told_in(b.parties, a.words)) / 2


def _told_in(parties: frozenset[str], words: frozenset[str]) -> float:
    return sum(bool(_names_of(code) & words) for code in parties) / len(parties) if parties else 0.0


@cache
def _names_of(code: str) -> frozenset[str]:
    """Return the words of a state's names, adjectives and capital, or of an organisation's name."""
    kinds = {"name", "capital", "demonym_adjective", "demonym_noun", "demonym_plural"}
    told = [each.alias for each in state_names() if each.entity == code and each.kind in kinds]
    return words_of(" ".join([party_name(code), adjective(code), *told]))


def _reversed(a: Traits, b: Traits) -> bool:
    crossed = a.actors & b.recipients and b.actors & a.recipients
    return bool(crossed) and not a.actors & b.actors


_MEASURES: dict[str, Callable[[Traits, Traits], float]] = {
    "same day": lambda a, b: _gap(a, b) == 0 and a.is_exact and b.is_exact,
    "dates overlap": lambda a, b: _gap(a, b) == 0 and not (a.is_exact and b.is_exact),
    "a day apart": lambda a, b: _gap(a, b) == 1,
    "days apart": lambda a, b: _gap(a, b) > 1,
    "both dated": lambda a, b: a.claim.when.basis == b.claim.when.basis == "explicit",
    "actors": lambda a, b: _jaccard(a.actors, b.actors),
    "recipients": lambda a, b: _jaccard(a.recipients, b.recipients),
    "parties": lambda a, b: _jaccard(a.parties, b.parties),
    "parties contained": lambda a, b: _contained(a.parties, b.parties),
    "persons": lambda a, b: _contained(a.persons, b.persons),
    "entities": lambda a, b: _contained(a.entities, b.entities),
    "roles reversed": _reversed,
    "same kind": lambda a, b: a.kind == b.kind,
    "same act": lambda a, b: _both(a.act, b.act, same=True),
    "other act": lambda a, b: a.kind == b.kind and _both(a.act, b.act, same=False),
    "same type": lambda a, b: _both(a.type, b.type, same=True),
    "other type": lambda a, b: _both(a.type, b.type, same=False),
    "same mode": lambda a, b: _both(a.mode, b.mode, same=True),
    "both done or not": lambda a, b: a.is_done == b.is_done,
    "same trigger": lambda a, b: bool(a.trigger & b.trigger),
    "trigger told": lambda a, b: bool(a.trigger & b.near) or bool(b.trigger & a.near),
    "words": lambda a, b: _contained(*_without(a, b, a.words, b.words)),
    "all words": lambda a, b: _jaccard(*_without(a, b, a.words, b.words)),
    "words nearby": lambda a, b: _contained(*_without(a, b, a.near, b.near)),
    "rare words": lambda a, b: _contained(*_rare(a, b, a.words, b.words)),
    "rare words shared": lambda a, b: min(4, len(frozenset.intersection(*_rare(a, b, a.words, b.words)))) / 4,
    "rare words nearby": lambda a, b: _contained(*_rare(a, b, a.near, b.near)),
    "parties told": _parties_told,
    "names": lambda a, b: _contained(a.names - b.party_words, b.names - a.party_words),
    "proper names": lambda a, b: _contained(*_without(a, b, a.capitalised, b.capitalised)),
    "numbers": lambda a, b: _contained(a.numbers, b.numbers),
    "one recalls": lambda a, b: a.is_inferred != b.is_inferred,
    "both inferred": lambda a, b: a.is_inferred and b.is_inferred,
    "published together": lambda a, b: a.claim.report.published_on == b.claim.report.published_on,
    "statements": lambda a, b: a.kind == b.kind == Kind.STATEMENT,
    "party in common": lambda a, b: bool(a.parties & b.parties),
    "one report": lambda a, b: a.report == b.report,
}
