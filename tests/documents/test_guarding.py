from __future__ import annotations

import ipaddress
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from legation.documents.fetching import fetch
from legation.documents.guarding import is_public
from legation.errors import UnreachableError


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",  # noqa: S104
        "::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2002:a00:1::", "ff02::1", "198.18.0.1", "192.0.2.1",
        "fec0::1", "::127.0.0.1", "64:ff9b:1::7f00:1", "192.88.99.1", "192.0.0.8",
    ],
)  # fmt: skip
def test_an_inner_address_is_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_the_internet_is(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.fixture
def inner() -> Iterator[str]:
    """Return the address of a server on this machine."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.end_headers()
            self.wfile.write(b"inner secret")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])
def test_nothing_inner_is_fetched_for_others(inner: str, host: str) -> None:
    port = inner.rpartition(":")[2]
    with pytest.raises(UnreachableError, match=r"not on the public internet|cannot be"):
        fetch(f"http://{host}:{port}/", public_only=True)
    assert fetch(f"http://{inner}/").data == b"inner secret"
