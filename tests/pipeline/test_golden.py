"""The claims of three examples, line by line; ``tests/golden/regenerate.py`` says how to write them anew."""

from __future__ import annotations

import json

import pytest
from tests.golden.projection import HERE, NAMES, golden, kept, lines


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_read_as_it_was(name: str) -> None:
    now = [json.loads(json.dumps(line)) for line in lines(name)]
    lost = [line for line in kept(name) if line not in now]
    new = [line for line in now if line not in kept(name)]
    assert (lost, new) == ([], [])
    assert now == kept(name)


def test_every_golden_file_is_one_of_an_example() -> None:
    assert set(HERE.glob("*.jsonl")) == {golden(name) for name in NAMES}
