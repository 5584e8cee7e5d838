from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.errors import ReferenceTableError
from legation.reference import TABLES, describe, organisations, rows, states, tables

_WHEN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z")
_DAYS = ("valid_from", "valid_to", "first_seen", "last_seen", "established", "dissolved")
_LISTS = ("aliases", "weak_aliases", "countries")


def numbered(name: str) -> Iterator[tuple[int, dict[str, str]]]:
    return enumerate(rows(name), start=2)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_described_and_counted(name: str) -> None:
    described = describe(name)
    assert described.rows == sum(1 for _ in rows(name))
    assert all((described.title, described.source, described.licence, described.compiled))


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_source_and_licence(name: str) -> None:
    assert [n for n, row in numbered(name) if not (row["source"].strip() and row["licence"].strip())] == []


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_has_loose_spaces(name: str) -> None:
    assert [(n, cell) for n, row in numbered(name) for cell in row.values() if cell != cell.strip()] == []


@pytest.mark.parametrize("name", TABLES)
def test_no_row_stands_twice(name: str) -> None:
    assert [row for row, times in Counter(tuple(row.values()) for row in rows(name)).items() if times > 1] == []


@pytest.mark.parametrize("name", TABLES)
def test_no_name_and_no_alias_is_empty(name: str) -> None:
    for n, row in numbered(name):
        for column in {"name", "alias"} & set(row):
            assert row[column], (name, n)
        for column in set(_LISTS) & set(row):
            assert all(part.strip() for part in row[column].split(";")) or not row[column], (name, n)


@pytest.mark.parametrize("name", TABLES)
def test_days_are_days_months_or_years(name: str) -> None:
    wrong = [
        (n, row[column])
        for n, row in numbered(name)
        for column in set(_DAYS) & set(row)
        if row[column] and not _WHEN.match(row[column])
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["states", "organisations", "armed_groups", "news_agencies"])
def test_an_id_names_one_row(name: str) -> None:
    assert [key for key, times in Counter(row["entity"] for row in rows(name)).items() if times > 1] == []


@pytest.mark.parametrize(("name", "column"), [("state_names", "entity"), ("news_agencies", "country")])
def test_names_are_of_states_that_there_are(name: str, column: str) -> None:
    assert [row for row in rows(name) if row[column] not in states()] == []


@pytest.mark.parametrize(
    ("name", "column"), [("memberships", "organisation"), ("memberships", "member"), ("office_holders", "entity")]
)
def test_whoever_is_referred_to_is_there(name: str, column: str) -> None:
    known = organisations() if column == "organisation" else {*states(), *organisations()}
    assert [row for row in rows(name) if row[column] not in known] == []


def test_armed_groups_act_in_states_that_there_are() -> None:
    for row in rows("armed_groups"):
        assert set(row["countries"].split(";")) - {""} <= set(states()), row["entity"]
        assert row["code"] in {"IMG", *states()}, row["entity"]
        assert row["entity"].startswith("group:")


def test_statuses_are_those_of_the_description() -> None:
    known = set(
        "member applicant candidate observer associate dialogue_partner partner signatory self-suspended former"
        " other".split()
    ) | {"suspended by the organisation", "withdrawal notified"}
    assert {row["status"] for row in rows("memberships")} <= known
    assert {row["precision"] for row in rows("memberships")} <= {"day", "year", "edition"}


@pytest.mark.parametrize("name", ["memberships", "office_holders", "state_names"])
def test_nothing_ends_before_it_begins(name: str) -> None:
    wrong = []
    for n, row in numbered(name):
        start, end = row["valid_from"], row["valid_to"]
        if start and end and start[: len(end)] > end[: len(start)]:
            wrong.append((n, row))
    assert wrong == []


def test_state_codes_have_three_letters_and_iso2_two() -> None:
    for row in rows("states"):
        assert re.fullmatch(r"[A-Z]{3}", row["entity"]), row
        assert re.fullmatch(r"[A-Z]{2}|", row["iso2"]), row
    two = Counter(row["iso2"] for row in rows("states") if row["iso2"])
    assert [code for code, times in two.items() if times > 1] == []


# -- a broken table ------------------------------------------------------------------------------------


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in the place of the room's own."""
    monkeypatch.setattr(tables, "files", lambda _package: tmp_path)
    return tmp_path


@pytest.mark.parametrize("row", ["ARM", "ARM,Armenia,extra"])
def test_a_row_with_more_or_fewer_fields_is_refused_with_its_line(table: Path, row: str) -> None:
    (table / "states.csv").write_text(f"entity,name\nGEO,Georgia\n{row}\n", encoding="utf-8")
    with pytest.raises(ReferenceTableError, match=r"states\.csv:3: wrong number of fields"):
        list(rows("states"))


def test_a_cell_may_run_over_lines(table: Path) -> None:
    (table / "states.csv").write_text('entity,name\nGEO,"Georgia\nSakartvelo"\n', encoding="utf-8")
    assert [row["name"] for row in rows("states")] == ["Georgia\nSakartvelo"]


@pytest.mark.parametrize(
    "text",
    [
        "title: T\nsource: S\nlicence: L\ncompiled: 2026-01-01\n",
        "title: T\nsource: S\nlicence: L\ncompiled: 2026-01-01\nrows: many\n",
        "title: T\nsource: S\nlicence: L\ncompiled: 2026-01-01\nrows:\n",
        "- title\n",
    ],
)
def test_a_description_that_lacks_a_field_is_refused(table: Path, text: str) -> None:
    (table / "states.meta.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ReferenceTableError, match=r"states\.meta\.yml: field missing or wrong"):
        describe("states")
