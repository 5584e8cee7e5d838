"""What copies of a report are known by: a sample of its runs of words, and the agency that it credits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """The agency that a report credits for its text; ``start``/``end`` are character offsets of the credit."""

    agency: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks of a report: hashes of sampled runs of words, and the agencies that it credits."""

    shingles: frozenset[int]
    credits: tuple[Credit, ...]
