from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.models import packed


@given(st.lists(st.integers(1, 30), min_size=1, max_size=20), st.integers(8, 64))
def test_every_wordpiece_is_in_exactly_one_window_and_none_is_too_long(lengths: list[int], size: int) -> None:
    sentences, offsets, at = [], [], 0
    for length in lengths:
        sentences.append((at, at + 2 * length))
        offsets += [(at + 2 * n, at + 2 * n + 1) for n in range(length)]
        at += 2 * length
    found = packed(sentences, offsets, size)
    assert [i for first, last in found for i in range(first, last)] == list(range(len(offsets)))
    assert all(last - first <= size for first, last in found)


def test_a_sentence_that_fits_is_not_cut() -> None:
    sentences = [(0, 10), (10, 20), (20, 30)]
    offsets = [(n, n + 1) for n in range(30)]
    assert packed(sentences, offsets, 25) == [(0, 20), (20, 30)]


def test_no_text_has_no_window() -> None:
    assert packed([], [], 64) == []
