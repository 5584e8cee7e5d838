"""Copies of one text under other names: runs of words that two reports share.

Two reports are compared by runs of four words (shingles) as A. Broder, "On the resemblance and containment of
documents", 1997, does: a copy cut to its first paragraphs is contained in the whole, however short it is.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

from legation.records import Report
from legation.records.marks import Marks
from legation.reference.crediting import credits_of

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[\"“«„].*?[\"”»]", re.DOTALL)
_HEADER = re.compile(r"\A(?:(?:title|publisher|date|url)[ \t]*:[^\n]*\n)+", re.IGNORECASE)
_RUN = 4
_SHORT_RUN = 2
_SAMPLED = 8
"""One run in so many is kept in the record to find candidates by; all are compared then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much of the shorter of two reports is in the longer, each from 0 to 1.

    ``runs``: of its runs of four words; ``pairs``: of its pairs of words; quotations are left aside in both.
    """

    runs: float
    pairs: float

    @property
    def score(self) -> float:
        """A single figure from 0 to 1: runs count most, as pairs of words are shared by chance."""
        return max(self.runs, min(1.0, max(0.0, self.pairs - _BY_CHANCE) / (1 - _BY_CHANCE)))


_BY_CHANCE = 0.25


def marks_of(report: Report) -> Marks:
    """Return what copies of a report are known by."""
    hashes = (zlib.crc32(" ".join(run).encode()) for run in _runs(_words(report.text), _RUN))
    return Marks(shingles=frozenset(h for h in hashes if h % _SAMPLED == 0), credits=credits_of(report))


def likeness(one: str, other: str) -> Likeness:
    """Return how much of the shorter of two texts is in the other."""
    return Likeness(runs=_contained(one, other, _RUN), pairs=_contained(one, other, _SHORT_RUN))


def _words(text: str) -> list[str]:
    return _WORD.findall(_HEADER.sub("", text).lower())


def _runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return set(zip(*(words[i:] for i in range(length)), strict=False))


@lru_cache(maxsize=256)
def _bare_runs(text: str, length: int) -> frozenset[tuple[str, ...]]:
    return frozenset(_runs(_words(_QUOTED.sub(" ", text)), length))


def _contained(one: str, other: str, length: int) -> float:
    left, right = _bare_runs(one, length), _bare_runs(other, length)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0
