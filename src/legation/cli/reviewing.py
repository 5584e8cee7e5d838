"""The reviewer at the terminal: one claim after the other beside its passage, a key for each decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import typer

from legation.cli.failures import DONE
from legation.cli.output import console
from legation.errors import ConflictError, DateError, RecordError
from legation.records import Change, Claim, Review, claim_to_dict

if TYPE_CHECKING:
    from rich.console import Console

    from legation.store import Record, Waiting

_BATCH = 20
_KEYS = "[a]ccept  [r]eject  [c]orrect  [s]kip  [u]ndo  [q]uit"


@dataclass(slots=True)
class _Sitting:
    """One sitting: what was passed over, what was decided, in order."""

    record: Record
    by: str
    out: Console
    skipped: set[str] = field(default_factory=set)
    done: list[int] = field(default_factory=list)


def sit_down(record: Record, by: str) -> int:
    """Go through the queue until it is empty or the reviewer leaves."""
    sitting = _Sitting(record, by, console())
    for change in record.desk.changes():
        if not _settle(sitting, change):
            return _leave(sitting)
    while (item := _next(sitting)) is not None:
        _show(sitting, item)
        if not _decide(sitting, item.claim):
            break
    return _leave(sitting)


def _next(sitting: _Sitting) -> Waiting | None:
    found = sitting.record.desk.waiting((), _BATCH + len(sitting.skipped))
    return next((item for item in found if item.claim.id not in sitting.skipped), None)


def _leave(sitting: _Sitting) -> int:
    sitting.out.print(f"{len(sitting.done)} decided, {len(sitting.skipped)} passed over", style="dim")
    return DONE


def _show(sitting: _Sitting, item: Waiting) -> None:
    from legation.cli.chains import chain
    from legation.cli.passages import marked_paragraph
    from legation.cli.reports import heading
    from legation.cli.show import print_fields

    out, claim = sitting.out, item.claim
    report = sitting.record.report(claim.report.id)
    out.rule(f"{item.why}", style="dim")
    out.print(heading(report))
    out.print()
    out.print(marked_paragraph(claim, report.text, colours=out.is_terminal))
    out.print()
    out.print(chain(claim))
    print_fields(claim)


def _decide(sitting: _Sitting, claim: Claim) -> bool:
    """Ask until the claim is decided or passed over; return False where the reviewer leaves."""
    deeds: dict[str, Callable[[], None]] = {
        "a": lambda: _kept(sitting, sitting.record.desk.accept(claim.id, by=sitting.by)),
        "r": lambda: _reject(sitting, claim),
        "c": lambda: _correct(sitting, claim),
        "s": lambda: sitting.skipped.add(claim.id),
        "u": lambda: _undo(sitting),
    }
    while True:
        key = typer.prompt(_KEYS, prompt_suffix="  ", default="s", show_default=False).strip().lower()[:1]
        if key == "q":
            return False
        if key not in deeds:
            sitting.out.print(f"{key!r} is none of a, r, c, s, u, q", style="yellow")
            continue
        try:
            deeds[key]()
        except ConflictError as error:
            sitting.out.print(str(error), style="yellow")
            sitting.skipped.add(claim.id)
        except (RecordError, DateError) as error:
            sitting.out.print(str(error), style="yellow")
            continue
        return True


def _kept(sitting: _Sitting, review: Review) -> None:
    from legation.pipeline import link_report

    link_report(sitting.record, review.report)
    sitting.done.append(review.number)
    became = f" → {review.result[:8]}" if review.result else ""
    changed = "".join(f"; {name}: {before or '–'} → {after or '–'}" for name, (before, after) in review.changes.items())
    sitting.out.print(f"review {review.number}{became}{changed}", style="dim")


def _reject(sitting: _Sitting, claim: Claim) -> None:
    reason = typer.prompt("why", default="", show_default=False)
    _kept(sitting, sitting.record.desk.reject(claim.id, by=sitting.by, reason=reason))


def _correct(sitting: _Sitting, claim: Claim) -> None:
    from shlex import split

    from legation.cli.review import pairs
    from legation.pipeline import corrected

    asked = typer.prompt("FIELD=VALUE …", default="", show_default=False)
    try:
        given = pairs(split(asked))
    except ValueError as error:
        raise RecordError(f'FIELD=VALUE: {error} (quote a value with blanks or apostrophes: "what=…")') from error
    reason = typer.prompt("why", default="", show_default=False)
    made, changed = corrected(claim, sitting.record.report(claim.report.id), given, sitting.by)
    _kept(sitting, sitting.record.desk.correct(claim.id, made, changed, by=sitting.by, reason=reason))


def _undo(sitting: _Sitting) -> None:
    if not sitting.done:
        raise RecordError("nothing was decided in this sitting: legation log shows what was before")
    number = sitting.done[-1]
    sitting.record.desk.undo(number, by=sitting.by)
    sitting.done.pop()
    sitting.out.print(f"review {number} is taken back", style="dim")


def _settle(sitting: _Sitting, change: Change) -> bool:
    for line in change_lines(change):
        sitting.out.print(line)
    key = typer.prompt(
        "[a]dopt  [k]eep the decision  [s]kip  [q]uit", prompt_suffix="  ", default="s", show_default=False
    )
    key = key.strip().lower()[:1]
    desk = sitting.record.desk
    try:
        if key == "a":
            _kept(sitting, desk.adopt(change.review.number, change.offered.id, by=sitting.by))
        elif key == "k":
            _kept(sitting, desk.keep(change.review.number, change.offered.id, by=sitting.by))
    except RecordError as error:
        sitting.out.print(str(error), style="yellow")
    return bool(key != "q")


def change_lines(change: Change) -> Iterator[str]:
    """Yield what stands and what a newer coder offers, field by field."""
    review = change.review
    coder = change.offered.coder
    decided = f"review {review.number}: {review.action.value} by {review.by}"
    yield f"{decided}; {coder.name} {coder.version} says otherwise ({change.offered.id[:12]})"
    yield f"  “{' '.join(change.offered.passage.exact.split())}”"
    kept = claim_to_dict(change.kept) if change.kept else {}
    offered = claim_to_dict(change.offered)
    for name in change.differs:
        yield f"  {name}: {_short(kept.get(name)) if kept else '(rejected)'} → {_short(offered[name])}"


def _short(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_short(each) for each in value) or "–"
    if isinstance(value, dict):
        if "exact" in value or "text" in value:
            return str(value.get("exact") or value.get("name"))
        return ", ".join(f"{k} {_short(v)}" for k, v in value.items() if v)
    return str(value) if value not in (None, "") else "–"
