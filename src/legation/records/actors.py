"""Actors: who acts or is acted upon, as a mention and as whom it was linked to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A mention of an actor or recipient and its linking.

    ``start``/``end`` are character offsets of ``text`` in the report; ``name`` is the canonical name;
    ``entity`` a stable id (ISO 3166-1 alpha-3 for states, the short id of an organisation,
    ``person:…``, ``group:…``, ``agency:…``) or None; ``country`` an ISO 3166-1 alpha-3 code, IGO for
    organisations, XKX Kosovo, PSE Palestine; ``sector`` a PLOVER sector code; ``role`` the office
    that the text names.
    """

    text: str
    start: int
    end: int
    name: str
    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    role: str | None = None

    @property
    def code(self) -> str | None:
        """The country, or else the entity: what two actors are compared by."""
        return self.country if self.country and self.country != "IGO" else self.entity or self.country
