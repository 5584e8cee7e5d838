"""Days of the calendar as headers, pages and datelines write them."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from legation.errors import DateError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d{2}"
WEEKDAY = r"(?i:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\b\.?)"

# A day, with the groups m1 d1 y1 (March 16, 2023), d2 m2 y2 (16 March 2023) or iso (2023-03-16).
DAY = (
    rf"(?:(?P<m1>{_MONTH})\s+(?P<d1>{_NUMBER})\b(?!\s*[-–]\s*\d)(?:,?\s+(?P<y1>{_YEAR})\b)?"
    rf"|(?P<d2>{_NUMBER})\s+(?P<m2>{_MONTH})(?:,?\s+(?P<y2>{_YEAR})\b)?"
    r"|(?P<iso>(?:19|20)\d{2}-\d{2}-\d{2})(?!\d))"
)
_ISO = re.compile(r"(\d{4})([-/]?)(\d{2})\2(\d{2})(?=\Z|[T ]\d)")
_WORDED = re.compile(rf"(?:{WEEKDAY},?\s+)?{DAY}(?=\Z|,?\s+(?:at\s+)?\d)")


class MonthDay(NamedTuple):
    """A day of the calendar whose year may be unstated (None)."""

    month: int
    day: int
    year: int | None


def written_day(match: re.Match[str]) -> MonthDay | None:
    """Return the day that a match of ``DAY`` names, or None where no calendar has it."""
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        found = MonthDay(month, day, year)
    else:
        name, number, year_text = (
            (match["m1"], match["d1"], match["y1"])
            if match["m1"]
            else (match["m2"], match["d2"], match["y2"])
        )
        month = _MONTHS.index(name[:3].lower()) + 1
        found = MonthDay(month, int(re.sub(r"\D", "", number)), int(year_text) if year_text else None)
    return found if _exists(found) else None


def _exists(found: MonthDay) -> bool:
    try:
        date(found.year or 2000, found.month, found.day)  # 2000: a leap year, so that 29 February stands
    except ValueError:
        return False
    return True


def read_day(value: str) -> str:
    """Return the ISO 8601 day that a date field names: 2025-01-14, with a time, or 14 January 2025.

    A time of day is dropped, the day stays as written.  Raises DateError for a value without a full day
    and for days that no calendar has.
    """
    stripped = value.strip()
    iso = _ISO.match(stripped)
    if iso:
        return _iso_day(stripped, int(iso[1]), int(iso[3]), int(iso[4]))
    match = _WORDED.match(stripped)
    found = written_day(match) if match else None
    if found is None or found.year is None:
        raise DateError(f"a date is written YYYY-MM-DD (got {shorten(value)})")
    return _iso_day(stripped, found.year, found.month, found.day)


def _iso_day(value: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise DateError(f"no calendar has the day {shorten(value)}: {error}") from error


def shorten(value: object) -> str:
    """Return a value as one short printable line for a message, cut after 60 characters."""
    shown = ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}…"
