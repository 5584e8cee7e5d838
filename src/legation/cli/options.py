"""Options and arguments that several verbs share."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from legation.errors import DateError
from legation.records import parse_day

READING = "Reading"
DECIDING = "The desk"
RECORD = "The record"
SERVING = "In a browser"
MEASURING = "Measuring"


class Format(StrEnum):
    """How to print claims."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


FormatOption: TypeAlias = Annotated[
    Format | None,
    typer.Option("--format", help="table, json or jsonl.", show_default="table on a terminal, else jsonl"),
]
RecordOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--record",
        envvar="LEGATION_RECORD",
        metavar="PATH|URL",
        help="The record: a SQLite file or a postgresql:// URL.",
        show_default="in the user's data directory",
    ),
]
ActorsArgument: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ACTOR]...",
        help="States, organisations or persons that a claim must name: codes, names or demonyms.",
        show_default=False,
    ),
]
StatusOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--status", help="Only claims of this status (may be given again).", show_default=False),
]
AsOfOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="YYYY-MM-DD",
        help="Only what had been published by that day.",
        show_default=False,
    ),
]
RecordedByOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--recorded-by",
        metavar="MOMENT",
        help="The record as it stood then: a day, a time (UTC) or a snapshot.",
        show_default=False,
    ),
]
FromOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--from", metavar="YYYY-MM-DD", help="Only acts on or after that day.", show_default=False),
]
ToOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--to", metavar="YYYY-MM-DD", help="Only acts on or before that day.", show_default=False),
]
SourcesArgument: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH|URL|-...",
        help="Files, folders, globs, http(s) URLs, or - for text or JSON lines from standard input.",
        show_default=False,
    ),
]
DateOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="The day on which it was published.", show_default=False),
]
JobsOption: TypeAlias = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Read in N processes.")]
RulesOnlyOption: TypeAlias = Annotated[
    bool, typer.Option("--rules-only", help="Leave the learned reader out: faster, finds less.")
]


_FIRST_YEAR, _LAST_YEAR = 1600, 2200  # words of time reach back and forth from a day, and calendars end


def day_given(value: str | None, option: str) -> str | None:
    """Return the day that an option was given, if any; raises DateError, which names the option."""
    if value is None:
        return None
    try:
        day = parse_day(value)
    except DateError as error:
        raise DateError(f"{option}: {error}") from error
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise DateError(f"{option}: the year must lie between {_FIRST_YEAR} and {_LAST_YEAR} (got {value!r})")
    return day.isoformat()


def group(help_: str, epilog: str) -> typer.Typer:
    """Return a verb that has subcommands; it may be called without one."""
    return typer.Typer(
        help=help_,
        epilog=epilog,
        rich_markup_mode="rich",
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def examples(*lines: str) -> str:
    """Return an epilogue with one example a line."""
    shown = "\n".join(f"  [cyan]{line.replace('[', chr(92) + '[')}[/cyan]" for line in lines)
    return f"[bold]Examples[/bold]\n{shown}"


def help_of(command: Callable[..., int]) -> str:
    """Return the docstring of a command with each paragraph as one line, so that it fills any width."""
    paragraphs = inspect.cleandoc(command.__doc__ or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
