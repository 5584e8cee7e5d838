"""``legation read``: reports into the record."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, nullcontext
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legation.cli.failures import DONE, INTERRUPTED, UNREAD, complain, silence
from legation.cli.options import (
    DateOption,
    Format,
    FormatOption,
    JobsOption,
    RecordOption,
    RulesOnlyOption,
    SourcesArgument,
    day_given,
    examples,
)
from legation.cli.output import chosen, console, messages, print_json
from legation.cli.progress import Progress, counted
from legation.cli.records import new_record

if TYPE_CHECKING:
    from legation.pipeline import Kept, Reading, Request, Tally

EXAMPLES = examples(
    "legation read report.txt --date 2025-01-14 --publisher Reuters",
    "legation read reports/ https://example.org/a-visit --jobs 4",
    "legation read 'archive/2024-*.jsonl' --record postgresql://desk@db/legation",
    "cat lines.jsonl | legation read - --dry-run --format jsonl > claims.jsonl",
)


def command(
    paths: SourcesArgument,
    date: DateOption = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="Who put it out.", show_default=False)] = None,
    format_: FormatOption = None,
    *,
    rules_only: RulesOnlyOption = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the claims and record nothing.")] = False,
    jobs: JobsOption = 1,
    record: RecordOption = None,
) -> int:
    """Read reports, record their claims and show them.

    Texts, Markdown, HTML pages and JSON lines ({id, text, date, title, publisher, url}).  What cannot be read
    is named in one line each, and everything else is read.  Reading a report again adds nothing.
    """
    from legation.pipeline import Request

    request = Request(date=day_given(date, "--date"), publisher=publisher, rules_only=rules_only)
    into = None if dry_run else (record, _words(paths, request))
    progress = Progress(messages())
    try:
        with progress, closing(_kept(paths, request, jobs, into)) as kept:
            _print(_told(kept, progress), chosen(format_))
    except KeyboardInterrupt:
        _close(progress.tally, dry_run=dry_run, ended="interrupted: ")
        return INTERRUPTED
    _close(progress.tally, dry_run=dry_run)
    return UNREAD if progress.tally.failures else DONE


def _words(paths: list[str], request: Request) -> str:
    """Return the command as the record keeps it: without --record, which may hold a password."""
    from legation.documents import shown

    given = {"--date": request.date, "--publisher": request.publisher}
    options = [part for option, value in given.items() if value for part in (option, value)]
    options += ["--rules-only"] if request.rules_only else []
    return shlex.join(["read", *map(shown, paths), *options])


def _kept(paths: list[str], request: Request, jobs: int, into: tuple[str | None, str] | None) -> Generator[Kept]:
    """Yield every outcome once it is in the record, ``into`` which (place, words of the command) it goes."""
    from legation.documents import sources
    from legation.pipeline import Kept, read_all, record_all

    with new_record(into[0]) if into else nullcontext() as record:
        outcomes = read_all(sources(paths, stdin=sys.stdin.buffer), request, jobs=jobs)
        with closing(outcomes):
            if record is None or into is None:
                yield from (Kept(outcome, None) for outcome in outcomes)
            else:
                with closing(record_all(record, outcomes, command=into[1], rules_only=request.rules_only)) as kept:
                    yield from kept


def _told(kept: Iterable[Kept], progress: Progress) -> Iterator[Reading]:
    """Yield the readings; count everything, and name what could not be read as soon as it is known."""
    from legation.pipeline import Failure

    for one in kept:
        progress.add(one)
        if isinstance(one.outcome, Failure):
            with progress.paused():
                complain(one.outcome.message)
        elif sys.stdout.isatty():
            with progress.paused():
                yield one.outcome
        else:
            yield one.outcome


def _print(readings: Iterator[Reading], format_: Format) -> None:
    """Print readings as they come; where nobody reads the output any more, go on recording in silence."""
    try:
        _print_all(readings, format_)
    except BrokenPipeError:
        silence()
        for _ in readings:
            pass


def _print_all(readings: Iterator[Reading], format_: Format) -> None:
    from legation.records import claim_to_dict

    if format_ is Format.JSONL:
        print_json((claim_to_dict(claim) for one in readings for claim in one.claims), format_)
    elif format_ is Format.JSON:
        print_json(map(_document, readings), format_)
    else:
        for one in readings:
            _print_reading(one)


def _document(reading: Reading) -> dict[str, Any]:
    from dataclasses import asdict

    from legation.records import claim_to_dict, report_to_dict

    return {
        "report": report_to_dict(reading.report),
        "claims": [claim_to_dict(claim) for claim in reading.claims],
        "rejections": [asdict(rejection) for rejection in reading.rejections],
    }


def _print_reading(reading: Reading) -> None:
    from legation.cli.columns import ID, MODALITY, TYPE, WHAT, WHEN, WHO, WORD
    from legation.cli.reports import heading
    from legation.cli.tables import print_by_kind

    out = console()
    out.print(heading(reading.report, source=reading.source))
    print_by_kind(out, reading.claims, (ID, TYPE, WHO, WHAT, MODALITY, WHEN, WORD))
    out.print() if reading.claims else out.print("no claims\n")


def _close(tally: Tally, *, dry_run: bool, ended: str = "") -> None:
    said = [
        counted(tally.reports, "report", "" if dry_run else f"{tally.reports_new} new"),
        counted(tally.claims, "claim", "" if dry_run else f"{tally.claims_new} new"),
    ]
    if tally.superseded:
        said.append(f"{tally.superseded:,} superseded")
    if tally.failures:
        said.append(f"{tally.failures:,} could not be read")
    note = "; nothing recorded (--dry-run)" if dry_run else ""
    complain(f"{ended}{', '.join(said)}{note}")
