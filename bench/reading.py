"""Reports a second, one core: from a source to its claims, and into the record."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from legation.documents import Payload, Source
from legation.documents.source import Held
from legation.pipeline import Reading, Request, read_all, record_all
from legation.store import open_record

Item = TypeVar("Item")

_EXAMPLES = Path(__file__).parents[1] / "examples"
_WORDS = 450
_REPORTS = 60


def measure() -> Iterator[tuple[str, float, str]]:
    """Yield the rates of reading alone, and of reading into a record."""
    list(read_all(_sources(5), Request()))  # tables and rules are loaded once a process
    outcomes, seconds = _timed(read_all(_sources(_REPORTS), Request()))
    claims = sum(len(one.claims) for one in outcomes if isinstance(one, Reading))
    yield f"reports of {_WORDS} words, coded", _REPORTS / seconds, "reports/s"
    yield "claims in a report", claims / _REPORTS, "claims"
    with tempfile.TemporaryDirectory() as folder, open_record(f"{folder}/bench.db") as record:
        kept = record_all(record, read_all(_sources(_REPORTS), Request()), command="bench")
        _, seconds = _timed(kept)
        yield f"reports of {_WORDS} words, coded and recorded", _REPORTS / seconds, "reports/s"


def _timed(items: Iterable[Item]) -> tuple[list[Item], float]:
    start = time.perf_counter()
    found = list(items)
    return found, time.perf_counter() - start


def _sources(number: int) -> Iterator[Source]:
    for index, text in enumerate(islice(_texts(), number)):
        yield Source(name=f"{index}.txt", load=Held(Payload(data=text, media="text")))


def _texts() -> Iterator[str]:
    """Yield texts of the same length, each of other paragraphs of the examples."""
    paragraphs = [
        paragraph
        for path in sorted(_EXAMPLES.glob("*.txt"))
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")
    ]
    first = 0
    while True:
        words, chosen = 0, []
        for step in range(len(paragraphs)):
            paragraph = paragraphs[(first + step) % len(paragraphs)]
            chosen.append(paragraph)
            words += len(paragraph.split())
            if words >= _WORDS:
                break
        yield f"Report number {first}\n\n" + "\n\n".join(chosen)
        first += 1
