from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.coding.dates.intervals import interval

days = st.dates(date(1000, 1, 1), date(9000, 12, 31))


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("2024-04-05", ("2024-04-05", "2024-04-05")),
        ("2024-04-05T10:35", ("2024-04-05", "2024-04-05")),
        ("2024-04-05TEV", ("2024-04-05", "2024-04-05")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-12", ("2023-12-01", "2023-12-31")),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-W01", ("2024-01-01", "2024-01-07")),
        ("2020-W53", ("2020-12-28", "2021-01-03")),
        ("2024-W19-WE", ("2024-05-11", "2024-05-12")),
        ("2024-Q1", ("2024-01-01", "2024-03-31")),
        ("2024-Q2", ("2024-04-01", "2024-06-30")),
        ("2024-Q3", ("2024-07-01", "2024-09-30")),
        ("2024-Q4", ("2024-10-01", "2024-12-31")),
        ("2024-SP", ("2024-03-01", "2024-05-31")),
        ("2024-FA", ("2024-09-01", "2024-11-30")),
        ("2022-WI", ("2022-12-01", "2023-02-28")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("2024-05-10/2024-05-12", ("2024-05-10", "2024-05-12")),
        ("P3D", None),
        ("PRESENT_REF", None),
        ("XXXX-04-05", None),
        ("XXXX-WXX-1", None),
        ("", None),
    ],
)
def test_first_and_last_day(value: str, bounds: tuple[str, str] | None) -> None:
    assert interval(value) == bounds


@given(days)
def test_a_month_ends_where_the_calendar_says(day: date) -> None:
    last = monthrange(day.year, day.month)[1]
    assert interval(f"{day:%Y-%m}") == (f"{day:%Y-%m}-01", f"{day:%Y-%m}-{last}")


@given(days)
def test_a_day_lies_in_its_week_of_seven_days(day: date) -> None:
    year, week, _ = day.isocalendar()
    bounds = interval(f"{year}-W{week:02d}")
    assert bounds is not None
    assert bounds[0] <= day.isoformat() <= bounds[1]
    assert date.fromisoformat(bounds[1]) - date.fromisoformat(bounds[0]) == timedelta(days=6)


@given(st.integers(1900, 2100))
def test_quarters_share_out_a_year(year: int) -> None:
    bounds = [interval(f"{year}-Q{quarter}") for quarter in (1, 2, 3, 4)]
    found = [tuple(map(date.fromisoformat, each)) for each in bounds if each]
    assert found[0][0] == date(year, 1, 1)
    assert found[3][1] == date(year, 12, 31)
    assert all(a[1] + timedelta(days=1) == b[0] for a, b in pairwise(found))


@given(st.text(alphabet="0123456789-XWQPTR/:SPUFAI", max_size=12))
def test_no_value_gives_an_interval_that_ends_before_it_begins(value: str) -> None:
    try:
        bounds = interval(value)
    except ValueError:  # a thirteenth month or a sixtieth week, which the grammar never makes
        return
    assert bounds is None or "/" in value or bounds[0] <= bounds[1]
