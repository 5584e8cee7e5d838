from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from legation.documents import Source
from legation.errors import RecordError
from legation.pipeline import Failure, Kept, Reading, Request, Tally, read_all, record_all
from legation.store import Record

Make = Callable[..., Source]


def run(record: Record, sources: list[Source], *, jobs: int = 1) -> list[Kept]:
    return list(record_all(record, read_all(sources, Request(), jobs=jobs), command="read"))


def several(source: Make, text: str) -> list[Source]:
    return [source(text.replace("Georgia", name), f"{name}.txt") for name in ("Georgia", "Iran", "France")]


@pytest.mark.parametrize("jobs", [1, 2])
def test_readings_and_failures_are_recorded(record: Record, source: Make, text: str, jobs: int) -> None:
    kept = run(record, [*several(source, text), source("...", "empty.txt")], jobs=jobs)
    assert [type(one.outcome) for one in kept] == [Reading, Reading, Reading, Failure]
    counts = record.counts()
    assert (counts["reports"], counts["rejections"] > 0, counts["runs"]) == (3, True, 1)
    (refused,) = record.rejections(source="empty.txt")
    assert refused.rejection.rule == "has-text"


def test_a_second_run_adds_nothing(record: Record, source: Make, text: str) -> None:
    run(record, several(source, text))
    before = record.counts()
    kept = run(record, several(source, text))
    assert all(one.added and one.added.claims_added == 0 for one in kept)
    assert record.counts() == before | {"runs": 2}


def test_what_was_yielded_before_an_interruption_is_kept(record: Record, source: Make, text: str) -> None:
    kept = record_all(record, read_all(several(source, text), Request()), command="read")
    next(kept)
    kept.close()
    assert record.counts()["reports"] == 1
    run(record, several(source, text))
    assert record.counts()["reports"] == 3


def test_a_reading_that_cannot_be_recorded_does_not_stop_the_others(
    record: Record, source: Make, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = record.add_reading

    def refuse_iran(report, *args, **kwargs):  # type: ignore[no-untyped-def]
        if "Iran" in report.text:
            raise RecordError("a text that is no valid Unicode")
        return add(report, *args, **kwargs)

    monkeypatch.setattr(record, "add_reading", refuse_iran)
    kept = run(record, several(source, text))
    assert [type(one.outcome) for one in kept] == [Reading, Failure, Reading]
    assert "Iran.txt: cannot be recorded" in kept[1].outcome.message  # type: ignore[union-attr]
    assert record.rejections(source="Iran.txt")


def test_a_record_that_fails_ends_the_run(
    record: Record, source: Make, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise RecordError("the disk is full")

    monkeypatch.setattr(record, "add_reading", refuse)
    monkeypatch.setattr(record, "add_rejections", refuse)
    with pytest.raises(RecordError):
        run(record, several(source, text))


def test_a_tally_counts_what_is_new(record: Record, source: Make, text: str) -> None:
    def tally(kept: Iterator[Kept] | list[Kept]) -> Tally:
        counted = Tally()
        for one in kept:
            counted.add(one)
        return counted

    first = tally(run(record, [*several(source, text), source("...", "empty.txt")]))
    assert (first.reports, first.reports_new, first.failures) == (3, 3, 1)
    assert first.claims == first.claims_new > 0
    again = tally(run(record, several(source, text)))
    assert (again.reports, again.reports_new, again.claims, again.claims_new) == (3, 0, first.claims, 0)
