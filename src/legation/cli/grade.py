"""``legation grade``: how far a publisher or a claim is to be trusted, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.failures import DONE
from legation.cli.options import Format, FormatOption, RecordOption, examples
from legation.cli.output import chosen, console, print_json
from legation.cli.people import ByOption, ReasonOption, name_of
from legation.cli.records import existing_record
from legation.errors import NotFoundError
from legation.exports.plain import one_line

if TYPE_CHECKING:
    from legation.consolidation import Grade
    from legation.store import Record

EXAMPLES = examples(
    "legation grade Reuters                       reliability, A to F, with the reasons",
    "legation grade 3f2a1b9c                      credibility of what a claim tells, 1 to 6",
    "legation grade 'Baltic Courier' C -m 'two corrections last year'",
    "legation grade 3f2a1b9c 4 -m 'the ministry takes it back'",
)


def command(
    subject: Annotated[
        str, typer.Argument(metavar="PUBLISHER|CLAIM", help="A publisher's name, or a claim's id.", show_default=False)
    ],
    value: Annotated[
        str | None,
        typer.Argument(
            metavar="[GRADE]",
            help="A to F for a publisher, 1 to 6 for a claim: yours goes before the computed one.",
            show_default=False,
        ),
    ] = None,
    reason: ReasonOption = "",
    by: ByOption = None,
    format_: FormatOption = None,
    record: RecordOption = None,
) -> int:
    """Show the Admiralty grade of a publisher (A to F) or a claim (1 to 6) with its reasons, or set it by hand."""
    from legation.pipeline import grade_of_claim, grade_of_publisher

    with existing_record(record) as opened:
        publisher = _publisher(opened, subject)
        claim = None if publisher else _claim(opened, subject)
        if value is not None:
            key = opened.desk.current(claim).id if claim else f"publisher:{publisher}"
            field = "credibility" if claim else "reliability"
            opened.desk.assess(key, field, value.upper(), by=name_of(by), reason=reason)
        found = grade_of_claim(opened, claim) if claim else grade_of_publisher(opened, str(publisher))
    _print(claim[:8] if claim else str(publisher), found, chosen(format_))
    return DONE


def _publisher(record: Record, subject: str) -> str | None:
    """Return a publisher as the record spells it, or None where no report is of that publisher."""
    return next((name for name in record.publishers() if name.casefold() == subject.casefold()), None)


def _claim(record: Record, subject: str) -> str:
    try:
        return record.claim(subject).id
    except NotFoundError as error:
        if "more than one" in str(error):
            raise
        raise NotFoundError(f"no report is published by {subject!r}, and no claim begins so") from error


def _print(subject: str, grade: Grade, how: Format) -> None:
    if how is not Format.TABLE:
        print_json(
            [
                {
                    "subject": subject,
                    "grade": grade.value,
                    "words": grade.words,
                    "reasons": list(grade.reasons),
                    "by": grade.by,
                }
            ],
            how,
        )
        return
    out = console()
    out.print(
        f"{one_line(subject)}: {grade.value}, {grade.words}{f' (set by {grade.by})' if grade.by else ''}", style="bold"
    )
    for each in grade.reasons:
        out.print(f"  {one_line(each)}")
