"""A state or organisation: whom it stands beside, what it belongs to over time, how it leans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legation.analysis import alignment
from legation.pipeline.actors import actor_name
from legation.records import Claim
from legation.records.points import Partner
from legation.reference import Membership, memberships, organisations, states
from legation.store import ClaimQuery, Order, Record

_LATEST = 25
POLES = ("USA", "RUS", "CHN", "EU")


@dataclass(frozen=True, slots=True, kw_only=True)
class StateView:
    """All that the page of an actor shows.

    Partners, memberships (reference facts), alignment by pole and year, the latest claims.
    """

    code: str
    name: str
    is_state: bool
    partners: tuple[Partner, ...]
    memberships: tuple[Membership, ...]
    alignment: Mapping[str, Mapping[str, float]]
    latest: tuple[Claim, ...]

    @property
    def states(self) -> list[Partner]:
        """The partners that are states."""
        return [each for each in self.partners if each.code in states()]

    @property
    def others(self) -> list[Partner]:
        """The partners that are organisations, persons, groups."""
        return [each for each in self.partners if each.code not in states()]


def state_view(record: Record, code: str, *, poles: Sequence[str] = POLES, as_of: str | None = None) -> StateView:
    """Return what is known of an actor (code)."""
    leaning = {
        pole: alignment(record.points(ClaimQuery(parties=(code, pole), as_of=as_of))) for pole in poles if pole != code
    }
    return StateView(
        code=code,
        name=actor_name(code),
        is_state=code in states(),
        partners=tuple(record.partners(code, as_of=as_of)),
        memberships=tuple(_memberships(code, as_of)),
        latest=tuple(record.claims(ClaimQuery(about=(code,), as_of=as_of, order=Order.LATEST, limit=_LATEST))),
        alignment={pole: years for pole, years in leaning.items() if years},
    )


def _memberships(code: str, as_of: str | None) -> list[Membership]:
    mine = [m for m in memberships() if code in {m.member, m.organisation}]
    begun = [m for m in mine if as_of is None or not m.valid_from or m.valid_from <= as_of]
    named = organisations()

    def order(membership: Membership) -> tuple[str, str]:
        of = membership.organisation
        return membership.valid_from or "", named[of].name if of in named else of

    return sorted(begun, key=order)
