from __future__ import annotations

import pytest
from tests.reading import claims, codes, only, told


@pytest.mark.parametrize(
    ("text", "act", "event", "name", "actors"),
    [
        (
            "Norway and Iceland established a joint commission on fisheries.",
            "established", "AGREE", "joint commission on fisheries", ["NOR", "ISL"],
        ),
        (
            "Zambia established a working group with Malawi.",
            "established", "AGREE", "working group", ["ZMB", "MWI"],
        ),
        (
            "A joint commission was established by Norway and Iceland.",
            "established", "AGREE", "joint commission", ["NOR", "ISL"],
        ),
        (
            "The Greek-Turkish commission on trade met in Athens on Tuesday.",
            "met", "CONSULT", "Greek-Turkish commission on trade", ["GRC", "TUR"],
        ),
        ("Cyprus and Egypt revived the energy forum.", "resumed", "SUPPORT", "energy forum", ["CYP", "EGY"]),
        ("Serbia dissolved the joint council with Mali.", "dissolved", "SANCTION", "joint council", ["SRB", "MLI"]),
        ("Serbia suspended the joint council with Mali.", "suspended", "SANCTION", "joint council", ["SRB", "MLI"]),
    ],
)  # fmt: skip
def test_what_is_told_of_bodies(text: str, act: str, event: str, name: str, actors: list[str]) -> None:
    claim = only(text, "body")
    assert claim.event is not None
    assert (claim.object["act"], claim.event.type, claim.object["name"]) == (act, event, name)
    assert codes((*claim.actors, *claim.recipients)) == actors


@pytest.mark.parametrize("verb", ["set up", "have set up", "agreed on Monday and set up"])
def test_a_body_that_is_set_up(verb: str) -> None:
    claim = only(f"Zambia and Malawi {verb} a working group on trade.", "body")
    assert (claim.object["act"], codes(claim.actors)) == ("established", ["ZMB", "MWI"])


def test_areas_of_a_body() -> None:
    assert only("Norway and Iceland established a commission on trade.", "body").object["areas"] == ["economy"]


def test_a_body_to_come_is_a_commitment() -> None:
    text = "Norway and Iceland will establish a joint commission on fisheries."
    assert codes(only(text, "commitment").actors) == ["NOR", "ISL"]
    assert [told(c) for c in claims(text) if c.kind == "body"] == []


@pytest.mark.parametrize(
    "text", ["The commission met in Oslo.", "The committee was established in 1998.", "A council met."]
)
def test_a_body_of_nobody_is_left_open(text: str) -> None:
    assert [told(c) for c in claims(text) if c.kind == "body"] == []
