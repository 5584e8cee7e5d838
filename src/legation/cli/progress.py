"""Progress of a long reading: one line on standard error that goes away, only on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

from legation.cli.plain import shortened

if TYPE_CHECKING:
    from rich.console import Console
    from rich.status import Status

    from legation.pipeline import Kept

_NAME_WIDTH = 48


def counted(number: int, noun: str, note: str = "") -> str:
    """Return "1 report", "40 claims (3 new)"."""
    said = f"{number:,} {noun}{'' if number == 1 else 's'}"
    return f"{said} ({note})" if note else said


class Progress:
    """Counts what a reading yields and shows the counts while it runs."""

    def __init__(self, console: Console) -> None:
        from legation.pipeline import Tally

        self.tally = Tally()
        self._status: Status | None = console.status("reading …") if console.is_terminal else None

    def __enter__(self) -> Progress:
        """Begin to show."""
        if self._status is not None:
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wipe the line."""
        if self._status is not None:
            self._status.stop()

    def add(self, kept: Kept) -> None:
        """Count one outcome and show the counts."""
        self.tally.add(kept)
        if self._status is not None:
            tally = self.tally
            counts = f"{counted(tally.reports, 'report')}, {counted(tally.claims, 'claim')}"
            missed = f", {tally.failures:,} not read" if tally.failures else ""
            self._status.update(f"{counts}{missed} · {shortened(kept.outcome.source, _NAME_WIDTH)}")

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Wipe the line while something else is printed to the terminal."""
        if self._status is None:
            yield
            return
        self._status.stop()
        yield
        self._status.start()
