"""On whose word a claim stands, drawn as a chain of indented arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.exports import wording
from legation.exports.plain import one_line
from legation.records import Claim

if TYPE_CHECKING:
    from rich.text import Text

    from legation.records import AttributionLink

_INDENT = 3


def chain(claim: Claim) -> Text:
    """Return the chain of a claim, a link a line: the report, who it quotes, whom that one quotes."""
    from rich.text import Text

    report = claim.report
    text = Text(one_line(report.publisher or report.title or "the report"), "bold")
    text.append("  the report itself" if not claim.attribution else "  the report", "dim")
    for depth, link in enumerate(claim.attribution):
        text.append("\n" + " " * _INDENT * depth + "└─▶ ", "dim").append_text(_link(link))
    text.append("\n" + " " * _INDENT * len(claim.attribution) + "└─▶ ", "dim")
    text.append(f"{claim.kind.value}: {wording.parties(claim)}", "bold")
    return text.append(f" · {wording.what(claim)}")


def _link(link: AttributionLink) -> Text:
    from rich.text import Text

    if link.source is None:
        return Text(f"“{one_line(link.cue)}”", "yellow").append(f"  {_kind(link)}, no source named", "dim")
    text = Text(wording.who(link.source), "yellow")
    if link.source.role and link.source.role != link.source.name:
        text.append(f", {one_line(link.source.role)}", "dim")
    return text.append(f"  “{one_line(link.cue)}”").append(f"  {_kind(link)}", "dim")


def _kind(link: AttributionLink) -> str:
    return f"{link.kind.value}, hedged" if link.hedge and link.kind.value != "hedge" else link.kind.value
