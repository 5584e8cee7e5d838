"""``python -m training.corpus.agreement ONE TWO``: how far two hands agree on the same texts, layer by layer.

For each layer the F1 of the one against the other: triggers (the same words, or overlapping), and on triggers that
both have: kind, type, mode and modality (share alike), actors and recipients (F1 of codes); cues (overlapping), and
on cues that both have: source and content (F1 of words).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from training.corpus.compiled import compiled
from training.corpus.markup import read_items
from training.corpus.notes import Item, LinkNote


def agreement(one: Iterable[Item], two: Iterable[Item]) -> dict[str, float]:
    """Return the agreement of each layer over the items that both annotated; raises ValueError where a text differs."""
    others = {item.id: item for item in two}
    counts: Counter[str] = Counter()
    for item in one:
        other = others.get(item.id)
        if other is None:
            continue
        if other.text != item.text:
            raise ValueError(f"{item.id}: the two hands annotated different texts")
        counts["items"] += 1
        _claims(item, other, counts)
        _links(item, other, counts)
    return _figures(counts)


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _claims(one: Item, two: Item, counts: Counter[str]) -> None:
    mine, theirs = compiled(one)["claims"], compiled(two)["claims"]
    counts["trigger mine"] += len(mine)
    counts["trigger theirs"] += len(theirs)
    free = list(theirs)
    for claim in mine:
        match = next((c for c in free if _overlap((claim["start"], claim["end"]), (c["start"], c["end"]))), None)
        if match is None:
            continue
        free.remove(match)
        counts["trigger both"] += 1
        for layer in ("kind", "type", "mode", "modality"):
            counts[f"{layer} alike"] += claim[layer] == match[layer]
        for role in ("actors", "recipients"):
            _add(counts, role, set(claim[role]), set(match[role]))


def _add(counts: Counter[str], name: str, mine: set[object], theirs: set[object]) -> None:
    counts[f"{name} mine"] += len(mine)
    counts[f"{name} theirs"] += len(theirs)
    counts[f"{name} both"] += len(mine & theirs)


def _links(one: Item, two: Item, counts: Counter[str]) -> None:
    counts["cue mine"] += len(one.links)
    counts["cue theirs"] += len(two.links)
    free = list(two.links)
    for link in one.links:
        match = next((k for k in free if _overlap(one.span(link.cue), two.span(k.cue))), None)
        if match is None:
            continue
        free.remove(match)
        counts["cue both"] += 1
        for role in ("source", "content"):
            _add(counts, role, _places(one, link, role), _places(two, match, role))


def _places(item: Item, link: LinkNote, role: str) -> set[object]:
    labels = link.source if role == "source" else link.content
    return {i for label in labels for i in range(*item.span(label)) if item.text[i].isalnum()}


def _figures(counts: Counter[str]) -> dict[str, float]:
    found = {"items": float(counts["items"])}
    for name in ("trigger", "actors", "recipients", "cue", "source", "content"):
        total = counts[f"{name} mine"] + counts[f"{name} theirs"]
        found[name] = round(2 * counts[f"{name} both"] / total, 3) if total else 1.0
    for name in ("kind", "type", "mode", "modality"):
        found[name] = round(counts[f"{name} alike"] / max(1, counts["trigger both"]), 3)
    return found


def main(arguments: list[str]) -> int:
    """Print the agreement of two files or folders."""
    sides = []
    for argument in arguments:
        path = Path(argument)
        paths = sorted(path.glob("*.txt")) if path.is_dir() else [path]
        sides.append([item for p in paths for item in read_items(p)[0]])
    texts = {item.id: item.text for item in sides[1]}
    changed = [item.id for item in sides[0] if texts.get(item.id, item.text) != item.text]
    if changed:
        print(f"left out, as their text was mended since: {', '.join(changed)}", file=sys.stderr)
    print(json.dumps(agreement([i for i in sides[0] if i.id not in changed], sides[1]), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
