"""Names as running text needs them."""

from __future__ import annotations

import pytest
from tests.consolidation import factories as make

from legation.consolidation.naming import listed, named, organisation_name, state_name
from legation.records import Passage


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("USA", "the United States"),
        ("NLD", "the Netherlands"),
        ("ARM", "Armenia"),
        ("PHL", "the Philippines"),
    ],
)
def test_states_take_the_article_that_english_gives_them(code: str, name: str) -> None:
    assert state_name(code) == name


def test_an_unknown_code_stays_a_code() -> None:
    assert state_name("XYZ") == "XYZ"


def test_organisations() -> None:
    assert organisation_name("NATO") == "NATO"
    assert organisation_name("EU") == "the European Union"
    assert organisation_name("MERCOSUR") == "MERCOSUR"


def test_persons_carry_nation_and_office() -> None:
    text = "Antony Blinken spoke."
    assert named(make.person("Antony Blinken", text, "USA", "Secretary of State")) == (
        "U.S. Secretary of State Antony Blinken"
    )


def test_a_nation_is_not_said_twice() -> None:
    text = "Lea Roth spoke."
    assert named(make.person("Lea Roth", text, "AUT", "Austrian Chancellor")) == "Austrian Chancellor Lea Roth"


def test_a_described_actor_takes_its_article_from_the_passage() -> None:
    text = "Later a Russian lawmaker spoke."
    who = make.actor("Russian lawmaker", text, "RUS", name="Russian lawmaker", sector="LEG")
    assert named(who, Passage(start=0, end=len(text), exact=text)) == "a Russian lawmaker"


def test_an_article_fits_the_word_behind_it() -> None:
    text = "Later a spokesman spoke."
    who = make.actor("spokesman", text, "ARM", name="spokesman", sector="GOV")
    assert named(who, Passage(start=0, end=len(text), exact=text)) == "an Armenian spokesman"


def test_lists() -> None:
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "A"]) == "A and B"
    assert listed(["A", "B", "C"]) == "A, B and C"
