"""The reviewer at the terminal: claim by claim, a key for each decision."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from tests.cli import desk
from tests.cli.conftest import ENVIRONMENT, Run
from tests.cli.desk import Claims
from tests.cli.terminal import Terminal

from legation.cli.failures import exit_status
from legation.cli.reviewing import sit_down
from legation.records import Kind
from legation.store import open_record

KEYS = "[a]ccept  [r]eject  [c]orrect  [s]kip  [u]ndo  [q]uit"
Sit = Callable[..., str]


class Typed:
    """What is typed, line by line; something may happen before the first line."""

    def __init__(self, answers: Iterable[str], meanwhile: Callable[[], None] | None) -> None:
        self._answers = iter([*answers])
        self._meanwhile = meanwhile

    def readline(self, _size: int = -1) -> str:
        happens, self._meanwhile = self._meanwhile, None
        if happens:
            happens()
        return "".join(f"{answer}\n" for answer in [next(self._answers, None)] if answer is not None)


@pytest.fixture
def claims(place: Path) -> Claims:
    return desk.fill(place)


@pytest.fixture
def sit(run: Run, place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Sit:
    """Sit down as anna and type the answers; return what was shown, with errors below."""
    assert callable(run)

    def sits(*answers: str, status: int = 0, meanwhile: Callable[[], None] | None = None) -> str:
        monkeypatch.setattr(sys, "stdin", Typed(answers, meanwhile))
        capsys.readouterr()
        with open_record(str(place), create=False) as record:
            assert exit_status(lambda: sit_down(record, "anna")) == status
        captured = capsys.readouterr()
        return captured.out + captured.err

    return sits


def decided(place: Path) -> list[tuple[str, str]]:
    """Return what was done to which claim, the first first."""
    return [(review.action.value, review.claim) for review in desk.reviews(place)]


def test_each_claim_is_shown_in_its_passage_with_why_it_waits(sit: Sit, claims: Claims) -> None:
    shown = sit("q")
    accord = claims[Kind.AGREEMENT]
    assert "agreement, confidence 0.75" in shown
    assert "met in round 0" in shown
    assert "Example Wire" in shown
    assert "Border Accord" in shown
    assert accord.id in shown
    assert accord.reason in shown
    assert claims[Kind.BODY].id not in shown
    assert shown.count(KEYS) == 1
    assert shown.rstrip().endswith("0 decided, 0 passed over")


def test_accepting_goes_on_to_the_next(sit: Sit, claims: Claims, place: Path) -> None:
    shown = sit("a", "ACCEPT", "q")
    first, second = (claim for _, claim in decided(place))
    assert {action for action, _ in decided(place)} == {"accept"}
    assert first == claims[Kind.AGREEMENT].id
    assert second != first
    assert "review 1" in shown
    assert "2 decided, 0 passed over" in shown
    assert {review.by for review in desk.reviews(place)} == {"anna"}


def test_the_queue_comes_to_an_end(sit: Sit, claims: Claims) -> None:
    assert f"{len(claims)} decided, 0 passed over" in sit(*["a"] * len(claims))
    assert sit().strip() == "0 decided, 0 passed over"


def test_a_rejection_asks_why_and_again_where_nothing_is_said(sit: Sit, claims: Claims, place: Path) -> None:
    shown = sit("r", "", "r", "only considered", "q")
    assert "to reject a claim takes a reason" in shown
    (review,) = desk.reviews(place)
    assert (review.action.value, review.claim, review.reason) == (
        "reject",
        claims[Kind.AGREEMENT].id,
        "only considered",
    )
    assert claims[Kind.AGREEMENT].id not in desk.said(place)


def test_a_correction_asks_for_fields_and_why(sit: Sit, claims: Claims, place: Path) -> None:
    sit("c", "act=ratification 'name=River Accord'", "ratified since", "q")
    (review,) = desk.reviews(place)
    assert (review.action.value, review.claim, review.reason) == (
        "correct",
        claims[Kind.AGREEMENT].id,
        "ratified since",
    )
    assert review.changes == {
        "act": ("signature", "ratification"),
        "name": ("Border Accord", "River Accord"),
    }
    assert review.result in desk.said(place)


@pytest.mark.parametrize(
    "fields",
    [
        "",
        "act",
        "act=signature",
        "kind=treaty",
        "actors=Aremnia",
        "when=tomorrow",
        "what=the state's word",
        "when=0000",
    ],
)
def test_a_correction_that_is_none_is_explained_and_asked_again(
    sit: Sit, claims: Claims, place: Path, fields: str
) -> None:
    shown = sit("c", fields, "x", "a", "q")
    assert decided(place) == [("accept", claims[Kind.AGREEMENT].id)]
    assert "a fault of Legation" not in shown
    assert "1 decided, 0 passed over" in shown


def test_what_is_passed_over_does_not_come_again_and_still_waits(sit: Sit, claims: Claims, run: Run) -> None:
    shown = sit("s", "", "q")
    assert "0 decided, 2 passed over" in shown
    assert shown.count(claims[Kind.AGREEMENT].id) == 1
    assert len(run("review", "queue").lines) == len(claims)


def test_passing_all_over_ends_the_sitting(sit: Sit, claims: Claims) -> None:
    assert f"0 decided, {len(claims)} passed over" in sit(*["s"] * len(claims))


def test_an_undone_decision_is_asked_for_again(sit: Sit, claims: Claims, place: Path) -> None:
    accord = claims[Kind.AGREEMENT].id
    shown = sit("r", "no", "u", *["a"] * len(claims))
    assert "review 1 is taken back" in shown
    assert decided(place)[:2] == [("reject", accord), ("undo", accord)]
    assert ("accept", accord) in decided(place)
    assert f"{len(claims)} decided, 0 passed over" in shown


def test_undo_without_a_decision_is_explained(sit: Sit, claims: Claims, place: Path) -> None:
    shown = sit("u", "q")
    assert "nothing was decided in this sitting: legation log shows what was before" in shown
    assert shown.count(KEYS) == 2
    assert decided(place) == []
    assert claims


def test_a_key_that_is_none_is_asked_again(sit: Sit, claims: Claims, place: Path) -> None:
    shown = sit("x", "7", " q ")
    assert "'x' is none of a, r, c, s, u, q" in shown
    assert shown.count(KEYS) == 3
    assert claims
    assert decided(place) == []


def test_the_end_of_the_input_leaves_what_was_decided(sit: Sit, claims: Claims, place: Path) -> None:
    sit("a", status=130)
    assert decided(place) == [("accept", claims[Kind.AGREEMENT].id)]


def test_what_somebody_decides_meanwhile_is_told_and_passed_over(sit: Sit, claims: Claims, place: Path) -> None:
    accord = claims[Kind.AGREEMENT].id

    def reject() -> None:
        with open_record(str(place), create=False) as record:
            record.desk.reject(accord, by="bela", reason="only considered")

    shown = sit("a", "q", meanwhile=reject)
    assert f"claim {accord}: bela decided to reject it" in " ".join(shown.split())
    assert decided(place) == [("reject", accord)]
    assert "0 decided" in shown


def test_what_a_newer_coder_says_is_asked_first(sit: Sit, run: Run, claims: Claims, place: Path) -> None:
    accord = claims[Kind.AGREEMENT].id
    run("review", "accept", accord, "--by", "bela")
    offered = desk.read_anew(place, act="ratification")[Kind.AGREEMENT].id
    shown = sit("k", "q")
    assert shown.index("legation 2 says otherwise") < shown.index("[a]dopt  [k]eep the decision  [s]kip  [q]uit")
    assert shown.index("[a]dopt") < shown.index(KEYS)
    assert decided(place)[1:] == [("keep", offered)]
    assert accord in desk.said(place)
    assert "1 decided" in shown


def test_what_is_offered_can_be_adopted_passed_over_or_left(sit: Sit, run: Run, claims: Claims, place: Path) -> None:
    run("review", "accept", claims[Kind.AGREEMENT].id, "--by", "bela")
    offered = desk.read_anew(place, act="ratification")[Kind.AGREEMENT].id
    left = sit("Q")
    assert KEYS not in left
    assert len(decided(place)) == 1
    assert KEYS in sit("s", "q")
    assert len(decided(place)) == 1
    sit("A", "q")
    assert decided(place)[1:] == [("adopt", offered)]
    assert offered in desk.said(place)


def test_two_offers_on_one_decision_are_settled_one_after_the_other(
    sit: Sit, run: Run, claims: Claims, place: Path
) -> None:
    run("review", "reject", claims[Kind.AGREEMENT].id, "-m", "no", "--by", "bela")
    offered = {claim.id for claim in desk.split_anew(place)}
    assert {change["offered"]["id"] for change in run("review", "changes").lines} == offered
    shown = sit("a", "a", "q", "q")
    assert "a fault of Legation" not in shown
    assert shown.rstrip().endswith("passed over")
    assert decided(place)[1][0] == "adopt"


@pytest.fixture
def terminal(place: Path) -> Iterator[Terminal]:
    """Return the sitting of anna at a real terminal of 90 columns."""
    env = {name: value for name, value in ENVIRONMENT.items() if name not in {"COLUMNS", "NO_COLOR"}}
    env |= {"TERM": "xterm-256color", "LEGATION_RECORD": str(place), "LEGATION_REVIEWER": "anna"}
    with Terminal("review", env=env, columns=90) as opened:
        yield opened


def test_a_whole_sitting_at_a_terminal(claims: Claims, terminal: Terminal, place: Path) -> None:
    first = terminal.answer("[q]uit", "a")
    assert claims[Kind.AGREEMENT].id in first
    assert "\x1b[" in first
    terminal.answer("[q]uit", "r")
    terminal.answer("why", "only considered")
    terminal.answer("[q]uit", "c")
    terminal.answer("FIELD=VALUE", "when=2024-05-10")
    terminal.answer("why", "it was a Friday")
    passed = terminal.answer("[q]uit", "s")
    after = terminal.answer("[q]uit", "a")
    assert passed != after
    terminal.answer("[q]uit", "u")
    terminal.answer("[q]uit", "q")
    assert terminal.end() == 0
    assert "3 decided, 1 passed over" in terminal.shown
    actions = [action for action, _ in decided(place)]
    assert actions == ["accept", "reject", "correct", "accept", "undo"]
    assert {review.by for review in desk.reviews(place)} == {"anna"}
    lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", terminal.shown).splitlines()
    assert [line for line in lines if KEYS not in line and len(line.strip()) > 90] == []  # a blank may be the prompt's


def test_an_interrupt_at_the_terminal_keeps_what_was_decided(claims: Claims, terminal: Terminal, place: Path) -> None:
    terminal.answer("[q]uit", "a")
    terminal.interrupt("[q]uit")
    assert terminal.end() == 130
    assert "Traceback" not in terminal.shown
    assert decided(place) == [("accept", claims[Kind.AGREEMENT].id)]
