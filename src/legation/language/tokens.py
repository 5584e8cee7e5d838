"""Tokens with exact offsets into the untouched text."""

from __future__ import annotations

import re
from typing import NamedTuple

ABBREVIATIONS = frozenset(
    "mr mrs ms dr gen col lt maj sgt capt cpl sen rep gov st ste rev hon prof pres adm brig cmdr insp jan feb mar apr"
    " jun jul aug sep sept oct nov dec no vs inc ltd corp co bros jr sr dept est approx ft mt fig al etc cf".split()
)

_WORD = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}                                    # U.S., p.m.
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|k)?\b           # 4,000  10:35  1990s  5th
  | n['’]t\b
  | ['’](?:s|ll|re|ve|d|m)\b
  | [^\W\d_]+?(?=n['’]t\b)                                # did|n't
  | [^\W_]+(?:['’][^\W\d_]{2,})*(?:['’](?=s\b)(?!s\b))?   # O'Brien, Qa'ida
  | ``|''|--|\.\.\.
  | \S
    """,
    re.VERBOSE,
)
_JOINT = re.compile(r"[^\W_]+(?:['’][^\W\d_]{2,})*(?:[-‐‑][^\W_]+(?:['’][^\W\d_]{2,})*)+")


class Raw(NamedTuple):
    """A token before tagging: character offsets and text."""

    start: int
    end: int
    text: str


def _kept_whole(word: str) -> bool:
    """A hyphenated word stays one token unless one of its parts begins with a capital.

    "cease-fire" is a word; "Armenia-U.S.", "Moscow-led" and "anti-ISIS" name somebody in one part.
    """
    return not any(part[:1].isupper() for part in re.split(r"[-‐‑]", word))


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Raw]:
    """Return the tokens of ``text[start:end]``; offsets are characters of ``text``."""
    stop = len(text) if end is None else end
    out: list[Raw] = []
    position = start
    match = _WORD.match
    joint = _JOINT.match
    while position < stop:
        if text[position].isspace():
            position += 1
            continue
        found = joint(text, position, stop)
        if found is None or not _kept_whole(found[0]) or found[0][0].isdigit():
            found = match(text, position, stop)
        if found is None:  # pragma: no cover - \S matches whatever is no space
            position += 1
            continue
        finish = found.end()
        if (
            text[finish : finish + 1] == "."
            and finish < stop
            and (found[0].lower() in ABBREVIATIONS or (len(found[0]) == 1 and found[0].isupper()))
            and _inside_sentence(text, finish + 1, stop, found[0])
        ):
            finish += 1
        out.append(Raw(position, finish, text[position:finish]))
        position = finish
    return out


def _inside_sentence(text: str, after: int, stop: int, word: str) -> bool:
    """An abbreviation's full stop belongs to it unless the text ends there or "no." closes a sentence."""
    rest = text[after : min(stop, after + 3)].strip()
    return bool(rest) and (
        word.lower() not in {"no", "co", "al", "est", "fig"} or word[0].isupper() or rest[0].isdigit()
    )
