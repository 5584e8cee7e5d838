"""Armed groups: rebels, militias, designated organisations and cartels, one row a group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from training.reference.tables import OWN_LICENCE, OWN_SOURCE, Row, Table, join, own, read, split

FACTBOOK = "CIA World Factbook 2018-2025, Terrorist group(s)"
TRANSNATIONAL = "IMG"
COLUMNS = {
    "entity": "stable id",
    "name": "the name news uses",
    "aliases": "other names, semicolon-separated; case counts (IS is an alias, is is not)",
    "countries": "states it acts in, the main base first",
    "code": "country of the actor: the main base; IMG (international militarised group) if transnational",
    "source": "where the row comes from",
    "licence": "licence of the source",
}
# Organs of a state, which the Factbook lists as groups: they stand in state_names.csv.
ORGANS = ("*Qods Force*",)


def compile_groups(facts: Path, names: Table) -> Table:
    """Compile armed_groups.csv."""
    listed: dict[str, list[Row]] = defaultdict(list)
    for fact in read(facts / "armed_groups.csv"):
        listed[fact["name"]].append(fact)
    state_aliases = {row["alias"] for row in names.rows}
    rows, taken = [], set()
    for line in own("armed_groups"):
        spellings = [name for name in listed if _matches(name, split(line["given"]))]
        taken.update(spellings)
        rows.append(_group(line, [fact for name in spellings for fact in listed[name]]))
    organs = [name for name in listed if _matches(name, ORGANS)]
    aliases = {alias for row in rows for alias in [row["name"], *split(row["aliases"])]}
    return Table(
        name="armed_groups",
        title="Armed groups",
        description=(
            "Rebel movements, militias, designated organisations and cartels that news names. Branches of "
            "the Islamic State stand under one entity. The Factbook's spellings are merged."
        ),
        source=f"{OWN_SOURCE}; {FACTBOOK}",
        licence=f"{OWN_LICENCE}; public domain (US Gov)",
        columns=COLUMNS,
        rows=rows,
        checks={
            "factbook_names": len(listed),
            "factbook_names_merged_into_groups": len(taken),
            "factbook_names_that_are_organs_of_a_state": sorted(organs),
            "factbook_names_left_out": sorted(set(listed) - taken - set(organs)),
            "main_base_not_among_the_states_of_the_factbook": _unconfirmed(rows, listed),
            "aliases_that_are_names_of_a_state_too": sorted(aliases & state_aliases),
        },
    )


def _unconfirmed(rows: Iterable[Row], listed: dict[str, list[Row]]) -> list[str]:
    """List the groups whose main base the Factbook does not name, of those it has."""
    lines = {line["entity"]: split(line["given"]) for line in own("armed_groups")}
    found = []
    for row in rows:
        facts = [fact for name in listed if _matches(name, lines[row["entity"]]) for fact in listed[name]]
        bases = {fact["country_iso3"] for fact in facts}
        if bases and row["countries"].split(";")[0] not in bases:
            found.append(f"{row['entity']}: {' '.join(sorted(bases))}")
    return sorted(found)


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _group(line: Row, facts: list[Row]) -> Row:
    seen = sorted(fact["country_iso3"] for fact in facts)
    countries = list(dict.fromkeys([*line["countries"].split(), *seen]))
    aliases = [alias for alias in split(line["aliases"]) if alias != line["name"]]
    return {
        "entity": line["entity"],
        "name": line["name"],
        "aliases": join(aliases),
        "countries": join(countries),
        "code": TRANSNATIONAL if line["transnational"] else countries[0],
        "source": f"{OWN_SOURCE}; {FACTBOOK}" if facts else OWN_SOURCE,
        "licence": f"{OWN_LICENCE}; {facts[0]['licence']}" if facts else OWN_LICENCE,
    }
