"""The record: one database, opened, asked and written to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from sqlalchemy import URL, Engine

from legation.errors import RecordError
from legation.records import Claim, Coder, Rejection, Report
from legation.records.marks import Marks
from legation.records.points import EventPoint, Partner, PublisherCount
from legation.store import overviews, queries, rejections, runs, schema, writers
from legation.store.access import Access
from legation.store.desk import Desk
from legation.store.engine import address, connect, reported, writing
from legation.store.links import Judgements
from legation.store.queries import StoredRejection
from legation.store.query import ClaimQuery, Order
from legation.store.search import Hit, search
from legation.store.staff import Staff
from legation.store.writers import Added, Reading


def open_record(url_or_path: str, *, create: bool = True) -> Record:
    """Open a record: a file path, ``sqlite:///…`` or ``postgresql://…``, made or migrated where needed.

    Raises RecordError, with the place and the reason, where that is impossible, and where ``create`` is
    False and there is no record yet.
    """
    place = url_or_path
    try:
        url = address(url_or_path)
        place = str(url.database) if url.drivername == "sqlite" else url.render_as_string()
        return Record(_opened(url, create=create), place)
    except RecordError as error:
        raise RecordError(f"{place}: {error}") from error


def _opened(url: URL, *, create: bool) -> Engine:
    with ExitStack() as on_failure, reported():
        if url.drivername == "sqlite":
            _find_file(Path(str(url.database)), create=create)
        engine = connect(url)
        on_failure.callback(engine.dispose)
        with engine.connect() as connection:
            is_current = schema.is_current(connection, create=create)
        if not is_current:
            with writing(engine).begin() as connection:
                schema.upgrade(connection)
        on_failure.pop_all()
    return engine


def _find_file(path: Path, *, create: bool) -> None:
    if create:
        path.parent.mkdir(parents=True, exist_ok=True)
    elif not path.exists():
        raise RecordError("no record here yet")


class Record:
    """An open record; use it as a context manager, or ``close`` it.

    ``desk`` is where people decide, ``judgements`` what is linked, ``staff`` who may enter.  Each call is one
    transaction.  Threads may share a record; a process opens its own.  Every method raises RecordError where the
    database fails.
    """

    def __init__(self, engine: Engine, place: str) -> None:
        self._access = Access(engine, place)
        self._read, self._write = self._access.read, self._access.write
        self.place = place
        self.desk = Desk(self._access)
        self.judgements = Judgements(self._access)
        self.staff = Staff(self._access)

    def __enter__(self) -> Record:
        """Return the record itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the record."""
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self._access.close()

    def add_reading(
        self,
        report: Report,
        claims: Iterable[Claim],
        rejections: Iterable[Rejection] = (),
        *,
        coder: Coder | None = None,
        run: str | None = None,
        marks: Marks | None = None,
    ) -> Added:
        """Record a report with all that one coder read in it, whole or not at all (see ``writers``).

        ``marks`` is what copies of the report are known by.  The coder is that of the claims; where there are
        none, ``coder`` or the coder of the ``run``.
        Raises RecordError where no coder is named, claims are not of this report and coder, or a passage
        is not verbatim.
        """
        found = tuple(claims)
        coder = coder or (found[0].coder if found else self._coder_of(run))
        return self._write(
            writers.add_reading,
            Reading(report=report, claims=found, rejections=tuple(rejections), coder=coder, run=run, marks=marks),
        )

    def add_rejections(self, source: str, rejected: Iterable[Rejection]) -> int:
        """Record why a source gave no report; return how many rejections were not recorded before."""
        return self._write(rejections.add_rejections, source, rejected)

    def start_run(self, command: str, coder: Coder) -> str:
        """Record that a command begins and return the id of the run."""
        return self._write(runs.start_run, command, coder)

    def finish_run(self, run: str, counts: Mapping[str, int]) -> None:
        """Record that a run ended; raises NotFoundError where none of that id is under way."""
        self._write(runs.finish_run, run, counts)

    def report(self, id_or_prefix: str) -> Report:
        """Return a report with its text; raises NotFoundError where none or several match."""
        return self._read(queries.find_report, id_or_prefix)

    def claims_by_id(self, ids: Iterable[str], at: str | None = None) -> list[Claim]:
        """Return the claims of full ids that hold now, or held at a moment."""
        return self._read(queries.find_by_ids, list(ids), at)

    def publishers(self) -> list[str]:
        """Return the names of all publishers, in order."""
        return self._read(queries.list_publishers)

    def texts(self, ids: Iterable[str]) -> dict[str, str]:
        """Return report id -> its text, for full ids that the record has."""
        return self._read(queries.find_texts, list(ids))

    def reports(self, limit: int | None = None, offset: int = 0) -> list[Report]:
        """Return reports without their texts, the last recorded first."""
        return self._read(queries.list_reports, limit, offset)

    def claim(self, id_or_prefix: str) -> Claim:
        """Return a claim, superseded ones too; raises NotFoundError where none or several match."""
        return self._read(queries.find_claim, id_or_prefix)

    def claims(self, query: ClaimQuery | None = None) -> list[Claim]:
        """Return the current claims that a query asks for; their reports come without the texts."""
        return self._read(queries.find_claims, query or ClaimQuery())

    def claims_of_report(self, report: str) -> list[Claim]:
        """Return the current claims of a report (full id) in the order in which they were recorded."""
        return self.claims(ClaimQuery(report=report, order=Order.RECORDED))

    def search(
        self, text: str, limit: int = 20, *, as_of: str | None = None, recorded_by: str | None = None
    ) -> list[Hit]:
        """Return the claims whose passage, or whose report's title, holds all the words of a text.

        ``as_of`` and ``recorded_by`` as in ClaimQuery.
        """
        return self._read(search, text, limit, as_of, recorded_by)

    def rejections(
        self, *, report: str | None = None, source: str | None = None, limit: int | None = None
    ) -> list[StoredRejection]:
        """Return the current rejections, of a report (full id) or a source if given."""
        return self._read(queries.find_rejections, report, source, limit)

    def counts(self) -> dict[str, int]:
        """Return the number of reports, sightings, claims, superseded claims, rejections, runs, judgements, …."""
        return self._read(queries.counts)

    def version(self) -> str:
        """Return a token that is another one after anything was written by anybody."""
        return self._read(overviews.version)

    def points(self, query: ClaimQuery) -> list[EventPoint]:
        """Return the claims of a query that have an event reading, as points of a chart."""
        return self._read(overviews.points, query)

    def partners(self, code: str, *, as_of: str | None = None, limit: int = 300) -> list[Partner]:
        """Return who stands beside an actor in claims, most claims first."""
        return self._read(overviews.partners, code, as_of, limit)

    def busiest(self, limit: int = 12) -> list[tuple[str, str, int]]:
        """Return the pairs of states that most claims name together, with the number of claims."""
        return self._read(overviews.busiest, limit)

    def span(self) -> tuple[str, str] | None:
        """Return the first and last day of publication, None where no report is dated."""
        return self._read(overviews.span)

    def publisher_counts(self, limit: int = 500) -> list[PublisherCount]:
        """Return publishers with the number of their reports, most first."""
        return self._read(overviews.publisher_counts, limit)

    def facets(self, query: ClaimQuery) -> dict[str, list[tuple[str, int]]]:
        """Return how many claims of a query there are of each kind, type, modality, publisher and party."""
        return self._read(overviews.facets, query)

    def _coder_of(self, run: str | None) -> Coder:
        if run is None:
            raise RecordError("a reading without claims must name its coder or its run")
        return self._read(runs.coder_of_run, run)
