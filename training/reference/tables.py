"""A reference table: rows, what its columns mean, where it comes from; read, checked and written."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Row = dict[str, str]

OWN = Path(__file__).parent / "own"
OWN_SOURCE = "own compilation (common knowledge)"
OWN_LICENCE = "facts, no rights"
COMPILED = "2026-11-24"


@dataclass(frozen=True, slots=True)
class Table:
    """One reference table as it is written: `NAME.csv` and `NAME.meta.yml`."""

    name: str
    title: str
    description: str
    source: str
    licence: str
    columns: Mapping[str, str]
    rows: Sequence[Row]
    checks: Mapping[str, int | Sequence[str]] = field(default_factory=dict)


def read(path: Path) -> list[Row]:
    """Read a CSV file with a header as rows of strings; every row must have every column."""
    with path.open(encoding="utf-8", newline="") as handle:
        rows = [dict(row) for row in csv.DictReader(handle)]
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            message = f"{path}:{number}: a row must have as many fields as the header: {row}"
            raise ValueError(message)
    return rows


def own(name: str) -> list[Row]:
    """Read one of the lists compiled here."""
    return read(OWN / f"{name}.csv")


def words(name: str) -> frozenset[str]:
    """Read one of the word lists of own/words.csv."""
    return frozenset(row["word"] for row in own("words") if row["list"] == name)


def split(text: str) -> list[str]:
    """Split a semicolon list, without empty parts."""
    return [part.strip() for part in text.split(";") if part.strip()]


def join(parts: Iterable[str]) -> str:
    """Join parts with semicolons, each once, in the order of their first mention."""
    return ";".join(dict.fromkeys(part for part in parts if part))


def write(table: Table, folder: Path) -> None:
    """Write the table and its description, sorted by its columns from the left."""
    names = list(table.columns)
    rows = sorted(table.rows, key=lambda row: [row[name] for name in names])
    with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, names, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
    (folder / f"{table.name}.meta.yml").write_text(_meta(table), encoding="utf-8")


def _meta(table: Table) -> str:
    head = {
        "title": table.title,
        "description": table.description,
        "source": table.source,
        "licence": table.licence,
    }
    lines = [f"{key}: {_text(value)}" for key, value in head.items()]
    lines += [f"compiled: {COMPILED}", f"rows: {len(table.rows)}", "columns:"]
    lines += [f"  {name}: {_text(meaning)}" for name, meaning in table.columns.items()]
    if table.checks:
        lines.append("checks:")
    for name, outcome in table.checks.items():
        if isinstance(outcome, int):
            lines.append(f"  {name}: {outcome}")
        else:
            lines.append(f"  {name}:" if outcome else f"  {name}: []")
            lines += [f"    - {_text(item)}" for item in outcome]
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    """Quote a string for YAML: JSON strings are YAML strings."""
    return json.dumps(value, ensure_ascii=False)
