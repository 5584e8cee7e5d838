"""``legation show``: a claim beside its passage, or a report with all its claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.failures import DONE
from legation.cli.options import Format, FormatOption, RecordOption, examples
from legation.cli.output import chosen, console, print_json
from legation.cli.records import claim_or_report, existing_record
from legation.exports import wording
from legation.exports.plain import one_line
from legation.records import Claim, Report, claim_to_dict, report_to_dict

if TYPE_CHECKING:
    from legation.store import Record

EXAMPLES = examples(
    "legation show 3f2a1b9c          a claim, by the beginning of its id",
    "legation show 7d1e44a0          a report, its text with every claim marked",
    "legation show 3f2a1b9c --format json | jq .attribution",
)


def command(
    id_: Annotated[
        str,
        typer.Argument(metavar="CLAIM|REPORT", help="An id, or enough of its beginning.", show_default=False),
    ],
    format_: FormatOption = None,
    record: RecordOption = None,
) -> int:
    """Show a claim in its passage, why it was coded so and on whose word; or a report with its claims."""
    with existing_record(record) as opened:
        found = claim_or_report(opened, id_)
        if isinstance(found, Claim):
            report = opened.report(found.report.id)
            _show_claim(opened, found, report, chosen(format_))
        else:
            _show_report(found, opened.claims_of_report(found.id), chosen(format_))
    return DONE


def _show_claim(record: Record, claim: Claim, report: Report, format_: Format) -> None:
    from rich.text import Text

    from legation.cli.backing import backing, backing_lines
    from legation.cli.chains import chain
    from legation.cli.passages import legend, marked_paragraph
    from legation.cli.reports import heading

    if format_ is not Format.TABLE:
        _print_one(claim_to_dict(claim) | {"backing": backing(record, claim)}, format_)
        return
    out = console()
    out.print(heading(report))
    out.print()
    out.print(marked_paragraph(claim, report.text, colours=out.is_terminal))
    if out.is_terminal:
        out.print(legend(), style="dim")
    out.print(Text("\non whose word", "bold"))
    out.print(chain(claim))
    out.print(Text(f"\n{claim.kind.value}", "bold"))
    print_fields(claim)
    out.print(Text("\nwhat stands behind it", "bold"))
    for line in backing_lines(record, claim):
        out.print(f"  {line}", soft_wrap=True)


def _print_one(answer: dict[str, object], format_: Format) -> None:
    from legation.cli.output import print_document

    print_document(answer) if format_ is Format.JSON else print_json([answer], format_)


def print_fields(claim: Claim) -> None:
    """Print the fields of a claim, a line each."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2), pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in _fields(claim):
        table.add_row(name, Text(value))
    console().print(table)


def _fields(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "id", claim.id
    yield "why", one_line(claim.reason) or wording.NOBODY
    if claim.event is not None:
        yield "event", _event(claim)
    yield "actors", _people(claim, "actors")
    yield "recipients", _people(claim, "recipients")
    for name in claim.object:
        yield name, wording.field(claim, name) or wording.NOBODY
    yield "modality", claim.modality.value
    yield "when", _when(claim)
    if claim.where is not None:
        yield "where", _where(claim)
    yield "confidence", f"{claim.confidence:.2f}"
    yield "passage", f"characters {claim.passage.start}–{claim.passage.end} of report {claim.report.id[:8]}"
    coder = claim.coder
    yield "coder", f"{coder.name} {coder.version} · model {coder.model or 'none'} · ontology {coder.ontology}"


def _event(claim: Claim) -> str:
    from legation.ontology import QUAD_NAMES

    event = claim.event
    if event is None:
        return wording.NOBODY
    parts = [wording.reading(claim), QUAD_NAMES[event.quad_class], f"intensity {event.intensity:+g}"]
    parts += [", ".join(event.contexts)] if event.contexts else []
    parts += [f"CAMEO {event.cameo}"] if event.cameo else []
    return " · ".join(parts)


def _people(claim: Claim, role: str) -> str:
    found = claim.actors if role == "actors" else claim.recipients
    told = (
        f"{wording.who(actor)}{f', {one_line(actor.role)}' if actor.role else ''} — “{one_line(actor.text)}”"
        for actor in found
    )
    return "\n".join(told) or wording.NOBODY


def _when(claim: Claim) -> str:
    when = claim.when
    said = f", from “{one_line(when.text)}”" if when.text else ""
    return f"{wording.day(when).removeprefix(wording.INFERRED)} ({when.precision.value}, {when.basis}{said})"


def _where(claim: Claim) -> str:
    where = claim.where
    if where is None:
        return wording.NOBODY
    country = f" ({where.country})" if where.country and where.country != where.name else ""
    return f"{one_line(where.name)}{country} — “{one_line(where.text)}”"


def _show_report(report: Report, claims: list[Claim], format_: Format) -> None:
    from legation.cli.columns import ID, KIND, MODALITY, WHAT, WHEN, WHO, WORD, Column
    from legation.cli.passages import marked_report
    from legation.cli.reports import heading
    from legation.cli.tables import print_claims

    if format_ is not Format.TABLE:
        answer = report_to_dict(report, with_text=True)
        _print_one({"report": answer, "claims": [claim_to_dict(claim) for claim in claims]}, format_)
        return
    out = console()
    placed = sorted(claims, key=lambda claim: (claim.trigger_start, claim.trigger_end))
    numbers = {claim.id: str(number) for number, claim in enumerate(placed, start=1)}
    out.print(heading(report))
    out.print()
    out.print(marked_report(report, placed))
    out.print()
    number = Column("#", lambda claim: numbers[claim.id], 3, style=lambda _: "dim")
    print_claims(out, placed, (number, ID, KIND, WHO, WHAT, MODALITY, WHEN, WORD))
