"""``legation review changes``, ``adopt`` and ``keep``: what newer coders say where somebody has decided."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli import desk
from tests.cli.conftest import Run

from legation.records import Claim, Kind


@pytest.fixture
def accepted(run: Run, place: Path) -> Claim:
    """Accept the agreement, and return it."""
    accord = desk.fill(place)[Kind.AGREEMENT]
    assert run("review", "accept", accord.id, "--by", "anna").status == 0
    return accord


@pytest.fixture
def offered(accepted: Claim, place: Path) -> Claim:
    """Return what a newer coder says in the place of the agreement that was accepted."""
    return desk.read_anew(place, act="ratification")[Kind.AGREEMENT]


def test_where_coders_agree_there_is_nothing_to_settle(run: Run, accepted: Claim, place: Path) -> None:
    desk.read_anew(place)
    assert accepted.id
    assert run("review", "changes").out == ""
    done = run("review", "changes", "--format", "table")
    assert (done.status, done.out) == (0, "")
    assert done.err == "no newer coder says otherwise than a decision\n"


def test_a_change_names_the_decision_and_what_differs(run: Run, accepted: Claim, offered: Claim, place: Path) -> None:
    (change,) = run("review", "changes").lines
    assert (change["review"], change["action"], change["by"]) == (1, "accept", "anna")
    assert change["kept"]["id"] == accepted.id
    assert change["offered"]["id"] == offered.id
    assert change["offered"]["object"]["act"] == "ratification"
    assert change["differs"] == ["object"]
    assert json.loads(run("review", "changes", "--format", "json").out) == [change]
    assert accepted.id in desk.said(place)
    assert offered.id not in desk.said(place)


def test_a_change_in_words_shows_both_sides_with_the_passage(run: Run, accepted: Claim, offered: Claim) -> None:
    first, passage, *fields = run("review", "changes", "--format", "table").out.splitlines()
    said = f"review 1: accept by anna; legation 2 says otherwise ({offered.id[:12]})"
    assert first == said
    assert passage.strip(" “”") == accepted.passage.exact
    (field,) = fields
    assert field.startswith("  object: ")
    before, after = field.split(" → ")
    assert "signature" in before
    assert "ratification" in after


def test_what_is_offered_for_a_rejected_claim_says_so(run: Run, place: Path) -> None:
    accord = desk.fill(place)[Kind.AGREEMENT]
    run("review", "reject", accord.id, "-m", "only considered", "--by", "anna")
    offered = desk.read_anew(place, act="ratification")[Kind.AGREEMENT]
    (change,) = run("review", "changes").lines
    assert (change["action"], change["kept"], change["offered"]["id"]) == ("reject", None, offered.id)
    assert "(rejected)" in run("review", "changes", "--format", "table").out
    assert offered.id not in desk.said(place)


def test_the_queue_tells_that_changes_wait(run: Run, offered: Claim) -> None:
    done = run("review", "queue")
    assert done.err == "legation: newer coders say otherwise than 1 of the decisions: legation review changes\n"
    assert offered.id not in {item["claim"]["id"] for item in done.lines}


def test_adopting_says_what_is_offered(run: Run, accepted: Claim, offered: Claim, place: Path) -> None:
    done = run("review", "adopt", "1", offered.id, "--by", "bela", "-m", "it was ratified")
    assert done.status == 0
    assert done.err == f"legation: review 2: adopt {offered.id[:8]} (review 1) by bela\n"
    assert offered.id in desk.said(place)
    assert accepted.id not in desk.said(place)
    assert run("review", "changes").out == ""


def test_keeping_sets_aside_what_is_offered(run: Run, accepted: Claim, offered: Claim, place: Path) -> None:
    done = run("review", "keep", "1", offered.id, "--by", "bela")
    assert (done.status, done.err) == (0, f"legation: review 2: keep {offered.id[:8]} by bela\n")
    assert accepted.id in desk.said(place)
    assert offered.id not in desk.said(place)
    assert run("review", "changes").out == ""


@pytest.mark.parametrize("verb", ["adopt", "keep"])
def test_the_beginning_of_the_id_that_is_shown_is_enough(run: Run, offered: Claim, verb: str) -> None:
    assert run("review", verb, "1", offered.id[:12]).status == 0


@pytest.mark.parametrize("verb", ["adopt", "keep"])
def test_what_nobody_offers_cannot_be_settled(run: Run, offered: Claim, place: Path, verb: str) -> None:
    done = run("review", verb, "1", "zzz")
    assert (done.status, done.err) == (1, "legation: review 1: no newer coder offers claim zzz\n")
    done = run("review", verb, "7", offered.id)
    assert (done.status, done.err) == (1, "legation: no review 7 in the record\n")
    assert len(desk.reviews(place)) == 1


def test_a_kept_decision_can_be_taken_up_again(run: Run, offered: Claim) -> None:
    run("review", "keep", "1", offered.id, "--by", "anna")
    assert run("review", "undo", "2").status == 0
    assert len(run("review", "changes").lines) == 1


def test_undoing_an_adoption_gives_the_offer_up(run: Run, accepted: Claim, offered: Claim, place: Path) -> None:
    run("review", "adopt", "1", offered.id, "--by", "anna")
    assert run("review", "undo", "2").status == 0
    assert len([each for each in desk.said(place) if each in {accepted.id, offered.id}]) == 1
