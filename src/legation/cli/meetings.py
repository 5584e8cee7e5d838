"""``legation meetings``: who met whom, where, at which level; planned and cancelled ones too."""

from __future__ import annotations

from legation.cli.columns import ID, MEMBERS, WHEN, WORD, Column, object_column
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
from legation.exports.plain import one_line
from legation.exports.wording import field
from legation.records import Claim, Kind

EXAMPLES = examples(
    "legation meetings ARM AZE",
    "legation meetings Armenia --status planned,postponed",
)


def command(
    actors: ActorsArgument = None,
    status: StatusOption = None,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    format_: FormatOption = None,
    record: RecordOption = None,
) -> int:
    """List meetings, visits and calls: held, planned, postponed, cancelled."""
    return list_kind(
        _listing(), actors=actors, statuses=status, as_of=as_of, recorded_by=recorded_by, format_=format_, record=record
    )


def _listing() -> Listing:
    columns = (
        ID,
        WHEN,
        MEMBERS,
        Column("meeting", _meeting, 18, share=3),
        object_column("level", "level", 10, yields=5),
        Column("where", _where, 12, share=1, yields=3),
        object_column("status", "status", 9),
        WORD,
    )
    return Listing(kind=Kind.MEETING, columns=columns, status=lambda claim: field(claim, "status"), noun="meetings")


def _meeting(claim: Claim) -> str:
    return field(claim, "name") or field(claim, "format")


def _where(claim: Claim) -> str:
    return one_line(claim.where.name or claim.where.text) if claim.where else ""
