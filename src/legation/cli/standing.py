"""``legation standing``: where agreements, bodies, memberships, promises and meetings stand on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from enum import StrEnum
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.actors import codes_of
from legation.cli.failures import DONE
from legation.cli.options import AsOfOption, Format, FormatOption, RecordedByOption, RecordOption, day_given, examples
from legation.cli.output import chosen, console, messages, print_json
from legation.cli.records import existing_record, moment_given
from legation.exports.plain import one_line
from legation.records import Kind
from legation.records.briefs import day_in_words

if TYPE_CHECKING:
    from rich.text import Text

    from legation.records.standings import Standing

EXAMPLES = examples(
    "legation standing ARM USA",
    "legation standing Sweden Turkey --as-of 2023-07-01 --of agreements --of commitments",
    "legation standing ARM CSTO --of memberships --format json",
    "legation standing RUS UKR --recorded-by paper-v1",
)
_STYLES = {
    "overdue": "bold red",
    "suspended": "yellow",
    "terminated": "red",
    "denounced": "red",
    "in force": "green",
    "complete": "green",
}
_TITLES = {
    Kind.AGREEMENT: "Agreements",
    Kind.BODY: "Bodies",
    Kind.COMMITMENT: "Promises",
    Kind.MEMBERSHIP: "Memberships",
    Kind.MEETING: "Meetings",
}


class Of(StrEnum):
    """What may stand somewhere."""

    AGREEMENTS = "agreements"
    BODIES = "bodies"
    COMMITMENTS = "commitments"
    MEMBERSHIPS = "memberships"
    MEETINGS = "meetings"


_KINDS = {
    Of.AGREEMENTS: Kind.AGREEMENT,
    Of.BODIES: Kind.BODY,
    Of.COMMITMENTS: Kind.COMMITMENT,
    Of.MEMBERSHIPS: Kind.MEMBERSHIP,
    Of.MEETINGS: Kind.MEETING,
}


def command(
    actors: Annotated[
        list[str],
        typer.Argument(
            metavar="ACTOR...", show_default=False, help="States, organisations: what stands between all of them."
        ),
    ],
    of: Annotated[
        list[Of] | None, typer.Option("--of", help="Only these (may be given again).", show_default=False)
    ] = None,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    format_: FormatOption = None,
    record: RecordOption = None,
) -> int:
    """Say where things stand on a day: one line each, what made it so, how many independent origins tell it.

    Memberships begin with the reference tables, with what reports say on top.  Overdue is computed; what a
    promise came to is said only where a person set it (legation assess).
    """
    from legation.pipeline import standings

    day = day_given(as_of, "--as-of") or datetime.now(UTC).date().isoformat()
    kinds = [_KINDS[each] for each in of or Of]
    with existing_record(record) as opened:
        moment = moment_given(opened, recorded_by)
        found = standings(opened, codes_of(actors), day, kinds=kinds, recorded_by=moment)
    if (how := chosen(format_)) is not Format.TABLE:
        print_json(({**asdict(row), "kind": row.kind.value} for row in found), how)
    elif found:
        _print(found)
    else:
        messages().print(f"nothing stands between them on {day}", style="dim")
    return DONE


def _print(found: Sequence[Standing]) -> None:
    from rich.text import Text

    out = console()
    for kind, title in _TITLES.items():
        rows = [row for row in found if row.kind is kind]
        if rows:
            out.print(Text(f"\n{title} ({len(rows)})", style="bold"))
        for row in sorted(rows, key=lambda row: row.since or "", reverse=True):
            for number, line in enumerate(_line(row).wrap(out, max(20, out.width - 4))):
                out.print(Text("    " if number else "").append_text(line), soft_wrap=True)
            for note in _notes(row):
                for part in wrap(note, max(20, out.width - 5)):
                    out.print(Text(f"    {part}", style="dim"), soft_wrap=True)


def _line(row: Standing) -> Text:
    from rich.text import Text

    text = Text(f"{day_in_words(row.since, short=True) or '–':<12} ", "cyan")
    text.append(row.state, _STYLES.get(row.state, "bold")).append(f"  {one_line(row.name)}")
    text.append(f"  {', '.join(row.parties)}", "dim")
    return text.append(f"  {row.claims[0][:8]}" if row.claims else "", "dim")


def _notes(row: Standing) -> Iterator[str]:
    if row.by_party:
        yield "; ".join(f"{code}: {state}" for code, state in row.by_party.items())
    for name, value in row.details.items():
        if value not in {"", "no evidence", "none stated", "pipeline"}:
            yield f"{name}: {one_line(value)}"
    yield from (one_line(told) for told in row.contested)
    if row.reports:
        origins = "one origin" if row.origins == 1 else f"{row.origins} independent origins"
        yield f"{row.reports} report{'s' if row.reports > 1 else ''}, {origins}, credibility {row.grade}"
    yield from (f"reference table: {one_line(fact)}" for fact in row.facts[:2])
