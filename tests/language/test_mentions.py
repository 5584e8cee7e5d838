from __future__ import annotations

import pytest
from tests.reading import analysis


def mentions(text: str) -> list[tuple[str, str, str]]:
    return [
        (sentence.span(m.first, m.last).of(text), m.entity, m.kind)
        for sentence in analysis(text).sentences
        for m in sentence.mentions
    ]


def entities(text: str) -> list[str]:
    return [entity for _, entity, _ in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US and Chile met.", ["USA", "CHL"]),
        ("Chile thanked us.", ["CHL"]),
        ("Let us thank the U.S. for it.", ["USA"]),
        ("The United States left.", ["USA"]),
        ("The Armenia-U.S.-EU meeting began.", ["ARM", "USA", "EU"]),
        ("The who of it is open.", []),
        ("The WHO left Chad.", ["WHO", "TCD"]),
        ("Chad's army met Niger's.", ["TCD", "NER"]),
        ("South Sudan and Sudan met.", ["SSD", "SDN"]),
        ("North Korea and South Korea met.", ["PRK", "KOR"]),
        ("Papua New Guinea and Guinea-Bissau met.", ["PNG", "GNB"]),
        ("The Democratic Republic of the Congo left.", ["COD"]),
        ("the European Union and the African Union", ["EU", "AU"]),
        ("It is a turkey.", []),
    ],
)
def test_whom_names_mean(text: str, expected: list[str]) -> None:
    assert entities(text) == expected


@pytest.mark.parametrize(
    ("word", "entity", "kind"),
    [
        ("Norway", "NOR", "name"),
        ("Norwegian", "NOR", "demonym"),
        ("Yerevan", "ARM", "capital"),
        ("NATO", "NATO", "organisation"),
        ("Hezbollah", "group:hezbollah", "group"),
        ("Armenpress", "agency:armenpress", "agency"),
        ("Nikol Pashinyan", "person:nikol-pashinyan", "person"),
        ("Kremlin", "RUS", "institution"),
    ],
)
def test_by_which_table_a_name_is_known(word: str, entity: str, kind: str) -> None:
    assert (word, entity, kind) in mentions(f"Yesterday {word} plans failed.")


def test_an_older_name_means_the_state_of_today() -> None:
    assert entities("Burma and Swaziland met in Zaire.") == ["MMR", "SWZ", "COD"]
