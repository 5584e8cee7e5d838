"""Quotation marks paired into quotations, with offsets into the untouched text."""

from __future__ import annotations

import re

from legation.language.sentences import paragraphs
from legation.records import Span
from legation.records.syntax import Quotation

_MARK = re.compile(r"[“”„«»\"]|``|''|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?])[’'](?!\w)")
_OPENS = {"“", "„", "«", "``"}
_CLOSES = {"”", "»", "''"}
_LONGEST = 6000


def _single(mark: str) -> bool:
    return mark in {"‘", "’", "'"}


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text in order, none inside another.

    A quotation left open at the end of its paragraph is continued where the next paragraph opens with
    a mark, and otherwise ends with the paragraph (``closed`` is False).
    """
    found: list[Quotation] = []
    breaks = [*(end for _, end in paragraphs(text)), len(text)]
    marks = list(_MARK.finditer(text))
    opened: re.Match[str] | None = None
    limit = 0
    for mark in marks:
        if opened is not None and mark.start() >= limit:
            found.append(_quotation(opened, limit, limit, closed=False))
            opened = None
        if opened is None:
            if _is_opening(mark, text):
                opened = mark
                limit = next(b for b in breaks if b > mark.start())
        elif _closes(opened[0], mark, text):
            found.append(_quotation(opened, mark.start(), mark.end(), closed=True))
            opened = None
    if opened is not None:
        found.append(_quotation(opened, limit, limit, closed=False))
    return tuple(q for q in found if q.end - q.start <= _LONGEST and q.inner.end > q.inner.start)


def _quotation(opened: re.Match[str], inner_end: int, end: int, *, closed: bool) -> Quotation:
    return Quotation(start=opened.start(), end=end, inner=Span(opened.end(), inner_end), closed=closed)


def _is_opening(mark: re.Match[str], text: str) -> bool:
    sign = mark[0]
    if sign == "''":  # some wires write '' at both ends
        before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
        return (not before or before.isspace()) and after.isalnum()
    if sign in _CLOSES:
        return False
    if _single(sign):
        before = text[mark.start() - 1 : mark.start()]
        return sign != "’" and (not before or before in " \n(\t—–") and _single_is_paired(mark, text)
    return True


def _single_is_paired(mark: re.Match[str], text: str) -> bool:
    """A single mark opens only where one closes it in the same line after two words or more."""
    line = text[mark.end() : mark.end() + 400].split("\n", 1)[0]
    closing = re.search(r"(?<=[\w.,!?])['’](?=[\s.,;:!?)]|$)", line)
    return closing is not None and " " in line[: closing.start()]


def _closes(opening: str, mark: re.Match[str], text: str) -> bool:
    sign = mark[0]
    if opening == '"':
        return sign in {'"', "”", "''"}
    if opening in {"“", "„"}:
        return sign in {"”", '"'} or (opening == "„" and sign == "“")
    if opening == "«":
        return sign == "»"
    if opening == "''":
        return sign in {"''", "”"}
    if opening == "``":
        return sign in {"''", '"', "”"}
    after = text[mark.end() : mark.end() + 1]
    return sign in {"’", "'"} and (not after or not after.isalnum())
