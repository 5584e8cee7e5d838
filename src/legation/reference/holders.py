"""Who held which office when."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

from legation.reference.tables import rows


class OfficeHolder(NamedTuple):
    """A person in an office; dates are ISO 8601 days or years, "" where unknown."""

    entity: str
    office: str
    title: str
    name: str
    surname: str
    sector: str
    valid_from: str
    valid_to: str
    first_seen: str
    last_seen: str
    source: str

    @property
    def person(self) -> str:
        """The stable id of the person."""
        return person_id(self.name)

    def may_hold(self, day: str) -> bool:
        """Tell whether the person may have held the office on an ISO 8601 day (or its prefix)."""
        start = self.valid_from or self.first_seen
        if start and day[: len(start)] < start[: len(day)]:
            return False
        if self.valid_to:
            return day[: len(self.valid_to)] <= self.valid_to[: len(day)]
        return not self.last_seen or int(day[:4]) <= int(self.last_seen[:4]) + _LONGEST_SILENCE


_LONGEST_SILENCE = 5  # years: whoever the sources last saw in office so long ago is not taken to hold it still


def person_id(name: str) -> str:
    """Return ``person:`` and the name in lower-case ASCII, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "person:" + "-".join("".join(c if c.isalnum() else " " for c in plain.lower()).split())


@cache
def office_holders() -> tuple[OfficeHolder, ...]:
    """Return all office holders known."""
    return tuple(OfficeHolder(*(row[column] for column in OfficeHolder._fields)) for row in rows("office_holders"))


@cache
def holders_by_name() -> dict[str, tuple[OfficeHolder, ...]]:
    """Return full name -> that person's offices."""
    table: dict[str, list[OfficeHolder]] = {}
    for holder in office_holders():
        table.setdefault(holder.name, []).append(holder)
    return {name: tuple(held) for name, held in table.items()}


@cache
def holders_by_surname() -> dict[str, tuple[OfficeHolder, ...]]:
    """Return surname -> all office holders of that surname."""
    table: dict[str, list[OfficeHolder]] = {}
    for holder in office_holders():
        if holder.surname:
            table.setdefault(holder.surname, []).append(holder)
    return {name: tuple(held) for name, held in table.items()}


@cache
def holders_of() -> dict[tuple[str, str], tuple[OfficeHolder, ...]]:
    """Return (entity, office) -> holders."""
    table: dict[tuple[str, str], list[OfficeHolder]] = {}
    for holder in office_holders():
        table.setdefault((holder.entity, holder.office), []).append(holder)
    return {key: tuple(held) for key, held in table.items()}
