"""Calendar intervals of TIMEX3 values."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta


def interval(value: str) -> tuple[str, str] | None:
    """Return the first and last ISO 8601 day of a TIMEX3 value, None where it names no calendar time."""
    for pattern, bounds in _INTERVALS:
        m = pattern.fullmatch(value)
        if m:
            return bounds(m)
    return None


def _month_bounds(m: re.Match[str]) -> tuple[str, str]:
    year, month = int(m[1]), int(m[2])
    following = date(year + month // 12, month % 12 + 1, 1)
    return f"{m[1]}-{m[2]}-01", (following - timedelta(days=1)).isoformat()


def _week_bounds(m: re.Match[str]) -> tuple[str, str]:
    monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
    first = monday + timedelta(days=5 if m[3] else 0)
    return first.isoformat(), (monday + timedelta(days=6)).isoformat()


def _quarter_bounds(m: re.Match[str]) -> tuple[str, str]:
    first = 3 * int(m[2]) - 2
    return f"{m[1]}-{first:02d}-01", f"{m[1]}-{first + 2:02d}-{30 if m[2] in '23' else 31}"


def _season_bounds(m: re.Match[str]) -> tuple[str, str]:
    year = int(m[1])
    return {
        "SP": (f"{year}-03-01", f"{year}-05-31"),
        "SU": (f"{year}-06-01", f"{year}-08-31"),
        "FA": (f"{year}-09-01", f"{year}-11-30"),
        "WI": (f"{year}-12-01", f"{year + 1}-02-28"),
    }[m[2]]


_INTERVALS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, str]]], ...] = (
    (re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)"), lambda m: (m[1], m[2])),
    (re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?"), lambda m: (m[1], m[1])),
    (re.compile(r"(\d{4})-(\d\d)"), _month_bounds),
    (re.compile(r"(\d{4})"), lambda m: (f"{m[1]}-01-01", f"{m[1]}-12-31")),
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?"), _week_bounds),
    (re.compile(r"(\d{4})-Q([1-4])"), _quarter_bounds),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), _season_bounds),
    (re.compile(r"(\d{3})X"), lambda m: (f"{m[1]}0-01-01", f"{m[1]}9-12-31")),
)
