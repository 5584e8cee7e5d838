"""Writing the record: what one reading of a report adds, all of it in the caller's transaction."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, select, update

from legation.errors import RecordError
from legation.records import Claim, Coder, Rejection, Report, report_id
from legation.records.marks import Marks
from legation.store.carrying import carry
from legation.store.claim_rows import Batch, check_passages, insert_claims
from legation.store.decisions import Ruling, carry_acceptances, in_force, rule
from legation.store.marks import add_marks, has_marks
from legation.store.moments import writing_moment
from legation.store.rejections import replace_rejections
from legation.store.rows import body_of
from legation.store.runs import hold_coder
from legation.store.sightings import HeldReport, hold_report
from legation.store.tables import claims, coders, readings


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What a reading added: a new report, new claims, claims known before, claims superseded by it.

    ``withheld`` claims are new too, but stand in the place of what a reviewer rejected or corrected.
    """

    report_is_new: bool
    claims_added: int
    claims_known: int
    superseded: int
    withheld: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading of a report by one coder: all that is written together; ``marks`` is what copies are known by."""

    report: Report
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]
    coder: Coder
    run: str | None
    marks: Marks | None = None


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
    adds nothing.  What a reviewer decided stands: a claim in the place of a rejected or corrected one is
    recorded and withheld, an accepted claim stays.

    Raises RecordError where the report's id is not the hash of its text, or a passage is not verbatim.
    """
    _check(reading)
    at = writing_moment(connection)
    held = hold_report(connection, reading.report, at)
    if reading.marks is not None and (held.is_new or not has_marks(connection, held.pk)):
        add_marks(connection, held.pk, reading.marks)
    coder = hold_coder(connection, reading.coder)
    history = _history(connection, held, reading.coder.name)
    new = {claim.id: claim for claim in reading.claims}
    change = _Change({}, Ruling())
    if is_first := history.is_first(coder, reading.report, held):
        change = _supersede(connection, held, history.versions, new, at)
        replace_rejections(connection, held.pk, {*history.versions, coder}, coder, reading.rejections, at)
    elif coder == history.versions[-1]:
        unheard = _unheard(connection, held, coder, new)
        change = _Change(unheard, rule(in_force(connection, held.pk), unheard, {}))
    if change.said or is_first:
        insert_claims(connection, _batch(reading, held, coder, change, at))
        carry_acceptances(connection, change.ruling, held.pk, at)
        carry(connection, change.outdated, list(change.said.values()), at)
    return Added(
        report_is_new=held.is_new,
        claims_added=len(change.said) - len(change.ruling.withheld),
        claims_known=len(reading.claims) - len(change.said),
        superseded=len(change.outdated),
        withheld=len(change.ruling.withheld),
    )


@dataclass(frozen=True, slots=True)
class _Change:
    """What a reading changes: claims said newly, what decisions do to them, and claims no longer said (numbers)."""

    said: dict[str, Claim]
    ruling: Ruling
    outdated: list[int] = field(default_factory=list)


def _check(reading: Reading) -> None:
    report = reading.report
    if report.id != report_id(report.text):
        raise RecordError(f"report {report.id[:12]}: the id must be the SHA-256 of the text")
    for claim in reading.claims:
        if claim.report.id != report.id or claim.coder != reading.coder:
            raise RecordError(f"claim {claim.id}: a reading holds claims of one report by one coder")
    check_passages(report, reading.claims)


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
) -> _Change:
    """Supersede what is no longer said, unless a reviewer accepted it."""
    before = _written(connection, held, versions) if versions else {}
    current = {id_: claim for id_, claim in before.items() if claim.is_current}
    decisions = in_force(connection, held.pk)
    ruling = rule(decisions, new, {id_: claim.body for id_, claim in current.items()}) if decisions else Ruling()
    still = {id_ for id_, claim in new.items() if id_ in current and current[id_].body == body_of(claim)}
    outdated = [claim.pk for id_, claim in current.items() if id_ not in still | ruling.kept]
    if outdated:
        connection.execute(update(claims).where(claims.c.pk.in_(outdated)).values(superseded_at=at))
    said = {id_: claim for id_, claim in new.items() if id_ not in still}
    for id_ in still & ruling.withheld.keys():
        del ruling.withheld[id_]
    return _Change(said, ruling, outdated)


def _batch(reading: Reading, held: HeldReport, coder: str, change: _Change, at: str) -> Batch:
    return Batch(
        report=held.pk,
        coder=coder,
        run=reading.run,
        published_on=reading.report.published_on,
        undated=held.published_on or at[:10],
        at=at,
        claims=list(change.said.values()),
        withheld=change.ruling.withheld,
    )
