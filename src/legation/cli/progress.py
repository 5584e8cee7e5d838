"""Progress of a long reading: one line on standard error that goes away, only on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

from legation.exports.plain import shortened

if TYPE_CHECKING:
    from rich.console import Console
    from rich.live import Live
    from rich.spinner import Spinner

    from legation.pipeline import Kept

_NAME_WIDTH = 48


def counted(number: int, noun: str, note: str = "") -> str:
    """Return "1 report", "40 claims (3 new)"."""
    said = f"{number:,} {noun}{'' if number == 1 else 's'}"
    return f"{said} ({note})" if note else said


class Progress:
    """Counts what a reading yields and, on a terminal, shows the counts while it runs."""

    def __init__(self, console: Console) -> None:
        from legation.pipeline import Tally

        self.tally = Tally()
        self._live = _live(console) if console.is_terminal else None

    def __enter__(self) -> Progress:
        """Begin to show."""
        if self._live is not None:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wipe the line."""
        if self._live is not None:
            self._live.stop()

    def add(self, kept: Kept) -> None:
        """Count one outcome and show the counts."""
        self.tally.add(kept)
        if self._live is not None:
            tally = self.tally
            counts = f"{counted(tally.reports, 'report')}, {counted(tally.claims, 'claim')}"
            missed = f", {tally.failures:,} not read" if tally.failures else ""
            self._live.update(_line(f"{counts}{missed} · {shortened(kept.outcome.source, _NAME_WIDTH)}"))

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Wipe the line while something else is printed to the same terminal."""
        if self._live is None:
            yield
            return
        self._live.stop()
        yield
        self._live.start()


def _live(console: Console) -> Live:
    from rich.live import Live

    # Not console.status: it would send standard output, which is data, to the console of the messages.
    return Live(_line("reading …"), console=console, transient=True, redirect_stdout=False, redirect_stderr=False)


def _line(text: str) -> Spinner:
    from rich.spinner import Spinner
    from rich.text import Text

    return Spinner("dots", Text(text, "dim"))
