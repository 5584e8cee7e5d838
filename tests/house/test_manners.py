from __future__ import annotations

import ast
import re
from itertools import pairwise

import pytest
from tests.house.tree import functions, modules, named, parsed, texts

# Put together here, so that this file does not break its own rules.
_PROMISES = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
_MACHINES = re.compile(r"(?<![\w.~}])/(?:work|home|root|Users|mnt|opt)/" + r"[\w.]|\b[A-Z]:\\Users\\")


def test_nothing_is_left_for_later() -> None:
    found = [
        f"{named(path)}:{number}"
        for path in modules()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if _PROMISES.search(line) or "NotImplementedError" in line
    ]
    assert found == []


def test_no_function_is_a_stub() -> None:
    stubs = [
        f"{named(path)}:{node.lineno} {node.name}"
        for path in modules()
        for node in functions(path)
        if all(_is_nothing(statement) for statement in node.body) and not _only_documents(node)
    ]
    assert stubs == []


def _is_nothing(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Pass):
        return True
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _only_documents(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Tell a callback that exists for its docstring, or a method of a protocol, which is decorated or typed."""
    return bool(node.decorator_list)


def test_no_path_of_a_machine_stands_anywhere() -> None:
    found = [
        f"{named(path)}:{number}: {line.strip()[:80]}"
        for path in texts()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if _MACHINES.search(line)
    ]
    assert found == []


def test_what_a_module_offers_is_sorted_and_there() -> None:
    for path in modules():
        for node in parsed(path).body:
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
                offered = ast.literal_eval(node.value)
                assert offered == sorted(offered, key=_as_ruff_sorts), named(path)
                assert len(set(offered)) == len(offered), named(path)


def _as_ruff_sorts(name: str) -> tuple[int, str]:
    """Sort constants before classes before functions, as RUF022 does."""
    rank = 0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2
    return rank, name


@pytest.mark.parametrize("room", ["cli", "pipeline", "exports"])
def test_every_module_says_what_it_is(room: str) -> None:
    silent = [named(path) for path in modules() if path.parent.name == room and not ast.get_docstring(parsed(path))]
    assert silent == []


def test_all_versions_agree() -> None:
    from tests.house.tree import project  # noqa: PLC0415

    from legation import __version__  # noqa: PLC0415

    assert project()["project"]["version"] == __version__


def test_constraints_name_each_package_once_in_order() -> None:
    from tests.house.tree import ROOT  # noqa: PLC0415

    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    names = [line.partition("==")[0].lower() for line in lines]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
    assert all(first < second for first, second in pairwise(names))
