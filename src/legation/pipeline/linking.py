"""Linking what is new in a record to what it holds: tellings of one act, copies of one text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from legation.consolidation import judge
from legation.consolidation.pair_features import DAYS_APART, reachable, time_of
from legation.consolidation.traits import RECALLED
from legation.models import linker
from legation.pipeline.copies import copied
from legation.records import LINKER, Claim, Judgement, Report, Verdict
from legation.store import Reach, Record, Unlinked

_BATCH = 50
_BESIDE = 20  # a story of hundreds of reports is not held against all of them: one of an origin is enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking one reading said: the report's id and how many judgements are new."""

    report: str
    judgements: int


def link_all(record: Record) -> Iterator[Linked]:
    """Link every reading that this linker has not seen, and yield each once its judgements are kept.

    Stopped at any moment, it goes on where it stopped.  Raises RecordError where the database fails.
    """
    while batch := record.judgements.unlinked(linker_name(), _BATCH):
        for reading in batch:
            yield link(record, reading)


def linker_name() -> str:
    """Return under which name the linker of this version judges."""
    return f"{LINKER}{linker().label}"


def link_report(record: Record, report: str) -> int:
    """Link the new readings of a report (full id); return how many judgements are new."""
    waiting = record.judgements.unlinked(linker_name(), _BATCH, report)
    return sum(link(record, reading).judgements for reading in waiting)


def link(record: Record, reading: Unlinked) -> Linked:
    """Compare one reading with what the record holds and keep the judgements."""
    near: dict[str, Claim] = {}
    tellings = list(_tellings(record, reading, near))
    one = (id_ for j in tellings if j.verdict is Verdict.SAME for id_ in j.pair)
    beside = {near[id_].report.id for id_ in one if id_ in near}
    found = {(j.bond, j.pair): j for j in (*tellings, *_copies(record, reading.report, beside))}
    added = record.judgements.add_linking(reading.reading, linker_name(), list(found.values()))
    return Linked(report=reading.report.id, judgements=added)


def _tellings(record: Record, reading: Unlinked, near: dict[str, Claim]) -> Iterator[Judgement]:
    """Yield judgements on the claims of a reading; ``near`` is filled with the claims of others that it meets."""
    met = record.judgements.near([_reach(claim) for claim in reading.claims], reading.report.id)
    for number, (claim, others) in enumerate(zip(reading.claims, met, strict=True), start=1):
        near.update((other.id, other) for other in others)
        for other in (*reading.claims[number:], *reading.beside, *others):
            if (judgement := judge(claim, other)) is not None:
                yield judgement


def _copies(record: Record, report: Report, beside: set[str]) -> Iterator[Judgement]:
    """Yield the judgements that a report and others have one origin: those alike, and some that tell the same."""
    alike = record.judgements.alike(report.id)
    known = {other.id for other in alike} | {report.id}
    for other in (*alike, *(record.report(id_) for id_ in sorted(beside - known)[:_BESIDE])):
        if (judgement := copied(report, other)) is not None:
            yield judgement


def _reach(claim: Claim) -> Reach:
    first, last = time_of(claim)
    slack = timedelta(days=DAYS_APART - 1)
    return Reach(
        codes=tuple(sorted(reachable(claim))),
        kind=claim.kind.value,
        event_type=claim.event.type if claim.event else None,
        first=max(date.min + slack, first) - slack,
        last=min(date.max - slack, last) + slack,
        recalling=RECALLED,
    )
