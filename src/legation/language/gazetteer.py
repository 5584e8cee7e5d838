"""The names of ``reference/`` as a trie over tokens: which stretch of a sentence names whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from legation.language.tokens import Raw, tokenize
from legation.records.syntax import Mention
from legation.reference import (
    armed_groups,
    news_agencies,
    office_holders,
    organisations,
    state_names,
)

KIND_OF_STATE_NAME = {
    "name": "name",
    "official": "name",
    "former": "name",
    "historical": "name",
    "abbreviation": "name",
    "constituent": "name",
    "ambiguous": "ambiguous",
    "demonym_adjective": "demonym",
    "demonym_noun": "people",
    "demonym_plural": "people",
    "capital": "capital",
    "seat": "institution",
    "ministry": "institution",
    "legislature": "institution",
    "institution": "institution",
    "city": "place",
    "region": "place",
}
_PREFERENCE = (
    "name",
    "demonym",
    "capital",
    "institution",
    "organisation",
    "group",
    "people",
    "agency",
    "person",
    "place",
)
_LONGEST = 12


class Entry(NamedTuple):
    """What a sequence of tokens may name."""

    tokens: tuple[str, ...]
    kind: str
    entities: tuple[str, ...]


def _names() -> Iterator[tuple[str, str, str]]:
    """Yield (alias, kind, entity) of every table."""
    for name in state_names():
        kind = KIND_OF_STATE_NAME.get(name.kind)
        if kind:
            yield name.alias, kind, name.entity
    for organisation in organisations().values():
        for alias in {organisation.name, organisation.acronym, *organisation.aliases} - {""}:
            yield alias, "organisation", organisation.entity
    for group in armed_groups().values():
        for alias in {group.name, *group.aliases}:
            yield alias, "group", group.entity
    for agency in news_agencies().values():
        for alias in {agency.name, *agency.aliases} - set(agency.weak_aliases):
            yield alias, "agency", agency.entity
    for holder in office_holders():
        if " " in holder.name:
            yield holder.name, "person", holder.person


def _usable(alias: str) -> bool:
    """A name of one lower-case word or one letter would match ordinary text."""
    return len(alias) > 1 and alias[0].isalnum() and (alias[0].isupper() or any(c.isupper() for c in alias[1:]))


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """Return first token -> entries, the longest first."""
    table: dict[tuple[str, ...], dict[str, list[str]]] = {}
    for alias, kind, entity in _names():
        if not _usable(alias):
            continue
        key = tuple(raw.text for raw in tokenize(alias))
        if len(key) <= _LONGEST:
            table.setdefault(key, {}).setdefault(kind, []).append(entity)
    index: dict[str, list[Entry]] = {}
    for key, kinds in table.items():
        kind = min(kinds, key=_PREFERENCE.index) if "ambiguous" not in kinds else "ambiguous"
        found = tuple(dict.fromkeys(kinds[kind]))
        if len(found) > 1 and kind in {"people", "place", "demonym"}:
            kind = "ambiguous"
        index.setdefault(key[0], []).append(Entry(key, kind, found))
    return {first: tuple(sorted(found, key=lambda e: -len(e.tokens))) for first, found in index.items()}


def find_mentions(raws: Sequence[Raw]) -> list[Mention]:
    """Return the longest names at each place of a sentence, none overlapping another."""
    table = entries()
    texts = [raw.text for raw in raws]
    found: list[Mention] = []
    i = 0
    while i < len(texts):
        entry = _at(texts, i, table.get(texts[i], ()))
        if entry is None:
            i += 1
            continue
        stop = i + len(entry.tokens)
        if not _part_of_longer_name(texts, i, stop, entry):
            found.append(Mention(i, stop, entry.entities[0], entry.kind, entry.entities))
        i = stop
    return found


def _at(texts: Sequence[str], i: int, candidates: Sequence[Entry]) -> Entry | None:
    for entry in candidates:
        if tuple(texts[i : i + len(entry.tokens)]) == entry.tokens:
            return entry
    return None


def _part_of_longer_name(texts: Sequence[str], first: int, stop: int, entry: Entry) -> bool:
    """ "Paris Saint-Germain", "Warren Christopher": a place that is a piece of somebody's name is none."""
    after = texts[stop] if stop < len(texts) else ""
    return (
        entry.kind == "place"
        and stop - first == 1
        and after[:1].isupper()
        and after.isalpha()
        and after.lower()
        in {
            "united",
            "city",
            "fc",
            "saint",
            "university",
            "times",
            "post",
            "daily",
        }
    )


@cache
def agency_weak_aliases() -> dict[str, str]:
    """Return alias -> agency for names usable only where something is attributed to them."""
    return {alias: a.entity for a in news_agencies().values() for alias in a.weak_aliases}
