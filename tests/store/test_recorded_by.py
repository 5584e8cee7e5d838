"""``ClaimQuery.recorded_by``: what the record said at a moment."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store import factories as make
from tests.store.deciding import REPORT, correct, corrected, one, read, reject

from legation.records import Claim
from legation.store import ClaimQuery, Order, Record

LONG_AGO = "2020-01-01T00:00:00.000000+00:00"


@pytest.fixture
def claim(record: Record) -> Claim:
    found = one()
    read(record, found, one(trigger=60, actors=["IRN"], recipients=["IRQ"]))
    return found


def _moment(record: Record) -> str:
    """Return the present moment by the clock of the record."""
    return record.desk.assess("clock", "criterion", "now", by="anna", reason="").recorded_at


def _said(record: Record, at: str | None, **fields: object) -> list[str]:
    query = replace(ClaimQuery(order=Order.RECORDED, recorded_by=at), **fields)  # type: ignore[arg-type]
    return [each.id for each in record.claims(query)]


def test_before_the_first_reading_nothing_was_said(record: Record, claim: Claim) -> None:
    assert _said(record, LONG_AGO) == []
    assert len(_said(record, None)) == 2


def test_what_a_newer_reading_superseded_was_said_before_it(record: Record, claim: Claim) -> None:
    before = _moment(record)
    newer = one(coder=make.NEWER, day="2025-01-13")
    read(record, newer)
    after = _moment(record)
    assert _said(record, before) == [claim.id, one(trigger=60).id]
    assert _said(record, after) == _said(record, None) == [newer.id]


def test_a_rejected_claim_was_said_until_the_moment_of_its_rejection(record: Record, claim: Claim) -> None:
    before, review = _moment(record), reject(record, claim, "anna")
    undo = record.desk.undo(review.number, by="anna")
    assert claim.id in _said(record, before)
    assert claim.id not in _said(record, review.recorded_at)
    assert claim.id in _said(record, undo.recorded_at)


def test_a_correction_and_the_coders_claim_were_never_said_together(record: Record, claim: Claim) -> None:
    before, review = _moment(record), correct(record, claim, "anna")
    for moment, id_ in ((before, claim.id), (review.recorded_at, corrected(claim).id)):
        assert set(_said(record, moment)) == {id_, one(trigger=60).id}


def test_what_was_withheld_was_said_at_no_moment(record: Record, claim: Claim) -> None:
    reject(record, claim, "anna")
    newer = one(coder=make.NEWER, day="2025-01-13")
    read(record, newer)
    recorded = record.desk.trail(newer.id)[0].at
    assert _said(record, recorded) == []
    assert _said(record, _moment(record)) == []


def test_a_claim_comes_as_it_was_then(record: Record) -> None:
    guessed = replace(REPORT, published_on="2024-01-15", published_basis="inferred")
    record.add_reading(guessed, [replace(one(day="2024-01-14"), report=guessed)])
    before = _moment(record)
    read(record, one())
    (then,), (now,) = (record.claims(ClaimQuery(recorded_by=at)) for at in (before, None))
    assert then.id == now.id
    assert (then.when.start, now.when.start) == ("2024-01-14", "2025-01-14")


@pytest.mark.parametrize(
    "fields",
    [
        {"parties": ("IRN", "IRQ")},
        {"any_party": ("IRN", "GEO")},
        {"actors": ("IRN",)},
        {"recipients": ("IRQ", "GEO")},
        {"text": "Basra", "parties": ("IRN",)},
        {"date_from": "2025-01-14", "date_to": "2025-01-14", "parties": ("IRQ",)},
        {"as_of": "2025-01-15", "parties": ("IRN",)},
    ],
)
def test_other_conditions_hold_at_the_moment_too(record: Record, claim: Claim, fields: dict[str, object]) -> None:
    wanted = one(trigger=60)
    before = _moment(record)
    reject(record, wanted, "anna")
    assert _said(record, before, **fields) == [wanted.id]
    assert _said(record, None, **fields) == []
    assert _said(record, LONG_AGO, **fields) == []


def test_limit_and_offset_count_what_was_said_then(record: Record, claim: Claim) -> None:
    before = _moment(record)
    reject(record, claim, "anna")
    assert _said(record, before, limit=1) == [claim.id]
    assert _said(record, before, limit=1, offset=1) == [one(trigger=60).id]


def test_claims_of_full_ids_are_those_of_the_moment(record: Record, claim: Claim) -> None:
    before = _moment(record)
    reject(record, claim, "anna")
    ids = [claim.id, one(trigger=60).id, "unknown"]
    assert [each.id for each in record.claims_by_id(ids, before)] == ids[:2]
    assert [each.id for each in record.claims_by_id(ids)] == ids[1:2]
    assert record.claims_by_id(ids, LONG_AGO) == []


def test_a_search_is_asked_for_both_times(record: Record) -> None:
    report = make.report(published_on="2025-01-14")
    claim = make.claim(report)
    record.add_reading(report, [claim])
    word = report.text.split()[0]
    moment = record.desk.take_snapshot("then", by="anna").recorded_at
    record.desk.reject(claim.id, by="anna", reason="no")
    assert record.search(word) == []
    assert [hit.claim.id for hit in record.search(word, recorded_by=moment)] == [claim.id]
    assert record.search(word, recorded_by=moment, as_of="2025-01-13") == []
    assert len(record.search(word, recorded_by=moment, as_of="2025-01-14")) == 1
