"""``legation bodies``: commissions, dialogues, councils, working groups."""

from __future__ import annotations

from legation.cli.columns import ID, MEMBERS, MODALITY, WHEN, WORD, object_column
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
    "legation bodies ARM USA",
    "legation bodies --status established --status met",
)


def command(
    actors: ActorsArgument = None,
    status: StatusOption = None,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    format_: FormatOption = None,
    record: RecordOption = None,
) -> int:
    """List what became of standing bodies: established, met, suspended, dissolved.

    --status asks for the act.
    """
    return list_kind(
        _listing(), actors=actors, statuses=status, as_of=as_of, recorded_by=recorded_by, format_=format_, record=record
    )


def _listing() -> Listing:
    name = object_column("body", "name", 22, share=4)
    areas = object_column("areas", "areas", 10, share=1, yields=5)
    act = object_column("act", "act", 11)
    columns = (ID, WHEN, MEMBERS, act, name, areas, MODALITY, WORD)
    return Listing(kind=Kind.BODY, columns=columns, status=lambda claim: field(claim, "act"), noun="bodies")
