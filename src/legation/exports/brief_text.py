"""A brief as plain text: a page of lines with short claim ids, and the numbered passages at the end.

The layout is made of styled words, so that a terminal can colour what a file holds plain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

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
from legation.records.briefs import Brief, BriefLine, Source

_NARROW = 56
_DATE_COLUMN = 15
_STEERING = dict.fromkeys(
    (*range(9), *range(11, 32), *range(127, 160), 8232, 8233, *range(8234, 8239), *range(8294, 8298)), " "
)


class Styled(NamedTuple):
    """A stretch of text and its part: title, heading, day, body, caution, id, number, quote, dim."""

    text: str
    part: str


TextLine: TypeAlias = list[Styled]


def brief_to_text(brief: Brief, *, width: int = 88, passages: bool = True) -> str:
    """Return a brief as plain text of so many columns; ``passages`` adds the numbered list of sources."""
    lines = text_lines(brief, width=width, passages=passages)
    return "\n".join("".join(word.text for word in line).rstrip() for line in lines) + "\n"


def text_lines(brief: Brief, *, width: int = 88, passages: bool = True) -> Iterator[TextLine]:
    """Yield the lines of a brief as styled words, each no wider than ``width`` columns."""
    yield from wrapped([Styled(_safe(brief.title), "title")], width)
    yield from wrapped([Styled(f"{as_known(brief)}. {brief.lead}", "dim")], width)
    for advice in brief.advice:
        yield from wrapped([Styled(_safe(advice), "body")], width, first="• ", indent="  ")
    for section in brief.sections:
        yield []
        more = omitted_shown(section)
        heading = Styled(section.title.upper(), "heading")
        yield from wrapped([heading, Styled(f"({more})", "dim")] if more else [heading], width)
        for line in section.lines:
            yield from _line(brief, line, width)
    yield from _ending(brief, width, passages=passages)


def _line(brief: Brief, line: BriefLine, width: int) -> Iterator[TextLine]:
    day = day_shown(line)
    words = [Styled(_safe(line.sentence), "body")]
    cautions = cautions_shown(brief, line)
    if cautions:
        words.append(Styled(_safe(f"— {'; '.join(cautions)}"), "caution"))
    if ids := ids_shown(line):
        words.append(Styled(ids.replace(" ", "\u00a0"), "id"))
    words.append(Styled("".join(f"[{number}]" for number in brief.numbers(line)), "number"))
    if width < _NARROW:
        words = [Styled(f"{day}:", "day"), *words] if day else words
        yield from wrapped(words, width, first="• ", indent="  ")
        return
    made = list(wrapped(words, width - _DATE_COLUMN))
    for number, found in enumerate(made):
        yield [Styled((day if number == 0 else "").ljust(_DATE_COLUMN), "day"), *found]


def _ending(brief: Brief, width: int, *, passages: bool) -> Iterator[TextLine]:
    quiet = silence(brief.silent)
    if quiet:
        yield []
        yield from wrapped([Styled(quiet, "dim")], width)
    if passages and brief.sources:
        yield []
        yield [Styled("SOURCES", "heading")]
        for number, source in enumerate(brief.sources, 1):
            yield from _source(number, source, width)
    if brief.lines:
        yield []
        yield from wrapped([Styled(FOOTNOTE, "dim")], width)


def _source(number: int, source: Source, width: int) -> Iterator[TextLine]:
    mark = f"[{number}]".ljust(5)
    yield from wrapped([Styled(_safe(source.exact), "quote")], width, first=mark, indent=" " * 5, mark="number")
    yield from wrapped([Styled(_safe(described(source)), "dim")], width, first=" " * 5, indent=" " * 5)


def wrapped(
    stretches: Iterable[Styled], width: int, *, first: str = "", indent: str = "", mark: str = "dim"
) -> Iterator[TextLine]:
    """Yield stretches broken into lines at blanks; ``first`` opens the first line, ``indent`` the others."""
    line: TextLine = [Styled(first, mark)] if first else []
    used = len(first)
    is_empty = True
    for stretch in stretches:
        for word in stretch.text.split(" "):
            if not is_empty and used + 1 + len(word) > width:
                yield line
                line, used, is_empty = [Styled(indent, "dim")] if indent else [], len(indent), True
            line.append(Styled(word if is_empty else f" {word}", stretch.part))
            used += len(word) + (not is_empty)
            is_empty = False
    if not is_empty:
        yield line


def _safe(text: str) -> str:
    """One line without characters that steer a terminal."""
    return " ".join(text.translate(_STEERING).split())
