"""``legation grade``: how far a publisher or a claim is to be trusted, computed or set by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli import desk
from tests.cli.conftest import Run
from tests.cli.desk import Claims
from tests.store import factories as make

from legation.records import Kind, Report
from legation.store import open_record


@pytest.fixture
def claims(place: Path) -> Claims:
    return desk.fill(place)


@pytest.fixture
def accord(claims: Claims) -> str:
    return claims[Kind.AGREEMENT].id


def of(publisher: str, number: int = 7) -> Report:
    return make.long_report(number, len(desk.OBJECTS), publisher=publisher)


def test_a_publisher_that_nobody_knows_cannot_be_judged(run: Run, claims: Claims) -> None:
    assert claims
    (found,) = run("grade", "Example Wire").lines
    assert (found["subject"], found["grade"], found["by"]) == ("Example Wire", "F", "")
    assert found["words"] == "reliability cannot be judged"
    assert found["reasons"]


def test_an_established_outlet_is_graded_with_the_reason(run: Run, place: Path) -> None:
    desk.fill(place, of("Reuters"))
    shown = run("grade", "Reuters", "--format", "table").out.splitlines()
    assert shown[0] == "Reuters: B, usually reliable"
    assert "established outlet" in shown[1]
    assert shown[1].startswith("  ")


def test_rejections_lower_the_grade_of_who_published_them(run: Run, place: Path) -> None:
    claims = desk.fill(place, of("Reuters"))
    before = run("grade", "Reuters").lines[0]["grade"]
    run("review", "reject", *(claim.id for claim in claims.values()), "-m", "invented", "--by", "anna")
    after = run("grade", "Reuters").lines[0]
    assert after["grade"] > before
    assert "6" in " ".join(after["reasons"])


def test_a_grade_by_hand_goes_before_the_computed_one(run: Run, claims: Claims) -> None:
    assert claims
    done = run("grade", "Example Wire", "C", "-m", "two corrections last year", "--by", "anna")
    assert done.status == 0
    assert done.lines == [
        {
            "subject": "Example Wire",
            "grade": "C",
            "words": "fairly reliable",
            "reasons": ["two corrections last year"],
            "by": "anna",
        }
    ]
    assert run("grade", "Example Wire").lines == done.lines
    table = run("grade", "Example Wire", "--format", "table").out
    assert table == "Example Wire: C, fairly reliable (set by anna)\n  two corrections last year\n"


def test_a_publisher_is_known_in_any_case(run: Run, claims: Claims) -> None:
    assert claims
    run("grade", "EXAMPLE wire", "d", "--by", "anna")
    assert run("grade", "Example Wire").lines[0]["grade"] == "D"


def test_a_claim_has_a_credibility_with_reasons(run: Run, accord: str) -> None:
    (found,) = run("grade", accord[:8]).lines
    assert found["subject"] == accord[:8]
    assert (found["grade"], found["words"], found["by"]) == ("4", "doubtful", "")
    assert any("reportedly" in reason for reason in found["reasons"])
    assert json.loads(run("grade", accord, "--format", "json").out) == [found]
    assert run("grade", accord.upper()).lines == [found]


def test_a_claims_grade_can_be_set(run: Run, accord: str, claims: Claims) -> None:
    (found,) = run("grade", accord, "2", "-m", "the ministry confirms it", "--by", "anna").lines
    assert (found["grade"], found["words"], found["by"]) == ("2", "probably true", "anna")
    assert found["reasons"] == ["the ministry confirms it"]
    assert run("grade", claims[Kind.BODY].id).lines[0]["by"] == ""


def test_the_last_grade_set_by_hand_holds(run: Run, accord: str) -> None:
    run("grade", accord, "2", "--by", "anna")
    run("grade", accord, "5", "--by", "bela")
    assert (run("grade", accord).lines[0]["grade"], run("grade", accord).lines[0]["by"]) == ("5", "bela")
    trail = [entry for entry in run("log", accord).lines if entry["what"].startswith("credibility")]
    assert [(entry["what"], entry["by"]) for entry in trail] == [("credibility: 5", "bela"), ("credibility: 2", "anna")]


@pytest.mark.parametrize("grade", ["G", "AA", "3", ""])
def test_a_grade_that_is_none_for_a_publisher_is_named(run: Run, claims: Claims, grade: str) -> None:
    assert claims
    done = run("grade", "Example Wire", grade, "--by", "anna")
    said = f"legation: reliability: {grade!r} is none of A, B, C, D, E, F\n"
    assert (done.status, done.out, done.err) == (1, "", said)
    assert run("grade", "Example Wire").lines[0]["by"] == ""


@pytest.mark.parametrize("grade", ["0", "7", "B", "high"])
def test_a_grade_that_is_none_for_a_claim_is_named(run: Run, accord: str, grade: str) -> None:
    done = run("grade", accord, grade, "--by", "anna")
    said = f"legation: credibility: {grade.upper()!r} is none of 1, 2, 3, 4, 5, 6\n"
    assert (done.status, done.out, done.err) == (1, "", said)
    assert run("grade", accord).lines[0]["by"] == ""


@pytest.mark.parametrize("grade", [(), ("B",)])
def test_who_is_no_publisher_of_the_record_is_named(run: Run, claims: Claims, grade: tuple[str, ...]) -> None:
    assert claims
    done = run("grade", "Nobody's Post", *grade)
    assert (done.status, done.out, len(done.complaints)) == (1, "", 1)
    assert done.err.startswith('legation: no report is published by "Nobody\'s Post"')


def test_a_publisher_whose_name_begins_an_id_is_still_the_publisher(run: Run, accord: str, place: Path) -> None:
    name = accord[:3].upper()
    desk.fill(place, of(name))
    run("grade", name, "C", "-m", "short name", "--by", "anna")
    with open_record(str(place), create=False) as record:
        values = record.desk.assessments([f"publisher:{name}", accord])
    assert [(value.subject, value.field, value.value) for value in values] == [
        (f"publisher:{name}", "reliability", "C")
    ]


def test_without_a_record_it_is_one_line(run: Run) -> None:
    done = run("grade", "Reuters")
    assert (done.status, len(done.complaints)) == (1, 1)
    assert "no record here yet" in done.err
