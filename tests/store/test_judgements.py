from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from tests.store.deciding import judgement, writer

from legation.records import Bond, Judgement, Verdict
from legation.store import Record
from legation.store.judgements import add_judgements

SURE = judgement("a", "b", "linker 1", score=0.9, features={"day": 1.0, "type": 0.5})
UNSURE = judgement("a", "b", "linker 1", verdict=Verdict.UNSURE, score=0.5)


def _without_time(found: list[Judgement]) -> list[Judgement]:
    return [replace(each, recorded_at="") for each in found]


def test_a_judgement_comes_back_whole(record: Record) -> None:
    assert record.judgements.add([SURE]) == 1
    (found,) = record.judgements.on(["a"])
    assert replace(found, recorded_at="") == SURE
    assert found.recorded_at.endswith("+00:00")


def test_the_ids_stand_in_order_except_of_a_promise_and_its_evidence(record: Record) -> None:
    record.judgements.add([judgement("b", "a"), judgement("b", "a", bond=Bond.EVIDENCE)])
    pairs = {each.bond: each.pair for each in record.judgements.on(["a"])}
    assert pairs == {Bond.TELLING: ("a", "b"), Bond.EVIDENCE: ("b", "a")}


def test_the_same_words_again_add_nothing(record: Record) -> None:
    assert record.judgements.add([SURE, judgement("b", "a")]) == 2
    assert record.judgements.add([SURE, judgement("a", "b")]) == 0
    assert record.judgements.add([]) == 0
    assert len(record.judgements.on(["a"])) == 2


@pytest.mark.parametrize(
    "change", [{"verdict": Verdict.DIFFERENT}, {"reason": "two treaties"}, {"score": 0.8}, {"score": None}]
)
def test_the_next_word_of_the_same_judge_supersedes_the_former(record: Record, change: dict[str, object]) -> None:
    record.judgements.add([SURE])
    (first,) = record.judgements.on(["a"])
    changed = replace(SURE, **change)  # type: ignore[arg-type]
    assert record.judgements.add([changed]) == 1
    assert _without_time(record.judgements.on(["a"])) == [changed]
    assert record.judgements.on(["a"], at=first.recorded_at) == [first]


def test_judges_stand_beside_each_other_and_the_first_comes_first(record: Record) -> None:
    record.judgements.add([judgement("a", "b", "anna")])
    record.judgements.add([judgement("a", "b", "bob", verdict=Verdict.DIFFERENT)])
    record.judgements.add([judgement("a", "b", "anna", bond=Bond.SUBJECT)])
    assert [each.by for each in record.judgements.on(["b"])] == ["anna", "bob", "anna"]


def test_of_two_words_on_a_pair_at_once_the_last_counts(record: Record) -> None:
    assert record.judgements.add([SURE, UNSURE]) == 1
    assert _without_time(record.judgements.on(["a"])) == [UNSURE]


def test_judgements_are_asked_for_by_either_side_and_bond(record: Record) -> None:
    record.judgements.add([judgement("a", "b"), judgement("c", "b", bond=Bond.ORIGIN), judgement("c", "d")])
    assert len(record.judgements.on(["b"])) == 2
    assert [each.pair for each in record.judgements.on(["b"], Bond.ORIGIN)] == [("b", "c")]
    assert len(record.judgements.on(["a", "b", "d"], Bond.TELLING, Bond.ORIGIN)) == 3
    assert record.judgements.on(["x"]) == record.judgements.on([]) == []


def test_many_ids_are_asked_for_at_once(record: Record) -> None:
    found = [judgement(f"{number:05}", f"{number + 1:05}") for number in range(2000)]
    assert record.judgements.add(found) == 2000
    assert record.judgements.add(found) == 0
    assert len(record.judgements.on([f"{number:05}" for number in range(2000)])) == 2000


def test_a_judgement_is_withdrawn_by_who_made_it_in_either_order(record: Record) -> None:
    record.judgements.add([judgement("a", "b", "anna"), judgement("a", "b", "bob")])
    before = record.judgements.on(["a"])[0].recorded_at
    assert record.judgements.withdraw(Bond.SUBJECT, ("a", "b"), "anna") == 0
    assert record.judgements.withdraw(Bond.TELLING, ("b", "a"), "anna") == 1
    assert record.judgements.withdraw(Bond.TELLING, ("b", "a"), "anna") == 0
    assert [each.by for each in record.judgements.on(["a"])] == ["bob"]
    assert [each.by for each in record.judgements.on(["a"], at=before)] == ["anna", "bob"]


def test_evidence_is_withdrawn_in_its_order_only(record: Record) -> None:
    record.judgements.add([judgement("b", "a", bond=Bond.EVIDENCE)])
    assert record.judgements.withdraw(Bond.EVIDENCE, ("a", "b"), "anna") == 0
    assert record.judgements.withdraw(Bond.EVIDENCE, ("b", "a"), "anna") == 1


def test_what_was_withdrawn_can_be_judged_again(record: Record) -> None:
    record.judgements.add([judgement("a", "b")])
    record.judgements.withdraw(Bond.TELLING, ("a", "b"), "anna")
    assert record.judgements.add([judgement("a", "b")]) == 1


def test_what_a_linker_is_unsure_of_is_asked_the_likeliest_first(record: Record) -> None:
    likelier = replace(UNSURE, left="c", right="d", score=0.6)
    record.judgements.add([UNSURE, likelier, replace(SURE, left="e", right="f")])
    assert _without_time(record.judgements.unsure()) == [likelier, UNSURE]
    assert _without_time(record.judgements.unsure(limit=1)) == [likelier]


@pytest.mark.parametrize("verdict", Verdict)
def test_what_a_person_judged_is_asked_no_more_until_withdrawn(record: Record, verdict: Verdict) -> None:
    record.judgements.add([UNSURE, judgement("b", "a", verdict=verdict)])
    assert record.judgements.unsure() == []
    record.judgements.withdraw(Bond.TELLING, ("a", "b"), "anna")
    assert _without_time(record.judgements.unsure()) == [UNSURE]


def test_a_judgement_of_another_bond_or_linker_decides_nothing(record: Record) -> None:
    others = [judgement("a", "b", bond=Bond.SUBJECT), judgement("a", "b", "linker 2", score=0.9)]
    record.judgements.add([UNSURE, *others])
    assert _without_time(record.judgements.unsure()) == [UNSURE]


def test_a_person_called_linker_decides(record: Record) -> None:
    record.judgements.add([UNSURE, judgement("a", "b", "Linker Meyer")])
    assert record.judgements.unsure() == []


def test_the_same_judge_in_two_processes_at_once_leaves_one_judgement(record: Record) -> None:
    with ThreadPoolExecutor(1) as pool:
        with writer(record) as connection:
            add_judgements(connection, [SURE])
            second = pool.submit(record.judgements.add, [SURE])
            time.sleep(0.3)
        second.result()
    assert _without_time(record.judgements.on(["a"])) == [SURE]
