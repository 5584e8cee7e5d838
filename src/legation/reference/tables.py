"""Reading the tables of this room and checking each against its description."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from legation.errors import ReferenceTableError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TABLES = (
    "states",
    "state_names",
    "organisations",
    "memberships",
    "office_holders",
    "armed_groups",
    "news_agencies",
)


class TableDescription(NamedTuple):
    """What ``NAME.meta.yml`` says of a table."""

    title: str
    source: str
    licence: str
    compiled: str
    rows: int


def describe(name: str) -> TableDescription:
    """Return the description of a table.

    Raises ReferenceTableError where the description lacks a field.
    """
    path = files("legation.reference") / f"{name}.meta.yml"
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - the safe loader, in C where built
    try:
        return TableDescription(
            raw["title"], str(raw["source"]), str(raw["licence"]), str(raw["compiled"]), int(raw["rows"])
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ReferenceTableError(f"{name}.meta.yml: field missing or wrong: {error}") from error


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table as column -> text.

    Raises ReferenceTableError where a row has more or fewer fields than the header.
    """
    path = files("legation.reference") / f"{name}.csv"
    with io.StringIO(path.read_text(encoding="utf-8"), newline="") as stream:
        reader = csv.DictReader(stream, restkey="", restval=None)
        for row in reader:
            if "" in row or None in row.values():
                raise ReferenceTableError(f"{name}.csv:{reader.line_num}: wrong number of fields: {row!r}")
            yield row
