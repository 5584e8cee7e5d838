"""Judgements: whether two things are one, by whom and why; they can be taken back and destroy nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Bond(StrEnum):
    """What a judgement is about.

    ``telling``: two claims tell one act.  ``subject``: two claims speak of one agreement, body or other standing thing.
    ``origin``: two reports go back to one origin.  ``evidence``: the right claim bears on the promise of
    the left.  ``identity``: two entities are one.
    """

    TELLING = "telling"
    SUBJECT = "subject"
    ORIGIN = "origin"
    EVIDENCE = "evidence"
    IDENTITY = "identity"


class Verdict(StrEnum):
    """Yes, no, or not certain enough for either (nomenklatura: positive, negative, unsure)."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


ORDERED = frozenset({Bond.EVIDENCE})
"""Bonds whose two sides differ; for all others the ids stand in alphabetical order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One judgement on two ids (claims, reports or entities).

    ``by`` is a person, or the linker with its version; ``score`` (0..1) and ``features`` say what a linker
    saw.  ``recorded_at`` is empty until the record holds it.
    """

    bond: Bond
    left: str
    right: str
    verdict: Verdict
    by: str
    reason: str
    score: float | None = None
    features: dict[str, float] = field(default_factory=dict)
    recorded_at: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids."""
        return self.left, self.right

    @property
    def is_by_hand(self) -> bool:
        """Tell whether a person judged."""
        return not self.by.startswith(LINKER)


LINKER = "linker "
"""How the name of a program that judges begins; no person may be called so."""


def ordered(bond: Bond, one: str, other: str) -> tuple[str, str]:
    """Return the two ids as a judgement of that bond holds them."""
    return (one, other) if bond in ORDERED or one <= other else (other, one)
