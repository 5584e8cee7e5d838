from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from tests.strategies import any_text, stories

from legation.language.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@given(any_text | stories())
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = find_quotations(text)
    for q in found:
        assert 0 <= q.start < q.inner.start < q.inner.end <= q.end <= len(text)
        assert q.closed == (q.inner.end < q.end)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we are here” and “we stay”.", ["“we are here”", "“we stay”"]),
        ('"a" or "b"', ['"a"', '"b"']),
        ("``Old wire'' style", ["``Old wire''"]),
        ("„German“ and «French»", ["„German“", "«French»"]),
        ("“outer ‘inner’ outer”", ["“outer ‘inner’ outer”"]),
        ("'We are here,' he said", ["'We are here,'"]),
        ("He said ‘we are here’, didn't he", ["‘we are here’"]),
        ("the minister's plan and the allies' plan", []),
        ("It's the EU's 'plan'", []),
        ("””", []),
        ('""', []),
        ("", []),
        ("nothing quoted", []),
    ],
)
def test_which_marks_make_a_quotation(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_goes_on_in_the_paragraph_that_opens_with_a_mark() -> None:
    text = "“First we talk.\n\n“Then we sign,” he said."
    one, two = find_quotations(text)
    assert (text[one.inner.start : one.inner.end].strip(), one.closed) == ("First we talk.", False)
    assert (two.inner.of(text), two.closed) == ("Then we sign,", True)


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "“First we talk.\n\nThen they left, he said."
    (found,) = find_quotations(text)
    assert not found.closed
    assert found.inner.of(text).strip() == "First we talk."


def test_a_mark_that_runs_on_for_pages_is_no_quotation() -> None:
    assert quoted('"' + "word " * 2000) == []
