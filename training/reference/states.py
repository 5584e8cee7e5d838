"""States and territories, one row an ISO 3166-1 alpha-3 code (and XKX for Kosovo)."""

from __future__ import annotations

import html
from pathlib import Path

from training.reference.tables import OWN_LICENCE, OWN_SOURCE, Row, Table, own, read

FACTBOOK = "CIA World Factbook 2026-02"
COLUMNS = {
    "entity": "ISO 3166-1 alpha-3 code; XKX for Kosovo",
    "iso2": "ISO 3166-1 alpha-2 code; XK for Kosovo",
    "name": "the short English name as news uses it",
    "official_name": "the long English name",
    "kind": (
        "sovereign, territory, crown_dependency, special_admin, freely_associated, disputed, no_sovereign"
    ),
    "capital": "capital or seat of government; empty where there is none",
    "source": "where the row comes from",
    "licence": "licence of the source",
}
# Codes that several rows of the fact table share: the row that speaks for the code.
_MAIN_NAMES = {"AUS": "Australia", "GBR": "United Kingdom", "PYF": "French Polynesia"}
# Names the fact table files under a metropole, or in parts, although they have a code of their own.
_OWN_ROWS = {"GGY", "IMN", "JEY", "PSE", "SJM", "UMI"}


def compile_states(facts: Path) -> Table:
    """Compile states.csv."""
    rows = {row["entity"]: row for row in map(_state, read(facts / "states.csv")) if _speaks(row)}
    for change in own("states"):
        rows[change["entity"]] = _changed(rows.get(change["entity"]), change)
    coded = {row["iso3"] for row in read(facts / "aliases.csv")}
    return Table(
        name="states",
        title="States and territories",
        description="Every state and territory with an ISO 3166-1 code, and Kosovo.",
        source=f"{FACTBOOK}; names as news uses them, codes and capitals it lacks: own compilation",
        licence="public domain (US Gov) / CC0; facts, no rights",
        columns=COLUMNS,
        rows=list(rows.values()),
        checks={
            "codes_compared_with_the_alias_table": len(coded),
            "codes_the_alias_table_has_and_this_lacks": sorted(coded - rows.keys()),
            "codes_this_has_and_the_alias_table_lacks": sorted(rows.keys() - coded),
        },
    )


def _state(fact: Row) -> Row:
    return {
        "entity": fact["iso3"],
        "iso2": fact["iso2"],
        "name": html.unescape(fact["name"]),
        "official_name": html.unescape(fact["official_name"]) or html.unescape(fact["name"]),
        "kind": fact["entity_type"],
        "capital": fact["capital"],
        "source": FACTBOOK,
        "licence": fact["licence"],
    }


def _speaks(row: Row) -> bool:
    code = row["entity"]
    return code not in _OWN_ROWS and row["name"] == _MAIN_NAMES.get(code, row["name"])


def _changed(row: Row | None, change: Row) -> Row:
    """Apply a line of own/states.csv: empty keeps the fact, `-` clears it."""
    if row is None:
        return {**change, "source": OWN_SOURCE, "licence": OWN_LICENCE}
    kept = {key: row[key] if not value else value.removeprefix("-") for key, value in change.items()}
    touched = any(change[key] for key in change if key != "entity")
    source = f"{FACTBOOK}; own compilation" if touched else row["source"]
    return {**row, **kept, "source": source}
