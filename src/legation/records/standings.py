"""Where a thing stands on a day: one row for an agreement, body, membership, commitment or meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from legation.records.claims import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one thing stands.

    ``state`` is its state in a word or two, ``since`` the ISO 8601 day, month or year of what made it so,
    ``by_party`` code -> state where parties differ.  ``claims`` are the ids that it rests on, the one to quote
    first (none: reference facts only); ``reports`` and ``origins`` count what tells it; ``contested`` says in what
    reports contradict each other; ``grade`` is the Admiralty credibility of what made the state.
    """

    kind: Kind
    name: str
    parties: tuple[str, ...]
    state: str
    since: str | None = None
    by_party: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)
    claims: tuple[str, ...] = ()
    reports: int = 0
    origins: int = 0
    contested: tuple[str, ...] = ()
    grade: str = ""
    facts: tuple[str, ...] = ()
