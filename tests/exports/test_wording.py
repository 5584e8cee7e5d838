from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store import factories as make

from legation.exports import wording
from legation.records import Actor, ClaimObject, Kind, Modality, Precision, When


def actor(**fields: str | None) -> Actor:
    return Actor(**({"text": "x", "start": 0, "end": 1, "name": "X"} | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": "Armenia", "entity": "ARM", "country": "ARM", "sector": "GOV"}, "Armenia (ARM)"),
        ({"name": "Y", "entity": "person:y", "country": "ARM", "sector": "GOV"}, "Y (ARM GOV)"),
        ({"name": "CSTO", "entity": "CSTO", "country": "IGO", "sector": "IGO"}, "CSTO"),
        ({"name": "Treaty", "entity": "CSTO", "country": "IGO", "sector": "IGO"}, "Treaty (CSTO)"),
        ({"name": "Nobody", "entity": "person:nobody"}, "Nobody"),
        ({"name": "rebels", "sector": "REB"}, "rebels (REB)"),
        ({"name": "A\x1b[31m\nB"}, "A [31m B"),
    ],
)
def test_an_actor_is_named_with_its_codes(fields: dict[str, str], said: str) -> None:
    assert wording.who(actor(**fields)) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When(start="2025-01-14", end="2025-01-14", precision=Precision.DAY, basis="explicit"), "2025-01-14"),
        (When(start="2025-01-14", end="2025-01-14", precision=Precision.DAY), "~2025-01-14"),
        (When(start="2025-01-01", end="2025-01-31", precision=Precision.MONTH, basis="explicit"), "2025-01"),
        (When(start="2024-01-01", end="2024-12-31", precision=Precision.YEAR, basis="explicit"), "2024"),
        (When(start="2021-01-01", end="2022-12-31", precision=Precision.YEAR, basis="explicit"), "2021–2022"),
        (
            When(start="2024-04-05", end="2024-06-11", precision=Precision.INTERVAL, basis="explicit"),
            "2024-04-05 – 2024-06-11",
        ),
        (When(start="2024-04-05", precision=Precision.INTERVAL, basis="explicit"), "from 2024-04-05"),
        (When(end="2024-04-05", precision=Precision.INTERVAL, basis="explicit"), "until 2024-04-05"),
        (When(), "undated"),
    ],
)
def test_a_date_is_no_more_exact_than_it_is_known(when: When, said: str) -> None:
    assert wording.day(when) == said


@pytest.mark.parametrize(
    ("kind", "of", "said"),
    [
        (Kind.STATEMENT, {"quote": "direct", "content": "We are ready"}, "“We are ready”"),
        (Kind.STATEMENT, {"quote": "direct", "content": '"We are ready"'}, '"We are ready"'),
        (Kind.STATEMENT, {"quote": "indirect", "content": "it was ready"}, "it was ready"),
        (Kind.COMMITMENT, {"what": "open a crossing", "due": "2025-06"}, "open a crossing · due 2025-06"),
        (Kind.MEMBERSHIP, {"organisation": "CSTO", "status": "former"}, "former · CSTO"),
        (Kind.MEETING, {"format": "call", "level": "summit", "status": "held"}, "call · summit · held"),
        (Kind.RELATION, {"to": "at_war"}, "at war"),
        (Kind.AGREEMENT, {"act": "signature", "name": "Accord", "areas": ["a", "b"]}, "signature · Accord · a, b"),
        (Kind.EVENT, {}, "Armenia and the United States signed a charter."),
    ],
)
def test_what_suits_the_kind(kind: Kind, of: ClaimObject, said: str) -> None:
    assert wording.what(make.claim(make.report(), kind=kind, object=of)) == said


def test_parties_members_and_word() -> None:
    claim = make.claim(make.report(), actors=("ARM", "FRA", "IRN", "GEO"), recipients=("ARM",))
    assert wording.parties(claim) == "ARM, FRA, IRN +1 → ARM"
    assert wording.members(make.claim(make.report(), recipients=("ARM", "USA"))) == "ARM, USA"
    assert wording.parties(replace(claim, actors=())) == "— → ARM"
    assert wording.word(claim) == "Armenpress › “reportedly”"
    assert wording.modality(replace(claim, modality=Modality.FUTURE)) == "future"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"published_on": "2025-01-15", "published_reason": "given with the text"}, "2025-01-15 (given with the text)"),
        (
            {"published_on": "2025-01-15", "published_basis": "inferred", "published_reason": "who held office"},
            "2025-01-15 (inferred: who held office)",
        ),
        ({"published_on": None, "published_basis": "unknown"}, "undated"),
        ({"published_on": None, "published_reason": "no year"}, "undated (no year)"),
    ],
)
def test_how_the_day_of_publication_is_known(fields: dict[str, str | None], said: str) -> None:
    assert wording.published(replace(make.report(), **fields)) == said  # type: ignore[arg-type]
