from __future__ import annotations

from statistics import median

from tests.house.tree import functions, modules, named

MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 40


def test_no_module_is_longer_than_400_lines() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def test_no_function_is_longer_than_40_lines() -> None:
    long = {
        f"{named(path)}:{node.lineno} {node.name}": length
        for path in modules()
        for node in functions(path)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    }
    assert long == {}


def test_functions_have_about_ten_lines() -> None:
    lengths = [(node.end_lineno or 0) - node.lineno + 1 for path in modules() for node in functions(path)]
    assert median(lengths) <= 12
