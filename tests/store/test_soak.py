"""Processes that read and review for long, side by side, and processes that are killed at it."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from tests.store.wholeness import TABLES, Snapshots, check_file, faults, sizes

from legation.store import open_record

ROOT = Path(__file__).parents[2]
KILLS, SOAK_KILLS = 5, 200
SECONDS, SOAK_SECONDS = 5, 600
LONGEST_LIFE_S = 1.0
"""A process is killed at some moment of its first second at work."""
WRITERS, READERS = 2, 4


def _start(module: str, location: str, first: int, seconds: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", f"tests.store.{module}", location, str(first), str(seconds)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("kills", [KILLS, pytest.param(SOAK_KILLS, marks=pytest.mark.soak)])
def test_a_desk_that_is_killed_leaves_a_whole_record(location: str, kills: int) -> None:
    moments = random.Random(kills)  # noqa: S311  a seed, so that a failure can be repeated
    snapshots = Snapshots()
    before = dict.fromkeys(TABLES, 0)
    for number in range(kills):
        _kill(location, number * 10_000, moments.uniform(0, LONGEST_LIFE_S))
        assert faults(location) == {}, f"after kill {number}"
        with open_record(location) as record:
            snapshots.verify(record, again=number == kills - 1)
        after = sizes(location)
        assert all(after[table] >= before[table] for table in TABLES)
        before = after
    assert before["reports"] > 0
    assert before["reviews"] > 0
    if "://" not in location:
        check_file(location)


def _kill(location: str, first: int, after: float) -> None:
    """Let a process work for a moment and kill it."""
    with _start("desk_process", location, first, SOAK_SECONDS) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "ready\n"
        time.sleep(after)
        assert desk.poll() is None
        desk.kill()


@pytest.mark.parametrize("seconds", [SECONDS, pytest.param(SOAK_SECONDS, marks=pytest.mark.soak)])
def test_two_write_and_review_while_four_read(location: str, seconds: int) -> None:
    open_record(location).close()
    writers = [_start("desk_process", location, 10_000_000 * (number + 1), seconds) for number in range(WRITERS)]
    readers = [_start("reader_process", location, number, seconds) for number in range(READERS)]
    wrote, asked = _told(writers), _told(readers)
    conflicts = wrote.pop("conflicts", 0)
    assert sizes(location) == {table: wrote[table] for table in TABLES}
    assert faults(location) == {}
    assert all(asked[name] > 0 for name in ("brief", "query", "search", "standing"))
    with open_record(location) as record:
        Snapshots().verify(record, again=True)
        assert record.counts()["reports"] == wrote["reports"]
    if "://" not in location:
        check_file(location)
    print(f"{seconds} s: wrote {dict(wrote)}, {conflicts} conflicts; asked {dict(asked)}")  # noqa: T201


def _told(processes: list[subprocess.Popen[str]]) -> Counter[str]:
    """Return what processes counted, all together, once they are done; each must have ended well."""
    told: Counter[str] = Counter()
    for process in processes:
        out, err = process.communicate()
        assert process.returncode == 0, err[-2000:]
        told.update(json.loads(out.splitlines()[-1]))
    return told
