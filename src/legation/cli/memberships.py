"""``legation memberships``: who stands where in an organisation, coalition or alliance."""

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
    "legation memberships ARM CSTO",
    "legation memberships EU --status candidate --status applicant",
)


def command(
    actors: ActorsArgument = None,
    status: StatusOption = None,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    format_: FormatOption = None,
    record: RecordOption = None,
) -> int:
    """List what reports say of memberships: member, applicant, candidate, observer, suspended, former.

    Name a member, an organisation, or both.
    """
    return list_kind(
        _listing(), actors=actors, statuses=status, as_of=as_of, recorded_by=recorded_by, format_=format_, record=record
    )


def _listing() -> Listing:
    organisation = object_column("organisation", "organisation", 14, share=3)
    standing = object_column("status", "status", 16, share=1)
    columns = (ID, WHEN, MEMBERS, organisation, standing, MODALITY, WORD)
    return Listing(
        kind=Kind.MEMBERSHIP,
        columns=columns,
        status=lambda claim: field(claim, "status"),
        noun="memberships",
    )
