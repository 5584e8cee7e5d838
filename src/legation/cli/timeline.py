"""``legation timeline``: what one state did, or two did with each other, day after day."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli.columns import ID, KIND, MODALITY, WHAT, WHEN, WHO, WORD
from legation.cli.listing import asked, find, print_found
from legation.cli.options import (
    AsOfOption,
    FormatOption,
    FromOption,
    RecordedByOption,
    RecordOption,
    ToOption,
    examples,
)

EXAMPLES = examples(
    "legation timeline ARM USA",
    "legation timeline Armenia --from 2024-01-01 --to 2024-12-31",
    "legation timeline ARM RUS --as-of 2024-06-30 --format json",
)


def command(
    a: Annotated[str, typer.Argument(metavar="ACTOR", help="A state, organisation or person.", show_default=False)],
    b: Annotated[
        str | None,
        typer.Argument(metavar="[ACTOR]", help="Another: only claims that name both.", show_default=False),
    ] = None,
    from_: FromOption = None,
    to: ToOption = None,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    format_: FormatOption = None,
    record: RecordOption = None,
) -> int:
    """Show the claims about one actor, or about two together, in the order of their days."""
    query = asked([a, b] if b else [a], from_, to, as_of)
    columns = (WHEN, ID, KIND, WHO, WHAT, MODALITY, WORD)
    return print_found(find(query, record, recorded_by), columns, format_, noun="such claims")
