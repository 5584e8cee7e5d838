from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from legation.documents import feed_sources
from legation.errors import DocumentError

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Fjord Post</title>
<item><title>One</title><link>https://example.org/one</link><pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate></item>
<item><title>Two</title><link>https://example.org/two</link></item>
<item><title>Local</title><link>file:///etc/passwd</link></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>
<entry><title>A</title><link href="https://example.org/a"/><updated>2025-03-04T00:00:00Z</updated></entry></feed>"""
PAGES = {
    "/rss": ("application/rss+xml", RSS),
    "/atom": ("application/atom+xml", ATOM),
    "/page": ("text/html", "<p>no feed</p>"),
}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Return the address of a server of feeds."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            media, text = PAGES[self.path]
            self.send_response(200)
            self.send_header("Content-Type", media)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Answers) as opened:
        thread = threading.Thread(target=opened.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{opened.server_port}"
        opened.shutdown()
        thread.join()


def test_the_pages_of_a_feed_come_with_its_day_and_name(server: str) -> None:
    found = list(feed_sources(f"{server}/rss"))
    assert [(s.name, s.metadata.date, s.metadata.publisher) for s in found] == [
        ("https://example.org/one", "2025-03-03", "Fjord Post"),
        ("https://example.org/two", None, "Fjord Post"),
    ]
    assert [s.metadata.date for s in feed_sources(f"{server}/atom")] == ["2025-03-04"]


def test_what_is_no_feed_is_refused(server: str) -> None:
    with pytest.raises(DocumentError, match="no RSS or Atom feed"):
        list(feed_sources(f"{server}/page"))


def test_a_feed_of_this_machine_is_not_fetched_for_others(server: str) -> None:
    with pytest.raises(DocumentError, match="not on the public internet"):
        list(feed_sources(f"{server}/rss", public_only=True))
