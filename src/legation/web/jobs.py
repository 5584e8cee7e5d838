"""Imports under way: read one after the other in the background, each source's outcome shown as it comes."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock

from legation.documents import Source, Unread
from legation.errors import LegationError
from legation.pipeline import Failure, Reading, Request, read_all, record_all
from legation.store import Record

_MOST = 50


@dataclass(slots=True)
class Outcome:
    """What became of one source: its report's id and number of claims, or why it was not read."""

    source: str
    report: str = ""
    title: str = ""
    claims: int = 0
    is_new: bool = False
    error: str = ""


@dataclass(slots=True)
class Job:
    """One import: what was asked, what has been read, whether it has ended, and why it failed as a whole."""

    id: str
    by: str
    what: str
    outcomes: list[Outcome] = field(default_factory=list)
    total: int | None = None
    ended: bool = False
    error: str = ""

    @property
    def claims(self) -> int:
        """How many claims were read so far."""
        return sum(each.claims for each in self.outcomes)


class Jobs:
    """The imports of one desk; one is read at a time, the rest wait.  Thread-safe."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="import")

    def start(
        self,
        by: str,
        what: str,
        sources: Callable[[], Iterable[Source | Unread]],
        request: Request,
        *,
        total: int | None,
    ) -> Job:
        """Begin an import; ``sources`` is called in the background and may raise LegationError."""
        job = Job(id=secrets.token_hex(8), by=by, what=what, total=total)
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > _MOST:
                self._jobs.popitem(last=False)
        self._worker.submit(self._run, job, sources, request)
        return job

    def find(self, id_: str) -> Job | None:
        """Return an import by its id, None where it is not known any more."""
        return self._jobs.get(id_)

    def latest(self) -> list[Job]:
        """Return the last imports, the newest first."""
        return list(reversed(self._jobs.values()))[:10]

    def close(self) -> None:
        """End after the report that is being read; what was read is kept."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _run(self, job: Job, sources: Callable[[], Iterable[Source | Unread]], request: Request) -> None:
        try:
            outcomes = read_all(sources(), request)
            for kept in record_all(self._record, outcomes, command=f"import by {job.by}"):
                job.outcomes.append(_outcome(kept.outcome, is_new=bool(kept.added and kept.added.report_is_new)))
        except LegationError as error:
            job.error = str(error)
        except Exception as error:  # noqa: BLE001 - a fault must be seen on the page, not only end a thread
            job.error = f"a fault of Legation: {type(error).__name__}"
        finally:
            job.ended = True


def _outcome(read: Reading | Failure, *, is_new: bool) -> Outcome:
    if isinstance(read, Failure):
        return Outcome(source=read.source, error=read.message)
    return Outcome(
        source=read.source,
        report=read.report.id,
        title=read.report.title or "",
        claims=len(read.claims),
        is_new=is_new,
    )
