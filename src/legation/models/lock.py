"""The lock file of learned weights: name, version, files with their SHA-256, licence."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from legation.errors import ModelError


@dataclass(frozen=True, slots=True)
class LockedModel:
    """One model of ``models.lock``; ``digests`` maps file names to SHA-256 in hexadecimal."""

    name: str
    version: str
    licence: str
    card: str
    digests: dict[str, str]

    @property
    def label(self) -> str:
        """What claims carry as ``coder.model``."""
        return f"{self.name}-{self.version}"


def room() -> Traversable:
    """Return the folder of the weights."""
    return files("legation.models")


def locked(name: str) -> LockedModel:
    """Return the lock of a model.

    Raises ModelError where the lock file does not know the name.
    """
    content = tomllib.loads((room() / "models.lock").read_text(encoding="utf-8"))
    entry = content.get("model", {}).get(name)
    if entry is None:
        raise ModelError(f"models.lock has no model “{name}” (it has {', '.join(content.get('model', {})) or 'none'})")
    return LockedModel(name, entry["version"], entry["licence"], entry["card"], dict(entry["files"]))


def checked(lock: LockedModel, file: str) -> bytes:
    """Return the bytes of a model's file.

    Raises ModelError where the file is missing or is not the one that was locked.
    """
    path = room() / "weights" / file
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{lock.label}: weights/{file} cannot be read: {error.strerror or error}") from error
    digest = hashlib.sha256(content).hexdigest()
    if digest != lock.digests.get(file):
        raise ModelError(
            f"{lock.label}: weights/{file} is not the locked file (SHA-256 {digest[:12]}…, not the lock's)"
        )
    return content
