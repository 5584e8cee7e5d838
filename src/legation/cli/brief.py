"""``legation brief``: where the relation between two parties stands, every sentence cited."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.failures import DONE
from legation.cli.options import AsOfOption, RecordedByOption, RecordOption, day_given, examples
from legation.cli.output import console
from legation.cli.records import existing_record, moment_given

if TYPE_CHECKING:
    from rich.console import Console

    from legation.records.briefs import Brief

EXAMPLES = examples(
    "legation brief ARM USA",
    "legation brief Japan 'South Korea' --as-of 2023-06-30 --long",
    "legation brief SAU IRN --format html > brief.html",
)
_STYLES = {
    "title": "bold",
    "heading": "bold cyan",
    "day": "cyan",
    "caution": "yellow italic",
    "id": "dim",
    "number": "dim",
    "quote": "italic",
    "dim": "dim",
}
_WIDEST = 100
_PIPED = 88
_LONG_PAGES = 5


class BriefFormat(StrEnum):
    """How to print a brief."""

    TEXT = "text"
    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


def command(
    a: Annotated[str, typer.Argument(metavar="ACTOR", help="A state or organisation.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="ACTOR", help="Another.", show_default=False)],
    as_of: AsOfOption = None,
    format_: Annotated[BriefFormat, typer.Option("--format", help="text, md, html or json.")] = BriefFormat.TEXT,
    long: Annotated[bool, typer.Option("--long", help="Five pages instead of one.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="All that is known.")] = False,
    passages: Annotated[
        bool, typer.Option("--passages/--no-passages", help="Print the passages below the text.")
    ] = True,
    recorded_by: RecordedByOption = None,
    record: RecordOption = None,
) -> int:
    """Say where two parties stand: agreements, promises, contacts, words, pressure, and on whose word.

    Every line is made of claims of the record and opens its passage; a line whose passage is not verbatim in
    its report is refused.
    """
    from legation.pipeline import actor_code, brief_of

    codes = actor_code(a), actor_code(b)
    if codes[0] == codes[1]:
        raise typer.BadParameter(f"{a!r} and {b!r} are one: a brief is on two")
    day = day_given(as_of, "--as-of") or _today()
    with existing_record(record) as opened:
        moment = moment_given(opened, recorded_by)
        made = brief_of(
            opened, codes, day, recorded_by=moment, pages=None if everything else _LONG_PAGES if long else 1
        )
    _print(made, format_, passages=passages)
    return DONE


def _today() -> str:
    from datetime import date

    return date.today().isoformat()  # noqa: DTZ011 - the user's own day


def _print(made: Brief, format_: BriefFormat, *, passages: bool) -> None:
    from legation.exports.brief_html import brief_to_html
    from legation.exports.brief_json import brief_to_json
    from legation.exports.brief_markdown import brief_to_markdown
    from legation.exports.brief_text import brief_to_text

    if format_ is BriefFormat.TEXT:
        out = console()
        if out.is_terminal:
            _print_styled(made, out, passages=passages)
            return
        text = brief_to_text(made, width=_PIPED, passages=passages)
    else:
        render = {
            BriefFormat.MARKDOWN: brief_to_markdown,
            BriefFormat.HTML: brief_to_html,
            BriefFormat.JSON: brief_to_json,
        }[format_]
        text = render(made)
    typer.echo(text, nl=False)


def _print_styled(made: Brief, out: Console, *, passages: bool) -> None:
    from rich.text import Text

    from legation.exports.brief_text import text_lines

    for line in text_lines(made, width=min(out.width, _WIDEST), passages=passages):
        shown = Text()
        for word in line:
            shown.append(word.text, _STYLES.get(word.part))
        out.print(shown, soft_wrap=True)
