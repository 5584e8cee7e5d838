"""``legation agreements``: what was negotiated, signed, ratified, suspended, denounced."""

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
    "legation agreements ARM USA",
    "legation agreements Armenia --status signature --as-of 2025-01-31",
    "legation agreements --format jsonl | jq .object.name",
)


def command(
    actors: ActorsArgument = None,
    status: StatusOption = None,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    format_: FormatOption = None,
    record: RecordOption = None,
) -> int:
    """List the acts on agreements: negotiation, signature, ratification, entry into force, withdrawal.

    --status asks for the act.
    """
    return list_kind(
        _listing(), actors=actors, statuses=status, as_of=as_of, recorded_by=recorded_by, format_=format_, record=record
    )


def _listing() -> Listing:
    name = object_column("agreement", "name", 22, share=4)
    areas = object_column("areas", "areas", 10, share=1, yields=5)
    act = object_column("act", "act", 12)
    columns = (ID, WHEN, MEMBERS, act, name, areas, MODALITY, WORD)
    return Listing(kind=Kind.AGREEMENT, columns=columns, status=lambda claim: field(claim, "act"), noun="agreements")
