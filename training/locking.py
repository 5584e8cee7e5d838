"""Writing ``models.lock``: the digests of the weights that lie in the package."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

MODELS = Path(__file__).resolve().parents[1] / "src" / "legation" / "models"
_HEAD = "# learned weights: each file with its SHA-256; written by training/locking.py\n"


def lock(name: str, version: str, files: tuple[str, ...]) -> None:
    """Lock a model's files as they are now; the other models' entries stay as they are."""
    path = MODELS / "models.lock"
    models = tomllib.loads(path.read_text(encoding="utf-8")).get("model", {}) if path.exists() else {}
    digests = {file: hashlib.sha256((MODELS / "weights" / file).read_bytes()).hexdigest() for file in files}
    models[name] = {"version": version, "licence": "Apache-2.0", "card": f"cards/{name}.md", "files": digests}
    lines = [_HEAD]
    for each, entry in sorted(models.items()):
        lines += [f"[model.{each}]", *(f'{key} = "{entry[key]}"' for key in ("version", "licence", "card")), ""]
        lines += [f"[model.{each}.files]", *(f'"{file}" = "{digest}"' for file, digest in entry["files"].items()), ""]
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
