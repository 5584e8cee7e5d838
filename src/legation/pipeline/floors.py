"""Floors: figures that may only get better, and digests of the sets that they were measured on.

``floors.json`` holds ``{set: {"sha256": …, "floors": {figure: value}}}``.  A gate that could be passed by changing the
set would be none: a set whose digest differs is a breach, and only a person may write the new digest.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from legation.pipeline.figures import LOWER_IS_BETTER, Score, worse

Floors: TypeAlias = Mapping[str, Mapping[str, Any]]

_STEPS = 1000


def load_floors(path: Path) -> dict[str, Any]:
    """Return the floors of a file, none where there is no file."""
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return loaded


def save_floors(path: Path, floors: Floors) -> None:
    """Write floors to a file."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def breaches(scores: Iterable[Score], floors: Floors) -> Iterator[str]:
    """Yield one line for every figure below its floor, every set that changed, and every set that is gone or new."""
    measured = {score.name: score for score in scores}
    for name in floors.keys() - measured.keys():
        yield f"{name}: the set is gone"
    for name, score in measured.items():
        if name not in floors:
            yield f"{name}: the set has no floors yet"
        else:
            yield from _breaches_of(score, floors[name])


def _breaches_of(score: Score, kept: Mapping[str, Any]) -> Iterator[str]:
    if score.sha256 != kept["sha256"]:
        yield f"{score.name}: the set is not the one that its floors were measured on"
    for figure, floor in kept["floors"].items():
        value = score.figures.get(figure)
        if value is None:
            yield f"{score.name}: {figure} was not measured"
        elif worse(figure, value, floor):
            yield f"{score.name}: {figure} is {value:.3f}, its floor is {floor:.3f}"


def raised(scores: Iterable[Score], floors: Floors) -> dict[str, Any]:
    """Return floors with every figure that has got better; none gets worse, and no digest is replaced."""
    answer: dict[str, Any] = {name: {**kept, "floors": dict(kept["floors"])} for name, kept in floors.items()}
    for score in scores:
        kept = answer.setdefault(score.name, {"sha256": score.sha256, "floors": {}})
        if kept["sha256"] != score.sha256:
            continue
        for figure, value in score.figures.items():
            floor = _rounded(figure, value)
            if figure not in kept["floors"] or worse(figure, kept["floors"][figure], floor):
                kept["floors"][figure] = floor
    return answer


def _rounded(figure: str, value: float) -> float:
    """Round to three places, away from what is better, so that a floor never exceeds its figure."""
    steps = round(value * _STEPS, 6)
    return (math.ceil(steps) if figure in LOWER_IS_BETTER else math.floor(steps)) / _STEPS
