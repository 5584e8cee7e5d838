"""What one can ask the record for: a frozen description, without SQL."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legation.records import Kind, Modality, parse_day


class Order(StrEnum):
    """The order of claims: by day, the first or the latest day first, or as they were recorded.

    The day is the first possible day of the act; an undated claim stands at the day its report was published.
    """

    DATE = "date"
    LATEST = "latest"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQuery:
    """Which current claims to return; a field left empty does not filter.

    Codes are countries (ISO 3166-1 alpha-3) or entities.  ``parties``: every one must be among the actors
    and recipients; ``any_party``: at least one; ``actors`` and ``recipients``: at least one in that role.
    ``date_from``/``date_to`` are days (YYYY-MM-DD, both included) that the claim's ``when`` must overlap.
    ``as_of`` keeps claims of reports published on or before that day; a report without a date counts as
    published on the day it was recorded.  ``recorded_by`` is a moment (ISO 8601, UTC, microseconds): the
    claims that the record held then; None is now.  ``statuses`` are those of ``object.status``; ``text`` is searched
    in passages and titles; ``report`` is a full report id, ``reports`` several of which
    a claim must be; ``about``: codes of which one must be a
    party, a source, the place or the organisation in question; ``limit`` None means all.

    Raises DateError for a day that is none.
    """

    kinds: tuple[Kind, ...] = ()
    event_types: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    any_party: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    modalities: tuple[Modality, ...] = ()
    statuses: tuple[str, ...] = ()
    date_from: str | None = None
    date_to: str | None = None
    as_of: str | None = None
    recorded_by: str | None = None
    text: str | None = None
    report: str | None = None
    reports: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    recorded_since: str | None = None
    limit: int | None = None
    offset: int = 0
    order: Order = Order.DATE

    def __post_init__(self) -> None:
        """Refuse days that are none."""
        for day in (self.date_from, self.date_to, self.as_of):
            if day is not None:
                parse_day(day)
