"""States and territories and the names that reports give them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from legation.reference.tables import rows


class State(NamedTuple):
    """A state or territory; ``entity`` is ISO 3166-1 alpha-3 (XKX Kosovo)."""

    entity: str
    name: str
    official_name: str
    kind: str
    capital: str
    source: str


class StateName(NamedTuple):
    """A name by which reports mean a state, and what kind of name it is."""

    alias: str
    entity: str
    kind: str
    valid_to: str
    source: str


@cache
def states() -> dict[str, State]:
    """Return entity -> state."""
    return {
        row["entity"]: State(
            row["entity"], row["name"], row["official_name"], row["kind"], row["capital"], row["source"]
        )
        for row in rows("states")
    }


@cache
def state_names() -> tuple[StateName, ...]:
    """Return all names of states, capitals, seats, cities and demonyms."""
    return tuple(
        StateName(row["alias"], row["entity"], row["kind"], row["valid_to"], row["source"])
        for row in rows("state_names")
    )


@cache
def demonyms() -> dict[str, str]:
    """Return entity -> the adjective that reports use ("ARM" -> "Armenian")."""
    found: dict[str, str] = {}
    for name in state_names():
        if name.kind == "demonym_adjective" and name.alias.isascii():
            kept = found.get(name.entity)
            if kept is None or len(name.alias) < len(kept):
                found[name.entity] = name.alias
    return found
