"""Meetings on a day: held and planned, postponed and cancelled, last and next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from legation.consolidation.acts_wording import text_of
from legation.consolidation.days import day_of
from legation.consolidation.known import NOTHING, Known
from legation.consolidation.tellings import Telling, tellings
from legation.records import Claim, Kind, Modality

_NOT_DONE = frozenset({Modality.FUTURE, Modality.HYPOTHETICAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingStanding:
    """A meeting; ``status`` is held, not held, planned, postponed, cancelled, or "no news".

    "no news" is a plan whose stated day has passed without a word of it.
    """

    telling: Telling
    status: str

    @property
    def day(self) -> str:
        """The day it is sorted by."""
        return self.telling.day


def meetings(claims: Iterable[Claim], as_of: str, known: Known = NOTHING) -> list[MeetingStanding]:
    """Return the meetings that claims tell of, by day; a plan never becomes "held" by the passing of time."""
    told = tellings((c for c in claims if c.kind == Kind.MEETING or _is_contact(c)), known)
    return [MeetingStanding(telling=t, status=_status(t.lead, as_of)) for t in told]


def _is_contact(claim: Claim) -> bool:
    return claim.kind == Kind.EVENT and claim.event is not None and claim.event.type == "CONSULT"


def _status(claim: Claim, as_of: str) -> str:
    stated = text_of(claim, "status") or "held"
    if claim.modality == Modality.NEGATED:
        return "not held"
    if stated == "planned" or claim.modality in _NOT_DONE:
        explicit = claim.when.basis == "explicit" and bool(claim.when.end)
        return (
            "no news"
            if explicit and (claim.when.end or "") < as_of and day_of(claim) > (claim.report.published_on or "")
            else "planned"
        )
    return stated
