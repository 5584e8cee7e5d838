"""What two claims have in common, as numbers from 0 to 1."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.consolidation import factories as make

from legation.consolidation.pair_features import comparable, gap, pair_features, reachable, time_of
from legation.consolidation.traits import RECALLED
from legation.models import linker
from legation.records import Claim, ClaimObject, Kind, Modality, Place, Precision, When

PAIR = "Armenia and Georgia acted."


def _act(text: str = PAIR, trigger: str = "acted", **fields: Any) -> Claim:
    given_fields: dict[str, Any] = {"actors": [make.actor("Armenia", text, "ARM")]}
    if "Georgia" in text:
        given_fields["recipients"] = [make.actor("Georgia", text, "GEO")]
    return make.claim(text, trigger, **(given_fields | fields))


def _dated(day: str | None, *, published: str | None = "2025-01-14", **fields: Any) -> Claim:
    return _act(day=day, of=make.report(f"{PAIR} {day} {published} {fields}", day=published), **fields)


def _when(claim: Claim, start: str, end: str) -> Claim:
    return replace(claim, when=When(start=start, end=end, precision=Precision.INTERVAL, basis="explicit"))


@pytest.mark.parametrize(("day", "expected"), [("2025-01-14", True), ("2025-01-17", True), ("2025-01-18", False)])
def test_claims_are_compared_up_to_three_days_apart(day: str, expected: bool) -> None:
    one, other = _dated("2025-01-14"), _dated(day, published="2025-01-20")
    assert comparable(one, other) is expected
    assert comparable(other, one) is expected


def test_claims_without_a_party_in_common_are_not_compared() -> None:
    other = "Peru acted."
    assert not comparable(_act(), make.claim(other, "acted", actors=[make.actor("Peru", other, "PER")]))


def test_a_claim_is_found_by_parties_sources_persons_and_the_state_of_its_place() -> None:
    text = "Armenia acted in Tbilisi, Nikol Pashinyan told Interfax."
    who = make.person("Nikol Pashinyan", text, "ARM", "prime minister")
    wire = make.actor("Interfax", text, None, entity="agency:interfax", country="RUS", sector="MED")
    claim = _act(text, actors=[make.actor("Armenia", text, "ARM"), who], attribution=[make.said_by(wire, "told", text)])
    placed = replace(claim, where=Place(text="Tbilisi", start=17, end=24, name="Tbilisi", country="GEO"))
    assert reachable(placed) >= {"ARM", "RUS", "GEO", "person:nikol-pashinyan", "agency:interfax"}


def test_a_membership_is_found_by_its_organisation() -> None:
    text = "Armenia left the pact."
    claim = _act(text, "left", kind=Kind.MEMBERSHIP, object={"organisation": "the pact", "entity": "CSTO"})
    assert "CSTO" in reachable(claim)


def test_being_some_organisation_is_nothing_in_common() -> None:
    text = "The committee acted."
    unknown = make.actor("committee", text, None, country="IGO")
    assert reachable(make.claim(text, "acted", actors=[unknown])) == frozenset()


def test_the_time_of_a_dated_act_is_its_day_or_interval() -> None:
    assert time_of(_dated("2025-01-14")) == (date(2025, 1, 14), date(2025, 1, 14))
    assert time_of(_when(_act(), "2025-01-02", "2025-01-05")) == (date(2025, 1, 2), date(2025, 1, 5))


def test_an_act_without_a_day_may_lie_back_from_the_publication() -> None:
    first, last = time_of(_dated(None))
    assert last == date(2025, 1, 14)
    assert (last - first).days == RECALLED


def test_what_a_report_recalls_without_a_date_of_its_own_may_lie_back() -> None:
    recalled = _dated("2025-01-14", basis="inferred", modality=Modality.HISTORICAL)
    news = _dated("2025-01-14", basis="inferred")
    assert time_of(recalled)[0] < time_of(news)[0] == date(2025, 1, 14)
    assert comparable(recalled, _dated("2024-03-01", published="2024-03-01"))
    assert not comparable(news, _dated("2024-03-01", published="2024-03-01"))


def test_an_act_of_a_report_without_any_day_may_have_been_any_time() -> None:
    assert time_of(_dated(None, published=None)) == (date.min, date.max)


def test_the_oldest_days_of_the_calendar_are_no_obstacle() -> None:
    recalled = _dated("0001-02-01", published="0001-02-01", basis="inferred", modality=Modality.HISTORICAL)
    assert time_of(recalled)[0] == date.min


def test_the_gap_is_counted_from_the_end_of_one_to_the_beginning_of_the_other() -> None:
    one, other = _when(_act(), "2025-01-02", "2025-01-05"), _dated("2025-01-09")
    assert gap(one, other) == gap(other, one) == 4
    assert gap(one, _dated("2025-01-04")) == 0


def test_equal_claims_of_two_reports_agree_in_all_they_have() -> None:
    one, other = make.signing(), make.signing(of=make.report(f"{make.signing().passage.exact} Told again."))
    found = pair_features(one, other)
    agreeing = ("same day", "actors", "parties", "same kind", "same act", "same type", "same trigger", "words", "names")
    assert {name: found[name] for name in agreeing} == dict.fromkeys(agreeing, 1.0)
    differing = ("a day apart", "days apart", "other act", "other type", "roles reversed", "one report", "statements")
    assert {name: found[name] for name in differing} == dict.fromkeys(differing, 0.0)


def test_roles_are_reversed_where_the_one_does_what_the_other_is_told_to_do() -> None:
    text = "Georgia criticised Armenia."
    turned = _act(text, "criticised", actors=[make.actor("Georgia", text, "GEO")],
                  recipients=[make.actor("Armenia", text, "ARM")])  # fmt: skip
    assert pair_features(_act(), turned)["roles reversed"] == 1.0
    assert pair_features(turned, _act())["roles reversed"] == 1.0
    assert pair_features(_act(), _act())["roles reversed"] == 0.0


@pytest.mark.parametrize(
    ("day", "name"),
    [("2025-01-14", "same day"), ("2025-01-15", "a day apart"), ("2025-01-16", "days apart"), (None, "dates overlap")],
)
def test_days_are_the_same_or_next_to_each_other_or_apart_or_may_coincide(day: str | None, name: str) -> None:
    found = pair_features(_dated("2025-01-14"), _dated(day, published="2025-01-16"))
    of_days = ("same day", "a day apart", "days apart", "dates overlap")
    assert {each: found[each] for each in of_days} == dict.fromkeys(of_days, 0.0) | {name: 1.0}


def test_the_names_of_the_parties_are_no_words_in_common() -> None:
    one = _act("Armenia and Georgia opened a bridge.", "opened")
    other = _act("Armenia and Georgia closed a school.", "closed")
    found = pair_features(one, other)
    assert found["parties"] == 1.0
    assert (found["words"], found["all words"], found["words nearby"]) == (0.0, 0.0, 0.0)


def test_persons_in_common_are_persons_and_not_their_states() -> None:
    text = "Nikol Pashinyan of Armenia acted."
    who = make.person("Nikol Pashinyan", text, "ARM", "prime minister")
    named = make.claim(text, "acted", actors=[who])
    again = make.claim(text, "acted", actors=[who], of=make.report(f"{text} Again."))
    assert pair_features(named, again)["persons"] == 1.0
    assert pair_features(_act(), _dated("2025-01-15"))["persons"] == 0.0


def test_numbers_and_names_in_the_passages_are_compared() -> None:
    one = _act("Armenia acted near Lake Arpi with 120 lorries.")
    alike = _act("Near the shore of Lake Arpi came 120 lorries: Armenia acted.")
    other = _act("Armenia acted near Mount Aragats with 90 lorries.")
    assert pair_features(one, alike)["numbers"] == 1.0
    assert pair_features(one, other)["numbers"] == 0.0
    assert pair_features(one, alike)["proper names"] > pair_features(one, other)["proper names"]


def test_what_is_missing_on_either_side_is_neither_the_same_nor_another() -> None:
    found = pair_features(_act(), _act(event=("CONSULT", "visit", 1)))
    assert (found["same type"], found["other type"], found["same mode"]) == (0.0, 0.0, 0.0)


def test_the_linker_weighs_only_what_is_measured() -> None:
    assert set(linker().weights) <= set(pair_features(_act(), _act()))


_OBJECTS: st.SearchStrategy[ClaimObject] = st.sampled_from(
    [{}, {"name": "Bold charter", "act": "signature"}, {"what": "send lambs"}]
)


@st.composite
def _claims(draw: st.DrawFn) -> Claim:
    text = draw(st.sampled_from(["Armenia acted with Georgia.", "Georgia will acted 12 Bold Lambs, Armenia.", PAIR]))
    sides = draw(st.permutations([make.actor("Armenia", text, "ARM"), make.actor("Georgia", text, "GEO")]))
    published = draw(st.sampled_from(["2025-01-14", "2025-02-01", None]))
    return make.claim(
        text, "acted", actors=sides[:1], recipients=sides[1:],
        kind=draw(st.sampled_from(list(Kind))), modality=draw(st.sampled_from(list(Modality))),
        day=draw(st.sampled_from(["2025-01-12", "2025-01-14", None])),
        basis=draw(st.sampled_from(["explicit", "inferred"])),
        object=draw(_OBJECTS),
        event=draw(st.sampled_from([None, ("SUPPORT", None, 1), ("CONSULT", "visit", 1)])),
        of=make.report(f"{text} {draw(st.integers(0, 3))} {published}", day=published),
    )  # fmt: skip


@given(_claims(), _claims())
def test_every_measure_lies_between_0_and_1_and_has_no_direction(one: Claim, other: Claim) -> None:
    found = pair_features(one, other)
    assert all(0.0 <= value <= 1.0 for value in found.values())
    assert found == pair_features(other, one)
    assert gap(one, other) == gap(other, one) >= 0
    assert comparable(one, other) == comparable(other, one)
