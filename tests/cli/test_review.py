"""``legation review``: the queue and each decision, from the command line."""

from __future__ import annotations

import getpass
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
    """Return the id of the agreement."""
    return claims[Kind.AGREEMENT].id


def test_the_queue_has_first_what_binds(run: Run, claims: Claims) -> None:
    waiting = run("review", "queue").lines
    assert {item["claim"]["id"] for item in waiting} == {claim.id for claim in claims.values()}
    assert waiting[-1]["claim"]["kind"] == "statement"
    assert {item["claim"]["kind"] for item in waiting[:3]} == {"agreement", "commitment", "membership"}
    weights = [item["weight"] for item in waiting]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == pytest.approx(0.75)
    assert waiting[0]["why"] == "agreement, confidence 0.75"


def test_the_queue_as_one_json_list(run: Run, claims: Claims) -> None:
    assert len(json.loads(run("review", "queue", "--format", "json").out)) == len(claims)


def test_the_queue_as_a_table_shows_weights_and_ids(run: Run, claims: Claims) -> None:
    out = run("review", "queue", "--format", "table").out
    assert out.split()[:2] == ["weight", "id"]
    assert all(claim.id[:8] in out for claim in claims.values())
    assert out.splitlines()[1].startswith("0.8")


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_the_queue_fits_the_terminal(run: Run, claims: Claims, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = run("review", "queue", "--format", "table").out
    assert max(map(len, out.splitlines())) <= max(width, 60)
    assert all(claim.id[:8] in out for claim in claims.values())


def test_without_a_terminal_the_bare_verb_prints_the_queue(run: Run, claims: Claims) -> None:
    done = run("review")
    assert (done.status, done.err) == (0, "")
    assert done.out == run("review", "queue").out


def test_actors_and_a_limit_narrow_the_queue(run: Run, claims: Claims) -> None:
    assert len(run("review", "queue", "Armenia", "us").lines) == len(claims)
    assert run("review", "queue", "ARM", "FRA").out == ""
    assert len(run("review", "queue", "--limit", "2").lines) == 2
    assert run("review", "queue", "--limit", "0").status == 2


def test_an_empty_queue_says_so(run: Run, claims: Claims) -> None:
    done = run("review", "queue", "FRA", "--format", "table")
    assert claims
    assert (done.status, done.out, done.err) == (0, "", "nothing waits for review\n")


def test_an_accepted_claim_stays_and_waits_no_longer(run: Run, accord: str, place: Path) -> None:
    done = run("review", "accept", accord[:8], "--by", "anna", "-m", "seen")
    assert (done.status, done.out) == (0, "")
    assert done.err == f"legation: review 1: accept {accord[:8]} by anna\n"
    assert accord in desk.said(place)
    assert accord not in {item["claim"]["id"] for item in run("review", "queue").lines}
    (review,) = desk.reviews(place)
    assert (review.claim, review.action.value, review.by, review.reason) == (accord, "accept", "anna", "seen")


def test_several_are_accepted_at_once(run: Run, claims: Claims) -> None:
    ids = [claim.id for claim in claims.values()]
    done = run("review", "accept", *ids, "--by", "anna")
    assert [line.split()[2] for line in done.complaints] == [f"{number}:" for number in range(1, len(ids) + 1)]
    assert run("review", "queue").out == ""


def test_a_rejected_claim_is_no_longer_said(run: Run, accord: str, place: Path) -> None:
    done = run("review", "reject", accord, "-m", "only considered", "--by", "anna")
    assert (done.status, done.err) == (0, f"legation: review 1: reject {accord[:8]} by anna\n")
    assert accord not in desk.said(place)
    assert run("agreements").out == ""


@pytest.mark.parametrize("reason", [(), ("-m", ""), ("--reason", "  ")])
def test_a_rejection_without_a_reason_changes_nothing(
    run: Run, accord: str, place: Path, reason: tuple[str, ...]
) -> None:
    done = run("review", "reject", accord, "--by", "anna", *reason)
    assert (done.status, done.out, done.err) == (1, "", "legation: to reject a claim takes a reason\n")
    assert accord in desk.said(place)
    assert desk.reviews(place) == []


@pytest.mark.parametrize(
    "arguments", [("accept",), ("reject", "-m", "so"), ("correct", "act=ratification", "-m", "so")]
)
def test_what_somebody_has_rejected_is_not_decided_again(
    run: Run, accord: str, place: Path, arguments: tuple[str, ...]
) -> None:
    run("review", "reject", accord, "-m", "only considered", "--by", "anna")
    verb, *rest = arguments
    done = run("review", verb, accord, *rest, "--by", "bela")
    assert done.status == 1
    assert done.err.startswith(f"legation: claim {accord}: anna decided to reject it at 20")
    assert done.err.endswith("(review 1)\n")
    assert len(desk.reviews(place)) == 1


@pytest.mark.parametrize(
    "arguments", [("accept",), ("reject", "-m", "so"), ("correct", "act=ratification", "-m", "so")]
)
def test_an_id_that_no_claim_has_is_one_line(run: Run, claims: Claims, arguments: tuple[str, ...]) -> None:
    assert claims
    verb, *rest = arguments
    done = run("review", verb, "zzz", *rest)
    assert (done.status, done.err) == (1, "legation: no claim has an id that begins with 'zzz'\n")


def test_an_id_that_several_claims_have_decides_nothing(run: Run, claims: Claims, place: Path) -> None:
    done = run("review", "accept", "")
    assert claims
    assert (done.status, len(done.complaints)) == (1, 1)
    assert "more than one claim begins with ''" in done.err
    assert desk.reviews(place) == []


def test_an_id_may_be_written_in_capitals(run: Run, accord: str) -> None:
    assert run("review", "accept", accord[:8].upper(), "--by", "anna").status == 0


def test_an_undone_rejection_is_said_again(run: Run, accord: str, place: Path) -> None:
    run("review", "reject", accord, "-m", "no", "--by", "anna")
    done = run("review", "undo", "1", "--by", "bela", "-m", "it was right")
    assert done.status == 0
    assert done.err == f"legation: review 2: undo {accord[:8]} (review 1) by bela\n"
    assert accord in desk.said(place)
    assert accord in {item["claim"]["id"] for item in run("review", "queue").lines}
    undone = desk.reviews(place)[1]
    assert (undone.undoes, undone.reason) == (1, "it was right")


def test_a_review_is_taken_back_once(run: Run, accord: str) -> None:
    run("review", "accept", accord, "--by", "anna")
    assert run("review", "undo", "1").status == 0
    assert run("review", "undo", "1").err == "legation: review 1: already taken back\n"
    assert run("review", "undo", "2").err == "legation: review 2: an undo\n"
    done = run("review", "undo", "9")
    assert (done.status, done.err) == (1, "legation: no review 9 in the record\n")
    assert run("review", "undo", "first").status == 2


def test_what_another_decision_rests_on_is_not_undone(run: Run, accord: str, place: Path) -> None:
    run("review", "correct", accord, "act=ratification", "-m", "ratified", "--by", "anna")
    made = desk.reviews(place)[0].result
    run("review", "accept", str(made), "--by", "bela")
    done = run("review", "undo", "1")
    assert (done.status, done.err) == (1, "legation: review 1: review 2 rests on it; undo that one first\n")
    assert made in desk.said(place)


def test_the_reviewer_is_who_the_environment_names_or_the_user(
    run: Run, claims: Claims, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LEGATION_REVIEWER", raising=False)
    run("review", "accept", claims[Kind.BODY].id)
    monkeypatch.setenv("LEGATION_REVIEWER", "clara")
    run("review", "accept", claims[Kind.MEETING].id)
    run("review", "accept", claims[Kind.AGREEMENT].id, "--by", " anna ")
    assert [review.by for review in desk.reviews(place)] == [getpass.getuser(), "clara", "anna"]


@pytest.mark.parametrize("name", ["linker linker-1.0.0", "  "])
def test_a_name_that_is_no_reviewers_is_wrong_usage(run: Run, accord: str, place: Path, name: str) -> None:
    done = run("review", "accept", accord, "--by", name)
    assert (done.status, len(done.complaints)) == (2, 1)
    assert f"--by: {name.strip()!r} is no name of a reviewer" in done.err
    assert desk.reviews(place) == []


def test_options_of_the_group_hold_for_the_decision(run: Run, accord: str, place: Path, tmp_path: Path) -> None:
    run("review", "--by", "anna", "accept", accord)
    assert [review.by for review in desk.reviews(place)] == ["anna"]
    done = run("review", "--record", tmp_path / "nowhere.db", "accept", accord)
    assert (done.status, len(desk.reviews(place))) == (1, 1)


def test_without_a_record_each_is_one_line(run: Run) -> None:
    for arguments in (("queue",), ("accept", "a"), ("undo", "1"), ("changes",), ("keep", "1", "a")):
        done = run("review", *arguments)
        assert (done.status, len(done.complaints)) == (1, 1)
        assert "no record here yet" in done.err


def test_an_unknown_decision_is_wrong_usage(run: Run) -> None:
    done = run("review", "approve", "3f2a")
    assert (done.status, done.err) == (2, "legation: review: No such command 'approve' (see legation review --help)\n")


@pytest.mark.parametrize("verb", ["queue", "accept", "reject", "correct", "write", "undo", "changes", "adopt", "keep"])
def test_every_decision_has_help(run: Run, verb: str) -> None:
    assert verb in run("review", "--help").out
    done = run("review", verb, "--help")
    assert done.status == 0
    assert f"legation review {verb}" in done.out
