from __future__ import annotations

import csv

import pytest
import yaml
from tests.house.tree import SOURCE

from legation.reference import TABLES, describe

FOLDER = SOURCE / "reference"


def table(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_is_described_and_every_description_has_its_table() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == set(TABLES)
    assert {path.name.removesuffix(".meta.yml") for path in FOLDER.glob("*.meta.yml")} == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_says_where_it_comes_from_and_under_which_licence(name: str) -> None:
    unsaid = [
        number
        for number, row in enumerate(table(name), start=2)
        if not row["source"].strip() or not row["licence"].strip()
    ]
    assert unsaid == []


@pytest.mark.parametrize("name", TABLES)
def test_the_description_counts_the_rows_and_names_the_columns(name: str) -> None:
    rows = table(name)
    assert describe(name).rows == len(rows)
    raw = yaml.safe_load((FOLDER / f"{name}.meta.yml").read_text(encoding="utf-8"))
    assert list(raw["columns"]) == list(rows[0])


@pytest.mark.parametrize("name", TABLES)
def test_no_row_is_there_twice(name: str) -> None:
    rows = [tuple(row.values()) for row in table(name)]
    assert len(set(rows)) == len(rows)
