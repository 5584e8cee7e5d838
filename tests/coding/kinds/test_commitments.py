from __future__ import annotations

import pytest
from tests.reading import claims, codes, links, only, sources, told


@pytest.mark.parametrize(
    ("text", "actors", "what", "due"),
    [
        ("Denmark promised to send four frigates to Ukraine.", ["DNK"], "send four frigates to Ukraine", None),
        ("Jordan will reopen its embassy in Damascus.", ["JOR"], "reopen its embassy in Damascus", None),
        ("Turkey said it would ratify the treaty by 1 July.", ["TUR"], "ratify the treaty by 1 July", "2024-07-01"),
        (
            "Brazil and Argentina agreed to build a bridge by 2027.",
            ["BRA", "ARG"],
            "build a bridge by 2027",
            "2027-12-31",
        ),
        ("Spain will host the games in June.", ["ESP"], "host the games in June", "2024-06-30"),
        ("Kuwait plans to reopen its port next year.", ["KWT"], "reopen its port next year", "2025-12-31"),
        ("India vowed to retaliate.", ["IND"], "retaliate", None),
    ],
)
def test_what_is_promised(text: str, actors: list[str], what: str, due: str | None) -> None:
    claim = only(text, "commitment")
    assert (codes(claim.actors), claim.object["what"], claim.object["due"]) == (actors, what, due)
    assert claim.modality == "future"
    assert claim.event is not None
    assert claim.event.type == "AGREE"


def test_the_promise_is_dated_when_it_was_made() -> None:
    claim = only("Turkey said it would ratify the treaty by 1 July.", "commitment")
    assert (claim.when.start, claim.when.basis) == ("2024-05-10", "inferred")
    claim = only("Turkey promised on Monday to ratify the treaty.", "commitment")
    assert (claim.when.start, claim.when.basis) == ("2024-05-06", "explicit")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Spain pledged to host the games in June.", "2024-06-30"),
        ("Chile and Peru agreed to meet in Lima in June.", "2024-06-30"),
        ("Turkey promised on Monday to ratify the treaty by 1 July.", "2024-07-01"),
    ],
)
def test_what_is_promised_lies_ahead(text: str, due: str) -> None:
    claim = only(text, "commitment")
    assert claim.object["due"] == due
    assert (claim.when.start or "") >= "2024-05-06"


def test_the_chain_of_a_promise_includes_the_speaker() -> None:
    claim = only("Turkish Trade Minister Omer Bolat said Turkey would lift the ban on grain.", "commitment")
    assert links(claim) == [("Turkish Trade Minister Omer Bolat", "said", "say")]
    assert sources(only("Denmark promised to send four frigates to Ukraine.", "commitment")) == ["DNK"]


def test_to_whom_it_is_promised() -> None:
    assert codes(only("Denmark promised to send four frigates to Ukraine.", "commitment").recipients) == ["UKR"]


def test_what_is_promised_is_no_act_beside_the_promise() -> None:
    found = claims("Denmark promised to send four frigates to Ukraine.")
    assert [claim.kind for claim in found] == ["commitment"]


@pytest.mark.parametrize(
    "text",
    [
        "Denmark had promised to send frigates if asked.",
        "Denmark did not promise to send frigates.",
        "Denmark will be cold in May.",
        "Danish voters want to know more.",
    ],
)
def test_what_is_no_promise(text: str) -> None:
    assert [told(c) for c in claims(text) if c.kind == "commitment"] == []


def test_a_threat_is_no_promise() -> None:
    assert [c.kind for c in claims("Turkey threatened to attack Greece.")] == ["event"]


def test_a_condition_is_no_promise() -> None:
    text = "If Poland were to cancel the licence, Slovakia would lose a buyer."
    assert [told(c) for c in claims(text) if c.kind == "commitment"] == []
