from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.documents import Source, Unread
from legation.errors import DateError, UnreachableError
from legation.pipeline import Failure, Reading, Request, read, reading
from legation.records import Kind

Make = Callable[..., Source]


def test_a_source_becomes_a_dated_report_with_its_claims(source: Make) -> None:
    found = read(source(), Request())
    assert isinstance(found, Reading)
    assert found.report.published_on == "2025-01-14"
    assert {claim.kind for claim in found.claims} >= {Kind.AGREEMENT}
    assert all(claim.report == found.report for claim in found.claims)


def test_the_request_dates_and_names_the_publisher(source: Make) -> None:
    found = read(source(), Request(date="2024-12-31", publisher="Example Wire"))
    assert isinstance(found, Reading)
    assert (found.report.published_on, found.report.publisher) == ("2024-12-31", "Example Wire")
    assert {claim.report.published_on for claim in found.claims} == {"2024-12-31"}


def test_reading_twice_gives_the_same(source: Make) -> None:
    assert read(source(), Request()) == read(source(), Request())


def test_what_cannot_be_parsed_is_a_failure_with_its_rule_and_place(source: Make) -> None:
    found = read(source("...\n"), Request())
    assert isinstance(found, Failure)
    assert (found.source, found.message) == ("a.txt", "a.txt: has no words to read")
    assert (found.rejection.stage, found.rejection.rule) == ("documents", "has-text")
    assert found.rejection.message == "has no words to read"


def test_a_source_that_was_refused_before_is_passed_on() -> None:
    error = UnreachableError("there is no such file or folder", place="b.txt")
    found = read(Unread("b.txt", error), Request())
    assert isinstance(found, Failure)
    assert (found.message, found.rejection.rule) == ("b.txt: there is no such file or folder", "reachable")


@pytest.mark.parametrize(
    ("name", "stage"), [("parse", "documents"), ("code", "coding"), ("analyse", "language"), ("dated", "language")]
)
def test_a_crash_is_a_failure_that_names_the_class(
    source: Make, monkeypatch: pytest.MonkeyPatch, name: str, stage: str
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret\ndetail")

    monkeypatch.setattr(reading, name, crash)
    found = read(source(), Request())
    assert isinstance(found, Failure)
    assert (found.rejection.stage, found.rejection.rule) == (stage, "no-crash")
    assert "ZeroDivisionError" in found.message
    assert "\n" not in found.message
    assert "secret" not in found.message


def test_a_day_that_is_none_is_the_callers_fault(source: Make) -> None:
    with pytest.raises(DateError):
        read(source(), Request(date="2025-02-30"))
