"""Running the command in this process, on a record of its own."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from legation.cli.main import main

TEXT = """Armenia and Georgia sign a border accord

YEREVAN, 14 January 2025 (Example) - Armenia and Georgia signed an agreement on border trade in Yerevan on
Tuesday. "We will open a second crossing in the spring," Armenian Foreign Minister Ararat Mirzoyan said.

Georgian Prime Minister Irakli Kobakhidze met Armenian Prime Minister Nikol Pashinyan in Tbilisi on Monday.
Russia accused Georgia of breaking an old promise, the Interfax news agency reported.
"""


ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
"""For the command in a process of its own, whether Legation is installed or only on the path."""


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        """The JSON lines of standard output."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def complaints(self) -> list[str]:
        """The lines of standard error."""
        return self.err.splitlines()


Run = Callable[..., Done]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where the record of the test is."""
    return tmp_path / "record.db"


@pytest.fixture
def run(place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on the record of the test; a terminal of 120 columns unless it says otherwise."""
    monkeypatch.setenv("LEGATION_RECORD", str(place))
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("TERM", "dumb")

    def runs(*arguments: str | Path, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Done(status, captured.out, captured.err)

    return runs


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return a report of our own with claims of several kinds."""
    path = tmp_path / "accord.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def filled(run: Run, report: Path) -> list[dict[str, Any]]:
    """Read the report into the record and return its claims."""
    return run("read", report).lines
