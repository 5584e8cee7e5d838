"""Where the record is, and opening it; finding in it what an id means."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextvars import ContextVar
from typing import TYPE_CHECKING

from legation.errors import DateError, NotFoundError, RecordError

if TYPE_CHECKING:
    from legation.records import Claim, Report
    from legation.store import Record


_before: ContextVar[Mapping[str, str | None]] = ContextVar("_before")
_VARIABLES = {"by": "LEGATION_REVIEWER", "record": "LEGATION_RECORD"}


def stand_before(**given: str | None) -> None:
    """Remember options that stand before a subcommand: "review --by anna accept"."""
    _before.set(given)


def inherited(name: str, given: str | None) -> str | None:
    """Return what an option was given behind its subcommand, else before it, else in the environment."""
    if given is None or given == os.environ.get(_VARIABLES[name]):
        return _before.get({}).get(name) or given
    return given


def record_place(given: str | None) -> str:
    """Return the path or URL of the record: what was given, or a file in the user's data directory."""
    if place := inherited("record", given):
        return place
    from platformdirs import user_data_path

    return str(user_data_path("legation", appauthor=False) / "record.db")


def new_record(given: str | None) -> Record:
    """Open the record, made if there is none; raises RecordError where that is impossible."""
    from legation.store import open_record

    return open_record(record_place(given))


def existing_record(given: str | None) -> Record:
    """Open the record that is there; raises RecordError where there is none."""
    from legation.store import open_record

    try:
        return open_record(record_place(given), create=False)
    except RecordError as error:
        if "no record here yet" in str(error):
            raise RecordError(f"{error}: 'legation read FILE' makes one") from error
        raise


def claim_or_report(record: Record, id_: str) -> Claim | Report:
    """Return what an id, or enough of its beginning, means; raises NotFoundError where none or several have it."""
    for find in (record.claim, record.report):
        try:
            return find(id_)
        except NotFoundError as error:
            if "more than one" in str(error):
                raise
    raise NotFoundError(f"no claim or report has an id that begins with {id_!r}")


def moment_given(record: Record, given: str | None) -> str | None:
    """Return the moment that --recorded-by names, if it was given; raises DateError or NotFoundError, which name it."""
    if given is None:
        return None
    try:
        return record.desk.moment(given)
    except DateError as error:
        raise DateError(f"--recorded-by: {error}") from error
    except NotFoundError as error:
        raise NotFoundError(f"--recorded-by: {error} (a day, a time or a snapshot)") from error
