"""Days to come: what a report promises without a year lies ahead of it, not behind."""

from __future__ import annotations

import re
from dataclasses import replace

from legation.coding.dates.intervals import interval
from legation.records import DateExpression

_YEAR = re.compile(r"\d{4}")
_DATED = re.compile(r"(\d{4})(-\d\d(?:-\d\d)?)\Z")
_AGO = re.compile(r"\b(?:last|past|previous|ago|this|yesterday)\b", re.IGNORECASE)


def ahead(expression: DateExpression, published: str | None) -> DateExpression:
    """Return the date of an act to come.

    A month or day without a year that was over when the report was published is that of the next year.
    """
    dated = _DATED.match(expression.value)
    bounds = interval(expression.value)
    if not published or dated is None or bounds is None or bounds[1] >= published:
        return expression
    if _YEAR.search(expression.text) or _AGO.search(expression.text):
        return expression
    return replace(expression, value=f"{int(dated[1]) + 1}{dated[2]}")
