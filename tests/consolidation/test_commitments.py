"""What was promised and what became of it."""

from __future__ import annotations

import pytest
from tests.consolidation import factories as make

from legation.consolidation import Known, commitments, deadline
from legation.records import LINKER, Assessment, Bond, Claim, Judgement, Kind, Modality, Verdict


def test_silence_is_no_evidence() -> None:
    (standing,) = commitments([make.promise()], "2030-01-01")
    assert (standing.lifecycle, standing.completion, standing.compliance) == ("pipeline", "no evidence", None)
    assert standing.deadline == "none stated"
    assert standing.promisors == {"USA"}
    assert standing.promisees == {"ARM"}


@pytest.mark.parametrize(
    ("due", "day", "expected"),
    [
        (None, "2025-01-01", "none stated"),
        ("2025-02-01", "2025-01-31", "upcoming"),
        ("2025-02-01", "2025-02-01", "due"),
        ("2025-02-01", "2025-02-02", "overdue"),
        ("2025-02", "2025-02-20", "due"),
        ("2025", "2025-12-31", "due"),
        ("2025", "2026-01-01", "overdue"),
        ("2025-01-01/2025-01-31", "2025-01-15", "due"),
    ],
)
def test_a_deadline_is_computed_from_the_day(due: str | None, day: str, expected: str) -> None:
    assert deadline(due, day) == expected


def _arrival(day: str, modality: Modality = Modality.ASSERTED) -> Claim:
    text = "The United States sent border experts on security to Armenia."
    return make.claim(
        text,
        "sent",
        actors=[make.actor("United States", text, "USA")],
        recipients=[make.actor("Armenia", text, "ARM")],
        event=("AID", None, 2),
        day=day,
        modality=modality,
        of=make.report(f"{text} {day} {modality}", day=day),
    )


def test_a_later_act_is_proposed_with_its_reason_and_changes_nothing() -> None:
    (standing,) = commitments([make.promise(), _arrival("2025-03-01")], "2025-04-01")
    (evidence,) = standing.proposed
    assert "shares" in evidence.reason
    assert standing.completion == "no evidence"


def test_what_is_earlier_or_announced_or_unknown_yet_is_no_evidence() -> None:
    claims = [
        make.promise(),
        _arrival("2024-12-01"),
        _arrival("2025-02-01", Modality.FUTURE),
        _arrival("2025-03-01"),
    ]
    (standing,) = commitments(claims, "2025-02-15")
    assert standing.proposed == ()


def test_a_promise_not_yet_made_is_not_there() -> None:
    assert commitments([make.promise()], "2025-01-13") == []


def test_a_membership_to_come_is_a_promise() -> None:
    text = "Armenia will join the coalition."
    claim = make.claim(
        text,
        "will join",
        kind=Kind.MEMBERSHIP,
        actors=[make.actor("Armenia", text, "ARM")],
        object={"organisation": "coalition", "entity": None, "status": "member"},
        modality=Modality.FUTURE,
    )
    assert [s.what for s in commitments([claim], "2025-02-01")] == ["coalition"]


def _judged(later: Claim, verdict: Verdict, by: str = "anna", promise: Claim | None = None) -> Judgement:
    left = (promise or make.promise()).id
    return Judgement(bond=Bond.EVIDENCE, left=left, right=later.id, verdict=verdict, by=by, reason="read both")


def _set(at: str = "2025-05-01T00:00:00.000000Z", by: str = "anna", **values: str) -> tuple[Assessment, ...]:
    fields = {name.replace("_", " "): value for name, value in values.items()}
    subject = make.promise().id
    return tuple(
        Assessment(subject=subject, field=f, value=v, by=by, reason="", recorded_at=at) for f, v in fields.items()
    )


def _quarrel() -> Claim:
    text = "The United States scolded Armenia over apricots."
    return make.claim(text, "scolded", actors=[make.actor("United States", text, "USA")], day="2025-03-01")


def test_accepted_evidence_stands_with_who_accepted_it_and_why() -> None:
    arrival = _arrival("2025-03-01")
    known = Known(judgements=(_judged(arrival, Verdict.SAME),))
    (standing,) = commitments([make.promise(), arrival], "2025-04-01", known)
    (evidence,) = standing.accepted
    assert (evidence.claim, evidence.by, evidence.reason) == (arrival, "anna", "read both")
    assert standing.proposed == ()
    assert standing.completion == "no evidence"


def test_an_analyst_may_accept_what_no_rule_would_propose() -> None:
    known = Known(judgements=(_judged(_quarrel(), Verdict.SAME),))
    assert commitments([make.promise(), _quarrel()], "2025-04-01")[0].proposed == ()
    (standing,) = commitments([make.promise(), _quarrel()], "2025-04-01", known)
    assert [e.claim for e in standing.accepted] == [_quarrel()]


def test_accepted_evidence_is_not_there_before_its_day() -> None:
    arrival = _arrival("2025-03-01")
    known = Known(judgements=(_judged(arrival, Verdict.SAME),))
    (standing,) = commitments([make.promise(), arrival], "2025-02-28", known)
    assert standing.accepted == ()


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_refused_evidence_is_proposed_no_more(verdict: Verdict) -> None:
    arrival = _arrival("2025-03-01")
    known = Known(judgements=(_judged(arrival, verdict),))
    (standing,) = commitments([make.promise(), arrival], "2025-04-01", known)
    assert standing.accepted == standing.proposed == ()


def test_a_linker_accepts_nothing() -> None:
    arrival = _arrival("2025-03-01")
    known = Known(judgements=(_judged(arrival, Verdict.SAME, f"{LINKER}test-1"),))
    (standing,) = commitments([make.promise(), arrival], "2025-04-01", known)
    assert standing.accepted == ()
    assert [e.claim for e in standing.proposed] == [arrival]


def test_what_was_refused_of_another_promise_is_nothing_to_this_one() -> None:
    arrival, text = _arrival("2025-03-01"), "Armenia will open a school."
    other = make.claim(text, "will open", kind=Kind.COMMITMENT, actors=[make.actor("Armenia", text, "ARM")])
    known = Known(judgements=(_judged(arrival, Verdict.DIFFERENT, promise=other),))
    found = commitments([make.promise(), other, arrival], "2025-04-01", known)
    assert [[e.claim for e in standing.proposed] for standing in found if standing.promisors == {"USA"}] == [[arrival]]


def test_what_was_not_done_speaks_against() -> None:
    (standing,) = commitments([make.promise(), _arrival("2025-03-01", Modality.NEGATED)], "2025-04-01")
    assert [e.against for e in standing.proposed] == [True]
    (kept,) = commitments([make.promise(), _arrival("2025-03-01")], "2025-04-01")
    assert [e.against for e in kept.proposed] == [False]


def test_completion_compliance_and_the_rest_are_set_by_an_analyst() -> None:
    known = Known(
        assessments=_set(
            completion="substantial",
            compliance="-1",
            lifecycle="implementation",
            likelihood="30",
            criterion="experts in place",
            next_review="2025-06-30",
        )
    )
    (standing,) = commitments([make.promise()], "2025-05-02", known)
    assert (standing.completion, standing.compliance, standing.lifecycle) == ("substantial", -1, "implementation")
    assert (standing.likelihood, standing.criterion, standing.next_review) == (30, "experts in place", "2025-06-30")
    assert standing.assessed_by == "anna"


@pytest.mark.parametrize(("value", "expected"), [("-1", -1), ("0", 0), ("+1", 1)])
def test_compliance_is_a_number_and_zero_is_not_none(value: str, expected: int) -> None:
    (standing,) = commitments([make.promise()], "2025-05-02", Known(assessments=_set(compliance=value)))
    assert standing.compliance == expected


def test_nothing_set_is_nobodys_assessment() -> None:
    (standing,) = commitments([make.promise()], "2025-05-02", Known(assessments=_set(credibility="2")))
    assert (standing.assessed_by, standing.likelihood, standing.next_review) == ("", None, None)


def test_what_was_set_last_on_any_claim_that_tells_the_promise_holds() -> None:
    again = make.claim(
        make.promise().passage.exact, "will send", kind=Kind.COMMITMENT, actors=make.promise().actors,
        recipients=make.promise().recipients, object=make.promise().object, modality=Modality.FUTURE,
        of=make.report(f"{make.promise().passage.exact} Told again."),
    )  # fmt: skip
    late = Assessment(
        subject=again.id, field="completion", value="complete", by="bela", reason="", recorded_at="2025-06-01"
    )
    for held in ((*_set(completion="limited"), late), (late, *_set(completion="limited"))):
        (standing,) = commitments([make.promise(), again], "2025-07-01", Known(assessments=held))
        assert (standing.completion, standing.assessed_by) == ("complete", "bela")


@pytest.mark.parametrize(
    ("due", "completion", "evidence", "as_of", "expected"),
    [
        ("2025-03-01", "complete", "2025-03-01", "2025-09-01", "met"),
        ("2025-03-01", "complete", "2025-03-02", "2025-09-01", "met late"),
        ("2025-03", "complete", "2025-03-31", "2025-09-01", "met"),
        ("2025-03", "complete", "2025-04-01", "2025-09-01", "met late"),
        ("2025", "complete", "2026-01-01", "2026-09-01", "met late"),
        ("2025-02-01/2025-03-01", "complete", "2025-02-20", "2025-09-01", "met"),
        ("2025-03-01", "complete", None, "2025-09-01", "met"),
        ("2025-03-01", "substantial", "2025-02-20", "2025-09-01", "overdue"),
        ("2025-03-01", "substantial", "2025-02-20", "2025-02-25", "upcoming"),
        ("by the spring", "complete", "2025-03-01", "2025-09-01", "none stated"),
    ],
)
def test_a_deadline_is_met_only_by_what_is_complete_and_late_by_its_evidence(
    due: str, completion: str, evidence: str | None, as_of: str, expected: str
) -> None:
    later = [_arrival(evidence)] if evidence else []
    known = Known(
        judgements=tuple(_judged(each, Verdict.SAME) for each in later), assessments=_set(completion=completion)
    )
    (standing,) = commitments([make.promise(due=due), *later], as_of, known)
    assert standing.deadline == expected


def test_what_only_may_be_evidence_makes_nothing_late() -> None:
    late = _arrival("2025-08-01")
    known = Known(assessments=_set(completion="complete"))
    (standing,) = commitments([make.promise(due="2025-03-01"), late], "2025-09-01", known)
    assert [e.claim for e in standing.proposed] == [late]
    assert standing.deadline == "met"


def test_evidence_against_a_promise_does_not_make_it_late() -> None:
    sent, broken = _arrival("2025-02-20"), _arrival("2025-08-01", Modality.NEGATED)
    judged = (_judged(sent, Verdict.SAME), _judged(broken, Verdict.SAME))
    known = Known(judgements=judged, assessments=_set(completion="complete"))
    (standing,) = commitments([make.promise(due="2025-03-01"), sent, broken], "2025-09-01", known)
    assert [e.against for e in standing.accepted] == [False, True]
    assert standing.deadline == "met"
