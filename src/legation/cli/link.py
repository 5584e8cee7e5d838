"""``legation link``: what tells one act and what goes back to one origin, judged by hand or by the linker."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.failures import DONE, complain
from legation.cli.options import Format, FormatOption, RecordOption, examples
from legation.cli.output import chosen, console, messages, print_json
from legation.cli.people import ByOption, ReasonOption, name_of
from legation.cli.records import claim_or_report, existing_record
from legation.errors import RecordError
from legation.exports.plain import one_line, shortened
from legation.records import Bond, Claim, Judgement, Verdict, ordered

if TYPE_CHECKING:
    from legation.store import Record

EXAMPLES = examples(
    "legation link                                     compare what no linker has seen with the rest",
    "legation link --unsure                            pairs that the linker leaves to you, the likeliest first",
    "legation link 3f2a1b9c 90c1d2e3 same -m 'both tell of the Vilnius talks'",
    "legation link 3f2a1b9c 90c1d2e3 different --bond subject -m 'the memorandum is another one'",
    "legation link 3f2a1b9c 90c1d2e3 --withdraw",
)
_MOST = 50
_WORDS = 110


class Asked(StrEnum):
    """What two claims may be judged to share."""

    TELLING = "telling"
    SUBJECT = "subject"
    EVIDENCE = "evidence"


def command(
    one: Annotated[
        str | None,
        typer.Argument(metavar="[CLAIM|REPORT]", help="An id, or enough of its beginning.", show_default=False),
    ] = None,
    other: Annotated[str | None, typer.Argument(metavar="[CLAIM|REPORT]", help="Another.", show_default=False)] = None,
    verdict: Annotated[
        Verdict | None, typer.Argument(metavar="[VERDICT]", help="same, different or unsure.", show_default=False)
    ] = None,
    bond: Annotated[
        Asked,
        typer.Option(
            "--bond",
            help="telling: of one act; subject: of one agreement or body; evidence: the second bears on the "
            "promise of the first.",
        ),
    ] = Asked.TELLING,
    *,
    unsure: Annotated[bool, typer.Option("--unsure", help="List what the linker is unsure of.")] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take back what you judged.")] = False,
    reason: ReasonOption = "",
    by: ByOption = None,
    format_: FormatOption = None,
    record: RecordOption = None,
) -> int:
    """Judge whether two claims tell one act, or two reports go back to one origin; or let the linker go on.

    A judgement destroys nothing: it can be taken back, and a person's goes before a linker's.
    """
    with existing_record(record) as opened:
        if unsure:
            return _list(opened, opened.judgements.unsure(_MOST), chosen(format_))
        if one is None:
            return _go_on(opened)
        if other is None or (verdict is None and not withdraw):
            raise typer.BadParameter("two ids and a verdict are needed: same, different or unsure (or --withdraw)")
        pair, about = _pair(opened, one, other, Bond(bond.value))
        if withdraw:
            return _withdraw(opened, pair, about, name_of(by))
        return _judge(opened, pair, about, verdict or Verdict.UNSURE, name_of(by), reason)


def _go_on(record: Record) -> int:
    from legation.pipeline import link_all, linker_name

    waiting = record.judgements.unlinked_count(linker_name())
    done = added = 0
    for done, linked in enumerate(link_all(record), start=1):
        added += linked.judgements
        if done % 100 == 0:
            messages().print(f"{done} of {waiting} readings linked", style="dim")
    complain(f"{done} readings linked, {added} judgements")
    return DONE


def _pair(record: Record, one: str, other: str, bond: Bond) -> tuple[tuple[str, str], Bond]:
    first, second = claim_or_report(record, one), claim_or_report(record, other)
    if isinstance(first, Claim) != isinstance(second, Claim):
        raise RecordError(f"{one} and {other} are a claim and a report: two of a sort are judged")
    if not isinstance(first, Claim):
        return (first.id, second.id), Bond.ORIGIN
    return (record.desk.current(first.id).id, record.desk.current(second.id).id), bond


def _withdraw(record: Record, pair: tuple[str, str], bond: Bond, by: str) -> int:
    ended = record.judgements.withdraw(bond, pair, by)
    complain("taken back" if ended else f"{by} has judged nothing of these two ({bond.value})")
    return DONE


def _judge(record: Record, pair: tuple[str, str], bond: Bond, verdict: Verdict, by: str, reason: str) -> int:
    if pair[0] == pair[1]:
        raise typer.BadParameter("these are one and the same id")
    left, right = ordered(bond, *pair)
    judgement = Judgement(bond=bond, left=left, right=right, verdict=verdict, by=by, reason=reason or f"judged by {by}")
    record.judgements.add([judgement])
    complain(f"{bond.value}: {left[:8]} and {right[:8]} are judged {verdict.value} by {by}")
    return DONE


def _list(record: Record, found: list[Judgement], how: Format) -> int:
    if how is not Format.TABLE:
        print_json(
            (
                {
                    "bond": j.bond.value,
                    "left": j.left,
                    "right": j.right,
                    "score": j.score,
                    "reason": j.reason,
                    "features": j.features,
                }
                for j in found
            ),
            how,
        )
        return DONE
    told = {claim.id: claim for claim in record.claims_by_id({id_ for j in found for id_ in j.pair})}
    for judgement in found:
        score = f"{judgement.score:.2f}" if judgement.score is not None else "    "
        console().print(f"{score}  {one_line(judgement.reason)}", soft_wrap=True, style="dim")
        for id_ in judgement.pair:
            words = one_line(told[id_].passage.exact) if id_ in told else "(no longer said)"
            console().print(f"      {id_[:8]}  {shortened(words, _WORDS)}", soft_wrap=True)
    if not found:
        messages().print("the linker is unsure of nothing", style="dim")
    return DONE
