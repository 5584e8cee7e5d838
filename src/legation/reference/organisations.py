"""Organisations, alliances and coalitions, armed groups, news agencies; who belongs to what since when."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from legation.reference.tables import rows


class Organisation(NamedTuple):
    """An organisation, alliance, coalition or treaty regime; ``sector`` is IGO or NGO."""

    entity: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    acronym: str
    sector: str
    source: str


class Membership(NamedTuple):
    """The standing of a member in an organisation over a time; dates are ISO 8601 days, "" unknown."""

    organisation: str
    member: str
    status: str
    valid_from: str
    valid_to: str
    precision: str
    note: str
    source: str


class ArmedGroup(NamedTuple):
    """An armed group; ``code`` is the state that it acts in, or IMG where in several."""

    entity: str
    name: str
    aliases: tuple[str, ...]
    countries: tuple[str, ...]
    code: str


class NewsAgency(NamedTuple):
    """A news agency, newspaper or broadcaster with its country."""

    entity: str
    name: str
    aliases: tuple[str, ...]
    weak_aliases: tuple[str, ...]
    country: str


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@cache
def organisations() -> dict[str, Organisation]:
    """Return entity -> organisation."""
    return {
        r["entity"]: Organisation(
            r["entity"], r["name"], _split(r["aliases"]), r["kind"], r["acronym"], r["sector"], r["source"]
        )
        for r in rows("organisations")
    }


@cache
def memberships() -> tuple[Membership, ...]:
    """Return every dated standing of a member in an organisation."""
    return tuple(
        Membership(
            r["organisation"],
            r["member"],
            r["status"],
            r["valid_from"],
            r["valid_to"],
            r["precision"],
            r["note"],
            r["source"],
        )
        for r in rows("memberships")
    )


@cache
def armed_groups() -> dict[str, ArmedGroup]:
    """Return entity -> armed group."""
    return {
        r["entity"]: ArmedGroup(r["entity"], r["name"], _split(r["aliases"]), _split(r["countries"]), r["code"])
        for r in rows("armed_groups")
    }


@cache
def news_agencies() -> dict[str, NewsAgency]:
    """Return entity -> news agency or newspaper."""
    return {
        r["entity"]: NewsAgency(r["entity"], r["name"], _split(r["aliases"]), _split(r["weak_aliases"]), r["country"])
        for r in rows("news_agencies")
    }
