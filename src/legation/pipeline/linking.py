"""Linking what is new in a record to what it holds: tellings of one act, copies of one text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from legation.consolidation import judge
from legation.consolidation.pair_features import DAYS_APART, RECALLED, reachable, time_of
from legation.models import linker
from legation.pipeline.copies import copied
from legation.records import LINKER, Claim, Judgement, Report
from legation.store import Reach, Record, Unlinked

_BATCH = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking one reading said: the report's id and how many judgements are new."""

    report: str
    judgements: int


def link_all(record: Record) -> Iterator[Linked]:
    """Link every reading that no linker has seen, and yield each once its judgements are kept.

    Stopped at any moment, it goes on where it stopped.  Raises RecordError where the database fails.
    """
    while batch := record.judgements.unlinked(_BATCH):
        for reading in batch:
            yield link(record, reading)


def link_report(record: Record, report: str) -> int:
    """Link the new readings of a report (full id); return how many judgements are new."""
    return sum(link(record, reading).judgements for reading in record.judgements.unlinked(_BATCH, report))


def link(record: Record, reading: Unlinked) -> Linked:
    """Compare one reading with what the record holds and keep the judgements."""
    found = {(j.bond, j.pair): j for j in (*_tellings(record, reading), *_copies(record, reading.report))}
    by = f"{LINKER}{linker().label}"
    added = record.judgements.add_linking(reading.reading, by, list(found.values()))
    return Linked(report=reading.report.id, judgements=added)


def _tellings(record: Record, reading: Unlinked) -> Iterator[Judgement]:
    for number, claim in enumerate(reading.claims):
        beside = reading.claims[number + 1 :]
        for other in (*beside, *record.judgements.near(_reach(claim), reading.report.id)):
            if (judgement := judge(claim, other)) is not None:
                yield judgement


def _copies(record: Record, report: Report) -> Iterator[Judgement]:
    for other in record.judgements.alike(report.id):
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
