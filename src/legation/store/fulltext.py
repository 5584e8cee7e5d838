"""Full-text search in the dialect of each database: FTS5 on SQLite, tsvector on PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sqlalchemy import (
    Column,
    ColumnElement,
    Float,
    Select,
    Table,
    column,
    desc,
    func,
    literal_column,
    select,
    table,
)

from legation.records import Span
from legation.store.tables import passages, reports
from legation.store.terms import Term

Dialect: TypeAlias = Literal["sqlite", "postgresql"]

# Control characters that no report holds, so that no text can forge a mark.
_OPEN, _CLOSE = "\x02", "\x03"
_SNIPPET_WORDS = 32
_CONFIG: ColumnElement[str] = literal_column("'legation'::regconfig")


@dataclass(frozen=True, slots=True)
class Indexed:
    """A column with its full-text index; ``index`` names the FTS5 table, whose rowid is the table's pk."""

    table: Table
    column: Column[str]
    index: str


passage_text = Indexed(passages, passages.c.exact, "passages_text")
title_text = Indexed(reports, reports.c.title, "titles_text")


def found(indexed: Indexed, terms: Sequence[Term], dialect: Dialect) -> Select[tuple[int]]:
    """Return the statement that lists the rows (pk) in which all the terms occur."""
    if dialect == "sqlite":
        index = table(indexed.index, column("rowid"))
        match = literal_column(indexed.index).op("MATCH")(_fts5_query(terms))
        return select(index.c.rowid.label("pk")).select_from(index).where(match)
    vector = func.to_tsvector(_CONFIG, indexed.column)
    return select(indexed.table.c.pk.label("pk")).where(vector.op("@@")(_tsquery(terms)))


def ranked(indexed: Indexed, terms: Sequence[Term], dialect: Dialect) -> Select[tuple[int, float, str]]:
    """Return the statement that lists the rows of ``found``, the best first: pk, rank, marked snippet.

    A higher rank is better.  Both databases cut snippets only for the rows that a limit lets through.
    """
    matches = found(indexed, terms, dialect)
    if dialect == "sqlite":
        cut = func.snippet(literal_column(indexed.index), 0, _OPEN, _CLOSE, "…", _SNIPPET_WORDS)
        worst: ColumnElement[float] = literal_column("rank", Float)
        return matches.add_columns((-worst).label("score"), cut.label("snippet")).order_by(worst)
    wanted = _tsquery(terms)
    options = f'StartSel="{_OPEN}", StopSel="{_CLOSE}", MaxWords={_SNIPPET_WORDS}, MinWords=12'
    score = func.ts_rank(func.to_tsvector(_CONFIG, indexed.column), wanted).label("score")
    cut = func.ts_headline(_CONFIG, indexed.column, wanted, options)
    return matches.add_columns(score, cut.label("snippet")).order_by(desc("score"))


def unmarked(snippet: str) -> tuple[str, tuple[Span, ...]]:
    """Return a snippet without its marks, and the spans (character offsets) that they enclosed."""
    text, marks = "", []
    for number, part in enumerate(snippet.replace(_CLOSE, _OPEN).split(_OPEN)):
        if number % 2:
            marks.append(Span(len(text), len(text) + len(part)))
        text += part
    return text, tuple(marks)


def _fts5_query(terms: Sequence[Term]) -> str:
    return " AND ".join(map(_fts5_term, terms))


def _fts5_term(term: Term) -> str:
    if not term.prefix:
        return f'"{term.text}"'
    return "(" + " OR ".join(f'"{text}"*' for text in _beginnings(term.text)) + ")"


def _beginnings(text: str) -> tuple[str, ...]:
    # Both stemmers turn a final y into i, so that "mirzoy*" would miss Mirzoyan; a final e they only drop.
    return (text, f"{text}e") if text.endswith("y") else (text,)


def _tsquery(terms: Sequence[Term]) -> ColumnElement[str]:
    wanted, *others = map(_tsterm, terms)
    for other in others:
        wanted = wanted.op("&&")(other)
    return wanted


def _tsterm(term: Term) -> ColumnElement[str]:
    if term.prefix and term.text.isalnum():
        return func.to_tsquery(_CONFIG, " | ".join(f"{text}:*" for text in _beginnings(term.text)))
    return func.phraseto_tsquery(_CONFIG, term.text)
