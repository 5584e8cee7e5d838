"""Figures on gold sets that others made, with the scorers that stand beside them.

Each scorer is a program of its own: it gets the gold and the predictions as files, and what it prints is taken as it
is.  A gold set that is not there is passed over.
"""

from __future__ import annotations

import ast
import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from legation.pipeline.evaluation import claims_of, layer
from legation.pipeline.figures import Score
from legation.pipeline.reading import Request

Rows: TypeAlias = list[dict[str, Any]]


def gold_scores(gold: Path, scorers: Path, request: Request = Request()) -> Iterator[Score]:  # noqa: B008 - frozen
    """Yield the figures of every known gold set in a folder.

    Raises ValueError where a scorer fails or prints something else than it should, OSError where it is not there.
    """
    for name, measure in _SETS.items():
        if (gold / name).exists():
            with tempfile.TemporaryDirectory() as folder:
                yield measure(gold / name, scorers, Path(folder), request)


def _events(path: Path, scorers: Path, folder: Path, request: Request) -> Score:
    rows: Rows = json.loads(path.read_text(encoding="utf-8"))
    found = layer(rows, "events", request)
    predicted = _written(folder, ({"id": row["id"], "events": found.get(row["id"], [])} for row in rows))
    said = json.loads(_run(scorers / "score_events.py", path, predicted, "--json"))
    figures = {"type_f1": said["type_f1_micro"], "full": said["full"], "full_f1": said["full_f1"]}
    return Score(name=path.name, items=len(rows), figures=figures)


def _attributions(path: Path, scorers: Path, folder: Path, request: Request) -> Score:
    rows = _rows(path)
    texts = ({"id": row["id"], "text": row["text"], "date": row.get("date")} for row in rows)
    found = layer(texts, "attributions", request)
    predicted = _written(folder, ({"id": row["id"], "attributions": found.get(row["id"], [])} for row in rows))
    said = json.loads(_run(scorers / "score_attribution.py", _unpacked(path, folder), predicted, "--json", "--boot=0"))
    figures = {
        "overlap_f1": said["att overlap"][2],
        "speech_f1": said["sub speech overlap"][2],
        "direct_f1": said["sub direct overlap"][2],
        "source": said["tok source"][2],
        "cue": said["tok cue"][2],
        "content": said["tok content"][2],
    }
    return Score(name=path.name, items=len(rows), figures=figures)


def _dates(path: Path, scorers: Path, folder: Path, request: Request) -> Score:
    rows = _rows(path)
    found = layer(({"id": row["id"], "text": row["text"], "date": row["dct"]} for row in rows), "dates", request)
    predicted = _written(folder, ({"id": row["id"], "dates": found.get(row["id"], [])} for row in rows))
    printed = _run(scorers / "score_dates.py", _unpacked(path, folder), predicted)
    said = ast.literal_eval(printed.splitlines()[0].removeprefix("all").strip())
    return Score(name=path.name, items=len(rows), figures={key: said[key] for key in ("strict", "relaxed", "value")})


def _claims(path: Path, scorers: Path, folder: Path, request: Request) -> Score:
    asked = json.loads(path.read_text(encoding="utf-8"))
    predicted = _written(folder, claims_of(path.parents[1] / asked["report"], asked["date"], request))
    printed = _run(scorers / "score_claims.py", path, predicted)
    found = re.search(r"recall=(\d+)/(\d+) forbidden=(\d+)/", printed)
    if found is None:
        raise ValueError(f"score_claims.py said {printed!r}")
    met, expected, forbidden = map(int, found.groups())
    return Score(name=path.name, items=expected, figures={"met": met / expected, "forbidden": forbidden})


_SETS: dict[str, Callable[[Path, Path, Path, Request], Score]] = {
    "seed_claims.json": _claims,
    "plover_gsr_dev.json": _events,
    "polnear_dev.jsonl.gz": _attributions,
    "tempeval3_train.jsonl.gz": _dates,
}


def _rows(path: Path) -> Rows:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _unpacked(path: Path, folder: Path) -> Path:
    plain = folder / "gold.jsonl"
    with gzip.open(path, "rb") as file:
        plain.write_bytes(file.read())
    return plain


def _written(folder: Path, rows: Iterable[dict[str, Any]]) -> Path:
    path = folder / "predicted.jsonl"
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8")
    return path


def _run(scorer: Path, *arguments: Path | str) -> str:
    if not scorer.exists():
        raise FileNotFoundError(f"there is no scorer {scorer}")
    command = [sys.executable, str(scorer), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the caller names it
    if done.returncode:
        raise ValueError(f"{scorer.name} failed: {(done.stderr.strip().splitlines() or ['no word'])[-1]}")
    return done.stdout
