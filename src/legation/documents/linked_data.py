"""The article that a page describes in JSON-LD (schema.org), read into a type at the door."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_ARTICLES = ("Article", "Posting", "Report", "PressRelease")
_DEEPEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Headline, publisher and time of publication as stated; None where unstated."""

    headline: str | None = None
    publisher: str | None = None
    published: str | None = None


def linked_article(scripts: Iterable[str]) -> Article:
    """Return the first article that JSON-LD scripts describe; an empty one where there is none.

    Scripts that are no JSON are passed over.
    """
    for script in scripts:
        for node in _nodes(_loaded(script), 0):
            if _is_article(node):
                return Article(
                    headline=_string(node.get("headline")),
                    publisher=_name(node.get("publisher")),
                    published=_string(node.get("datePublished")),
                )
    return Article()


def _loaded(script: str) -> Any:
    try:
        return json.loads(script)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for child in (value.get("@graph"), value.get("mainEntity"), value.get("mainEntityOfPage")):
            yield from _nodes(child, depth + 1)
    elif isinstance(value, list):
        for child in value:
            yield from _nodes(child, depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(_ARTICLES) for kind in named)


def _string(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    first = value[0] if isinstance(value, list) and value else value
    return _string(first.get("name")) if isinstance(first, dict) else _string(first)
