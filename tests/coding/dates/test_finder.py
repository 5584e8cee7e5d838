from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import any_text, stories

from legation.coding.dates.finder import find_dates
from legation.coding.dates.intervals import interval
from legation.records import Precision

FRIDAY = "2024-05-10"


@pytest.mark.parametrize(
    ("text", "day", "words", "value", "precision"),
    [
        # whole dates need no day of publication
        ("on 5 April 2024", None, "5 April 2024", "2024-04-05", "day"),
        ("on April 5, 2024", None, "April 5, 2024", "2024-04-05", "day"),
        ("on Jan. 14, 2025", None, "Jan. 14, 2025", "2025-01-14", "day"),
        ("the 14th of January 2025", None, "14th of January 2025", "2025-01-14", "day"),
        ("on 2024-05-01", None, "2024-05-01", "2024-05-01", "day"),
        ("on Thursday, 9 May", FRIDAY, "Thursday, 9 May", "2024-05-09", "day"),
        # days against the day of publication
        ("on April 5", "2024-06-01", "April 5", "2024-04-05", "day"),
        ("31 December", "2024-01-10", "31 December", "2023-12-31", "day"),
        ("will open on 2 January", "2023-12-28", "2 January", "2024-01-02", "day"),
        ("yesterday", FRIDAY, "yesterday", "2024-05-09", "day"),
        ("yesterday", "2024-03-01", "yesterday", "2024-02-29", "day"),
        ("tomorrow", "2023-12-31", "tomorrow", "2024-01-01", "day"),
        ("on Monday", FRIDAY, "Monday", "2024-05-06", "day"),
        ("on Friday", FRIDAY, "Friday", "2024-05-10", "day"),
        ("last Friday", FRIDAY, "last Friday", "2024-05-03", "day"),
        ("next Monday", FRIDAY, "next Monday", "2024-05-13", "day"),
        ("will meet on Tuesday", FRIDAY, "Tuesday", "2024-05-14", "day"),
        ("Tuesday evening", FRIDAY, "Tuesday evening", "2024-05-07TEV", "day"),
        ("at 10:35", FRIDAY, "10:35", "2024-05-10T10:35", "day"),
        ("on New Year's Day", "2024-01-05", "New Year's Day", "2024-01-01", "day"),
        # months, quarters, seasons, years
        ("in March", FRIDAY, "March", "2024-03", "month"),
        ("in December", FRIDAY, "December", "2023-12", "month"),
        ("in late January 2024", None, "late January 2024", "2024-01", "month"),
        ("at the end of June", FRIDAY, "the end of June", "2024-06", "month"),
        ("last month", "2024-01-10", "last month", "2023-12", "month"),
        ("next month", FRIDAY, "next month", "2024-06", "month"),
        ("the first quarter of 2024", None, "the first quarter of 2024", "2024-Q1", "interval"),
        ("in the spring of 2023", None, "the spring of 2023", "2023-SP", "interval"),
        ("last summer", FRIDAY, "last summer", "2023-SU", "interval"),
        ("in 2011", None, "2011", "2011", "year"),
        ("last year", FRIDAY, "last year", "2023", "year"),
        ("a decade ago", FRIDAY, "a decade ago", "2014", "year"),
        # weeks and ranges
        ("last week", FRIDAY, "last week", "2024-W18", "interval"),
        ("two weeks ago", FRIDAY, "two weeks ago", "2024-W17", "interval"),
        ("this weekend", FRIDAY, "this weekend", "2024-W19-WE", "interval"),
        ("10-12 May 2024", None, "10-12 May 2024", "2024-05-10/2024-05-12", "interval"),
        ("on May 10–12", "2024-05-20", "May 10–12", "2024-05-10/2024-05-12", "interval"),
        # durations and what is open
        ("for three days", FRIDAY, "three days", "P3D", "unknown"),
        ("currently", None, "currently", "PRESENT_REF", "unknown"),
        ("on Monday", None, "Monday", "XXXX-WXX-1", "unknown"),
        ("on April 5", None, "April 5", "XXXX-04-05", "unknown"),
    ],
)  # fmt: skip
def test_expressions(text: str, day: str | None, words: str, value: str, precision: str) -> None:
    (found,) = find_dates(text, day)
    assert (found.text, found.value, found.precision.value) == (words, value, precision)


@pytest.mark.parametrize(
    "text",
    [
        "They may leave.",
        "2024 people fled.",
        "Resolution 2254 passed.",
        "the Second World War",
        "",
        "the week",
        "of age",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, FRIDAY) == []


def test_a_past_year_that_a_paragraph_looks_back_on_dates_its_months() -> None:
    text = (
        "Relations in 2024 were marked by visits. On April 5 they met; on June 11 they signed.\n\nOn May 2 they left."
    )
    values = [found.value for found in find_dates(text, None)]
    assert values == ["2024", "2024-04-05", "2024-06-11", "XXXX-05-02"]


# -- properties ----------------------------------------------------------------------------------------

_AMOUNTS = st.sampled_from(("a", "two", "three", "24", "several", "a few", "more than 40"))
_UNITS = st.sampled_from(("day", "week", "month", "year", "decade"))
_MONTHS = st.sampled_from("January Feb. March April May June July Aug. Sept. October November December".split())
_NUMBERS = st.integers(1, 31)
_YEARS = st.integers(1900, 2099)
expressions = st.one_of(
    st.builds("{} {} {}".format, _NUMBERS, _MONTHS, _YEARS),
    st.builds("{} {}, {}".format, _MONTHS, _NUMBERS, _YEARS),
    st.builds("on {} {}".format, _MONTHS, _NUMBERS),
    st.builds("{}-{} {}".format, _NUMBERS, _NUMBERS, _MONTHS),
    st.builds("{} {}s ago".format, _AMOUNTS, _UNITS),
    st.builds("{} {}".format, st.sampled_from(("last", "next", "this", "the previous")), _UNITS),
    st.builds("in {}".format, _YEARS),
    st.builds("{} {}".format, st.sampled_from(("spring", "winter", "the autumn of", "late")), _YEARS),
    st.sampled_from(
        ("yesterday", "tonight", "on Sunday", "next Friday", "this weekend", "midnight", "year-end", "now")
    ),
)
dated_text = st.lists(expressions | st.sampled_from(("he left", "until", ".", "\n\n", "will")), max_size=6).map(
    " ".join
)
anchors = st.none() | st.dates(date(1900, 1, 1), date(2090, 12, 31)).map(str)


@given(dated_text | any_text | stories(), anchors)
def test_expressions_are_verbatim_in_order_and_apart(text: str, day: str | None) -> None:
    found = find_dates(text, day)
    assert all(each.text == text[each.start : each.end] for each in found)
    assert all(each.text.strip() == each.text != "" for each in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(dated_text, anchors)
def test_precision_says_how_long_the_interval_is(text: str, day: str | None) -> None:
    for found in find_dates(text, day):
        bounds = interval(found.value)
        if found.precision == Precision.UNKNOWN:
            assert bounds is None or found.value.endswith("X")  # decades: see below
            continue
        assert bounds is not None, found
        first, last = (date.fromisoformat(bound) for bound in bounds)
        assert first <= last
        days = (last - first).days + 1
        if found.precision == Precision.DAY:
            assert days == 1
        elif found.precision == Precision.MONTH:
            assert (first.day, first.month, first.year) == (1, last.month, last.year)
            assert 28 <= days <= 31
        elif found.precision == Precision.YEAR:
            assert (str(first)[5:], str(last)[5:]) == ("01-01", "12-31")


@given(dated_text)
def test_without_a_day_of_publication_nothing_hangs_on_it(text: str) -> None:
    for found in find_dates(text, None):
        year = re.match(r"\d{4}|\d{3}(?=X)", found.value)
        assert year is None or year[0] in text, found


@given(dated_text, anchors)
def test_the_same_text_has_the_same_dates(text: str, day: str | None) -> None:
    assert find_dates(text, day) == find_dates(text, day)
