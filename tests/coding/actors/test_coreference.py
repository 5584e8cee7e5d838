from __future__ import annotations

import pytest
from tests.reading import claims, codes, told

BRAZE = "Latvian Foreign Minister Baiba Braze"
TSAHKNA = "Estonian Foreign Minister Margus Tsahkna"


def last_actors(text: str) -> list[tuple[str, str | None]]:
    """Return the words and the code of whoever acts in the last claim of a text."""
    found = claims(text)
    assert found, text
    return [(actor.text, actor.code) for actor in found[-1].actors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{BRAZE} met officials in Oslo. Braze condemned Malawi.", [("Braze", "LVA")]),
        (f"{BRAZE} arrived in Oslo. She condemned Malawi.", [("She", "LVA")]),
        (f"{BRAZE} arrived in Oslo. The minister condemned Malawi.", [("The minister", "LVA")]),
        ("Lithuania condemned Belarus. It expelled two Malawian envoys.", [("It", "LTU")]),
        ("Lithuania and Latvia met. They condemned Malawi.", [("They", "LTU"), ("They", "LVA")]),
        (
            "Bulgaria and Romania met. The two countries condemned Malawi.",
            [("The two countries", "BGR"), ("The two countries", "ROU")],
        ),
        (
            f"{BRAZE} met {TSAHKNA} in Riga. Both sides condemned Malawi.",
            [("Both sides", "LVA"), ("Both sides", "EST")],
        ),
        (
            f"{BRAZE} met {TSAHKNA} in Riga. The two ministers condemned Malawi.",
            [("The two ministers", "LVA"), ("The two ministers", "EST")],
        ),
        ("Lithuania condemned Belarus. The country also condemned Malawi.", [("The country", "LTU")]),
        ("NATO praised Chile. The alliance condemned Malawi.", [("The alliance", "NATO")]),
        ("The European Union praised Chile. The bloc condemned Malawi.", [("The bloc", "EU")]),
        ("Lithuania said it condemned Malawi.", [("it", "LTU")]),
    ],
)
def test_who_is_taken_up_again(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert last_actors(text) == expected


@pytest.mark.parametrize("title", ["Ms.", "Mr.", "Mrs.", "Dr."])
def test_a_surname_behind_a_courtesy_title_is_taken_up(title: str) -> None:
    text = f"{BRAZE} arrived in Oslo. {title} Braze condemned Malawi."
    assert last_actors(text) == [(f"{title} Braze", "LVA")]


def test_a_surname_keeps_the_office_of_the_full_name() -> None:
    full, bare = claims(f"{BRAZE} praised Chile. Braze condemned Malawi.")
    assert bare.actors[0].entity == full.actors[0].entity
    assert (bare.actors[0].sector, bare.actors[0].role) == (full.actors[0].sector, full.actors[0].role)


@pytest.mark.parametrize(
    "text",
    [
        "It condemned Malawi.",
        "He condemned the attack.",
        "The two countries condemned the attack.",
        "Both sides condemned the attack.",
    ],
)
def test_whoever_was_never_named_stays_open(text: str) -> None:
    assert [told(claim) for claim in claims(text) if claim.actors] == []


def test_the_possessive_is_that_of_the_subject() -> None:
    found = claims("Norway expelled Chile's envoy and recalled its own ambassador from Santiago.")
    assert all(codes(claim.actors) == ["NOR"] for claim in found)


def test_a_pronoun_stands_where_it_stands() -> None:
    text = f"{BRAZE} arrived in Oslo. She condemned Malawi."
    actor = claims(text)[-1].actors[0]
    assert (actor.start, actor.end) == (text.index("She"), text.index("She") + 3)
    assert actor.name == "Baiba Braze"
