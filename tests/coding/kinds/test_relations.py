from __future__ import annotations

import pytest
from tests.reading import claims, codes, only, told


@pytest.mark.parametrize(
    ("text", "to", "parties"),
    [
        ("Poland is an ally of Lithuania.", "ally", ["POL", "LTU"]),
        ("Algeria remains a partner of Italy.", "partner", ["DZA", "ITA"]),
        ("Iran and Pakistan are rivals.", "rival", ["IRN", "PAK"]),
        ("Ghana and Togo are at war.", "at_war", ["GHA", "TGO"]),
        ("Finland warned its traditional rival Russia.", "rival", ["FIN", "RUS"]),
        ("Togo praised its ally Ghana.", "ally", ["TGO", "GHA"]),
    ],
)
def test_how_two_stand(text: str, to: str, parties: list[str]) -> None:
    claim = only(text, "relation")
    assert claim.object["to"] == to
    assert codes((*claim.actors, *claim.recipients)) == parties
    assert claim.event is None


def test_a_standing_has_no_day_of_its_own() -> None:
    claim = only("Poland is an ally of Lithuania.", "relation")
    assert (claim.when.start, claim.when.precision.value) == (None, "unknown")


@pytest.mark.parametrize(
    "text", ["Poland is cold.", "Poland is an ally.", "The two are friends.", "Poland is a member of NATO."]
)
def test_what_is_no_relation_of_two(text: str) -> None:
    assert [told(c) for c in claims(text) if c.kind == "relation"] == []


def test_a_past_war_is_history() -> None:
    claim = only("Togo praised Ghana after its war with Benin.", "relation")
    assert (claim.object["to"], claim.modality.value) == ("at_war", "historical")
