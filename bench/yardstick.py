"""A yardstick: spaCy's small English pipeline over the same texts, where it is installed."""

from __future__ import annotations

import importlib
import time
from collections.abc import Sequence
from statistics import median
from typing import Any

_MODEL = "en_core_web_sm"


def spacy_rate(texts: Sequence[str], *, runs: int) -> float | None:
    """Return how many texts a second spaCy's pipeline reads, None where spaCy or its model is not installed."""
    try:
        reader: Any = importlib.import_module("spacy").load(_MODEL)
    except (ImportError, OSError):
        return None
    list(reader.pipe(texts[:2]))
    return median(len(texts) / _seconds(reader, texts) for _ in range(runs))


def _seconds(reader: Any, texts: Sequence[str]) -> float:
    start = time.perf_counter()
    for _ in reader.pipe(texts):
        continue
    return time.perf_counter() - start
