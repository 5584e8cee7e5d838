"""``legation evaluate``: how well Legation reads, in figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.failures import DONE, UNREAD, complain
from legation.cli.options import RulesOnlyOption, examples
from legation.cli.output import console, messages, print_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from legation.pipeline.figures import Score

EXAMPLES = examples("legation evaluate", "legation evaluate --gate", "legation evaluate --gold gold --scorers score")

_FLOORS = "floors.json"


def command(
    sets: Annotated[Path, typer.Option("--sets", metavar="DIR", help="The folder of the project's own sets.")] = Path(
        "evaluation"
    ),
    gold: Annotated[
        Path | None,
        typer.Option("--gold", metavar="DIR", help="Measure on gold sets that others made.", show_default=False),
    ] = None,
    scorers: Annotated[
        Path | None,
        typer.Option("--scorers", metavar="DIR", help="Their scorers.", show_default="score beside the gold"),
    ] = None,
    *,
    rules_only: RulesOnlyOption = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    gate: Annotated[bool, typer.Option("--gate", help="Exit 1 where a figure is below its floor.")] = False,
    raise_floors: Annotated[bool, typer.Option("--raise-floors", help="Write floors that have risen.")] = False,
) -> int:
    """Measure how well reports are read, on the project's own sets or on gold sets of others.

    Floors of the own sets are kept in floors.json; they may only get better, on sets that stay as they are.
    """
    if (gold is not None or rules_only) and (gate or raise_floors):
        raise typer.BadParameter("--gate and --raise-floors are for the project's own sets, read in full")
    try:
        scores = list(_measured(_folder(gold or sets), scorers, with_gold=gold is not None, rules_only=rules_only))
    except (ValueError, KeyError, OSError) as error:
        complain(f"{gold or sets}: cannot be measured: {error}")
        return UNREAD
    _show(scores, as_json=as_json)
    if raise_floors:
        _raise(scores, sets / _FLOORS)
    return _gated(scores, sets / _FLOORS) if gate else DONE


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise typer.BadParameter(f"there is no folder {path} (the sets are in the source tree, not in the package)")
    return path


def _measured(folder: Path, scorers: Path | None, *, with_gold: bool, rules_only: bool) -> Iterable[Score]:
    from legation.pipeline.evaluation import own_scores
    from legation.pipeline.gold import gold_scores
    from legation.pipeline.reading import Request

    if with_gold:
        return gold_scores(folder, scorers or folder.resolve().parent / "score", Request(rules_only=rules_only))
    return own_scores(folder, folder.resolve().parent / "examples", Request(rules_only=rules_only))


def _gated(scores: Sequence[Score], path: Path) -> int:
    from legation.pipeline.floors import breaches, load_floors

    found = sorted(breaches(scores, load_floors(path)))
    for line in found:
        complain(line)
    return UNREAD if found else DONE


def _raise(scores: Sequence[Score], path: Path) -> None:
    from legation.pipeline.floors import load_floors, raised, save_floors

    save_floors(path, raised(scores, load_floors(path)))
    messages().print(f"floors written to {path}", style="dim")


def _show(scores: Sequence[Score], *, as_json: bool) -> None:
    if as_json:
        print_document(
            [{"set": one.name, "items": one.items, "sha256": one.sha256, "figures": one.figures} for one in scores]
        )
        return
    for block in _alike(scores):
        _print(block)


def _alike(scores: Sequence[Score]) -> list[list[Score]]:
    """Group neighbours that have the same figures, so that each table is full."""
    blocks: list[list[Score]] = []
    for score in scores:
        if blocks and list(blocks[-1][0].figures) == list(score.figures):
            blocks[-1].append(score)
        else:
            blocks.append([score])
    return blocks


def _print(block: Sequence[Score]) -> None:
    from rich.table import Table

    from legation.pipeline.figures import LOWER_IS_BETTER, names

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("set", no_wrap=True, min_width=max(len(score.name) for score in block))
    for name in ("items", *names(block)):
        title = f"{name} ↓" if name in LOWER_IS_BETTER else name
        table.add_column(title.replace("_", " "), justify="right")
    for score in block:
        table.add_row(score.name, str(score.items), *(_figure(name, value) for name, value in score.figures.items()))
    out = console()
    out.print(table)
    out.print()


def _figure(name: str, value: float) -> str:
    return f"{value:.0f}" if name == "forbidden" else f"{value:.3f}"
