from __future__ import annotations

import pytest
from tests.reading import claims, codes, only, told


@pytest.mark.parametrize(
    ("text", "status", "event", "parties"),
    [
        ("The Bolivian and Peruvian presidents met in La Paz on Friday.", "held", "CONSULT", ["BOL", "PER"]),
        ("The Chilean foreign minister met her Bolivian counterpart.", "held", "CONSULT", ["CHL", "BOL"]),
        ("Beijing and Canberra resumed talks.", "held", "CONSULT", ["CHN", "AUS"]),
        ("Japan and South Korea will hold a summit in Seoul next week.", "planned", "AGREE", ["JPN", "KOR"]),
        ("Talks between Sudan and Ethiopia were postponed.", "postponed", "REJECT", ["SDN", "ETH"]),
        ("Iraq cancelled its meeting with Kuwait.", "cancelled", "REJECT", ["IRQ", "KWT"]),
        ("Egyptian President Abdel Fattah al-Sisi visited Amman.", "held", "CONSULT", ["EGY", "JOR"]),
    ],
)
def test_status_and_parties(text: str, status: str, event: str, parties: list[str]) -> None:
    claim = only(text, "meeting")
    assert claim.event is not None
    assert (claim.object["status"], claim.event.type) == (status, event)
    assert codes((*claim.actors, *claim.recipients)) == parties


@pytest.mark.parametrize(
    ("text", "format_", "level"),
    [
        ("The Bolivian and Peruvian presidents met.", "bilateral", "leaders"),
        ("The Chilean foreign minister met her Bolivian counterpart.", "bilateral", "ministers"),
        ("Egyptian President Abdel Fattah al-Sisi visited Amman.", "visit", "leaders"),
        ("Iran, Iraq and Syria held talks.", "trilateral", None),
    ],
)
def test_format_and_level(text: str, format_: str, level: str | None) -> None:
    claim = only(text, "meeting")
    assert (claim.object["format"], claim.object["level"]) == (format_, level)


def test_the_visitor_acts_and_the_host_receives() -> None:
    claim = only("Egyptian President Abdel Fattah al-Sisi visited Amman on Wednesday.", "meeting")
    assert (codes(claim.actors), codes(claim.recipients)) == (["EGY"], ["JOR"])
    assert claim.event is not None
    assert claim.event.mode == "visit"
    assert claim.when.start == "2024-05-08"


def test_a_meeting_to_come_is_dated_by_its_day() -> None:
    claim = only("Japan and South Korea will hold a summit in Seoul next week.", "meeting")
    assert (claim.modality.value, claim.when.start, claim.when.end) == ("future", "2024-05-13", "2024-05-19")


def test_where_they_met() -> None:
    claim = only("The Bolivian and Peruvian presidents met in La Paz on Friday.", "meeting")
    assert claim.where is not None
    assert (claim.where.name, claim.where.country) == ("La Paz", "BOL")


@pytest.mark.parametrize(
    "text",
    ["The Chilean budget met expectations.", "Chile met the deadline.", "The Bolivian minister visited a school."],
)
def test_what_is_no_meeting_of_two(text: str) -> None:
    assert [told(c) for c in claims(text) if c.kind == "meeting" and len(codes((*c.actors, *c.recipients))) > 1] == []
