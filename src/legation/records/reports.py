"""The report: the document that was read, its text untouched."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


def report_id(text: str) -> str:
    """Return the id of a report: the SHA-256 of its text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document with what is known of its publication.

    ``published_on`` is an ISO 8601 day or None.  ``published_basis`` is ``explicit`` (command, page
    metadata), ``dateline``, ``inferred`` or ``unknown``; ``published_reason`` says in words what an
    inferred or dateline date rests on.  ``language`` is ISO 639-1.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_on: str | None = None
    published_basis: str = "unknown"
    published_reason: str | None = None
    language: str = "en"
