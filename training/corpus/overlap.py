"""``python -m training.corpus.overlap GOLD``: no item may share a run of eight words with a text of the gold sets."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from training.corpus.__main__ import files
from training.corpus.markup import read_items
from training.corpus.shapes import grams


def gold_texts(folder: Path) -> Iterator[str]:
    """Yield every text of the gold sets and seeds that lie beside the project."""
    for path in sorted(folder.glob("*.json*")):
        if path.name.endswith(".gz"):
            with gzip.open(path, "rt", encoding="utf-8") as file:
                rows = [json.loads(line) for line in file]
        else:
            rows = json.loads(path.read_text(encoding="utf-8"))
        yield from (row["text"] for row in rows if isinstance(row, dict) and "text" in row)
    for path in sorted((folder.parent / "seeds").glob("*.txt")):
        yield path.read_text(encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Print every run of eight words that an item shares with a gold text; 1 where there is any."""
    known = set().union(*(grams(text) for text in gold_texts(Path(arguments[0]))))
    shared = 0
    total = 0
    for path in files([]):
        for item in read_items(path)[0]:
            total += 1
            for run in sorted(grams(item.text) & known):
                shared += 1
                print(f"{item.file}:{item.line}: {item.id}: “{' '.join(run)}”")
    print(f"{total} items, {len(known)} runs of eight words in the gold texts, {shared} shared")
    return 1 if shared else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
