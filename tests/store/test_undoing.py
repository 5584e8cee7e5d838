"""Taking reviews back (``reviews.undo``, ``restoring``)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store import factories as make
from tests.store.deciding import CHANGES, REPORT, Deed, accept, correct, corrected, one, read, reject, said

from legation.errors import ConflictError, NotFoundError
from legation.records import Action, Claim, claim_to_dict
from legation.store import Record


@pytest.fixture
def claim(record: Record) -> Claim:
    found = one(object={"name": "treaty on transit"})
    read(record, found)
    return found


def test_a_rejection_that_is_taken_back_lets_the_claim_be_said_again_as_it_was(record: Record, claim: Claim) -> None:
    review = reject(record, claim, "anna")
    undo = record.desk.undo(review.number, by="bob", reason="they did sign")
    assert (undo.action, undo.undoes, undo.claim) == (Action.UNDO, review.number, claim.id)
    assert (undo.by, undo.reason) == ("bob", "they did sign")
    assert [claim_to_dict(each) for each in record.claims()] == [claim_to_dict(claim)]
    assert record.desk.reviews(claim=claim.id)[1].undone_at == undo.recorded_at


def test_a_correction_that_is_taken_back_gives_way_to_the_coders_claim(record: Record, claim: Claim) -> None:
    undo = record.desk.undo(correct(record, claim, "anna").number, by="anna")
    assert said(record) == {claim.id}
    assert undo.result == corrected(claim).id
    assert record.claim(claim.id).when == claim.when


def test_a_written_claim_that_is_taken_back_is_no_longer_said(record: Record, claim: Claim) -> None:
    review = record.desk.write(corrected(one(trigger=60)), by="anna")
    record.desk.undo(review.number, by="anna")
    assert said(record) == {claim.id}


def test_an_acceptance_that_is_taken_back_leaves_what_the_coder_says(record: Record, claim: Claim) -> None:
    record.desk.undo(accept(record, claim, "anna").number, by="anna")
    assert said(record) == {claim.id}
    read(record, coder=make.NEWER)
    assert said(record) == set()


def test_after_an_undo_one_can_decide_again(record: Record, claim: Claim) -> None:
    record.desk.undo(reject(record, claim, "anna").number, by="anna")
    assert correct(record, claim, "bob").by == "bob"
    assert said(record) == {corrected(claim).id}


def test_a_review_is_taken_back_once(record: Record, claim: Claim) -> None:
    review = reject(record, claim, "anna")
    undo = record.desk.undo(review.number, by="anna")
    with pytest.raises(ConflictError, match=rf"^review {review.number}: already taken back$"):
        record.desk.undo(review.number, by="bob")
    with pytest.raises(ConflictError, match=rf"^review {undo.number}: an undo$"):
        record.desk.undo(undo.number, by="bob")
    with pytest.raises(NotFoundError, match="no review 99 in the record"):
        record.desk.undo(99, by="bob")
    assert said(record) == {claim.id}


@pytest.mark.parametrize("later", [accept, reject, correct])
def test_a_correction_that_another_decision_rests_on_is_taken_back_after_it(
    record: Record, claim: Claim, later: Deed
) -> None:
    first = correct(record, claim, "anna")
    second = later(record, corrected(claim), "bob")
    message = f"review {first.number}: review {second.number} rests on it; undo that one first"
    with pytest.raises(ConflictError, match=message):
        record.desk.undo(first.number, by="anna")
    record.desk.undo(second.number, by="bob")
    assert said(record) == {corrected(claim).id}
    record.desk.undo(first.number, by="anna")
    assert said(record) == {claim.id}


def test_corrections_of_one_reviewer_are_taken_back_one_after_the_other(record: Record, claim: Claim) -> None:
    numbers, days = [], ["2025-01-10", "2025-01-11", "2025-01-12"]
    for before, day in zip([claim, *[corrected(claim)] * 2], days, strict=True):
        made = corrected(claim, day)
        numbers.append(record.desk.correct(before.id, made, CHANGES, by="anna", reason="again").number)
    for number, day in zip(reversed(numbers), ["2025-01-11", "2025-01-10", "2025-01-14"], strict=True):
        record.desk.undo(number, by="anna")
        assert [each.when.start for each in record.claims()] == [day]


def test_a_hand_written_claim_comes_back_whatever_ontology_its_reviewer_used_later(record: Record) -> None:
    read(record, one())
    older, newer = make.REVIEWER, replace(make.REVIEWER, ontology="2")
    first = corrected(one(trigger=40), coder=older)
    record.desk.write(first, by="anna")
    record.desk.write(corrected(one(trigger=60), coder=newer), by="anna")
    review = record.desk.reject(first.id, by="bob", reason="no")
    record.desk.undo(review.number, by="bob")
    assert first.id in said(record)
    accepted = record.desk.accept(first.id, by="bob")
    record.desk.undo(accepted.number, by="bob")
    assert first.id in said(record)


def test_a_rejection_that_is_taken_back_after_a_newer_reading_lets_that_one_speak(record: Record, claim: Claim) -> None:
    review = reject(record, claim, "anna")
    newer = one(coder=make.NEWER, day="2025-01-13")
    read(record, newer)
    record.desk.undo(review.number, by="anna")
    assert said(record) == {newer.id}


def test_a_newer_coder_that_says_nothing_leaves_nothing_to_come_back(record: Record, claim: Claim) -> None:
    review = reject(record, claim, "anna")
    read(record, coder=make.NEWER)
    record.desk.undo(review.number, by="anna")
    assert said(record) == set()


def test_a_correction_taken_back_after_a_newer_reading_lets_that_one_speak(record: Record, claim: Claim) -> None:
    review = correct(record, claim, "anna")
    newer = one(coder=make.NEWER, day="2025-01-13")
    read(record, newer)
    record.desk.undo(review.number, by="anna")
    assert said(record) == {newer.id}


def test_an_acceptance_taken_back_after_a_newer_reading_lets_that_one_speak(record: Record, claim: Claim) -> None:
    review = accept(record, claim, "anna")
    newer = one(coder=make.NEWER, day="2025-01-13")
    read(record, newer)
    assert said(record) == {claim.id}
    record.desk.undo(review.number, by="anna")
    assert said(record) == {newer.id}


def test_an_adoption_that_is_taken_back_leaves_the_decision_as_it_was(record: Record, claim: Claim) -> None:
    review = reject(record, claim, "anna")
    newer = one(coder=make.NEWER, day="2025-01-13")
    read(record, newer)
    adopted = record.desk.adopt(review.number, newer.id, by="bob")
    record.desk.undo(adopted.number, by="bob")
    assert said(record) == set()
    assert [change.offered.id for change in record.desk.changes()] == [newer.id]


def test_an_adoption_in_the_place_of_a_correction_that_is_taken_back_restores_the_correction(
    record: Record, claim: Claim
) -> None:
    review = correct(record, claim, "anna")
    newer = one(coder=make.NEWER, day="2025-01-13")
    read(record, newer)
    adopted = record.desk.adopt(review.number, newer.id, by="bob")
    assert said(record) == {newer.id}
    record.desk.undo(adopted.number, by="bob")
    assert said(record) == {corrected(claim).id}


def test_an_undo_changes_only_its_own_report(record: Record, claim: Claim) -> None:
    other = make.report("Chad and Niger met.")
    record.add_reading(other, [make.claim(other)])
    kept = record.desk.reject(make.claim(other).id, by="anna", reason="no")
    record.desk.undo(reject(record, claim, "anna").number, by="anna")
    assert said(record) == {claim.id}
    assert record.desk.reviews(report=other.id) == [kept]
    assert record.desk.reviews(report=REPORT.id)[0].action is Action.UNDO
