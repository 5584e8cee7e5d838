"""``--recorded-by``: what each verb says of the record as it stood at a moment."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli import desk
from tests.cli.conftest import Run
from tests.cli.desk import Claims

from legation.records import Kind
from legation.store import open_record

LISTS = {
    "agreements": Kind.AGREEMENT,
    "bodies": Kind.BODY,
    "commitments": Kind.COMMITMENT,
    "memberships": Kind.MEMBERSHIP,
    "meetings": Kind.MEETING,
    "statements": Kind.STATEMENT,
}
EVERY = [
    *((verb,) for verb in LISTS),
    ("timeline", "ARM"),
    ("timeline", "ARM", "USA"),
    ("export", "jsonl"),
    ("export", "jsonl", "ARM"),
    ("standing", "ARM", "USA", "--of", "agreements"),
]
ALL_VERBS = [*EVERY, ("export", "csv"), ("brief", "ARM", "USA")]


@pytest.fixture
def claims(place: Path) -> Claims:
    return desk.fill(place)


@pytest.fixture
def then(run: Run, claims: Claims) -> Claims:
    """Take the snapshot "then" and reject every claim after it; return the claims."""
    assert run("snapshot", "take", "then", "--by", "anna").status == 0
    ids = [claim.id for claim in claims.values()]
    assert run("review", "reject", *ids, "-m", "invented", "--by", "anna").status == 0
    return claims


@pytest.mark.parametrize("verb", LISTS)
def test_a_list_shows_what_was_said_then(run: Run, then: Claims, verb: str) -> None:
    assert run(verb).out == ""
    assert [claim["id"] for claim in run(verb, "--recorded-by", "then").lines] == [then[LISTS[verb]].id]
    assert then[LISTS[verb]].id[:8] in run(verb, "--recorded-by", "then", "--format", "table").out


@pytest.mark.parametrize("verb", LISTS)
def test_actors_and_statuses_narrow_what_was_said_then(run: Run, then: Claims, verb: str) -> None:
    assert then
    assert len(run(verb, "ARM", "USA", "--recorded-by", "then").lines) == 1
    assert run(verb, "FRA", "--recorded-by", "then").out == ""
    assert run(verb, "--status", "no such thing", "--recorded-by", "then").out == ""


@pytest.mark.parametrize("verb", [("timeline", "ARM"), ("timeline", "ARM", "USA"), ("export", "jsonl")])
def test_a_timeline_and_an_export_show_what_was_said_then(run: Run, then: Claims, verb: tuple[str, ...]) -> None:
    assert run(*verb).out == ""
    said = {claim["id"] for claim in run(*verb, "--recorded-by", "then").lines}
    assert said == {claim.id for claim in then.values()}
    assert run(*verb, "--recorded-by", "then", "--to", "2025-01-13").out == ""


def test_an_export_as_csv_shows_what_was_said_then(run: Run, then: Claims) -> None:
    now, before = (
        list(csv.DictReader(io.StringIO(run("export", "csv", *moment).out)))
        for moment in ((), ("--recorded-by", "then"))
    )
    assert now == []
    assert {row["id"] for row in before} == {claim.id for claim in then.values()}


def test_an_export_to_a_file_shows_what_was_said_then(run: Run, then: Claims, tmp_path: Path) -> None:
    path = tmp_path / "then.jsonl"
    run("export", "jsonl", "--recorded-by", "then", "--out", path)
    assert len(path.read_text(encoding="utf-8").splitlines()) == len(then)


def test_a_brief_is_made_of_what_was_said_then(run: Run, then: Claims) -> None:
    accord = then[Kind.AGREEMENT]
    assert "Border Accord" not in run("brief", "ARM", "USA").out
    assert "Border Accord" in run("brief", "ARM", "USA", "--recorded-by", "then").out
    made = run("brief", "ARM", "USA", "--recorded-by", "then", "--format", "json").out
    assert accord.id in made
    assert json.loads(made)
    assert accord.id not in run("brief", "ARM", "USA", "--format", "json").out


def test_where_things_stood_then(run: Run, then: Claims) -> None:
    verb = ("standing", "ARM", "USA", "--of", "agreements")
    assert run(*verb).out == ""
    (row,) = run(*verb, "--recorded-by", "then").lines
    assert row["claims"] == [then[Kind.AGREEMENT].id]


def test_a_correction_is_not_seen_before_it_was_made(run: Run, claims: Claims) -> None:
    run("snapshot", "take", "before")
    run("review", "correct", claims[Kind.AGREEMENT].id, "act=ratification", "-m", "ratified", "--by", "anna")
    run("snapshot", "take", "after")
    acts = [run("agreements", "--recorded-by", when).lines[0]["object"]["act"] for when in ("before", "after")]
    assert acts == ["signature", "ratification"]
    assert len(run("agreements", "--recorded-by", "after").lines) == 1


def test_a_time_is_a_moment_too(run: Run, then: Claims, place: Path) -> None:
    with open_record(str(place), create=False) as record:
        at = record.desk.snapshot("then").recorded_at
    for moment in (at, at.replace("+00:00", "Z"), at.removesuffix("+00:00")):
        assert [claim["id"] for claim in run("agreements", "--recorded-by", moment).lines] == [then[Kind.AGREEMENT].id]


@pytest.mark.parametrize("verb", EVERY)
def test_on_a_day_before_the_record_nothing_was_said(run: Run, claims: Claims, verb: tuple[str, ...]) -> None:
    assert claims
    done = run(*verb, "--recorded-by", "2000-01-01")
    assert (done.status, done.out) == (0, "")
    assert run(*verb, "--recorded-by", "2000-01-01T09:30Z").out == ""


@pytest.mark.parametrize("verb", EVERY)
def test_on_a_day_to_come_it_is_what_is_said_now(run: Run, claims: Claims, verb: tuple[str, ...]) -> None:
    assert claims
    assert run(*verb).lines
    assert run(*verb, "--recorded-by", "2199-12-31").out == run(*verb).out


@pytest.mark.parametrize("verb", ALL_VERBS)
def test_a_moment_that_nobody_named_is_one_line(run: Run, claims: Claims, verb: tuple[str, ...]) -> None:
    assert claims
    done = run(*verb, "--recorded-by", "paper-v9")
    said = "legation: --recorded-by: no snapshot is called 'paper-v9' (a day, a time or a snapshot)\n"
    assert (done.status, done.out, done.err) == (1, "", said)


@pytest.mark.parametrize("verb", ALL_VERBS)
def test_a_day_that_is_none_is_named_with_the_option(run: Run, claims: Claims, verb: tuple[str, ...]) -> None:
    assert claims
    done = run(*verb, "--recorded-by", "2025-02-30")
    assert (done.status, done.out, len(done.complaints)) == (2, "", 1)
    assert done.err.startswith("legation: --recorded-by: no calendar has the day '2025-02-30'")


@pytest.mark.parametrize("moment", ["2025-13-01T10:00", "2025-01-14T25:00", "2025-01-14T10:61Z"])
def test_a_time_that_is_none_is_refused(run: Run, claims: Claims, moment: str) -> None:
    assert claims
    done = run("agreements", "--recorded-by", moment)
    assert done.status in {1, 2}
    assert (done.out, len(done.complaints)) == ("", 1)
    assert moment in done.err


def test_a_brief_says_of_which_moment_it_is(run: Run, then: Claims) -> None:
    assert then
    head = " ".join(run("brief", "ARM", "USA", "--recorded-by", "2000-01-01").out.split("WHERE")[0].split())
    assert "2000" in head
