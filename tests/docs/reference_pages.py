"""The pages ``docs/reference/ontology.md`` and ``reference-tables.md``, made from the tables themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import yaml
from tests.docs.blocks import ROOT

from legation.ontology import QUAD_NAMES, folder
from legation.reference import TABLES

_REFERENCE = ROOT / "src" / "legation" / "reference"

_ONTOLOGY = """# The ontology

<!-- Made from src/legation/ontology by `python -m tests.docs.refresh`; tests/docs keeps it so. -->

What the words of the record mean. One concept is one YAML file; its examples are run as tests. The event types are
those of [PLOVER](https://github.com/openeventdata/PLOVER) (manual of 2021-2024), with two corrections of printing
errors: ACCUSE has a negative intensity, and SANCTION is material conflict. A claim names the ontology it was coded by
as `coder.ontology`: `plover-2024+` and a digest of all definitions.

To change a meaning, edit its file in `src/legation/ontology/`; see [CONTRIBUTING](../../CONTRIBUTING.md).
"""

_TABLES = """# Reference tables

<!-- Made from src/legation/reference by `python -m tests.docs.refresh`; tests/docs keeps it so. -->

What Legation knows before it reads: facts, each row with its source and licence. A table `NAME.csv` is described by
`NAME.meta.yml` (columns, sources, number of rows, what was compared with what), and refused where the two disagree.
The tables are compiled by `training/reference/`; nothing in them is changed by reading a report. Where a report
contradicts a table, the report's claim stands beside the table's row, and a brief says which is which.

`facts, no rights` marks facts that nobody owns (a capital, the day of an accession), written down here.
"""


_FIELDS = {"agreement": "act", "body": "act", "membership": "status", "relation": "to"}
_CUES = {
    "say": "says, tells, announces, writes the content",
    "believe": "believes, fears, expects, regards it so",
    "intend": "plans, decides, seeks it",
    "cite": "is cited for it: *according to*, *the report of*",
    "hedge": "is nobody: *reportedly*, *is believed to*, *may*",
}


def ontology() -> str:
    """Return the page on event types, modes, contexts, sectors, acts and cues."""
    return "\n".join([_ONTOLOGY, *_types(), *_acts(), *_words("contexts", "Contexts"), *_sectors(), *_cues()])


def _types() -> Iterator[str]:
    yield "## Event types\n"
    yield "| type | what it is | quad class | intensity | modes (intensity) |\n|---|---|---|---|---|"
    for raw in folder("events").values():
        modes = ", ".join(f"{name} ({mode['intensity']})" for name, mode in (raw.get("modes") or {}).items())
        quad = f"{raw['quad']} {QUAD_NAMES[raw['quad']]}"
        yield f"| {raw['code']} | {raw['label']} | {quad} | {raw['intensity']} | {modes} |"
    yield "\n## Where two types tempt\n"
    for raw in folder("events").values():
        for boundary in raw.get("boundaries") or ():
            yield f"- **{raw['code']}**: {boundary}"


def _acts() -> Iterator[str]:
    yield "\n## Acts, standings, relations\n"
    yield "The verbs and nouns that tell them are in `ontology/acts/`; all words: [the claim](claim.md#the-object).\n"
    yield "| kind | field | words |\n|---|---|---|"
    for name, raw in folder("acts").items():
        found = list(dict.fromkeys(key for part in ("nouns", "verbs", "events") for key in raw.get(part) or {}))
        yield f"| {name} | `{_FIELDS[name]}` | {', '.join(found)} |"


def _words(place: str, title: str) -> Iterator[str]:
    yield f"\n## {title}\n"
    yield ", ".join(str(raw.get("code") or raw.get("name")) for raw in folder(place).values()) + "."


def _sectors() -> Iterator[str]:
    yield from _words("areas", "Areas of cooperation")
    yield "\n## Sectors of actors\n"
    yield "| sector | who |\n|---|---|"
    yield from (f"| {code} | {raw['label'].partition(':')[0]} |" for code, raw in folder("sectors").items())


def _cues() -> Iterator[str]:
    yield "\n## Cues of attribution\n"
    yield "By what a content is put on somebody's word, or made uncertain; the words are in `ontology/cues/`.\n"
    yield "| kind | the source |\n|---|---|"
    yield from (f"| {name} | {_CUES[name]} |" for name in folder("cues"))
    yield ""


def tables() -> str:
    """Return the page on the reference tables."""
    return "\n".join([_TABLES, *(line for name in sorted(TABLES) for line in _table(name))])


def _table(name: str) -> Iterator[str]:
    raw: dict[str, Any] = yaml.safe_load((_REFERENCE / f"{name}.meta.yml").read_text(encoding="utf-8"))
    yield f"## {name}\n"
    yield f"{raw['description']} {raw['rows']:,} rows.\n"
    yield f"Source: {raw['source']}. Licence: {raw['licence']}.\n"
    yield from _columns(raw["columns"].items())


def _columns(columns: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield "| column | meaning |\n|---|---|"
    yield from (f"| `{name}` | {meaning} |" for name, meaning in columns)
    yield ""


WRITTEN: dict[str, Callable[[], str]] = {"ontology.md": ontology, "reference-tables.md": tables}
