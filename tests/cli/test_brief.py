"""``legation brief`` from the command line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from legation.errors import NotFoundError
from legation.store import Record


@pytest.fixture
def read(run: Run, report: Path) -> Run:
    """Run on a record that holds the report."""
    assert run("read", report).status == 0
    return run


def test_text_tells_where_they_stand_with_the_passage(read: Run) -> None:
    done = read("brief", "ARM", "Georgia", "--as-of", "2025-02-01")
    assert done.status == 0
    assert done.out.startswith("Armenia and Georgia\nAs known on 1 February 2025.")
    assert "Armenia and Georgia signed an agreement on border trade" in " ".join(done.out.split())
    assert "SOURCES" in done.out


def test_the_order_of_names_is_the_order_of_the_title(read: Run) -> None:
    assert read("brief", "Georgia", "Armenia").out.startswith("Georgia and Armenia")


def test_passages_can_be_left_out(read: Run) -> None:
    assert "SOURCES" not in read("brief", "ARM", "GEO", "--no-passages").out


def test_markdown_html_and_json(read: Run) -> None:
    assert read("brief", "ARM", "GEO", "--format", "md").out.startswith("# Armenia and Georgia")
    assert read("brief", "ARM", "GEO", "--format", "html").out.startswith("<!DOCTYPE html>")
    found = json.loads(read("brief", "ARM", "GEO", "--format", "json").out)
    assert [party["code"] for party in found["parties"]] == ["ARM", "GEO"]
    shown = {claim for section in found["sections"] for line in section["lines"] for claim in line["claims"]}
    assert shown
    for claim in shown:
        assert read("show", claim).status == 0


def test_nothing_known_is_no_error(read: Run) -> None:
    done = read("brief", "Peru", "Chile")
    assert done.status == 0
    assert "Nothing is known" in done.out


def test_what_is_not_published_yet_is_not_known(read: Run) -> None:
    assert "Nothing is known" in read("brief", "ARM", "GEO", "--as-of", "2024-12-31").out


def test_a_name_that_is_none_is_usage(read: Run) -> None:
    done = read("brief", "ARM", "Atlantis")
    assert done.status == 2
    assert "Atlantis" in done.err


def test_a_day_that_is_none_is_usage(read: Run) -> None:
    assert read("brief", "ARM", "GEO", "--as-of", "soon").status == 2


def test_two_names_of_one_party_are_usage(read: Run) -> None:
    assert read("brief", "ARM", "Armenia").status == 2


def test_a_passage_that_is_not_in_its_report_is_refused(read: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def changed(self: Record, ids: Iterable[str]) -> dict[str, str]:
        return dict.fromkeys(ids, "Another text.")

    monkeypatch.setattr(Record, "texts", changed)
    done = read("brief", "ARM", "GEO")
    assert done.status != 0
    assert "not verbatim" in done.err
    assert not done.out
    assert NotFoundError.__name__ not in done.err
