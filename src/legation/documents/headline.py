"""The title of a text that carries no metadata: its first heading, or its first line if that is one."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from legation.documents import dateline

_LONGEST = 120
_ATX = re.compile(r" {0,3}#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*\Z")
_SETEXT = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*\Z")
_CODE_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(.+?)\1")
_FULL_STOP = re.compile(r"\.[\"'”’»)\]]*\Z")


def text_title(text: str) -> str | None:
    """Return the first line of a text where it reads as a headline, else None.

    A headline has fewer than 120 characters and no final full stop, and a blank line or the dateline
    follows it.  A dateline above the headline is passed over.
    """
    lines = [line.strip() for line in text[:3_000].splitlines()]
    filled = [index for index, line in enumerate(lines) if line]
    for index, following in islice(pairwise(filled), 2):
        if _is_date_line(lines[index]):
            continue
        set_off = following > index + 1 or dateline.find(lines[following]) is not None
        return lines[index] if set_off and _is_headline(lines[index]) else None
    return None


def _is_headline(line: str) -> bool:
    return len(line) < _LONGEST and not _FULL_STOP.search(line)


def _is_date_line(line: str) -> bool:
    found = dateline.find(line)
    return found is not None and len(line.strip(" *_.")) <= found.end + 12  # room for a time of day


def markdown_title(text: str) -> str | None:
    """Return the first heading of a Markdown text without its marks, or else its headline."""
    fenced = False
    previous = ""
    for line in text[:20_000].splitlines():
        if _CODE_FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            heading = _ATX.match(line)
            if heading:
                return _plain(heading[1])
            if previous.strip() and _SETEXT.match(line):
                return _plain(previous)
        previous = line
    return text_title(text)


def _plain(heading: str) -> str:
    return _EMPHASIS.sub(r"\2", heading.strip())
