"""Memberships on a day: reference facts as the base, reports on top, the two never mixed.

Suspensions and notices of withdrawal stand beside the member row, which stays open while the membership
lasts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legation.consolidation.acts_wording import text_of
from legation.consolidation.days import day_of
from legation.consolidation.known import NOTHING, Known
from legation.consolidation.parties import codes
from legation.consolidation.tellings import Telling, tellings
from legation.records import Claim, Kind
from legation.reference import Membership, organisations

_SECURITY_KINDS = frozenset({"military alliance", "coalition", "security pact"})
_WEIGHTY = ("NATO", "CSTO", "EU", "EAEU", "SCO", "GCC", "AUKUS")
_STANDINGS = frozenset(
    {
        "member",
        "applicant",
        "candidate",
        "self-suspended",
        "suspended by the organisation",
        "withdrawal notified",
        "former",
    }
)
STATUSES = (
    "member", "applicant", "candidate", "observer", "associate", "signatory", "self-suspended",
    "suspended by the organisation", "withdrawal notified", "former",
)  # fmt: skip
"""How an actor may stand in an organisation (design, section 3)."""
_BESIDE = frozenset({"self-suspended", "suspended by the organisation", "withdrawal notified"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipStanding:
    """How one actor stands in one organisation on a day.

    ``status`` is that of the reference facts, a suspension or notice before plain membership, "" where
    the tables say nothing; ``facts`` are the rows valid on the day, ``reported`` what reports tell.
    """

    actor: str
    organisation: str
    name: str
    status: str
    facts: tuple[Membership, ...]
    reported: tuple[Telling, ...]

    @property
    def is_member(self) -> bool:
        """Tell whether the tables hold the actor a member, its participation suspended or not."""
        return any(fact.status == "member" or fact.status in _BESIDE for fact in self.facts)


def is_valid(fact: Membership, day: str) -> bool:
    """Tell whether a row holds on a day; years stand for their first and last days, "" for no bound."""
    begins = not fact.valid_from or fact.valid_from <= day
    return begins and (not fact.valid_to or day[: len(fact.valid_to)] <= fact.valid_to)


def membership_standings(
    actor: str, facts: Iterable[Membership], claims: Iterable[Claim], as_of: str, known: Known = NOTHING
) -> list[MembershipStanding]:
    """Return how an actor stands on a day in every organisation that facts or claims name, by its id."""
    rows: dict[str, list[Membership]] = {}
    for fact in facts:
        if fact.member == actor and is_valid(fact, as_of):
            rows.setdefault(fact.organisation, []).append(fact)
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        is_told = claim.kind == Kind.MEMBERSHIP and actor in codes(claim.actors) and day_of(claim) <= as_of
        if is_told and _organisation(claim):
            told.setdefault(_organisation(claim), []).append(claim)
    return [
        MembershipStanding(
            actor=actor,
            organisation=entity,
            name=_name(entity),
            status=_status(rows.get(entity, ())),
            facts=tuple(rows.get(entity, ())),
            reported=tuple(tellings(told.get(entity, ()), known)),
        )
        for entity in sorted(rows.keys() | told.keys())
    ]


def matters(standing: MembershipStanding, named: frozenset[str]) -> bool:
    """Tell whether a membership belongs in a brief: an alliance, coalition, the EU and its like, or named."""
    if standing.organisation in named or standing.reported:
        return True
    known = organisations().get(standing.organisation)
    weighty = standing.organisation in _WEIGHTY or (known is not None and known.kind in _SECURITY_KINDS)
    return weighty and standing.status in _STANDINGS


def weight(standing: MembershipStanding) -> tuple[bool, int, str]:
    """Return a sort key: suspended or left first, then the weighty, then by name."""
    place = _WEIGHTY.index(standing.organisation) if standing.organisation in _WEIGHTY else len(_WEIGHTY)
    return standing.status not in _BESIDE | {"former"}, place, standing.name


def _organisation(claim: Claim) -> str:
    return text_of(claim, "entity") or text_of(claim, "organisation")


def _name(entity: str) -> str:
    known = organisations().get(entity)
    return known.name if known else entity


def _status(facts: Sequence[Membership]) -> str:
    statuses = [fact.status for fact in facts]
    beside = next((status for status in statuses if status in _BESIDE), None)
    return beside or ("member" if "member" in statuses else statuses[0] if statuses else "")
