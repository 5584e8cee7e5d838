"""How long the command takes to answer in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator

_TIMES = 5


def measure() -> Iterator[tuple[str, float, str]]:
    """Yield the median wall time of commands that read nothing."""
    for arguments in (["--help"], ["--version"], ["read", "--help"]):
        times = sorted(_wall([sys.executable, "-m", "legation", *arguments]) for _ in range(_TIMES))
        yield f"legation {' '.join(arguments)}", times[_TIMES // 2], "s"


def _wall(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start
