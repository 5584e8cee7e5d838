from __future__ import annotations

import pytest
from tests.store import factories as make

from legation.errors import NotFoundError
from legation.store import Record


@pytest.fixture
def filled(record: Record) -> Record:
    for number in range(20):
        report = make.long_report(number, 2)
        record.add_reading(report, make.claims(report, 2))
    return record


def test_claims_and_reports_are_found_by_prefix(filled: Record) -> None:
    for claim in filled.claims():
        assert filled.claim(claim.id[:12]) == claim
        assert filled.report(claim.report.id[:12]).id == claim.report.id


@pytest.mark.parametrize("prefix", ["zzz", "%", "'", "f" * 64])
def test_what_is_not_there_is_not_found(filled: Record, prefix: str) -> None:
    with pytest.raises(NotFoundError, match="no claim has an id that begins"):
        filled.claim(prefix)
    with pytest.raises(NotFoundError, match="no report has an id that begins"):
        filled.report(prefix)


def test_an_ambiguous_prefix_names_its_candidates(filled: Record) -> None:
    with pytest.raises(NotFoundError, match=r"more than one claim begins with '': [0-9a-f]{20}, "):
        filled.claim("")
    with pytest.raises(NotFoundError, match="more than one report"):
        filled.report("")


def test_the_current_version_of_a_claim_is_shown(record: Record) -> None:
    report = make.report(published_on=None, published_basis="unknown")
    record.add_reading(report, [make.claim(report, day=None)])
    dated = make.report()
    claim = make.claim(dated)
    record.add_reading(dated, [claim])
    assert record.claim(claim.id).when.start == "2025-01-14"


def test_reports_are_listed_without_text_the_last_first(filled: Record) -> None:
    last = make.long_report(19, 2)
    listed = filled.reports(limit=5)
    assert len(listed) == 5
    assert (listed[0].id, listed[0].text) == (last.id, "")
    assert filled.reports(limit=5, offset=15)[-1].id == make.long_report(0, 2).id


def test_many_claims_come_in_order(record: Record) -> None:
    report = make.long_report(1, 10)
    claims = make.claims(report, 2500)
    record.add_reading(report, claims)
    assert [claim.id for claim in record.claims_of_report(report.id)] == [claim.id for claim in claims]


def test_counts(filled: Record) -> None:
    report = make.long_report(0, 2)
    filled.add_reading(report, make.claims(report, 1, coder=make.NEWER))
    assert filled.counts() == {
        "reports": 20, "sightings": 20, "claims": 39, "superseded": 2, "rejections": 0, "runs": 0,
        "judgements": 0, "reviews": 0, "snapshots": 0,
    }  # fmt: skip
