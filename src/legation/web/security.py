"""What every answer and request must keep to: no foreign script, no forged request, no flood."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Awaitable, Callable, MutableMapping
from threading import Lock
from typing import Any
from urllib.parse import SplitResult, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

from legation.web.settings import Entry, Settings

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""No script but the desk's own files.  Styles may be inline: the charts set them; no text of a report is in one."""
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_MINUTE = 60.0
_MOST_CLIENTS = 10_000


class Guard:
    """Middleware that refuses what must not come in and adds the headers that every answer carries."""

    def __init__(self, app: App, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._requests = Rate(settings.requests)
        self._logins = Rate(settings.logins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with a refusal."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if (refusal := self._refused(scope)) is not None:
            await refusal(scope, receive, sending)
            return
        await self._app(scope, _limited(receive, self._settings.upload), sending)

    def _refused(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        host = _host(f"//{headers.get('host', '')}").hostname or ""
        if host not in {name.strip("[]") for name in self._settings.allowed}:
            return PlainTextResponse(f"the desk does not answer for the host {host[:100]!r} (--allow-host)", 421)
        client = self._client(scope, headers)
        if scope["method"] not in _SAFE:
            if not same_origin(headers):
                return PlainTextResponse("a page of another site may not send this", 403)
            if scope["path"] == "/login" and not self._logins.takes(client):
                return PlainTextResponse("too many attempts: wait a minute", 429, {"Retry-After": "60"})
        if int(headers.get("content-length") or 0) > self._settings.upload:
            return PlainTextResponse(f"more than {self._settings.upload:,} bytes, the limit of one upload", 413)
        if not self._requests.takes(client):
            return PlainTextResponse("too many requests: wait a minute", 429, {"Retry-After": "60"})
        return None

    def _client(self, scope: Scope, headers: Headers) -> str:
        if self._settings.entry is Entry.PROXY:
            return ",".join(headers.getlist(self._settings.header))
        return str((scope.get("client") or ("",))[0])


def same_origin(headers: Headers) -> bool:
    """Tell whether a request comes from the desk's own pages, or from no browser at all.

    Browsers say so in Sec-Fetch-Site, older ones in Origin; a script of another site can set neither.
    """
    if site := headers.get("sec-fetch-site"):
        return site in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is None or _host(origin).netloc == headers.get("host")


def _host(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:  # brackets that do not match
        return urlsplit("")


def _limited(receive: Receive, most: int) -> Receive:
    taken = 0

    async def receiving() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            return {"type": "http.disconnect"}
        return message

    return receiving


class Rate:
    """Counts what clients do in the last minute."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._seen: dict[str, deque[float]] = {}
        self._lock = Lock()

    def takes(self, client: str) -> bool:
        """Count one more of a client; tell whether it stays within the limit."""
        at = time.monotonic()
        with self._lock:
            if len(self._seen) > _MOST_CLIENTS:
                self._seen.clear()
            seen = self._seen.setdefault(client, deque())
            while seen and seen[0] < at - _MINUTE:
                seen.popleft()
            if len(seen) >= self._most:
                return False
            seen.append(at)
            return True
