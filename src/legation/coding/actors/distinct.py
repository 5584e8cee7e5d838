"""Each actor once."""

from __future__ import annotations

from collections.abc import Sequence

from legation.records import Actor


def distinct(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return each actor once: by code and entity where linked, else by name."""
    seen: dict[tuple[str | None, str | None, str], Actor] = {}
    for actor in actors:
        key = (actor.country, actor.entity, "" if actor.entity else actor.name)
        seen.setdefault(key, actor)
    return tuple(seen.values())
