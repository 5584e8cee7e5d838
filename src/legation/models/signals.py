"""What the learned reader sees in a report: chances for every token, and roles of tokens to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Chances = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens ``first`` up to ``last`` that were seen at once.

    ``scores`` are roles × anchor × wordpiece, before the sigmoid: a row is turned into chances when it is asked
    for, as few are.  ``pieces`` holds the wordpiece of each token.
    """

    first: int
    last: int
    scores: Chances
    pieces: NDArray[np.int64]

    def chances(self, role: int, anchor: int) -> Chances:
        """Return for each token of the window the chance that it bears a role to one of them."""
        row = self.scores[role, self.pieces[anchor - self.first]][self.pieces]
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(row, -30, 30))), dtype=np.float32)


class Signals:
    """The chances of one report, token by token.

    Tokens are counted through the report; ``starts[s]`` is the number of the first token of sentence ``s``.
    ``heads`` maps a head's name to tokens × labels (softmax, or sigmoid for sets), each 0..1.
    ``model`` is the name and version of the weights.
    """

    def __init__(
        self,
        starts: Sequence[int],
        heads: dict[str, Chances],
        windows: Sequence[Window],
        labels: dict[str, tuple[str, ...]],
        thresholds: dict[str, float],
        calibration: dict[str, list[float]],
        model: str,
    ) -> None:
        self.starts = starts
        self.heads = heads
        self.windows = windows
        self.labels = labels
        self.thresholds = thresholds
        self.calibration = calibration
        self.model = model
        self._roles = {name: n for n, name in enumerate(labels["roles"])}

    def some(self, head: str) -> Chances:
        """Return for every token the chance that the head has a label other than "none"."""
        return np.asarray(1.0 - self.heads[head][:, 0], dtype=np.float32)

    def best(self, head: str, token: int, allowed: Sequence[str] | None = None) -> tuple[str, float]:
        """Return the likeliest label of a token, among some labels if told, and its chance."""
        labels, row = self.labels[head], self.heads[head][token]
        places = range(len(labels)) if allowed is None else [labels.index(a) for a in allowed]
        place = max(places, key=lambda n: row[n])
        return labels[place], float(row[place])

    def chance(self, head: str, token: int, label: str) -> float:
        """Return the chance of one label of a token."""
        return float(self.heads[head][token][self.labels[head].index(label)])

    def chosen(self, head: str, token: int, least: float = 0.5) -> list[str]:
        """Return the labels of a set that are likelier than ``least``, likeliest first."""
        row = self.heads[head][token]
        found = [n for n in range(len(row)) if row[n] >= least]
        return [self.labels[head][n] for n in sorted(found, key=lambda n: -row[n])]

    def window(self, token: int) -> Window | None:
        """Return the window of a token."""
        return next((w for w in self.windows if w.first <= token < w.last), None)

    def role(self, name: str, anchor: int) -> tuple[int, Chances]:
        """Return the first token of the anchor's window and the chance of each of its tokens to bear a role."""
        window = self.window(anchor)
        if window is None:
            return anchor, np.zeros(0, dtype=np.float32)
        return window.first, window.chances(self._roles[name], anchor)
