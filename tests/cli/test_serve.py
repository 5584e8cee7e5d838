from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from tests.cli.conftest import ENVIRONMENT, Run


def test_the_desk_is_served_until_it_is_interrupted(place: Path) -> None:
    words = [sys.executable, "-m", "legation", "serve", "--port", "0", "--record", str(place), "--by", "anna"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
        assert process.stderr is not None
        told = process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", told)
        assert found is not None, told
        assert "Nothing has been read yet" in httpx.get(f"{found[0]}/", timeout=30).text
        assert httpx.get(f"{found[0]}/api/v1/claims", timeout=30).json() == {"items": [], "next": None}
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
        assert process.wait(timeout=30) in {0, 130}
    assert "Traceback" not in rest


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--host", "0.0.0.0"], "--entry accounts"),  # noqa: S104
        (["--entry", "accounts"], "there is no account yet"),
        (["--entry", "nobody"], "nobody"),
    ],
)
def test_what_would_open_it_to_anybody_is_refused(run: Run, options: list[str], told: str) -> None:
    done = run("serve", "--port", "0", *options)
    assert done.status != 0
    assert told in done.err


def test_a_port_that_is_taken_is_named(run: Run) -> None:
    import socket  # noqa: PLC0415

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = run("serve", "--port", str(port))
    assert done.status != 0
    assert f"--port {port}" in done.err
