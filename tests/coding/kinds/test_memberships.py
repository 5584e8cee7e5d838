from __future__ import annotations

import pytest
from tests.reading import claims, codes, only, told


@pytest.mark.parametrize(
    ("text", "member", "organisation", "status", "modality"),
    [
        ("Sweden joined NATO in March.", "SWE", "NATO", "member", "asserted"),
        ("Kenya is a member of the East African Community.", "KEN", "EAC", "member", "asserted"),
        ("Israel is an observer at the African Union.", "ISR", "AU", "observer", "asserted"),
        ("Moldova applied for membership of the European Union.", "MDA", "EU", "applicant", "asserted"),
        ("Venezuela left the Organization of American States.", "VEN", "OAS", "former", "asserted"),
        ("Qatar withdrew from OPEC.", "QAT", "OPEC", "former", "asserted"),
        (
            "Kenya froze its participation in the International Coffee Organization.",
            "KEN",
            "ICO",
            "self-suspended",
            "asserted",
        ),
        ("Armenia suspended its membership of the CSTO.", "ARM", "CSTO", "self-suspended", "asserted"),
        ("Georgia will leave the Commonwealth of Independent States.", "GEO", "CIS", "withdrawal notified", "future"),
        ("Armenia has not left the CSTO.", "ARM", "CSTO", "former", "negated"),
        ("Kenya may leave the African Union.", "KEN", "AU", "former", "hypothetical"),
        ("Gabon was suspended by the African Union.", "GAB", "AU", "suspended by the organisation", "asserted"),
    ],
)
def test_standings(text: str, member: str, organisation: str, status: str, modality: str) -> None:
    claim = only(text, "membership")
    assert (codes(claim.actors), claim.object["entity"]) == ([member], organisation)
    assert (claim.object["status"], claim.modality.value) == (status, modality)


def test_the_organisation_is_who_the_change_falls_on() -> None:
    claim = only("Venezuela left the Organization of American States.", "membership")
    assert codes(claim.recipients) == ["OAS"]
    assert claim.event is not None
    assert (claim.event.type, claim.event.mode) == ("SANCTION", "withdraw")


def test_the_organisation_named_before_is_the_one_meant() -> None:
    text = "Armenia criticised the CSTO. It froze its membership in February."
    claim = only(text, "membership")
    assert (codes(claim.actors), claim.object["entity"]) == (["ARM"], "CSTO")


def test_two_members_are_both_members() -> None:
    claim = only("Finland and Sweden joined NATO.", "membership")
    assert codes(claim.actors) == ["FIN", "SWE"]


@pytest.mark.parametrize(
    "text", ["Chile withdrew its complaint at the World Trade Organization.", "Chile joined the applause."]
)
def test_what_is_no_standing(text: str) -> None:
    assert [told(c) for c in claims(text) if c.kind == "membership"] == []
