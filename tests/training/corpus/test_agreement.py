from __future__ import annotations

from pathlib import Path

import pytest
from tests.training.corpus.test_markup import GOOD
from training.corpus.agreement import agreement
from training.corpus.markup import read_items
from training.corpus.notes import Item


def _items(tmp_path: Path, text: str) -> list[Item]:
    path = tmp_path / "hand.txt"
    path.write_text(text, encoding="utf-8")
    return read_items(path)[0]


def test_a_hand_agrees_with_itself(tmp_path: Path) -> None:
    items = _items(tmp_path, GOOD)
    found = agreement(items, items)
    assert found.pop("items") == 1
    assert set(found.values()) == {1.0}


def test_what_differs_is_counted_in_its_own_layer(tmp_path: Path) -> None:
    one = _items(tmp_path, GOOD)
    two = _items(tmp_path, GOOD.replace("SANCTION/withdraw", "REJECT").replace("p = SOM", "p = ETH"))
    found = agreement(one, two)
    assert (found["trigger"], found["type"], found["kind"], found["actors"]) == (1.0, 0.5, 1.0, 1.0)
    assert found["recipients"] == 0.0


def test_two_texts_cannot_be_compared(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="different texts"):
        agreement(_items(tmp_path, GOOD), _items(tmp_path, GOOD.replace("envoy", "ambassador")))
