"""What becomes of decisions when a report is read again, by the same coder and by newer ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.store import factories as make
from tests.store.deciding import NEWEST, REPORT, Deed, accept, correct, corrected, one, read, reject, said

from legation.errors import NotFoundError
from legation.records import Action, Claim, Coder, Kind
from legation.store import Added, Record

OTHER = Coder(name="another", version="1", model=None, ontology="1")


@pytest.fixture
def claim(record: Record) -> Claim:
    found = one()
    read(record, found, one(trigger=60))
    return found


def _newer(**fields: Any) -> Claim:
    return one(coder=make.NEWER, **fields)


def _newest(**fields: Any) -> Claim:
    return one(coder=NEWEST, **fields)


@pytest.mark.parametrize("deed", [accept, reject, correct])
def test_reading_again_with_the_same_coder_changes_no_decision(record: Record, claim: Claim, deed: Deed) -> None:
    deed(record, claim, "anna")
    before = said(record)
    added = read(record, claim, one(trigger=60))
    assert added == Added(report_is_new=False, claims_added=0, claims_known=2, superseded=0)
    assert said(record) == before
    assert record.desk.changes() == []


def test_reading_again_with_the_same_coder_after_an_undo_changes_nothing(record: Record, claim: Claim) -> None:
    record.desk.undo(reject(record, claim, "anna").number, by="anna")
    read(record, claim, one(trigger=60))
    assert said(record) == {claim.id, one(trigger=60).id}


def test_a_rejection_survives_a_newer_coder(record: Record, claim: Claim) -> None:
    reject(record, claim, "anna")
    newer, beside = _newer(day="2025-01-13"), one(trigger=60, coder=make.NEWER)
    added = read(record, newer, beside)
    assert added == Added(report_is_new=False, claims_added=1, claims_known=0, superseded=1, withheld=1)
    assert said(record) == {beside.id}
    assert record.claim(newer.id).id == newer.id


def test_a_rejection_survives_the_newer_coders_second_reading(record: Record, claim: Claim) -> None:
    reject(record, claim, "anna")
    read(record, _newer(day="2025-01-13"))
    added = read(record, _newer(day="2025-01-13"))
    assert added == Added(report_is_new=False, claims_added=0, claims_known=1, superseded=0)
    assert said(record) == set()


def test_a_rejection_survives_a_coder_that_overlooks_the_claim(record: Record, claim: Claim) -> None:
    reject(record, claim, "anna")
    read(record, coder=make.NEWER)
    read(record, _newest())
    assert said(record) == set()


def test_a_rejection_holds_for_another_coder_too(record: Record, claim: Claim) -> None:
    reject(record, claim, "anna")
    added = read(record, one(coder=OTHER))
    assert added.withheld == 1
    assert said(record) == {one(trigger=60).id}


def test_a_rejection_holds_for_a_claim_that_the_same_coder_says_newly_in_its_place(record: Record) -> None:
    read(record, one())
    reject(record, one(), "anna")
    added = read(record, one(), one(trigger=22), one(trigger=60))
    assert (added.claims_added, added.withheld) == (1, 1)
    assert said(record) == {one(trigger=60).id}


def test_a_rejection_holds_for_its_kind_and_words_only(record: Record, claim: Claim) -> None:
    reject(record, claim, "anna")
    elsewhere, of_another_kind = one(trigger=26, coder=make.NEWER), one(kind=Kind.MEETING, coder=make.NEWER)
    read(record, elsewhere, of_another_kind)
    assert said(record) == {elsewhere.id, of_another_kind.id}


def test_a_rejection_holds_in_its_own_report_only(record: Record, claim: Claim) -> None:
    reject(record, claim, "anna")
    reprint = make.report(f"{REPORT.text} So it was reported.")
    record.add_reading(reprint, [make.claim(reprint, trigger=20)])
    assert len(record.claims_of_report(reprint.id)) == 1


def test_a_rejection_survives_a_firmer_date(record: Record) -> None:
    guessed = replace(REPORT, published_on="2024-01-15", published_basis="inferred")
    record.add_reading(guessed, [replace(one(day="2024-01-14"), report=guessed)])
    number = record.desk.reject(one().id, by="anna", reason="no").number
    read(record, one())
    assert said(record) == set()
    record.desk.undo(number, by="anna")
    assert [each.when.start for each in record.claims()] == ["2025-01-14"]


def test_after_an_undo_a_newer_coder_speaks_freely(record: Record, claim: Claim) -> None:
    record.desk.undo(reject(record, claim, "anna").number, by="anna")
    added = read(record, _newer(day="2025-01-13"))
    assert (added.withheld, said(record)) == (0, {_newer().id})
    assert record.desk.changes() == []


def test_an_accepted_claim_stays_where_a_newer_coder_says_otherwise(record: Record, claim: Claim) -> None:
    accept(record, claim, "anna")
    added = read(record, _newer(day="2025-01-13"))
    assert (added.withheld, added.superseded) == (1, 1)
    assert said(record) == {claim.id}


def test_an_accepted_claim_stays_where_a_newer_coder_says_nothing(record: Record, claim: Claim) -> None:
    accept(record, claim, "anna")
    read(record, coder=make.NEWER)
    read(record, coder=NEWEST)
    assert said(record) == {claim.id}
    assert record.desk.changes() == []


def test_an_acceptance_follows_to_the_newer_coder_that_says_the_same(record: Record, claim: Claim) -> None:
    accept(record, claim, "anna")
    read(record, _newer())
    assert said(record) == {_newer().id}
    (carried,) = record.desk.reviews_on([_newer().id])
    assert (carried.action, carried.by, carried.reason) == (Action.ACCEPT, "anna", "it says so")
    read(record, _newest(day="2025-01-13"))
    assert said(record) == {_newer().id}
    assert [change.review.number for change in record.desk.changes()] == [carried.number]


def test_an_acceptance_follows_whoever_says_the_same_in_the_end(record: Record, claim: Claim) -> None:
    accept(record, claim, "anna")
    read(record, _newer(day="2025-01-13"))
    read(record, _newest())
    assert said(record) == {_newest().id}
    assert [review.claim for review in record.desk.reviews_on([claim.id, _newest().id])] == [_newest().id]
    assert record.desk.changes() == []


def test_an_accepted_claim_that_a_firmer_date_changes_stays(record: Record) -> None:
    guessed = replace(REPORT, published_on="2024-01-15", published_basis="inferred")
    record.add_reading(guessed, [replace(one(day="2024-01-14"), report=guessed)])
    record.desk.accept(one().id, by="anna")
    read(record, one())
    assert [each.when.start for each in record.claims()] == ["2024-01-14"]


def test_a_correction_survives_newer_coders(record: Record, claim: Claim) -> None:
    correct(record, claim, "anna")
    assert read(record, _newer()).withheld == 1
    assert read(record, _newest(day="2025-01-13")).withheld == 1
    assert said(record) == {corrected(claim).id}


def test_a_written_claim_survives_a_newer_coder_beside_its_claims(record: Record, claim: Claim) -> None:
    written = corrected(one(trigger=40))
    record.desk.write(written, by="anna")
    read(record, _newer(), one(trigger=40, coder=make.NEWER))
    assert said(record) == {written.id, _newer().id, one(trigger=40, coder=make.NEWER).id}


def test_what_was_adopted_stays_where_a_still_newer_coder_says_otherwise(record: Record, claim: Claim) -> None:
    number = reject(record, claim, "anna").number
    read(record, _newer(day="2025-01-13"))
    adopted = record.desk.adopt(number, _newer().id, by="bob", reason="now it is right")
    assert (adopted.action, adopted.claim, adopted.by) == (Action.ADOPT, _newer().id, "bob")
    read(record, _newer(day="2025-01-13"))
    read(record, _newest(day="2025-01-12"))
    assert said(record) == {_newer().id}
    assert [change.review.number for change in record.desk.changes()] == [adopted.number]


def test_what_was_adopted_follows_to_a_still_newer_coder_that_says_the_same(record: Record, claim: Claim) -> None:
    number = accept(record, claim, "anna").number
    read(record, _newer(day="2025-01-13"))
    record.desk.adopt(number, _newer().id, by="bob")
    assert said(record) == {_newer().id}
    read(record, _newest(day="2025-01-13"))
    assert said(record) == {_newest().id}
    (carried,) = record.desk.reviews_on([_newest().id])
    assert (carried.action, carried.by) == (Action.ADOPT, "bob")


def test_what_was_adopted_takes_the_place_of_a_correction(record: Record, claim: Claim) -> None:
    number = correct(record, claim, "anna").number
    read(record, _newer(day="2025-01-13"))
    adopted = record.desk.adopt(number, _newer().id, by="bob")
    assert said(record) == {_newer().id}
    assert record.desk.reviews(claim=claim.id)[0].undone_at == adopted.recorded_at


def test_what_was_set_aside_is_offered_no_more_until_a_newer_coder_speaks(record: Record, claim: Claim) -> None:
    number = reject(record, claim, "anna").number
    read(record, _newer(day="2025-01-13"))
    kept = record.desk.keep(number, _newer().id, by="bob", reason="still wrong")
    assert (kept.action, kept.claim, kept.reason) == (Action.KEEP, _newer().id, "still wrong")
    read(record, _newer(day="2025-01-13"))
    assert record.desk.changes() == []
    read(record, _newest(day="2025-01-12"))
    assert said(record) == set()
    assert [change.offered.id for change in record.desk.changes()] == [_newest().id]


def test_what_was_set_aside_is_offered_again_when_that_is_taken_back(record: Record, claim: Claim) -> None:
    number = correct(record, claim, "anna").number
    read(record, _newer(day="2025-01-13"))
    kept = record.desk.keep(number, _newer().id, by="bob")
    record.desk.undo(kept.number, by="bob")
    assert said(record) == {corrected(claim).id}
    assert [change.offered.id for change in record.desk.changes()] == [_newer().id]


def test_a_change_tells_what_stands_what_is_offered_and_in_what_they_differ(record: Record, claim: Claim) -> None:
    review = correct(record, claim, "anna")
    read(record, _newer(day="2025-01-13", event_type="AGREE"))
    (change,) = record.desk.changes()
    assert change.review == review
    assert change.kept is not None
    assert (change.kept.id, change.offered.id) == (corrected(claim).id, _newer().id)
    assert change.differs == ("event", "when")


def test_nothing_stands_where_a_newer_coder_offers_something_for_a_rejection(record: Record, claim: Claim) -> None:
    review = reject(record, claim, "anna")
    read(record, _newer(day="2025-01-13"))
    (change,) = record.desk.changes()
    assert (change.review, change.kept, change.offered.id) == (review, None, _newer().id)
    assert change.differs == ("when",)


def test_a_newer_coder_that_repeats_what_was_rejected_or_agrees_with_a_correction_is_no_change(
    record: Record, claim: Claim
) -> None:
    reject(record, claim, "anna")
    correct(record, one(trigger=60), "anna")
    added = read(record, _newer(), one(trigger=60, coder=make.NEWER, day="2025-01-10"))
    assert added.withheld == 2
    assert record.desk.changes() == []


def test_what_an_overtaken_coder_offered_is_no_change(record: Record, claim: Claim) -> None:
    number = reject(record, claim, "anna").number
    read(record, _newer(day="2025-01-13"))
    read(record, coder=NEWEST)
    assert record.desk.changes() == []
    with pytest.raises(NotFoundError, match=f"review {number}: no newer coder offers claim {_newer().id}"):
        record.desk.adopt(number, _newer().id, by="bob")


def test_only_what_is_offered_can_be_adopted_or_set_aside(record: Record, claim: Claim) -> None:
    number = reject(record, claim, "anna").number
    read(record, _newer(day="2025-01-13"))
    for deed in (record.desk.adopt, record.desk.keep):
        for other in ("0" * 20, claim.id):
            with pytest.raises(NotFoundError, match=f"review {number}: no newer coder offers claim {other}"):
                deed(number, other, by="bob")
        with pytest.raises(NotFoundError, match="no review 99 in the record"):
            deed(99, _newer().id, by="bob")
    assert said(record) == set()


def test_a_decision_that_was_taken_back_has_nothing_on_offer(record: Record, claim: Claim) -> None:
    number = reject(record, claim, "anna").number
    read(record, _newer(day="2025-01-13"))
    record.desk.undo(number, by="anna")
    assert record.desk.changes() == []
    with pytest.raises(NotFoundError, match=f"no review {number} in force"):
        record.desk.keep(number, _newer().id, by="bob")
