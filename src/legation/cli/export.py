"""``legation export``: the claims of the record in the formats of others."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from legation.cli.failures import DONE, complain
from legation.cli.listing import asked, find
from legation.cli.options import (
    ActorsArgument,
    AsOfOption,
    FromOption,
    RecordedByOption,
    RecordOption,
    ToOption,
    examples,
)
from legation.cli.progress import counted

EXAMPLES = examples(
    "legation export csv --out claims.csv",
    "legation export jsonl ARM USA --from 2024-01-01 > arm-usa.jsonl",
)


class ExportFormat(StrEnum):
    """The formats that claims can be exported to."""

    JSONL = "jsonl"
    CSV = "csv"


def command(
    format_: Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help="jsonl or csv.", show_default=False)],
    actors: ActorsArgument = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="PATH", help="The file to write.", show_default="standard output"),
    ] = None,
    from_: FromOption = None,
    to: ToOption = None,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    record: RecordOption = None,
) -> int:
    """Write the current claims, all or those that name all the actors, in the order of their days."""
    from legation.exports import claims_to_csv, claims_to_jsonl

    claims = find(asked(actors or (), from_, to, as_of), record, recorded_by)
    lines = claims_to_csv(claims) if format_ is ExportFormat.CSV else claims_to_jsonl(claims)
    if out is None or str(out) == "-":
        sys.stdout.writelines(lines)
    else:
        _write(out, lines)
        complain(f"{out}: {counted(len(claims), 'claim')} written")
    return DONE


def _write(path: Path, lines: Iterable[str]) -> None:
    """Write a file whole or not at all; a link stays a link, and a device or pipe is written into."""
    import os
    import tempfile

    from legation.errors import LegationError

    path = path.resolve() if path.is_symlink() else path
    try:
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="") as stream:
                stream.writelines(lines)
            return
        mode = path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask()
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, prefix=f".{path.name}.", encoding="utf-8", newline="", delete=False
        ) as file:
            try:
                file.writelines(lines)
                file.flush()
                os.fsync(file.fileno())
                Path(file.name).chmod(mode)
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise LegationError(f"{path}: cannot be written: {error.strerror}") from error


def _umask() -> int:
    import os

    mask = os.umask(0)
    os.umask(mask)
    return mask
