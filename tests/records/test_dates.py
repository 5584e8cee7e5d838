from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import DateError
from legation.records import parse_day


@given(st.dates())
def test_every_day_of_the_calendar_is_read_as_it_is_written(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "value",
    ["", "2024", "2024-05", "2024-5-1", "24-05-01", "2024/05/01", "20240501", "1 May 2024", " 2024-05-01",
     "2024-05-01\n", "2024-05-01T10:00", "+2024-05-01", "2024-W18-3"],
)  # fmt: skip
def test_another_form_is_refused_with_the_form_and_the_value(value: str) -> None:
    with pytest.raises(DateError, match=r"YYYY-MM-DD") as caught:
        parse_day(value)
    assert repr(value) in str(caught.value)


@pytest.mark.parametrize("value", ["2023-02-29", "2024-02-30", "2024-13-01", "2024-00-10", "2024-06-31", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_refused(value: str) -> None:
    with pytest.raises(DateError, match="no calendar has the day"):
        parse_day(value)


@given(st.text(max_size=12))
def test_no_text_raises_anything_else(value: str) -> None:
    try:
        day = parse_day(value)
    except DateError:
        return
    assert day.isoformat() == value


@pytest.mark.parametrize("value", ["２０２４-０５-０１", "٢٠٢٤-٠٥-٠١"])
def test_digits_of_other_scripts_are_no_iso_date(value: str) -> None:
    with pytest.raises(DateError):
        parse_day(value)
