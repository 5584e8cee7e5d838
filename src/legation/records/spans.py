"""Spans of text: half-open character offsets into the untouched text of a report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, ``start`` included, ``end`` excluded, in characters (code points).

    Raises ValueError where ``end`` lies before ``start`` or ``start`` is negative.
    Definition: W3C Web Annotation, TextPositionSelector.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that no text has."""
        if self.start < 0 or self.end < self.start:
            raise ValueError(f"a span needs 0 <= start <= end (got {self.start}, {self.end})")

    def of(self, text: str) -> str:
        """Return the verbatim text under the span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end
