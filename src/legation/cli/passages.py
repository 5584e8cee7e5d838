"""A passage in its paragraph, with what the coder saw in it marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from legation.cli.columns import quad_style
from legation.exports.plain import plain
from legation.records import Claim

if TYPE_CHECKING:
    from rich.text import Text

    from legation.records import Report

ACTOR, RECIPIENT, SOURCE, TRIGGER = "bold cyan", "bold magenta", "yellow", "reverse bold"
_LONGEST = 1_500
_AROUND = 500


def marked_paragraph(claim: Claim, text: str, *, colours: bool) -> Text:
    """Return the paragraph of a claim's passage; the rest of it is dim, the parts of the claim in colours.

    Where there are no colours, brackets enclose the passage and stars the words that the claim hangs on.
    """
    from rich.text import Text

    start, end = _paragraph(text, claim.passage.start, claim.passage.end)
    shown = Text(plain(text[start:end]), "dim" if colours else "")
    if colours:
        shown.stylize("not dim", claim.passage.start - start, claim.passage.end - start)
        for first, last, style in _marks(claim):
            if start <= first < last <= end:
                shown.stylize(f"not dim {style}", first - start, last - start)
    else:
        shown = _bracketed(shown, claim, start)
    return Text("… " if start and text[start - 1] not in "\n\r" else "") + shown


def legend() -> Text:
    """Return what the colours of a marked paragraph stand for."""
    from rich.text import Text

    parts = (("trigger", TRIGGER), ("actor", ACTOR), ("recipient", RECIPIENT), ("on whose word", SOURCE))
    return Text("  ").join([Text(name, style) for name, style in parts])


def marked_report(report: Report, claims: Sequence[Claim]) -> Text:
    """Return the text of a report with the passages of claims in their colours, numbered as in the list."""
    from rich.text import Text

    shown = Text(plain(report.text).strip("\n"))
    offset = len(report.text) - len(report.text.lstrip("\n"))
    numbers: dict[int, list[int]] = {}
    for number, claim in enumerate(claims, start=1):
        shown.stylize(quad_style(claim) or "blue", claim.trigger_start - offset, claim.trigger_end - offset)
        shown.stylize("bold", claim.trigger_start - offset, claim.trigger_end - offset)
        numbers.setdefault(claim.trigger_end - offset, []).append(number)
    return _with_numbers(shown, numbers)


def _with_numbers(text: Text, numbers: dict[int, list[int]]) -> Text:
    from rich.text import Text

    out = Text()
    position = 0
    for place, found in sorted(numbers.items()):
        out.append_text(text[position:place])
        out.append(f"[{','.join(map(str, found))}]", "dim")
        position = place
    return out.append_text(text[position:]) if position < len(text) else out


def _marks(claim: Claim) -> Iterator[tuple[int, int, str]]:
    """Yield the spans to mark, the most telling last: it wins where spans overlap."""
    for link in claim.attribution:
        yield link.cue_start, link.cue_end, SOURCE
        if link.source is not None:
            yield link.source.start, link.source.end, f"{SOURCE} underline"
    for style, actors in ((RECIPIENT, claim.recipients), (ACTOR, claim.actors)):
        for actor in actors:
            yield actor.start, actor.end, style
    yield claim.trigger_start, claim.trigger_end, TRIGGER


def _paragraph(text: str, first: int, last: int) -> tuple[int, int]:
    """Return the paragraphs that a passage touches, cut around it where they are long."""
    from legation.language.sentences import paragraphs

    touched = [(a, b) for a, b in paragraphs(text) if a < last and first < b] or [(first, last)]
    start, end = touched[0][0], touched[-1][1]
    if end - start <= _LONGEST:
        return start, end
    return max(start, first - _AROUND), min(end, last + _AROUND)


def _bracketed(text: Text, claim: Claim, start: int) -> Text:
    from rich.text import Text

    whole = text.plain
    passage = (claim.passage.start - start, claim.passage.end - start)
    trigger = (claim.trigger_start - start, claim.trigger_end - start)
    for place, mark in sorted(
        [(passage[0], "["), (trigger[0], "*"), (trigger[1], "*"), (passage[1], "]")], reverse=True
    ):
        if 0 <= place <= len(text.plain):
            whole = whole[:place] + mark + whole[place:]
    return Text(whole)
