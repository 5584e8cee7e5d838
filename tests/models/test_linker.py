"""The linker's weights: from what two claims have in common to a chance."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.models import linker as locked
from legation.models import lock
from legation.models.linker import Linker

PLAIN = Linker(label="plain-1", bias=-1.0, weights={"words": 2.0, "apart": -3.0}, same=0.5, unsure=0.2, join=0.3)


def test_the_score_is_the_logistic_function_of_the_weighted_sum() -> None:
    assert PLAIN.score({}) == pytest.approx(1 / (1 + math.e))
    assert PLAIN.score({"words": 0.5}) == 0.5
    assert PLAIN.score({"words": 1.0, "apart": 1.0}) == pytest.approx(1 / (1 + math.exp(2)))


def test_a_feature_without_a_weight_counts_nothing() -> None:
    assert PLAIN.score({"words": 0.5, "unheard of": 1.0}) == 0.5


@pytest.mark.parametrize(("weight", "expected"), [(1e6, 1.0), (-1e6, 0.0)])
def test_no_sum_is_too_large(weight: float, expected: float) -> None:
    sure = Linker(label="sure-1", bias=0.0, weights={"words": weight}, same=0.5, unsure=0.2, join=0.3)
    assert sure.score({"words": 1.0}) == pytest.approx(expected)


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_of_what_speaks_for_it_never_lowers_the_chance(less: float, more: float) -> None:
    low, high = sorted((less, more))
    assert PLAIN.score({"words": low}) <= PLAIN.score({"words": high})
    assert PLAIN.score({"apart": low}) >= PLAIN.score({"apart": high})
    assert 0.0 <= PLAIN.score({"words": low, "apart": high}) <= 1.0


def test_the_locked_linker_is_the_one_of_the_lock_with_licence_and_card() -> None:
    found = lock.locked("linker")
    assert locked().label == found.label == f"linker-{found.version}"
    assert found.licence
    assert (lock.room() / found.card).is_file()
    assert set(found.digests) == {"linker.json"}


def test_the_bounds_of_the_locked_linker_are_in_order() -> None:
    found = locked()
    assert 0.0 < found.unsure < found.same < 1.0
    assert 0.0 < found.join < 1.0


def test_two_claims_with_nothing_in_common_are_not_one_act() -> None:
    assert locked().score({}) < locked().unsure


def test_the_weights_are_read_once() -> None:
    assert locked() is locked()


def test_the_common_words_are_cut_as_words_are_compared() -> None:
    assert locked().common
    assert all(word == word.lower()[:6] for word in locked().common)
