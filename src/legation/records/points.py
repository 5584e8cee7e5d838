"""Light rows of claims: what charts and rankings need of many of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPoint:
    """A claim with an event reading on a chart: its id, ISO 8601 day, and what PLOVER says of it.

    ``quad_class`` 1-4, ``intensity`` -10..10 (as in ``EventReading``), ``report`` the number of its report.
    """

    claim: str
    day: str
    type: str
    mode: str | None
    quad_class: int
    intensity: float
    modality: str
    confidence: float
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Somebody who stands beside another in claims: the code, how many claims, how many of conflict, the last day."""

    code: str
    claims: int
    conflict: int
    last_day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherCount:
    """A publisher with the number of its reports and the day of the last."""

    name: str
    reports: int
    last_day: str | None
