from __future__ import annotations

import pytest
from tests.reading import claims, coded, codes, sole

from legation.records import Actor


def first(text: str, day: str | None = "2024-05-10") -> Actor:
    """Return who acts in a text that tells of one act."""
    return sole(text, day).actors[0]


# -- persons without any dictionary --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "country", "sector", "name"),
    [
        ("Armenian Foreign Minister Ararat Mirzoyan", "ARM", "GOV", "Ararat Mirzoyan"),
        ("Zambian Defence Minister Ambrose Lufuma", "ZMB", "GOV", "Ambrose Lufuma"),
        ("Bolivian Trade Minister Rosa Quispe", "BOL", "GOV", "Rosa Quispe"),
        ("The Ghanaian ambassador Kofi Owusu", "GHA", "GOV", "Kofi Owusu"),
        ("Norwegian opposition leader Kari Dahl", "NOR", "OPP", "Kari Dahl"),
        ("Danish General Lars Holm", "DNK", "MIL", "Lars Holm"),
        ("Kenyan lawmaker Grace Njeri", "KEN", "LEG", "Grace Njeri"),
        ("Foreign Minister Penny Wong of Australia", "AUS", "GOV", "Penny Wong"),
        ("Peru's Prime Minister Gustavo Adrianzen", "PER", "GOV", "Gustavo Adrianzen"),
        ("US Secretary of State Antony Blinken", "USA", "GOV", "Antony Blinken"),
    ],
)
def test_nation_title_and_name(phrase: str, country: str, sector: str, name: str) -> None:
    actor = first(f"{phrase} praised Malawi.")
    assert (actor.country, actor.sector, actor.name) == (country, sector, name)
    assert (actor.entity or "").startswith("person:")


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("Armenian Foreign Minister Ararat Mirzoyan", "Foreign Minister"),
        ("Peru's Prime Minister Gustavo Adrianzen", "Prime Minister"),
        ("Former Peruvian President Martin Vizcarra", None),
    ],
)
def test_the_office_that_the_text_names(phrase: str, role: str | None) -> None:
    found = first(f"{phrase} praised Malawi.").role
    assert role is None or found == role


@pytest.mark.parametrize("word", ["Former", "The former", "Ex-"])
def test_whoever_held_an_office_before_holds_none(word: str) -> None:
    gap = "" if word.endswith("-") else " "
    actor = first(f"{word}{gap}Peruvian President Martin Vizcarra praised Malawi.")
    assert (actor.country, actor.sector) == ("PER", "ELI")


def test_the_text_beats_the_table() -> None:
    actor = first("Chilean President Emmanuel Macron praised Malawi.")
    assert actor.country == "CHL"


@pytest.mark.parametrize(
    ("day", "sector", "role"),
    [("2016-06-01", "GOV", "President"), ("2010-01-01", "GOV", "President"), ("2019-05-01", "ELI", None)],
)
def test_an_office_is_that_of_the_day(day: str, sector: str, role: str | None) -> None:
    actor = first("Barack Obama praised Malawi.", day)
    assert (actor.country, actor.sector, actor.role) == ("USA", sector, role)


# -- states, organisations, groups ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "code", "sector"),
    [
        ("Chile", "CHL", None),
        ("Moscow", "RUS", "GOV"),
        ("The Kremlin", "RUS", "GOV"),
        ("The State Department", "USA", "GOV"),
        ("Downing Street", "GBR", "GOV"),
        ("NATO", "NATO", "IGO"),
        ("The European Union", "EU", "IGO"),
        ("The Houthis", "YEM", "REB"),
        ("Human Rights Watch", "HRW", "NGO"),
        ("Burma", "MMR", None),
        ("Turkish police", "TUR", "COP"),
        ("Kenya's parliament", "KEN", "LEG"),
        ("The Danish government", "DNK", "GOV"),
        ("Peruvian troops", "PER", "MIL"),
        ("The Norwegian foreign ministry", "NOR", "GOV"),
        ("Indian workers", "IND", "LAB"),
    ],
)
def test_who_acts(phrase: str, code: str, sector: str | None) -> None:
    text = f"{phrase} condemned Malawi."
    assert (first(text).code, first(text).sector) == (code, sector)


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Moscow accused Washington of meddling.", "RUS", "USA"),
        ("Pyongyang condemned Seoul.", "PRK", "KOR"),
        ("Ankara condemned the attack in Baku.", "TUR", "AZE"),
    ],
)
def test_capitals_that_act_are_their_states(text: str, actor: str, recipient: str) -> None:
    claim = sole(text)
    assert (codes(claim.actors), codes(claim.recipients)) == ([actor], [recipient])


def test_names_joined_by_hyphens_are_parties_of_one_meeting() -> None:
    claim = sole("The Armenia-U.S.-EU meeting was held on Monday.")
    assert codes(claim.actors) == ["ARM", "USA", "EU"]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Germany cut imports of Russian gas, and Poland praised Germany.", "RUS"),
        ("Swiss banks froze the money of Malawi.", "XKX"),
        ("Ethnic Albanians in Serbia condemned Malawi.", "ALB"),
        ("The Greek island was calm when Malawi condemned Chile.", "GRC"),
        ("Chile thanked us, and Peru condemned Malawi.", "USA"),
    ],
)
def test_whoever_is_only_named_does_not_act(text: str, absent: str) -> None:
    assert [claim for claim in claims(text) if absent in codes(claim.actors)] == []


def test_nobody_whom_the_text_does_not_name_is_guessed() -> None:
    assert claims("The minister condemned the attack.") == ()
    rejected = coded("The minister condemned the attack.").rejections
    assert {rejection.rule for rejection in rejected} <= {"has-party", "known-party"}
