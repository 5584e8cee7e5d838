from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import words

from legation.records import LINKER, Bond, Judgement, Verdict, ordered


def _judgement(by: str) -> Judgement:
    return Judgement(bond=Bond.TELLING, left="a", right="b", verdict=Verdict.SAME, by=by, reason="one treaty")


@given(words, words, st.sampled_from([bond for bond in Bond if bond is not Bond.EVIDENCE]))
def test_the_ids_of_a_bond_between_equals_stand_in_order(one: str, other: str, bond: Bond) -> None:
    assert ordered(bond, one, other) == ordered(bond, other, one) == tuple(sorted((one, other)))


def test_a_promise_stands_before_its_evidence() -> None:
    assert ordered(Bond.EVIDENCE, "b", "a") == ("b", "a")
    assert ordered(Bond.EVIDENCE, "a", "b") == ("a", "b")


@pytest.mark.parametrize(
    ("by", "is_by_hand"),
    [("anna", True), ("linker", True), ("the linker 1", True), ("linker 1", False), (f"{LINKER}cosine 3", False)],
)
def test_a_linker_is_known_by_its_name(by: str, is_by_hand: bool) -> None:
    assert _judgement(by).is_by_hand is is_by_hand


def test_a_judgement_knows_its_pair_and_cannot_be_changed() -> None:
    judgement = _judgement("anna")
    assert judgement.pair == ("a", "b")
    assert (judgement.score, judgement.features, judgement.recorded_at) == (None, {}, "")
    with pytest.raises(dataclasses.FrozenInstanceError):
        judgement.verdict = Verdict.DIFFERENT  # type: ignore[misc]
