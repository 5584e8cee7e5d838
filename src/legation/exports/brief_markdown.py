"""A brief as Markdown (CommonMark with footnotes), ready for a wiki or a repository."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.exports.brief_parts import (
    FOOTNOTE,
    as_known,
    cautions_shown,
    day_shown,
    described,
    ids_shown,
    omitted_shown,
    silence,
)
from legation.records.briefs import Brief, BriefLine, BriefSection, Source

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def brief_to_markdown(brief: Brief) -> str:
    """Return a brief as Markdown; every line's passages are footnotes."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {_plain(brief.title)}"
    yield ""
    yield f"*{as_known(brief)}.* {_plain(brief.lead)}"
    if brief.advice:
        yield ""
        yield from (f"- {_plain(advice)}" for advice in brief.advice)
    for section in brief.sections:
        yield from _section(brief, section)
    if quiet := silence(brief.silent):
        yield f"\n*{_plain(quiet)}*"
    if brief.lines:
        yield f"\n*{_plain(FOOTNOTE)}*"
        yield ""
    for number, source in enumerate(brief.sources, 1):
        yield f"[^{number}]: {_source(source)}"


def _section(brief: Brief, section: BriefSection) -> Iterator[str]:
    yield f"\n## {_plain(section.title)}\n"
    for line in section.lines:
        yield f"- {_line(brief, line)}"
    if more := omitted_shown(section):
        yield f"\n*{more}*"


def _line(brief: Brief, line: BriefLine) -> str:
    parts = [_plain(line.sentence)]
    if day := day_shown(line):
        parts.insert(0, f"**{_plain(day)}**:")
    if cautions := cautions_shown(brief, line):
        parts.append(f"*({_plain('; '.join(cautions))})*")
    if ids := ids_shown(line):
        parts.append(f"`{ids}`")
    return " ".join(parts) + "".join(f"[^{number}]" for number in brief.numbers(line))


def _source(source: Source) -> str:
    link = f" <{source.url}>" if source.url and re.match(r"https?://[^\s<>]+\Z", source.url) else ""
    return f"{_plain(source.exact)} — {_plain(described(source))}{link}"


def _plain(text: str) -> str:
    """One line in which no character is taken for markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
