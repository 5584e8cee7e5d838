"""Who sits at the desk: the name under which reviews, judgements and snapshots are kept."""

from __future__ import annotations

import getpass
from typing import Annotated, TypeAlias

import typer

from legation.cli.records import inherited
from legation.records import LINKER

ByOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--by",
        envvar="LEGATION_REVIEWER",
        metavar="NAME",
        help="Who decides.",
        show_default="the name of the user",
    ),
]
ReasonOption: TypeAlias = Annotated[str, typer.Option("--reason", "-m", help="Why.", show_default=False)]


def name_of(given: str | None) -> str:
    """Return the name given, or the user's; raises BadParameter for a name that a program has."""
    name = (inherited("by", given) or _user()).strip()
    if not name or name.casefold().startswith(LINKER.strip()):
        raise typer.BadParameter(f"--by: {name!r} is no name of a reviewer")
    return name


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise typer.BadParameter("--by: nobody knows who you are; give a name") from error
