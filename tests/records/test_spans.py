from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import spans

from legation.records import Span


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 4), (-3, -1)])
def test_a_span_that_no_text_has_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=r"0 <= start <= end"):
        Span(start, end)


@given(st.text(max_size=40), st.data())
def test_a_span_gives_the_words_under_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert text[:start] + Span(start, end).of(text) + text[end:] == text


@given(spans(), spans())
def test_overlapping_is_mutual_and_is_to_share_a_character(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    if a.start < a.end and b.start < b.end:
        assert a.overlaps(b) == b.overlaps(a) == bool(shared)


@given(spans(), spans())
def test_covering_is_to_hold_every_character(a: Span, b: Span) -> None:
    if b.start < b.end:
        assert a.covers(b) == (set(range(b.start, b.end)) <= set(range(a.start, a.end)))


@given(st.lists(spans()))
def test_spans_sort_as_they_stand_in_the_text(found: list[Span]) -> None:
    assert sorted(found) == sorted(found, key=lambda span: (span.start, span.end))
