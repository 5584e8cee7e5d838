"""The corpus as sets for ``legation evaluate``: which items are set aside, and their claims as JSON.

``python -m training.corpus.compiled DIR`` writes the test part: passages.jsonl and reports.jsonl.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from training.corpus.markup import read_items
from training.corpus.notes import ClaimNote, Item, LinkNote

_TEST, _HELD = 15, 22


def part(item: Item) -> str:
    """Return test (15 %, never trained on), held (7 %, for thresholds and calibration) or train, by the id's hash."""
    place = int(hashlib.sha256(item.id.encode()).hexdigest(), 16) % 100
    return "test" if place < _TEST else "held" if place < _HELD else "train"


def compiled(item: Item) -> dict[str, Any]:
    """Return an item as a line of a set (see ``legation.pipeline.claim_scores``)."""
    claims = [_claim(item, c) for c in item.claims]
    typed = {c.trigger for c in item.claims}
    claims += [_statement(item, link) for link in item.links if link.statement and link.cue not in typed]
    return {
        "id": item.id,
        "text": item.text,
        "date": item.head["date"],
        "nil": item.is_nil,
        "claims": sorted(claims, key=lambda c: c["start"]),
    }


def _claim(item: Item, note: ClaimNote) -> dict[str, Any]:
    start, end = item.span(note.trigger)
    when = next(iter(note.roles.get("when", ())), None)
    return {
        "start": start,
        "end": end,
        "kind": note.kind,
        "type": note.type,
        "mode": note.mode,
        "modality": note.modality,
        "actors": _codes(item, note.roles.get("by", ())),
        "recipients": _codes(item, note.roles.get("to", ())),
        "when": _day(item.dates.get(when)) if when else None,
        "fields": {("to" if k == "rel" else k): v for k, v in note.fields.items() if k in {"act", "status", "rel"}},
    }


def _statement(item: Item, link: LinkNote) -> dict[str, Any]:
    start, end = item.span(link.cue)
    common: dict[str, Any] = {"type": None, "mode": None, "modality": "asserted"}
    common |= {"recipients": [], "when": None, "fields": {}}
    return {"start": start, "end": end, "kind": "statement", "actors": _codes(item, link.source), **common}


def _day(value: str | None) -> str | None:
    return None if value in {None, "unknown"} else str(value).split("/")[0]


def _codes(item: Item, labels: tuple[str, ...]) -> list[str]:
    notes = [item.mentions[label] for label in labels if label in item.mentions]
    return sorted({(n.entity if n.country == "IGO" else n.country) or "-" for n in notes})


def main(arguments: list[str]) -> int:
    """Write the test part of the corpus into a folder."""
    folder, corpus = Path(arguments[0]), Path(__file__).parent
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("passages", "reports"):
        items = [i for path in sorted((corpus / name).glob("*.txt")) for i in read_items(path)[0] if part(i) == "test"]
        lines = [json.dumps(compiled(item), ensure_ascii=False) for item in items]
        (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(items)} items")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
