"""Paragraphs and sentences with exact offsets into the untouched text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legation.language.morphology import closed_words
from legation.language.tokens import Raw, tokenize

_BLANK = re.compile(r"\n[ \t\r]*\n\s*|\r\n[ \t]*\r\n\s*")
HEADER = re.compile(r"(?:---\s*$)|(?:(?:title|publisher|date|url|source)\s*:)", re.IGNORECASE)
_DATELINE = re.compile(
    r"\s*[A-Z][\w.'’-]+(?:[ ,/]+[A-Z][\w.'’-]+){0,5}[ ,/]*"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?,?\s*|\d{1,2} [A-Z][a-z]+(?: \d{4})?,?\s*)?"
    r"(?:\([^)\n]{2,40}\)\s*|/[^/\n]{2,30}/\s*)?(?:-{1,2}|–|—|_|\.\s*-)\s+(?=[\"“A-Z\d])"
)
_CLOSERS = frozenset("” \" '' ’ ' ) ] »".split())
_ENDERS = frozenset(". ! ? ... …".split())


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the character spans of paragraphs: blank lines part them, and line ends where lines are not wrapped."""
    out: list[tuple[int, int]] = []
    position = 0
    for gap in [*_BLANK.finditer(text), None]:
        stop = len(text) if gap is None else gap.start()
        out.extend(_lines(text, position, stop))
        if gap is not None:
            position = gap.end()
    return [(a, b) for a, b in out if text[a:b].strip()]


def _lines(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    cuts = [start]
    for found in re.finditer(r"\r?\n", text[start:stop]):
        at = start + found.start()
        line = text[text.rfind("\n", start, at) + 1 if "\n" in text[start:at] else start : at].strip()
        following = text[start + found.end() : stop].lstrip()
        if not following or not line:
            continue
        if _ends_paragraph(line, following):
            cuts.append(start + found.end())
    yield from zip(cuts, [*cuts[1:], stop], strict=True)


def _ends_paragraph(line: str, following: str) -> bool:
    """A line ends its paragraph where it is a field, a heading or bullet, or long and closed by a full stop.

    Hard-wrapped text has lines of 50-100 characters, most of which end in mid-sentence.
    """
    if HEADER.match(line) or line[0] in "#*•" or following[0] in "#*•" or following.startswith("- "):
        return True
    if line[-1] in ".!?”\"'":
        return following[0].isupper() or following[0] in "“\"‘'`" if len(line) > 110 or len(line) < 45 else False
    return (len(line) < 45 and following[0].isupper()) or len(line) > 140


def skip_dateline(text: str, start: int, stop: int) -> int:
    """Return where the sentence proper begins: after "YEREVAN, Jan 15 (Reuters) -" if that opens it."""
    found = _DATELINE.match(text, start, min(stop, start + 120))
    if found is None:
        return start
    place = re.match(r"\s*[A-Z][A-Z'’-]+", text[start : found.end()])
    agency = "(" in found[0] or "/" in found[0]
    return found.end() if place or agency else start


def split(text: str, start: int, stop: int) -> list[list[Raw]]:
    """Return the sentences of ``text[start:stop]`` as lists of tokens."""
    raws = tokenize(text, start, stop)
    out: list[list[Raw]] = []
    begin = 0
    i = 0
    while i < len(raws):
        end = _sentence_end(raws, i, text)
        if end:
            out.append(raws[begin:end])
            begin = end
            i = end
        else:
            i += 1
    if begin < len(raws):
        out.append(raws[begin:])
    return out


def _sentence_end(raws: Sequence[Raw], i: int, text: str) -> int:
    """The index after the sentence that token ``i`` closes, or 0."""
    token = raws[i].text
    if token not in _ENDERS:
        return _abbreviation_end(raws, i)
    k = i + 1
    while k < len(raws) and raws[k].text in _ENDERS:
        k += 1
    while k < len(raws) and raws[k].text in _CLOSERS and not text[raws[k - 1].end : raws[k].start].strip(" "):
        if raws[k].text in {'"', "'"} and raws[k].start > raws[k - 1].end:
            break
        k += 1
    if k >= len(raws):
        return k
    following = raws[k]
    if following.start == raws[k - 1].end and token.endswith(".") and k == i + 1:
        return 0
    starts = (
        following.text[0].isupper()
        or following.text[0].isdigit()
        or following.text in {"“", '"', "‘", "``", "'", "(", "[", "«"}
    )
    if not starts and token in {"...", "…"}:
        return 0
    return (
        k
        if starts or (token.endswith(".") and not following.text[0].isalnum() and following.text not in {",", ";"})
        else 0
    )


def _abbreviation_end(raws: Sequence[Raw], i: int) -> int:
    """ "… in the U.S. The …": an abbreviation's stop also ends the sentence before a word of the closed classes."""
    token = raws[i].text
    if not token.endswith(".") or len(token) < 3 or i + 1 >= len(raws):
        return 0
    following = raws[i + 1].text
    if token.lower() in {
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "gen.",
        "col.",
        "lt.",
        "sen.",
        "rep.",
        "gov.",
        "st.",
        "vs.",
    }:
        return 0
    opens = following[0].isupper() and following.lower() in closed_words() and following.lower() not in {"may", "one"}
    return i + 1 if opens and not following.isupper() else 0
