"""Fetching documents and parsing them into reports: text, Markdown, HTML, JSON lines, URLs; the dateline."""

from legation.documents.dateline import Dateline
from legation.documents.expanding import shown, sources
from legation.documents.fetching import fetch
from legation.documents.parsing import parse
from legation.documents.reprints import Likeness, likeness, marks_of
from legation.documents.source import MAX_BYTES, MAX_CHARACTERS, Metadata, Payload, Source, Unread

__all__ = [
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "Dateline",
    "Likeness",
    "Metadata",
    "Payload",
    "Source",
    "Unread",
    "fetch",
    "likeness",
    "marks_of",
    "parse",
    "shown",
    "sources",
]
