"""Days of claims: for sorting, for comparing with tolerance, for reading."""

from __future__ import annotations

from datetime import date, timedelta

from legation.records import Claim, Precision, When

_SLACK = {Precision.DAY: 1, Precision.INTERVAL: 1}


def day_of(claim: Claim) -> str:
    """Return the day a claim is sorted by: its act's first day, else its report's publication, else ""."""
    return claim.when.start or claim.report.published_on or ""


def label_of(when: When) -> str | None:
    """Return a date as exact as it is known: "2024-04-05", "2024-04", "2024", or None."""
    if when.start is None:
        return None
    if when.precision == Precision.MONTH:
        return when.start[:7]
    if when.precision == Precision.YEAR:
        return when.start[:4]
    if when.precision == Precision.INTERVAL and when.end and when.end != when.start:
        return f"{when.start}/{when.end}"
    return when.start


def may_coincide(one: When, other: When) -> bool:
    """Tell whether two dates can be the same: their intervals overlap, days give or take one."""
    if one.start is None or other.start is None:
        return False
    first, last = _bounds(one)
    begin, end = _bounds(other)
    return first <= end and begin <= last


def _bounds(when: When) -> tuple[date, date]:
    start = date.fromisoformat(when.start or "")
    end = date.fromisoformat(when.end or when.start or "")
    slack = timedelta(days=_SLACK.get(when.precision, 0) + (when.basis == "inferred"))
    return start - slack, end + slack
