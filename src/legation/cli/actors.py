"""From the names on a command line to the codes that claims are asked by."""

from __future__ import annotations

from collections.abc import Iterable

from legation.errors import UnknownActorError


def codes_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of actors, each once; raises UnknownActorError, which says ACTOR, for one unknown."""
    from legation.pipeline import actor_code

    try:
        return tuple(dict.fromkeys(actor_code(name) for name in names))
    except UnknownActorError as error:
        raise UnknownActorError(f"ACTOR: {error}") from error
