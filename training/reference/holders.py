"""Who held which office: heads of state and government, ministers, heads of organisations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

from training.reference.person_names import alike, plain, repaired, shortened, surname
from training.reference.tables import OWN_LICENCE, OWN_SOURCE, Row, Table, join, own, read, words

COLUMNS = {
    "entity": "the state (states.csv) or organisation (organisations.csv)",
    "office": (
        "head of state, head of government, deputy head of state, deputy head of government, "
        "foreign minister, defence minister, cabinet, head of organisation, official of organisation, judge, "
        "opposition leader, rebel leader, religious leader, military, ambassador"
    ),
    "title": "the office's own title",
    "name": "the person's name as news prints it, without rank or honorific",
    "surname": "the part that stands alone on second mention",
    "sector": "PLOVER sector",
    "valid_from": "first day (or month, or year) in office; empty: not known",
    "valid_to": "last day in office; empty: still in office, or not known",
    "first_seen": "first edition or snapshot that lists the person; empty: from the own list",
    "last_seen": "last edition or snapshot that lists the person; empty: from the own list",
    "source": "where the row comes from",
    "licence": "licence of the source",
}
OWN_LISTS = ("holders_powers", "holders_europe_middle_east", "holders_elsewhere", "holders_earlier")
_OFFICES = {
    "hos": "head of state",
    "hog": "head of government",
    "dhos": "deputy head of state",
    "fm": "foreign minister",
    "dm": "defence minister",
    "cab": "cabinet",
    "org": "head of organisation",
    "offi": "official of organisation",
}
_DEPUTIES = {"head of state": "deputy head of state", "head of government": "deputy head of government"}
_CABINET = {
    "President": "head of state",
    "Prime Minister": "head of government",
    "Vice President": "deputy head of state",
    "Secretary of State": "foreign minister",
    "Minister of Foreign Affairs": "foreign minister",
    "Secretary of Defence": "defence minister",
    "Minister of Defence": "defence minister",
}
_ENTITIES = {
    "Kosovo": "XKX",
    "Serbia and Montenegro": "SRB",
    "Netherlands Antilles": "CUW",
    "Isle of Man": "IMN",
    "Jersey": "JEY",
    "Guernsey": "GGY",
}
_ORGANISATIONS = {
    "United Nations": "UN",
    "United Nations General Assembly": "UNGA",
    "Council of Europe": "CE",
    "International Court of Justice": "ICJ",
    "OSCE High Commissioner on National Minorities": "OSCE",
    "World Trade Organization": "WTO",
}
# Monarchs of several realms stand under one; heads of a metropole do not stand under its territories.
_REALM_OF = {"Elizabeth II": "GBR", "Charles III": "GBR"}
_FAMILY_FIRST = {"CHN", "KOR", "PRK", "TWN", "HKG", "MAC", "KHM"}
# The Factbook editions 2018-2020 are missing, so a successor first seen in 2021 says little about the end.
_LONGEST_GAP = 1
_SOURCE = "CIA World Factbook 1990-2026"


def compile_holders(facts: Path, states: Table) -> Table:
    """Compile office_holders.csv."""
    kinds = {row["entity"]: row["kind"] for row in states.rows}
    facts_rows = read(facts / "office_holders.csv")
    given = [row for row in map(_from_fact, facts_rows) if row and _is_kept(row, kinds)]
    given = _without_metropoles(given, kinds)
    added = list(_own_rows())
    rows, outcomes = _merged([*added, *given])
    known = list(_known_rows(rows))
    rows += known
    return Table(
        name="office_holders",
        title="Office holders",
        description=(
            "Heads of state and government since 1990, foreign and defence ministers, some of the cabinet, "
            "heads of organisations. Deputies are listed as such. A monarch of several realms stands under "
            "one, the head of a metropole not under its territories."
        ),
        source=f"{_SOURCE}; Wikidata P39 via every-politician-scrapers; {OWN_SOURCE}",
        licence=f"public domain (US Gov) / CC0; CC0 (Wikidata); {OWN_LICENCE}",
        columns=COLUMNS,
        rows=rows,
        checks={
            "fact_rows_read": len(facts_rows),
            "fact_rows_left_out": len(facts_rows) - len(given),
            "own_rows": len(added),
            "own_rows_of_persons_and_spellings_that_no_source_lists": len(known),
            "rows_merged_as_the_same_person_in_the_same_office": len(added) + len(given) - len(rows),
            **outcomes,
        },
    )


def _from_fact(fact: Row) -> Row | None:
    """Repair one fact row; None where it is about no known state or person."""
    entity = fact["iso3"] or _ENTITIES.get(fact["entity"]) or _ORGANISATIONS.get(fact["entity"], "")
    entity = _ENTITIES.get(fact["entity"], entity) if fact["iso3"] in {"", "GBR"} else entity
    name, family = _named(fact, entity)
    if not entity or not name or re.search(r"[^\W\d_a-zA-ZÀ-ɏḀ-ỿ]", name):
        return None
    office, title = _office(fact, entity)
    return {
        "entity": entity,
        "office": office,
        "title": title,
        "name": name,
        "surname": family,
        "sector": "IGO" if fact["office"] == "IGO head" else "GOV",
        "valid_from": fact["start"],
        "valid_to": _end(fact),
        "first_seen": fact["first_seen"],
        "last_seen": fact["last_seen"],
        "source": _source(fact["source"]),
        "licence": fact["licence"],
    }


_REPAIRS = {(row["entity"], row["as_given"]): row for row in own("holder_repairs")}
_SPELLINGS = {(row["entity"], row["given"]): row for row in own("holder_spellings")}


def _named(fact: Row, entity: str) -> tuple[str, str]:
    """Give the name and surname as news has them: cut fields mended, the press's own spelling."""
    mended = _REPAIRS.get((entity, fact["name"]))
    if mended:
        return mended["name"], mended["surname"]
    full = repaired(fact["name"])
    family = surname(full, fact["surname"], entity in _FAMILY_FIRST) if full else ""
    name = shortened(full, family, entity)
    for spelt in (full, name):
        if (entity, spelt) in _SPELLINGS:
            row = _SPELLINGS[entity, spelt]
            return row["name"], row["surname"]
    return name, family


def _office(fact: Row, entity: str) -> tuple[str, str]:
    """Classify the office and give its title."""
    office, title = fact["office"], html_free(fact["title"])
    if office == "IGO head":
        if title.startswith(("Secretary-General", "President", "Director-General", "president")):
            return "head of organisation", title[0].upper() + title[1:]
        return ("judge" if title.startswith("Judge") else "official of organisation"), title
    if entity == "TWN" and office == "head of government":
        title = title.replace("President", "Premier")
    if fact["is_principal"] == "0":
        office = _DEPUTIES.get(office, office)
    return (_CABINET.get(title, office) if office == "cabinet" else office), title


def html_free(text: str) -> str:
    """Drop line breaks and double blanks of a title."""
    return re.sub(r"\s+", " ", text).strip()


def _end(fact: Row) -> str:
    """Take the successor's start as the end if the person was seen until then; Wikidata states ends."""
    end, seen = fact["superseded_on"], fact["last_seen"]
    if not end or not fact["source"].startswith("CIA"):
        return end
    return end if int(end[:4]) - int(seen[:4]) <= _LONGEST_GAP and end >= fact["start"] else ""


def _source(given: str) -> str:
    item = re.search(r"\((Q\d+)\)", given)
    return f"Wikidata {item.group(1)}" if item else _SOURCE


def _is_kept(row: Row, kinds: dict[str, str]) -> bool:
    realm = _REALM_OF.get(row["name"], row["entity"])
    return realm == row["entity"] and (row["entity"] in kinds or row["sector"] == "IGO")


def _without_metropoles(rows: list[Row], kinds: dict[str, str]) -> list[Row]:
    """Leave out the head of a metropole from its territories (and Andorra's French prince)."""
    sovereign = {_person(row) for row in rows if kinds.get(row["entity"]) == "sovereign"}
    heads = {"President", "Vice President", "Co-prince", "King", "Queen", "Prince"}
    apart = {"sovereign", "disputed", "freely_associated"}
    return [
        row
        for row in rows
        if row["title"] not in heads
        or (kinds.get(row["entity"]) in apart and row["title"] != "Co-prince")
        or _person(row) not in sovereign
    ]


def _person(row: Row) -> tuple[str, str]:
    return plain(row["surname"]), row["valid_from"]


def _own_rows() -> Iterator[Row]:
    for name in OWN_LISTS:
        for line in own(name):
            office = _OFFICES[line["office"]]
            organisation = office.endswith("organisation") or line["entity"] == "EU"
            yield {
                "entity": line["entity"],
                "office": office,
                "title": line["title"],
                "name": line["name"],
                "surname": line["surname"] or surname(line["name"], "", family_first=False),
                "sector": "IGO" if organisation else "GOV",
                "valid_from": line["valid_from"],
                "valid_to": line["valid_to"],
                "first_seen": "",
                "last_seen": "",
                "source": OWN_SOURCE,
                "licence": OWN_LICENCE,
            }


def _known_rows(listed: Sequence[Row]) -> Iterator[Row]:
    """Persons since 1945 who matter beyond offices, and other spellings of surnames.

    Whom the sources list under that surname is left out: a second spelling of the first name ("Anthony") would make
    the surname one of two persons.
    """
    known = {(row["entity"], plain(row["surname"])) for row in listed}
    names = {(row["entity"], plain(row["name"])) for row in listed}
    for line in own("holders_known"):
        name, family = (line["entity"], plain(line["name"])), (line["entity"], plain(line["surname"]))
        if name not in names and (family not in known or line["entity"] in _FAMILY_FIRST):
            names.add(name)
            yield {**line, "first_seen": "", "last_seen": "", "source": OWN_SOURCE, "licence": OWN_LICENCE}


def _merged(rows: Iterable[Row]) -> tuple[list[Row], dict[str, int | list[str]]]:
    """Merge the rows of one person in one office; report where the sources give other days."""
    groups: dict[tuple[str, str], list[list[Row]]] = defaultdict(list)
    for row in rows:
        terms = groups[row["entity"], row["office"]]
        same = next((term for term in terms if any(_is_same(row, other) for other in term)), None)
        if same is None:
            terms.append([row])
        else:
            same.append(row)
    terms = [term for found in groups.values() for term in found]
    shared = [term for term in terms if term[0]["source"] == OWN_SOURCE and len(term) > 1]
    merged = [_one(term) for term in terms]
    return merged, {
        "rows_whose_name_was_made_the_same_as_in_other_offices_of_the_person": _unify(merged),
        "own_rows_with_a_second_source": len(shared),
        "second_source_gives_another_start": _conflicts(shared, "valid_from"),
        "second_source_gives_another_end": _conflicts(shared, "valid_to"),
    }


def _is_same(first: Row, second: Row) -> bool:
    """Tell one person in one term: names alike, and the terms begin together or one covers the other."""
    names = [plain(first["name"]), plain(second["name"])]
    families = [plain(first["surname"]), plain(second["surname"])]
    nearly = _likeness(names) >= 0.9
    if nearly and (_covers(first, second) or _covers(second, first)):
        return True
    starts = sorted([first["valid_from"], second["valid_from"]])
    if starts[0][:4] == starts[1][:4] and (starts[0][:7] == starts[1][:7] or min(map(len, starts)) == 4):
        return _likeness(names) >= 0.8 or _share_family(names, families, first["entity"])
    near = starts[1].startswith(starts[0]) or abs(_months(starts[0]) - _months(starts[1])) <= 3
    return near and (nearly or (_likeness(families) >= 0.9 and first["entity"] not in _FAMILY_FIRST))


def _unify(rows: list[Row]) -> int:
    """Give a person one name in all offices of a state: the own list's, else the shortest; count changes."""
    families: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        families[row["entity"], plain(row["surname"])].append(row)
    changed = 0
    for family in families.values():
        ranked = sorted(family, key=lambda row: (OWN_SOURCE not in row["source"], len(row["name"])))
        for row in family:
            best = next(other for other in ranked if alike(row["name"], other["name"]))
            changed += row["name"] != best["name"]
            row["name"], row["surname"] = best["name"], best["surname"]
    return changed


def _share_family(names: list[str], families: list[str], entity: str) -> bool:
    """Tell whether the surname of one stands in the name of the other; too common where it comes first."""
    if entity in _FAMILY_FIRST:
        return False
    shared = set(names[0].split()) & set(names[1].split()) - _COMMON
    return _likeness(families) >= 0.8 or bool(shared & set(" ".join(families).split()))


def _likeness(pair: list[str]) -> float:
    return SequenceMatcher(None, pair[0], pair[1]).ratio()


def _covers(first: Row, second: Row) -> bool:
    """Tell whether the second row begins, or was first seen, while the first holds the office."""
    if first["source"] == OWN_SOURCE:
        return first["valid_from"] <= second["valid_from"] < (first["valid_to"] or "9")
    return bool(second["first_seen"]) and first["first_seen"] <= second["first_seen"] <= first["last_seen"]


_COMMON = words("common name")


def _months(date: str) -> int:
    """Count months for comparison; a bare year counts from January."""
    return int(date[:4] or 0) * 12 + int(date[5:7] or 1)


def _one(term: Sequence[Row]) -> Row:
    """Write one row: the first source's name and days, the longest stretch of what was seen."""
    first = dict(term[0])
    seen = [row["first_seen"] for row in term if row["first_seen"]]
    first["first_seen"] = min(seen, default="")
    first["last_seen"] = max((row["last_seen"] for row in term), default="")
    ends = [row["valid_to"] for row in term if row["valid_to"]]
    if first["source"] != OWN_SOURCE:
        first["valid_to"] = first["valid_to"] or next(iter(ends), "")
    first["source"] = join(row["source"] for row in term).replace(";", "; ")
    first["licence"] = "; ".join(dict.fromkeys(row["licence"] for row in term))
    return first


def _conflicts(terms: Iterable[Sequence[Row]], key: str) -> list[str]:
    return sorted(_told(term, key) for term in terms if _differs(term, key))


def _differs(term: Sequence[Row], key: str) -> bool:
    """Tell whether two sources disagree by more than a day or two; a coarser date agrees with a finer one."""
    dates = sorted({row[key] for row in term if row[key]})
    return any(
        not later.startswith(earlier) and _days(later) - _days(earlier) > 2
        for earlier, later in pairwise(dates)
    )


def _days(date: str) -> int:
    year, month, day = [*date.split("-"), "1", "1"][:3]
    return int(year) * 365 + int(month) * 30 + int(day)


def _told(term: Sequence[Row], key: str) -> str:
    dates = " / ".join(dict.fromkeys(row[key] or "-" for row in term))
    return f"{term[0]['entity']} {term[0]['office']} {term[0]['name']}: {dates}"
