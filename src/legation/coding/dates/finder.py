"""Time expressions in a text, with their values.

The grammar is ours; values follow ISO-TimeML (TIMEX3).  Rules only: fast, deterministic, no guessing
where the day of publication is unknown (the value then says XXXX).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from legation.coding.dates.grammar import QUICK, RULES
from legation.coding.dates.values import Resolver
from legation.records import DateExpression, Precision

_REACH = 36  # characters: the longest lead or tail that a rule takes around its word of time


def find_dates(text: str, day: str | None) -> list[DateExpression]:
    """Return the time expressions of a text in order, valued against an ISO 8601 day of publication.

    ``day`` None leaves years open (XXXX).  A year spoken of in a paragraph dates the months of that
    paragraph.  Offsets are characters of ``text``.
    """
    anchor = date.fromisoformat(day) if day else None
    found: list[DateExpression] = []
    for start, end in _stretches(text):
        finder = Resolver(text, anchor)
        finder.start = start
        finder.year_context = _retrospect(text[start:end], anchor)
        found.extend(_in_stretch(finder, start, end))
    return found


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for gap in re.finditer(r"\n[ \t\r]*\n", text):
        yield position, gap.start()
        position = gap.end()
    yield position, len(text)


def _retrospect(paragraph: str, anchor: date | None) -> int | None:
    """The one past year that a paragraph looks back on ("relations in 2024 were marked by")."""
    years = re.findall(
        r"\b(?:in|during|throughout|(?:half|quarter|end|course|spring|summer|autumn|winter|months) of)"
        r"\s((?:19|20)\d\d)\b(?!\s*[,)])",
        paragraph,
    )
    distinct = set(years)
    if len(distinct) != 1:
        return None
    year = int(distinct.pop())
    if anchor is not None and not 0 <= anchor.year - year <= 80:
        return None
    return year


def _in_stretch(finder: Resolver, start: int, end: int) -> list[DateExpression]:
    taken: list[tuple[int, int, str]] = []
    for first, last in _windows(finder.text, start, end):
        for _, pattern, resolve in RULES:
            for m in pattern.finditer(finder.text, first, last):
                a, b = _trimmed(finder.text, m)
                if a >= b or any(a < y and x < b for x, y, _ in taken):
                    continue
                value = resolve(finder, m)
                if value is not None:
                    taken.append((a, b, value))
    return [
        DateExpression(start=a, end=b, text=finder.text[a:b], value=value, precision=_precision(value))
        for a, b, value in sorted(taken)
    ]


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches around words of time, from blank to blank: the grammar is tried nowhere else."""
    first = last = -1
    for hit in QUICK.finditer(text, start, end):
        low = max(start, text.rfind(" ", start, max(start, hit.start() - _REACH)) + 1)
        high = text.find(" ", min(end, hit.end() + _REACH), end)
        high = end if high < 0 else high
        if first < 0:
            first, last = low, high
        elif low <= last:
            last = high
        else:
            yield first, last
            first, last = low, high
    if first >= 0:
        yield first, last


def _trimmed(text: str, m: re.Match[str]) -> tuple[int, int]:
    """The expression without the preposition that the pattern needed to be sure."""
    a, b = m.span()
    lead = re.match(r"(?:for|in|within)\s", text[a:b], re.IGNORECASE)
    return a + (lead.end() if lead else 0), b


def _precision(value: str) -> Precision:
    if re.fullmatch(r"[\dX]{4}-\d\d-\d\d(?:T.*)?", value) and "X" not in value[:4]:
        return Precision.DAY
    if re.fullmatch(r"\d{4}-\d\d", value):
        return Precision.MONTH
    if re.fullmatch(r"\d{4}", value):
        return Precision.YEAR
    if value.startswith("P") or "X" in value[:4] or value.endswith("_REF"):
        return Precision.UNKNOWN
    return Precision.INTERVAL
