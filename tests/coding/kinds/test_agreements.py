from __future__ import annotations

import pytest
from tests.reading import claims, codes, only, told


@pytest.mark.parametrize(
    ("text", "act", "event", "actors", "recipients"),
    [
        ("Canada and Mexico signed a fisheries treaty.", "signature", "SUPPORT", ["CAN", "MEX"], []),
        ("Canada signed a fisheries treaty with Mexico.", "signature", "SUPPORT", ["CAN", "MEX"], []),
        ("A fisheries treaty was signed by Canada and Mexico.", "signature", "SUPPORT", ["CAN", "MEX"], []),
        ("Canada and Mexico initialed a fisheries treaty.", "initialling", "SUPPORT", ["CAN", "MEX"], []),
        ("Canada and Mexico reached an agreement on fish.", "conclusion", "AGREE", ["CAN", "MEX"], []),
        ("Canada and Mexico negotiated a fisheries treaty.", "negotiation", "CONSULT", ["CAN", "MEX"], []),
        ("Chile ratified the fisheries treaty.", "ratification", "SUPPORT", ["CHL"], []),
        ("Malta withdrew from the fisheries agreement with Libya.", "withdrawal", "SANCTION", ["MLT"], ["LBY"]),
        ("Russia denounced the tax treaty with the Netherlands.", "denunciation", "SANCTION", ["RUS"], ["NLD"]),
        ("Laos suspended the visa agreement with Thailand.", "suspension", "SANCTION", ["LAO"], ["THA"]),
        ("Iraq terminated the water treaty with Iran.", "termination", "SANCTION", ["IRQ"], ["IRN"]),
    ],
)
def test_acts_on_agreements(text: str, act: str, event: str, actors: list[str], recipients: list[str]) -> None:
    claim = only(text, "agreement")
    assert claim.event is not None
    assert (claim.object["act"], claim.event.type) == (act, event)
    assert (codes(claim.actors), codes(claim.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Canada and Mexico signed a fisheries treaty in Ottawa.", "fisheries treaty"),
        ("Canada and Mexico signed the Ottawa Treaty.", "Ottawa Treaty"),
        ("Canada and Mexico signed a “memorandum on fish”.", "memorandum on fish"),
        ("Canada and Mexico signed a charter on strategic partnership.", "charter on strategic partnership"),
    ],
)
def test_names_of_agreements(text: str, name: str) -> None:
    assert only(text, "agreement").object["name"] == name


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Canada and Mexico signed a fisheries treaty.", ["environment"]),
        ("Canada and Mexico signed an agreement on trade and energy.", ["economy", "energy"]),
        ("Canada and Mexico signed an extradition treaty.", ["justice"]),
        ("Canada and Mexico signed an agreement.", []),
    ],
)
def test_areas_of_agreements(text: str, areas: list[str]) -> None:
    assert only(text, "agreement").object["areas"] == areas


def test_entry_into_force() -> None:
    claim = only("Niger's defence pact with Benin entered into force on 3 May.", "agreement")
    assert claim.object["act"] == "entry into force"
    assert (claim.when.start, claim.when.basis) == ("2024-05-03", "explicit")


def test_what_was_not_signed_is_negated() -> None:
    assert only("Peru and Ecuador have not signed the border agreement.", "agreement").modality == "negated"


@pytest.mark.parametrize(
    "text",
    ["Peru will sign the border agreement with Ecuador.", "Peru promised to sign the border agreement with Ecuador."],
)
def test_what_will_be_signed_is_a_commitment(text: str) -> None:
    claim = only(text, "commitment")
    assert claim.event is not None
    assert (claim.event.type, codes(claim.actors), codes(claim.recipients)) == ("AGREE", ["PER"], ["ECU"])
    assert [told(c) for c in claims(text) if c.kind == "agreement"] == []


def test_a_long_past_signature_is_history() -> None:
    claim = only("Norway and Chile signed a fisheries treaty in 1998.", "agreement")
    assert (claim.modality.value, claim.when.start) == ("historical", "1998-01-01")


def test_a_treaty_that_the_tables_know_is_an_agreement_and_no_organisation() -> None:
    claim = only("Germany withdrew from the Open Skies Treaty.", "agreement")
    assert (claim.object["act"], claim.object["name"]) == ("withdrawal", "Open Skies Treaty")
    assert codes(claim.actors) == ["DEU"]
