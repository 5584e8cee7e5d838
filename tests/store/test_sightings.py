from __future__ import annotations

from dataclasses import replace

from tests.store import factories as make

from legation.records import Report
from legation.store import Record


def _read(record: Record, *reports: Report) -> Report:
    for report in reports:
        record.add_reading(report, [], coder=make.CODER)
    return record.report(reports[0].id)


def test_every_publication_of_a_text_is_kept_once(record: Record) -> None:
    report = make.report(publisher="Reuters", url="https://example.org/1")
    reprint = replace(report, publisher="Daily", url="https://example.org/2")
    assert _read(record, report, reprint, report, reprint) == report
    counts = record.counts()
    assert (counts["reports"], counts["sightings"]) == (1, 2)


def test_another_reason_for_a_date_is_no_other_publication(record: Record) -> None:
    report = make.report(published_basis="inferred", published_reason="who held office")
    _read(record, report, replace(report, published_reason="another wording"))
    assert record.counts()["sightings"] == 1


def test_the_firmest_date_is_the_reports_whatever_the_order(record: Record) -> None:
    unknown = make.report(published_on=None, published_basis="unknown", publisher="Reuters")
    dateline = replace(unknown, published_on="2025-01-14", published_basis="dateline", publisher=None)
    inferred = replace(unknown, published_on="2024-01-14", published_basis="inferred")
    kept = _read(record, unknown, dateline, inferred)
    assert kept == replace(dateline, publisher="Reuters")


def test_a_title_that_comes_with_a_firmer_date_is_found(record: Record) -> None:
    bare = make.report(published_on=None, published_basis="unknown")
    record.add_reading(bare, [make.claim(bare)])
    titled = make.report(title="A handshake in Yerevan")
    record.add_reading(titled, [make.claim(titled)])
    assert len(record.search("handshake")) == 1
