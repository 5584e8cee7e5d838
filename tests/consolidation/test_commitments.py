"""What was promised and what became of it."""

from __future__ import annotations

import pytest
from tests.consolidation import factories as make

from legation.consolidation import commitments, deadline
from legation.records import Claim, Kind, Modality


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
