"""The pictures of the README, made from what the program really prints: ``python docs/images/make.py``."""

from __future__ import annotations

import html
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import rich.console
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from legation.cli.main import main

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

_WIDTH = 104
_DARK = TerminalTheme(
    (24, 26, 31),
    (214, 217, 222),
    [(24, 26, 31), (224, 108, 117), (152, 195, 121), (229, 192, 123),
     (97, 175, 239), (198, 120, 221), (86, 182, 194), (171, 178, 191)],
    [(92, 99, 112), (224, 108, 117), (152, 195, 121), (229, 192, 123),
     (97, 175, 239), (198, 120, 221), (86, 182, 194), (255, 255, 255)],
)  # fmt: skip
# Nothing is fetched from anywhere: the fonts are those that the reader has.
_FORMAT = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
    "font-family: Fira Code, monospace", "font-family: 'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace"
)
_CELL = 12.2  # the width that Rich draws a character in
_TEXT = re.compile(
    r'<text(?P<before> class="[^"]*") x="(?P<x>[\d.]+)"(?P<y> y="[\d.]+") textLength="[\d.]+"(?P<after>[^>]*)>'
    r"(?P<said>[^<]*)</text>"
)
_READ = ("read", "examples/armenia-us-charter.txt", "--format", "table")
_BRIEF = ("brief", "ARM", "USA", "--as-of", "2025-02-01", "--no-passages")
PICTURES = {"read.svg": (_READ, 34), "brief.svg": (_BRIEF, 46)}


@contextmanager
def _recording(console: Console) -> Iterator[None]:
    """Let the commands print on one console, which records."""
    with mock.patch.object(rich.console, "Console", return_value=console):
        yield


def screen(command: tuple[str, ...], lines: int) -> Console:
    """Return a console that holds the prompt, the command and the first lines of what it prints."""
    printed = Console(record=True, file=io.StringIO(), width=_WIDTH, force_terminal=True, highlight=False)
    with _recording(printed):
        status = main(command)
    if status:
        raise SystemExit(f"legation {' '.join(command)} ended with {status}")
    shown = Text.from_ansi(printed.export_text(styles=True)).split("\n", allow_blank=True)
    picture = Console(record=True, file=io.StringIO(), width=_WIDTH, force_terminal=True, highlight=False)
    words = " ".join(word for word in command if word not in {"--format", "table"})  # a terminal has tables anyway
    picture.print(Text.assemble(("$ ", "green"), (f"legation {words}", "bold")))
    for line in shown[:lines]:
        picture.print(line, soft_wrap=True, crop=True)
    if len(shown) > lines:
        picture.print(Text("…", "dim"))
    return picture


def pictures() -> dict[str, Console]:
    """Return every picture's console; the examples are read into a record of their own."""
    with tempfile.TemporaryDirectory() as place, mock.patch.dict(os.environ, LEGATION_RECORD=f"{place}/record.db"):
        here = Path.cwd()
        os.chdir(ROOT)
        try:
            return {name: screen(command, lines) for name, (command, lines) in PICTURES.items()}
        finally:
            os.chdir(here)


def _words(text: re.Match[str]) -> str:
    """Place each run of words by itself: columns stay in line in any font, with or without textLength."""
    before, start, after = text["before"], float(text["x"]), text["after"]
    plain = html.unescape(text["said"]).replace("\xa0", " ")
    placed = []
    for run in re.finditer(r"\S+(?: \S+)*", plain):
        x = start + cell_len(plain[: run.start()]) * _CELL
        length = cell_len(run[0]) * _CELL
        said = html.escape(run[0], quote=False).replace(" ", "&#160;")
        placed.append(f'<text{before} x="{x:g}"{text["y"]} textLength="{length:g}"{after}>{said}</text>')
    return "\n".join(placed)


def write() -> None:
    """Write the pictures beside this script."""
    for name, console in pictures().items():
        stem = name.partition(".")[0]
        drawn = console.export_svg(title="legation", theme=_DARK, code_format=_FORMAT, unique_id=f"legation-{stem}")
        tidy = re.sub(r"[ \t]+$", "", _TEXT.sub(_words, drawn), flags=re.MULTILINE)
        (HERE / name).write_text(tidy, encoding="utf-8")
        sys.stderr.write(f"{name}\n")


if __name__ == "__main__":
    write()
