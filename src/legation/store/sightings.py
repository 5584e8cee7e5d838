"""Reports and where their text was seen: kept once by its hash, with every publication of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from legation.records import Report
from legation.store.insertion import insert_new
from legation.store.rows import PUBLICATION, Values, publication_of
from legation.store.tables import claim_parties, claims, linkings, readings, reports, sightings

_FIRMNESS = ("unknown", "inferred", "dateline", "explicit")


@dataclass(frozen=True, slots=True)
class HeldReport:
    """A report in the record: its number, whether it is new, and the day that the record dates it by."""

    pk: int
    is_new: bool
    published_on: str | None


def hold_report(connection: Connection, report: Report, at: str) -> HeldReport:
    """Record a report or a new sighting of it, and lock it until the transaction ends.

    A sighting that dates the text more firmly than any before (explicit over dateline over inferred over
    unknown) becomes the report's publication, keeping what only the former one said; claims without a day of
    their own move to its day, and the report's readings are to be linked again.
    """
    seen = publication_of(report)
    values = {"id": report.id, "text": report.text, "language": report.language, "recorded_at": at, **seen}
    is_new = insert_new(connection, reports, values)
    found = select(reports).where(reports.c.id == report.id).with_for_update()
    held = connection.execute(found).mappings().one()
    _add_sighting(connection, {"report": held["pk"], **seen, "recorded_at": at})
    if _firmness(seen) <= _firmness(held):
        return HeldReport(held["pk"], is_new, held["published_on"])
    merged = {name: seen[name] or held[name] for name in PUBLICATION[:-1]}
    redated = merged | {"published_reason": seen["published_reason"]}
    connection.execute(update(reports).where(reports.c.pk == held["pk"]).values(redated))
    if report.published_on is not None and report.published_on != held["published_on"] and not is_new:
        _move(connection, held["pk"], report.published_on)
    return HeldReport(held["pk"], is_new, report.published_on)


def _move(connection: Connection, report: int, day: str) -> None:
    """Put the undated claims of a report on its new day, and have its readings linked again."""
    undated = select(claims.c.pk).where(
        claims.c.report == report, claims.c.when_start.is_(None), claims.c.when_end.is_(None)
    )
    connection.execute(update(claim_parties).where(claim_parties.c.claim.in_(undated)).values(day=day))
    connection.execute(update(claims).where(claims.c.pk.in_(undated)).values(day=day))
    linked = select(readings.c.pk).where(readings.c.report == report)
    connection.execute(delete(linkings).where(linkings.c.reading.in_(linked)))


def _add_sighting(connection: Connection, sighting: Values) -> None:
    # Why it was dated so is commentary: another wording of it is not another publication.
    told_apart = [sightings.c[name].is_not_distinct_from(sighting[name]) for name in PUBLICATION[:-1]]
    same = select(sightings.c.pk).where(sightings.c.report == sighting["report"], *told_apart)
    if connection.scalar(same.limit(1)) is None:
        connection.execute(insert(sightings).values(sighting))


def _firmness(publication: Values | RowMapping) -> int:
    basis = publication["published_basis"] if publication["published_on"] else "unknown"
    return _FIRMNESS.index(str(basis)) if basis in _FIRMNESS else 0
