"""``legation snapshot``: taking, listing, checking and comparing moments of the record."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

import pytest
from tests.cli import desk
from tests.cli.conftest import Run
from tests.cli.desk import Claims
from tests.store import factories as make

from legation.records import Kind

OTHER = make.long_report(2, len(desk.OBJECTS))


@pytest.fixture
def claims(place: Path) -> Claims:
    return desk.fill(place)


@pytest.fixture
def accord(claims: Claims, run: Run) -> str:
    """Link what is there, take the snapshot v1, and return the id of the agreement."""
    assert run("link").status == 0
    assert run("snapshot", "take", "v1", "--by", "anna").status == 0
    return claims[Kind.AGREEMENT].id


def changed(run: Run, *moments: str) -> dict[str, list[str]]:
    """Return what a difference shows: the change -> ids of claims, or verdicts."""
    out: dict[str, list[str]] = {}
    for item in run("snapshot", "diff", *moments).lines:
        out.setdefault(item["change"], []).append(item["claim"]["id"] if "claim" in item else item["verdict"])
    return out


def test_taking_prints_the_id_to_cite(run: Run, claims: Claims) -> None:
    done = run("snapshot", "take", "paper-v1", "--note", "the July paper", "--by", "anna")
    assert (done.status, done.err) == (0, "")
    assert re.fullmatch(r"legation:paper-v1@\d{4}-\d{2}-\d{2}#[0-9a-f]{16}\n", done.out)
    (kept,) = run("snapshot", "list").lines
    assert (kept["name"], kept["by"], kept["note"]) == ("paper-v1", "anna", "the July paper")
    assert (kept["claims"], kept["reports"], kept["judgements"]) == (len(claims), 1, 0)
    assert kept["citation"] == done.out.strip()
    assert kept["digest"].startswith(done.out.strip().rpartition("#")[2])


def test_snapshots_are_listed_the_first_first(run: Run, claims: Claims, place: Path) -> None:
    run("snapshot", "take", "zeta", "--by", "anna")
    desk.fill(place, OTHER)
    run("snapshot", "take", "alpha", "--note", "both  reports", "--by", "bela")
    first, second = run("snapshot", "list", "--format", "table").out.splitlines()
    assert first.startswith("legation:zeta@")
    assert re.search(rf"  {len(claims)} claims of 1 reports?  anna$", first)
    assert second.endswith(f"  {2 * len(claims)} claims of 2 reports  bela  both reports")
    listed = json.loads(run("snapshot", "list", "--format", "json").out)
    assert [each["name"] for each in listed] == ["zeta", "alpha"]


def test_without_snapshots_it_says_so(run: Run, claims: Claims) -> None:
    done = run("snapshot", "list", "--format", "table")
    assert claims
    assert (done.status, done.out, done.err) == (0, "", "no snapshots yet\n")
    assert run("snapshot", "list").out == ""


@pytest.mark.parametrize("name", ["", "two words", "-x.y", "über", "a/b", "x" * 65])
def test_a_name_that_is_none_takes_nothing(run: Run, claims: Claims, name: str) -> None:
    assert claims
    done = run("snapshot", "take", "--by", "anna", "--", name)
    assert (done.status, done.out) == (1, "")
    assert done.err == f"legation: a snapshot's name is made of letters, digits, '.', '_' and '-' (got {name!r})\n"
    assert run("snapshot", "list").out == ""


def test_a_day_is_no_name_for_it_would_be_asked_for_as_a_day(run: Run, claims: Claims) -> None:
    assert claims
    done = run("snapshot", "take", "2024-01-01")
    assert (done.status, done.out, len(done.complaints)) == (1, "", 1)
    assert "'2024-01-01'" in done.err


def test_a_name_is_taken_once(run: Run, accord: str, place: Path) -> None:
    desk.fill(place, OTHER)
    done = run("snapshot", "take", "v1")
    assert (done.status, done.out, done.err) == (1, "", "legation: there is a snapshot 'v1' already\n")
    assert len(run("snapshot", "list").lines) == 1
    assert accord


def test_a_snapshot_holds_whatever_is_done_later(run: Run, accord: str, place: Path) -> None:
    (kept,) = run("snapshot", "list").lines
    run("review", "reject", accord, "-m", "no", "--by", "anna")
    desk.fill(place, OTHER)
    desk.read_anew(place, act="ratification")
    done = run("snapshot", "verify", "v1")
    assert (done.status, done.out, done.err) == (0, f"{kept['citation']} holds\n", "")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE claims SET body = replace(body, 'signature', 'ratification') WHERE kind = 'agreement'",
        "UPDATE passages SET exact = replace(exact, 'round 0', 'round 9')",
        "DELETE FROM claims WHERE kind = 'agreement'",
        "UPDATE claims SET superseded_at = recorded_at WHERE kind = 'agreement'",
    ],
)
def test_what_was_changed_behind_the_record_is_found(run: Run, accord: str, place: Path, change: str) -> None:
    with sqlite3.connect(place) as connection:
        assert connection.execute(change).rowcount > 0
    connection.close()
    done = run("snapshot", "verify", "v1")
    assert accord
    assert (done.status, done.out, len(done.complaints)) == (1, "", 1)
    assert done.err.startswith("legation: v1: what was held at 20")
    assert run("snapshot", "list").lines[0]["digest"][:16] in done.err


def test_a_snapshot_that_is_none_is_named(run: Run, accord: str) -> None:
    assert accord
    for arguments in (("verify", "v2"), ("diff", "v1", "v2"), ("diff", "v2", "v1")):
        done = run("snapshot", *arguments)
        assert (done.status, done.out, done.err) == (1, "", "legation: no snapshot is called 'v2'\n")


def test_a_day_that_is_none_is_named(run: Run, accord: str) -> None:
    assert accord
    done = run("snapshot", "diff", "v1", "2025-02-30")
    assert (done.status, len(done.complaints)) == (2, 1)
    assert "'2025-02-30'" in done.err


def test_a_difference_is_what_was_said_and_is_no_longer(run: Run, accord: str, place: Path) -> None:
    more = desk.fill(place, OTHER)
    run("review", "reject", accord, "-m", "no", "--by", "anna")
    run("snapshot", "take", "v2")
    found = changed(run, "v1", "v2")
    assert (found["said"], found["no longer said"]) == ([claim.id for claim in more.values()], [accord])
    back = changed(run, "v2", "v1")
    assert (back["said"], back["no longer said"]) == ([accord], found["said"])
    assert changed(run, "v1", "v1") == {}


def test_what_is_rejected_and_said_again_is_no_difference(run: Run, accord: str) -> None:
    run("review", "reject", accord, "-m", "no", "--by", "anna")
    run("review", "undo", "1", "--by", "anna")
    assert changed(run, "v1", "2199-12-31") == {}


def test_judgements_are_part_of_a_difference(run: Run, accord: str, place: Path) -> None:
    other = desk.fill(place, OTHER)[Kind.AGREEMENT].id
    run("link")
    run("snapshot", "take", "v2")
    run("link", accord, other, "same", "--by", "anna")
    run("snapshot", "take", "v3")
    run("link", accord, other, "--withdraw", "--by", "anna")
    (item,) = run("snapshot", "diff", "v2", "v3").lines
    assert item == {
        "change": "judged",
        "bond": "telling",
        "pair": sorted([accord, other]),
        "verdict": "same",
        "by": "anna",
    }
    assert changed(run, "v3", "2199-12-31") == {"no longer judged": ["same"]}


def test_a_difference_in_words(run: Run, accord: str, place: Path) -> None:
    more = desk.fill(place, OTHER)
    run("review", "reject", accord, "-m", "no", "--by", "anna")
    first, *lines = run("snapshot", "diff", "v1", "2199-12-31", "--format", "table").out.splitlines()
    assert f"{len(more)} claims said newly, 1 no longer" in first
    assert [line[:10] for line in lines] == [
        *(f"+ {claim.id[:8]}" for claim in more.values()),
        f"- {accord[:8]}",
    ]
    assert "Border Accord" in lines[-1]


def test_moments_are_days_and_times_too(run: Run, accord: str) -> None:
    assert len(changed(run, "2000-01-01", "v1")["said"]) == len(desk.OBJECTS)
    assert len(changed(run, "2000-01-01T10:30:00Z", "2199-12-31T00:00")["said"]) == len(desk.OBJECTS)
    assert accord


def test_without_a_subcommand_the_help_is_shown(run: Run) -> None:
    done = run("snapshot")
    assert "Examples" in done.out + done.err
    assert "(see legation snapshot --help)" not in done.err
    assert all(verb in done.out + done.err for verb in ("take", "list", "verify", "diff"))


@pytest.mark.parametrize("arguments", [("take", "v1"), ("list",), ("verify", "v1"), ("diff", "v1", "v2")])
def test_without_a_record_it_is_one_line(run: Run, arguments: tuple[str, ...]) -> None:
    done = run("snapshot", *arguments)
    assert (done.status, len(done.complaints)) == (1, 1)
    assert "no record here yet" in done.err
