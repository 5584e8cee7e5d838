"""Sources of our own for the tests of this room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from legation.documents import Metadata, Payload, Source
from legation.documents.source import Held
from legation.store import Record, open_record

TEXT = (
    "YEREVAN, 14 January 2025 (Example) - Armenia and Georgia signed an agreement on border trade in Yerevan "
    'on Tuesday. "We will open a second crossing in the spring," Armenian Foreign Minister Ararat Mirzoyan '
    "said."
)


@pytest.fixture
def text() -> str:
    return TEXT


@pytest.fixture
def source() -> Callable[..., Source]:
    """Return a source of a text under a name."""

    def make(text: str = TEXT, name: str = "a.txt", **metadata: str | int) -> Source:
        payload = Payload(data=text, media="text")
        return Source(name=name, load=Held(payload), metadata=Metadata(**metadata))  # type: ignore[arg-type]

    return make


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(str(tmp_path / "record.db")) as opened:
        yield opened
