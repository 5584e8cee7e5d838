from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store import factories as make
from tests.store.deciding import DEEDS, REPORT, accept, correct, corrected, judgement, one, read, reject

from legation.records import Action, Bond, Claim, Kind, Verdict
from legation.store import Record


def _waiting(record: Record, *codes: str) -> list[str]:
    return [item.claim.id for item in record.desk.waiting(codes)]


def _of_quad(claim: Claim, quad: int) -> Claim:
    assert claim.event is not None
    return replace(claim, event=replace(claim.event, quad_class=quad))


def test_what_binds_and_is_doubtful_comes_first(record: Record) -> None:
    statement = one(trigger=0, kind=Kind.STATEMENT)
    agreement = one(trigger=10, kind=Kind.AGREEMENT)
    sure = replace(one(trigger=20, kind=Kind.COMMITMENT), confidence=0.95)
    doubtful = replace(one(trigger=30, kind=Kind.MEMBERSHIP), confidence=0.25)
    read(record, statement, agreement, sure, doubtful)
    found = record.desk.waiting()
    assert [item.claim.id for item in found] == [doubtful.id, agreement.id, sure.id, statement.id]
    assert [item.weight for item in found] == [2.25, 0.75, 0.3, 0.25]
    assert found[1].why == "agreement, confidence 0.75"


def test_material_conflict_weighs_more(record: Record) -> None:
    talk, fight = _of_quad(one(trigger=0), 1), _of_quad(one(trigger=10), 4)
    read(record, talk, fight)
    first, second = record.desk.waiting()
    assert (first.claim.id, first.weight, first.why) == (fight.id, 0.62, "event, material conflict, confidence 0.75")
    assert (second.claim.id, second.weight) == (talk.id, 0.38)


def test_what_is_told_again_weighs_a_half_more(record: Record) -> None:
    read(record, one(trigger=0), one(trigger=10), one(trigger=20))
    told, otherwise = one(trigger=10).id, one(trigger=20).id
    record.judgements.add(
        [
            judgement(told, "f" * 20, "linker 1"),
            judgement(otherwise, "f" * 20, "linker 1", verdict=Verdict.UNSURE),
            judgement(otherwise, "f" * 20, "linker 1", bond=Bond.SUBJECT),
        ]
    )
    assert next((item.claim.id, item.weight) for item in record.desk.waiting()) == (told, 0.88)
    record.judgements.withdraw(Bond.TELLING, (told, "f" * 20), "linker 1")
    assert {item.weight for item in record.desk.waiting()} == {0.38}


def test_of_equals_the_first_recorded_comes_first_and_pages_follow_each_other(record: Record) -> None:
    found = [one(trigger=10 * number) for number in range(5)]
    read(record, *found)
    ids = [claim.id for claim in found]
    assert _waiting(record) == ids
    pages = [record.desk.waiting(limit=2, offset=first) for first in (0, 2, 4, 6)]
    assert [item.claim.id for page in pages for item in page] == ids


def test_codes_keep_claims_of_all_of_them_in_any_role(record: Record) -> None:
    both = one(trigger=0, actors=["GEO"], recipients=["IRN"])
    read(record, both, one(trigger=10, actors=["IRN"], recipients=["IRQ"]))
    assert _waiting(record, "GEO") == _waiting(record, "IRN", "GEO") == [both.id]
    assert len(_waiting(record, "IRN", "IRN")) == 2
    assert _waiting(record, "GEO", "IRQ") == []
    assert _waiting(record, "ARM") == []  # only the place of the act


@pytest.mark.parametrize("action", list(DEEDS))
def test_what_was_decided_waits_no_longer_nor_what_came_of_it(record: Record, action: Action) -> None:
    read(record, one(), one(trigger=60))
    DEEDS[action](record, one(), "anna")
    assert _waiting(record) == [one(trigger=60).id]


def test_what_was_written_by_hand_does_not_wait(record: Record) -> None:
    read(record, one())
    record.desk.write(corrected(one(trigger=60)), by="anna")
    assert _waiting(record) == [one().id]


@pytest.mark.parametrize("action", list(DEEDS))
def test_what_was_decided_waits_again_once_the_decision_is_taken_back(record: Record, action: Action) -> None:
    read(record, one())
    review = DEEDS[action](record, one(), "anna")
    record.desk.undo(review.number, by="anna")
    assert _waiting(record) == [one().id]


def test_what_was_superseded_or_withheld_does_not_wait(record: Record) -> None:
    read(record, one(), one(trigger=60))
    reject(record, one(), "anna")
    newer = [one(coder=make.NEWER, day="2025-01-13"), one(trigger=60, coder=make.NEWER)]
    read(record, *newer)
    assert _waiting(record) == [newer[1].id]


def test_what_a_newer_coder_says_as_it_was_accepted_does_not_wait(record: Record) -> None:
    read(record, one())
    accept(record, one(), "anna")
    read(record, one(coder=make.NEWER))
    assert _waiting(record) == []


def test_what_was_adopted_does_not_wait(record: Record) -> None:
    read(record, one())
    review, newer = correct(record, one(), "anna"), one(coder=make.NEWER, day="2025-01-13")
    read(record, newer)
    record.desk.adopt(review.number, newer.id, by="bob")
    assert _waiting(record) == []


def test_what_was_set_aside_waits_once_it_is_said_again(record: Record) -> None:
    read(record, one())
    review, newer = reject(record, one(), "anna"), one(coder=make.NEWER, day="2025-01-13")
    read(record, newer)
    record.desk.keep(review.number, newer.id, by="bob")
    record.desk.undo(review.number, by="anna")
    assert _waiting(record) == [newer.id]


def test_the_claims_come_whole(record: Record) -> None:
    read(record, one())
    (item,) = record.desk.waiting()
    assert item.claim == replace(one(), report=replace(REPORT, text=""))
