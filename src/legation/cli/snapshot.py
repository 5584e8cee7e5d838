"""``legation snapshot``: name a moment of the record, cite it, check it, compare two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.failures import DONE, UNREAD, complain
from legation.cli.options import Format, FormatOption, RecordOption, examples, group
from legation.cli.output import chosen, console, messages, print_json
from legation.cli.people import ByOption, name_of
from legation.cli.progress import counted
from legation.cli.records import existing_record
from legation.exports.plain import one_line
from legation.records import Claim, Snapshot, claim_to_dict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from legation.store import Difference

HELP = "Name a moment of the record, to cite it, to ask as of it (--recorded-by), to compare it with another."
EPILOG = examples(
    "legation snapshot take paper-v1 --note 'as used in the July paper'",
    "legation snapshot list",
    "legation snapshot verify paper-v1",
    "legation snapshot diff paper-v1 paper-v2",
    "legation brief ARM USA --recorded-by paper-v1",
)
app = group(HELP, EPILOG)
NameArgument = Annotated[
    str, typer.Argument(metavar="NAME", show_default=False, help="Letters, digits, '.', '_' and '-'.")
]
MomentArgument = Annotated[
    str, typer.Argument(metavar="MOMENT", show_default=False, help="A snapshot, a day or a time (UTC).")
]


@app.callback()
def command(context: typer.Context) -> int:
    """Print the help where no subcommand is named."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
    return DONE


@app.command()
def take(
    name: NameArgument,
    note: Annotated[str, typer.Option("--note", help="What it is for.", show_default=False)] = "",
    by: ByOption = None,
    record: RecordOption = None,
) -> int:
    """Name the record as it is now, and print the id to cite."""
    with existing_record(record) as opened:
        made = opened.desk.take_snapshot(name, by=name_of(by), note=note)
    typer.echo(made.citation)
    return DONE


@app.command(name="list")
def list_(format_: FormatOption = None, record: RecordOption = None) -> int:
    """List the snapshots."""
    with existing_record(record) as opened:
        found = opened.desk.snapshots()
    if (how := chosen(format_)) is not Format.TABLE:
        print_json(map(_as_json, found), how)
        return DONE
    for each in found:
        held = f"{each.claims} claims of {each.reports} reports"
        console().print(f"{each.citation}  {held}  {each.by}  {one_line(each.note)}".rstrip(), soft_wrap=True)
    if not found:
        messages().print("no snapshots yet", style="dim")
    return DONE


def _as_json(snapshot: Snapshot) -> dict[str, object]:
    names = ("name", "recorded_at", "digest", "claims", "reports", "judgements", "by", "note", "citation")
    return {name: getattr(snapshot, name) for name in names}


@app.command()
def verify(name: NameArgument, record: RecordOption = None) -> int:
    """Check that the record still holds what it held then: exit status 1 where it does not."""
    with existing_record(record) as opened:
        kept = opened.desk.snapshot(name)
        found = opened.desk.digest(kept.recorded_at)
    if found != kept.digest:
        complain(
            f"{name}: what was held at {kept.recorded_at} has been changed: {found[:16]} is not {kept.digest[:16]}"
        )
        return UNREAD
    typer.echo(f"{kept.citation} holds")
    return DONE


@app.command()
def diff(
    first: MomentArgument, second: MomentArgument, format_: FormatOption = None, record: RecordOption = None
) -> int:
    """Show what was said and judged at the second moment and not at the first, and the other way round."""
    with existing_record(record) as opened:
        found = opened.desk.difference(opened.desk.moment(first), opened.desk.moment(second))
    if (how := chosen(format_)) is not Format.TABLE:
        print_json(_changes(found), how)
        return DONE
    out = console()
    claims = f"{counted(len(found.said), 'claim')} said newly, {len(found.no_longer_said)} no longer"
    judged = f"{counted(len(found.judged), 'judgement')} more, {len(found.no_longer_judged)} taken back"
    out.print(f"{counted(found.reports, 'report')} more; {claims}; {judged}", style="bold", soft_wrap=True)
    _print_claims(out, "+", found.said)
    _print_claims(out, "-", found.no_longer_said)
    return DONE


def _changes(found: Difference) -> Iterator[dict[str, object]]:
    for change, claims in (("said", found.said), ("no longer said", found.no_longer_said)):
        for claim in claims:
            yield {"change": change, "claim": claim_to_dict(claim)}
    for change, judged in (("judged", found.judged), ("no longer judged", found.no_longer_judged)):
        for j in judged:
            said: dict[str, object] = {"bond": j.bond.value, "pair": list(j.pair)}
            yield {"change": change, **said, "verdict": j.verdict.value, "by": j.by}


def _print_claims(out: Console, sign: str, claims: tuple[Claim, ...]) -> None:
    from legation.exports.wording import day, parties, what

    for claim in claims:
        told = (claim.id[:8], day(claim.when), claim.kind.value, parties(claim), one_line(what(claim)))
        out.print(f"{sign} {'  '.join(told)}", soft_wrap=True)
