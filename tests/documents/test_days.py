from __future__ import annotations

import pytest

from legation.documents.days import read_day, shorten
from legation.errors import DateError


@pytest.mark.parametrize(
    "value",
    [
        "2024-06-24",
        " 2024-06-24T17:40:00+02:00 ",
        "2024-06-24 17:40",
        "2024/06/24",
        "20240624",
        "24 June 2024",
        "June 24, 2024",
        "Mon, 24 Jun 2024 15:40:00 GMT",
        "Monday, June 24th, 2024, 18:00",
    ],
)
def test_the_ways_in_which_a_field_writes_a_day(value: str) -> None:
    assert read_day(value) == "2024-06-24"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "yesterday",
        "2024",
        "2024-06",
        "June 24",
        "24.06.2024",
        "2024-02-30",
        "30 February 2024",
        "2024-06-2x",
    ],
)
def test_what_is_no_day(value: str) -> None:
    with pytest.raises(DateError):
        read_day(value)


def test_values_are_shown_on_one_short_line() -> None:
    assert shorten("a\nb") == r"'a\nb'"
    assert shorten("\ud800") == r"'\ud800'"
    assert len(shorten("x" * 500)) == 58
