"""Sentences of our own for the boundaries between types; each type's first examples stand in its definition."""

from __future__ import annotations

import pytest
from tests.reading import claims, codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # rulings of the design
        ("Kenya boycotted the summit with Somalia.", [("REJECT", "KEN", "SOM")]),
        ("Canada lifted sanctions on Belarus.", [("CONCEDE", "CAN", "BLR")]),
        ("Spain does not recognise Kosovo.", [("REJECT", "ESP", "XKX")]),
        ("India withdrew its troops from the Maldives.", [("RETREAT", "IND", "MDV")]),
        ("Iran shot down an American drone.", [("ASSAULT", "IRN", "USA")]),
        ("Bolivian Foreign Minister Celinda Sosa resigned.", [("RETREAT", "BOL", None)]),
        ("Sudan summoned the Kenyan ambassador.", [("ACCUSE", "SDN", "KEN")]),
        # cooperation
        ("Portugal praised Angola for its reforms.", [("SUPPORT", "PRT", "AGO")]),
        ("Japan sent medicine to Fiji.", [("AID", "JPN", "FJI")]),
        ("Turkey released two Greek soldiers.", [("RETREAT", "TUR", "GRC")]),
        ("Brazil apologised to Paraguay.", [("CONCEDE", "BRA", "PRY")]),
        # verbal conflict
        ("Chad accused Libya of arming rebels.", [("ACCUSE", "TCD", "LBY")]),
        ("Peru demanded that Chile return the fishermen.", [("REQUEST", "PER", "CHL")]),
        ("Malta rejected Libya's proposal.", [("REJECT", "MLT", "LBY")]),
        ("Turkey threatened to attack Greece.", [("THREATEN", "TUR", "GRC")]),
        # material conflict
        ("Latvia expelled a Russian diplomat.", [("SANCTION", "LVA", "RUS")]),
        ("Ghana imposed sanctions on Togo.", [("COERCE", "GHA", "TGO")]),
        ("Turkish police arrested two Iraqi journalists.", [("COERCE", "TUR", "IRQ")]),
        ("Israeli jets bombed a base in Syria.", [("ASSAULT", "ISR", "SYR")]),
        ("Thousands of Georgians marched in Tbilisi.", [("PROTEST", "GEO", "GEO")]),
        ("Russia deployed troops near Ukraine.", [("MOBILIZE", "RUS", "UKR")]),
    ],
)
def test_type_actor_and_recipient(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = [
        (c.event.type, (codes(c.actors) or [None])[0], (codes(c.recipients) or [None])[0])
        for c in claims(text)
        if c.event
    ]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Israel launched air strikes on Syria.",
        "Israel launched a strike on Syria.",
        "Iran launched strikes against a base in Iraq.",
    ],
)
def test_to_launch_strikes_is_no_protest(text: str) -> None:
    assert [claim.event.type for claim in claims(text) if claim.event] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Latvia expelled a Russian diplomat.", "expel"),
        ("Israel launched airstrikes on Syria.", "aerial"),
        ("Turkish police arrested two Iraqi journalists.", "arrest"),
        ("India withdrew its troops from the Maldives.", "withdraw"),
        ("Egyptian President Abdel Fattah al-Sisi visited Jordan.", "visit"),
        ("The Peruvian and Chilean presidents spoke by telephone.", "phone"),
        ("Portugal praised Angola.", None),
    ],
)
def test_modes(text: str, mode: str | None) -> None:
    (event,) = [claim.event for claim in claims(text) if claim.event]
    assert event.mode == mode


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Peru and Chile met over the trade deficit.", "economic"),
        ("Peru and Chile met to discuss troops and missiles.", "military"),
        ("Peru and Chile met about refugees.", "migration"),
    ],
)
def test_contexts(text: str, context: str) -> None:
    assert context in {each for claim in claims(text) if claim.event for each in claim.event.contexts}


@pytest.mark.parametrize(
    "text",
    [
        "The weather in Chile was fine.",
        "Norway is a kingdom in the north of Europe.",
        "The river flows from Ghana to Togo.",
        "Oslo has a new museum.",
        "",
    ],
)
def test_where_nothing_is_done_nothing_is_coded(text: str) -> None:
    assert [claim for claim in claims(text) if claim.event] == []


def test_several_acts_in_one_sentence_are_several_claims() -> None:
    found = claims("Latvia condemned Belarus and praised Poland.")
    assert [c.event.type for c in found if c.event] == ["ACCUSE", "SUPPORT"]
    assert {tuple(codes(c.actors)) for c in found} == {("LVA",)}
    assert [codes(c.recipients) for c in found] == [["BLR"], ["POL"]]
