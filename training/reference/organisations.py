"""Organisations, coalitions, talks and treaties that states belong to, and the NGOs news quotes."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from training.reference.tables import OWN_LICENCE, OWN_SOURCE, Row, Table, join, own, read, split

COW = "COW IGO v3 (Pevehouse et al. 2020)"
COW_LICENCE = "COW: free use with citation"
COLUMNS = {
    "entity": "short id, used by memberships.csv and office_holders.csv",
    "name": "the English name",
    "aliases": "other names that stand for it without context, semicolon-separated; case counts",
    "kind": "regional, global, UN body, EU body, military alliance, coalition, mediation, treaty, NGO, ...",
    "acronym": "acronym used in news; empty where it would be misread",
    "established": "first day or year",
    "dissolved": "last day or year; empty: still exists",
    "secretary_title": "title of the person who heads it",
    "sector": "PLOVER sector: IGO or NGO",
    "source": "where the row comes from",
    "licence": "licence of the source",
}
OWN_LISTS = ("organisations", "organisations_missions", "organisations_ngos_treaties")
# Aliases of the facts that need context (the city, the Belgian government ...) or say nothing.
MISLEADING = {"Brussels", "Commission", "the Fund", "the Alliance", "the Commonwealth", "Coalition"}
# Marks of an abbreviation that could not be written out.
UNREADABLE = (
    r"[./&]|\d|\b(?:Pac|Soc|Prop|Exp|Comp|Corp|Ed|Res|Med|Admin|Mek|Lit|Exhib|Cntry|Prot|Navig|Fish|St)\b"
)
_WORDS = {
    r"Int'l|Intl|Int\b|Inter'l": "International",
    r"Int(?:er)?gvt|Intergov\.": "Intergovernmental",
    r"Orgs\.": "Organizations",
    r"Org\b\.?": "Organization",
    r"Assoc\.|Assn": "Association",
    r"Afr\.|Af\b": "African",
    r"Ctr\b": "Centre",
    r"Commm?\b\.?": "Commission",
    r"Comte": "Committee",
    r"Dev(?:el)?\b\.?": "Development",
    r"Econ\b\.?": "Economic",
    r"Instit\b\.?": "Institute",
    r"Coop\b\.?": "Cooperation",
    r"Conf\b\.?": "Conference",
    r"Cent\.|Centr\.": "Central",
    r"Am\b\.?|Amer\.": "American",
    r"L/A": "Latin American",
    r"Eur(?:op)?\.|Euro\b": "European",
    r"Ag\b\.?": "Agricultural",
    r"Auth\.": "Authority",
    r"Invest\.": "Investment",
    r"Min(?:ist)?\.": "Ministers",
    r"Perm\.": "Permanent",
    r"Reg\b\.?": "Regional",
    r"Prog\.": "Programme",
    r"Educ\.": "Education",
    r"Caribb?\.": "Caribbean",
    r"Telecomm?\b\.?": "Telecommunications",
    r"Protect\b": "Protection",
    r"Envir?on?\.?": "Environment",
    r"Nord\.": "Nordic",
    r"N\.": "North",
    r"S\.": "South",
}


def compile_organisations(facts: Path, names: Table) -> Table:
    """Compile organisations.csv."""
    given = {row["org"]: row for row in read(facts / "igos.csv")}
    taken: set[str] = set()
    rows: list[Row] = []
    for line in own_organisations():
        codes = [line["entity"], *codes_of(line, "igos")]
        rows.append(_merged(line, [given[code] for code in codes if code in given]))
        taken.update(codes)
    from_cow = [_from_cow(row) for code, row in given.items() if code not in taken]
    readable = [row for row in from_cow if not re.search(UNREADABLE, row["name"])]
    rows += readable
    state_aliases = {row["alias"] for row in names.rows}
    lost = sorted(alias for row in rows for alias in _take_out(row, state_aliases))
    return Table(
        name="organisations",
        title="Organisations, coalitions, talks and treaties",
        description=(
            "Intergovernmental organisations alive since 1990, coalitions, formats of talks and treaties "
            "as memberships, and the NGOs news quotes. Aliases that are names of states, or need context, "
            "are left out."
        ),
        source=f"own compilation (common knowledge); {COW}",
        licence=f"{OWN_LICENCE}; {COW_LICENCE}",
        columns=COLUMNS,
        rows=rows,
        checks={
            "from_own_lists": sum(row["source"].startswith(OWN_SOURCE) for row in rows),
            "from_cow_only": len(readable),
            "cow_organisations_left_out_because_their_abbreviated_name_cannot_be_read": sorted(
                row["entity"] for row in from_cow if row not in readable
            ),
            "aliases_dropped_because_a_state_has_them": lost,
            "aliases_of_several_organisations": _doubles(rows),
            **_dates_checked(rows, given),
        },
    )


def own_organisations() -> list[Row]:
    """Read the lists of organisations compiled here."""
    return [line for name in OWN_LISTS for line in own(name)]


def codes_of(line: Row, where: str) -> list[str]:
    """Read the codes another list (`igos`, `factbook`) gives the organisation of an own line."""
    prefix = f"{where}:"
    return [code.removeprefix(prefix) for code in split(line["codes"]) if code.startswith(prefix)]


def _merged(line: Row, facts: list[Row]) -> Row:
    """Fill the gaps of an own line from the facts, and add their aliases."""
    row = {key: line.get(key, "") for key in COLUMNS}
    for key in ("kind", "established", "dissolved"):
        row[key] = row[key] or next((fact[key] for fact in facts if fact[key]), "")
    listed = [
        alias for fact in facts if not _is_cow(fact) for alias in [fact["name"], *split(fact["aliases"])]
    ]
    row["aliases"] = join(
        alias for alias in [*split(line["aliases"]), *listed] if alias not in MISLEADING | {line["name"]}
    )
    dated_by_cow = any(_is_cow(fact) and row["established"] == fact["established"] for fact in facts)
    row["source"] = f"{OWN_SOURCE}; {COW}" if dated_by_cow else OWN_SOURCE
    row["licence"] = f"{OWN_LICENCE}; {COW_LICENCE}" if dated_by_cow else OWN_LICENCE
    return row


def _is_cow(fact: Row) -> bool:
    return not fact["source"].startswith("own")


def _from_cow(fact: Row) -> Row:
    """Keep an organisation that only the COW list knows; its abbreviated name is written out."""
    name = re.sub(r"[^\x20-\x7eÀ-ž]", "", fact["name"])
    for pattern, word in _WORDS.items():
        name = re.sub(rf"(?<![\w.])(?:{pattern})(?![\w.])", word, name)
    row = dict.fromkeys(COLUMNS, "")
    return row | {
        "entity": fact["org"],
        "name": re.sub(r"\s+", " ", name).strip(),
        "kind": fact["kind"] or "intergovernmental",
        "established": fact["established"],
        "dissolved": fact["dissolved"],
        "sector": "IGO",
        "source": COW,
        "licence": fact["licence"],
    }


def _take_out(row: Row, state_aliases: set[str]) -> list[str]:
    """Drop the aliases and the acronym that are names of states; return them."""
    aliases = split(row["aliases"])
    lost = [alias for alias in aliases if alias in state_aliases]
    row["aliases"] = join(alias for alias in aliases if alias not in lost)
    if row["acronym"] in state_aliases:
        lost.append(row["acronym"])
        row["acronym"] = ""
    return lost


def _dates_checked(rows: list[Row], given: dict[str, Row]) -> dict[str, int | list[str]]:
    """Compare the year of establishment with COW's, where both have the organisation."""
    codes = {line["entity"]: [line["entity"], *codes_of(line, "igos")] for line in own_organisations()}
    pairs = [
        (row["entity"], row["established"][:4], given[code]["established"][:4])
        for row in rows
        for code in codes.get(row["entity"], [])
        if code in given and _is_cow(given[code]) and row["established"] and given[code]["established"]
    ]
    differ = [f"{entity}: {ours} / COW {theirs}" for entity, ours, theirs in pairs if ours != theirs]
    return {
        "years_of_establishment_compared_with_cow": len(pairs),
        "years_of_establishment_that_differ": sorted(differ),
    }


def _doubles(rows: list[Row]) -> list[str]:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for alias in [row["name"], row["acronym"], *split(row["aliases"])]:
            owners[alias].add(row["entity"])
    return sorted(
        f"{alias}: {' '.join(sorted(entities))}"
        for alias, entities in owners.items()
        if alias and len(entities) > 1
    )
