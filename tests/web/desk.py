"""A desk to try things at: a record of a few reports, served to a client or a browser."""

from __future__ import annotations

import io
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from legation.api import router
from legation.documents import sources
from legation.pipeline import Request, read_all, record_all
from legation.store import Record, open_record
from legation.web.app import build
from legation.web.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"
READ = ("armenia-us-charter.txt", "armenia-csto-freeze.txt", "saudi-iran-beijing.txt")


def make_record(place: Path) -> None:
    """Read three reports into a record."""
    with open_record(str(place)) as record:
        found = sources([str(EXAMPLES / name) for name in READ], stdin=io.BytesIO())
        for _ in record_all(record, read_all(found, Request(publisher="Example Wire")), command="read"):
            pass


@contextmanager
def desk(place: Path, **settings: object) -> Iterator[FastAPI]:
    """Yield the application of a record."""
    known: dict[str, object] = {"hosts": ("testserver",), "person": "anna", **settings}
    with open_record(str(place)) as record:
        yield build(record, Settings(**known), [router])  # type: ignore[arg-type]


def record_of(app: FastAPI) -> Record:
    """Return the record of an application."""
    found: Record = app.state.record
    return found


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """Serve an application on a free port of this machine and yield its address."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=20)
    listening.close()


def copied(place: Path, folder: Path) -> Path:
    """Return a copy of a record in a folder."""
    return Path(shutil.copy(place, folder / "record.db"))
