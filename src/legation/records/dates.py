"""Dates as reports give them: an interval of days with its precision and its ground."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from legation.errors import DateError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """A time expression in a text with its normalised value.

    ``value`` is a TIMEX3 value (2024-04-05, 2024, 2024-W12, P1Y, PRESENT_REF); ``start``/``end`` are
    character offsets.  Definition: ISO-TimeML 1.2 (ISO 24617-1).
    """

    start: int
    end: int
    text: str
    value: str
    precision: Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When an act took place: first and last possible day (ISO 8601), precision, and the ground.

    ``basis`` is ``explicit`` where the text dates the act, ``inferred`` where the day of publication
    or a neighbouring sentence does.
    """

    text: str | None = None
    start: str | None = None
    end: str | None = None
    precision: Precision = Precision.UNKNOWN
    basis: str = "inferred"


def parse_day(value: str) -> date:
    """Return the day that an ISO 8601 date (YYYY-MM-DD) names.

    Raises DateError for any other form and for days that no calendar has.
    """
    if not _DAY.match(value):
        raise DateError(f"a date is written YYYY-MM-DD (got {value!r})")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise DateError(f"no calendar has the day {value!r}: {error}") from error
