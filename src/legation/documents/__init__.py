"""Fetching documents and parsing them into reports: text, Markdown, HTML, JSON lines, URLs; the dateline."""

from legation.documents.dateline import Dateline
from legation.documents.expanding import shown, sources
from legation.documents.feeds import feed_sources
from legation.documents.fetching import fetch, public
from legation.documents.jsonl import json_lines
from legation.documents.parsing import parse
from legation.documents.reprints import Likeness, likeness, marks_of
from legation.documents.source import MAX_BYTES, MAX_CHARACTERS, Held, Metadata, Payload, Source, Unread, WebContent

__all__ = [
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "Dateline",
    "Held",
    "Likeness",
    "Metadata",
    "Payload",
    "Source",
    "Unread",
    "WebContent",
    "feed_sources",
    "fetch",
    "json_lines",
    "likeness",
    "marks_of",
    "parse",
    "public",
    "shown",
    "sources",
]
