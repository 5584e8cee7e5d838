"""The laws of the record, on histories of readings, reviews and judgements that hypothesis makes up."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from tests.store import factories as make
from tests.store.histories import (
    CODERS,
    DECISIONS,
    SIGHTINGS,
    TEXTS,
    Act,
    Office,
    Quick,
    Step,
    World,
    current,
    in_force,
    said,
    state,
    step,
    steps,
    worlds,
)

from legation.consolidation import Links
from legation.errors import RecordError
from legation.pipeline import brief_of, known_of, link_all
from legation.records import Action, Bond, Claim, Review, place_of, stands_at
from legation.store import ClaimQuery, Order, Record
from legation.store.insertion import now

CASES, SOAK_CASES = 200, 10_000
_T = TypeVar("_T")
_READINGS = steps(Act.READ)
_ANYTHING = steps(Act.READ, Act.READ, Act.READ, *Act)
_DAYS = ("2025-01-11", *(day for day, _ in SIGHTINGS), "2025-02-01")


@pytest.fixture(scope="module")
def quick(blank_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Quick]:
    """Return the one record of all cases."""
    with Quick.opened(Path(shutil.copy(blank_file, tmp_path_factory.mktemp("laws") / "record.db"))) as opened:
        yield opened


@pytest.fixture(params=[CASES, pytest.param(SOAK_CASES, marks=pytest.mark.soak)])
def cases(request: pytest.FixtureRequest) -> int:
    """Return how many cases a law is held against."""
    number: int = request.param
    return number


def _hold(law: Callable[[_T], None], strategy: st.SearchStrategy[_T], cases: int) -> None:
    settings(max_examples=cases)(given(strategy)(law))()


# -- reading -------------------------------------------------------------------------------------------


def test_reading_again_adds_nothing(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step], Step]) -> None:
        world, before, reading = case
        office = Office(quick.emptied(), world)
        for each in before:
            office.do(each)
        for each in (*(each for each in before if each.act is Act.READ), reading):
            office.read(each)
        held = state(office.record), office.record.counts()
        added = office.read(reading)
        assert not added.report_is_new
        assert (added.claims_added, added.withheld, added.superseded) == (0, 0, 0)
        assert (state(office.record), office.record.counts()) == held

    _hold(law, st.tuples(worlds, _ANYTHING, step(Act.READ)), cases)


def test_a_whole_history_of_readings_read_again_adds_nothing(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step]]) -> None:
        office = Office(quick.emptied(), case[0])
        for each in case[1]:
            office.read(each)
        held = state(office.record), office.record.counts()
        for each in case[1]:
            office.read(each)
        assert (state(office.record), office.record.counts()) == held

    _hold(law, st.tuples(worlds, _READINGS), cases)


def test_the_order_of_reading_does_not_matter(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step], list[Step], bool]) -> None:
        world, first, second, linked_at_once = case
        office = Office(quick.emptied(), world)
        _read(office, first, linked_at_once=False)
        expected = said(current(office.record)), _groups(office.record)
        quick.emptied()
        _read(office, second, linked_at_once=linked_at_once)
        assert (said(current(office.record)), _groups(office.record)) == expected

    _hold(law, st.builds(lambda a, b, c: (a, *b, c), worlds, _in_two_orders(sightings=1), st.booleans()), cases)


def test_the_order_of_sightings_does_not_matter(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step], list[Step]]) -> None:
        world, first, second = case
        office = Office(quick.emptied(), world)
        _read(office, first, linked_at_once=False)
        expected = said(current(office.record)), _days(office.record), _groups(office.record)
        quick.emptied()
        _read(office, second, linked_at_once=False)
        assert (said(current(office.record)), _days(office.record), _groups(office.record)) == expected

    _hold(law, st.builds(lambda a, b: (a, *b), worlds, _in_two_orders(sightings=2)), cases)


def _in_two_orders(*, sightings: int) -> st.SearchStrategy[tuple[list[Step], list[Step]]]:
    """Readings of reports, each by one version of each of two coders, as often as it is sighted, in two orders."""
    every = [
        Step(Act.READ, report, coder, sighting)
        for report in range(len(TEXTS))
        for coder in (0, len(CODERS) - 1)
        for sighting in range(sightings)
    ]
    some = st.lists(st.sampled_from(every), unique=True, min_size=2, max_size=6)
    return some.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found)))


def _read(office: Office, readings: list[Step], *, linked_at_once: bool) -> None:
    for each in readings:
        office.read(each)
        if linked_at_once:
            list(link_all(office.record))
    list(link_all(office.record))


def _groups(record: Record) -> list[list[str]]:
    ids = [claim.id for claim in current(record)]
    return Links(tuple(record.judgements.on(ids, Bond.TELLING))).groups(ids)


def _days(record: Record) -> list[str]:
    """Return the days of the claims in the order in which the record puts them: it must be that of the days."""
    days = [claim.when.start or claim.report.published_on or "" for claim in record.claims()]
    assert days == sorted(days)
    return days


def test_a_decision_survives_any_reading(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step], Step]) -> None:
        world, before, reading = case
        office = Office(quick.emptied(), world)
        for each in before:
            office.do(each)
        held = {claim.id for claim in current(office.record)}
        accepted = {each.claim for each in in_force(office.record) if each.action is Action.ACCEPT} & held
        office.read(reading)
        new = [claim for claim in current(office.record) if claim.id not in held]
        assert [(one, other) for one in _refused(office.record) for other in new if _covers(one, other)] == []
        assert len(_accepted(office.record)) >= len(accepted) > 0 or not accepted

    deciding = steps(Act.READ, Act.READ, Act.ACCEPT, Act.REJECT, Act.CORRECT, Act.UNDO, least=2, most=10)
    _hold(law, st.tuples(worlds, deciding, step(Act.READ)), cases)
