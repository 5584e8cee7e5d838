"""The ``console`` blocks of the pages: what stands behind a ``$`` is run, what stands below it must come out.

A block that ends in ``…`` shows the first lines only.  Ids of claims and reports may differ from those on the page,
in what is printed and in the commands that follow.  ``python -m tests.docs.refresh`` writes the pages anew.
"""

from __future__ import annotations

import fcntl
import os
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copytree

ROOT = Path(__file__).parents[2]
PAGES = sorted([*(ROOT / "docs" / "tutorial").glob("*.md"), *(ROOT / "docs" / "how-to").glob("*.md")])
ELLIPSIS = "…"

_BLOCK = re.compile(r"^```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_ID = re.compile(r"\b(?:[0-9a-f]{64}|[0-9a-f]{20}|(?=[0-9a-f]*\d)[0-9a-f]{8})\b")
_MAY_DIFFER = (
    (_ID, "ID"),
    (re.compile(r"\+[0-9a-f]{10}\b"), "+ONTOLOGY"),
    (re.compile(r"As known on \d+ \w+ \d{4}\."), "As known on DAY."),
    (re.compile(r"\b[\d,]+(?= (?:new|more|claims?|superseded)\b)"), "N"),
    (re.compile(r"\b(claims|rejections|superseded) [\d,]+\b"), r"\1 N"),
    (re.compile(r"^(confidence +)[\d.]+$"), r"\1N"),
    (re.compile(r"^\d+$"), "N"),
)
_COLUMNS, _LINES = 100, 50
_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Step:
    """A command and the lines that the page shows of its output."""

    command: str
    shown: tuple[str, ...]

    @property
    def cut(self) -> bool:
        """Whether only the first lines are shown."""
        return bool(self.shown) and self.shown[-1].strip() == ELLIPSIS

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that must come out."""
        return self.shown[:-1] if self.cut else self.shown


def steps(body: str) -> list[Step]:
    """Return the steps of one block."""
    found: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return [Step(command, tuple(shown)) for command, shown in found]


def blocks(text: str) -> Iterator[re.Match[str]]:
    """Yield the console blocks of a page."""
    return _BLOCK.finditer(text)


def plain(line: str) -> str:
    """Return a line without what may differ: ids, counts, confidence, how wide a column is, the day of today."""
    line = " ".join(line.split())
    for pattern, word in _MAY_DIFFER:
        line = pattern.sub(word, line)
    return line


@dataclass(slots=True)
class Desk:
    """A folder with the examples and an empty record, in which the steps of one page are run in turn."""

    folder: Path
    ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Lay out the examples and the command."""
        copytree(ROOT / "examples", self.folder / "examples", ignore=lambda *_: {"expected"})
        bin_ = self.folder / ".bin"
        bin_.mkdir()
        (bin_ / "legation").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m legation "$@"\n')
        (bin_ / "legation").chmod(0o755)
        (bin_ / "python").symlink_to(sys.executable)

    def run(self, step: Step) -> list[str]:
        """Return the lines that a step prints, on a terminal of 100 columns without colours."""
        command = _ID.sub(lambda found: self._current(found[0]), step.command)
        printed = _on_a_terminal(command, self.folder, self._environment())
        lines = [line.rstrip().replace(str(self.folder), "~") for line in printed.splitlines()]
        self._learn(step, lines)
        return lines

    def _current(self, written: str) -> str:
        return self.ids.get(written, written)

    def _learn(self, step: Step, printed: list[str]) -> None:
        """Remember which ids stand for those on the page, line by line."""
        for line in step.lines:
            alike = next((found for found in printed if plain(found) == plain(line)), "")
            for written, current in zip(_ID.findall(line), _ID.findall(alike), strict=False):
                self.ids.setdefault(written, current)

    def _environment(self) -> dict[str, str]:
        path = os.pathsep.join([str(self.folder / ".bin"), os.environ.get("PATH", "")])
        screen = {"TERM": "dumb", "COLUMNS": str(_COLUMNS), "LINES": str(_LINES), "NO_COLOR": "1"}
        ours = {"PATH": path, "HOME": str(self.folder), **screen}
        kept = {key: value for key, value in os.environ.items() if key in {"LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR"}}
        return kept | ours | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}


def _on_a_terminal(command: str, folder: Path, environment: dict[str, str]) -> str:
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", _LINES, _COLUMNS, 0, 0))
    with os.fdopen(ours, "rb", buffering=0) as screen:
        running = subprocess.Popen(
            ["bash", "-c", command], stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=environment
        )
        os.close(theirs)
        printed = b"".join(_read(screen.fileno()))
    running.wait(timeout=_SECONDS)
    return printed.decode("utf-8", "replace").replace("\r\n", "\n")


def _read(screen: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(screen, 65536)
        except OSError:  # the other end is closed
            return
        if not chunk:
            return
        yield chunk


def differences(page: Path, folder: Path) -> list[str]:
    """Return what a page shows and the program does not print."""
    desk = Desk(folder)
    missing = []
    for block in blocks(page.read_text(encoding="utf-8")):
        for step in steps(block["body"]):
            printed = desk.run(step)
            found = {plain(line) for line in printed}
            missing += [f"$ {step.command}: {line}" for line in step.lines if plain(line) not in found]
    return missing


def rewritten(page: Path, folder: Path) -> str:
    """Return the text of a page with what its commands print now; stop where the program is at fault."""
    desk = Desk(folder)

    def again(block: re.Match[str]) -> str:
        return "```console\n" + "".join(_again(desk, step) for step in steps(block["body"])) + "```"

    return _BLOCK.sub(again, page.read_text(encoding="utf-8"))


def _again(desk: Desk, step: Step) -> str:
    printed = desk.run(step)
    if faults := [line for line in printed if "a fault of Legation" in line or "Traceback" in line]:
        raise SystemExit(f"$ {step.command}: {faults[0]}")
    command = _ID.sub(lambda found: desk.ids.get(found[0], found[0]), step.command)
    lines = [*printed[: len(step.lines)], ELLIPSIS] if step.cut else printed
    return "".join(f"{line}\n" for line in (f"$ {command}", *lines))
