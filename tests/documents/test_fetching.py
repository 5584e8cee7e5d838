from __future__ import annotations

import io
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from legation import __version__
from legation.documents import Source, fetch, parse, sources
from legation.errors import DocumentError, EncodingError, TooLargeError, UnreachableError

TEXT = "The ministers of the two countries met in Genève and said that the talks went well."
PAGE = f"<html><head><meta charset='windows-1252'></head><body><p>{TEXT}</p></body></html>"


class Handler(BaseHTTPRequestHandler):
    """A small site with every kind of trouble."""

    def do_GET(self) -> None:
        answer = getattr(self, f"page_{self.path.strip('/').split('.')[0]}", None)
        if answer is None:
            self.send_error(404)
        else:
            answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as http.server names it
        """Keep the test output clean."""

    def answer(self, body: bytes, content_type: str = "text/html") -> None:
        self.send_response(200)
        if content_type:
            self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, location: str) -> None:
        self.send_response(302)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def page_good(self) -> None:
        self.answer(PAGE.encode(), "text/html; charset=utf-8")

    def page_agent(self) -> None:
        self.answer(self.headers["User-Agent"].encode(), "text/plain")

    def page_moved(self) -> None:
        self.redirect("/good")

    def page_loop(self) -> None:
        self.redirect("/loop")

    def page_elsewhere(self) -> None:
        self.redirect("file:///etc/passwd")

    def page_wrong(self) -> None:
        self.answer(PAGE.encode("cp1252"), "text/html; charset=utf-8")

    def page_picture(self) -> None:
        self.answer(b"GIF89a", "image/gif")

    def page_unsaid(self) -> None:
        self.answer(PAGE.encode(), "")

    def page_lines(self) -> None:
        self.answer(f'{{"text": "{TEXT}"}}\n[]'.encode(), "application/jsonl")

    def page_slow(self) -> None:
        time.sleep(0.6)

    def page_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _ in range(20):
                self.wfile.write(b"drop ")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return  # the reader has gone, as it should

    def page_huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _ in range(2000):
                self.wfile.write(b"word " * 2000)
        except OSError:
            return


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_is_fetched_with_its_charset(site: str) -> None:
    page = fetch(f"{site}/good")
    assert (page.url, page.data, page.media, page.charset) == (f"{site}/good", PAGE.encode(), "html", "utf-8")


def test_we_say_who_we_are(site: str) -> None:
    assert fetch(f"{site}/agent").data.decode() == f"legation/{__version__}"


def test_a_redirect_is_followed_and_the_last_address_kept(site: str) -> None:
    [source] = sources([f"{site}/moved"], stdin=io.BytesIO())
    assert isinstance(source, Source)
    report = parse(source)
    assert (report.url, report.text, report.publisher) == (f"{site}/good", TEXT, "127.0.0.1")


def test_a_wrong_charset_is_found_out(site: str) -> None:
    [source] = sources([f"{site}/wrong"], stdin=io.BytesIO())
    assert isinstance(source, Source)
    assert parse(source).text == TEXT


def test_html_without_a_declared_type_is_noticed(site: str) -> None:
    [source] = sources([f"{site}/unsaid"], stdin=io.BytesIO())
    assert isinstance(source, Source)
    assert parse(source).text == TEXT


def test_json_lines_behind_a_url(site: str, outcomes: Callable[..., list[str]]) -> None:
    assert outcomes(f"{site}/lines.jsonl", f"{site}/none.jsonl") == [
        f"read {site}/lines.jsonl:1",
        f"{site}/lines.jsonl:2: a line must hold a JSON object (got [])",
        f"{site}/none.jsonl: the server answered 404 Not Found",
    ]


@pytest.mark.parametrize(
    ("path", "kind", "message"),
    [
        ("/none", UnreachableError, "the server answered 404 Not Found"),
        ("/loop", UnreachableError, "redirects more than 5 times"),
        ("/slow", UnreachableError, "no answer within 0.3 seconds"),
        ("/drip", UnreachableError, "the transfer did not end in time"),
        ("/huge", TooLargeError, "has more than 100,000 bytes, the limit of one report"),
        ("/picture", EncodingError, "is image/gif; only text, Markdown and HTML can be read"),
        ("/elsewhere", UnreachableError, "cannot be reached: "),
    ],
)
def test_trouble_is_named(site: str, path: str, kind: type[DocumentError], message: str) -> None:
    with pytest.raises(kind) as caught:
        fetch(site + path, timeout=0.3, max_bytes=100_000)
    assert str(caught.value).startswith(f"{site}{path}: {message}")
    assert "\n" not in str(caught.value)


def test_a_refused_connection() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(UnreachableError, match="the connection was refused"):
            fetch(f"http://127.0.0.1:{port}/", timeout=2)


@pytest.mark.parametrize(
    "url", ["ftp://a.example/x", "http://", "http://[::/x", "http://a b/", "file:///etc/passwd"]
)
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(UnreachableError, match="cannot be reached"):
        fetch(url, timeout=2)


def test_a_host_that_does_not_exist() -> None:
    with pytest.raises(UnreachableError, match=r"no host has that name|cannot be looked up"):
        fetch("http://no-such-host.invalid/", timeout=2)
