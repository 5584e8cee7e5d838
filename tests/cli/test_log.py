"""``legation log``: what was done, when, by whom and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli import desk
from tests.cli.conftest import Run
from tests.cli.desk import Claims

from legation.records import Kind


@pytest.fixture
def claims(place: Path) -> Claims:
    return desk.fill(place)


@pytest.fixture
def accord(claims: Claims) -> str:
    return claims[Kind.AGREEMENT].id


def test_everything_that_people_do_is_told_the_last_first(run: Run, claims: Claims, accord: str) -> None:
    promise, meeting = claims[Kind.COMMITMENT].id, claims[Kind.MEETING].id
    run("review", "accept", accord, "-m", "seen", "--by", "anna")
    run("link", accord, meeting, "different", "-m", "two acts", "--by", "bela")
    run("assess", promise, "--completion", "limited", "-m", "half of it", "--by", "clara")
    run("grade", accord, "3", "-m", "weak", "--by", "dora")
    run("snapshot", "take", "v1", "--note", "for July", "--by", "emma")
    told = run("log").lines
    assert [(entry["by"], entry["what"]) for entry in told] == [
        ("emma", "snapshot"),
        ("dora", "credibility: 3"),
        ("clara", "completion: limited"),
        ("bela", "telling: different"),
        ("anna", "review 1: accept"),
    ]
    assert [entry["subject"] for entry in told[1:3]] == [accord, promise]
    assert [entry["detail"] for entry in told[1:]] == ["weak", "half of it", "two acts", "seen"]
    assert told[0]["subject"] == "v1"
    assert told[0]["detail"].endswith(" for July")
    assert [entry["at"] for entry in told] == sorted((entry["at"] for entry in told), reverse=True)
    assert json.loads(run("log", "--format", "json").out) == told


def test_a_run_is_told_with_its_counts(run: Run, report: Path) -> None:
    run("read", report)
    (entry,) = run("log").lines
    assert (entry["by"], entry["what"]) == ("legation", "run")
    assert entry["detail"].startswith(f"read {report} ")
    assert '"reports": 1' in entry["detail"]


def test_a_line_has_when_who_what_whom_and_why(run: Run, accord: str) -> None:
    run("review", "accept", accord, "-m", "seen  in the\nministry", "--by", "anna")
    (line,) = run("log", "--format", "table").out.splitlines()
    at, by, what, subject, why = line.split("  ")
    assert len(at) == len("2025-01-14 09:30:00")
    assert (by, what, subject, why) == ("anna", "review 1: accept", accord[:8], "seen in the ministry")


def test_the_life_of_a_claim(run: Run, accord: str, claims: Claims) -> None:
    run("review", "reject", accord, "-m", "only considered", "--by", "anna")
    run("review", "accept", claims[Kind.BODY].id, "--by", "anna")
    told = run("log", accord[:8]).lines
    assert {(entry["by"], entry["what"], entry["detail"]) for entry in told} == {
        ("anna", "review 1: reject", "only considered"),
        ("legation 1", "no longer said", "because of review 1"),
        ("legation 1", "said", ""),
    }
    assert told[-1]["what"] == "said"
    assert run("log", accord.upper()).lines == told


def test_a_review_that_was_taken_back_stays_in_the_log(run: Run, accord: str) -> None:
    run("review", "reject", accord, "-m", "no", "--by", "anna")
    run("review", "undo", "1", "-m", "it was right", "--by", "bela")
    undo, reject = run("log").lines
    assert (undo["what"], undo["detail"]) == ("review 2: undo of review 1", "it was right")
    assert reject["what"] == "review 1: reject"
    assert reject["detail"].startswith("no (taken back 20")
    assert [entry["what"] for entry in run("log", accord).lines].count("said") == 2


def test_a_correction_is_told_of_the_claim_and_of_what_came_of_it(run: Run, accord: str, place: Path) -> None:
    run("review", "correct", accord, "act=ratification", "-m", "ratified", "--by", "anna")
    made = str(desk.reviews(place)[0].result)
    for id_ in (accord, made):
        assert "review 1: correct" in [entry["what"] for entry in run("log", id_).lines]
    shown = run("log", "--format", "table").out
    assert made[:8] in shown
    assert "ratification" in shown


def test_what_a_newer_coder_offers_in_vain_is_told(run: Run, accord: str, place: Path) -> None:
    run("review", "accept", accord, "--by", "anna")
    offered = desk.read_anew(place, act="ratification")[Kind.AGREEMENT].id
    (entry,) = run("log", offered).lines
    assert (entry["what"], entry["by"], entry["detail"]) == ("withheld", "legation 2", "because of review 1")


def test_the_readings_and_reviews_of_a_report(run: Run, accord: str, place: Path) -> None:
    run("review", "accept", accord, "--by", "anna")
    desk.read_anew(place)
    told = [(entry["what"], entry["by"]) for entry in run("log", desk.REPORT.id[:10]).lines]
    assert told.count(("reading", "legation 1")) == told.count(("reading", "legation 2")) == 1
    assert told[-1] == ("reading", "legation 1")
    assert any(by == "anna" for _, by in told)


def test_a_limit_keeps_the_last(run: Run, claims: Claims) -> None:
    run("review", "accept", *(claim.id for claim in claims.values()), "--by", "anna")
    told = run("log", "--limit", "2").lines
    assert [entry["what"] for entry in told] == [f"review {len(claims) - number}: accept" for number in range(2)]
    assert run("log", "--limit", "0").status == 2


def test_where_nothing_was_done_it_says_so(run: Run, claims: Claims) -> None:
    done = run("log", "--format", "table")
    assert claims
    assert (done.status, done.out, done.err) == (0, "", "nothing was done yet\n")


def test_an_id_that_nothing_has_is_one_line(run: Run, claims: Claims) -> None:
    assert claims
    done = run("log", "zzz")
    assert (done.status, len(done.complaints)) == (1, 1)
    assert "'zzz'" in done.err


def test_an_id_that_several_claims_have_names_them(run: Run, place: Path) -> None:
    ids = {claim.id for number in range(1, 8) for claim in desk.fill(place, desk.report(number)).values()}
    first = next(id_[0] for id_ in sorted(ids) if sum(other[0] == id_[0] for other in ids) > 1)
    done = run("log", first)
    assert (done.status, len(done.complaints)) == (1, 1)
    assert f"more than one claim begins with {first!r}" in done.err


def test_without_a_record_it_is_one_line(run: Run) -> None:
    done = run("log")
    assert (done.status, len(done.complaints)) == (1, 1)
    assert "no record here yet" in done.err
