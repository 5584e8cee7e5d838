"""Reading the YAML files of this room; every error names the file and the value."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from legation.errors import OntologyError

_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _WordLoader(_BASE):  # type: ignore[misc]  # the C loader has no stubs
    """YAML in which on, off, yes and no are words: these files are made of words."""


_WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in _BASE.yaml_implicit_resolvers.items()
}
_LOADER: Any = _WordLoader


@cache
def folder(name: str) -> dict[str, dict[str, Any]]:
    """Return file stem -> content of every ``.yml`` file in a folder of this room, sorted by name.

    Raises OntologyError where a file is no mapping.
    """
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((files("legation.ontology") / name).iterdir(), key=lambda p: p.name):
        if path.name.endswith(".yml"):
            content = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader, less the words that YAML 1.1 takes for booleans
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
