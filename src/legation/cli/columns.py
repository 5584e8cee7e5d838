"""Columns of claims and how many of them a width has room for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from legation.exports import wording
from legation.records import Claim, Kind

if TYPE_CHECKING:
    from rich.text import Text

ID_LENGTH = 8
_GAP = 2
_QUAD_STYLES = {1: "green", 2: "bold cyan", 3: "yellow", 4: "bold red"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: title, what it shows of a claim, least width, and its share of the width left over.

    Where the width is too small for all, those of the highest ``yields`` go first; what a column that
    ``folds`` would have shown is then put under the main cell: nothing that qualifies a claim is lost.
    """

    title: str
    show: Callable[[Claim], str]
    width: int
    share: int = 0
    yields: int = 0
    folds: bool = False
    style: Callable[[Claim], str] = lambda _: ""


def quad_style(claim: Claim) -> str:
    """Return the colour of a claim's quad class: green, cyan: cooperation; yellow, red: conflict."""
    return _QUAD_STYLES[claim.event.quad_class] if claim.event else ""


def _doubt_style(_: Claim) -> str:
    return "italic yellow"


def _kind_or_type(claim: Claim) -> str:
    """Return the kind and the PLOVER reading behind it; of events the reading alone."""
    reading = "" if claim.event is None else wording.reading(claim)
    return reading if claim.kind is Kind.EVENT else f"{claim.kind.value} {reading}".rstrip()


ID = Column("id", lambda claim: claim.id[:ID_LENGTH], ID_LENGTH, style=lambda _: "dim")
WHEN = Column("when", lambda claim: wording.day(claim.when), 11)
TYPE = Column("type", wording.reading, 11, yields=1, style=quad_style)
KIND = Column("kind", _kind_or_type, 11, style=quad_style)
WHO = Column("who → whom", wording.parties, 18, share=3)
MEMBERS = Column("parties", wording.members, 18, share=3)
WHAT = Column("what", wording.what, 22, share=5)
MODALITY = Column("modality", wording.modality, 12, yields=3, folds=True, style=_doubt_style)
WORD = Column("on whose word", wording.word, 14, share=2, yields=4, folds=True, style=lambda _: "magenta")


def object_column(title: str, name: str, width: int, *, share: int = 0, yields: int = 0) -> Column:
    """Return a column that shows a field of the claim's object."""
    return Column(title, lambda claim: wording.field(claim, name), width, share=share, yields=yields)


def fitted(columns: Sequence[Column], width: int) -> tuple[tuple[Column, ...], tuple[Column, ...]]:
    """Return the columns that a width has room for, widened, and those that fold into the main one.

    The main column is that of the greatest share.  Where not even the columns that never yield have room,
    all but it and the id fold.
    """
    kept = list(columns)
    while _needed(kept) > width and any(column.yields for column in kept):
        kept.remove(max(kept, key=lambda column: column.yields))
    folded = [column for column in columns if column.folds and column not in kept]
    if _needed(kept) > width:
        kept = [column for column in columns if column in (ID, main(columns))]
        folded = [column for column in columns if column not in kept]
    spare = width - _needed(kept)
    shares = sum(column.share for column in kept) or 1
    widened = (replace(column, width=column.width + spare * column.share // shares) for column in kept)
    return tuple(widened), tuple(folded)


def main(columns: Sequence[Column]) -> Column:
    """Return the column of the greatest share."""
    return max(columns, key=lambda column: column.share)


def _needed(columns: Sequence[Column]) -> int:
    return sum(column.width + _GAP for column in columns) - _GAP


def cell(column: Column, claim: Claim, folded: Sequence[Column]) -> Text:
    """Return a cell; under it, in its own style, what the folded columns say of the claim."""
    from rich.text import Text

    text = Text(column.show(claim), style=column.style(claim))
    for other in folded:
        if said := other.show(claim):
            text.append("\n")
            text.append(said if other.title != WORD.title else f"on the word of {said}", other.style(claim))
    return text
