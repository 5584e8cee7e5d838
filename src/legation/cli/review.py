"""``legation review``: the queue of claims to accept, correct or reject, each beside its passage."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.actors import codes_of
from legation.cli.failures import DONE, complain
from legation.cli.options import ActorsArgument, Format, FormatOption, RecordOption, examples, group
from legation.cli.output import chosen, messages, print_json
from legation.cli.people import ByOption, ReasonOption, name_of
from legation.cli.records import existing_record, stand_before
from legation.errors import RecordError
from legation.records import Review, claim_to_dict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legation.store import Record, Waiting

HELP = "The queue of claims to accept, correct or reject, each beside its passage; and every decision, one by one."
EPILOG = examples(
    "legation review                                   the queue, claim by claim, at the terminal",
    "legation review queue ARM USA --format jsonl      the same for a program",
    "legation review accept 3f2a1b9c",
    "legation review reject 3f2a1b9c -m 'the minister only considered it'",
    "legation review correct 3f2a1b9c when=2024-05-10 actors=ARM,USA@Washington -m 'the day was Friday'",
    "legation review write 7d1e44a0 'The two signed a charter.' --kind agreement actors=ARM,USA act=signature",
    "legation review undo 12",
)

app = group(HELP, EPILOG)

ClaimArgument = Annotated[
    str, typer.Argument(metavar="CLAIM", help="An id, or enough of its beginning.", show_default=False)
]
_MOST = 50


@app.callback()
def command(context: typer.Context, record: RecordOption = None, by: ByOption = None) -> int:
    """Go through the queue at the terminal; without a terminal, print it."""
    given = {"by": by, "record": record}
    typed = {name for name in given if getattr(context.get_parameter_source(name), "name", "") == "COMMANDLINE"}
    stand_before(**{name: value for name, value in given.items() if name in typed})
    if context.invoked_subcommand is not None:
        return DONE
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return queue(record=record)
    from legation.cli.reviewing import sit_down

    with existing_record(record) as opened:
        return sit_down(opened, name_of(by))


@app.command()
def queue(
    actors: ActorsArgument = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many.")] = _MOST,
    format_: FormatOption = None,
    record: RecordOption = None,
) -> int:
    """Print claims that nobody has reviewed, what matters most first.

    What binds goes first, then what is in doubt and what others tell too.
    """
    with existing_record(record) as opened:
        found = opened.desk.waiting(codes_of(actors or ()), limit)
        changes = len(opened.desk.changes())
    if changes:
        complain(f"newer coders say otherwise than {changes} of the decisions: legation review changes")
    _print_queue(found, chosen(format_))
    return DONE


def _print_queue(found: Sequence[Waiting], how: Format) -> None:
    from legation.cli.columns import ID, KIND, WHAT, WHEN, WHO, Column
    from legation.cli.output import console
    from legation.cli.tables import print_claims

    if how is not Format.TABLE:
        print_json(({"weight": w.weight, "why": w.why, "claim": claim_to_dict(w.claim)} for w in found), how)
        return
    if not found:
        messages().print("nothing waits for review", style="dim")
        return
    weight = {w.claim.id: f"{w.weight:.1f}" for w in found}
    column = Column("weight", lambda claim: weight[claim.id], 6, style=lambda _: "dim")
    print_claims(console(), [w.claim for w in found], (column, ID, KIND, WHO, WHAT, WHEN))


@app.command()
def accept(
    claims: Annotated[
        list[str], typer.Argument(metavar="CLAIM...", show_default=False, help="Ids, or their beginnings.")
    ],
    reason: ReasonOption = "",
    by: ByOption = None,
    record: RecordOption = None,
) -> int:
    """Accept claims: they stay, whatever a newer coder says."""
    with existing_record(record) as opened:
        for claim in claims:
            _tell(opened, opened.desk.accept(claim, by=name_of(by), reason=reason))
    return DONE


@app.command()
def reject(
    claims: Annotated[
        list[str], typer.Argument(metavar="CLAIM...", show_default=False, help="Ids, or their beginnings.")
    ],
    reason: ReasonOption = "",
    by: ByOption = None,
    record: RecordOption = None,
) -> int:
    """Reject claims, with a reason: they are no longer said, nor what another coder says in their place."""
    with existing_record(record) as opened:
        for claim in claims:
            _tell(opened, opened.desk.reject(claim, by=name_of(by), reason=reason))
    return DONE


FieldsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="FIELD=VALUE...",
        show_default=False,
        help="kind, type, mode, modality, when (2024-05-10, 2024-05, 2024-05-10..2024-05-12), actors, recipients, "
        "and what the kind has: "
        "name, act, areas, what, due, status, organisation, to, content, quote.",
    ),
]


@app.command()
def correct(
    claim: ClaimArgument,
    fields: FieldsArgument,
    reason: ReasonOption = "",
    by: ByOption = None,
    record: RecordOption = None,
) -> int:
    """Correct fields of a claim, with a reason; the coder's claim is kept, and yours said in its place."""
    from legation.pipeline import corrected

    with existing_record(record) as opened:
        who, found = name_of(by), opened.claim(claim)
        made, changes = corrected(found, opened.report(found.report.id), pairs(fields), who)
        _tell(opened, opened.desk.correct(found.id, made, changes, by=who, reason=reason))
    return DONE


@app.command()
def write(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Its id, or the beginning.", show_default=False)],
    passage: Annotated[
        str, typer.Argument(metavar="PASSAGE", help="Words of the report, verbatim.", show_default=False)
    ],
    fields: FieldsArgument,
    kind: Annotated[str, typer.Option("--kind", help="The kind of claim.")] = "event",
    reason: ReasonOption = "",
    by: ByOption = None,
    record: RecordOption = None,
) -> int:
    """Write a claim by hand on a passage of a report (trigger=WORDS names the words that it hangs on)."""
    from legation.pipeline import written

    with existing_record(record) as opened:
        who = name_of(by)
        made = written(opened.report(report), passage, kind, pairs(fields), who)
        _tell(opened, opened.desk.write(made, by=who, reason=reason))
    return DONE


@app.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="REVIEW", help="Its number: see legation log.", show_default=False)],
    reason: ReasonOption = "",
    by: ByOption = None,
    record: RecordOption = None,
) -> int:
    """Take a review back: what it ended is said again."""
    with existing_record(record) as opened:
        _tell(opened, opened.desk.undo(number, by=name_of(by), reason=reason))
    return DONE


@app.command()
def changes(format_: FormatOption = None, record: RecordOption = None) -> int:
    """Show what newer coders say otherwise than the decisions: take it with adopt, or set it aside with keep."""
    from legation.cli.reviewing import change_lines

    with existing_record(record) as opened:
        found = opened.desk.changes()
    if (how := chosen(format_)) is not Format.TABLE:
        print_json(
            (
                {
                    "review": c.review.number,
                    "action": c.review.action.value,
                    "by": c.review.by,
                    "kept": claim_to_dict(c.kept) if c.kept else None,
                    "offered": claim_to_dict(c.offered),
                    "differs": list(c.differs),
                }
                for c in found
            ),
            how,
        )
        return DONE
    for change in found:
        for line in change_lines(change):
            typer.echo(line)
    if not found:
        messages().print("no newer coder says otherwise than a decision", style="dim")
    return DONE


ReviewArgument = Annotated[
    int, typer.Argument(metavar="REVIEW", help="The number of the decision.", show_default=False)
]
OfferedArgument = Annotated[
    str, typer.Argument(metavar="CLAIM", help="What is offered: enough of the beginning of its id.", show_default=False)
]


@app.command()
def adopt(
    number: ReviewArgument,
    offered: OfferedArgument,
    reason: ReasonOption = "",
    by: ByOption = None,
    record: RecordOption = None,
) -> int:
    """Take what a newer coder says in the place of a decision."""
    with existing_record(record) as opened:
        _tell(opened, opened.desk.adopt(number, _offered(opened, number, offered), by=name_of(by), reason=reason))
    return DONE


@app.command()
def keep(
    number: ReviewArgument,
    offered: OfferedArgument,
    reason: ReasonOption = "",
    by: ByOption = None,
    record: RecordOption = None,
) -> int:
    """Leave a decision as it is, and set aside what a newer coder says."""
    with existing_record(record) as opened:
        _tell(opened, opened.desk.keep(number, _offered(opened, number, offered), by=name_of(by), reason=reason))
    return DONE


def _offered(record: Record, number: int, prefix: str) -> str:
    found = [
        c.offered.id for c in record.desk.changes() if c.review.number == number and c.offered.id.startswith(prefix)
    ]
    return found[0] if len(found) == 1 else prefix


def pairs(given: Sequence[str]) -> dict[str, str]:
    """Return FIELD=VALUE words as a table; raises RecordError for a word that is none."""
    out: dict[str, str] = {}
    for word in given:
        name, sign, value = word.partition("=")
        if not sign or not name.strip():
            raise RecordError(f"a field is set as FIELD=VALUE (got {word!r})")
        out[name.strip()] = value
    return out


def _tell(record: Record, review: Review) -> None:
    """Link what is said newly, and say on standard error what was done: its number is what undo takes."""
    from legation.pipeline import link_report

    link_report(record, review.report)
    made = review.result and review.result != review.claim and review.undoes is None
    became = f" → {str(review.result)[:8]}" if made else f" (review {review.undoes})" if review.undoes else ""
    changed = "".join(f"; {name}: {before or '–'} → {after or '–'}" for name, (before, after) in review.changes.items())
    complain(f"review {review.number}: {review.action.value} {review.claim[:8]}{became} by {review.by}{changed}")
