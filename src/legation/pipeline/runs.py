"""Many sources into the record: one report a transaction, and what the run counted."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import asdict, dataclass
from functools import partial

from legation.documents import Source, Unread
from legation.errors import RecordError
from legation.pipeline.executors import in_order
from legation.pipeline.interrupts import uninterrupted
from legation.pipeline.linking import link_all, link_report
from legation.pipeline.reading import Failure, Reading, Request, killed, read
from legation.pipeline.seeing import coder_of
from legation.records import Coder, Rejection
from legation.store import Added, Record


@dataclass(frozen=True, slots=True)
class Kept:
    """An outcome and, for a reading, what it added to the record."""

    outcome: Reading | Failure
    added: Added | None


@dataclass(slots=True)
class Tally:
    """What a run has counted so far."""

    reports: int = 0
    reports_new: int = 0
    claims: int = 0
    claims_new: int = 0
    superseded: int = 0
    rejections: int = 0
    failures: int = 0

    def add(self, kept: Kept) -> None:
        """Count one outcome."""
        if isinstance(kept.outcome, Failure):
            self.failures += 1
            return
        self.reports += 1
        self.claims += len(kept.outcome.claims)
        self.rejections += len(kept.outcome.rejections)
        if kept.added is not None:
            self.reports_new += kept.added.report_is_new
            self.claims_new += kept.added.claims_added
            self.superseded += kept.added.superseded


def read_all(
    sources: Iterable[Source | Unread], request: Request, *, jobs: int = 1
) -> Generator[Reading | Failure]:
    """Yield the reading of every source, or why there is none, in order, from ``jobs`` processes."""
    yield from in_order(partial(read, request=request), sources, jobs=jobs, killed=killed)


def record_all(
    record: Record, outcomes: Iterable[Reading | Failure], *, command: str, rules_only: bool = False
) -> Generator[Kept]:
    """Record every outcome in a transaction of its own, link it to the rest, and yield it once it is kept.

    However the run ends, what was yielded is in the record, and the same run again adds only the rest.
    Raises RecordError where the database fails.
    """
    by = coder_of(rules_only=rules_only)
    run = record.start_run(command, by)
    tally = Tally()
    try:
        for outcome in outcomes:
            with uninterrupted():
                kept = _keep(record, outcome, run, by)
                tally.add(kept)
            yield kept
        for _ in link_all(record):  # what a run that was killed left unlinked
            pass
    finally:
        with uninterrupted():
            record.finish_run(run, asdict(tally))


def _keep(record: Record, outcome: Reading | Failure, run: str, by: Coder) -> Kept:
    if isinstance(outcome, Reading):
        try:
            added = record.add_reading(
                outcome.report,
                outcome.claims,
                outcome.rejections,
                coder=by,
                run=run,
                marks=outcome.marks,
            )
            link_report(record, outcome.report.id)
        except RecordError as error:
            # Where it is the database that fails, and not this reading, keeping the rejection fails too.
            outcome = _unrecorded(outcome, error)
        else:
            return Kept(outcome, added)
    record.add_rejections(outcome.source, [outcome.rejection])
    return Kept(outcome, None)


def _unrecorded(reading: Reading, error: RecordError) -> Failure:
    said = f"cannot be recorded: {error}"
    rejection = Rejection(stage="store", rule="recordable", message=said)
    return Failure(source=reading.source, rejection=rejection, message=f"{reading.source}: {said}")
