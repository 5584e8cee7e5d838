"""The few header lines that a text may begin with: Title, Publisher, Date, URL."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legation.documents.days import read_day
from legation.errors import DateError, DocumentError

_FIELD = re.compile(r"(title|publisher|date|url)[ \t]*:[ \t]*(.*)", re.IGNORECASE)
_FENCE = "---"
_MOST_FENCED_LINES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the header states, and the offset where the text after it begins (0 without a header)."""

    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    end: int = 0


def read_header(text: str, name: str) -> Header:
    """Return what the header lines at the very top of a text state.

    They are lines "Title: …" up to a blank line, or a block between two lines ``---`` of which other keys
    are passed over.  Raises DocumentError for a date that is none.
    """
    lines = text[:10_000].splitlines(keepends=True)
    if lines and lines[0].strip() == _FENCE:
        end = _fence(lines)
        return _header(lines[1:end], sum(map(len, lines[: end + 1])), 2, name) if end else Header()
    fields = _leading_fields(lines)
    return _header(fields, sum(map(len, fields)), 1, name) if fields else Header()


def _fence(lines: list[str]) -> int:
    closing = (index for index, line in enumerate(lines[1:_MOST_FENCED_LINES], 1) if line.strip() == _FENCE)
    return next(closing, 0)


def _leading_fields(lines: list[str]) -> list[str]:
    """Take the fields at the top, if a blank line ends them and none comes twice."""
    fields: list[str] = []
    keys: set[str] = set()
    for line in lines:
        if not line.strip():
            return fields
        match = _FIELD.match(line)
        if not match or match[1].lower() in keys:
            return []
        keys.add(match[1].lower())
        fields.append(line)
    return []


def _header(lines: list[str], end: int, first_line: int, name: str) -> Header:
    values: dict[str, str] = {}
    for number, line in enumerate(lines, start=first_line):
        match = _FIELD.match(line)
        value = match[2].strip().strip("\"'") if match else ""
        if match and value:
            key = match[1].lower()
            values[key] = _day(value, f"{name}:{number}") if key == "date" else value
    return Header(**values, end=end)


def _day(value: str, place: str) -> str:
    try:
        return read_day(value)
    except DateError as error:
        raise DocumentError(f"'Date': {error}", place=place) from error
