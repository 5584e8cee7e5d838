"""Writing the rows of claims: passages, claims, their actors and parties, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from legation.errors import RecordError
from legation.records import Claim, Report
from legation.store.insertion import insert_many, insert_numbered
from legation.store.rows import Values, actor_values, body_of, claim_values, party_values
from legation.store.tables import claim_actors, claim_parties, claims, passages, readings


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Claims of one report and coder to be written together.

    ``undated`` is the day of a claim without one.  ``withheld`` is claim id -> the review that keeps it from
    being said: such a claim is recorded as superseded from the start.
    """

    report: int
    coder: str
    run: str | None
    published_on: str | None
    undated: str
    at: str
    claims: Sequence[Claim]
    withheld: Mapping[str, int]


def check_passages(report: Report, found: Sequence[Claim]) -> None:
    """Refuse claims of another report and passages that are not verbatim; raises RecordError."""
    for claim in found:
        passage = claim.passage
        if claim.report.id != report.id:
            raise RecordError(f"claim {claim.id}: a claim of another report")
        if report.text[passage.start : passage.end] != passage.exact:
            raise RecordError(f"claim {claim.id}: the passage {passage.exact[:60]!r} is not verbatim")


def insert_claims(connection: Connection, batch: Batch) -> None:
    """Write a reading with its claims."""
    reading: Values = {
        "report": batch.report,
        "coder": batch.coder,
        "run": batch.run,
        "published_on": batch.published_on,
        "recorded_at": batch.at,
    }
    (number,) = insert_numbered(connection, readings, [reading])
    common: Values = {"report": batch.report, "coder": batch.coder, "recorded_at": batch.at, "reading": number}
    places = _passages(connection, batch)
    rows = [
        claim_values(claim, body_of(claim), batch.undated)
        | common
        | {"passage": place, "review": batch.withheld.get(claim.id)}
        | {"superseded_at": batch.at if claim.id in batch.withheld else None}
        for claim, place in zip(batch.claims, places, strict=True)
    ]
    _insert_parties(connection, batch.claims, rows, insert_numbered(connection, claims, rows))


def _insert_parties(
    connection: Connection, found: Sequence[Claim], rows: Sequence[Values], numbers: Sequence[int]
) -> None:
    placed = [
        (claim, {"claim": pk, "day": row["day"], "last_day": row["when_end"]})
        for claim, pk, row in zip(found, numbers, rows, strict=True)
    ]
    actors = [row | {"claim": at["claim"]} for claim, at in placed for row in actor_values(claim)]
    insert_many(connection, claim_actors, actors)
    insert_many(connection, claim_parties, [row | at for claim, at in placed for row in party_values(claim)])


def _passages(connection: Connection, batch: Batch) -> list[int]:
    """Return the numbers of the claims' passages, recording those that are new."""
    columns = (passages.c.start, passages.c.end, passages.c.pk)
    known = connection.execute(select(*columns).where(passages.c.report == batch.report))
    numbers = {(row.start, row.end): row.pk for row in known}
    spans = {(claim.passage.start, claim.passage.end): claim.passage.exact for claim in batch.claims}
    unheard = [span for span in spans if span not in numbers]
    rows: list[Values] = [
        {"report": batch.report, "start": start, "end": end, "exact": spans[start, end]} for start, end in unheard
    ]
    numbers |= zip(unheard, insert_numbered(connection, passages, rows), strict=True)
    return [numbers[claim.passage.start, claim.passage.end] for claim in batch.claims]
