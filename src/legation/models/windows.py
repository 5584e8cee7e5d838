"""Windows of whole sentences: what the encoder sees at once."""

from __future__ import annotations

from collections.abc import Sequence


def packed(
    sentences: Sequence[tuple[int, int]], offsets: Sequence[tuple[int, int]], size: int
) -> list[tuple[int, int]]:
    """Return ranges of wordpieces, each of whole sentences in order and of ``size`` wordpieces at most.

    ``sentences`` and ``offsets`` are character spans in ascending order; a sentence longer than ``size`` is cut.
    """
    pieces = _pieces(sentences, offsets)
    found: list[tuple[int, int]] = []
    for first, last in pieces:
        if found and last - found[-1][0] <= size:
            found[-1] = (found[-1][0], last)
            continue
        found.extend((at, min(at + size, last)) for at in range(first, last, size))
    return found


def _pieces(sentences: Sequence[tuple[int, int]], offsets: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return each sentence's range of wordpieces; what lies between two sentences goes with the first."""
    out: list[tuple[int, int]] = []
    at = 0
    for n, _ in enumerate(sentences):
        stop = sentences[n + 1][0] if n + 1 < len(sentences) else offsets[-1][1] + 1 if offsets else 0
        first = at
        while at < len(offsets) and offsets[at][0] < stop:
            at += 1
        if at > first:
            out.append((first, at))
    return out
