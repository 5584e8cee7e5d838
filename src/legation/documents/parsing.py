"""From a source to a report: decode, find the text, date it, check the limits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legation.documents import dateline
from legation.documents.dateline import Dateline
from legation.documents.encoding import decode, require_characters
from legation.documents.english import require_english
from legation.documents.fetching import public
from legation.documents.header import read_header
from legation.documents.headline import markdown_title, text_title
from legation.documents.page import page_text, page_tree
from legation.documents.page_facts import page_facts
from legation.documents.source import MAX_CHARACTERS, Metadata, Payload, Source
from legation.errors import EmptyTextError, TooLargeError
from legation.records import Report, parse_day, report_id

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    """The text with what the document itself states; ``body`` is where the text after a header begins."""

    text: str
    title: str | None
    publisher: str | None
    date: str | None
    date_reason: str | None
    url: str | None
    body: int = 0


def parse(source: Source, *, date: str | None = None, publisher: str | None = None) -> Report:
    """Return the report that a source holds, its text untouched.

    ``date`` (ISO 8601) and ``publisher`` come from the command and win over the metadata of a JSON line or
    a page, and these over the dateline, which dates a report only if it states the year.  Raises a
    DocumentError that names place, rule and value; DateError for a ``date`` that is none.
    """
    day = parse_day(date).isoformat() if date else None
    content = _content(source.load(), source.name)
    _require_text(content, source.name)
    require_english(content.text, source.name)
    metadata = source.metadata
    published_on, basis, reason = _published(day, metadata, content)
    return Report(
        id=report_id(content.text),
        text=content.text,
        title=metadata.title or content.title,
        publisher=publisher or metadata.publisher or content.publisher,
        url=public(found) if (found := metadata.url or content.url) else None,
        published_on=published_on,
        published_basis=basis,
        published_reason=reason,
    )


def _content(payload: Payload, name: str) -> _Content:
    if isinstance(payload.data, str):
        return _written(require_characters(payload.data, name), payload, name)
    text = decode(payload.data, name, charset=payload.charset, html=payload.media == "html")
    if payload.media == "html" or (payload.media == "text" and _HTML_START.match(text[:1_000])):
        return _page(text, payload, name)
    return _written(text, payload, name)


def _page(markup: str, payload: Payload, name: str) -> _Content:
    if not markup.strip():
        raise EmptyTextError("is empty", place=name)
    tree = page_tree(markup, name)
    facts = page_facts(tree, payload.url)
    return _Content(
        text=page_text(tree, name),
        title=facts.title,
        publisher=facts.publisher,
        date=facts.date,
        date_reason=facts.date_reason,
        url=facts.url,
    )


def _written(text: str, payload: Payload, name: str) -> _Content:
    header = read_header(text, name)
    find_title = markdown_title if payload.media == "markdown" else text_title
    return _Content(
        text=text,
        title=header.title or find_title(text[header.end :]),
        publisher=header.publisher,
        date=header.date,
        date_reason="the header of the text" if header.date else None,
        url=header.url or payload.url,
        body=header.end,
    )


def _require_text(content: _Content, name: str) -> None:
    size = len(content.text)
    if size > MAX_CHARACTERS:
        raise TooLargeError(f"has {size:,} characters; one report may have {MAX_CHARACTERS:,}", place=name)
    if not any(map(str.isalpha, content.text[content.body :])):
        raise EmptyTextError("is empty" if not content.text.strip() else "has no words to read", place=name)


def _published(day: str | None, metadata: Metadata, content: _Content) -> tuple[str | None, str, str | None]:
    """Return the day of publication, its basis and the reason, by order of precedence."""
    if day:
        return day, "explicit", "given with the command"
    if metadata.date:
        return metadata.date, "explicit", "given with the text"
    if content.date:
        return content.date, "explicit", content.date_reason
    line = dateline.find(content.text)
    return _from_dateline(line, content.text) if line else (None, "unknown", None)


def _from_dateline(line: Dateline, text: str) -> tuple[str | None, str, str | None]:
    words = f"dateline '{' '.join(text[line.start : line.end].split())}'"
    if line.year is None:
        return None, "unknown", f"{words} without a year: the year is not stated"
    return f"{line.year:04d}-{line.month:02d}-{line.day:02d}", "dateline", words
