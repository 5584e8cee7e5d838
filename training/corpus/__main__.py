"""``python -m training.corpus [PATH…]``: check files of the corpus and count what they hold."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from training.corpus.markup import read_items
from training.corpus.notes import Item
from training.corpus.shapes import alike, sentences

ROOT = Path(__file__).parent


def files(arguments: list[str]) -> list[Path]:
    """Return the corpus files that are named, or all."""
    paths = [Path(a) for a in arguments] or [ROOT / "passages", ROOT / "reports"]
    return sorted(f for p in paths for f in (p.glob("*.txt") if p.is_dir() else [p]))


def counts(items: list[Item]) -> Counter[str]:
    """Return how often each kind, type, mode, modality and kind of link occurs."""
    found: Counter[str] = Counter()
    for item in items:
        found["report" if item.head.get("kind") == "report" else "nil" if item.is_nil else "passage"] += 1
        for claim in item.claims:
            found[f"kind {claim.kind}"] += 1
            found[f"modality {claim.modality}"] += 1
            if claim.type:
                found[f"type {claim.type}"] += 1
            if claim.type and claim.mode:
                found[f"mode {claim.type}/{claim.mode}"] += 1
        for link in item.links:
            found[f"link {link.kind}"] += 1
            found["kind statement"] += link.statement
    return found


def main(arguments: list[str]) -> int:
    """Print refusals and counts; 1 where anything was refused."""
    items: list[Item] = []
    errors: list[str] = []
    for path in files(arguments):
        read, refused = read_items(path)
        items += read
        errors += refused
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            errors.append(f"{item.file}:{item.line}: id “{item.id}” is used twice")
        seen.add(item.id)
        if item.head.get("kind") != "report" and sentences(item.text) > 5:
            errors.append(f"{item.file}:{item.line}: {item.id}: a passage of more than four sentences")
    errors += alike(items)
    for error in errors:
        print(error)
    for name, number in sorted(counts(items).items()):
        print(f"{number:6d}  {name}")
    print(f"{len(items)} items, {len(errors)} refused")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
