"""Where the record is, and opening it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.errors import RecordError

if TYPE_CHECKING:
    from legation.store import Record


def record_place(given: str | None) -> str:
    """Return the path or URL of the record: what was given, or a file in the user's data directory."""
    if given:
        return given
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
