"""The learned reader: one small encoder with several heads, by ONNX Runtime on the processor, deterministic."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from legation.models.lock import LockedModel, checked, locked
from legation.models.signals import Chances, Signals, Window
from legation.models.windows import packed

_BATCH = 8


class Reader:
    """Wordpieces in, chances out; loaded once a process (see :func:`reader`)."""

    def __init__(self, lock: LockedModel) -> None:
        import onnxruntime  # noqa: PLC0415 - heavy: only who reads pays for it
        from tokenizers import Tokenizer  # noqa: PLC0415 - as above

        self.lock = lock
        meta = json.loads(checked(lock, "reader.json"))
        self.labels: dict[str, tuple[str, ...]] = {k: tuple(v) for k, v in meta["labels"].items()}
        self.sets: frozenset[str] = frozenset(meta["sets"])
        self.calibration: dict[str, list[float]] = meta["calibration"]
        self.thresholds: dict[str, float] = meta["thresholds"]
        self.size: int = meta["window"]
        self._tokenizer = Tokenizer.from_str(checked(lock, "tokenizer.json").decode("utf-8"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        self._session = onnxruntime.InferenceSession(
            checked(lock, "reader.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._ends = tuple(int(self._tokenizer.token_to_id(mark) or 0) for mark in ("[CLS]", "[SEP]"))

    def read(self, text: str, sentences: Sequence[Sequence[tuple[int, int]]]) -> Signals:
        """Return the signals of a text; ``sentences`` are the character spans of each sentence's tokens."""
        encoded = self._tokenizer.encode(text, add_special_tokens=False)
        spans = [(s[0][0], s[-1][1]) for s in sentences if s]
        pieces = _first_pieces([t for s in sentences for t in s], encoded.offsets)
        ranges = packed(spans, encoded.offsets, self.size)
        starts = list(np.cumsum([0, *(len(s) for s in sentences)])[:-1].tolist())
        rows = np.zeros((len(pieces), sum(len(v) for k, v in self.labels.items() if k != "roles")), dtype=np.float32)
        windows: list[Window] = []
        for group in _grouped(ranges):
            logits, roles = self._run(encoded.ids, group)
            for n, (first, last) in enumerate(group):
                low, high = np.searchsorted(pieces, [first, last])
                if low == high:
                    continue
                own = pieces[low:high] - first + 1
                rows[low:high] = logits[n, own]
                windows.append(Window(int(low), int(high), roles[n], own))
        windows.sort(key=lambda w: w.first)
        return Signals(
            starts, self._heads(rows), windows, self.labels, self.thresholds, self.calibration, self.lock.label
        )

    def _run(self, ids: Sequence[int], group: Sequence[tuple[int, int]]) -> tuple[Chances, Chances]:
        length = max(b - a for a, b in group) + 2
        batch = np.zeros((len(group), length), dtype=np.int64)
        mask = np.zeros_like(batch)
        for n, (first, last) in enumerate(group):
            row = [self._ends[0], *ids[first:last], self._ends[1]]
            batch[n, : len(row)] = row
            mask[n, : len(row)] = 1
        logits, roles = self._session.run(None, {"ids": batch, "mask": mask})
        return logits, roles

    def _heads(self, rows: Chances) -> dict[str, Chances]:
        heads: dict[str, Chances] = {}
        at = 0
        for name, labels in self.labels.items():
            if name == "roles":
                continue
            part = rows[:, at : at + len(labels)]
            heads[name] = _sigmoid(part) if name in self.sets else _softmax(part)
            at += len(labels)
        return heads


def _first_pieces(tokens: Sequence[tuple[int, int]], offsets: Sequence[tuple[int, int]]) -> NDArray[np.int64]:
    """Return for every token its first wordpiece; one without any has the next one's."""
    starts = np.array([a for a, _ in offsets], dtype=np.int64)
    found = np.searchsorted(starts, np.array([a for a, _ in tokens], dtype=np.int64), side="left")
    return np.minimum(found, max(len(starts) - 1, 0)).astype(np.int64)


def _grouped(ranges: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Windows of like length run together, so that little is padding."""
    order = sorted(ranges, key=lambda r: r[1] - r[0])
    return [order[i : i + _BATCH] for i in range(0, len(order), _BATCH)]


def _softmax(x: Chances) -> Chances:
    e = np.exp(x - x.max(axis=-1, keepdims=True)) if x.size else x
    return np.asarray(e / e.sum(axis=-1, keepdims=True) if x.size else e, dtype=np.float32)


def _sigmoid(x: Chances) -> Chances:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(x, -30, 30))), dtype=np.float32)


@cache
def reader() -> Reader:
    """Return the reader of this package, loaded and checked against the lock once a process.

    Raises ModelError where weights are missing or changed.
    """
    return Reader(locked("reader"))
