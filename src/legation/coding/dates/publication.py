"""The day of publication, inferred from what a text says and from who held an office when."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from legation.coding.dates.calendar_words import MONTHS
from legation.records import Report
from legation.records.syntax import Analysis
from legation.reference import holders_by_name

_NEWS_DAY = re.compile(
    r"\b(?:on|,)\s(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)\s(?P<day>[0-3]?\d)\b(?!,?\s\d{4})"
)
_FULL = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)\s(?P<day>[0-3]?\d),?\s(?P<year>(?:19|20)\d\d)\b|\b(?P<day2>[0-3]?\d)\s(?P<month2>January|February|March|April|May|June|July|August|September|October|November|December)\s(?P<year2>(?:19|20)\d\d)\b"
)
_LOOKS_BACK = re.compile(r"\bin\s((?:19|20)\d\d)\s(?:were|was|had|saw|marked)\b|\blast year,?\s((?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")


def dated(analysis: Analysis, month: int | None = None, day: int | None = None) -> Report:
    """Return the report with its day of publication inferred, unchanged where it has one or none can be told.

    ``month`` and ``day`` are those of a dateline without a year.  The year must follow from the text
    (a past year looked back on) or from who held an office; the reason says which.  A tie stays open.
    """
    report = analysis.report
    if report.published_on:
        return report
    text = report.text
    if month is None or day is None:
        found = _NEWS_DAY.search(text, 0, 1500)
        if found is None:
            return _from_full_date(report)
        month, day = MONTHS[found["month"].rstrip(".").lower()], int(found["day"])
    years, reasons = _years(analysis)
    possible = [y for y in sorted(years) if _exists(y, month, day) and _fits(analysis, y, month, day)]
    if len(possible) != 1:
        return _from_full_date(report)
    when = date(possible[0], month, day).isoformat()
    return replace(
        report,
        published_on=when,
        published_basis="inferred",
        published_reason="; ".join([f"the text's day is {when[5:]}", *reasons]),
    )


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _years(analysis: Analysis) -> tuple[set[int], list[str]]:
    """The years that the text and its office holders leave open."""
    text = analysis.report.text
    reasons: list[str] = []
    looked = [int(a or b) for a, b in _LOOKS_BACK.findall(text)]
    if looked:
        reasons.append(f"it looks back on {max(looked)} as past")
        return {max(looked) + 1}, [*reasons, *_office_reasons(analysis, max(looked) + 1)]
    named = [int(y) for y in _YEAR.findall(text)]
    spans = _office_spans(analysis)
    if not spans:
        return set(), reasons
    low = max(start for _, start, _ in spans)
    high = min(end for _, _, end in spans)
    floor = max([low, *named]) if named else low
    reasons += [f"{name} held office {start}-{end if end < 9999 else ''}" for name, start, end in spans[:3]]
    if named:
        reasons.append(f"the latest year that it names is {max(named)}")
    return set(range(floor, min(high, floor + 8) + 1)), reasons


def _office_spans(analysis: Analysis) -> list[tuple[str, int, int]]:
    spans = []
    names = {
        sentence.span(m.first, m.last).of(analysis.report.text)
        for sentence in analysis.sentences
        for m in sentence.mentions
        if m.kind == "person"
    }
    for name in sorted(names):
        holders = holders_by_name().get(name, ())
        starts = [int(h.valid_from[:4]) for h in holders if h.valid_from]
        ends = [int(h.valid_to[:4]) if h.valid_to else 9999 for h in holders]
        if starts:
            spans.append((name, min(starts), max(ends)))
    return spans


def _office_reasons(analysis: Analysis, year: int) -> list[str]:
    return [
        f"{name} held office {start}-{end if end < 9999 else ''}"
        for name, start, end in _office_spans(analysis)
        if start <= year <= end
    ][:2]


def _fits(analysis: Analysis, year: int, month: int, day: int) -> bool:
    """Every office holder named must have held an office on that day."""
    when = date(year, month, day).isoformat()
    return all(any(h.may_hold(when) for h in holders_by_name().get(name, ())) for name, _, _ in _office_spans(analysis))


def _from_full_date(report: Report) -> Report:
    """The latest full date that the text names in its first lines, if no later one stands in it."""
    days = []
    for found in _FULL.finditer(report.text):
        month = found["month"] or found["month2"]
        year, day = int(found["year"] or found["year2"]), int(found["day"] or found["day2"])
        if _exists(year, MONTHS[month.lower()], day):
            days.append((date(year, MONTHS[month.lower()], day).isoformat(), found.start()))
    early = [d for d, at in days if at < 400]
    if not early or max(early) < max(d for d, _ in days):
        return report
    return replace(
        report,
        published_on=max(early),
        published_basis="inferred",
        published_reason=f"the text opens with the date {max(early)} and names no later one",
    )
