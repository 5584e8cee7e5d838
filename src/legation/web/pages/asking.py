"""What pages need of a request: the record, its views, the day asked for."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Path, Query, Request

from legation.errors import DateError
from legation.pipeline.views import Views
from legation.records import parse_day
from legation.store import Record


def _record(request: Request) -> Record:
    found: Record = request.app.state.record
    return found


def _views(request: Request) -> Views:
    found: Views = request.app.state.views
    return found


def _day(as_of: Annotated[str, Query(description="The day as of which to tell (YYYY-MM-DD).")] = "") -> str | None:
    if not as_of:
        return None
    try:
        parse_day(as_of)
    except DateError as error:
        raise DateError(f"as_of: {error}") from error
    return as_of


TheRecord = Annotated[Record, Depends(_record)]
TheViews = Annotated[Views, Depends(_views)]
AsOf = Annotated[str | None, Depends(_day)]


PageNumber = Annotated[int, Query(alias="page_", ge=1, le=1_000_000)]
Place = Annotated[int, Query(ge=0, le=10_000_000)]
Number = Annotated[int, Path(ge=0, le=2**63 - 1)]


def today() -> str:
    """Return the user's own day."""
    return Views.today()


def moment(record: Record, given: str) -> str | None:
    """Return the moment that a day, a time or a snapshot's name means, None for nothing."""
    return record.desk.moment(given) if given else None
