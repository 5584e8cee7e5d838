"""What is known of claims beside the claims."""

from __future__ import annotations

from typing import Any

from tests.consolidation import factories as make

from legation.consolidation import Known, Links
from legation.consolidation.known import NOTHING, grouped
from legation.records import LINKER, Action, Assessment, Bond, Claim, Judgement, Review, Verdict, ordered

ONE, OTHER, THIRD = (make.signing(name=name) for name in ("water charter", "milk accord", "bridge treaty"))


def _judged(one: Claim, other: Claim, verdict: Verdict, bond: Bond = Bond.SUBJECT, by: str = "anna") -> Judgement:
    left, right = ordered(bond, one.id, other.id)
    return Judgement(bond=bond, left=left, right=right, verdict=verdict, by=by, reason="read both", score=0.9)


def _ids(groups: list[list[Claim]]) -> list[list[str]]:
    return [[claim.id for claim in group] for group in groups]


def _alike(_one: Claim, _other: Claim) -> bool:
    return True


def _unlike(_one: Claim, _other: Claim) -> bool:
    return False


def _review(number: int, claim: Claim, **fields: Any) -> Review:
    return Review(
        number=number, action=Action.ACCEPT, report=claim.report.id, claim=claim.id, by="anna", reason="",
        recorded_at="2025-01-01T00:00:00.000000Z", **fields,
    )  # fmt: skip


def test_without_a_word_of_people_the_rule_groups() -> None:
    assert _ids(grouped([ONE, OTHER], _alike, NOTHING)) == [[ONE.id, OTHER.id]]
    assert _ids(grouped([ONE, OTHER], _unlike, NOTHING)) == [[ONE.id], [OTHER.id]]


def test_the_rule_asks_the_first_of_a_group() -> None:
    asked = grouped([ONE, OTHER, THIRD], lambda first, claim: (first, claim) != (ONE, THIRD), NOTHING)
    assert _ids(asked) == [[ONE.id, OTHER.id], [THIRD.id]]


def test_what_people_judged_different_stays_apart_whatever_the_rule_says() -> None:
    known = Known(judgements=(_judged(ONE, OTHER, Verdict.DIFFERENT),))
    assert _ids(grouped([ONE, OTHER], _alike, known)) == [[ONE.id], [OTHER.id]]


def test_different_from_any_of_a_group_is_apart_from_it() -> None:
    known = Known(judgements=(_judged(OTHER, THIRD, Verdict.DIFFERENT),))
    assert _ids(grouped([ONE, OTHER, THIRD], _alike, known)) == [[ONE.id, OTHER.id], [THIRD.id]]


def test_what_people_judged_one_is_together_whatever_the_rule_says() -> None:
    known = Known(judgements=(_judged(ONE, OTHER, Verdict.SAME),))
    assert _ids(grouped([ONE, OTHER], _unlike, known)) == [[ONE.id, OTHER.id]]


def test_a_persons_word_on_a_later_group_goes_before_the_rule_on_an_earlier_one() -> None:
    known = Known(judgements=(_judged(ONE, OTHER, Verdict.DIFFERENT), _judged(OTHER, THIRD, Verdict.SAME)))
    assert _ids(grouped([ONE, OTHER, THIRD], _alike, known)) == [[ONE.id], [OTHER.id, THIRD.id]]


def test_claims_that_tell_one_act_speak_of_one_thing() -> None:
    linked = Known(links=Links((_judged(ONE, OTHER, Verdict.SAME, Bond.TELLING, f"{LINKER}test-1"),)))
    assert _ids(grouped([ONE, OTHER], _unlike, linked)) == [[ONE.id, OTHER.id]]


def test_people_keep_apart_the_subjects_of_claims_that_a_linker_took_for_one() -> None:
    links = Links((_judged(ONE, OTHER, Verdict.SAME, Bond.TELLING, f"{LINKER}test-1"),))
    known = Known(links=links, judgements=(_judged(ONE, OTHER, Verdict.DIFFERENT),))
    assert _ids(grouped([ONE, OTHER], _unlike, known)) == [[ONE.id], [OTHER.id]]


def test_evidence_is_what_a_person_judged_and_has_a_direction() -> None:
    by_hand = _judged(ONE, OTHER, Verdict.SAME, Bond.EVIDENCE)
    by_linker = _judged(ONE, THIRD, Verdict.SAME, Bond.EVIDENCE, f"{LINKER}test-1")
    assert Known(judgements=(by_hand, by_linker)).evidence == {(ONE.id, OTHER.id): by_hand}


def test_subjects_and_evidence_are_kept_apart() -> None:
    known = Known(judgements=(_judged(ONE, OTHER, Verdict.SAME), _judged(ONE, THIRD, Verdict.DIFFERENT, Bond.EVIDENCE)))
    assert list(known.subjects.values()) == [Verdict.SAME]
    assert [each.verdict for each in known.evidence.values()] == [Verdict.DIFFERENT]


def test_values_are_found_by_subject_and_field() -> None:
    value = Assessment(subject=ONE.id, field="completion", value="limited", by="anna", reason="")
    assert Known(assessments=(value,)).values == {(ONE.id, "completion"): value}


def test_a_review_is_found_by_what_came_of_it() -> None:
    plain, made = _review(1, ONE), _review(2, OTHER, result="made")
    assert Known(reviews=(plain, made)).reviewed == {ONE.id: plain, "made": made}
