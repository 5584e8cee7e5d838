"""Claims as tables that fit the width of the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from legation.cli.columns import Column, cell, fitted, main
from legation.exports.wording import INFERRED, day
from legation.records import Claim, Kind

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_TITLES = {
    Kind.AGREEMENT: "Agreements",
    Kind.BODY: "Bodies",
    Kind.COMMITMENT: "Commitments",
    Kind.MEMBERSHIP: "Memberships",
    Kind.MEETING: "Meetings",
    Kind.STATEMENT: "Statements",
    Kind.RELATION: "Relations",
    Kind.EVENT: "Events",
}


def print_claims(console: Console, claims: Sequence[Claim], columns: Sequence[Column]) -> None:
    """Print one table of claims."""
    console.print(_table(claims, columns, console.width, header=True))
    _print_footnote(console, claims)


def print_by_kind(console: Console, claims: Sequence[Claim], columns: Sequence[Column]) -> None:
    """Print the claims in a block a kind, their columns in line with one another."""
    from rich.text import Text

    for number, (kind, group) in enumerate(grouped(claims)):
        console.print(Text(f"\n{_TITLES[kind]} ({len(group)})", style="bold"))
        console.print(_table(group, columns, console.width, header=number == 0))
    _print_footnote(console, claims)


def grouped(claims: Sequence[Claim]) -> Iterator[tuple[Kind, list[Claim]]]:
    """Yield each kind that occurs with its claims."""
    for kind in _TITLES:
        if group := [claim for claim in claims if claim.kind is kind]:
            yield kind, group


def _print_footnote(console: Console, claims: Sequence[Claim]) -> None:
    if any(day(claim.when).startswith(INFERRED) for claim in claims):
        said = f"{INFERRED} the day is inferred from the day of publication or the text around the passage"
        console.print(said, style="dim")


def _table(claims: Sequence[Claim], columns: Sequence[Column], width: int, *, header: bool) -> Table:
    from rich.table import Table

    shown, folded = fitted(columns, width)
    widest = main(shown)
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=header, header_style="dim")
    for column in shown:
        table.add_column(column.title, width=column.width, overflow="fold", no_wrap=column.title == "id")
    for claim in claims:
        table.add_row(*(cell(column, claim, folded if column is widest else ()) for column in shown))
    return table
