"""The linker's judgements, and the groups that judgements of linkers and people make."""

from __future__ import annotations

from itertools import combinations, permutations
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.consolidation import factories as make

from legation.consolidation import Links, judge, judge_all
from legation.consolidation.pair_features import pair_features
from legation.models import linker
from legation.records import LINKER, Bond, Claim, Judgement, Kind, Verdict

SENTENCE = "Armenia and the United States signed a charter on river water."


def _of(publisher: str, day: str = "2025-01-14") -> Claim:
    of = make.report(f"{SENTENCE} So wrote {publisher}.", day=day, publisher=publisher)
    return make.signing(of=of)


def _meeting() -> Claim:
    text = "Officials of the United States and Armenia met farmers over lunch to talk about apricot exports."
    sides = [make.actor("United States", text, "USA"), make.actor("Armenia", text, "ARM")]
    return make.claim(
        text, "met", kind=Kind.MEETING, actors=sides, object={"status": "held"}, event=("CONSULT", None, 1),
        day="2025-01-17", of=make.report(text, day="2025-01-17", publisher="Orchard Daily"),
    )  # fmt: skip


def by_linker(one: str, other: str, score: float, **fields: Any) -> Judgement:
    """What a linker says of two ids."""
    verdict = Verdict.SAME if score >= 0.5 else Verdict.UNSURE
    known: dict[str, Any] = {"by": f"{LINKER}test-1", "reason": "alike"} | fields
    return Judgement(bond=Bond.TELLING, left=one, right=other, verdict=verdict, score=score, **known)


def by_hand(one: str, other: str, verdict: Verdict, by: str = "anna", at: str = "") -> Judgement:
    """What a person says of two ids."""
    return Judgement(bond=Bond.TELLING, left=one, right=other, verdict=verdict, by=by, reason=by, recorded_at=at)


def _groups(ids: str, *judgements: Judgement, join: float = 0.3) -> list[str]:
    return ["".join(group) for group in Links(judgements, join).groups(ids)]


def test_one_sentence_of_two_outlets_is_one_act() -> None:
    found = judge(_of("First Courier"), _of("Second Herald"))
    assert found is not None
    assert found.verdict is Verdict.SAME
    assert (found.bond, found.is_by_hand, found.by) == (Bond.TELLING, False, f"{LINKER}{linker().label}")


def test_a_signing_and_an_unrelated_meeting_are_not_one_act() -> None:
    signed = [_of("First Courier"), _of("Second Herald")]
    claims = [*signed, _meeting()]
    groups = Links(tuple(judge_all(claims))).groups(claim.id for claim in claims)
    assert sorted(groups) == sorted([sorted(claim.id for claim in signed), [_meeting().id]])


def test_a_claim_is_not_compared_with_itself_nor_with_what_shares_no_party_or_day() -> None:
    text = "Peru sold wool to Chile."
    wool = make.claim(text, "sold", actors=[make.actor("Peru", text, "PER")])
    assert judge(_of("First Courier"), _of("First Courier")) is None
    assert judge(_of("First Courier"), wool) is None
    assert judge(_of("First Courier"), make.signing(day="2025-03-01")) is None


def test_a_judgement_has_no_direction_and_says_what_it_saw() -> None:
    one, other = _of("First Courier"), _of("Second Herald")
    found = judge(one, other)
    assert found == judge(other, one)
    assert found is not None
    assert found.left < found.right
    assert found.score == round(linker().score(pair_features(one, other)), 3)
    assert found.reason.startswith("alike in: ")
    assert found.features["same kind"] == 1.0
    assert 0.0 not in found.features.values()


def test_all_pairs_are_judged_once_in_any_order() -> None:
    claims = [_of("First Courier"), _of("Second Herald"), _of("Third Post"), _meeting()]
    found = [judge_all([*order, order[0]]) for order in permutations(claims)]
    assert all(each == found[0] for each in found)
    pairs = [judgement.pair for judgement in found[0]]
    assert len(pairs) == len(set(pairs)) >= 3


def test_what_nobody_links_stands_alone() -> None:
    assert _groups("cab") == ["a", "b", "c"]
    assert Links(()).groups([]) == []


def test_ids_given_twice_are_one() -> None:
    assert _groups("abab", by_linker("a", "b", 0.9)) == ["ab"]


def test_groups_are_joined_by_their_mean_score() -> None:
    chain = (by_linker("a", "b", 0.9), by_linker("b", "c", 0.5))
    assert _groups("abc", *chain, join=0.3) == ["ab", "c"]
    assert _groups("abc", *chain, join=0.25) == ["abc"]
    assert _groups("abc", *chain, by_linker("a", "c", 0.2), join=0.3) == ["abc"]


def test_the_likeliest_pair_is_joined_first() -> None:
    rivals = (by_linker("a", "b", 0.6), by_linker("b", "c", 0.8))
    assert _groups("abc", *rivals, join=0.5) == ["a", "bc"]


def test_a_person_keeps_apart_what_a_linker_takes_for_one() -> None:
    alike = by_linker("a", "b", 0.99)
    assert _groups("ab", alike) == ["ab"]
    assert _groups("ab", alike, by_hand("a", "b", Verdict.DIFFERENT)) == ["a", "b"]


def test_a_person_keeps_apart_what_a_third_would_bring_together() -> None:
    alike = [by_linker(one, other, 0.9) for one, other in combinations("abc", 2)]
    assert _groups("abc", *alike, by_hand("a", "c", Verdict.DIFFERENT)) in (["ab", "c"], ["a", "bc"])
    same = (by_hand("a", "b", Verdict.SAME), by_hand("b", "c", Verdict.SAME), by_hand("a", "c", Verdict.DIFFERENT))
    assert _groups("abc", *same) in (["ab", "c"], ["a", "bc"])


def test_a_person_joins_what_no_linker_links() -> None:
    assert _groups("ab", by_hand("a", "b", Verdict.SAME)) == ["ab"]
    assert _groups("ab", by_linker("a", "b", 0.01), by_hand("a", "b", Verdict.SAME)) == ["ab"]


def test_what_a_person_is_not_certain_of_is_not_joined_by_its_score() -> None:
    assert _groups("ab", by_linker("a", "b", 0.9), by_hand("a", "b", Verdict.UNSURE)) == ["a", "b"]


def test_judgements_on_other_ids_link_nothing() -> None:
    linked = (by_linker("a", "x", 0.9), by_linker("b", "x", 0.9), by_hand("b", "x", Verdict.SAME))
    assert _groups("ab", *linked) == ["a", "b"]
    assert _groups("abx", *linked, by_linker("a", "b", 0.9)) == ["abx"]


def test_the_last_word_of_people_holds_in_whatever_order_it_comes() -> None:
    first = by_hand("a", "b", Verdict.SAME, "anna", "2025-01-01T00:00:00.000000Z")
    last = by_hand("a", "b", Verdict.DIFFERENT, "bela", "2025-02-01T00:00:00.000000Z")
    assert _groups("ab", first, last) == ["a", "b"]
    assert _groups("ab", last, first) == ["a", "b"]


def test_the_last_word_of_linkers_holds_in_whatever_order_it_comes() -> None:
    old = by_linker("a", "b", 0.9, by=f"{LINKER}test-1", recorded_at="2025-01-01T00:00:00.000000Z")
    new = by_linker("a", "b", 0.15, by=f"{LINKER}test-2", recorded_at="2025-02-01T00:00:00.000000Z")
    assert _groups("ab", old, new) == ["a", "b"]
    assert _groups("ab", new, old) == ["a", "b"]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_two_are_one_by_a_person_before_a_linker(verdict: Verdict) -> None:
    expected = verdict is Verdict.SAME
    alike = by_linker("a", "b", 0.0 if expected else 1.0)
    links = Links((alike, by_hand("a", "b", verdict)))
    assert links.are_one("a", "b") is links.are_one("b", "a") is expected


def test_two_are_one_by_a_linker_that_is_certain_enough() -> None:
    assert Links((by_linker("a", "b", linker().same),)).are_one("b", "a")
    assert not Links((by_linker("a", "b", linker().same - 0.01),)).are_one("b", "a")
    assert not Links(()).are_one("a", "b")


def test_the_reason_is_a_persons_before_a_linkers() -> None:
    links = Links((by_hand("a", "b", Verdict.SAME), by_linker("a", "b", 0.9, recorded_at="2030-01-01")))
    assert links.why("b", "a") == "anna"
    assert links.why("a", "c") is None
    assert Links((by_linker("a", "b", 0.9),)).why("a", "b") == "alike"


IDS = "abcdefg"
_PAIRS = st.lists(st.sampled_from(list(combinations(IDS, 2))), unique=True)
_SCORES = st.sampled_from([0.05, 0.2, 0.3, 0.45, 0.5, 0.7, 0.9, 1.0])


@st.composite
def _scored(draw: st.DrawFn) -> list[Judgement]:
    return [by_linker(*pair, draw(_SCORES)) for pair in draw(_PAIRS)]


@st.composite
def _decided(draw: st.DrawFn) -> list[Judgement]:
    return [by_hand(*pair, draw(st.sampled_from(list(Verdict)))) for pair in draw(_PAIRS.map(lambda pairs: pairs[:5]))]


@given(_scored(), _decided(), st.permutations(IDS), st.randoms(use_true_random=False))
def test_order_makes_no_difference_and_nobody_is_lost(
    scored: list[Judgement], decided: list[Judgement], ids: list[str], shuffling: Random
) -> None:
    judgements = [*scored, *decided]
    expected = _groups(IDS, *judgements)
    shuffling.shuffle(judgements)
    assert _groups("".join(ids), *judgements) == expected
    assert sorted("".join(expected)) == list(IDS)
    assert expected == sorted("".join(sorted(group)) for group in expected)


@given(_scored(), _decided())
def test_what_a_person_judged_different_is_never_in_one_group(
    scored: list[Judgement], decided: list[Judgement]
) -> None:
    groups = _groups(IDS, *scored, *decided)
    apart = [j.pair for j in decided if j.verdict is Verdict.DIFFERENT]
    assert not [pair for pair in apart if any(set(pair) <= set(group) for group in groups)]


@given(_scored(), _decided())
def test_what_a_person_judged_the_same_is_in_one_group_unless_kept_apart(
    scored: list[Judgement], decided: list[Judgement]
) -> None:
    same = [j for j in decided if j.verdict is not Verdict.DIFFERENT]
    groups = _groups(IDS, *scored, *same)
    together = [j.pair for j in same if j.verdict is Verdict.SAME]
    assert all(any(set(pair) <= set(group) for group in groups) for pair in together)


@given(_scored(), st.sampled_from([0.25, 0.3, 0.5]))
def test_no_two_groups_are_left_whose_mean_score_reaches_the_bound(scored: list[Judgement], join: float) -> None:
    scores = {frozenset(j.pair): j.score or 0.0 for j in scored}
    for one, other in combinations(_groups(IDS, *scored, join=join), 2):
        mean = sum(scores.get(frozenset((a, b)), 0.0) for a in one for b in other) / (len(one) * len(other))
        assert mean < join + 1e-9


@given(_scored(), st.sampled_from([0.25, 0.3, 0.5]))
def test_no_group_of_linkers_alone_is_joined_below_the_bound(scored: list[Judgement], join: float) -> None:
    scores = {frozenset(j.pair): j.score or 0.0 for j in scored}
    for group in _groups(IDS, *scored, join=join):
        pairs = [frozenset(pair) for pair in combinations(group, 2)]
        assert sum(scores.get(pair, 0.0) for pair in pairs) >= (join - 1e-9) * len(pairs)
