"""Writing the record: what one reading of a report adds, all of it in the caller's transaction."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from legation.errors import RecordError
from legation.records import Claim, Coder, Rejection, Report, report_id
from legation.store.insertion import insert_many, insert_numbered, now
from legation.store.rejections import replace_rejections
from legation.store.rows import Values, actor_values, body_of, claim_values, party_values
from legation.store.runs import hold_coder
from legation.store.sightings import HeldReport, hold_report
from legation.store.tables import claim_actors, claim_parties, claims, coders, passages, readings


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What a reading added: a new report, new claims, claims known before, claims superseded by it."""

    report_is_new: bool
    claims_added: int
    claims_known: int
    superseded: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading of a report by one coder: all that is written together."""

    report: Report
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]
    coder: Coder
    run: str | None


@dataclass(frozen=True, slots=True)
class _History:
    """The versions of a coder that have read a report, oldest first, with the date each read under last."""

    dates: dict[str, str | None]

    @property
    def versions(self) -> list[str]:
        return list(self.dates)

    def is_first(self, coder: str, report: Report, held: HeldReport) -> bool:
        """Tell whether a reading is the coder's first, or the newest coder's first under the date held."""
        if coder not in self.dates:
            return True
        is_newest = coder == self.versions[-1]
        return is_newest and self.dates[coder] != held.published_on == report.published_on


@dataclass(frozen=True, slots=True)
class _Written:
    """A claim in the record: its number, content, and whether it is current."""

    pk: int
    body: str
    is_current: bool


def add_reading(connection: Connection, reading: Reading) -> Added:
    """Record a report with all that one coder reads in it.

    The first reading by a coder, and the first under the date that the record now holds for the report,
    supersedes what the same coder (by name, in any version) said of the report before.  Reading again with
    the same coder adds only claims with new ids; reading with a version that a newer one has overtaken
    adds nothing.

    Raises RecordError where the report's id is not the hash of its text, or a passage is not verbatim.
    """
    _check(reading)
    at = now()
    held = hold_report(connection, reading.report, at)
    coder = hold_coder(connection, reading.coder)
    history = _history(connection, held, reading.coder.name)
    new = {claim.id: claim for claim in reading.claims}
    superseded = 0
    if is_first := history.is_first(coder, reading.report, held):
        new, superseded = _supersede(connection, held, history.versions, new, at)
        replace_rejections(connection, held.pk, {*history.versions, coder}, coder, reading.rejections, at)
    else:
        new = {} if coder != history.versions[-1] else _unheard(connection, held, coder, new)
    if new or is_first:
        _insert(connection, held, _reading_values(reading, held, coder, at), list(new.values()))
    return Added(
        report_is_new=held.is_new,
        claims_added=len(new),
        claims_known=len(reading.claims) - len(new),
        superseded=superseded,
    )


def _check(reading: Reading) -> None:
    report = reading.report
    if report.id != report_id(report.text):
        raise RecordError(f"report {report.id[:12]}: the id must be the SHA-256 of the text")
    for claim in reading.claims:
        passage = claim.passage
        if claim.report.id != report.id or claim.coder != reading.coder:
            raise RecordError(f"claim {claim.id}: a reading holds claims of one report by one coder")
        if report.text[passage.start : passage.end] != passage.exact:
            raise RecordError(f"claim {claim.id}: the passage {passage.exact[:60]!r} is not verbatim")


def _history(connection: Connection, held: HeldReport, name: str) -> _History:
    columns = select(readings.c.coder, readings.c.published_on).join(coders)
    mine = columns.where(readings.c.report == held.pk, coders.c.name == name).order_by(readings.c.pk)
    return _History({row.coder: row.published_on for row in connection.execute(mine)})


def _written(connection: Connection, held: HeldReport, versions: list[str]) -> dict[str, _Written]:
    columns = (claims.c.id, claims.c.pk, claims.c.body, claims.c.superseded_at)
    mine = select(*columns).where(claims.c.report == held.pk, claims.c.coder.in_(versions))
    rows = connection.execute(mine.order_by(claims.c.pk))
    return {row.id: _Written(row.pk, row.body, row.superseded_at is None) for row in rows}


def _unheard(connection: Connection, held: HeldReport, coder: str, new: dict[str, Claim]) -> dict[str, Claim]:
    known = _written(connection, held, [coder])
    return {id_: claim for id_, claim in new.items() if id_ not in known}


def _supersede(
    connection: Connection, held: HeldReport, versions: list[str], new: dict[str, Claim], at: str
) -> tuple[dict[str, Claim], int]:
    """Supersede what is no longer said; return what is said newly, and how many claims were superseded."""
    before = _written(connection, held, versions) if versions else {}
    current = {id_: claim for id_, claim in before.items() if claim.is_current}
    still = {id_ for id_, claim in new.items() if id_ in current and current[id_].body == body_of(claim)}
    outdated = [claim.pk for id_, claim in current.items() if id_ not in still]
    if outdated:
        connection.execute(update(claims).where(claims.c.pk.in_(outdated)).values(superseded_at=at))
    return {id_: claim for id_, claim in new.items() if id_ not in still}, len(outdated)


def _reading_values(reading: Reading, held: HeldReport, coder: str, at: str) -> Values:
    day = reading.report.published_on
    return {"report": held.pk, "coder": coder, "run": reading.run, "published_on": day, "recorded_at": at}


def _insert(connection: Connection, held: HeldReport, reading: Values, new: list[Claim]) -> None:
    (number,) = insert_numbered(connection, readings, [reading])
    places = _passages(connection, held, new)
    common = {name: reading[name] for name in ("report", "coder", "recorded_at")} | {"reading": number}
    undated = held.published_on or str(reading["recorded_at"])[:10]
    rows = [
        claim_values(claim, body_of(claim), undated) | common | {"passage": place}
        for claim, place in zip(new, places, strict=True)
    ]
    numbers = insert_numbered(connection, claims, rows)
    placed = [
        (claim, {"claim": pk, "day": row["day"], "last_day": row["when_end"]})
        for claim, pk, row in zip(new, numbers, rows, strict=True)
    ]
    actors = [row | {"claim": at["claim"]} for claim, at in placed for row in actor_values(claim)]
    insert_many(connection, claim_actors, actors)
    insert_many(connection, claim_parties, [row | at for claim, at in placed for row in party_values(claim)])


def _passages(connection: Connection, held: HeldReport, new: list[Claim]) -> list[int]:
    """Return the numbers of the claims' passages, recording those that are new."""
    columns = (passages.c.start, passages.c.end, passages.c.pk)
    known = connection.execute(select(*columns).where(passages.c.report == held.pk))
    numbers = {(row.start, row.end): row.pk for row in known}
    spans = {(claim.passage.start, claim.passage.end): claim.passage.exact for claim in new}
    unheard = [span for span in spans if span not in numbers]
    rows: list[Values] = [
        {"report": held.pk, "start": start, "end": end, "exact": spans[start, end]} for start, end in unheard
    ]
    numbers |= zip(unheard, insert_numbered(connection, passages, rows), strict=True)
    return [numbers[claim.passage.start, claim.passage.end] for claim in new]
