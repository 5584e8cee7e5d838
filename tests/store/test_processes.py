"""Several processes on one record, and processes that are killed in the middle of a reading."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.writer_process import CLAIMS, REJECTIONS

from legation.store import Record, open_record

ROOT = Path(__file__).parents[2]


def _start(location: str, first: int, number: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.writer_process", location, str(first), str(number)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_two_processes_write_while_one_reads(location: str) -> None:
    # Neither finds a record: they also race to create it.  Half of the reports are the same.
    writers = [_start(location, 0, 20), _start(location, 10, 20)]
    with open_record(location) as record:
        while any(writer.poll() is None for writer in writers):
            _check(record)
        assert record.counts()["reports"] == 30
        _check(record)
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0


def test_a_killed_process_leaves_no_half_written_report(location: str) -> None:
    _kill_and_look(location, 5)


@pytest.mark.soak
def test_two_hundred_kills(location: str) -> None:
    _kill_and_look(location, 200)


def _kill_and_look(location: str, times: int) -> None:
    moments = random.Random(times)  # noqa: S311  a seed, so that a failure can be repeated
    before = 0
    for number in range(times):
        with _start(location, number * 10_000, 10_000) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(moments.uniform(0, 0.1))
            writer.kill()
        with open_record(location) as record:
            _check(record)
            reports = record.counts()["reports"]
        assert reports >= before
        before = reports
    assert before > 0
    if "://" not in location:
        _check_file(location)


def _check(record: Record) -> None:
    """Look at the last reports: each must be whole."""
    for report in record.reports(limit=10):
        assert len(record.claims_of_report(report.id)) == CLAIMS
        assert len(record.rejections(report=report.id)) == REJECTIONS


def _check_file(path: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.execute("INSERT INTO passages_text(passages_text) VALUES ('integrity-check')")
        orphans = "SELECT count(*) FROM claims WHERE pk NOT IN (SELECT claim FROM claim_parties)"
        assert connection.execute(orphans).fetchone() == (0,)
