"""``legation assess``: what became of a promise, as a person judges it against a written criterion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer
from typer.models import OptionInfo

from legation.cli.failures import DONE, complain
from legation.cli.options import RecordOption, day_given, examples
from legation.cli.people import ByOption, ReasonOption, name_of
from legation.cli.records import existing_record
from legation.errors import RecordError
from legation.records import Bond, Claim, Judgement, Kind, Modality, Verdict

if TYPE_CHECKING:
    from legation.store import Record

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
    "evidence": "A claim that bears on it.",
    "not evidence": "A claim that does not.",
}


def _option(name: str, metavar: str | None = None) -> OptionInfo:
    option = typer.Option(f"--{name.replace(' ', '-')}", help=_HELP[name], show_default=False, metavar=metavar)
    assert isinstance(option, OptionInfo)  # noqa: S101  Typer types it as anything
    return option


def command(
    commitment: Annotated[
        str, typer.Argument(metavar="COMMITMENT", help="The claim of the promise, by its id.", show_default=False)
    ],
    completion: Annotated[str | None, _option("completion")] = None,
    lifecycle: Annotated[str | None, _option("lifecycle")] = None,
    compliance: Annotated[str | None, _option("compliance")] = None,
    criterion: Annotated[str | None, _option("criterion")] = None,
    likelihood: Annotated[str | None, _option("likelihood", metavar="PERCENT")] = None,
    next_review: Annotated[str | None, _option("next review", metavar="YYYY-MM-DD")] = None,
    evidence: Annotated[list[str] | None, _option("evidence", metavar="CLAIM")] = None,
    not_evidence: Annotated[list[str] | None, _option("not evidence", metavar="CLAIM")] = None,
    reason: ReasonOption = "",
    by: ByOption = None,
    record: RecordOption = None,
) -> int:
    """Set what became of a promise: evidence, completion, lifecycle, compliance; nothing of it is ever guessed."""
    values = {
        "completion": completion,
        "lifecycle": lifecycle,
        "compliance": "+1" if compliance == "1" else compliance,
        "criterion": criterion,
        "likelihood": likelihood,
        "next review": day_given(next_review, "--next-review"),
    }
    given = {name: value for name, value in values.items() if value is not None}
    if not (given or evidence or not_evidence):
        raise typer.BadParameter("nothing to set: give --completion, --evidence or another option")
    with existing_record(record) as opened:
        promise = _promise(opened, commitment, given)
        said = Said(name_of(by), reason)
        judged = [*_judged(opened, promise, evidence or (), Verdict.SAME, said)]
        judged += _judged(opened, promise, not_evidence or (), Verdict.DIFFERENT, said)
        opened.desk.follow_up(promise.id, given, judged, by=said.by, reason=reason)
    for each in judged:
        no = "" if each.verdict is Verdict.SAME else "no "
        complain(f"{each.right[:8]} is {no}evidence on {promise.id[:8]}, says {said.by}")
    for name, value in given.items():
        complain(f"{promise.id[:8]}: {name} {value}, says {said.by}")
    return DONE


@dataclass(frozen=True, slots=True)
class Said:
    """Who says it, and why."""

    by: str
    reason: str


def _promise(record: Record, id_: str, given: Mapping[str, str]) -> Claim:
    promise = record.desk.current(id_)
    if promise.kind is not Kind.COMMITMENT and promise.modality is not Modality.FUTURE:
        article = "an" if promise.kind.value[0] in "aeiou" else "a"
        raise RecordError(f"claim {promise.id}: {article} {promise.kind.value} is no promise")
    held = record.desk.assessments([promise.id])
    if "compliance" in given and "criterion" not in given and not any(a.field == "criterion" for a in held):
        raise RecordError("compliance is set against a written criterion: give --criterion first")
    return promise


def _judged(record: Record, promise: Claim, ids: Iterable[str], verdict: Verdict, said: Said) -> Iterator[Judgement]:
    for id_ in ids:
        found = record.desk.current(id_)
        if found.id == promise.id:
            raise RecordError(f"claim {promise.id}: a promise is no evidence on itself")
        yield Judgement(
            bond=Bond.EVIDENCE,
            left=promise.id,
            right=found.id,
            verdict=verdict,
            by=said.by,
            reason=said.reason or f"judged by {said.by}",
        )
