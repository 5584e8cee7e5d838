"""The files of the house, for its tests."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "legation"
FOLDERS = ("src", "tests", "training", "evaluation", "bench", "docs", "examples", ".ci")
_TEXTS = {".py", ".md", ".yml", ".yaml", ".toml", ".txt", ".csv", ".json", ".html", ".css", ".cfg", ""}
_PASSED_OVER = {"__pycache__"}


def modules() -> list[Path]:
    """Return the modules of the package."""
    return sorted(path for path in SOURCE.rglob("*.py"))


def named(path: Path) -> str:
    """Return a path as it stands in the tree."""
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the functions and methods of a module."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def texts() -> Iterator[Path]:
    """Yield the files of the tree that hold text written here."""
    yield from (path for path in ROOT.glob("*") if path.is_file() and path.suffix in _TEXTS)
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in _TEXTS and not _PASSED_OVER & set(path.parts):
                yield path


@cache
def project() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def rooms() -> set[str]:
    """Return the rooms that the walls know."""
    (contract,) = project()["tool"]["importlinter"]["contracts"]
    return {room.strip() for layer in contract["layers"] for room in layer.split("|")}
