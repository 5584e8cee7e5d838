"""``legation search``: claims by the words of their passages and titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.columns import ID, KIND, WHEN
from legation.cli.failures import DONE
from legation.cli.options import (
    AsOfOption,
    Format,
    FormatOption,
    RecordedByOption,
    RecordOption,
    day_given,
    examples,
)
from legation.cli.output import chosen, console, messages, print_json
from legation.cli.records import existing_record, moment_given
from legation.exports.plain import one_line, plain

if TYPE_CHECKING:
    from rich.text import Text

    from legation.store import Hit

EXAMPLES = examples(
    "legation search 'strategic partnership'",
    "legation search 'border guard*' --limit 50 --format jsonl",
)


def command(
    text: Annotated[str, typer.Argument(help="Words that must all occur; a word may end in *.", show_default=False)],
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="The most claims to show.")] = 20,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    format_: FormatOption = None,
    record: RecordOption = None,
) -> int:
    """Find claims whose passage, or whose report's title, holds all the words."""
    from legation.records import claim_to_dict

    with existing_record(record) as opened:
        moment = moment_given(opened, recorded_by)
        hits = opened.search(text, limit, as_of=day_given(as_of, "--as-of"), recorded_by=moment)
    how = chosen(format_)
    if how is not Format.TABLE:
        print_json((claim_to_dict(hit.claim) | {"snippet": hit.snippet} for hit in hits), how)
    elif hits:
        _print(hits)
    else:
        messages().print("nothing found", style="dim")
    return DONE


def _print(hits: list[Hit]) -> None:
    from rich.table import Table
    from rich.text import Text

    out = console()
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for column in (ID, WHEN, KIND):
        table.add_column(column.title, width=column.width, overflow="fold")
    table.add_column("passage", overflow="fold", ratio=1)
    for hit in hits:
        cells = [Text(column.show(hit.claim), column.style(hit.claim)) for column in (ID, WHEN, KIND)]
        table.add_row(*cells, _passage(hit))
    out.print(table)


def _passage(hit: Hit) -> Text:
    from rich.text import Text

    text = Text(plain(hit.snippet).replace("\n", " "))
    for mark in hit.marks:
        text.stylize("bold underline", mark.start, mark.end)
    report = hit.claim.report
    facts = (report.title, report.publisher, report.published_on)
    text.append("\n" + " · ".join(one_line(fact) for fact in facts if fact), "dim")
    return text
