from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from legation.language import analyse
from legation.models import Signals, reader
from legation.records import Report

TEXT = (
    "Kenya recalled its ambassador from Mogadishu on Monday. “We will not be insulted twice,” the foreign minister"
    " told reporters in Nairobi.\n\nSomalia rejected the charge."
)


def _signals(text: str) -> Signals:
    analysis = analyse(Report(id="x", text=text))
    return reader().read(text, [[(t.start, t.end) for t in s.tokens] for s in analysis.sentences])


def test_every_token_has_chances_that_add_up() -> None:
    signals = _signals(TEXT)
    tokens = sum(len(s.tokens) for s in analyse(Report(id="x", text=TEXT)).sentences)
    for name, chances in signals.heads.items():
        assert chances.shape == (tokens, len(signals.labels[name]))
        if name not in {"contexts", "areas"}:
            assert np.allclose(chances.sum(axis=1), 1.0, atol=1e-4)
    _, chances = signals.role("by", 1)
    assert 0.0 <= chances.min() <= chances.max() <= 1.0


def test_reading_twice_says_the_same_to_the_last_bit() -> None:
    one, two = _signals(TEXT), _signals(TEXT)
    assert all((one.heads[name] == two.heads[name]).all() for name in one.heads)


def test_what_stands_beside_a_text_in_a_batch_does_not_move_it_far() -> None:
    alone = _signals(TEXT)
    longer = _signals(TEXT + "\n\n" + "Nothing much happened in the town that day, people said. " * 12)
    tokens = len(alone.heads["kind"])
    first = alone.windows[0].last
    assert tokens >= first
    assert np.abs(alone.some("kind")[:4] - longer.some("kind")[:4]).max() < 0.5


@pytest.mark.parametrize("text", ["", "   ", "…", "\u200b\u200b", "𐍈𐍈𐍈 is no word", "a" * 5000])
def test_odd_texts_are_read(text: str) -> None:
    signals = _signals(text)
    assert all(np.isfinite(chances).all() for chances in signals.heads.values())


def test_a_long_report_is_read_in_windows_without_gaps() -> None:
    signals = _signals("The ministers of Kenya and Somalia met in Djibouti. " * 80)
    edges = [(w.first, w.last) for w in signals.windows]
    assert edges[0][0] == 0
    assert all(a[1] == b[0] for a, b in pairwise(edges))
