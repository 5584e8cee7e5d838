"""Where bodies stand on a day: set up, suspended or dissolved; their areas; sessions, last and next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from legation.consolidation.acts_wording import areas_of, text_of
from legation.consolidation.days import day_of
from legation.consolidation.known import NOTHING, Known, grouped
from legation.consolidation.parties import all_codes
from legation.consolidation.similarity import overlap, same_name
from legation.consolidation.tellings import Telling, tellings
from legation.records import Claim, Kind, Modality

_DONE = frozenset({Modality.ASSERTED, Modality.HISTORICAL, Modality.ONGOING})
_NAMED_IN_FULL = 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyStanding:
    """A body as the claims tell it up to a day.

    ``state`` is the last act other than a session ("established", "suspended", …) or "" where only
    sessions are told; ``last_session``/``next_session`` are None where none is told.
    """

    name: str
    parties: frozenset[str]
    areas: tuple[str, ...]
    state: str
    history: tuple[Telling, ...]
    last_session: Telling | None
    next_session: Telling | None


def bodies(claims: Iterable[Claim], as_of: str, known_of: Known = NOTHING) -> list[BodyStanding]:
    """Return the standing of every body that claims tell of up to a day (ISO 8601), by name."""
    known = list(claims)
    told = [c for c in known if c.kind == Kind.BODY and day_of(c) <= as_of]
    groups = grouped(sorted(told, key=lambda c: (-len(text_of(c, "name")), c.id)), same_body, known_of)
    meetings = [c for c in known if c.kind == Kind.MEETING and text_of(c, "name")]
    standings = (_standing(group, meetings, as_of, known_of) for group in groups)
    return sorted(standings, key=lambda s: (s.name, sorted(s.parties)))


def same_body(one: Claim, other: Claim) -> bool:
    """Tell whether two claims can speak of one body: parties that include each other, names that fit."""
    left, right = all_codes(one), all_codes(other)
    return (left <= right or right <= left) and same_name(text_of(one, "name"), text_of(other, "name"))


def _standing(group: list[Claim], meetings: list[Claim], as_of: str, known: Known) -> BodyStanding:
    name = text_of(group[0], "name")
    told = tellings(group, known)
    # Of acts of one day the one that names the most parties is told last: it is the one that is shown.
    told.sort(key=lambda t: (t.day, len(all_codes(t.lead)), t.lead.id))
    acts = [t for t in told if text_of(t.lead, "act") != "met" and _is_done(t, as_of)]
    met = [c for c in group if text_of(c, "act") == "met"]
    sessions = tellings(met + [c for c in meetings if _is_session(c, group[0])], known)
    held = [t for t in sessions if _is_done(t, as_of) and text_of(t.lead, "status") in {"", "held"}]
    ahead = [t for t in sessions if t not in held and text_of(t.lead, "status") not in {"cancelled", "postponed"}]
    return BodyStanding(
        name=name,
        parties=frozenset().union(*(all_codes(claim) for claim in group)),
        areas=tuple(dict.fromkeys(area for claim in group for area in areas_of(claim))),
        state=text_of(acts[-1].lead, "act") if acts else "",
        history=tuple(told),
        last_session=held[-1] if held else None,
        next_session=ahead[0] if ahead else None,
    )


def _is_done(telling: Telling, as_of: str) -> bool:
    return telling.lead.modality in _DONE and day_of(telling.lead) <= as_of


def _is_session(meeting: Claim, body: Claim) -> bool:
    """Tell whether a meeting of a body's parties holds all the words of the body's name in its own."""
    parties = all_codes(body) & all_codes(meeting)
    return len(parties) > 1 and overlap(text_of(body, "name"), text_of(meeting, "name")) >= _NAMED_IN_FULL
