"""News agencies, newspapers and broadcasters that the press cites."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from training.reference.tables import OWN_LICENCE, OWN_SOURCE, Row, Table, join, own, read, split, words

COLUMNS = {
    "entity": "stable id",
    "name": "the name news uses",
    "aliases": "other names that stand for it without context, semicolon-separated; case counts",
    "weak_aliases": (
        "names (the main one too) that are words, or names or acronyms of others: usable only beside a word "
        "for news, as in `the Trend agency`"
    ),
    "country": "state it reports from (states.csv)",
    "ownership": "state, public, private, cooperative, ...",
    "reliability": "Admiralty grade A-F; empty: set by the user, not here",
    "source": "where the row comes from",
    "licence": "licence of the source",
}
# Names of the fact table that are words, first names, or acronyms of something else.
WEAK = words("weak agency")


def compile_agencies(facts: Path, names: Table) -> Table:
    """Compile news_agencies.csv."""
    given = [_agency(fact) for fact in read(facts / "news_agencies.csv")]
    added = [_agency(line | {"iso3": line["country"], "source": OWN_SOURCE}) for line in own("news_agencies")]
    rows = {row["entity"]: row for row in [*given, *added]}
    state_aliases = {row["alias"] for row in names.rows}
    clashes = sorted(alias for row in rows.values() for alias in _weakened(row, state_aliases))
    return Table(
        name="news_agencies",
        title="News agencies, newspapers and broadcasters",
        description="Who is quoted as having reported something. Reliability is left to the user.",
        source=OWN_SOURCE,
        licence=OWN_LICENCE,
        columns=COLUMNS,
        rows=list(rows.values()),
        checks={
            "from_the_agency_list": len(given),
            "newspapers_and_broadcasters_added": len(rows) - len(given),
            "names_made_weak_because_a_state_has_them": clashes,
        },
    )


def _agency(line: Row) -> Row:
    name = re.sub(r" \(.*\)", "", line["name"])
    every = [alias for alias in split(line["aliases"]) if alias != name]
    weak = [alias for alias in [name, *every] if alias in WEAK] + split(line.get("weak_aliases", ""))
    return {
        "entity": line.get("entity") or f"agency:{_slug(line['name'])}",
        "name": name,
        "aliases": join(alias for alias in every if alias not in weak),
        "weak_aliases": join(weak),
        "country": line["iso3"],
        "ownership": line["ownership"],
        "reliability": "",
        "source": OWN_SOURCE,
        "licence": OWN_LICENCE,
    }


def _weakened(row: Row, state_aliases: set[str]) -> list[str]:
    """Move the names a state has too to the weak ones; return them."""
    clashes = [alias for alias in [row["name"], *split(row["aliases"])] if alias in state_aliases]
    row["weak_aliases"] = join([*split(row["weak_aliases"]), *clashes])
    row["aliases"] = join(alias for alias in split(row["aliases"]) if alias not in clashes)
    return clashes


def _slug(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
