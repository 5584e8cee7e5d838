"""Who works at the desk: accounts with roles, and what they keep for themselves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do: read; review and import too; manage accounts too."""

    READER = "reader"
    ANALYST = "analyst"
    ADMIN = "admin"

    def may(self, needed: Role) -> bool:
        """Tell whether this role may do what another one may."""
        order = tuple(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who may enter: a name, a role, and the hash of a password (argon2id)."""

    name: str
    role: Role
    password: str
    recorded_at: str = ""


class SavedKind(StrEnum):
    """What may be kept: a relation that is followed, a search."""

    RELATION = "relation"
    SEARCH = "search"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """Something that somebody keeps: the relation's codes ("ARM-USA") or the search's query string."""

    kind: SavedKind
    value: str
    title: str
