"""Grades of trust from a record."""

from __future__ import annotations

import pytest
from tests.consolidation import factories as make

from legation.documents.reprints import marks_of
from legation.errors import NotFoundError
from legation.pipeline import grade_of_claim, grade_of_publisher, link_all, telling_of
from legation.records import LINKER, Bond, Claim, Judgement, Verdict, ordered
from legation.store import Record

AROUND = {
    "First Courier": "Bells rang in the valley, and every school stayed shut until noon.",
    "Second Herald": "Clerks had worked through the night over the wording of an annex on sluices.",
    "Third Post": "Fishermen at the lower weir asked who would pay for new nets.",
}


def _of(publisher: str) -> Claim:
    """A telling in words of its own: beside one sentence nothing is shared."""
    text = make.signing().passage.exact
    return make.signing(of=make.report(f"{text} {AROUND[publisher]}", publisher=publisher))


def _keep(record: Record, *claims: Claim, link: bool = True) -> None:
    for claim in claims:
        record.add_reading(claim.report, [claim], marks=marks_of(claim.report))
    if link:
        list(link_all(record))


def _judge(record: Record, one: str, other: str, verdict: Verdict, bond: Bond = Bond.TELLING, by: str = "anna") -> None:
    left, right = ordered(bond, one, other)
    score = 0.9 if by.startswith(LINKER) else None
    record.judgements.add(
        [Judgement(bond=bond, left=left, right=right, verdict=verdict, by=by, reason="read both", score=score)]
    )


def test_a_claim_is_told_with_all_that_tell_its_act(record: Record) -> None:
    claims = [_of(publisher) for publisher in AROUND]
    _keep(record, *claims, make.promise(day="2024-06-01"))
    for claim in claims:
        assert {c.id for c in telling_of(record, claim.id).claims} == {c.id for c in claims}
    assert [c.id for c in telling_of(record, make.promise().id).claims] == [make.promise().id]


def test_a_telling_is_found_through_others(record: Record) -> None:
    first, second, third = claims = [_of(publisher) for publisher in AROUND]
    _keep(record, *claims, link=False)
    _judge(record, first.id, second.id, Verdict.SAME)
    _judge(record, second.id, third.id, Verdict.SAME)
    assert len(telling_of(record, first.id).claims) == 3


def test_a_person_takes_a_claim_out_of_a_telling(record: Record) -> None:
    one, other = _of("First Courier"), _of("Second Herald")
    _keep(record, one, other)
    _judge(record, one.id, other.id, Verdict.DIFFERENT)
    assert [c.id for c in telling_of(record, one.id).claims] == [one.id]


def test_a_telling_can_be_asked_for_as_it_stood(record: Record) -> None:
    one, other = _of("First Courier"), _of("Second Herald")
    _keep(record, one)
    then = record.desk.take_snapshot("before", by="anna").recorded_at
    _keep(record, other)
    assert len(telling_of(record, one.id).claims) == 2
    assert len(telling_of(record, one.id, then).claims) == 1


def test_a_rejected_claim_tells_nothing_more(record: Record) -> None:
    one, other = _of("First Courier"), _of("Second Herald")
    _keep(record, one, other)
    record.desk.reject(other.id, by="anna", reason="made up")
    assert [c.id for c in telling_of(record, one.id).claims] == [one.id]


def test_an_unknown_claim_is_named(record: Record) -> None:
    with pytest.raises(NotFoundError, match="ffffffff"):
        grade_of_claim(record, "ffffffff")


def test_one_origin_is_possibly_true_and_a_second_independent_one_confirms(record: Record) -> None:
    one, other = _of("First Courier"), _of("Second Herald")
    _keep(record, one)
    assert grade_of_claim(record, one.id).value == "3"
    _keep(record, other)
    _judge(record, one.report.id, other.report.id, Verdict.DIFFERENT, Bond.ORIGIN)
    assert grade_of_claim(record, one.id).value == grade_of_claim(record, other.id).value == "1"


def test_a_copy_confirms_nothing(record: Record) -> None:
    one, other = _of("First Courier"), _of("Second Herald")
    _keep(record, one, other)
    _judge(record, one.report.id, other.report.id, Verdict.SAME, Bond.ORIGIN, f"{LINKER}copies-1")
    assert grade_of_claim(record, one.id).value == "3"


def test_a_persons_grade_of_any_claim_of_a_telling_holds_and_the_last_of_several(record: Record) -> None:
    one, other = _of("First Courier"), _of("Second Herald")
    _keep(record, one, other)
    record.desk.assess(other.id, "credibility", "5", by="anna", reason="I asked")
    grade = grade_of_claim(record, one.id)
    assert (grade.value, grade.by, grade.reasons) == ("5", "anna", ("I asked",))
    record.desk.assess(one.id, "credibility", "2", by="bela", reason="I saw it")
    assert [grade_of_claim(record, each.id).by for each in (one, other)] == ["bela", "bela"]
    record.desk.assess(other.id, "credibility", "3", by="cleo", reason="I doubt it")
    assert [grade_of_claim(record, each.id).by for each in (one, other)] == ["cleo", "cleo"]


def test_a_publisher_nobody_knows_cannot_be_judged(record: Record) -> None:
    assert grade_of_publisher(record, "First Courier").value == "F"
    assert grade_of_publisher(record, "Reuters").value == "B"


@pytest.mark.parametrize(("wrong", "expected"), [(0, "B"), (1, "D")])
def test_what_reviewers_did_to_its_claims_grades_a_publisher(record: Record, wrong: int, expected: str) -> None:
    names = ("milk", "wool", "bridge", "apricot", "sluice")
    claims = [make.signing(name=f"{name} charter") for name in names]
    _keep(record, *claims, link=False)
    for claim in claims[wrong:]:
        record.desk.accept(claim.id, by="anna")
    for claim in claims[:wrong]:
        record.desk.reject(claim.id, by="anna", reason="wrong")
    grade = grade_of_publisher(record, "Example Wire")
    assert grade.value == expected
    assert grade.reasons == (f"{wrong} of 5 reviewed claims were rejected or corrected",)
    assert grade_of_publisher(record, "First Courier").value == "F"


def test_a_review_taken_back_counts_no_more(record: Record) -> None:
    claims = [make.signing(name=f"{name} charter") for name in ("milk", "wool", "bridge", "apricot", "sluice")]
    _keep(record, *claims, link=False)
    reviews = [record.desk.accept(claim.id, by="anna") for claim in claims]
    record.desk.undo(reviews[0].number, by="anna")
    assert grade_of_publisher(record, "Example Wire").value == "F"


def test_a_persons_grade_of_a_publisher_goes_before(record: Record) -> None:
    record.desk.assess("publisher:Reuters", "reliability", "A", by="anna", reason="thirty years")
    grade = grade_of_publisher(record, "Reuters")
    assert (grade.value, grade.words, grade.by) == ("A", "completely reliable", "anna")
