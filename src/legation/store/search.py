"""Claims by the words of their passages and of their reports' titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, exists, select

from legation.records import Claim, Span
from legation.store.fulltext import Indexed, passage_text, ranked, title_text, unmarked
from legation.store.queries import Loaded, dialect_of, load
from legation.store.tables import claims
from legation.store.terms import Term, terms_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A claim found by its words.

    ``marks`` are the character offsets of the words found in ``snippet``; a higher ``rank`` is better, and
    comparable only among the passages, or among the titles, of one answer.
    """

    claim: Claim
    snippet: str
    marks: tuple[Span, ...]
    rank: float


def search(connection: Connection, text: str, limit: int) -> list[Hit]:
    """Return the current claims whose passage holds all the words, then those whose report's title does."""
    terms = terms_of(text)
    hits: dict[str, Hit] = {}
    for indexed in (passage_text, title_text):
        if terms and len(hits) < limit:
            for hit in _hits(connection, indexed, terms, limit):
                hits.setdefault(hit.claim.id, hit)
    return list(hits.values())[:limit]


def _hits(connection: Connection, indexed: Indexed, terms: tuple[Term, ...], limit: int) -> Iterator[Hit]:
    owner = claims.c.passage if indexed is passage_text else claims.c.report
    current = claims.c.superseded_at.is_(None)
    matches = ranked(indexed, terms, dialect_of(connection))
    number = matches.selected_columns[0]
    best = connection.execute(matches.where(exists().where(owner == number, current)).limit(limit)).all()
    pks = select(claims.c.pk).where(owner.in_([row.pk for row in best]), current).order_by(claims.c.pk)
    owned = _by_owner(load(connection, pks), by_passage=indexed is passage_text)
    for row in best:
        text, marks = unmarked(row.snippet)
        for claim in owned.get(row.pk, ()):
            yield Hit(claim=claim, snippet=text, marks=marks, rank=row.score)


def _by_owner(loaded: Iterable[Loaded], *, by_passage: bool) -> dict[int, list[Claim]]:
    owned: dict[int, list[Claim]] = {}
    for item in loaded:
        owned.setdefault(item.passage if by_passage else item.report, []).append(item.claim)
    return owned
