"""``legation statements``: who publicly said what."""

from __future__ import annotations

from legation.cli.columns import ID, TYPE, WHAT, WHEN, WHO, WORD
from legation.cli.listing import Listing, list_kind
from legation.cli.options import (
    ActorsArgument,
    AsOfOption,
    FormatOption,
    RecordedByOption,
    RecordOption,
    StatusOption,
    examples,
)
from legation.exports.wording import field
from legation.records import Kind

EXAMPLES = examples(
    "legation statements Mirzoyan",
    "legation statements RUS ARM --status direct --format json",
)


def command(
    actors: ActorsArgument = None,
    status: StatusOption = None,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    format_: FormatOption = None,
    record: RecordOption = None,
) -> int:
    """List what actors publicly said; the speaker stands first, and the word is that of who passes it on.

    --status asks for the way of quoting: direct, indirect or mixed.
    """
    return list_kind(
        _listing(), actors=actors, statuses=status, as_of=as_of, recorded_by=recorded_by, format_=format_, record=record
    )


def _listing() -> Listing:
    columns = (ID, WHEN, WHO, WHAT, TYPE, WORD)
    return Listing(kind=Kind.STATEMENT, columns=columns, status=lambda claim: field(claim, "quote"), noun="statements")
