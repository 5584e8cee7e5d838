from __future__ import annotations

import pytest
from tests.store import factories as make

from legation.errors import DateError
from legation.records import Actor, Kind, Modality
from legation.store import ClaimQuery, Order, Record

MINISTER = Actor(
    text="Mirzoyan",
    start=0,
    end=8,
    name="Ararat Mirzoyan",
    entity="person:mirzoyan",
    country="ARM",
    sector="GOV",
)
TREATY = Actor(text="CSTO", start=0, end=4, name="CSTO", entity="CSTO", country="IGO")


@pytest.fixture
def ids(record: Record) -> dict[str, str]:
    """Return the names of some claims by their ids, one claim a sentence."""
    report = make.long_report(1, 5)
    talks, back, three, left, undated = (claim.passage for claim in make.claims(report, 5))
    claims = {
        "talks": make.claim(report, passage=talks, day="2024-04-05", last_day="2024-04-07"),
        "back": make.claim(report, passage=back, actors=["USA"], recipients=[MINISTER], day="2024-06-11"),
        "three": make.claim(report, passage=three, actors=["ARM", "USA", "FRA"], recipients=[]),
        "left": make.claim(
            report, passage=left, recipients=[TREATY], kind=Kind.MEMBERSHIP, event_type=None,
            day="2024-02-23", object={"organisation": "CSTO", "status": "self-suspended"},
        ),
        "undated": make.claim(
            report, passage=undated, actors=["GEO"], recipients=[], day=None, modality=Modality.FUTURE,
        ),
    }  # fmt: skip
    record.add_reading(report, claims.values())
    return {claim.id: name for name, claim in claims.items()}


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (ClaimQuery(), ["left", "talks", "back", "three", "undated"]),
        (ClaimQuery(order=Order.LATEST), ["undated", "three", "back", "talks", "left"]),
        (ClaimQuery(order=Order.RECORDED), ["talks", "back", "three", "left", "undated"]),
        (ClaimQuery(limit=2, offset=1), ["talks", "back"]),
        (ClaimQuery(offset=3), ["three", "undated"]),
        (ClaimQuery(parties=("ARM", "USA")), ["talks", "back", "three"]),
        (ClaimQuery(parties=("USA", "ARM"), order=Order.LATEST), ["three", "back", "talks"]),
        (ClaimQuery(parties=("USA", "ARM"), order=Order.RECORDED, limit=1), ["talks"]),
        (ClaimQuery(parties=("ARM", "USA", "FRA")), ["three"]),
        (ClaimQuery(parties=("ARM", "ARM", "CSTO")), ["left"]),
        (ClaimQuery(parties=("person:mirzoyan",)), ["back"]),
        (ClaimQuery(any_party=("GEO", "FRA")), ["three", "undated"]),
        (ClaimQuery(any_party=("GEO",)), ["undated"]),
        (ClaimQuery(actors=("ARM",)), ["left", "talks", "three"]),
        (ClaimQuery(actors=("USA", "GEO")), ["back", "three", "undated"]),
        (ClaimQuery(recipients=("ARM", "IGO")), ["left", "back"]),
        (ClaimQuery(actors=("ARM",), recipients=("USA",)), ["talks"]),
        (ClaimQuery(parties=("FRA",), any_party=("USA", "GEO"), actors=("ARM",)), ["three"]),
        (ClaimQuery(kinds=(Kind.MEMBERSHIP,)), ["left"]),
        (ClaimQuery(event_types=("CONSULT",), parties=("ARM",)), ["talks", "back", "three"]),
        (ClaimQuery(modalities=(Modality.FUTURE,)), ["undated"]),
        (ClaimQuery(statuses=("self-suspended", "member")), ["left"]),
        (ClaimQuery(date_from="2024-04-07", date_to="2024-12-31"), ["talks", "back"]),
        (ClaimQuery(parties=("ARM",), date_from="2024-04-06"), ["talks", "back", "three"]),
        (ClaimQuery(parties=("ARM",), date_to="2024-04-04"), ["left"]),
        (ClaimQuery(text="round 3"), ["left"]),
        (ClaimQuery(text="series", parties=("FRA",)), ["three"]),
        (ClaimQuery(text="***"), []),
        (ClaimQuery(report="none"), []),
        (ClaimQuery(parties=("' OR 1=1 --",)), []),
    ],
)  # fmt: skip
def test_a_query_returns_what_it_asks_for(
    record: Record, ids: dict[str, str], query: ClaimQuery, wanted: list[str]
) -> None:
    assert [ids[claim.id] for claim in record.claims(query)] == wanted


def test_as_of_keeps_what_was_published_by_then(record: Record) -> None:
    early, late = make.report(published_on="2024-12-31"), make.long_report(1, 1, published_on="2025-01-02")
    undated = make.long_report(2, 1, published_on=None, published_basis="unknown")
    for report in (early, late, undated):
        record.add_reading(report, [make.claim(report)])
    known = [claim.report.id for claim in record.claims(ClaimQuery(as_of="2025-01-01"))]
    assert known == [early.id]
    assert len(record.claims(ClaimQuery(as_of="2025-01-02"))) == 2
    assert len(record.claims(ClaimQuery(as_of="9999-12-31"))) == 3


def test_superseded_claims_are_in_no_answer(record: Record) -> None:
    report = make.long_report(1, 2)
    record.add_reading(report, make.claims(report, 2))
    record.add_reading(report, make.claims(report, 1, coder=make.NEWER))
    for query in (ClaimQuery(), ClaimQuery(parties=("ARM", "USA")), ClaimQuery(text="series")):
        assert [claim.coder for claim in record.claims(query)] == [make.NEWER]


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(DateError, match="2025-02-30"):
        ClaimQuery(date_from="2025-02-30")
