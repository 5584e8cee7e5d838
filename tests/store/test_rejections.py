from __future__ import annotations

from tests.store import factories as make

from legation.store import Record


def test_a_source_is_rejected_once_for_the_same_reason(record: Record) -> None:
    reasons = [make.rejection("binary"), make.rejection("empty", start=3, end=9, exact="binary")]
    assert record.add_rejections("a.pdf", reasons) == 2
    assert record.add_rejections("a.pdf", reasons) == 0
    assert record.add_rejections("b.pdf", reasons[:1]) == 1
    found = record.rejections(source="a.pdf")
    assert [item.rejection for item in found] == reasons
    assert {(item.report, item.source) for item in found} == {(None, "a.pdf")}


def test_rejections_of_a_report_are_kept_with_it(record: Record) -> None:
    report = make.report()
    record.add_reading(
        report, [], [make.rejection("no actor", start=0, end=7, exact="Armenia")], coder=make.CODER
    )
    record.add_rejections("a.pdf", [make.rejection("binary")])
    (kept,) = record.rejections(report=report.id)
    assert (kept.report, kept.source, kept.rejection.exact) == (report.id, None, "Armenia")
    assert len(record.rejections()) == 2
    assert len(record.rejections(limit=1)) == 1
