"""Sectors, contexts, areas and the crosswalks to CAMEO."""

from __future__ import annotations

import csv
import hashlib
import io
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from legation.ontology.loading import folder, spaced


class CameoCode(NamedTuple):
    """A CAMEO code (text: "010" is not "10"), its Goldstein score and its PLOVER reading."""

    code: str
    name: str
    goldstein: float
    event_type: str
    mode: str
    context: str


@cache
def sector_words() -> dict[str, str]:
    """Return noun (a hyphen for a space) -> PLOVER sector of who it names."""
    return {word: code for code, raw in folder("sectors").items() for word in spaced(raw["words"])}


@cache
def context_words() -> dict[str, tuple[str, ...]]:
    """Return word -> PLOVER contexts that it shows."""
    return _inverted("contexts", "code")


@cache
def area_words() -> dict[str, tuple[str, ...]]:
    """Return word -> areas of cooperation that it names."""
    return _inverted("areas", "name")


def _inverted(name: str, key: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for raw in folder(name).values():
        for word in spaced(raw["words"]):
            table.setdefault(word, []).append(raw[key])
    return {word: tuple(found) for word, found in table.items()}


@cache
def cameo_codes() -> tuple[CameoCode, ...]:
    """Return the CAMEO code list with PLOVER readings, in order of code."""
    path = files("legation.ontology") / "crosswalks" / "cameo.csv"
    with io.StringIO(path.read_text(encoding="utf-8"), newline="") as stream:
        return tuple(
            CameoCode(
                r["cameo"],
                r["name"],
                float(r["goldstein"] or 0),
                r["plover_type"],
                r["plover_mode"],
                r["plover_context"],
            )
            for r in csv.DictReader(stream)
        )


@cache
def cameo_of() -> dict[tuple[str, str | None], str]:
    """Return (PLOVER type, mode) -> the first CAMEO code that is read so."""
    table: dict[tuple[str, str | None], str] = {}
    for row in cameo_codes():
        if row.event_type:
            table.setdefault((row.event_type, row.mode or None), row.code)
    return table


@cache
def ontology_version() -> str:
    """Return a digest of all definitions: two records with the same digest were coded by the same meanings."""
    digest = hashlib.sha256()
    for name in ("events", "contexts", "sectors", "areas", "words", "acts", "cues"):
        for stem, content in folder(name).items():
            digest.update(f"{name}/{stem}={content!r}\n".encode())
    return "plover-2024+" + digest.hexdigest()[:10]
