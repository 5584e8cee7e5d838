"""``legation log``: the audit trail: what was done to a claim, a report or the record, when and by whom."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from legation.cli.failures import DONE
from legation.cli.options import Format, FormatOption, RecordOption, examples
from legation.cli.output import chosen, console, messages, print_json
from legation.cli.records import claim_or_report, existing_record
from legation.exports.plain import one_line

EXAMPLES = examples(
    "legation log                      runs, reviews, judgements, assessments, snapshots, the last first",
    "legation log 3f2a1b9c             the life of a claim",
    "legation log --format jsonl --limit 1000",
)


def command(
    id_: Annotated[
        str | None,
        typer.Argument(metavar="[CLAIM|REPORT]", help="An id, or enough of its beginning.", show_default=False),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many lines.")] = 40,
    format_: FormatOption = None,
    record: RecordOption = None,
) -> int:
    """Print what was done, when, by whom and why; nothing of it is ever deleted."""
    with existing_record(record) as opened:
        subject = claim_or_report(opened, id_).id if id_ is not None else None
        found = opened.desk.trail(subject, limit)
    if (how := chosen(format_)) is not Format.TABLE:
        print_json(map(asdict, found), how)
        return DONE
    for entry in found:
        told = (entry.at[:19].replace("T", " "), entry.by, entry.what, _short(entry.subject), entry.detail)
        console().print("  ".join(one_line(part) for part in told).rstrip(), soft_wrap=True)
    if not found:
        messages().print("nothing was done yet", style="dim")
    return DONE


def _short(subject: str) -> str:
    return " ".join(part[:8] if len(part) in {20, 64} else part for part in subject.split())
