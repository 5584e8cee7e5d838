"""Fetching a page from the web, in bounded time and memory."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation import __version__
from legation.errors import DocumentError, EncodingError, TooLargeError, UnreachableError

if TYPE_CHECKING:
    import httpx

_MAX_REDIRECTS = 5
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_MARKDOWN = frozenset({"text/markdown", "text/x-markdown"})
_JSON_LINES = frozenset({"application/jsonl", "application/x-ndjson", "application/x-jsonlines"})
_UNSAID = frozenset({"", "application/octet-stream"})
_REASONS = (
    ("name or service not known", "no host has that name"),
    ("nodename nor servname", "no host has that name"),
    ("name resolution", "the host name cannot be looked up"),
    ("no address associated", "no host has that name"),
    ("getaddrinfo failed", "no host has that name"),
    ("refused", "the connection was refused"),
    ("certificate", "its certificate cannot be trusted"),
    ("network is unreachable", "the network is unreachable"),
    ("all connection attempts failed", "the connection failed"),
)


_SECRET = re.compile(r"(https?://)[^/@\s]+@")


def public(url: str) -> str:
    """Return a URL as it may be shown and kept: without user and password."""
    return _SECRET.sub(r"\1", url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a URL led to: the last URL, the bytes, text | markdown | html, and the charset declared if any."""

    url: str
    data: bytes
    media: str
    charset: str | None


def fetch(
    url: str, *, timeout: float = 20.0, max_bytes: int = 50_000_000, public_only: bool = False, feed: bool = False
) -> Page:
    """Return the page behind an http or https URL, following at most five redirects.

    ``timeout`` bounds each step and the whole transfer, in seconds; ``public_only`` refuses addresses that are not on
    the public internet, at every redirect, so that a server can fetch for others; ``feed`` takes XML too.  Raises
    UnreachableError with the reason, TooLargeError beyond ``max_bytes``, EncodingError for content that is neither
    text nor HTML.
    """
    import httpx  # noqa: PLC0415 - only for URLs: slow to import

    from legation.documents.guarding import guarded_transport  # noqa: PLC0415

    try:
        with (
            httpx.Client(
                follow_redirects=True,
                max_redirects=_MAX_REDIRECTS,
                timeout=timeout,
                headers={"User-Agent": f"legation/{__version__}", "Accept-Encoding": "gzip"},
                transport=guarded_transport() if public_only else None,
                trust_env=not public_only,
            ) as client,
            _in_time(client, timeout),
            client.stream("GET", url) as response,
        ):
            _require_success(response, url)
            _require_known_coding(response, url)
            media = "feed" if feed and _is_xml(response) else _media(response, url)
            data = _body(response, url, max_bytes, time.monotonic() + timeout)
            return Page(url=public(str(response.url)), data=data, media=media, charset=response.charset_encoding)
    except DocumentError:
        raise
    except httpx.TimeoutException as error:
        raise UnreachableError(f"no answer within {timeout:g} seconds", place=public(url)) from error
    except httpx.TooManyRedirects as error:
        raise UnreachableError(f"redirects more than {_MAX_REDIRECTS} times", place=public(url)) from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, RuntimeError, OSError) as error:
        raise UnreachableError(f"cannot be reached: {_reason(error)}", place=public(url)) from error


def _require_success(response: httpx.Response, url: str) -> None:
    if not response.is_success:
        raise UnreachableError(
            f"the server answered {response.status_code} {response.reason_phrase}".rstrip(), place=public(url)
        )


@contextmanager
def _in_time(client: httpx.Client, timeout: float) -> Iterator[None]:
    """Close a client that has not answered whole in time: each step may be in time and all together never end."""
    timer = threading.Timer(2 * timeout, client.close)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _require_known_coding(response: httpx.Response, url: str) -> None:
    """Refuse what is compressed twice or otherwise than asked for: a few bytes could unfold to any size at once."""
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding not in {"", "identity", "gzip", "deflate"}:
        raise EncodingError(f"is compressed as {coding[:40]!r}, which is not read", place=public(url))


def _is_xml(response: httpx.Response) -> bool:
    return "xml" in response.headers.get("content-type", "").lower()


def _media(response: httpx.Response, url: str) -> str:
    declared = response.headers.get("content-type", "").split(";")[0].strip().lower()
    if declared in _HTML:
        return "html"
    if declared in _MARKDOWN or response.url.path.lower().endswith((".md", ".markdown")):
        return "markdown"
    if declared in _UNSAID | _JSON_LINES or declared.startswith("text/"):
        return "text"
    raise EncodingError(f"is {declared}; only text, Markdown and HTML can be read", place=public(url))


def _body(response: httpx.Response, url: str, max_bytes: int, deadline: float) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > max_bytes:
            raise TooLargeError(f"has more than {max_bytes:,} bytes, the limit of one report", place=public(url))
        if time.monotonic() > deadline:
            raise UnreachableError("the transfer did not end in time", place=public(url))
    return bytes(body)


def _reason(error: Exception) -> str:
    said = str(error)
    for sign, meaning in _REASONS:
        if sign in said.lower():
            return meaning
    return re.sub(r"\s+", " ", said).strip() or type(error).__name__
