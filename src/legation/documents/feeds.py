"""RSS and Atom feeds: the pages that a feed points to."""

from __future__ import annotations

from collections.abc import Iterator

from legation.documents.fetching import fetch, public
from legation.documents.source import Metadata, Source, WebContent
from legation.errors import EncodingError

_MOST_BYTES = 10_000_000
_MOST = 100
_EARLIEST = 1990  # no feed is older: such a day is a gap that somebody filled


def feed_sources(url: str, *, public_only: bool = False) -> Iterator[Source]:
    """Yield the first hundred pages that a feed points to, each with the title and day that the feed gives it.

    Raises DocumentError where the feed cannot be fetched, EncodingError where it is none.
    """
    import feedparser  # noqa: PLC0415 - only for feeds: slow to import

    page = fetch(url, max_bytes=_MOST_BYTES, public_only=public_only, feed=True)
    found = feedparser.parse(page.data)
    entries = [entry for entry in found.entries if str(entry.get("link", "")).startswith(("http://", "https://"))]
    if not entries:
        raise EncodingError("is no RSS or Atom feed with links", place=public(url))
    publisher = str(found.feed.get("title", "")).strip() or None
    for entry in entries[:_MOST]:
        yield Source(
            name=public(entry.link),
            load=WebContent(entry.link, public_only),
            metadata=Metadata(date=_day(entry), publisher=publisher, url=public(entry.link)),
        )


def _day(entry: object) -> str | None:
    told = getattr(entry, "published_parsed", None) or getattr(entry, "updated_parsed", None)
    if told is None or told.tm_year < _EARLIEST:
        return None
    return f"{told.tm_year:04}-{told.tm_mon:02}-{told.tm_mday:02}"


