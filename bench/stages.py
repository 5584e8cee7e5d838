"""The way of reports through the stages, each timed: in this process, on one core."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from typing import TypeVar

from legation.coding import code, dated
from legation.coding.situation import Situation
from legation.documents import Source, parse
from legation.errors import DocumentError
from legation.language import analyse
from legation.pipeline.seeing import coder_of, signals_of
from legation.store import Record, open_record

Answer = TypeVar("Answer")

STAGES = ("parse", "analyse", "date", "see", "link and attribute", "code", "write")


@dataclass(slots=True)
class Run:
    """What one run over the workload read, and the seconds of each stage: of the wall, and of the processor."""

    reports: int = 0
    words: int = 0
    claims: int = 0
    unread: int = 0
    rules_only: bool = False
    stages: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))
    processor: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))

    @property
    def wall(self) -> float:
        """Seconds by the clock on the wall."""
        return sum(self.stages.values())

    @property
    def cpu(self) -> float:
        """Seconds of the processor: what other programs take is not counted, nor what the disk takes."""
        return sum(self.processor.values())

    def timed(self, stage: str, function: Callable[[], Answer], *, within: str | None = None) -> Answer:
        """Call a function, and count its time for a stage; take it off the stage ``within`` which it runs again."""
        wall, cpu = time.perf_counter(), time.process_time()
        answer = function()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        self.stages[stage] += wall
        self.processor[stage] += cpu
        if within is not None:
            self.stages[within] -= wall
            self.processor[within] -= cpu
        return answer


def measure(workload: Sequence[Source], *, runs: int, day: str | None, rules_only: bool = False) -> list[Run]:
    """Return the runs over a workload, each into a new record, after a few reports that load tables and rules."""
    _run(workload[:3], day, rules_only=rules_only)
    return [_run(workload, day, rules_only=rules_only) for _ in range(runs)]


def middle(values: Sequence[float]) -> float:
    """Return the median."""
    return median(values)


def _run(workload: Sequence[Source], day: str | None, *, rules_only: bool) -> Run:
    run = Run(rules_only=rules_only)
    with tempfile.TemporaryDirectory() as place, open_record(f"{place}/bench.db") as record:
        name = record.start_run("bench", coder_of(rules_only=rules_only))
        for source in workload:
            _read(source, day, run, record, name)
        record.finish_run(name, {"reports": run.reports})
    return run


def _read(source: Source, day: str | None, run: Run, record: Record, name: str) -> None:
    try:
        report = run.timed("parse", lambda: parse(source, date=day))
    except DocumentError:
        run.unread += 1
        return
    found = run.timed("analyse", lambda: analyse(report))
    analysis = run.timed("date", lambda: replace(found, report=dated(found)))
    signals = None if run.rules_only else run.timed("see", lambda: signals_of(analysis))
    run.timed("link and attribute", lambda: Situation(analysis, signals), within="code")
    coded = run.timed("code", lambda: code(analysis, signals))
    by = coder_of(rules_only=run.rules_only)
    run.timed("write", lambda: record.add_reading(coded.report, coded.claims, coded.rejections, coder=by, run=name))
    run.reports += 1
    run.words += len(report.text.split())
    run.claims += len(coded.claims)
