"""Who a claim is about: codes of its actors and recipients, and how it lies to two sides."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from legation.records import Actor, Claim
from legation.reference import office_holders, organisations


def codes(actors: Iterable[Actor]) -> frozenset[str]:
    """Return the codes of actors: country, or else entity; of those who speak for an organisation, its own."""
    return frozenset(_served().get(actor.code, actor.code) for actor in actors if actor.code)


@cache
def _served() -> dict[str, str]:
    """Return person -> the organisation that this person held office in last."""
    return {holder.person: holder.entity for holder in office_holders() if holder.entity in organisations()}


def all_codes(claim: Claim) -> frozenset[str]:
    """Return the codes of all actors and recipients, and the organisation of a membership."""
    organisation = claim.object.get("entity")
    own = {organisation} if isinstance(organisation, str) else set()
    return codes(claim.actors) | codes(claim.recipients) | own


def is_between(claim: Claim, a: str, b: str) -> bool:
    """Tell whether both sides are among the parties of a claim."""
    return {a, b} <= all_codes(claim)


def speaker_codes(claim: Claim) -> frozenset[str]:
    """Return the codes of those on whose word a claim stands; news agencies only carry it."""
    sources = [link.source for link in claim.attribution if link.source is not None]
    return codes(source for source in sources if source.sector != "MED")
