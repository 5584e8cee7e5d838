"""What is to be read: a source with its name, its bytes on demand, and what is known beside the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from legation.documents.fetching import Page, fetch
from legation.errors import DocumentError, TooLargeError, UnreachableError

MAX_CHARACTERS = 2_000_000
MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What stands beside the text: the id to answer under, title, ISO 8601 day, publisher, URL."""

    id: str | int | None = None
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """The content of a source: bytes, or characters where the text is already known (a JSON line).

    ``media`` is text, markdown or html; ``charset`` what the server declared; ``url`` where it came from
    after redirects.
    """

    data: bytes | str
    media: str
    charset: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that cannot be read: its name for messages, and the error that says why."""

    name: str
    error: DocumentError


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document to be read.

    ``name`` is what messages call it ("reports/x.jsonl:12").  ``load`` brings the content and raises a
    DocumentError where it cannot; it can be pickled and sent to another process.
    """

    name: str
    load: Callable[[], Payload]
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class Held:
    """A loader for content that is at hand."""

    payload: Payload

    def __call__(self) -> Payload:
        """Return the content."""
        return self.payload


@dataclass(frozen=True, slots=True)
class FileContent:
    """A loader that reads a file when asked; raises UnreachableError or TooLargeError."""

    path: Path
    name: str
    media: str

    def __call__(self) -> Payload:
        """Return the bytes of the file, of which no more than the limit is ever held."""
        try:
            require_size(self.path.stat().st_size, self.name)
            with self.path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)  # a pipe or a growing file has no size beforehand
        except (OSError, ValueError) as error:
            raise UnreachableError(f"cannot be read: {reason(error)}", place=self.name) from error
        require_size(len(data), self.name)
        return Payload(data=data, media=self.media)


@dataclass(frozen=True, slots=True)
class WebContent:
    """A loader that fetches a page when asked; raises what ``fetch`` raises (``public_only`` as there)."""

    url: str
    public_only: bool = False

    def __call__(self) -> Payload:
        """Return the page that the URL leads to."""
        page: Page = fetch(self.url, max_bytes=MAX_BYTES, public_only=self.public_only)
        return Payload(data=page.data, media=page.media, charset=page.charset, url=page.url)


def require_size(size: int, name: str) -> None:
    """Raise TooLargeError where a report has more bytes than one may have."""
    if size > MAX_BYTES:
        raise TooLargeError(f"has {size:,} bytes or more; one report may have {MAX_BYTES:,}", place=name)


def reason(error: Exception) -> str:
    """Return in a few words why the system refused a path."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
