"""``legation commitments``: who promised what, and by when."""

from __future__ import annotations

from datetime import UTC, datetime

from legation.cli.columns import ID, WHEN, WHO, WORD, Column, object_column
from legation.cli.listing import Listing, list_kind
from legation.cli.options import (
    ActorsArgument,
    AsOfOption,
    FormatOption,
    RecordedByOption,
    RecordOption,
    StatusOption,
    day_given,
    examples,
)
from legation.exports.wording import field
from legation.records import Claim, Kind

EXAMPLES = examples(
    "legation commitments USA ARM",
    "legation commitments Armenia --status due --as-of 2025-06-30",
)


def command(
    actors: ActorsArgument = None,
    status: StatusOption = None,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    format_: FormatOption = None,
    record: RecordOption = None,
) -> int:
    """List the announced future acts, with their deadlines.

    --status asks for the deadline: "none stated", upcoming, due or overdue (by the calendar alone; what became of
    the promise is another question: see standing, assess).
    """
    day = day_given(as_of, "--as-of") or datetime.now(UTC).date().isoformat()
    return list_kind(
        _listing(day),
        actors=actors,
        statuses=status,
        as_of=as_of,
        recorded_by=recorded_by,
        format_=format_,
        record=record,
    )


def _listing(day: str) -> Listing:
    def deadline(claim: Claim) -> str:
        due = field(claim, "due")
        if not due:
            return "none stated"
        from legation.consolidation import deadline as stands

        return stands(due if due[:4].isdigit() else None, day)

    what = object_column("promised", "what", 24, share=5)
    areas = object_column("areas", "areas", 10, share=1, yields=5)
    due = object_column("by", "due", 10, yields=2)
    columns = (ID, WHEN, WHO, what, areas, due, Column("deadline", deadline, 11, yields=3), WORD)
    return Listing(kind=Kind.COMMITMENT, columns=columns, status=deadline, noun="commitments")
