"""The laws of the record, on histories of readings, reviews and judgements that hypothesis makes up."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import Phase, assume, example, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from tests.store.histories import (
    CODERS,
    DECISIONS,
    TEXTS,
    Act,
    Office,
    Quick,
    Step,
    World,
    begun,
    content,
    current,
    in_force,
    said,
    seen,
    state,
    step,
    steps,
    worlds,
)

from legation.consolidation import Links
from legation.errors import ConflictError, RecordError
from legation.pipeline import brief_of, link_all
from legation.records import Action, Bond, Claim, Passage, Review, place_of, stands_at
from legation.store import ClaimQuery, Record
from legation.store.insertion import now

CASES, SOAK_CASES = 200, 10_000
_DAYS = ("2025-01-11", "2025-01-12", "2025-01-14", "2025-01-15", "2100-01-01")
_T = TypeVar("_T")
_ANYTHING = begun(steps(Act.READ, Act.READ, Act.READ, *Act))
_REVIEWED = begun(steps(Act.READ, Act.READ, Act.ACCEPT, Act.REJECT, Act.CORRECT, Act.UNDO, most=7))
_REFUSALS = frozenset({Action.REJECT, Action.CORRECT})


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


def _hold(law: Callable[[_T], None], strategy: st.SearchStrategy[_T], cases: int, *known: _T) -> None:
    """Hold a law against cases, first those that are known to be hard."""
    held = given(strategy)(law)
    for case in known:
        held = example(case)(held)
    # A law that breaks among a few cases is told at once; among thousands, the smallest case is worth its minutes.
    phases = [phase for phase in Phase if phase is not Phase.shrink or cases > CASES]
    settings(max_examples=cases, phases=phases)(held)()


def _worked(quick: Quick, world: World, before: list[Step]) -> Office:
    office = Office(quick.emptied(), world)
    for each in before:
        office.do(each)
    return office


# -- reading -------------------------------------------------------------------------------------------


def test_reading_again_adds_nothing(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step], Step]) -> None:
        world, before, reading = case
        office = _worked(quick, world, [*before, reading])
        held = state(office.record), office.record.counts()
        added = office.read(reading)
        assert not added.report_is_new
        assert (added.claims_added, added.withheld, added.superseded) == (0, 0, 0)
        for each in before:
            if each.act is Act.READ:
                office.read(each)
        assert (state(office.record), office.record.counts()) == held

    _hold(law, st.tuples(worlds(1) | worlds(), _ANYTHING, step(Act.READ)), cases)


def test_the_order_of_reading_does_not_matter(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, tuple[list[Step], list[Step]], bool]) -> None:
        world, (first, second), at_once = case
        expected = _read(quick, world, first, at_once=False)
        assert _read(quick, world, second, at_once=at_once) == expected

    _hold(law, st.tuples(worlds(), _in_two_orders((1,)), st.booleans()), cases)


def test_the_order_of_sightings_does_not_matter(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, tuple[list[Step], list[Step]]]) -> None:
        world, (first, second) = case
        expected = _read(quick, world, first, at_once=False)
        assert _read(quick, world, second, at_once=False) == expected

    _hold(law, st.tuples(worlds(), _in_two_orders((0, 1))), cases)


def test_linking_before_a_text_is_seen_again_does_not_matter(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, tuple[list[Step], list[Step]]]) -> None:
        world, (readings, _) = case
        assert _read(quick, world, readings, at_once=True) == _read(quick, world, readings, at_once=False)

    _hold(law, st.tuples(worlds(), _in_two_orders((0, 1))), cases)


def test_the_record_puts_claims_in_the_order_of_their_days(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step]]) -> None:
        claims = _worked(quick, *case).record.claims()
        days = [claim.when.start or claim.report.published_on or "2100" for claim in claims]
        assert days == sorted(days)

    _hold(law, st.tuples(worlds(), steps(Act.READ)), cases)


def _in_two_orders(sightings: tuple[int, ...]) -> st.SearchStrategy[tuple[list[Step], list[Step]]]:
    """Readings of the reports by one version of each of two coders, in each sighting of the text, in two orders."""
    two = (0, len(CODERS) - 1)
    every = [Step(Act.READ, report, coder, seen) for report in range(len(TEXTS)) for coder in two for seen in sightings]
    some = st.lists(st.sampled_from(every), unique=True, min_size=2, max_size=4)
    return some.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found)))


def _read(quick: Quick, world: World, readings: list[Step], *, at_once: bool) -> tuple[list[Claim], list[list[str]]]:
    """Return the claims and groups that come of readings, linked at once or in the end."""
    office = Office(quick.emptied(), world)
    for each in readings:
        office.read(each)
        if at_once:
            list(link_all(office.record))
    list(link_all(office.record))
    claims = current(office.record)
    ids = [claim.id for claim in claims]
    return said(claims), Links(tuple(office.record.judgements.on(ids, Bond.TELLING))).groups(ids)


# -- reviewing -----------------------------------------------------------------------------------------


def test_a_decision_survives_every_reading(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step], Step]) -> None:
        world, before, reading = case
        office = _worked(quick, world, before)
        held = {claim.id for claim in current(office.record)}
        read = {claim.id for claim in office.said(reading)[1]}
        refused = [each for each in in_force(office.record) if each.action in _REFUSALS]
        accepted = _accepted(office.record)
        office.read(reading)
        new = [claim for claim in current(office.record) if claim.id not in held]
        assert {claim.id for claim in new} & {each.claim for each in refused} == set()
        # Where a reading says what was refused itself, what it says beside that is something else.
        assert _stand_in_places(office.record, [each for each in refused if each.claim not in read], new) == []
        assert _accepted(office.record) == accepted

    both = (World((5, 0, 4, 0)), [_read_by(0), Step(Act.ACCEPT, 0, 0, 0), Step(Act.ACCEPT, 1, 0, 0)], _read_by(2))
    _hold(law, st.tuples(worlds(1), _REVIEWED, step(Act.READ)), cases, both)


def test_undo_restores_what_was(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step], Step]) -> None:
        world, before, decision = case
        office = _worked(quick, world, before)
        held = state(office.record)
        review = office.do(decision)
        assume(review is not None)
        assert review is not None
        undone = office.record.desk.undo(review.number, by="boris")
        assert state(office.record) == held
        for number in (review.number, undone.number):
            with pytest.raises(ConflictError, match=rf"review {number}: (already taken back|an undo)"):
                office.record.desk.undo(number, by="boris")
        assert state(office.record) == held

    _hold(law, st.tuples(worlds(1), _ANYTHING, step(*DECISIONS)), cases)


def test_a_decision_taken_back_late_leaves_no_trace(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step], Step, list[Step]]) -> None:
        world, before, decision, after = case
        expected = current(_worked(quick, world, [*before, *after]).record)
        office = _worked(quick, world, before)
        review = office.do(decision)
        assume(review is not None)
        for each in after:
            office.do(each)
        for held in in_force(office.record):
            office.record.desk.undo(held.number, by="boris")
        assert said(current(office.record)) == said(expected)

    accept, redated = Step(Act.ACCEPT, 0, 0, 0), _read_by(2, sighting=1)
    carried = (World((1, 5, 0, 0)), [_read_by(0)], accept, [_read_by(1)])
    dated = (World((0, 0, 8, 0)), [_read_by(0), _read_by(2)], accept, [redated])
    deciding = step(Act.ACCEPT, Act.REJECT, Act.CORRECT)
    some = st.tuples(worlds(1), begun(steps(Act.READ, most=2)), deciding, steps(Act.READ, most=3))
    _hold(law, some, cases, carried, dated)


def test_undo_brings_back_nothing_that_another_decision_forbids(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step], Step]) -> None:
        world, before, undo = case
        office = _worked(quick, world, before)
        held = {claim.id for claim in current(office.record)}
        review = office.do(undo)
        assume(review is not None)
        assert review is not None
        others = [each for each in in_force(office.record) if each.action in _REFUSALS]
        new = [claim for claim in current(office.record) if claim.id not in {*held, review.claim}]
        assert _stand_in_places(office.record, others, new) == []

    reject = Step(Act.REJECT, 0, 0, 0)
    twice = (World((0, 1, 0, 5)), [_read_by(3), reject, _read_by(1), reject], Step(Act.UNDO, 0, 0, 0))
    _hold(law, st.tuples(worlds(1), _REVIEWED, step(Act.UNDO)), cases, twice)


def _read_by(coder: int, *, sighting: int = 0) -> Step:
    return Step(Act.READ, 0, coder, sighting)


def _stand_in_places(record: Record, refused: list[Review], claims: list[Claim]) -> list[tuple[str, str]]:
    """Return the claims that stand where others were rejected or corrected, with those."""
    places = {each.claim: (each.report, place_of(record.claim(each.claim))) for each in refused}
    return [
        (claim.id, id_)
        for id_, (report, place) in places.items()
        for claim in claims
        if claim.report.id == report and stands_at(claim, place)
    ]


def _accepted(record: Record) -> set[str]:
    """Return what the current claims say that somebody accepted."""
    named = {each.claim for each in in_force(record) if each.action is Action.ACCEPT}
    return {content(claim) for claim in current(record) if claim.id in named}


# -- passages ------------------------------------------------------------------------------------------


def test_a_passage_that_is_not_verbatim_is_refused_with_all_that_comes_with_it(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step], Step, int, int]) -> None:
        world, before, reading, chosen, moved = case
        office = _worked(quick, world, before)
        report, claims = office.said(reading)
        assume(claims)
        passage = claims[chosen % len(claims)].passage
        wrong = Passage(start=passage.start + moved, end=passage.end + moved, exact=passage.exact)
        claims[chosen % len(claims)] = replace(claims[chosen % len(claims)], passage=wrong)
        held = state(office.record), office.record.counts()
        with pytest.raises(RecordError, match="is not verbatim"):
            office.record.add_reading(report, claims)
        assert (state(office.record), office.record.counts()) == held

    _hold(law, st.tuples(worlds(), _ANYTHING, step(Act.READ), st.integers(0, 3), st.integers(1, 200)), cases)


# -- days and moments ----------------------------------------------------------------------------------


def test_what_was_known_grows_with_the_days(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step]]) -> None:
        record = _worked(quick, *case).record
        published = {claim.id: claim.report.published_on or "2099" for claim in current(record)}
        known: set[str] = set()
        for day in _DAYS:
            former, known = known, {claim.id for claim in record.claims(ClaimQuery(as_of=day))}
            assert former <= known
            assert known == {id_ for id_, of in published.items() if of <= day}

    _hold(law, st.tuples(worlds(), _ANYTHING), cases)


def test_a_brief_as_of_a_day_does_not_change_with_later_reports(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step], list[Step]]) -> None:
        world, early, late = case
        first = {each.one % len(TEXTS) for each in early}
        office = _worked(quick, world, [replace(each, third=0) for each in early])
        list(link_all(office.record))
        expected = brief_of(office.record, ("ARM", "GEO"), "2025-01-12")
        for each in late:
            if each.one % len(TEXTS) not in first:
                office.do(replace(each, third=1))
        list(link_all(office.record))
        made = brief_of(office.record, ("ARM", "GEO"), "2025-01-12")
        assert (made.lead, made.sections) == (expected.lead, expected.sections)

    _hold(law, st.tuples(worlds(), steps(Act.READ, most=2), steps(Act.READ, least=2, most=3)), cases)


def test_a_brief_as_of_a_moment_never_changes(quick: Quick, cases: int) -> None:
    def law(case: tuple[World, list[Step], list[Step]]) -> None:
        world, before, after = case
        office = _worked(quick, world, [replace(each, third=1) for each in before])
        at = now()
        expected = brief_of(office.record, ("ARM", "GEO"), "2025-02-01", recorded_by=at)
        today = brief_of(office.record, ("ARM", "GEO"), "2025-02-01")
        assert (expected.sections, expected.silent) == (today.sections, today.silent)
        assert expected.lead.endswith(today.lead)
        for each in after:
            office.do(replace(each, third=1))
        assert brief_of(office.record, ("ARM", "GEO"), "2025-02-01", recorded_by=at) == expected

    _hold(law, st.tuples(worlds(), _ANYTHING, _ANYTHING), cases)


class _Desk(RuleBasedStateMachine):
    """A record at work: its claims stay verbatim, and what it showed of a moment, it shows ever after."""

    def __init__(self, quick: Quick) -> None:
        super().__init__()
        self.record = quick.emptied()
        self.office = Office(self.record, World(()))
        self.moments: dict[str, dict[str, object]] = {}

    @initialize(world=worlds(1) | worlds())
    def begin(self, world: World) -> None:
        """Take a world to report on."""
        self.office = Office(self.record, world)

    @rule(reading=step(Act.READ))
    def read(self, reading: Step) -> None:
        """Read a report."""
        self.office.do(reading)

    @rule(work=step())
    def work(self, work: Step) -> None:
        """Do anything."""
        self.office.do(work)

    @rule()
    def look(self) -> None:
        """Keep what the record shows now."""
        at = now()
        self.moments[at] = seen(self.record, at)

    @rule()
    def snap(self) -> None:
        """Take a snapshot."""
        self.record.desk.take_snapshot(f"s{len(self.record.desk.snapshots())}", by="anna")

    @invariant()
    def every_current_claim_is_verbatim_and_said_once(self) -> None:
        """Hold every passage against its report."""
        claims = current(self.record)
        texts = self.record.texts(claim.report.id for claim in claims)
        for claim in claims:
            assert texts[claim.report.id][claim.passage.start : claim.passage.end] == claim.passage.exact
        assert len({claim.id for claim in claims}) == len(claims)

    def teardown(self) -> None:
        """Hold every moment against what was seen of it."""
        for at, shown in self.moments.items():
            assert seen(self.record, at) == shown
        for snapshot in self.record.desk.snapshots():
            assert self.record.desk.digest(snapshot.recorded_at) == snapshot.digest


def test_what_held_at_a_moment_never_changes(quick: Quick, cases: int) -> None:
    class Here(_Desk):
        def __init__(self) -> None:
            super().__init__(quick)

    run_state_machine_as_test(Here, settings=settings(max_examples=cases, stateful_step_count=12))
