from __future__ import annotations

from collections import Counter

from training.corpus.__main__ import counts, files
from training.corpus.markup import read_items
from training.corpus.notes import Item
from training.corpus.shapes import alike
from training.corpus.vocabulary import KINDS, MODES, TYPES


def _corpus() -> tuple[list[Item], list[str]]:
    items: list[Item] = []
    errors: list[str] = []
    for path in files([]):
        read, refused = read_items(path)
        items += read
        errors += refused
    return items, errors


def test_every_item_of_the_corpus_turns_into_offsets() -> None:
    items, errors = _corpus()
    assert errors == []
    assert max(Counter(item.id for item in items).values()) == 1


def test_no_two_items_are_alike_in_shape() -> None:
    assert alike(_corpus()[0]) == []


def test_the_corpus_is_as_large_and_as_wide_as_its_datasheet_says() -> None:
    found = counts(_corpus()[0])
    assert found["passage"] >= 5000
    assert found["nil"] >= 1200
    assert found["report"] >= 200
    assert [k for k in KINDS if found[f"kind {k}"] < 150] == []
    assert [t for t in TYPES if found[f"type {t}"] < 150] == []
    assert [f"{t}/{m}" for t, modes in MODES.items() for m in modes if found[f"mode {t}/{m}"] < 25] == []
