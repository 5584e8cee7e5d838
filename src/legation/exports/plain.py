"""Text that is safe to print: reports may hold characters that steer a terminal."""

from __future__ import annotations

import re

# Control characters (C0, C1, DEL) and those that turn the direction of writing; newline and tab stay.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def plain(text: str) -> str:
    """Return a text of the same length in which every character that steers a terminal is a blank."""
    return _STEERING.sub(" ", text)


def one_line(text: str) -> str:
    """Return a text as one line that is safe to print."""
    return " ".join(plain(text).split())


def shortened(text: str, width: int) -> str:
    """Return a text as one line of at most ``width`` characters, cut at a word."""
    line = one_line(text)
    if len(line) <= width:
        return line
    cut = line[: width - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[width // 2 :] else cut) + "…"
