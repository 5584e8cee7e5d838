"""A command at a real terminal: what it shows is read, and answers are typed."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

_PATIENCE = 60.0
# As a terminal starts it: whoever runs the tests in the background has interrupts ignored by all that they start.
_RUN = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from legation.cli.main import main; sys.exit(main(sys.argv[1:]))"
)


class Terminal:
    """A pseudo-terminal on which ``legation`` runs."""

    def __init__(self, *arguments: str, env: Mapping[str, str], columns: int = 100) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-c", _RUN, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=dict(env),
            start_new_session=True,
        )
        os.close(theirs)
        self.shown = ""
        self._seen = 0

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def answer(self, prompt: str, words: str) -> str:
        """Wait until the terminal asks, type the words, and return what was shown up to the prompt."""
        before = self._wait(prompt)
        os.write(self._ours, f"{words}\n".encode())
        return before

    def interrupt(self, prompt: str) -> None:
        """Wait until the command has asked and sleeps over the answer, and interrupt it."""
        self._wait(prompt)
        stat, end = Path(f"/proc/{self._process.pid}/stat"), time.monotonic() + _PATIENCE
        asleep = 0
        while asleep < 3:  # a signal between the question and the reading would wait for an answer
            assert time.monotonic() < end
            asleep = asleep + 1 if stat.read_text().rpartition(")")[2].split()[0] == "S" else 0
            time.sleep(0.05)
        self._process.send_signal(signal.SIGINT)

    def end(self) -> int:
        """Read to the end and return the exit status."""
        end = time.monotonic() + _PATIENCE
        while self._read():
            assert time.monotonic() < end
        return self._process.wait(_PATIENCE)

    def _wait(self, prompt: str) -> str:
        end = time.monotonic() + _PATIENCE
        while (at := self.shown.find(prompt, self._seen)) < 0:
            assert time.monotonic() < end, f"no {prompt!r} in {self.shown!r}"
            assert self._read(), f"ended before {prompt!r}: {self.shown!r}"
        before, self._seen = self.shown[self._seen : at], at + len(prompt)
        return before

    def _read(self) -> bool:
        """Read what there is; return False where the terminal is closed."""
        ready, _, _ = select.select([self._ours], [], [], 0.2)
        if not ready:
            return True
        try:
            found = os.read(self._ours, 65536)
        except OSError:  # Linux says so when the last process at the terminal has gone
            return False
        self.shown += found.decode(errors="replace")
        return bool(found)
