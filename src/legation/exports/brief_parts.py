"""What every rendering of a brief shows of a line and of a source."""

from __future__ import annotations

from collections.abc import Sequence

from legation.records.briefs import Brief, BriefLine, BriefSection, Source, SourceKind, day_in_words

_ID = 8
_ONE_REPORT = "one report"
FOOTNOTE = (
    "Dates marked ~ are those of the report. Copies, and reports on one agency’s word, are one origin."
)


def day_shown(line: BriefLine) -> str:
    """Return the day of a line, short; ``~`` marks one that the report's own day stands in for."""
    shown = day_in_words(line.day, short=True)
    return f"~{shown}" if shown and line.inferred else shown


def cautions_shown(brief: Brief, line: BriefLine) -> tuple[str, ...]:
    """Return the cautions of a line; "one report" is said once, above, where all rests on one."""
    return tuple(c for c in line.cautions if c != _ONE_REPORT or len(brief.reports) > 1)


def ids_shown(line: BriefLine) -> str:
    """Return the short id of a line's first claim and how many more there are."""
    if not line.claims:
        return ""
    more = len(line.claims) - 1
    return f"{line.claims[0][:_ID]} +{more}" if more else line.claims[0][:_ID]


def described(source: Source) -> str:
    """Return title, publisher and day of a source, and where in the report its passage stands."""
    day = day_in_words(source.published_on)
    if source.kind == SourceKind.FACT:
        return " · ".join(part for part in (source.title, source.publisher) if part)
    place = f"report {source.report[:_ID]}, characters {source.start}–{source.end}"
    return " · ".join(part for part in (source.title or "untitled report", source.publisher, day, place) if part)


def omitted_shown(section: BriefSection) -> str:
    """Return how many lines a section leaves out, "" for none."""
    return f"{section.omitted} more: --long" if section.omitted else ""


def silence(titles: Sequence[str]) -> str:
    """Return the sentence on sections that have no line, "" where all have some."""
    return f"Nothing on record: {'; '.join(title.lower() for title in titles)}." if titles else ""


def as_known(brief: Brief) -> str:
    """Return "As known on 14 January 2025"."""
    return f"As known on {day_in_words(brief.as_of)}"
