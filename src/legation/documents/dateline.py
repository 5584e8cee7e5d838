"""The dateline: where and on what day a report says it was filed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legation.documents.days import DAY, WEEKDAY, written_day

# A dateline stands above or at the head of the first paragraph; further down it belongs to another item.
_HEAD_CHARACTERS = 2_000
_HEAD_LINES = 10
_LINE_CHARACTERS = 200

_NAME = r"[^\W\d_][\w'’.\-]*"
_PLACE = rf"(?P<place>{_NAME}(?:[ /]{_NAME}){{0,4}}(?:,\s+(?!{WEEKDAY}){_NAME}(?:\s{_NAME}){{0,3}})?)"
_PARENTHESISED = r"\((?P<agency{}>[^()\n]{{2,40}})\)"
_AGENCY = (
    rf"(?:\s*{_PARENTHESISED.format(2)}"
    r"|[.,]?\s*/(?P<agency3>[^/\n]{2,40})/"
    r"|,\s+(?P<agency4>[A-Z][A-Z0-9]{2,}(?:\s[A-Z]{2,})?)(?=\.|\s+[-–—]))"
)
_MARKUP = r"[\s*_#>]*"
_SEPARATOR = r"(?P<separator>\s*(?:[-–—]{1,3}(?=\s|\Z)|[.:](?=\s|\Z))|[\s*_]*\Z)?"

_PLACE_FIRST = re.compile(
    rf"{_MARKUP}(?P<whole>{_PLACE}(?:,|\s*{_PARENTHESISED.format(1)},?)\s+(?:{WEEKDAY},?\s+)?{DAY}{_AGENCY}?){_SEPARATOR}"
)
_TIME = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[A-Za-z+\-:\d]{1,9})?)?"
_DAY_FIRST = re.compile(
    rf"{_MARKUP}(?:(?:Published|Updated|Posted|Date|Released|Issued)(?:\s+on)?:?\s+)?"
    rf"(?P<whole>(?:{WEEKDAY},?\s+)?{DAY}(?:,\s+{_PLACE})?){_TIME}[\s*_]*\Z"
)
_NO_PLACE = re.compile(
    rf"(?:On|By|In|Since|Until|From|After|Before|Updated|Published|Date)\b|{WEEKDAY}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Place, day and agency as the head of a report states them; ``text[start:end]`` is the passage.

    ``place`` is None for a line that holds only a date, ``year`` and ``agency`` where they are unstated.
    """

    place: str | None
    month: int
    day: int
    year: int | None
    agency: str | None
    start: int
    end: int


def find(text: str) -> Dateline | None:
    """Return the dateline at the head of a text ("YEREVAN, Jan 15 (Reuters) -"), or None.

    A date alone on its line, with or without its place, counts too.  Offsets are characters of the text.
    """
    found = (_read_line(line, offset) for offset, line in _head_lines(text))
    return next((dateline for dateline in found if dateline), None)


def _head_lines(text: str) -> Iterator[tuple[int, str]]:
    offset = seen = 0
    for line in text[:_HEAD_CHARACTERS].splitlines(keepends=True):
        if line.strip():
            yield offset, line[:_LINE_CHARACTERS].rstrip()
            seen += 1
        offset += len(line)
        if seen == _HEAD_LINES:
            return


def _read_line(line: str, offset: int) -> Dateline | None:
    match = _PLACE_FIRST.match(line)
    if match and _is_dateline(match):
        agencies = match.group("agency1", "agency2", "agency3", "agency4")
        return _dateline(match, offset, next(filter(None, agencies), None))
    match = _DAY_FIRST.match(line)
    return _dateline(match, offset, None) if match else None


def _is_dateline(match: re.Match[str]) -> bool:
    """Tell a dateline from a sentence that begins with a name and a date."""
    place, separator = match["place"], match["separator"]
    agency = match["agency1"] or match["agency2"] or match["agency3"]  # the fourth form needs capitals
    if not place[0].isupper() or _NO_PLACE.match(place):
        return False
    city, _, region = place.partition(",")
    if " " in region.strip() and region.isupper():  # "US, IRAN TO MEET, MAY 5" is a headline
        return False
    if city.isupper():
        return bool(separator is not None or agency or match["y1"] or match["y2"])
    return bool(agency) or (separator is not None and separator.strip() not in {".", ":"})


def _dateline(match: re.Match[str], offset: int, agency: str | None) -> Dateline | None:
    found = written_day(match)
    if found is None:
        return None
    return Dateline(
        place=match["place"],
        month=found.month,
        day=found.day,
        year=found.year,
        agency=agency.strip() if agency else None,
        start=offset + match.start("whole"),
        end=offset + match.end("whole"),
    )
