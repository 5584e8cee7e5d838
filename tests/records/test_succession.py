from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store import factories as make
from tests.strategies import claims

from legation.records import Claim, Kind, Modality, Place, When, differences, place_of, stands_at, successors

REPORT = make.report("Armenia and Georgia signed a treaty. Iran and Iraq met in Basra. Chad and Niger talked.")


def _on(start: int, end: int, kind: Kind = Kind.EVENT, id_: str = "") -> Claim:
    claim = make.claim(REPORT, kind=kind)
    return replace(claim, id=id_ or f"{kind}-{start}-{end}", trigger_start=start, trigger_end=end)


@given(claims())
def test_a_claim_stands_in_its_own_place(claim: Claim) -> None:
    kind, start, end = place_of(claim)
    assert (kind, start, end) == (claim.kind, claim.trigger_start, claim.trigger_end)
    assert stands_at(claim, place_of(claim)) is (start < end)


@pytest.mark.parametrize(
    ("start", "end", "stands"),
    [(10, 16, True), (5, 11, True), (15, 20, True), (12, 13, True), (0, 30, True), (4, 10, False), (16, 20, False)],
)
def test_a_claim_stands_where_its_trigger_overlaps(start: int, end: int, stands: bool) -> None:
    assert stands_at(_on(start, end), (Kind.EVENT, 10, 16)) is stands


def test_a_claim_of_another_kind_stands_elsewhere() -> None:
    assert not stands_at(_on(10, 16, Kind.MEETING), (Kind.EVENT, 10, 16))


def test_each_claim_is_succeeded_by_the_one_in_its_place() -> None:
    before = [_on(0, 6), _on(20, 26), _on(40, 46)]
    after = [_on(41, 47), _on(0, 6, id_="new"), _on(60, 66)]
    assert successors(before, after) == {"event-0-6": "new", "event-40-46": "event-41-47"}


def test_the_claim_that_shares_most_words_succeeds() -> None:
    assert successors([_on(10, 20)], [_on(5, 12), _on(12, 25), _on(19, 30)]) == {"event-10-20": "event-12-25"}


def test_a_claim_succeeds_one_and_the_other_takes_what_is_left() -> None:
    before = [_on(10, 20), _on(10, 14)]
    assert successors(before, [_on(10, 18)]) == {"event-10-20": "event-10-18"}
    both = successors(before, [_on(10, 18), _on(12, 14)])
    assert both == {"event-10-20": "event-10-18", "event-10-14": "event-12-14"}


def test_among_equals_the_first_by_id_succeeds_whatever_the_order() -> None:
    after = [_on(10, 16, id_="b"), _on(10, 16, id_="a")]
    assert successors([_on(10, 16)], after) == successors([_on(10, 16)], after[::-1]) == {"event-10-16": "a"}


def test_kinds_do_not_succeed_each_other() -> None:
    after = [_on(10, 16, Kind.MEETING), _on(12, 14)]
    assert successors([_on(10, 16)], after) == {"event-10-16": "event-12-14"}
    assert successors([], after) == successors(after, []) == {}


@given(st.lists(claims(), max_size=6), st.lists(claims(), max_size=6))
def test_no_claim_succeeds_two(before: list[Claim], after: list[Claim]) -> None:
    found = successors(before, after)
    assert len(set(found.values())) == len(found)
    by_id = {claim.id: claim for claim in (*before, *after)}
    assert all(by_id[old].kind == by_id[new].kind for old, new in found.items())


@given(claims())
def test_a_claim_does_not_differ_from_itself(claim: Claim) -> None:
    assert differences(claim, claim) == ()


def test_who_coded_it_on_which_words_how_surely_and_why_is_no_difference() -> None:
    claim = make.claim(REPORT)
    other = replace(
        claim,
        id="other",
        report=make.report("Another."),
        coder=make.NEWER,
        confidence=0.1,
        trigger_start=3,
        trigger_end=5,
        reason="otherwise",
    )
    assert differences(claim, other) == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", Kind.MEETING),
        ("event", None),
        ("actors", (make.actor("GEO"),)),
        ("recipients", ()),
        ("object", {"name": "treaty"}),
        ("modality", Modality.NEGATED),
        ("when", When()),
        ("where", Place(text="Basra", start=0, end=5, name="Basra")),
        ("attribution", ()),
    ],
)
def test_every_other_field_is_a_difference_that_is_named(field: str, value: Any) -> None:
    claim = make.claim(REPORT)
    assert differences(claim, replace(claim, **{field: value})) == (field,)


def test_differences_are_named_in_the_order_of_the_fields() -> None:
    claim = make.claim(REPORT)
    other = replace(claim, when=When(), actors=(), passage=replace(claim.passage, start=1))
    assert differences(claim, other) == differences(other, claim) == ("actors", "when", "passage")
