"""Reading the YAML files of this room; every error names the file and the value."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from legation.errors import OntologyError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def folder(name: str) -> dict[str, dict[str, Any]]:
    """Return file stem -> content of every ``.yml`` file in a folder of this room, sorted by name.

    Raises OntologyError where a file is no mapping.
    """
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((files("legation.ontology") / name).iterdir(), key=lambda p: p.name):
        if path.name.endswith(".yml"):
            content = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
            if not isinstance(content, dict):
                raise OntologyError(f"{name}/{path.name}: a concept is a mapping (got {type(content).__name__})")
            found[path.name.removesuffix(".yml")] = content
    return found


def spaced(words: str) -> tuple[str, ...]:
    """Return the words of a list; a hyphen within a word may stand for a space in the text."""
    return tuple(words.split())


@cache
def word_class(name: str) -> frozenset[str]:
    """Return a class of nouns from ``words/``, or of one word where no class has that name."""
    found = folder("words").get(name)
    return frozenset(spaced(found["words"])) if found else frozenset({name})


def expand(words: str) -> frozenset[str]:
    """Return the union of the word classes and words that a frame names."""
    out: set[str] = set()
    for word in words.split():
        out |= word_class(word)
    return frozenset(out)
