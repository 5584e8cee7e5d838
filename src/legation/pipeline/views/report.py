"""A report with its claims marked in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from legation.records import Claim, Report, Review
from legation.store import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of the text (character offsets, end excluded) with the numbers of the claims whose words it is part of.

    ``inside`` claims have the run in their passage, ``on`` hang on it (it is part of their trigger), ``opens`` begin
    to hang on it here.
    """

    start: int
    end: int
    text: str
    inside: tuple[int, ...]
    on: tuple[int, ...]
    opens: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report, its claims in the order of the text (number 1 is the first), and the text cut into pieces."""

    report: Report
    claims: tuple[Claim, ...]
    pieces: tuple[Piece, ...]
    reviews: tuple[Review, ...]


def report_view(record: Record, id_: str) -> ReportView:
    """Return a report by its id or the beginning; raises NotFoundError."""
    report = record.report(id_)
    claims = sorted(record.claims_of_report(report.id), key=lambda c: (c.trigger_start, c.trigger_end, c.id))
    return ReportView(
        report=report,
        claims=tuple(claims),
        pieces=tuple(pieces(report.text, claims)),
        reviews=tuple(record.desk.reviews(report=report.id)),
    )


def pieces(text: str, claims: Sequence[Claim]) -> Iterator[Piece]:
    """Yield the text cut at every edge of a passage or trigger; joined, the pieces are the text."""
    edges = {0, len(text)}
    for claim in claims:
        edges |= {claim.passage.start, claim.passage.end, claim.trigger_start, claim.trigger_end}
    marks = sorted(edge for edge in edges if 0 <= edge <= len(text))
    for start, end in pairwise(marks):
        yield Piece(
            start=start,
            end=end,
            text=text[start:end],
            inside=_at(start, [(c.passage.start, c.passage.end) for c in claims]),
            on=_at(start, [(c.trigger_start, c.trigger_end) for c in claims]),
            opens=tuple(n for n, c in enumerate(claims, 1) if c.trigger_start == start),
        )


def _at(place: int, spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(number for number, (start, end) in enumerate(spans, 1) if start <= place < end)
