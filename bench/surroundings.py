"""What surrounds the reading: the machine and its load, memory, a cold start, the size of an installation."""

from __future__ import annotations

import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

_ROOT = Path(__file__).parents[1]
_MB = 1_000_000


def machine() -> dict[str, str | int | float]:
    """Return what the figures depend on: interpreter, processors, load average of the last minute."""
    return {
        "python": platform.python_version(),
        "processor": _processor(),
        "cores": os.cpu_count() or 0,
        "load_average": round(os.getloadavg()[0], 2),
    }


def _processor() -> str:
    table = Path("/proc/cpuinfo")
    lines = table.read_text(encoding="utf-8").splitlines() if table.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def keep_to_one_core() -> None:
    """Bind this process to one of its cores, where the system can."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def peak_memory() -> float:
    """Return the most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / _MB


def cold_start(times: int) -> float:
    """Return the median wall time of ``legation --help`` in a process of its own, in seconds."""
    return median(_wall([sys.executable, "-m", "legation", "--help"]) for _ in range(times))


def _wall(command: list[str]) -> float:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (str(_ROOT / "src"), *sys.path)))}
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
    return time.perf_counter() - start


def install_size() -> float:
    """Return how many MB an installation without extras adds to a new virtual environment."""
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        before = _size(Path(place))
        install = [f"{place}/bin/python", "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        subprocess.run([*install, "-c", str(_ROOT / "constraints.txt"), str(_ROOT)], check=True)
        return (_size(Path(place)) - before) / _MB


def _size(folder: Path) -> int:
    """Return the space that the files of a folder take on the disk, as ``du`` counts it."""
    return sum(path.lstat().st_blocks * 512 for path in folder.rglob("*") if not path.is_symlink())
