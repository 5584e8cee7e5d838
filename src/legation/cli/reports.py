"""The head of a report: what it is, who put it out, when, and how that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.exports import wording
from legation.exports.plain import one_line

if TYPE_CHECKING:
    from rich.text import Text

    from legation.records import Report


def heading(report: Report, *, source: str = "") -> Text:
    """Return the title of a report and, on a second line, publisher, date with its ground, id and source."""
    from rich.text import Text

    text = Text(one_line(report.title or "(no title)"), style="bold")
    facts = (report.publisher, wording.published(report), f"report {report.id[:8]}", report.url or source)
    text.append("\n" + " · ".join(one_line(fact) for fact in facts if fact), "not bold dim")
    return text
