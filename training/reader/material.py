"""What the reader is trained on: the corpus, and the gold halves that may be used, where they lie beside it."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpus.__main__ import files
from training.corpus.compiled import part
from training.corpus.markup import read_items
from training.corpus.notes import Item
from training.reader.samples import Labeller, Sample, of_attributions, of_gsr, of_item


def corpus(wanted: str) -> list[Item]:
    """Return the items of one part of the corpus: train, held or test."""
    return [item for path in files([]) for item in read_items(path)[0] if part(item) == wanted]


def shortened(items: list[Item], share: float, seed: int = 11) -> list[Item]:
    """Return a random share of items, for the learning curve."""
    return random.Random(seed).sample(items, round(len(items) * share))  # noqa: S311 - no secret hangs on it


def samples(gold: Path, *, share: float = 1.0, with_gsr: bool = True) -> dict[str, list[Sample]]:
    """Return the samples by source; a gold set that is not there is left out."""
    labeller = Labeller()
    found = {"corpus": [s for item in shortened(corpus("train"), share) for s in of_item(labeller, item)]}
    found["polnear"] = [
        s
        for row in _rows(gold / "polnear_train.jsonl.gz")
        for s in of_attributions(labeller, row["text"], row["attributions"])
    ]
    path = gold / "plover_gsr_dev.json"
    records = json.loads(path.read_text(encoding="utf-8")) if with_gsr and path.exists() else []
    found["gsr"] = [s for record in records for s in of_gsr(labeller, record)]
    return found


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as file:
            yield from map(json.loads, file)
