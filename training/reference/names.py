"""Names of states: what a report may call a state, its people, its organs and its places."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.reference.tables import OWN_LICENCE, OWN_SOURCE, Row, Table, own, read, split

COLUMNS = {
    "alias": "the name as printed, case and accents as they stand",
    "entity": "the state (states.csv)",
    "kind": (
        "name, official, former, historical, abbreviation, constituent, demonym_adjective, demonym_noun, "
        "demonym_plural, capital, seat, ministry, legislature, institution, city, region; "
        "ambiguous: the alias has a row for each state it may mean and needs context"
    ),
    "valid_from": "day from which the alias meant the state; empty: always, or not recorded",
    "valid_to": "last day on which it did; empty: still, or not recorded",
    "source": "where the row comes from",
    "licence": "licence of the source",
}
KINDS = {
    "CLDR en name": "name",
    "name": "name",
    "short": "name",
    "local name": "name",
    "official name": "official",
    "former name": "former",
    "abbreviation": "abbreviation",
    "demonym": "demonym_adjective",
    "demonym adjective": "demonym_adjective",
    "demonym noun": "demonym_noun",
    "demonym plural": "demonym_plural",
    "capital": "capital",
    "capital metonym": "capital",
    "seat": "seat",
    "seat metonym": "seat",
    "ministry": "ministry",
    "legislature": "legislature",
    "government": "institution",
    "territory": "region",
    "city": "city",
    "region": "region",
    "constituent": "constituent",
    "historical": "historical",
}
DEMONYMS = {"demonym_adjective", "demonym_noun", "demonym_plural"}
OWN_LISTS = ("names_states", "names_institutions", "names_places")
# Crown dependencies, which the fact table files under the United Kingdom.
_DEPENDENCIES = {
    "Isle of Man": "IMN",
    "Manx": "IMN",
    "Manxman": "IMN",
    "Manxwoman": "IMN",
    "Jersey": "JEY",
    "Bailiwick of Jersey": "JEY",
    "Saint Helier": "JEY",
    "Guernsey": "GGY",
    "Bailiwick of Guernsey": "GGY",
    "Saint Peter Port": "GGY",
    "Channel Islander": "GGY",
    "Channel Islanders": "GGY",
}
_SOURCES = {
    "CIA World Factbook final edition (factbook.json 2026-02)": "CIA World Factbook 2026-02",
    "Unicode CLDR via babel 2.18": "Unicode CLDR (babel 2.18)",
}


def compile_names(facts: Path, states: Table) -> Table:
    """Compile state_names.csv."""
    given = [row for fact in read(facts / "aliases.csv") for row in _cleaned(fact)]
    kept = [row for row in given if not _is_dropped(row)]
    added = list(_added())
    rows, clashes = _settled([*added, *kept, *_of_states(states)])
    return Table(
        name="state_names",
        title="Names of states, their people, organs and places",
        description=(
            "Aliases that stand for a state in news English. One row an alias, state and kind. Case counts: "
            "'US' is an alias, 'us' is not. Organisations and armed groups have their own tables."
        ),
        source="CIA World Factbook 2026-02; Unicode CLDR (babel 2.18); own compilation (common knowledge)",
        licence="public domain (US Gov) / CC0; Unicode-3.0; facts, no rights",
        columns=COLUMNS,
        rows=rows,
        checks={
            "fact_rows_read": len(given),
            "fact_rows_dropped_as_garbage_or_misleading": len(given) - len(kept),
            **_confirmed(added, given),
            "aliases_of_several_states_marked_ambiguous": clashes,
        },
    )


def _confirmed(added: list[Row], given: list[Row]) -> dict[str, int | list[str]]:
    """Count the own aliases that a fact source has too, and list those it gives to another state only."""
    states: dict[str, set[str]] = defaultdict(set)
    for row in given:
        if row["source"] != OWN_SOURCE:
            states[row["alias"]].add(row["entity"])
    pairs = {(row["alias"], row["entity"]) for row in added}
    second = [pair for pair in pairs if pair[0] in states]
    agree = [pair for pair in second if pair[1] in states[pair[0]]]
    return {
        "own_aliases": len(pairs),
        "own_aliases_that_a_fact_source_has_too": len(agree),
        "own_aliases_that_a_fact_source_gives_to_another_state": sorted(
            f"{alias}: {entity}, not {' '.join(sorted(states[alias]))}"
            for alias, entity in set(second) - set(agree)
        ),
    }


def _cleaned(fact: Row) -> Iterator[Row]:
    """Repair one fact row; a broken one yields nothing, a double one (`US or USA`) two."""
    if fact["kind"] not in KINDS or _is_broken(fact["alias"]):
        return
    text = re.sub(r"\s*\((?:or )?[^()]*\)", "", html.unescape(fact["alias"]).split(";")[0])
    text = text.removesuffix(" in Romanian")
    for part in re.split(r" or |/ ", text):
        alias = re.sub(r"\s+", " ", part).strip()
        entity = fact["iso3"]
        if entity == "GBR":
            entity = _DEPENDENCIES.get(alias, entity)
        yield _row(alias, entity, KINDS[fact["kind"]], fact) | {"given_kind": fact["kind"]}


def _is_broken(alias: str) -> bool:
    """Cut at the semicolon of an HTML entity, or at a bracket, or too short to be a name."""
    return bool(re.search(r"&[a-zA-Z]+$|^[^(]*\)|\([^)]*$", alias)) or len(alias) < 2


def _row(alias: str, entity: str, kind: str, fact: Row) -> Row:
    source = fact.get("source", OWN_SOURCE)
    return {
        "alias": alias,
        "entity": entity,
        "kind": kind,
        "valid_from": fact.get("valid_from", ""),
        "valid_to": fact.get("valid_to", ""),
        "source": _SOURCES.get(source, source),
        "licence": fact.get("licence", OWN_LICENCE),
    }


def _is_dropped(row: Row) -> bool:
    return any(
        line["entity"] in {"*", row["entity"]}
        and line["kind"] in {"", row.get("given_kind", "")}
        and row["alias"] in split(line["aliases"])
        for line in _DROPPED
    )


_DROPPED = own("names_dropped")


def _added() -> Iterator[Row]:
    """Yield the aliases compiled here."""
    for name in OWN_LISTS:
        for line in own(name):
            for alias in split(line["aliases"]):
                yield _row(alias, line["entity"], line["kind"], line)


def _of_states(states: Table) -> Iterator[Row]:
    """Yield the names and capitals of states.csv."""
    for state in states.rows:
        pairs = [(state["name"], "name"), (state["official_name"], "official"), (state["capital"], "capital")]
        for alias, kind in pairs:
            row = _row(alias, state["entity"], kind, {key: state[key] for key in ("source", "licence")})
            if alias and not _is_dropped(row):
                yield row


def _settled(rows: Iterable[Row]) -> tuple[list[Row], list[str]]:
    """One row an alias, state and kind; the first reading of an alias wins, own lists before facts."""
    by_pair: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        by_pair[row["alias"], row["entity"]].append({key: row[key] for key in COLUMNS})
    settled = [row for readings in by_pair.values() for row in _readings(readings)]
    states = {alias: set[str]() for alias in {row["alias"] for row in settled}}
    for row in settled:
        states[row["alias"]].add(row["entity"])
    clashes = {alias for alias, entities in states.items() if len(entities) > 1}
    for row in settled:
        if row["alias"] in clashes:
            row["kind"] = "ambiguous"
    unique = {(row["alias"], row["entity"], row["kind"]): row for row in reversed(settled)}
    listed = sorted(f"{alias}: {' '.join(sorted(states[alias]))}" for alias in clashes)
    return list(unique.values()), listed


def _readings(readings: list[Row]) -> list[Row]:
    """Choose among the rows of one alias for one state: demonyms may stand side by side."""
    compiled = [row["kind"] for row in readings if row["source"] == OWN_SOURCE]
    kinds = compiled or [row["kind"] for row in readings]
    if "name" in kinds:
        kinds = ["name"]
    elif kinds[0] in DEMONYMS:
        kinds = sorted({row["kind"] for row in readings} & DEMONYMS)
    return [_best([row for row in readings if row["kind"] == kind]) for kind in dict.fromkeys(kinds)]


def _best(rows: list[Row]) -> Row:
    """Prefer the row with dates, then the one with a source outside this project."""
    return min(rows, key=lambda row: (not row["valid_from"] + row["valid_to"], row["source"] == OWN_SOURCE))
