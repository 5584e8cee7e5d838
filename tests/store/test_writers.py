from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store import factories as make

from legation.errors import NotFoundError, RecordError
from legation.records import Claim, Modality, Report, claim_to_dict
from legation.store import Added, ClaimQuery, Record


def test_a_claim_comes_back_whole(record: Record) -> None:
    report = make.report()
    claim = make.claim(report, object={"name": "charter", "areas": ["defence", "trade"], "due": None})
    record.add_reading(report, [claim])
    found = record.claim(claim.id)
    assert claim_to_dict(found) == claim_to_dict(claim)
    assert found.report == replace(report, text="")
    assert record.report(report.id) == report


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_comes_back_verbatim(record: Record, text: str) -> None:
    report = make.report(text, title=text)
    claim = make.claim(report)
    record.add_reading(report, [claim])
    assert record.report(report.id).text == text
    assert record.claims_of_report(report.id)[0].passage.exact == text


def test_reading_again_adds_nothing(record: Record) -> None:
    report = make.long_report(1, 20)
    claims = make.claims(report, 20)
    first = record.add_reading(report, claims, [make.rejection()])
    before = record.counts()
    again = record.add_reading(report, claims, [make.rejection()])
    assert first == Added(report_is_new=True, claims_added=20, claims_known=0, superseded=0)
    assert again == Added(report_is_new=False, claims_added=0, claims_known=20, superseded=0)
    assert record.counts() == before


def test_the_same_claim_twice_in_a_reading_is_one(record: Record) -> None:
    report = make.report()
    added = record.add_reading(report, [make.claim(report), make.claim(report)])
    assert (added.claims_added, added.claims_known) == (1, 1)


def test_a_newer_coder_supersedes_the_older_and_keeps_it(record: Record) -> None:
    report = make.long_report(1, 4)
    old, new = make.claims(report, 4), make.claims(report, 3, coder=make.NEWER)
    record.add_reading(report, old, [make.rejection("old")])
    added = record.add_reading(report, new, [make.rejection("new")])
    assert added == Added(report_is_new=False, claims_added=3, claims_known=0, superseded=4)
    assert record.claims_of_report(report.id) == _without_text(new)
    assert record.claim(old[0].id).coder == make.CODER
    assert [item.rejection.message for item in record.rejections(report=report.id)] == ["new"]


def test_an_overtaken_coder_adds_nothing(record: Record) -> None:
    report = make.long_report(1, 4)
    record.add_reading(report, make.claims(report, 2))
    record.add_reading(report, make.claims(report, 2, coder=make.NEWER))
    added = record.add_reading(report, make.claims(report, 4))
    assert added == Added(report_is_new=False, claims_added=0, claims_known=4, superseded=0)
    assert {claim.coder for claim in record.claims()} == {make.NEWER}


def test_a_newer_coder_that_finds_nothing_supersedes_too(record: Record) -> None:
    report = make.report()
    record.add_reading(report, [make.claim(report)])
    assert record.add_reading(report, [], coder=make.NEWER).superseded == 1
    assert record.claims() == []


def test_a_reviewer_stands_beside_the_coder(record: Record) -> None:
    report = make.long_report(1, 3)
    record.add_reading(report, make.claims(report, 2))
    record.add_reading(report, make.claims(report, 1, coder=make.REVIEWER))
    added = record.add_reading(report, make.claims(report, 2, coder=make.REVIEWER))
    assert (added.claims_added, added.claims_known, added.superseded) == (1, 1, 0)
    assert record.counts()["claims"] == 4


def test_a_firmer_date_renews_the_claims_that_it_changes(record: Record) -> None:
    guessed = make.long_report(1, 2, published_on="2024-01-15", published_basis="inferred", publisher=None)
    dated = make.long_report(1, 2, published_on="2025-01-15", published_basis="explicit")
    stable = make.claim(guessed, trigger=1)
    record.add_reading(guessed, [make.claim(guessed, day="2024-01-14"), stable])
    moved = make.claim(dated, day="2025-01-14")
    added = record.add_reading(dated, [moved, replace(stable, report=dated)])
    assert added == Added(report_is_new=False, claims_added=1, claims_known=1, superseded=1)
    assert record.claim(moved.id).when.start == "2025-01-14"
    assert record.report(dated.id) == dated
    assert record.add_reading(dated, [moved]).claims_known == 1


def test_a_reprint_of_another_day_changes_no_claim(record: Record) -> None:
    report = make.report()
    reprint = replace(report, publisher="Another", published_on="2025-01-20")
    claim = make.claim(report)
    record.add_reading(report, [claim])
    for seen in (reprint, report, reprint):
        added = record.add_reading(seen, [make.claim(seen, day=seen.published_on)])
        assert (added.claims_added, added.superseded) == (0, 0)
    assert record.claim(claim.id).when == claim.when


def test_a_passage_must_be_verbatim_and_nothing_of_the_reading_is_kept(record: Record) -> None:
    report = make.long_report(1, 2)
    forged = make.claim(report)
    forged = replace(forged, passage=replace(forged.passage, exact="They never met."))
    with pytest.raises(RecordError, match=r"'They never met\.' is not verbatim"):
        record.add_reading(report, [*make.claims(report, 1), forged])
    assert record.counts()["reports"] == 0


def test_a_reading_is_of_one_report_by_one_coder(record: Record) -> None:
    report, other = make.report(), make.long_report(1, 1)
    for stranger in (make.claim(other), make.claim(report, coder=make.NEWER)):
        with pytest.raises(RecordError, match="one report by one coder"):
            record.add_reading(report, [make.claim(report), stranger])


def test_a_report_is_known_by_the_hash_of_its_text(record: Record) -> None:
    with pytest.raises(RecordError, match="SHA-256"):
        record.add_reading(Report(id="abc", text="Hello."), [], coder=make.CODER)


def test_a_reading_without_claims_must_name_its_coder_or_run(record: Record) -> None:
    with pytest.raises(RecordError, match="must name its coder or its run"):
        record.add_reading(make.report(), [])
    run = record.start_run("read", make.CODER)
    assert record.add_reading(make.report(), [], run=run).report_is_new
    with pytest.raises(NotFoundError, match="no run 'none'"):
        record.add_reading(make.report(), [], run="none")


def test_text_that_is_no_unicode_is_refused_by_name(record: Record) -> None:
    report = make.report("half a pair \ud800")
    with pytest.raises(RecordError, match="no valid Unicode"):
        record.add_reading(report, [], coder=make.CODER)


def test_modality_is_kept_as_its_type(record: Record) -> None:
    report = make.report()
    record.add_reading(report, [make.claim(report, modality=Modality.FUTURE)])
    assert record.claims(ClaimQuery(modalities=(Modality.FUTURE,)))[0].modality is Modality.FUTURE


def _without_text(claims: list[Claim]) -> list[Claim]:
    return [replace(claim, report=replace(claim.report, text="")) for claim in claims]
