"""What two claims have in common and where they differ, as numbers: what the linker judges by."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, lru_cache

from legation.consolidation.acts_wording import text_of
from legation.consolidation.naming import adjective, party_name
from legation.consolidation.parties import all_codes, codes
from legation.consolidation.similarity import words_of
from legation.models import linker
from legation.records import Actor, Claim, Kind, Modality, Precision
from legation.reference import state_names

DAYS_APART = 4
"""Claims whose days lie further apart are not compared, unless one only recalls."""
RECALLED = 400
"""How many days back a report may recall an act without dating it."""
_DONE = frozenset({Modality.ASSERTED, Modality.HISTORICAL, Modality.ONGOING})
_NUMBER = re.compile(r"\b\d[\d,.]*\b")
_PROPER = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]{2,}")
_NEAR = 60  # characters to each side of the trigger that tell what the act is about
_NAMES = ("name", "organisation", "what", "content")


def comparable(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are worth comparing: a party in common, days that are not far apart."""
    if one.report.id == other.report.id and one.kind == other.kind and _both(_act, one, other, same=False):
        return False  # one report that tells of two acts means two
    return bool(reachable(one) & reachable(other)) and gap(one, other) < DAYS_APART


def reachable(claim: Claim) -> frozenset[str]:
    """Return the codes and entities that a claim can be found by: parties, sources, the state of its place."""
    sources = tuple(link.source for link in claim.attribution if link.source is not None)
    place = {claim.where.country} if claim.where and claim.where.country else set()
    told = all_codes(claim) | codes(sources) | _entities((*claim.actors, *claim.recipients, *sources)) | place
    return told - {"IGO"}


def pair_features(one: Claim, other: Claim) -> dict[str, float]:
    """Return name -> value (0..1 each) of what speaks for or against that two claims tell one act."""
    return {name: float(measure(one, other)) for name, measure in _MEASURES.items()}


def gap(one: Claim, other: Claim) -> int:
    """Return the days between the times of two claims, 0 where they may coincide; see ``time_of``."""
    (begin, end), (first, last) = time_of(one), time_of(other)
    if begin > last:
        return (begin - last).days
    return max(0, (first - end).days)


def time_of(claim: Claim) -> tuple[date, date]:
    """Return the first and last day on which the act of a claim may have been.

    A day that a report does not give is that of its publication at the latest; what it recalls may lie
    RECALLED days back, its news DAYS_APART.
    """
    when, published = claim.when, claim.report.published_on
    start = when.start or when.end or published
    end = when.end or when.start or published
    if not start or not end:
        return date.min, date.max
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if when.start is None or (when.basis == "inferred" and claim.modality == Modality.HISTORICAL):
        first = max(date.min + timedelta(RECALLED), first) - timedelta(RECALLED)
    return first, last


def _is_exact(claim: Claim) -> bool:
    return claim.when.precision == Precision.DAY and claim.when.start is not None


def _entities(actors: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(actor.entity for actor in actors if actor.entity)


def _persons(claim: Claim) -> frozenset[str]:
    return frozenset(each for each in _entities((*claim.actors, *claim.recipients)) if each.startswith("person:"))


def _jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left | right else 0.0


def _contained(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


@lru_cache(maxsize=20_000)
def _around(text: str, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a trigger, and those around it."""
    near = text[max(0, start - _NEAR) : end + _NEAR]
    return words_of(text[start:end]), words_of(near)


def _trigger(claim: Claim) -> frozenset[str]:
    return _near(claim)[0]


def _near(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    at = claim.passage.start
    return _around(claim.passage.exact, claim.trigger_start - at, claim.trigger_end - at)


def _names(claim: Claim) -> frozenset[str]:
    return words_of(" ".join(text_of(claim, name) for name in _NAMES))


def _parties(claim: Claim) -> frozenset[str]:
    """Return the words that name the parties: they say nothing of the act."""
    return words_of(" ".join(f"{actor.name} {actor.text}" for actor in (*claim.actors, *claim.recipients)))


def _words(claim: Claim) -> frozenset[str]:
    return words_of(claim.passage.exact)


def _act(claim: Claim) -> str:
    return next((found for name in ("act", "status", "to") if (found := text_of(claim, name))), "")


def _type(claim: Claim) -> str:
    return claim.event.type if claim.event else ""


def _mode(claim: Claim) -> str:
    return (claim.event.mode or "") if claim.event else ""


def _both(read: Callable[[Claim], object], one: Claim, other: Claim, *, same: bool) -> bool:
    left, right = read(one), read(other)
    return bool(left) and bool(right) and (left == right) is same


def _shared_words(one: Claim, other: Claim) -> float:
    parties = _parties(one) | _parties(other)
    return _contained(_words(one) - parties, _words(other) - parties)


def _all_words(one: Claim, other: Claim) -> float:
    parties = _parties(one) | _parties(other)
    return _jaccard(_words(one) - parties, _words(other) - parties)


def _near_words(one: Claim, other: Claim) -> float:
    parties = _parties(one) | _parties(other)
    return _contained(_near(one)[1] - parties, _near(other)[1] - parties)


@lru_cache(maxsize=20_000)
def _capitalised(text: str) -> frozenset[str]:
    return frozenset(word[:6].lower() for word in _PROPER.findall(text))


def _proper(one: Claim, other: Claim) -> float:
    """Return how many of the names in the one passage are in the other, parties left aside."""
    parties = _parties(one) | _parties(other)
    return _contained(_capitalised(one.passage.exact) - parties, _capitalised(other.passage.exact) - parties)


def _rare(one: Claim, other: Claim, read: Callable[[Claim], frozenset[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of both that few reports have, and that name none of the parties."""
    left_out = _parties(one) | _parties(other) | linker().common
    return read(one) - left_out, read(other) - left_out


def _parties_told(one: Claim, other: Claim) -> float:
    """Return how many of the parties of each the other's passage names, in whatever part."""
    return (_told_in(all_codes(one), other) + _told_in(all_codes(other), one)) / 2


def _told_in(parties: frozenset[str], claim: Claim) -> float:
    words = _words(claim)
    return sum(bool(_names_of(code) & words) for code in parties) / len(parties) if parties else 0.0


@cache
def _names_of(code: str) -> frozenset[str]:
    """Return the words of a state's names, adjectives and capital, or of an organisation's name."""
    kinds = {"name", "capital", "demonym_adjective", "demonym_noun", "demonym_plural"}
    told = [each.alias for each in state_names() if each.entity == code and each.kind in kinds]
    return words_of(" ".join([party_name(code), adjective(code), *told]))


def _numbers(one: Claim, other: Claim) -> float:
    left, right = (frozenset(_NUMBER.findall(claim.passage.exact)) for claim in (one, other))
    return _contained(left, right)


def _reversed(one: Claim, other: Claim) -> bool:
    left, right = codes(one.actors), codes(other.actors)
    crossed = left & codes(other.recipients) and right & codes(one.recipients)
    return bool(crossed) and not left & right


_MEASURES: dict[str, Callable[[Claim, Claim], float]] = {
    "same day": lambda a, b: gap(a, b) == 0 and _is_exact(a) and _is_exact(b),
    "dates overlap": lambda a, b: gap(a, b) == 0 and not (_is_exact(a) and _is_exact(b)),
    "a day apart": lambda a, b: gap(a, b) == 1,
    "days apart": lambda a, b: gap(a, b) > 1,
    "both dated": lambda a, b: a.when.basis == b.when.basis == "explicit",
    "actors": lambda a, b: _jaccard(codes(a.actors), codes(b.actors)),
    "recipients": lambda a, b: _jaccard(codes(a.recipients), codes(b.recipients)),
    "parties": lambda a, b: _jaccard(all_codes(a), all_codes(b)),
    "parties contained": lambda a, b: _contained(all_codes(a), all_codes(b)),
    "persons": lambda a, b: _contained(_persons(a), _persons(b)),
    "entities": lambda a, b: _contained(_entities(a.actors + a.recipients), _entities(b.actors + b.recipients)),
    "roles reversed": _reversed,
    "same kind": lambda a, b: a.kind == b.kind,
    "same act": lambda a, b: _both(_act, a, b, same=True),
    "other act": lambda a, b: a.kind == b.kind and _both(_act, a, b, same=False),
    "same type": lambda a, b: _both(_type, a, b, same=True),
    "other type": lambda a, b: _both(_type, a, b, same=False),
    "same mode": lambda a, b: _both(_mode, a, b, same=True),
    "both done or not": lambda a, b: (a.modality in _DONE) == (b.modality in _DONE),
    "same trigger": lambda a, b: bool(_trigger(a) & _trigger(b)),
    "trigger told": lambda a, b: bool(_trigger(a) & _near(b)[1]) or bool(_trigger(b) & _near(a)[1]),
    "words": _shared_words,
    "all words": _all_words,
    "words nearby": _near_words,
    "rare words": lambda a, b: _contained(*_rare(a, b, _words)),
    "rare words shared": lambda a, b: min(4, len(frozenset.intersection(*_rare(a, b, _words)))) / 4,
    "rare words nearby": lambda a, b: _contained(*_rare(a, b, lambda claim: _near(claim)[1])),
    "parties told": _parties_told,
    "names": lambda a, b: _contained(_names(a) - _parties(b), _names(b) - _parties(a)),
    "proper names": _proper,
    "numbers": _numbers,
    "one recalls": lambda a, b: (a.when.basis == "inferred") != (b.when.basis == "inferred"),
    "both inferred": lambda a, b: a.when.basis == b.when.basis == "inferred",
    "published together": lambda a, b: a.report.published_on == b.report.published_on,
    "statements": lambda a, b: a.kind == b.kind == Kind.STATEMENT,
    "party in common": lambda a, b: bool(all_codes(a) & all_codes(b)),
    "one report": lambda a, b: a.report.id == b.report.id,
}
