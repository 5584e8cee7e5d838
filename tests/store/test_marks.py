from __future__ import annotations

import pytest
from sqlalchemy import insert, select
from tests.store import factories as make
from tests.store.deciding import writer

from legation.records import Report
from legation.records.marks import Credit, Marks
from legation.store import Record
from legation.store.tables import reports, shingles

REUTERS = Credit(agency="agency:reuters", start=0, end=7)
AFP = Credit(agency="agency:afp", start=10, end=13)


def _add(record: Record, number: int, shared: set[int], *credits_: Credit, day: str | None = "2025-01-15") -> Report:
    report = make.long_report(number, 1, published_on=day)
    marks = Marks(shingles=frozenset(shared), credits=credits_)
    record.add_reading(report, [], coder=make.CODER, marks=marks)
    return report


def _alike(record: Record, report: Report) -> list[str]:
    return [each.id for each in record.judgements.alike(report.id)]


def test_reports_that_share_two_runs_of_words_are_alike_both_ways(record: Record) -> None:
    one, other = _add(record, 1, {1, 2, 3}), _add(record, 2, {2, 3, 4})
    _add(record, 3, {3, 4, 5, -(2**63)})
    assert record.judgements.alike(one.id) == [other]
    assert one.id in _alike(record, other)


def test_one_shared_run_of_words_is_not_enough(record: Record) -> None:
    one = _add(record, 1, {1, 2})
    _add(record, 2, {2, 3})
    _add(record, 3, set())
    assert _alike(record, one) == []


def test_hashes_of_64_bits_are_kept(record: Record) -> None:
    ends = {2**63 - 1, -(2**63)}
    one, other = _add(record, 1, ends), _add(record, 2, ends)
    assert _alike(record, one) == [other.id]


def test_who_shares_most_comes_first(record: Record) -> None:
    one = _add(record, 1, {1, 2, 3, 4})
    two, four, three = (_add(record, n, set(range(1, n + 1))) for n in (2, 4, 3))
    assert _alike(record, one) == [four.id, three.id, two.id]


@pytest.mark.parametrize(
    ("day", "is_alike"),
    [("2025-03-01", True), ("2025-03-02", False), ("2024-12-01", True), ("2024-11-30", False), (None, True)],
)
def test_copies_appear_within_45_days(record: Record, day: str | None, is_alike: bool) -> None:
    one, other = _add(record, 1, {1, 2}), _add(record, 2, {1, 2}, day=day)
    assert _alike(record, one) == ([other.id] if is_alike else [])


def test_at_most_40_reports_are_alike(record: Record) -> None:
    found = [_add(record, number, {1, 2}) for number in range(42)]
    assert len(_alike(record, found[0])) == 40


@pytest.mark.parametrize(("number", "is_alike"), [(498, True), (499, False)])
def test_runs_of_words_that_everybody_has_are_no_sign(record: Record, number: int, is_alike: bool) -> None:
    one, other = _add(record, 1, {1, 2, 3}), _add(record, 2, {1, 2})
    row = {"text": "", "language": "en", "published_basis": "unknown", "recorded_at": "2025-01-15"}
    with writer(record) as connection:
        connection.execute(insert(reports), [row | {"id": f"{n:064}"} for n in range(number)])
        numbers = connection.scalars(select(reports.c.pk).where(reports.c.text == "")).all()
        connection.execute(insert(shingles), [{"shingle": 1, "report": pk} for pk in numbers])
    assert _alike(record, one) == ([other.id] if is_alike else [])


def test_an_unknown_report_is_like_none(record: Record) -> None:
    assert record.judgements.alike("0" * 64) == []


def test_credits_come_back_for_the_reports_that_have_any(record: Record) -> None:
    one, two, none = _add(record, 1, set(), REUTERS, AFP), _add(record, 2, set(), AFP), _add(record, 3, {1})
    found = record.judgements.credits([one.id, two.id, none.id, "unknown"])
    assert {id_: set(credits_) for id_, credits_ in found.items()} == {one.id: {REUTERS, AFP}, two.id: {AFP}}
    assert record.judgements.credits([none.id]) == record.judgements.credits([]) == {}


def test_many_reports_are_asked_for_at_once(record: Record) -> None:
    one = _add(record, 1, set(), REUTERS)
    assert list(record.judgements.credits([*(f"{n:064}" for n in range(2000)), one.id])) == [one.id]


def test_marks_are_kept_once_however_often_a_report_is_read(record: Record) -> None:
    one = _add(record, 1, {1, 2}, REUTERS)
    other = _add(record, 2, {1, 2})
    _add(record, 1, {1, 2}, REUTERS)
    assert record.judgements.credits([one.id]) == {one.id: [REUTERS]}
    assert _alike(record, one) == [other.id]


def test_a_report_that_was_read_without_marks_gets_them_when_it_is_read_again(record: Record) -> None:
    bare = make.long_report(1, 1)
    record.add_reading(bare, [], coder=make.CODER)
    other = _add(record, 2, {1, 2})
    _add(record, 1, {1, 2}, REUTERS)
    assert record.judgements.credits([bare.id]) == {bare.id: [REUTERS]}
    assert _alike(record, other) == [bare.id]
