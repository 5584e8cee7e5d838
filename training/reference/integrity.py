"""What must hold of the tables together before they are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from training.reference.tables import Row, Table, split

_DATE = re.compile(r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$")
_DATES = ("valid_from", "valid_to", "established", "dissolved", "first_seen", "last_seen")
# Columns that hold codes of other tables: table, column, whether organisations are allowed.
_REFERENCES = (
    ("state_names", "entity", False),
    ("memberships", "member", True),
    ("office_holders", "entity", True),
    ("armed_groups", "countries", False),
    ("news_agencies", "country", False),
)
_KEYS = {
    "states": ("entity",),
    "state_names": ("alias", "entity", "kind"),
    "organisations": ("entity",),
    "memberships": ("organisation", "member", "status", "valid_from", "valid_to", "precision"),
    "office_holders": ("entity", "office", "name", "valid_from"),
    "armed_groups": ("entity",),
    "news_agencies": ("entity",),
}


def verify(tables: Sequence[Table]) -> None:
    """Raise ValueError with every fault: broken dates, codes that no table has, rows told twice."""
    by_name = {table.name: table for table in tables}
    faults = [*_broken_dates(tables), *_unknown_codes(by_name), *_double_rows(tables)]
    if faults:
        raise ValueError("\n".join(["the tables do not hold together:", *faults]))


def _broken_dates(tables: Sequence[Table]) -> Iterator[str]:
    for table in tables:
        for row in table.rows:
            wrong = [row[key] for key in _DATES if key in row and not _DATE.match(row[key])]
            if wrong or _ends_before_it_begins(row):
                yield f"{table.name}: date of {list(row.values())[:8]}"


def _ends_before_it_begins(row: Row) -> bool:
    start, end = row.get("valid_from", ""), row.get("valid_to", "")
    length = min(len(start), len(end))
    return bool(start and end) and end[:length] < start[:length]


def _unknown_codes(by_name: dict[str, Table]) -> Iterator[str]:
    states = {row["entity"] for row in by_name["states"].rows}
    organisations = {row["entity"] for row in by_name["organisations"].rows}
    for name, column, either in _REFERENCES:
        known = states | organisations if either else states
        for row in by_name[name].rows:
            for code in split(row[column]):
                if code not in known:
                    yield f"{name}: {column} {code} of {list(row.values())[:4]}"
    for row in by_name["memberships"].rows:
        if row["organisation"] not in organisations:
            yield f"memberships: organisation {row['organisation']}"


def _double_rows(tables: Sequence[Table]) -> Iterator[str]:
    for table in tables:
        keys = Counter(tuple(row[key] for key in _KEYS[table.name]) for row in table.rows)
        yield from (f"{table.name}: {key} stands {count} times" for key, count in keys.items() if count > 1)
