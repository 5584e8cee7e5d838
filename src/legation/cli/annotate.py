"""``legation annotate``: stand-off layers of reports, for programs and scorers."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from typing import Annotated

import typer

from legation.cli.failures import DONE, UNREAD, complain
from legation.cli.options import DateOption, JobsOption, RulesOnlyOption, SourcesArgument, day_given, examples
from legation.cli.output import print_line

EXAMPLES = examples(
    "legation annotate report.txt --layers mentions,dates",
    "legation annotate - < lines.jsonl > layers.jsonl",
)


def command(
    paths: SourcesArgument,
    layers: Annotated[
        str | None,
        typer.Option(
            "--layers",
            metavar="NAME,...",
            help="Which layers: mentions, dates, attributions, events.",
            show_default="all four",
        ),
    ] = None,
    date: DateOption = None,
    jobs: JobsOption = 1,
    *,
    rules_only: RulesOnlyOption = False,
) -> int:
    """Print what is found in reports, one JSON object a report: mentions, dates, attributions, events.

    Offsets are characters of the text as it stands.  A JSON line is answered under its own id, and dated by
    its own date.  Nothing is recorded.
    """
    from legation.documents import sources
    from legation.pipeline import Failure, Request, annotate_all

    request = Request(date=day_given(date, "--date"), rules_only=rules_only)
    status = DONE
    found = sources(paths, stdin=sys.stdin.buffer)
    with closing(annotate_all(found, request, wanted=_wanted(layers), jobs=jobs)) as answers:
        for answer in answers:
            if isinstance(answer, Failure):
                complain(answer.message)
                status = UNREAD
            else:
                print_line(json.dumps(answer.layers, ensure_ascii=False))
    return status


def _wanted(layers: str | None) -> tuple[str, ...]:
    from legation.pipeline import LAYERS

    wanted = LAYERS if layers is None else tuple(name.strip() for name in layers.split(",") if name.strip())
    for name in wanted:
        if name not in LAYERS:
            raise typer.BadParameter(f"--layers: there is no layer {name!r}, only {', '.join(LAYERS)}")
    return wanted
