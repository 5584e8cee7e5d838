"""Claims by the words of their passages and of their reports' titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, exists, select

from legation.records import Claim, Span
from legation.store.filters import known_by
from legation.store.fulltext import Indexed, passage_text, ranked, title_text, unmarked
from legation.store.moments import held
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


def search(
    connection: Connection, text: str, limit: int, as_of: str | None = None, recorded_by: str | None = None
) -> list[Hit]:
    """Return the claims whose passage holds all the words, then those whose report's title does.

    ``as_of`` keeps reports published on or before that day, ``recorded_by`` what the record held at a moment.
    """
    kept = [held(claims, recorded_by), *([known_by(as_of)] if as_of else [])]
    terms = terms_of(text)
    hits: dict[str, Hit] = {}
    for indexed in (passage_text, title_text):
        if terms and len(hits) < limit:
            for hit in _hits(connection, indexed, terms, limit, kept):
                hits.setdefault(hit.claim.id, hit)
    return list(hits.values())[:limit]


def _hits(
    connection: Connection,
    indexed: Indexed,
    terms: tuple[Term, ...],
    limit: int,
    kept: Sequence[ColumnElement[bool]],
) -> Iterator[Hit]:
    owner = claims.c.passage if indexed is passage_text else claims.c.report
    matches = ranked(indexed, terms, dialect_of(connection))
    number = matches.selected_columns[0]
    best = connection.execute(matches.where(exists().where(owner == number, *kept)).limit(limit)).all()
    pks = select(claims.c.pk).where(owner.in_([row.pk for row in best]), *kept).order_by(claims.c.pk)
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
