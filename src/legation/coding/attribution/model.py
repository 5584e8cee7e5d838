"""On whose word: one attribution, its place in a chain, and the outermost ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.records import Actor, AttributionKind, AttributionLink, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution: spans of source, cue and content in characters; the linked source.

    ``predicate`` is the cue verb's index in its sentence, -1 for other cues.  ``carried`` marks
    contents that only the paragraph carries on, ``quoted`` cues within quotation marks, ``doubt``
    words of likelihood.
    """

    sentence: int
    predicate: int
    source: Span | None
    actors: tuple[Actor, ...]
    cue: Span
    content: tuple[Span, ...]
    kind: AttributionKind
    hedge: bool
    carried: bool = False
    quoted: bool = False
    doubt: bool = False

    @property
    def extent(self) -> int:
        """Characters of content."""
        return sum(span.end - span.start for span in self.content)

    def covers(self, position: int) -> bool:
        """Tell whether a character lies in the content."""
        for span in self.content:  # noqa: SIM110 - twice as fast as any(), and asked for every claim
            if span.start <= position < span.end:
                return True
        return False


def is_hedge_adverb(word: str, adverbs: frozenset[str]) -> bool:
    """Tell whether a word is a hedging adverb, also with two letters swapped ("reprotedly")."""
    if word in adverbs:
        return True
    if not word.endswith("ly") or len(word) < 8:
        return False
    return any(
        len(word) == len(a) and sorted(word) == sorted(a) and sum(x != y for x, y in zip(word, a, strict=True)) <= 3
        for a in adverbs
    )


def outermost(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions whose cue lies in no other's content, carried ones left out."""
    own = [a for a in attributions if not (a.carried or a.quoted or a.doubt)]
    return [a for a in own if not any(b is not a and b.covers(a.cue.start) and b.extent >= a.extent for b in own)]


def to_link(a: Attribution, text: str) -> AttributionLink:
    """Return the link of a chain that an attribution is."""
    return AttributionLink(
        source=a.actors[0] if a.actors else None,
        cue=a.cue.of(text),
        cue_start=a.cue.start,
        cue_end=a.cue.end,
        kind=a.kind,
        hedge=a.hedge or (a.source is None),
    )
