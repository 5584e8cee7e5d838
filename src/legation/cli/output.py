"""Standard output: a console for tables, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from legation.cli.options import Format

if TYPE_CHECKING:
    from rich.console import Console


def chosen(given: Format | None) -> Format:
    """Return the format that was asked for; else a table on a terminal and JSON lines in a pipe."""
    if given is not None:
        return given
    return Format.TABLE if sys.stdout.isatty() else Format.JSONL


def console() -> Console:
    """Return the console on standard output; it knows the width, and whether colours are wanted."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def messages() -> Console:
    """Return the console on standard error."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def print_line(text: str) -> None:
    """Print one line of data."""
    sys.stdout.write(f"{text}\n")


def print_json(objects: Iterable[Any], format_: Format) -> None:
    """Print objects as JSON lines as they come, or as one JSON array."""
    if format_ is Format.JSON:
        print_line(json.dumps(list(objects), ensure_ascii=False, indent=2))
        return
    for one in objects:
        print_line(json.dumps(one, ensure_ascii=False))


def print_document(answer: Any) -> None:
    """Print one object as indented JSON."""
    print_line(json.dumps(answer, ensure_ascii=False, indent=2))
