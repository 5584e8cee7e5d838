"""The command ``legation``: its verbs, and what becomes of errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from legation import __version__
from legation.cli import (
    account,
    agreements,
    annotate,
    assess,
    bodies,
    brief,
    commitments,
    evaluate,
    export,
    grade,
    link,
    log,
    meetings,
    memberships,
    read,
    review,
    search,
    serve,
    show,
    snapshot,
    standing,
    statements,
    status,
    timeline,
)
from legation.cli.failures import exit_status
from legation.cli.options import DECIDING, MEASURING, READING, RECORD, SERVING, help_of

app = typer.Typer(
    name="legation",
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_GROUPS = (review, snapshot, account)

for _panel, _verbs in {
    READING: (read, annotate),
    RECORD: (
        brief,
        standing,
        show,
        search,
        timeline,
        agreements,
        bodies,
        commitments,
        memberships,
        meetings,
        statements,
        export,
        status,
    ),
    DECIDING: (review, link, assess, grade, snapshot, log),
    SERVING: (serve, account),
    MEASURING: (evaluate,),
}.items():
    for _verb in _verbs:
        if _verb in _GROUPS:
            app.add_typer(_verb.app, name=_verb.__name__.rpartition(".")[2], rich_help_panel=_panel)
            continue
        _name = _verb.__name__.rpartition(".")[2]
        _help = help_of(_verb.command)
        app.command(_name, help=_help, rich_help_panel=_panel, epilog=_verb.EXAMPLES)(_verb.command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"legation {__version__}")
        raise typer.Exit


_HELP = (
    "Read reports on relations between states and keep the record: who did, said, agreed or promised what, "
    "to whom, when, and on whose word.\n\n"
    "Data goes to standard output, messages to standard error. Exit status: 0 done, 1 something could not be "
    "read, 2 usage."
)


@app.callback(help=_HELP)
def _legation(
    *,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Hold the options that stand before the verb."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 1 something could not be read, 2 usage."""
    given = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    return exit_status(lambda: app(given, prog_name="legation", standalone_mode=False))
