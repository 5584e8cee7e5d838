"""No two items alike in shape: the words that are no names, in order, may not repeat."""

from __future__ import annotations

import re

from training.corpus.notes import Item

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_END = re.compile(r"[.!?][”\"’)]*(?=\s+[“\"‘(]?[A-Z]|\s*$)")
_LONG = 8


def shape(text: str) -> tuple[str, ...]:
    """Return the small-letter words of a text: what stays when names and numbers change."""
    return tuple(w for w in _WORD.findall(text) if w[0].islower())


def sentences(text: str) -> int:
    """Return about how many sentences a text has."""
    return len(_END.findall(text)) or 1


def alike(items: list[Item]) -> list[str]:
    """Return an error for every item whose shape another has already."""
    first: dict[tuple[str, ...], Item] = {}
    errors: list[str] = []
    for item in items:
        key = shape(item.text)
        other = first.setdefault(key, item)
        if other is not item:
            errors.append(f"{item.file}:{item.line}: {item.id} has the shape of {other.id} with other names")
    return errors


def grams(text: str, size: int = _LONG) -> set[tuple[str, ...]]:
    """Return the runs of words, in small letters, that a text is compared by."""
    words = [w.lower() for w in _WORD.findall(text)]
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}
