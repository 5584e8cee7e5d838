"""Versions of one act that cannot all be true."""

from __future__ import annotations

from typing import Any

import pytest
from tests.consolidation import factories as make

from legation.consolidation.disputes import disputes
from legation.records import AttributionLink, Claim, Kind, Modality, Precision


def _told(text: str, who: str = "One", **fields: Any) -> Claim:
    of = make.report(f"{text} So {who}.", publisher=who)
    armenia = [make.actor("Armenia", text, "ARM")] if "Armenia" in text else []
    return make.claim(text, text.split(maxsplit=1)[0], of=of, **({"actors": armenia} | fields))


def _denial(text: str, name: str, cue: str = "denied") -> AttributionLink:
    source = make.actor(name, text, None, entity=f"person:{name.lower()}")
    return make.said_by(source, cue, text)


def test_claims_that_agree_contest_nothing() -> None:
    assert disputes([_told("They met.", "One"), _told("They met.", "Two")]) == []
    assert disputes([]) == []


def test_days_in_so_many_words_are_contested_the_most_told_first() -> None:
    days = {"A": "2025-01-13", "B": "2025-01-14", "C": "2025-01-14"}
    claims = [_told("They met.", who, day=day) for who, day in days.items()]
    (found,) = disputes(claims)
    assert (found.about, found.told) == ("date", "contested: on 2025-01-14 or on 2025-01-13")
    assert [len(version.claims) for version in found.versions] == [2, 1]
    assert found.versions[1].claims == (claims[0],)


@pytest.mark.parametrize("fields", [{"basis": "inferred"}, {"precision": Precision.MONTH}, {"day": None}])
def test_a_day_that_a_report_does_not_give_contests_nothing(fields: dict[str, Any]) -> None:
    vague = _told("They met.", "Two", **({"day": "2025-01-13"} | fields))
    assert disputes([_told("They met.", "One"), vague]) == []


def test_one_report_does_not_contradict_itself() -> None:
    of = make.report("They met. They talked.")
    claims = [make.claim("They met.", "met", of=of), make.claim("They talked.", "talked", of=of, day="2025-01-13")]
    assert disputes(claims) == []


def test_done_and_not_done_are_contested() -> None:
    claims = [_told("They met.", "One"), _told("They did not meet.", "Two", modality=Modality.NEGATED)]
    (found,) = disputes(claims)
    assert (found.about, found.told) == ("done", "contested: done or not done")


@pytest.mark.parametrize("modality", [Modality.ONGOING, Modality.HISTORICAL])
def test_what_goes_on_or_is_past_is_done(modality: Modality) -> None:
    denied = _told("They did not meet.", "Two", modality=Modality.NEGATED)
    assert [d.about for d in disputes([_told("They met.", "One", modality=modality), denied])] == ["done"]


def test_what_is_announced_does_not_contradict_what_is_not_done() -> None:
    claims = [
        _told("They will meet.", "One", modality=Modality.FUTURE),
        _told("They did not meet.", "Two", modality=Modality.NEGATED),
    ]
    assert disputes(claims) == []


def test_that_nobody_said_it_does_not_contest_the_act() -> None:
    unsaid = _told("They did not say so.", "Two", kind=Kind.STATEMENT, modality=Modality.NEGATED)
    assert disputes([_told("They met.", "One"), unsaid]) == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("They sent 120 tanks.", "They sent 90 tanks.", "contested: 120 tanks or 90 tanks"),
        ("They sent 1,200 tanks.", "They sent 90 heavy tanks.", "contested: 1,200 tanks or 90 tanks"),
        ("They sent 120 tanks across the river.", "They sent 90 tanks into town.", "contested: 120 tanks or 90 tanks"),
        ("The 120 tanks crossed the river.", "Some 90 tanks entered the town.", "contested: 120 tanks or 90 tanks"),
    ],
)
def test_different_numbers_of_one_thing_are_contested(one: str, other: str, told: str) -> None:
    assert [(d.about, d.told) for d in disputes([_told(one, "One"), _told(other, "Two")])] == [("number", told)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They sent 120 tanks.", "They sent 120 tanks."),
        ("They sent 120 tanks.", "They sent 90 lorries."),
        ("It took them 3 days.", "It took them 5 days."),
        ("They met on 13 January.", "They met on 14 January."),
        ("They met under the 2019 treaty.", "They met under the 2021 treaty."),
        ("The 120 tanks crossed the river.", "Then 3 soldiers crossed the river."),
    ],
)
def test_numbers_of_other_things_days_and_years_contest_nothing(one: str, other: str) -> None:
    assert disputes([_told(one, "One"), _told(other, "Two")]) == []


def test_a_denial_is_told_by_whom() -> None:
    text = "They met, which Sahakyan denied."
    denied = _told(text, "Two", attribution=[_denial(text, "Sahakyan")])
    plain = _told("They met.", "One")
    (found,) = disputes([plain, denied])
    assert (found.about, found.told) == ("denied", "denied by Sahakyan")
    assert [version.claims for version in found.versions] == [(plain,), (denied,)]


def test_a_denial_needs_no_second_report() -> None:
    text = "They met, which Sahakyan denied."
    (found,) = disputes([_told(text, attribution=[_denial(text, "Sahakyan")])])
    assert len(found.versions) == 1


def test_a_claim_that_two_deny_is_held_once() -> None:
    text = "They met, which Sahakyan denied and Petrosyan dismissed."
    chain = [_denial(text, "Sahakyan"), _denial(text, "Petrosyan", "dismissed")]
    claim = _told(text, attribution=chain)
    (found,) = disputes([claim])
    assert found.versions[-1].claims == (claim,)


def test_several_things_may_be_contested_at_once() -> None:
    claims = [_told("They sent 120 tanks.", "One"), _told("They sent 90 tanks.", "Two", day="2025-01-13")]
    assert [d.about for d in disputes(claims)] == ["date", "number"]
