"""From trained weights to what is shipped: ONNX with int8 weights, labels, tokenizer, lock file."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.locking import lock as lock_files
from training.reader.labels import CHOICES, ROLES, SETS
from training.reader.network import Reader
from training.reader.samples import WINDOW, tokenizer

FILES = ("reader.json", "reader.onnx", "tokenizer.json")


def export(model: Reader, folder: Path, *, calibration: dict[str, Any], thresholds: dict[str, float]) -> None:
    """Write the files of a model into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        _to_onnx(model, plain)
        quantize_dynamic(plain, folder / "reader.onnx", weight_type=QuantType.QInt8, per_channel=True)
    meta = {
        "labels": {**CHOICES, **SETS, "roles": ROLES},
        "sets": sorted(SETS),
        "window": WINDOW,
        "calibration": calibration,
        "thresholds": thresholds,
    }
    (folder / "reader.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    tokenizer().save(str(folder / "tokenizer.json"))


def _to_onnx(model: Reader, path: Path) -> None:
    model = model.eval().to("cpu")
    ids = torch.ones((2, 16), dtype=torch.long)
    axes = {0: "batch", 1: "tokens"}
    torch.onnx.export(
        model,
        (ids, torch.ones_like(ids)),
        str(path),
        input_names=["ids", "mask"],
        output_names=["logits", "roles"],
        dynamic_axes={"ids": axes, "mask": axes, "logits": axes, "roles": {0: "batch", 2: "tokens", 3: "tokens"}},
        dynamo=False,
        opset_version=17,
    )


def lock(version: str) -> None:
    """Write the reader's part of ``models.lock`` for the weights that lie in the package."""
    lock_files("reader", version, FILES)
