"""Standing of states in organisations: exact days where they are compiled, Factbook editions elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.reference.organisations import codes_of, own_organisations
from training.reference.tables import OWN_LICENCE, OWN_SOURCE, Row, Table, join, own, read

FACTBOOK = "CIA World Factbook 1990-2026"
COLUMNS = {
    "organisation": "the organisation (organisations.csv)",
    "member": "a state (states.csv) or an organisation",
    "status": (
        "member, applicant, candidate, observer, associate, dialogue_partner, partner, signatory, "
        "self-suspended, suspended by the organisation, withdrawal notified, former, other; a suspension "
        "or a notice stands beside the member row, which stays open while the membership lasts"
    ),
    "status_as_given": "the source's own word",
    "valid_from": "first day, or first Factbook edition; empty: before the first edition read, or not known",
    "valid_to": "last day, or last edition that lists it; empty: still, or not known",
    "precision": "day, year, or edition: an edition lags the fact by 0 to 7 years",
    "note": "what else to know",
    "source": "where the row comes from",
    "licence": "licence of the source",
}
# What the Factbook and the key list call a standing; any word not there is `other`.
_BY_WORD = {row["given"]: row["status"] for row in own("statuses")}
# Standing that goes on beside a membership and does not end it.
BESIDE = {"self-suspended", "suspended by the organisation", "withdrawal notified", "other", "signatory"}
# Organisations whose members the exact list has all of: a member only the Factbook has is its error.
COMPLETE = {"EU", "NATO", "CSTO", "ASEAN", "SCO", "EAEU", "GCC", "BRICS", "CE", "G7", "QUAD"}
# States the Factbook names without a code.
_MEMBERS = {"Kosovo": "XKX", "Serbia and Montenegro": "SRB"}
# Stray mentions, not memberships.
_STRAY = {"UNDP", "UNICEF", "none"}


def compile_memberships(facts: Path, organisations: Table) -> Table:
    """Compile memberships.csv."""
    known = {row["entity"] for row in organisations.rows}
    exact = [*_key_rows(facts), *_own_rows()]
    exact = list({tuple(row[key] for key in list(COLUMNS)[:5]): row for row in reversed(exact)}.values())
    spells, unread = _edition_rows(facts, known)
    members = {_pair(row) for row in exact if row["status"] == "member"}
    stray = [row for row in spells if row["status"] == "member" and _is_stray(row, members)]
    kept = [row for row in (_yielding(row, exact) for row in spells if row not in stray) if row]
    return Table(
        name="memberships",
        title="Memberships",
        description=(
            "Who stands how in which organisation, and since when. Exact days come from the own list; "
            "the rest are spells of Factbook editions, where the exact list has no overlapping spell."
        ),
        source=f"{OWN_SOURCE}, key list cross-checked with COW IGO v3 / Factbook; {FACTBOOK}",
        licence=f"{OWN_LICENCE}; public domain (US Gov)",
        columns=COLUMNS,
        rows=[*exact, *kept],
        checks={
            "exact_rows": len(exact),
            "edition_spells_before_merging_with_exact_rows": len(spells),
            "edition_spells_replaced_by_exact_rows": len(spells) - len(kept) - len(stray),
            "edition_rows_not_read": unread,
            "factbook_members_left_out_because_the_exact_list_is_complete": sorted(map(_told, stray)),
            **_disagreements(exact, spells),
        },
    )


def _row(organisation: str, member: str, status: str, given: str, **more: str) -> Row:
    row = dict.fromkeys(COLUMNS, "")
    row |= {"organisation": organisation, "member": member, "status": status, "status_as_given": given}
    return row | more


def _key_rows(facts: Path) -> Iterator[Row]:
    """Read the key list; its CSTO rows of before 2002 tell of the treaty (own list: CST)."""
    for fact in read(facts / "igo_key_membership.csv"):
        if fact["org"] == "CSTO" and fact["from"] < "2002":
            continue
        source = f"{OWN_SOURCE}, checked with COW IGO v3" if fact["cow_first_year"] else OWN_SOURCE
        yield _row(
            fact["org"],
            fact["member_iso3"],
            _BY_WORD[fact["status"]],
            fact["status"],
            valid_from=fact["from"],
            valid_to=fact["to"],
            precision="day",
            note=fact["note"],
            source=source,
            licence=fact["licence"],
        )


def _own_rows() -> Iterator[Row]:
    for line in own("memberships"):
        for member in line["members"].split():
            yield _row(
                line["organisation"],
                member,
                line["status"],
                line["status"],
                valid_from=line["valid_from"],
                valid_to=line["valid_to"],
                precision="day",
                note=line["note"],
                source=OWN_SOURCE,
                licence=OWN_LICENCE,
            )


def _edition_rows(facts: Path, known: set[str]) -> tuple[list[Row], list[str]]:
    """Merge the editions of one standing into spells; also name the codes that could not be read."""
    entities = {code: line["entity"] for line in own_organisations() for code in codes_of(line, "factbook")}
    spells: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    unread: dict[str, int] = defaultdict(int)
    for fact in read(facts / "igo_membership.csv"):
        entity = entities.get(fact["org"], fact["org"])
        member = fact["member_iso3"] or _MEMBERS.get(fact["member"], "")
        if not member or entity not in known or fact["org"] in _STRAY:
            unread[fact["member"] if not member else fact["org"]] += 1
            continue
        spells[entity, member, _status(fact["status"])].append(fact)
    rows = [_spell(key, run) for key, found in spells.items() for run in _runs(found)]
    return rows, sorted(f"{name}: {count} rows" for name, count in unread.items())


def _status(word: str) -> str:
    """Read a status word; of a longer remark, its first phrase."""
    return _BY_WORD.get(word) or _BY_WORD.get(word.split(",", maxsplit=1)[0], "other")


def _runs(facts: list[Row]) -> Iterator[list[Row]]:
    """Split the rows of one standing where it is not listed for two years or more."""
    run: list[Row] = []
    for fact in sorted(facts, key=lambda fact: (fact["first_edition"], fact["last_edition"])):
        if run and int(fact["first_edition"]) > max(int(one["last_edition"]) for one in run) + 2:
            yield run
            run = []
        run.append(fact)
    yield run


def _spell(key: tuple[str, str, str], run: Sequence[Row]) -> Row:
    first = min(fact["first_edition"] for fact in run)
    open_end = any(fact["still_listed_2026_02"] == "1" for fact in run)
    return _row(
        *key,
        join(fact["status"] for fact in run),
        valid_from="" if first <= "1991" else first,
        valid_to="" if open_end else max(fact["last_edition"] for fact in run),
        precision="edition",
        note=f"in the first edition read ({first})" if first <= "1991" else "",
        source=FACTBOOK,
        licence=run[0]["licence"],
    )


def _yielding(spell: Row, exact: Iterable[Row]) -> Row | None:
    """Give way to exact rows: drop a spell they cover, cut one that reaches into them."""
    same = [row for row in exact if _pair(row) == _pair(spell)]
    for row in same:
        alike = row["status"] == spell["status"]
        if not _overlap(row, spell) or not (alike or BESIDE.isdisjoint({row["status"], spell["status"]})):
            continue
        ended = row["status"] == "former" and spell["status"] == "member"
        if not ended and (alike or spell["valid_from"] >= row["valid_from"][:4]):
            return None
        note = join([spell["note"], "end from the exact list"])
        spell = spell | {"valid_to": row["valid_from"], "note": note}
    return spell


def _is_stray(row: Row, members: set[tuple[str, str]]) -> bool:
    return row["organisation"] in COMPLETE and _pair(row) not in members


def _pair(row: Row) -> tuple[str, str]:
    return row["organisation"], row["member"]


def _overlap(first: Row, second: Row) -> bool:
    """Do two rows share a year? Editions lag, so a year is as close as it gets."""
    starts = [row["valid_from"][:4] or "0000" for row in (first, second)]
    ends = [row["valid_to"][:4] or "9999" for row in (first, second)]
    return max(starts) <= min(ends)


def _disagreements(exact: Iterable[Row], spells: Iterable[Row]) -> dict[str, int | list[str]]:
    """Compare the exact member rows with the Factbook, for organisations that both list."""
    members = [row for row in exact if row["status"] == "member"]
    listed: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in spells:
        if row["status"] == "member":
            listed[_pair(row)].append(row)
    covered = {organisation for organisation, _ in listed}
    compared = [row for row in members if row["organisation"] in covered]
    missing = [row for row in compared if not any(_overlap(row, spell) for spell in listed[_pair(row)])]
    late = [row for row in compared if row not in missing and _late(row, listed[_pair(row)])]
    return {
        "exact_member_rows_compared_with_the_factbook": len(compared),
        "agree": len(compared) - len(missing) - len(late),
        "exact_member_rows_the_factbook_lacks": sorted(map(_told, missing)),
        "factbook_first_lists_before_the_exact_day": sorted(map(_told, late)),
    }


def _late(row: Row, spells: Iterable[Row]) -> bool:
    """Tell whether the Factbook already listed the member more than a year before the exact day."""
    starts = [spell["valid_from"] or "1990" for spell in spells if _overlap(row, spell)]
    return bool(row["valid_from"]) and min(starts) < row["valid_from"][:4] and row["valid_from"] > "1991"


def _told(row: Row) -> str:
    return f"{row['organisation']} {row['member']} {row['valid_from']}..{row['valid_to']}"
