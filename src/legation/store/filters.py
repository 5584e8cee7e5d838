"""From a ClaimQuery to SQL: which claims, in which order."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, FromClause, Select, and_, false, func, or_, select

from legation.store.fulltext import Dialect, found, passage_text, title_text
from legation.store.moments import held
from legation.store.query import ClaimQuery, Order
from legation.store.tables import claim_parties, claims, reports
from legation.store.terms import terms_of


def current_claims(query: ClaimQuery, dialect: Dialect) -> Select[tuple[int]]:
    """Return the statement that lists the numbers (pk) of the claims a query asks for, in its order."""
    walked = _walked(query)
    statement = select(claims.c.pk).select_from(claims).where(held(claims, query.recorded_by))
    for alias, condition in walked:
        statement = statement.where(condition, alias.c.claim == claims.c.pk)
        statement = statement.where(*_overlapping(query, alias.c.day, alias.c.last_day))
    for alias, _ in walked[1:]:
        first = walked[0][0]
        statement = statement.where(alias.c.claim == first.c.claim, alias.c.day == first.c.day)
    order = _ordering(query.order, walked[0][0] if walked else None)
    statement = statement.where(*_conditions(query, dialect)).order_by(*order)
    return statement.limit(query.limit).offset(query.offset)


def _walked(query: ClaimQuery) -> list[tuple[FromClause, ColumnElement[bool]]]:
    """Return what is joined: the parties table once for each code that a claim must have."""
    walked: list[tuple[FromClause, ColumnElement[bool]]] = []
    for code in dict.fromkeys(query.parties):
        alias = claim_parties.alias()
        walked.append((alias, _is_party(alias, (code,), None)))
    for codes, flag in ((query.any_party, None), (query.actors, "acts"), (query.recipients, "receives")):
        if len(codes) == 1:
            alias = claim_parties.alias()
            walked.append((alias, _is_party(alias, codes, flag)))
    return walked


def _is_party(table: FromClause, codes: tuple[str, ...], flag: str | None) -> ColumnElement[bool]:
    wanted = table.c.code == codes[0] if len(codes) == 1 else table.c.code.in_(codes)
    return and_(wanted, table.c[flag] if flag else or_(table.c.acts, table.c.receives))


def _ordering(order: Order, parties: FromClause | None) -> tuple[ColumnElement[object], ...]:
    # The parties table is sorted by day: ordering by its columns spares a sort.
    day, number = (claims.c.day, claims.c.pk) if parties is None else (parties.c.day, parties.c.claim)
    if order is Order.DATE:
        return day.asc(), number.asc()
    if order is Order.LATEST:
        return day.desc(), number.desc()
    return (number.asc(),)


def _conditions(query: ClaimQuery, dialect: Dialect) -> Iterator[ColumnElement[bool]]:
    yield from _listed(query)
    for codes, flag in ((query.any_party, None), (query.actors, "acts"), (query.recipients, "receives")):
        if len(codes) > 1:
            wanted = select(claim_parties.c.claim).where(_is_party(claim_parties, codes, flag))
            yield claims.c.pk.in_(wanted)
    yield from _dated(query)
    if query.text:
        yield _mentions(query.text, dialect)


def _listed(query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    lists = {
        "kind": query.kinds,
        "event_type": query.event_types,
        "modality": query.modalities,
        "status": query.statuses,
    }
    for name, values in lists.items():
        if values:
            yield claims.c[name].in_([str(value) for value in values])
    if query.about:
        yield claims.c.pk.in_(select(claim_parties.c.claim).where(claim_parties.c.code.in_(query.about)))
    if query.reports:
        yield claims.c.report.in_(select(reports.c.pk).where(reports.c.id.in_(query.reports)))
    if query.publishers:
        yield claims.c.report.in_(select(reports.c.pk).where(reports.c.publisher.in_(query.publishers)))
    if query.recorded_since is not None:
        yield claims.c.recorded_at > query.recorded_since
    if query.report is not None:
        yield claims.c.report == select(reports.c.pk).where(reports.c.id == query.report).scalar_subquery()


def _dated(query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    yield from _overlapping(query, claims.c.when_start, claims.c.when_end)
    if query.as_of is not None:
        yield known_by(query.as_of)


def known_by(day: str) -> ColumnElement[bool]:
    """Return the condition that the report of a claim was published by a day, or recorded if it has none."""
    known_on = func.coalesce(reports.c.published_on, func.substr(reports.c.recorded_at, 1, 10))
    known = select(known_on).where(reports.c.pk == claims.c.report)
    return known.scalar_subquery() <= day


def _overlapping(
    query: ClaimQuery, first: ColumnElement[str], last: ColumnElement[str]
) -> Iterator[ColumnElement[bool]]:
    if query.date_from is not None:
        yield last >= query.date_from
    if query.date_to is not None:
        yield first <= query.date_to


def _mentions(text: str, dialect: Dialect) -> ColumnElement[bool]:
    terms = terms_of(text)
    if not terms:
        return false()
    passages, titles = (found(indexed, terms, dialect) for indexed in (passage_text, title_text))
    # A union, unlike OR, lets the database start from the few claims that match.
    by_passage = select(claims.c.pk).where(claims.c.passage.in_(passages))
    return claims.c.pk.in_(by_passage.union(select(claims.c.pk).where(claims.c.report.in_(titles))))
