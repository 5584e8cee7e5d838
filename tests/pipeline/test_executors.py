from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from legation.errors import LegationError
from legation.pipeline import executors
from legation.pipeline.executors import in_order


def double(number: int) -> int:
    return 2 * number


def slow_if_early(number: int) -> int:
    time.sleep(0.2 if number < 4 else 0)
    return number


def die_on_seven(number: int) -> int:
    if number == 7:
        os._exit(9)
    return number


def killed(number: int) -> int:
    return -number


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_item_is_answered_in_order(jobs: int) -> None:
    assert list(in_order(double, range(30), jobs=jobs, killed=killed)) == [2 * n for n in range(30)]


def test_a_slow_chunk_does_not_change_the_order() -> None:
    assert list(in_order(slow_if_early, range(12), jobs=2, killed=killed)) == list(range(12))


def test_an_item_that_kills_its_process_loses_no_other() -> None:
    answers = list(in_order(die_on_seven, range(20), jobs=2, killed=killed))
    assert answers == [-7 if n == 7 else n for n in range(20)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_items_are_drawn_only_as_they_are_needed(jobs: int) -> None:
    drawn: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1000):
            drawn.append(number)
            yield number

    answers = in_order(double, items(), jobs=jobs, killed=killed)
    assert next(answers) == 0
    assert len(drawn) < 100
    answers.close()


def test_processes_that_cannot_start_are_not_blamed_on_the_items(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "_prepare", os._exit)  # with the parent's number: the process ends at once
    with pytest.raises(LegationError, match="cannot be started here; try --jobs 1"):
        list(in_order(double, range(20), jobs=2, killed=killed))


def test_no_items_give_no_answers() -> None:
    assert list(in_order(double, [], jobs=2, killed=killed)) == []
