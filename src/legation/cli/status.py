"""``legation status``: what the record holds."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from legation.cli.failures import DONE
from legation.cli.options import Format, FormatOption, RecordOption, examples
from legation.cli.output import chosen, console, print_line
from legation.cli.records import existing_record
from legation.exports.plain import one_line

if TYPE_CHECKING:
    from legation.records import Report
    from legation.store import StoredRejection

EXAMPLES = examples("legation status", "legation status --format json | jq .counts.claims")

_LAST_REPORTS = 5
_LAST_REJECTIONS = 10


def command(format_: FormatOption = None, record: RecordOption = None) -> int:
    """Show where the record is, what it counts, what was read last and what could not be read."""
    from legation.records import report_to_dict

    with existing_record(record) as opened:
        place, counts = opened.place, opened.counts()
        reports = opened.reports(limit=_LAST_REPORTS)
        unread = [rejection for rejection in opened.rejections() if rejection.source is not None]
    how = chosen(format_)
    if how is Format.TABLE:
        _print(place, counts, reports, unread)
    else:
        answer: dict[str, Any] = {"record": place, "counts": counts}
        answer["last_reports"] = [report_to_dict(report) for report in reports]
        answer["unread"] = [asdict(rejection) for rejection in unread]
        print_line(json.dumps(answer, ensure_ascii=False, indent=2 if how is Format.JSON else None))
    return DONE


def _print(place: str, counts: dict[str, int], reports: list[Report], unread: list[StoredRejection]) -> None:
    from legation.cli.reports import heading

    out = console()
    out.print(one_line(place), style="bold")
    out.print(" · ".join(f"{name} {number:,}" for name, number in counts.items()))
    if reports:
        out.print("\nread last", style="dim")
    for report in reports:
        out.print(heading(report))
    if unread:
        out.print(f"\ncould not be read ({len(unread):,})", style="dim")
    for item in unread[-_LAST_REJECTIONS:]:
        out.print(one_line(f"{item.source}: {item.rejection.message} [{item.rejection.rule}]"))
