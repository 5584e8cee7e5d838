from __future__ import annotations

import pytest
from hypothesis import given
from tests.reading import analysis, claims, report
from tests.strategies import any_text, stories

from legation.coding import dated
from legation.language import analyse
from legation.records import Report


def published(text: str, day: str | None = None) -> Report:
    return analysis(text, day).report


def test_a_year_looked_back_on_was_the_year_before() -> None:
    found = published(
        "Armenia's foreign minister spoke of plans on January 14. Relations in 2024 were marked by visits."
    )
    assert (found.published_on, found.published_basis) == ("2025-01-14", "inferred")
    assert "looks back on 2024" in (found.published_reason or "")


def test_days_of_the_year_looked_back_on_are_days_of_that_year() -> None:
    text = (
        "Armenia's foreign minister spoke of plans on January 14. Relations in 2024 were marked by talks with Chile."
        " On April 5 Armenia met Chile. On June 11 Chile thanked Armenia."
    )
    found = [claim.when.start for claim in claims(text, None) if claim.when.basis == "explicit"]
    assert {"2024-04-05", "2024-06-11"} <= set(found)


def test_office_holders_leave_one_year_open() -> None:
    found = published("Egyptian President Mohamed Morsi met the king of Jordan in Amman on October 3.")
    assert (found.published_on, found.published_basis) == ("2012-10-03", "inferred")
    assert "Mohamed Morsi held office 2012-2013" in (found.published_reason or "")


def test_two_holders_together_narrow_the_year() -> None:
    text = "US Secretary of State Antony Blinken met British Prime Minister Rishi Sunak on January 9 and spoke of 2024."
    assert published(text).published_on == "2024-01-09"


@pytest.mark.parametrize(
    "text",
    [
        # Merkel held office for sixteen Octobers
        "German Chancellor Angela Merkel met the king of Jordan on October 3.",
        # nobody known, no year
        "The king of Jordan met a delegation on October 3.",
        # no day
        "British Prime Minister Liz Truss met her Norwegian counterpart in London.",
        # a day that the calendar did not have in the only year left open
        "Relations in 2022 were poor, said the minister on February 29.",
        # no holder fits
        "British Prime Minister Liz Truss met US President Donald Trump on October 3.",
        "",
    ],
)
def test_a_tie_stays_open(text: str) -> None:
    found = published(text)
    assert (found.published_on, found.published_basis, found.published_reason) == (None, "unknown", None)


def test_a_whole_date_in_the_opening_is_the_day() -> None:
    found = published("Norway and Chile signed a treaty in Oslo on 3 May 2023.")
    assert (found.published_on, found.published_basis) == ("2023-05-03", "inferred")


def test_a_whole_date_is_not_the_day_where_a_later_one_follows() -> None:
    text = "Norway and Chile signed a treaty in Oslo on 3 May 2023." + " It rained." * 50 + " They met on 1 June 2024."
    assert published(text).published_on is None


def test_a_day_that_is_known_is_not_inferred() -> None:
    found = published("British Prime Minister Liz Truss left on October 3.", "2024-05-10")
    assert (found.published_on, found.published_basis) == ("2024-05-10", "explicit")


def test_the_day_of_a_dateline_takes_the_year_from_the_text() -> None:
    text = "Armenia looked back. Relations in 2024 were marked by visits."
    assert dated(analyse(report(text, None)), 1, 14).published_on == "2025-01-14"


@given(any_text | stories())
def test_dating_changes_nothing_but_the_day(text: str) -> None:
    before = report(text, None)
    after = dated(analyse(before))
    assert (after.id, after.text, after.title) == (before.id, before.text, before.title)
    assert (after.published_on is None) == (after.published_basis == "unknown") == (after.published_reason is None)
