from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import product

import pytest
from tests.store import factories as make
from tests.store.deciding import (
    CHANGES,
    DEEDS,
    REPORT,
    accept,
    at_once,
    correct,
    corrected,
    one,
    read,
    reject,
    said,
)

from legation.errors import ConflictError, NotFoundError, RecordError
from legation.records import Action, Claim, Review
from legation.store import Record


@pytest.fixture
def claim(record: Record) -> Claim:
    found = one()
    read(record, found, one(trigger=60))
    return found


def test_an_accepted_claim_stays_and_the_review_tells_who_and_why(record: Record, claim: Claim) -> None:
    review = record.desk.accept(claim.id[:12], by="anna", reason="it says so")
    assert (review.action, review.report, review.claim) == (Action.ACCEPT, REPORT.id, claim.id)
    assert (review.by, review.reason, review.result, review.undone_at) == ("anna", "it says so", None, None)
    assert claim.id in said(record)
    assert record.desk.reviews() == [review]


def test_a_rejected_claim_is_no_longer_said_but_kept(record: Record, claim: Claim) -> None:
    review = reject(record, claim, "anna")
    assert (review.action, review.reason) == (Action.REJECT, "nobody signed")
    assert said(record) == {one(trigger=60).id}
    assert record.claim(claim.id).id == claim.id
    assert record.counts()["superseded"] == 1


def test_a_corrected_claim_is_said_in_the_place_of_the_coders(record: Record, claim: Claim) -> None:
    made = corrected(claim)
    review = record.desk.correct(claim.id, made, CHANGES, by="anna", reason="the treaty is older")
    assert (review.action, review.claim, review.result) == (Action.CORRECT, claim.id, made.id)
    assert review.changes == CHANGES
    assert said(record) == {made.id, one(trigger=60).id}
    assert record.claim(made.id).when.start == "2025-01-10"
    assert record.claim(made.id).coder == make.REVIEWER


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_rejection_and_a_correction_need_a_reason(record: Record, claim: Claim, reason: str) -> None:
    with pytest.raises(RecordError, match="to reject a claim takes a reason"):
        record.desk.reject(claim.id, by="anna", reason=reason)
    with pytest.raises(RecordError, match="to correct a claim takes a reason"):
        record.desk.correct(claim.id, corrected(claim), CHANGES, by="anna", reason=reason)
    assert record.desk.reviews() == []
    assert claim.id in said(record)


@pytest.mark.parametrize("by", ["", "  ", "linker 1"])
@pytest.mark.parametrize("action", list(DEEDS))
def test_a_decision_needs_the_name_of_a_person(record: Record, claim: Claim, by: str, action: Action) -> None:
    with pytest.raises(RecordError, match=rf"needs the name of the reviewer \(got '{by}'\)"):
        DEEDS[action](record, claim, by)
    assert record.desk.reviews() == []


@pytest.mark.parametrize("by", ["", "linker 1"])
def test_other_deeds_need_the_name_of_a_person_too(record: Record, claim: Claim, by: str) -> None:
    number = reject(record, claim, "anna").number
    offered = one(coder=make.NEWER, day="2025-01-13")
    read(record, offered)
    made = corrected(one(trigger=60))
    deeds: list[Callable[[], Review]] = [
        lambda: record.desk.write(made, by=by),
        lambda: record.desk.keep(number, offered.id, by=by),
        lambda: record.desk.adopt(number, offered.id, by=by),
        lambda: record.desk.undo(number, by=by),
    ]
    for deed in deeds:
        with pytest.raises(RecordError, match="needs the name of the reviewer"):
            deed()


def test_what_is_not_there_cannot_be_decided_on(record: Record) -> None:
    with pytest.raises(NotFoundError, match="no claim has an id that begins with 'abc'"):
        record.desk.accept("abc", by="anna")


def test_what_a_newer_reading_superseded_cannot_be_decided_on(record: Record, claim: Claim) -> None:
    read(record, coder=make.NEWER)
    with pytest.raises(ConflictError, match=f"{claim.id}: no longer said: another reading has superseded it"):
        accept(record, claim, "anna")


def test_a_correction_must_be_verbatim_and_changes_nothing_otherwise(record: Record, claim: Claim) -> None:
    made = corrected(claim)
    forged = replace(made, passage=replace(made.passage, exact="They signed nothing."))
    with pytest.raises(RecordError, match=r"'They signed nothing\.' is not verbatim"):
        record.desk.correct(claim.id, forged, CHANGES, by="anna", reason="so it seems")
    assert claim.id in said(record)
    assert record.desk.reviews() == []


def test_a_written_claim_is_said_beside_those_of_the_coder(record: Record, claim: Claim) -> None:
    made = corrected(one(trigger=30))
    review = record.desk.write(made, by="anna", reason="the coder overlooked it")
    assert (review.action, review.claim, review.result) == (Action.WRITE, made.id, made.id)
    assert said(record) == {claim.id, one(trigger=60).id, made.id}
    assert record.claim(made.id).coder == make.REVIEWER


def test_a_written_claim_must_be_verbatim(record: Record, claim: Claim) -> None:
    made = corrected(one(trigger=30))
    forged = replace(made, passage=replace(made.passage, start=1, end=1 + len(made.passage.exact)))
    with pytest.raises(RecordError, match="is not verbatim"):
        record.desk.write(forged, by="anna")
    assert record.desk.reviews() == []


def test_a_claim_is_written_once(record: Record, claim: Claim) -> None:
    made = corrected(claim)
    record.desk.write(made, by="anna")
    with pytest.raises(ConflictError, match=f"claim {made.id}: already said"):
        record.desk.write(made, by="anna")


def test_a_claim_is_written_on_a_report_of_the_record(record: Record) -> None:
    with pytest.raises(NotFoundError, match=f"no report has an id that begins with '{REPORT.id}'"):
        record.desk.write(corrected(one()), by="anna")


def test_reviews_are_listed_the_last_first_by_claim_and_report(record: Record, claim: Claim) -> None:
    elsewhere = make.report("Chad and Niger met.")
    record.add_reading(elsewhere, [make.claim(elsewhere)])
    first, second = accept(record, one(trigger=60), "anna"), correct(record, claim, "bob")
    third = record.desk.accept(make.claim(elsewhere).id, by="anna")
    desk = record.desk
    assert desk.reviews() == [third, second, first]
    assert desk.reviews(limit=1) == [third]
    assert desk.reviews(report=REPORT.id) == [second, first]
    assert desk.reviews(claim=claim.id) == desk.reviews(claim=corrected(claim).id) == [second]


def test_reviews_on_claims_are_those_that_held_at_the_moment(record: Record, claim: Claim) -> None:
    review = correct(record, claim, "anna")
    undo = record.desk.undo(review.number, by="bob")
    for id_ in (claim.id, corrected(claim).id):
        at_first = record.desk.reviews_on([id_], review.recorded_at)
        assert [each.number for each in at_first] == [review.number]
        assert review.number not in {each.number for each in record.desk.reviews_on([id_], undo.recorded_at)}
        assert review.number not in {each.number for each in record.desk.reviews_on([id_])}
    assert record.desk.reviews_on([claim.id], "2020-01-01T00:00:00.000000+00:00") == []
    assert record.desk.reviews_on([]) == []


def test_the_track_record_of_a_publisher_leaves_undone_reviews_aside(record: Record, claim: Claim) -> None:
    read(record, one(), one(trigger=60), one(trigger=40), one(trigger=50, day="2025-01-02"))
    reject(record, claim, "anna")
    correct(record, one(trigger=60), "anna")
    accept(record, one(trigger=40), "anna")
    assert record.desk.track_record("Example Wire") == (3, 1, 1)
    undone = reject(record, one(trigger=50), "anna")
    assert record.desk.track_record("Example Wire") == (4, 2, 1)
    record.desk.undo(undone.number, by="anna")
    assert record.desk.track_record("Example Wire") == (3, 1, 1)
    assert record.desk.track_record("Another") == (0, 0, 0)


@pytest.mark.parametrize(("first", "second"), list(product(DEEDS, DEEDS)))
def test_who_decides_second_is_told_who_was_first(record: Record, claim: Claim, first: Action, second: Action) -> None:
    review = DEEDS[first](record, claim, "anna")
    message = rf"claim {claim.id}: anna decided to {first.value} it at 20.*\(review {review.number}\)"
    with pytest.raises(ConflictError, match=message):
        DEEDS[second](record, claim, "bob")
    assert record.desk.reviews() == [review]


@pytest.mark.parametrize(
    ("first", "second"),
    [(Action.REJECT, Action.REJECT), (Action.ACCEPT, Action.REJECT), (Action.CORRECT, Action.ACCEPT)],
)
def test_of_two_who_decide_at_once_one_is_told_of_the_other(
    record: Record, claim: Claim, first: Action, second: Action
) -> None:
    deeds = (partial(DEEDS[first], record, claim, "anna"), partial(DEEDS[second], record, claim, "bob"))
    outcomes = at_once(record, *deeds)
    done = [each for each in outcomes if isinstance(each, Review)]
    refused = [each for each in outcomes if isinstance(each, ConflictError)]
    assert (len(done), len(refused)) == (1, 1)
    assert f"{done[0].by} decided to {done[0].action.value} it" in str(refused[0])
    assert record.desk.reviews() == done


def test_of_two_who_adopt_at_once_one_is_refused(record: Record, claim: Claim) -> None:
    number = reject(record, claim, "anna").number
    offered = one(coder=make.NEWER, day="2025-01-13")
    read(record, offered)
    deeds = [partial(record.desk.adopt, number, offered.id, by=by) for by in ("anna", "bob")]
    outcomes = at_once(record, *deeds)
    assert sum(isinstance(each, Review) for each in outcomes) == 1
    assert sum(isinstance(each, RecordError) for each in outcomes) == 1
    assert [review.action for review in record.desk.reviews()] == [Action.ADOPT, Action.REJECT]


def test_of_two_who_take_back_at_once_one_is_refused(record: Record, claim: Claim) -> None:
    number = reject(record, claim, "anna").number
    outcomes = at_once(record, *(partial(record.desk.undo, number, by=by) for by in ("anna", "bob")))
    refused = [str(each) for each in outcomes if isinstance(each, ConflictError)]
    assert refused == [f"review {number}: already taken back"]
    assert claim.id in said(record)
