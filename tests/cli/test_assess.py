"""``legation assess``: what became of a promise, set by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.cli import desk
from tests.cli.conftest import Run
from tests.cli.desk import Claims

from legation.records import Assessment, Bond, Kind
from legation.store import open_record


@pytest.fixture
def claims(place: Path) -> Claims:
    return desk.fill(place)


@pytest.fixture
def promise(claims: Claims) -> str:
    return claims[Kind.COMMITMENT].id


def held(place: Path, claim: str) -> dict[str, str]:
    """Return the values that hold for a claim."""
    return {each.field: each.value for each in assessments(place, claim)}


def assessments(place: Path, claim: str) -> list[Assessment]:
    with open_record(str(place), create=False) as record:
        return record.desk.assessments([claim])


def evidence(place: Path, claim: str) -> dict[str, str]:
    """Return what bears on a promise: claim -> verdict."""
    with open_record(str(place), create=False) as record:
        return {judged.right: judged.verdict.value for judged in record.judgements.on([claim], Bond.EVIDENCE)}


def stands(run: Run, *more: str) -> dict[str, Any]:
    """Return where the promise stands."""
    (row,) = run("standing", "ARM", "USA", "--of", "commitments", "--as-of", "2025-03-01", *more).lines
    assert isinstance(row, dict)
    return row


def test_a_value_is_set_with_who_and_why(run: Run, promise: str, place: Path) -> None:
    done = run("assess", promise[:8], "--completion", "complete", "-m", "the crossing is open", "--by", "anna")
    assert (done.status, done.out) == (0, "")
    assert done.err == f"legation: {promise[:8]}: completion complete, says anna\n"
    (value,) = assessments(place, promise)
    assert (value.field, value.value, value.by, value.reason) == (
        "completion",
        "complete",
        "anna",
        "the crossing is open",
    )


def test_what_is_set_shows_in_where_it_stands(run: Run, promise: str) -> None:
    assert stands(run)["state"] == "no evidence"
    run("assess", promise, "--completion", "complete", "--by", "anna")
    assert stands(run)["state"] == "complete"


def test_every_value_can_be_set_at_once(run: Run, promise: str, place: Path) -> None:
    values = {
        "completion": "limited",
        "lifecycle": "implementation",
        "compliance": "+1",
        "criterion": "a crossing is open to all by June",
        "likelihood": "30",
        "next-review": "2025-06-30",
    }
    options = [word for name, value in values.items() for word in (f"--{name}", value)]
    done = run("assess", promise, *options, "--by", "anna")
    assert (done.status, len(done.complaints)) == (0, len(values))
    assert held(place, promise) == {name.replace("-", " "): value for name, value in values.items()}


def test_a_later_value_stands_in_the_place_of_the_former(run: Run, promise: str, place: Path) -> None:
    run("assess", promise, "--completion", "limited", "--by", "anna")
    run("assess", promise, "--completion", "substantial", "--by", "bela")
    (value,) = assessments(place, promise)
    assert (value.value, value.by) == ("substantial", "bela")
    assert len(run("log", promise).lines) >= 3


@pytest.mark.parametrize("written", [("--compliance=-1",), ("--compliance", "-1")])
def test_a_negative_score_can_be_written_either_way(
    run: Run, promise: str, place: Path, written: tuple[str, ...]
) -> None:
    assert run("assess", promise, *written, "--criterion", "an open crossing").status == 0
    assert held(place, promise)["compliance"] == "-1"


def test_compliance_takes_a_written_criterion(run: Run, promise: str, place: Path) -> None:
    done = run("assess", promise, "--compliance=0", "--completion", "limited")
    said = "legation: compliance is set against a written criterion: give --criterion first\n"
    assert (done.status, done.err) == (1, said)
    assert held(place, promise) == {}
    run("assess", promise, "--criterion", "an open crossing")
    assert run("assess", promise, "--compliance=0").status == 0


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--completion", "done", "completion: 'done' is none of no evidence, not started, limited"),
        ("--lifecycle", "open", "lifecycle: 'open' is none of pipeline, implementation"),
        ("--likelihood", "0", "likelihood: a percentage from 1 to 99 (got '0')"),
        ("--likelihood", "100", "likelihood: a percentage from 1 to 99 (got '100')"),
        ("--likelihood", "even", "likelihood: a percentage from 1 to 99 (got 'even')"),
        ("--likelihood", "²", "likelihood: a percentage from 1 to 99 (got '²')"),
        ("--criterion", " ", "criterion: a value is missing"),
        ("--next-review", "2025-02-30", "'2025-02-30'"),
        ("--next-review", "soon", "'soon'"),
    ],
)
def test_a_value_that_is_none_is_named(run: Run, promise: str, place: Path, option: str, value: str, said: str) -> None:
    done = run("assess", promise, option, value, "--by", "anna")
    assert done.status in {1, 2}
    assert (done.out, len(done.complaints)) == ("", 1)
    assert said in done.err
    assert held(place, promise) == {}


def test_a_day_that_is_none_is_named_with_what_it_is_for(run: Run, promise: str) -> None:
    err = run("assess", promise, "--next-review", "soon").err
    assert err.replace("-", " ").find("next review") >= 0


def test_beside_a_value_that_is_none_nothing_is_set(run: Run, promise: str, claims: Claims, place: Path) -> None:
    act = claims[Kind.MEETING].id
    done = run("assess", promise, "--completion", "limited", "--evidence", act, "--likelihood", "200", "--by", "anna")
    assert done.status == 1
    assert held(place, promise) == {}
    assert evidence(place, promise) == {}


def test_evidence_and_what_is_none(run: Run, promise: str, claims: Claims, place: Path) -> None:
    yes, also, no = (claims[kind].id for kind in (Kind.MEETING, Kind.AGREEMENT, Kind.BODY))
    done = run(
        "assess", promise, "--evidence", yes[:8], "--evidence", also, "--not-evidence", no, "-m", "read", "--by", "anna"
    )
    assert done.complaints == [
        f"legation: {yes[:8]} is evidence on {promise[:8]}, says anna",
        f"legation: {also[:8]} is evidence on {promise[:8]}, says anna",
        f"legation: {no[:8]} is no evidence on {promise[:8]}, says anna",
    ]
    assert evidence(place, promise) == {yes: "same", also: "same", no: "different"}


def test_a_promise_is_no_evidence_on_itself(run: Run, promise: str, place: Path) -> None:
    done = run("assess", promise, "--evidence", promise, "--by", "anna")
    assert done.status in {1, 2}
    assert evidence(place, promise) == {}


def test_evidence_that_is_not_there_sets_nothing(run: Run, promise: str, place: Path) -> None:
    done = run("assess", promise, "--evidence", "zzz", "--completion", "limited")
    assert (done.status, done.err) == (1, "legation: no claim has an id that begins with 'zzz'\n")
    assert held(place, promise) == {}


def test_only_a_promise_can_be_assessed(run: Run, claims: Claims, place: Path) -> None:
    accord = claims[Kind.AGREEMENT].id
    done = run("assess", accord, "--completion", "complete")
    assert (done.status, len(done.complaints)) == (1, 1)
    assert accord in done.err
    assert "agreement is no promise" in done.err
    assert held(place, accord) == {}
    assert run("assess", "zzz", "--completion", "complete").err.startswith("legation: no claim has an id")


def test_with_nothing_to_set_it_is_wrong_usage(run: Run, promise: str) -> None:
    done = run("assess", promise, "-m", "so")
    assert (done.status, len(done.complaints)) == (2, 1)
    assert "nothing to set: give --completion, --evidence or another option" in done.err


def test_an_id_may_be_written_in_capitals(run: Run, promise: str) -> None:
    assert run("assess", promise.upper(), "--completion", "limited").status == 0


def test_what_was_set_is_seen_as_the_record_stood_then(run: Run, promise: str) -> None:
    run("assess", promise, "--completion", "limited", "--by", "anna")
    run("snapshot", "take", "then")
    run("assess", promise, "--completion", "complete", "--by", "anna")
    assert stands(run, "--recorded-by", "then")["state"] == "limited"
    assert stands(run)["state"] == "complete"
