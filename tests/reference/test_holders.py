from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.reference import (
    OfficeHolder,
    holders_by_name,
    holders_by_surname,
    holders_of,
    office_holders,
    person_id,
)


def holder(valid_from: str = "", valid_to: str = "", *, first_seen: str = "", last_seen: str = "") -> OfficeHolder:
    return OfficeHolder(
        "ARM", "foreign minister", "Foreign Minister", "Ararat Mirzoyan", "Mirzoyan", "GOV",
        valid_from, valid_to, first_seen, last_seen, "own",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "day", "may"),
    [
        ("2021-08-19", "", "2021-08-18", False),
        ("2021-08-19", "", "2021-08-19", True),
        ("2021-08-19", "", "2030-01-01", True),
        ("2008-04-14", "2018-05-12", "2018-05-12", True),
        ("2008-04-14", "2018-05-12", "2018-05-13", False),
        ("2008-04", "2018-05", "2018-05-31", True),
        ("2008-04", "2018-05", "2018-06-01", False),
        ("2008-04", "2018-05", "2008-03-31", False),
        ("2008", "2018", "2018-12-31", True),
        ("2008", "2018", "2019-01-01", False),
        ("2021-08-19", "", "2021", True),
        ("2021-08-19", "", "2020", False),
        ("2008-04-14", "2018-05-12", "2018", True),
        ("2008-04-14", "2018-05-12", "2018-05", True),
        ("", "2018", "1950-01-01", True),
        ("", "", "1950-01-01", True),
    ],
)
def test_who_may_hold_an_office_when(valid_from: str, valid_to: str, day: str, *, may: bool) -> None:
    assert holder(valid_from, valid_to).may_hold(day) is may


def test_without_a_first_day_the_first_edition_counts() -> None:
    assert not holder(first_seen="2020").may_hold("2019-12-31")
    assert holder(first_seen="2020").may_hold("2020-01-01")


@given(st.dates().map(str), st.dates().map(str), st.dates().map(str))
def test_an_office_is_held_between_its_days_and_on_both(start: str, end: str, day: str) -> None:
    assert holder(start, end).may_hold(day) == (start <= day <= end)


@given(st.dates().map(str), st.dates().map(str))
def test_what_may_be_on_a_day_may_be_in_its_month_and_year(start: str, day: str) -> None:
    held = holder(start, "")
    if held.may_hold(day):
        assert held.may_hold(day[:7])
        assert held.may_hold(day[:4])


@pytest.mark.parametrize(
    ("state", "office", "day", "name"),
    [
        ("GBR", "head of government", "2022-09-30", "Tony Blair"),
        ("UKR", "head of state", "2015-05-01", "Leonid Kuchma"),
    ],
)
def test_whoever_was_last_seen_in_office_long_ago_does_not_hold_it(
    state: str, office: str, day: str, name: str
) -> None:
    assert name not in {h.name for h in holders_of()[state, office] if h.may_hold(day)}


# -- persons -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Ararat Mirzoyan", "person:ararat-mirzoyan"),
        ("Recep Tayyip Erdoğan", "person:recep-tayyip-erdogan"),
        ("Jaap de Hoop Scheffer", "person:jaap-de-hoop-scheffer"),
        ("George W. Bush", "person:george-w-bush"),
        ("Abdel Fattah al-Sisi", "person:abdel-fattah-al-sisi"),
        ("Edi  RAMA", "person:edi-rama"),
    ],
)
def test_a_person_has_an_id_of_plain_letters(name: str, person: str) -> None:
    assert person_id(name) == person


@given(st.text())
def test_an_id_is_ascii_and_stays_as_it_is(name: str) -> None:
    found = person_id(name)
    assert re.fullmatch(r"person:(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", found)
    assert person_id(found.removeprefix("person:")) == found


def test_every_holder_is_found_by_name_surname_and_office() -> None:
    for held in office_holders():
        assert held in holders_by_name()[held.name]
        assert held in holders_of()[held.entity, held.office]
        assert not held.surname or held in holders_by_surname()[held.surname]


def test_every_holder_has_a_person() -> None:
    assert [h for h in office_holders() if not re.fullmatch(r"person:[a-z0-9-]+", h.person)] == []


def test_a_surname_is_part_of_the_name() -> None:
    assert [h for h in office_holders() if h.surname not in h.name] == []
