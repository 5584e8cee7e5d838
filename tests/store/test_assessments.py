from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.store.deciding import writer

from legation.errors import LegationError, RecordError
from legation.records.reviews import FIELDS
from legation.store import Record
from legation.store.assessments import assess

FREE = {"criterion": "the road is open", "likelihood": "60", "next review": "2026-01-31"}


def test_a_value_is_set_and_read(record: Record) -> None:
    made = record.desk.assess("c1", "completion", "limited", by="anna", reason="half is built")
    assert (made.subject, made.field, made.value, made.by) == ("c1", "completion", "limited", "anna")
    assert made.reason == "half is built"
    assert record.desk.assessments(["c1"]) == [made]
    assert record.desk.assessments(["c2"]) == record.desk.assessments([]) == []


def test_the_next_value_takes_the_place_of_the_former_whoever_sets_it(record: Record) -> None:
    first = record.desk.assess("c1", "completion", "limited", by="anna", reason="half is built")
    second = record.desk.assess("c1", "completion", "complete", by="bob", reason="it is open")
    assert record.desk.assessments(["c1"]) == [second]
    assert record.desk.assessments(["c1"], first.recorded_at) == [first]


def test_values_of_other_fields_and_subjects_stand_beside(record: Record) -> None:
    set_ = [
        record.desk.assess(subject, field, value, by="anna", reason="")
        for subject, field, value in (
            ("c1", "completion", "limited"),
            ("c1", "compliance", "+1"),
            ("publisher:Example Wire", "reliability", "B"),
        )
    ]
    found = record.desk.assessments(["c1", "publisher:Example Wire"])
    assert sorted(found, key=lambda each: each.recorded_at) == set_


@pytest.mark.parametrize("field", FIELDS)
def test_every_allowed_value_can_be_set(record: Record, field: str) -> None:
    for value in FIELDS[field] or (FREE[field],):
        record.desk.assess("c1", field, value, by="anna", reason="")
        assert record.desk.assessments(["c1"])[0].value == value


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("colour", "red", r"nothing called 'colour' can be assessed \(lifecycle, completion, .*credibility\)"),
        ("completion", "done", "completion: 'done' is none of no evidence, not started, limited, .*complete"),
        ("compliance", "1", r"compliance: '1' is none of -1, 0, \+1"),
        ("reliability", "b", "reliability: 'b' is none of A, B, C, D, E, F"),
        ("lifecycle", "", "lifecycle: '' is none of pipeline"),
        ("criterion", "  ", "criterion: a value is missing"),
        ("likelihood", "0", r"likelihood: a percentage from 1 to 99 \(got '0'\)"),
        ("likelihood", "100", r"likelihood: a percentage from 1 to 99 \(got '100'\)"),
        ("likelihood", "60%", r"likelihood: a percentage from 1 to 99 \(got '60%'\)"),
        ("likelihood", "", r"likelihood: a percentage from 1 to 99 \(got ''\)"),
        ("likelihood", "²", r"likelihood: a percentage from 1 to 99 \(got '²'\)"),
        ("next review", "soon", r"YYYY-MM-DD \(got 'soon'\)"),
        ("next review", "2025-02-30", "no calendar has the day '2025-02-30'"),
    ],
)
def test_other_fields_and_values_are_refused_by_name(record: Record, field: str, value: str, message: str) -> None:
    with pytest.raises(LegationError, match=message):
        record.desk.assess("c1", field, value, by="anna", reason="")
    assert record.desk.assessments(["c1"]) == []


@pytest.mark.parametrize("by", ["", "  "])
def test_who_sets_a_value_must_be_named(record: Record, by: str) -> None:
    with pytest.raises(RecordError, match="needs the name of who makes it"):
        record.desk.assess("c1", "completion", "limited", by=by, reason="")


def test_many_subjects_are_asked_for_at_once(record: Record) -> None:
    for number in (0, 950, 1900):
        record.desk.assess(f"c{number}", "completion", "limited", by="anna", reason="")
    assert len(record.desk.assessments([f"c{number}" for number in range(2000)])) == 3


@pytest.mark.parametrize("is_known", [True, False])
def test_two_values_set_at_once_leave_one(record: Record, is_known: bool) -> None:
    if is_known:
        record.desk.assess("c1", "completion", "not started", by="anna", reason="")
    with ThreadPoolExecutor(1) as pool:
        with writer(record) as connection:
            assess(connection, "c1", "completion", "limited", by="anna", reason="")
            second = pool.submit(record.desk.assess, "c1", "completion", "complete", by="bob", reason="")
            time.sleep(0.3)
        second.result()
    assert len(record.desk.assessments(["c1"])) == 1
