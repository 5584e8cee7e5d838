"""What people judged of claims and set on them follows the claims to new ids."""

from __future__ import annotations

import pytest
from tests.store import factories as make
from tests.store.deciding import Deed, accept, correct, corrected, judgement, one, read, reject

from legation.records import Bond, Claim
from legation.store import Record

ELSEWHERE = "f" * 20


@pytest.fixture
def claim(record: Record) -> Claim:
    found = one()
    read(record, found)
    return found


def _judge(record: Record, claim: Claim) -> None:
    record.judgements.add([judgement(claim.id, ELSEWHERE)])


def _judged(record: Record) -> list[str]:
    """Return the ids that people judge to tell one act with the claim elsewhere."""
    return [next(id_ for id_ in each.pair if id_ != ELSEWHERE) for each in record.judgements.on([ELSEWHERE])]


def test_a_judgement_follows_to_the_newer_coders_claim(record: Record, claim: Claim) -> None:
    _judge(record, claim)
    newer = one(trigger=22, coder=make.NEWER, day="2025-01-13")
    read(record, one(trigger=60, coder=make.NEWER), newer)
    (moved,) = record.judgements.on([ELSEWHERE])
    assert moved.pair == tuple(sorted((newer.id, ELSEWHERE)))
    assert (moved.by, moved.reason) == ("anna", "one treaty")
    assert record.judgements.on([claim.id]) == []


def test_a_judgement_on_two_claims_of_one_report_follows_with_both(record: Record, claim: Claim) -> None:
    other = one(trigger=60)
    read(record, claim, other)
    record.judgements.add([judgement(claim.id, other.id, bond=Bond.EVIDENCE)])
    newer = [one(trigger=at, coder=make.NEWER) for at in (20, 60)]
    read(record, *newer)
    (moved,) = record.judgements.on([newer[0].id])
    assert (moved.left, moved.right) == (newer[0].id, newer[1].id)


def test_what_nothing_stands_in_the_place_of_keeps_its_judgement(record: Record, claim: Claim) -> None:
    _judge(record, claim)
    read(record, one(trigger=60, coder=make.NEWER))
    assert _judged(record) == [claim.id]


def test_a_linkers_judgement_does_not_follow(record: Record, claim: Claim) -> None:
    record.judgements.add([judgement(claim.id, ELSEWHERE, by="linker 1", score=0.9)])
    read(record, one(coder=make.NEWER))
    assert _judged(record) == [claim.id]


def test_the_judgement_of_a_person_called_linker_follows(record: Record, claim: Claim) -> None:
    record.judgements.add([judgement(claim.id, ELSEWHERE, by="Linker Meyer")])
    read(record, one(coder=make.NEWER))
    assert _judged(record) == [one(coder=make.NEWER).id]


def test_an_assessment_follows_to_the_newer_coders_claim(record: Record, claim: Claim) -> None:
    first = record.desk.assess(claim.id, "completion", "limited", by="anna", reason="half is built")
    newer = one(coder=make.NEWER)
    read(record, newer)
    (moved,) = record.desk.assessments([claim.id, newer.id])
    assert (moved.subject, moved.field, moved.value) == (newer.id, "completion", "limited")
    assert (moved.by, moved.reason) == ("anna", "half is built")
    assert [each.subject for each in record.desk.assessments([claim.id], first.recorded_at)] == [claim.id]


def test_what_was_judged_and_set_follows_to_a_correction_and_back(record: Record, claim: Claim) -> None:
    _judge(record, claim)
    record.desk.assess(claim.id, "completion", "limited", by="anna", reason="half is built")
    review, made = correct(record, claim, "anna"), corrected(claim)
    assert _judged(record) == [made.id]
    assert [each.subject for each in record.desk.assessments([claim.id, made.id])] == [made.id]
    record.desk.undo(review.number, by="anna")
    assert _judged(record) == [claim.id]
    assert [each.subject for each in record.desk.assessments([claim.id, made.id])] == [claim.id]


def test_a_judgement_stays_with_an_accepted_claim(record: Record, claim: Claim) -> None:
    _judge(record, claim)
    accept(record, claim, "anna")
    read(record, one(coder=make.NEWER, day="2025-01-13"))
    assert _judged(record) == [claim.id]


def test_a_judgement_follows_with_an_acceptance(record: Record, claim: Claim) -> None:
    _judge(record, claim)
    accept(record, claim, "anna")
    read(record, one(coder=make.NEWER))
    assert _judged(record) == [one(coder=make.NEWER).id]


@pytest.mark.parametrize("deed", [accept, reject, correct])
def test_a_judgement_follows_to_what_is_adopted(record: Record, claim: Claim, deed: Deed) -> None:
    _judge(record, claim)
    number = deed(record, claim, "anna").number
    offered = one(coder=make.NEWER, day="2025-01-13")
    read(record, offered)
    record.desk.adopt(number, offered.id, by="bob")
    assert _judged(record) == [offered.id]


@pytest.mark.parametrize("deed", [accept, reject, correct])
def test_a_judgement_follows_to_what_a_newer_coder_says_after_an_undo(record: Record, claim: Claim, deed: Deed) -> None:
    _judge(record, claim)
    number = deed(record, claim, "anna").number
    newer = one(coder=make.NEWER, day="2025-01-13")
    read(record, newer)
    record.desk.undo(number, by="anna")
    assert _judged(record) == [newer.id]
