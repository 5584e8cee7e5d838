"""Small builders and texts of our own for the tests of this room."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from legation.documents import Metadata, Payload, Source, Unread, parse, sources
from legation.documents.source import Held
from legation.errors import DocumentError
from legation.records import Report

ENGLISH = (
    "Armenia and Georgia agreed on Monday to open a second crossing on their border. "
    "The ministers of the two countries said that the work would begin in the spring."
)


@pytest.fixture
def english() -> str:
    return ENGLISH


@pytest.fixture
def read() -> Callable[..., Report]:
    """Parse content that is at hand, with parse's own options and any metadata."""

    def run(
        data: bytes | str,
        media: str = "text",
        *,
        date: str | None = None,
        publisher: str | None = None,
        charset: str | None = None,
        url: str | None = None,
        **metadata: str,
    ) -> Report:
        load = Held(Payload(data=data, media=media, charset=charset, url=url))
        source = Source(name="here.txt", load=load, metadata=Metadata(**metadata))
        return parse(source, date=date, publisher=publisher)

    return run


@pytest.fixture
def outcomes() -> Callable[..., list[str]]:
    """Name what each argument yields: "read NAME" or the message of its error."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> list[str]:
        lines = []
        for item in sources([str(argument) for argument in arguments], stdin=io.BytesIO(stdin)):
            if isinstance(item, Unread):
                lines.append(str(item.error))
                continue
            try:
                parse(item)
                lines.append(f"read {item.name}")
            except DocumentError as error:
                lines.append(str(error))
        return lines

    return run
