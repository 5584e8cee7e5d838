from __future__ import annotations

import pytest
from tests.reading import claims, links, of_type, told

from legation.records import Modality


@pytest.mark.parametrize(
    ("verb", "modality"),
    [
        ("expelled", "asserted"),
        ("has expelled", "asserted"),
        ("began to expel", "asserted"),
        ("is expelling", "ongoing"),
        ("has not expelled", "negated"),
        ("did not expel", "negated"),
        ("never expelled", "negated"),
        ("failed to expel", "negated"),
        ("was not expelling", "negated"),
        ("is expected to expel", "future"),
        ("may expel", "hypothetical"),
        ("might expel", "hypothetical"),
        ("could expel", "hypothetical"),
        ("had expelled", "historical"),
    ],
)
def test_the_verb_group(verb: str, modality: str) -> None:
    claim = of_type(f"Jordan {verb} the Syrian ambassador.", "SANCTION")
    assert claim.modality == Modality(modality)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("If Jordan expelled the Syrian ambassador, Chad left.", "hypothetical"),
        ("Jordan would expel the Syrian ambassador if he stayed.", "hypothetical"),
        ("No state of the region expelled the Syrian ambassador.", "negated"),
        ("After Jordan expelled the Syrian ambassador, it left.", "historical"),
        ("Jordan expelled the Syrian ambassador in 2011.", "historical"),
        ("Jordan expelled the Syrian ambassador on Monday.", "asserted"),
        ("Jordan denied that it expelled the Syrian ambassador.", "negated"),
        ("Jordan said it had expelled the Syrian ambassador.", "asserted"),
    ],
)
def test_the_clause(text: str, modality: str) -> None:
    found = [claim for claim in claims(text) if claim.event and claim.event.type == "SANCTION"]
    assert {claim.modality.value for claim in found} <= {modality}, [told(claim) for claim in found]
    assert found or "No state" in text


@pytest.mark.parametrize(
    ("text", "kind", "event", "modality"),
    [
        ("Jordan will reopen its embassy in Damascus.", "commitment", "AGREE", "future"),
        ("Jordan said it would reopen its embassy in Damascus.", "commitment", "AGREE", "future"),
        ("Jordan promised to reopen its embassy in Damascus.", "commitment", "AGREE", "future"),
        ("Jordan refused to expel the Syrian ambassador.", "event", "REJECT", "asserted"),
        ("Jordan threatened to expel the Syrian ambassador.", "event", "THREATEN", "asserted"),
        ("Kuwait demanded that Jordan expel the Syrian ambassador.", "event", "REQUEST", "asserted"),
    ],
)
def test_what_the_type_says_already(text: str, kind: str, event: str, modality: str) -> None:
    claim = of_type(text, event)
    assert (claim.kind.value, claim.modality.value) == (kind, modality)
    assert [c for c in claims(text) if c.event and c.event.type == "SANCTION" and c.modality == "asserted"] == []


@pytest.mark.parametrize("modal", ["may", "might", "could"])
def test_may_is_a_hedge_of_its_own(modal: str) -> None:
    claim = of_type(f"Jordan {modal} expel the Syrian ambassador.", "SANCTION")
    assert links(claim) == [(None, modal, "hedge")]


@pytest.mark.parametrize(
    "text",
    [
        "Jordan had intended to expel the Syrian ambassador.",
        "Jordan considered expelling the Syrian ambassador.",
        "Kuwait asked Jordan to expel the Syrian ambassador.",
        "Jordan wants to expel the Syrian ambassador.",
        "Jordan plans to expel the Syrian ambassador.",
        "Jordan will expel the Syrian ambassador.",
        "Jordan decided to expel the Syrian ambassador.",
        "Jordan ruled out expelling the Syrian ambassador.",
        "Jordan stopped short of expelling the Syrian ambassador.",
    ],
)
def test_what_was_not_done_is_never_told_as_done(text: str) -> None:
    done = {Modality.ASSERTED, Modality.ONGOING, Modality.HISTORICAL}
    found = [claim for claim in claims(text) if claim.event and claim.event.type == "SANCTION"]
    assert [told(claim) for claim in found if claim.modality in done] == []
