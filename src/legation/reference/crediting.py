"""The agency that a report credits for its text: "(Reuters)", "Source: TASS", "Reuters reported" in its lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from legation.records import Report
from legation.records.marks import Credit
from legation.reference.organisations import NewsAgency, news_agencies

_NEARBY = 60
_SHORTEST = 2
_AT_HEAD = 3  # of the patterns of credit lines: the others are for the end of a text
_BEFORE = (
    r"\b(?:according\s+to|reported\s+by|as\s+reported\s+in|quoted\s+by|carried\s+by|citing|told|report\s+(?:by|in))"
)
_LEAD = 4  # sentences in which words credit the whole report
_CITED = r"(?:reported|reports|said|says|wrote|announced|told|quoted|cited|citing|carried)"
_KIND = r"(?:\s+(?:news\s+)?(?:agency|service|wire|newspaper|daily|news))?"
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")


def credits_of(report: Report) -> tuple[Credit, ...]:
    """Return the agencies and outlets that a report credits, other than its own publisher, each once.

    A credit line stands in brackets behind the dateline or at the end, behind "Source:", or alone on the
    last line; words credit an agency where they stand in the first sentences.
    """
    own = publisher_key(report.publisher)
    found: dict[str, Credit] = {}
    for credit in (*_lines(report.text), *_words(report.text)):
        if credit.agency != own:
            found.setdefault(credit.agency, credit)
    return tuple(found.values())


def publisher_key(publisher: str | None) -> str | None:
    """Return what a publisher is told apart by: the entity of an agency that is known, else its name folded."""
    if not publisher or not publisher.strip():
        return None
    return agency_named(publisher) or " ".join(publisher.casefold().split()).removeprefix("the ")


def credits_outlet(text: str, publisher: str) -> bool:
    """Tell whether the lead of a text credits an outlet by the name that it publishes under."""
    name = publisher.strip().removeprefix("The ")
    if len(name) < _SHORTEST:
        return False
    told = re.escape(name)
    pattern = (
        rf"(?:{_BEFORE})\s+(?:\w+\s+){{0,4}}?{told}\b"
        rf"|\b{told}{_KIND}\s+(?:\w+\s+){{0,2}}?{_CITED}\b"
        rf"|[(\[]\s*{told}\s*[)\]]"
        rf"|^source:?\s*{told}"
    )
    return re.search(pattern, _lead(text), re.MULTILINE | re.IGNORECASE) is not None


def agency_named(name: str) -> str | None:
    """Return the entity of a news agency or outlet by one of its names, or None."""
    return _agencies().get(" ".join(name.casefold().split()).removeprefix("the "))


@cache
def _agencies() -> dict[str, str]:
    return {name.casefold(): agency.entity for agency in news_agencies().values() for name in _names(agency)}


def _names(agency: NewsAgency) -> tuple[str, ...]:
    return (agency.name, *agency.aliases, *agency.weak_aliases)


@cache
def _alternatives() -> str:
    names = sorted({name for agency in news_agencies().values() for name in _names(agency)}, key=len, reverse=True)
    return "|".join(re.escape(name) for name in names if len(name) > 1)


@cache
def _line_patterns() -> tuple[re.Pattern[str], ...]:
    agency = rf"(?P<agency>{_alternatives()})"
    return (
        re.compile(rf"\(\s*{agency}\s*\)\s*[-—–:]"),  # CITY (Reuters) —
        re.compile(rf"[-—–]\s*{agency}\s*[-—–:]\s"),  # CITY — Reuters —
        re.compile(
            rf"^\s*(?:source|via|credit|by)\s*:?\s*(?:the\s+)?{agency}\b[^\n]{{0,20}}$", re.IGNORECASE | re.MULTILINE
        ),
        re.compile(rf"[(\[]\s*(?:[Ss]ource:\s*)?{agency}\s*[)\]]\s*\Z"),
        re.compile(rf"(?:^|\s)[-—–]\s*{agency}\s*\Z", re.MULTILINE),
        re.compile(rf"^\s*{agency}\s*\Z", re.MULTILINE),
    )


@cache
def _word_pattern() -> re.Pattern[str]:
    outlet = r"(?:\w+(?:['’]s)?\s+(?:state\s+)?(?:news\s+)?(?:agency|service|broadcaster|newspaper|daily)\s+)?"
    agency = rf"(?:the\s+)?{outlet}(?P<NAME>{_alternatives()}){_KIND}"
    first, second, third = (agency.replace("NAME", f"agency{i}") for i in (1, 2, 3))
    return re.compile(
        rf"\b(?:[Aa]ccording\s+to|[Aa]s\s+reported\s+by|reported\s+by|quoted\s+by|carried\s+by|[Cc]iting|in\s+a\s+report\s+by)"
        rf"\s+{first}\b"
        rf"|(?<!of\s)(?<!for\s)\b{second}\s+(?:has\s+|have\s+|had\s+|also\s+)?{_CITED}\b"
        rf"|\b(?:told|told\s+to)\s+{third}\b"
    )


def _lines(text: str) -> Iterator[Credit]:
    head, whole = text[: 6 * _NEARBY], len(text) <= 6 * _NEARBY
    for offset, part in ((0, head), (max(0, len(text) - 3 * _NEARBY), text[-3 * _NEARBY :])):
        at_end = whole or part is not head
        for pattern in _line_patterns()[: None if at_end else _AT_HEAD]:
            if (match := pattern.search(part.rstrip())) and (entity := agency_named(match["agency"])):
                yield Credit(agency=entity, start=offset + match.start(), end=offset + match.end())


def _words(text: str) -> Iterator[Credit]:
    yield from _cited(_lead(text))


def _lead(text: str) -> str:
    ends = [match.start() for match in _SENTENCE.finditer(text)]
    return text[: ends[_LEAD - 1]] if len(ends) >= _LEAD else text


def _cited(text: str, offset: int = 0) -> Iterator[Credit]:
    for match in _word_pattern().finditer(text):
        name = next(value for key, value in match.groupdict().items() if value)
        if entity := agency_named(name):
            yield Credit(agency=entity, start=offset + match.start(), end=offset + match.end())
