"""``legation assess``: what became of a promise, as a person judges it against a written criterion."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli.failures import DONE, complain
from legation.cli.options import RecordOption, examples
from legation.cli.people import ByOption, ReasonOption, name_of
from legation.cli.records import existing_record
from legation.errors import RecordError
from legation.records import Bond, Judgement, Kind, Modality, Verdict

EXAMPLES = examples(
    "legation assess 3f2a1b9c --evidence 90c1d2e3 --completion complete -m 'the team arrived in Yerevan'",
    "legation assess 3f2a1b9c --criterion 'ten officers in the country by June' --compliance=-1",
    "legation assess 3f2a1b9c --not-evidence 90c1d2e3 -m 'another team'",
    "legation assess 3f2a1b9c --likelihood 30 --next-review 2025-06-30",
)
_HELP = {
    "lifecycle": "pipeline, implementation, finalisation, closed, cancelled or suspended (IATI).",
    "completion": "no evidence, not started, limited, substantial or complete (OGP).",
    "compliance": "-1, 0 or +1, against a criterion.",
    "criterion": "What would count as kept.",
    "likelihood": "How likely it is to be kept, in percent; shown in the words of ICD 203.",
    "next review": "When to look again.",
}


def command(
    commitment: Annotated[
        str, typer.Argument(metavar="COMMITMENT", help="The claim of the promise, by its id.", show_default=False)
    ],
    completion: Annotated[
        str | None, typer.Option("--completion", help=_HELP["completion"], show_default=False)
    ] = None,
    lifecycle: Annotated[str | None, typer.Option("--lifecycle", help=_HELP["lifecycle"], show_default=False)] = None,
    compliance: Annotated[
        str | None, typer.Option("--compliance", help=_HELP["compliance"], show_default=False)
    ] = None,
    criterion: Annotated[str | None, typer.Option("--criterion", help=_HELP["criterion"], show_default=False)] = None,
    likelihood: Annotated[
        str | None, typer.Option("--likelihood", metavar="PERCENT", help=_HELP["likelihood"], show_default=False)
    ] = None,
    next_review: Annotated[
        str | None, typer.Option("--next-review", metavar="YYYY-MM-DD", help=_HELP["next review"], show_default=False)
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option("--evidence", metavar="CLAIM", help="A claim that bears on it.", show_default=False),
    ] = None,
    not_evidence: Annotated[
        list[str] | None,
        typer.Option("--not-evidence", metavar="CLAIM", help="A claim that does not.", show_default=False),
    ] = None,
    reason: ReasonOption = "",
    by: ByOption = None,
    record: RecordOption = None,
) -> int:
    """Set what became of a promise: evidence, completion, lifecycle, compliance; nothing of it is ever guessed."""
    values = {
        "completion": completion,
        "lifecycle": lifecycle,
        "compliance": compliance,
        "criterion": criterion,
        "likelihood": likelihood,
        "next review": next_review,
    }
    given = {name: value for name, value in values.items() if value is not None}
    if not (given or evidence or not_evidence):
        raise typer.BadParameter("nothing to set: give --completion, --evidence or another option")
    who = name_of(by)
    with existing_record(record) as opened:
        promise = opened.claim(commitment)
        if promise.kind is not Kind.COMMITMENT and promise.modality is not Modality.FUTURE:
            raise RecordError(f"claim {promise.id}: a {promise.kind.value} is no promise")
        criteria = [a for a in opened.desk.assessments([promise.id]) if a.field == "criterion"]
        if compliance is not None and not (criterion or criteria):
            raise RecordError("compliance is set against a written criterion: give --criterion first")
        for other, verdict in (
            *((e, Verdict.SAME) for e in evidence or ()),
            *((e, Verdict.DIFFERENT) for e in not_evidence or ()),
        ):
            found = opened.claim(other)
            judged = Judgement(
                bond=Bond.EVIDENCE,
                left=promise.id,
                right=found.id,
                verdict=verdict,
                by=who,
                reason=reason or f"judged by {who}",
            )
            opened.judgements.add([judged])
            complain(
                f"{found.id[:8]} is {'' if verdict is Verdict.SAME else 'no '}evidence on {promise.id[:8]}, says {who}"
            )
        for name, value in given.items():
            opened.desk.assess(promise.id, name, value, by=who, reason=reason)
            complain(f"{promise.id[:8]}: {name} {value}, says {who}")
    return DONE
