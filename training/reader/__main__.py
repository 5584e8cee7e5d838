"""``python -m training.reader``: train the reader and put it into the package, in phases that can be run one by one.

::

    python -m training.reader all GOLD          the whole: train, export, calibrate, lock
    python -m training.reader train GOLD        weights only, into build/reader (--share 0.5 of the corpus, --no-gsr)
    python -m training.reader export WEIGHTS    int8 weights into the package
    python -m training.reader calibrate         the forecast of confidence, on the held part of the corpus
    python -m training.reader lock VERSION      models.lock

GOLD is the folder of gold sets that lies beside the project; what is not there is left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from training.locking import MODELS
from training.reader.calibrate import fitted, observations
from training.reader.export import export, lock
from training.reader.material import corpus, samples
from training.reader.network import Reader
from training.reader.samples import Sample
from training.reader.train import Phase, load, save, train

VERSION = "1.0.0"
PHASES = (
    Phase("attribution", 3, 1.2e-4, {"polnear": 1.0}),
    Phase("all", 12, 2.0e-4, {"corpus": 1.0, "polnear": 0.08, "gsr": 1.0}, 768),
)
THRESHOLDS = {
    "claim": 0.5,  # a trigger tells anything
    "cue": 0.5,
    "link_role": 0.5,  # source and content
    "role.by": 0.5,
    "role.to": 0.25,
    "role.obj": 0.5,
    "role.when": 0.5,
    "role.where": 0.5,
    "role.due": 0.3,
    "nation": 0.15,  # a name tells of which state a mention is
    "statement": 0.3,
    "rule": 0.02,  # below it, what only the rules see goes
    "rule_cue": 0.3,
    "rule_kind": 0.05,  # above it, or where the reader is less than "sure", the rules' special kind stands
    "sure": 0.8,
}
"""Chosen on the held part of the corpus, on the examples and the seed."""
BUILD = Path("build") / "reader"


def _train(gold: Path, *, share: float, with_gsr: bool, out: Path) -> None:
    torch.manual_seed(7)
    found = samples(gold, share=share, with_gsr=with_gsr)
    model = Reader()
    model.encoder.load_base()
    for phase in PHASES:
        train(model, found, Phase(phase.name, phase.epochs, phase.rate, _present(phase, found), phase.tokens))
        save(model, out / f"{phase.name}.safetensors")


def _present(phase: Phase, found: Mapping[str, Sequence[Sample]]) -> dict[str, float]:
    return {name: share for name, share in phase.shares.items() if found.get(name)}


def _export(weights: Path) -> None:
    export(load(weights), MODELS / "weights", calibration={}, thresholds=THRESHOLDS)
    lock(VERSION)


def _calibrate() -> None:
    path = MODELS / "weights" / "reader.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["calibration"] = {"claim": fitted(observations(corpus("held")))}
    path.write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    lock(VERSION)


def main(arguments: list[str]) -> int:
    """Run the phases that are named."""
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    parser.add_argument("phase", choices=("all", "train", "export", "calibrate", "lock"))
    parser.add_argument("place", nargs="?", type=Path, default=Path("gold"))
    parser.add_argument("--share", type=float, default=1.0, help="of the corpus, for the learning curve")
    parser.add_argument("--no-gsr", action="store_true", help="leave the PLOVER gold half out, to measure on it")
    parser.add_argument("--out", type=Path, default=BUILD)
    given = parser.parse_args(arguments)
    if given.phase in {"all", "train"}:
        _train(given.place, share=given.share, with_gsr=not given.no_gsr, out=given.out)
    if given.phase in {"all", "export"}:
        _export(given.out / "all.safetensors" if given.phase == "all" else given.place)
    if given.phase in {"all", "calibrate"}:
        _calibrate()
    if given.phase == "lock":
        lock(str(given.place))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
