"""From an id of the reference tables to an actor."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from legation.records import Actor
from legation.reference import (
    OfficeHolder,
    armed_groups,
    holders_by_name,
    holders_by_surname,
    news_agencies,
    organisations,
    person_id,
    states,
)

_SEATS_SECTOR = {"institution": "GOV", "capital": "GOV", "people": "CVL"}
_PRINCIPAL = (
    "head of state",
    "head of government",
    "foreign minister",
    "defence minister",
    "head of organisation",
)

_ANY_OFFICE = frozenset({"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms."})


class Office(NamedTuple):
    """What the tables know of a person on a day; all None where nobody or more than one fits."""

    name: str | None = None
    country: str | None = None
    sector: str | None = None
    role: str | None = None


class NameTables:
    """The reference tables behind linking."""

    def __init__(self) -> None:
        self.states = states()
        self.organisations = organisations()
        self.groups = armed_groups()
        self.agencies = news_agencies()

    def actor(self, entity: str, kind: str, text: str, start: int, end: int) -> Actor:
        """Return the actor that a mention of a table's name means."""
        name, country, sector = self._meant(entity, kind, text)
        return Actor(text=text, start=start, end=end, name=name, entity=entity, country=country, sector=sector)

    def _meant(self, entity: str, kind: str, text: str) -> tuple[str, str | None, str | None]:
        """The canonical name, country and sector behind an id."""
        if kind == "organisation" and entity in self.organisations:
            organisation = self.organisations[entity]
            return organisation.name, "IGO" if organisation.sector == "IGO" else None, organisation.sector
        if kind == "group":
            group = self.groups[entity]
            return group.name, None if group.code == "IMG" else group.code, "REB"
        if kind == "person":
            office = self.office(text, None, None)
            return office.name or text, office.country, office.sector
        if kind == "agency":
            return self.agencies[entity].name, self.agencies[entity].country, "MED"
        state = self.states.get(entity)
        name = text if kind == "institution" or state is None else state.name
        return name, entity, _SEATS_SECTOR.get(kind)

    def person(self, name: str) -> str:
        """Return the stable id of a person of that name."""
        return person_id(name)

    def office(self, name: str, day: str | None, country: str | None) -> Office:
        """Return what the tables know of a full name, on a day where one is known."""
        return _one(holders_by_name().get(name, ()), day, country)

    def surname(
        self,
        name: str,
        day: str | None,
        country: str | None,
        sentence_has: Collection[str],
        title: str = "",
    ) -> Office:
        """Return the only principal office holder of a surname who fits day and country.

        Without a country of its own the surname must belong to a state that the report has named, or be the only one
        on that day whose office has the ``title`` ("President Reagan"; "Mr" and "Mrs" fit any office).
        """
        found = self._of_named_states(name, day, country, sentence_has)
        if found.name is not None or country or not title:
            return found
        wanted = "" if title in _ANY_OFFICE else title.lower()
        titled = [h for h in holders_by_surname().get(name, ()) if wanted in h.title.lower()]
        titled = [h for h in titled if h.office in _PRINCIPAL] or ([] if not wanted else titled)
        return _one([h for h in titled if day is None or h.may_hold(day)], day, None)

    def _of_named_states(
        self, name: str, day: str | None, country: str | None, sentence_has: Collection[str]
    ) -> Office:
        fitting = [h for h in holders_by_surname().get(name, ()) if h.office in _PRINCIPAL]
        if day is None:
            fitting = [h for h in fitting if not h.valid_to] if len(fitting) > 1 else fitting
        wanted = {country} if country else set(sentence_has)
        fitting = [h for h in fitting if h.entity in wanted]
        return _one(fitting, day, country)


def _one(holders: Collection[OfficeHolder], day: str | None, country: str | None) -> Office:
    fitting = [h for h in holders if (not country or h.entity == country) and (day is None or h.may_hold(day))]
    people = {h.name for h in fitting}
    nations = {h.entity for h in fitting}
    if len(people) == 1 and len(nations) == 1:
        best = min(fitting, key=lambda h: _PRINCIPAL.index(h.office) if h.office in _PRINCIPAL else 9)
        code = "IGO" if best.sector == "IGO" else best.entity
        return Office(best.name, code, best.sector, best.title if day else None)
    if len(nations) == 1:  # two spellings, or two persons of one state: which is open, the state is not
        return Office(None, "IGO" if all(h.sector == "IGO" for h in fitting) else next(iter(nations)), None, None)
    if not fitting and holders and not country:  # out of office on that day: who, but no office
        nations = {h.entity for h in holders}
        people = {h.name for h in holders}
        if len(nations) == 1 and len(people) == 1:
            holder = next(iter(holders))
            return Office(holder.name, "IGO" if holder.sector == "IGO" else holder.entity, "ELI", None)
    return Office()
