from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.store import factories as make
from tests.store.deciding import REPORT, judgement, one, read, reject

from legation.records import Kind, Modality
from legation.store import Reach, Record

REACH = Reach(
    codes=("ARM", "USA"),
    kind="event",
    event_type="CONSULT",
    first=date(2025, 1, 12),
    last=date(2025, 1, 16),
    recalling=30,
)


def _tell(record: Record, number: int, **fields: Any) -> str:
    """Record a claim of another report and return its id."""
    report = make.long_report(number, 1, published_on="2025-01-17")
    claim = make.claim(report, **fields)
    record.add_reading(report, [claim])
    return claim.id


def _near(record: Record, **fields: Any) -> list[str]:
    return [claim.id for claim in record.judgements.near([replace(REACH, **fields)], REPORT.id)[0]]


def test_a_reading_is_unlinked_until_a_linker_has_seen_it(record: Record) -> None:
    read(record, one(), one(trigger=60))
    (reading,) = record.judgements.unlinked("linker 1")
    assert reading.report == REPORT
    assert {claim.id for claim in reading.claims} == {one().id, one(trigger=60).id}
    assert record.judgements.unlinked_count("linker 1") == 1
    assert record.judgements.add_linking(reading.reading, "linker 1", [judgement("a", "b", "linker 1")]) == 1
    assert record.judgements.unlinked("linker 1") == []
    assert record.judgements.unlinked_count("linker 1") == 0
    assert len(record.judgements.on(["a"])) == 1


def test_a_linking_can_be_recorded_twice(record: Record) -> None:
    read(record, one())
    (reading,) = record.judgements.unlinked("linker 1")
    found = [judgement("a", "b", "linker 1")]
    assert record.judgements.add_linking(reading.reading, "linker 1", found) == 1
    assert record.judgements.add_linking(reading.reading, "linker 1", found) == 0


def test_unlinked_readings_come_the_first_recorded_first(record: Record) -> None:
    reports = [make.long_report(number, 1) for number in range(3)]
    for report in reports:
        record.add_reading(report, make.claims(report, 1))
    assert [each.report.id for each in record.judgements.unlinked("linker 1", 2)] == [
        report.id for report in reports[:2]
    ]
    assert [each.report.id for each in record.judgements.unlinked("linker 1", report=reports[2].id)] == [reports[2].id]
    assert record.judgements.unlinked_count("linker 1") == 3


def test_a_newer_reading_is_unlinked_and_the_older_says_nothing_any_more(record: Record) -> None:
    read(record, one())
    read(record, one(coder=make.NEWER))
    older, newer = record.judgements.unlinked("linker 1")
    assert (older.claims, [claim.id for claim in newer.claims]) == ((), [one(coder=make.NEWER).id])


def test_what_is_said_again_after_an_undo_is_unlinked(record: Record) -> None:
    read(record, one())
    (reading,) = record.judgements.unlinked("linker 1")
    record.judgements.add_linking(reading.reading, "linker 1", [])
    record.desk.undo(reject(record, one(), "anna").number, by="anna")
    (again,) = record.judgements.unlinked("linker 1")
    assert [claim.id for claim in again.claims] == [one().id]


def test_a_reading_again_that_adds_nothing_leaves_nothing_to_link(record: Record) -> None:
    read(record, one())
    (reading,) = record.judgements.unlinked("linker 1")
    record.judgements.add_linking(reading.reading, "linker 1", [])
    read(record, one())
    assert record.judgements.unlinked_count("linker 1") == 0


@pytest.mark.parametrize(
    ("fields", "is_near"),
    [
        ({"day": "2025-01-12"}, True),
        ({"day": "2025-01-16"}, True),
        ({"day": "2025-01-11"}, False),
        ({"day": "2025-01-17"}, False),
        ({"day": "2025-01-01", "last_day": "2025-01-12"}, True),
        ({"day": "2024-01-08", "last_day": "2025-12-31"}, True),
        ({"day": "2024-01-06", "last_day": "2025-12-31"}, False),  # over 370 days before
        ({"day": None}, True),  # published on 2025-01-17
        ({"day": "2025-02-10", "modality": Modality.HISTORICAL}, True),
        ({"day": "2025-02-16", "modality": Modality.HISTORICAL}, False),
        ({"day": "2024-06-01", "modality": Modality.HISTORICAL}, True),
        ({"actors": ["GEO"], "recipients": ["IRN"]}, True),  # the place of the act is in Armenia
        ({"actors": ["GEO"]}, True),
    ],
)
def test_what_is_within_reach_by_day_and_party(record: Record, fields: dict[str, Any], is_near: bool) -> None:
    id_ = _tell(record, 1, **fields)
    assert _near(record) == ([id_] if is_near else [])


def test_claims_without_a_shared_code_are_out_of_reach(record: Record) -> None:
    _tell(record, 1)
    assert _near(record, codes=("FRA",)) == []
    assert _near(record, codes=()) == []


def test_an_undated_claim_of_a_later_report_is_in_reach_while_it_may_recall(record: Record) -> None:
    _tell(record, 1, day=None)
    assert _near(record, recalling=1) != []
    assert _near(record, recalling=0) == []


def test_claims_of_the_same_report_and_superseded_ones_are_left_out(record: Record) -> None:
    read(record, one())
    assert _near(record) == []
    assert record.judgements.near([REACH], "another") != [[]]
    reject(record, one(), "anna")
    assert record.judgements.near([REACH], "another") == [[]]


def test_the_likeliest_come_first(record: Record) -> None:
    later = _tell(record, 1, day=None)
    other_kind = _tell(record, 2, kind=Kind.STATEMENT, event_type=None)
    fewer_codes = _tell(record, 3, recipients=["IRN"])
    best = _tell(record, 4)
    same_type = _tell(record, 5, kind=Kind.MEETING)
    assert _near(record) == [best, same_type, fewer_codes, other_kind, later]


def test_at_most_120_are_within_reach(record: Record) -> None:
    report = make.long_report(1, 130)
    record.add_reading(report, make.claims(report, 130))
    found = _near(record)
    assert (len(found), len(set(found))) == (120, 120)


@pytest.mark.parametrize(("first", "last"), [(date.min, date.min), (date.max, date.max), (date.min, date.max)])
def test_a_reach_to_the_ends_of_time_is_cut(record: Record, first: date, last: date) -> None:
    id_ = _tell(record, 1)
    spans_it = first == date.min and last == date.max
    assert _near(record, first=first, last=last) == ([id_] if spans_it else [])


def test_a_newer_linker_sees_every_reading_again_and_overtakes_the_older(record: Record) -> None:
    read(record, one())
    (reading,) = record.judgements.unlinked("linker 1")
    old = judgement(one().id, "z" * 20, "linker 1")
    record.judgements.add_linking(reading.reading, "linker 1", [old])
    assert record.judgements.unlinked_count("linker 2") == 1
    new = judgement(one().id, "y" * 20, "linker 2")
    record.judgements.add_linking(reading.reading, "linker 2", [new])
    assert [each.by for each in record.judgements.on([one().id])] == ["linker 2"]
    assert record.judgements.unlinked_count("linker 2") == 0
