"""How alike two texts are: shared words, the names of the parties and little words left aside."""

from __future__ import annotations

import re
from functools import cache

from legation.ontology.loading import spaced

_WORD = re.compile(r"[^\W\d_]{3,}")
_LITTLE = frozenset(
    spaced(
        "the and for with that this from their its his her has have had was were are will would been said "
        "says told into over between both two about after before which who whom when while also not but "
        "they them according reported reports on of monday tuesday wednesday thursday friday saturday "
        "sunday"
    )
)
_GENERIC = frozenset(
    spaced("agreement deal accord pact treaty document text new bilateral joint commission committee dialogue")
)

_GENERIC_WORDS = frozenset(word[:6] for word in _GENERIC)


@cache
def words_of(text: str) -> frozenset[str]:
    """Return the content words of a text, cut to six letters so that "suspend" meets "suspension"."""
    return frozenset(word[:6] for word in _WORD.findall(text.lower()) if word not in _LITTLE)


def overlap(one: str, other: str) -> float:
    """Return the shared part of two texts' words (0..1), measured on the shorter text."""
    left, right = words_of(one), words_of(other)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def likeness(one: str, other: str) -> float:
    """Return the shared part of all words of two texts (Jaccard, 0..1)."""
    left, right = words_of(one), words_of(other)
    return len(left & right) / len(left | right) if left and right else 0.0


def is_generic(name: str) -> bool:
    """Tell whether a name says no more than what sort of thing it is: "the agreement", "a commission"."""
    return not words_of(name) - _GENERIC_WORDS


def same_name(one: str, other: str) -> bool:
    """Tell whether two names can mean one thing: "the Charter", "Charter on Strategic Partnership"."""
    left, right = words_of(one), words_of(other)
    if not left or not right:
        return True
    if left == right:
        return True
    own = (left | right) - _GENERIC_WORDS
    shared = left & right - _GENERIC_WORDS
    return bool(shared) and len(shared) * 2 >= min(len(left & own), len(right & own))
