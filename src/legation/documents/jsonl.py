"""JSON lines: one report a line, {id, text, date?, title?, publisher?, url?}."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, BinaryIO

from legation.documents.days import read_day, shorten
from legation.documents.source import MAX_BYTES, Held, Metadata, Payload, Source, Unread
from legation.errors import DateError, DocumentError, EmptyTextError, EncodingError, TooLargeError

_WORDS = ("title", "publisher", "url")


def json_lines(file: BinaryIO, name: str, head: Sequence[bytes] = ()) -> Iterator[Source | Unread]:
    """Yield a source for each line of a JSON lines file, and Unread for each line that breaks a rule.

    ``head`` are lines that were read from the file before.  Blank lines are passed over; of a line beyond
    the size of a report no more than that is held.
    """
    for number, line in enumerate(_lines(file, head), start=1):
        place = f"{name}:{number}"
        bare = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not bare.strip():
            continue
        try:
            yield _source(bare, place)
        except DocumentError as error:
            yield Unread(place, error)


def _lines(file: BinaryIO, head: Sequence[bytes]) -> Iterator[bytes]:
    for line in chain(head, iter(lambda: file.readline(MAX_BYTES + 1), b"")):
        yield line
        _skip_rest(line, file)


def _skip_rest(line: bytes, file: BinaryIO) -> None:
    rest = line
    while len(line) > MAX_BYTES and rest and not rest.endswith(b"\n"):
        rest = file.readline(1 << 20)


def _source(line: bytes, place: str) -> Source:
    fields = _object(line, place)
    text = fields.get("text")
    if text is None:
        raise EmptyTextError("the line has no 'text'", place=place)
    if not isinstance(text, str):
        raise DocumentError(f"'text' must be a string (got {shorten(text)})", place=place)
    metadata = Metadata(
        id=_identifier(fields.get("id"), place),
        date=_day(fields.get("date"), place),
        **{key: _string(fields.get(key), key, place) for key in _WORDS},
    )
    return Source(name=place, load=Held(Payload(data=text, media="text")), metadata=metadata)


def _object(line: bytes, place: str) -> dict[str, Any]:
    if len(line) > MAX_BYTES:
        raise TooLargeError(
            f"the line has more than {MAX_BYTES:,} bytes, the limit of one report", place=place
        )
    try:
        value = json.loads(line.decode("utf-8").rstrip())
    except UnicodeDecodeError as error:
        raise EncodingError(f"the line is not UTF-8 (byte {error.start + 1})", place=place) from error
    except json.JSONDecodeError as error:
        raise DocumentError(f"broken JSON: {error.msg} (column {error.colno})", place=place) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, thousands of brackets
        raise DocumentError("broken JSON: a number too long or brackets too deep", place=place) from error
    if not isinstance(value, dict):
        raise DocumentError(f"a line must hold a JSON object (got {shorten(value)})", place=place)
    return value


def _identifier(value: object, place: str) -> str | int | None:
    if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
        return value
    raise DocumentError(f"'id' must be a string or a whole number (got {shorten(value)})", place=place)


def _string(value: object, key: str, place: str) -> str | None:
    if value is None or isinstance(value, str):
        return value or None
    raise DocumentError(f"'{key}' must be a string (got {shorten(value)})", place=place)


def _day(value: object, place: str) -> str | None:
    written = _string(value, "date", place)
    if written is None:
        return None
    try:
        return read_day(written)
    except DateError as error:
        raise DocumentError(f"'date': {error}", place=place) from error
