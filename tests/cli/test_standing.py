"""``legation standing``: where things stand on a day, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli import desk
from tests.cli.conftest import Run
from tests.cli.desk import Claims

from legation.records import Kind

KINDS = {
    "agreements": Kind.AGREEMENT,
    "bodies": Kind.BODY,
    "commitments": Kind.COMMITMENT,
    "memberships": Kind.MEMBERSHIP,
    "meetings": Kind.MEETING,
}
DAY = ("--as-of", "2025-03-01")


@pytest.fixture
def claims(place: Path) -> Claims:
    return desk.fill(place)


def stands(run: Run, of: str, *more: str, actors: tuple[str, ...] = ("ARM", "USA")) -> list[dict[str, Any]]:
    """Return the rows of one kind that rest on reports."""
    rows = run("standing", *actors, "--of", of, *(more or DAY)).lines
    return [row for row in rows if row["claims"]]


@pytest.mark.parametrize("of", [of for of in KINDS if of != "memberships"])
def test_each_kind_has_a_row_that_rests_on_its_claim(run: Run, claims: Claims, of: str) -> None:
    (row,) = stands(run, of)
    assert (row["kind"], row["claims"]) == (KINDS[of].value, [claims[KINDS[of]].id])
    assert (row["parties"], row["reports"], row["origins"]) == (["ARM", "USA"], 1, 1)
    assert set(row) >= {"name", "state", "since", "by_party", "details", "contested", "grade", "facts"}


@pytest.mark.parametrize(
    ("of", "name", "state"),
    [
        ("agreements", "Border Accord", "signed"),
        ("bodies", "Border Commission", "established"),
        ("commitments", "open a crossing", "no evidence"),
        ("meetings", "Border Talks", "planned"),
    ],
)
def test_a_row_has_a_name_and_a_state(run: Run, claims: Claims, of: str, name: str, state: str) -> None:
    assert claims
    (row,) = stands(run, of)
    assert (row["name"], row["state"]) == (name, state)


def test_a_promise_is_due_on_its_day_and_overdue_after_it(run: Run, claims: Claims) -> None:
    assert claims
    states = [
        stands(run, "commitments", "--as-of", day)[0]["state"] for day in ("2025-06-29", "2025-06-30", "2025-07-01")
    ]
    assert states == ["no evidence", "due", "overdue"]


def test_memberships_begin_with_the_reference_tables(run: Run, claims: Claims) -> None:
    rows = run("standing", "ARM", "CSTO", "--of", "memberships", *DAY).lines
    (row,) = [row for row in rows if row["parties"] == ["ARM", "CSTO"]]
    assert row["state"] == "self-suspended"
    assert row["claims"] == [claims[Kind.MEMBERSHIP].id]
    assert any("member from 2002-10-07" in fact for fact in row["facts"])


def test_a_membership_of_an_unknown_body_has_no_empty_party(run: Run, claims: Claims) -> None:
    membership = claims[Kind.MEMBERSHIP].id
    run("review", "correct", membership, "organisation=", "recipients=", "-m", "of which?", "--by", "anna")
    rows = run("standing", "ARM", "--of", "memberships", *DAY).lines
    assert rows
    assert [row for row in rows if not all(row["parties"])] == []


def test_of_chooses_kinds_and_all_are_told_without_it(run: Run, claims: Claims) -> None:
    assert claims
    chosen = run("standing", "ARM", "USA", "--of", "bodies", "--of", "meetings", *DAY).lines
    assert {row["kind"] for row in chosen} == {"body", "meeting"}
    everything = run("standing", "ARM", "USA", *DAY).lines
    assert {row["kind"] for row in everything} == {kind.value for kind in KINDS.values()}


def test_names_and_codes_mean_the_same(run: Run, claims: Claims) -> None:
    assert claims
    assert stands(run, "agreements", actors=("Armenia", "us")) == stands(run, "agreements")
    assert stands(run, "agreements", actors=("ARM", "FRA")) == []


def test_as_of_leaves_out_what_was_published_later(run: Run, claims: Claims) -> None:
    assert claims
    assert stands(run, "agreements", "--as-of", "2025-01-14") == []
    assert len(stands(run, "agreements", "--as-of", "2025-01-15")) == 1


def test_a_rejected_claim_makes_nothing_stand(run: Run, claims: Claims) -> None:
    run("review", "reject", claims[Kind.AGREEMENT].id, "-m", "no", "--by", "anna")
    assert stands(run, "agreements") == []


def test_a_corrected_claim_makes_it_stand_otherwise(run: Run, claims: Claims) -> None:
    run("review", "correct", claims[Kind.AGREEMENT].id, "act=ratification", "-m", "ratified", "--by", "anna")
    (row,) = stands(run, "agreements")
    assert row["state"] == "ratified"


def test_in_words_each_kind_has_a_title_a_line_and_notes(run: Run, claims: Claims) -> None:
    out = run("standing", "ARM", "USA", "--of", "agreements", "--of", "commitments", *DAY, "--format", "table").out
    lines = [line.rstrip() for line in out.splitlines() if line.strip()]
    accord, promise = claims[Kind.AGREEMENT].id, claims[Kind.COMMITMENT].id
    assert lines[0] == "Agreements (1)"
    assert lines[1] == f"14 Jan 2025  signed  Border Accord  ARM, USA  {accord[:8]}"
    assert "    1 report, one origin, credibility 4" in lines
    assert f"14 Jan 2025  no evidence  open a crossing  ARM, USA  {promise[:8]}" in lines
    assert lines.index("Promises (1)") > lines.index("Agreements (1)")
    assert any("due: 2025-06-30" in line for line in lines)


def test_the_latest_comes_first(run: Run, claims: Claims, place: Path) -> None:
    other = desk.fill(place, desk.report(2))[Kind.AGREEMENT].id
    fields = ("name=River Accord", "when=2025-02-20")
    run("review", "correct", other, *fields, "-m", "another", "--by", "anna")
    out = run("standing", "ARM", "USA", "--of", "agreements", *DAY, "--format", "table").out
    assert claims
    assert out.index("River Accord") < out.index("Border Accord")


@pytest.mark.parametrize("width", [40, 60, 120])
def test_lines_fit_and_what_goes_on_is_indented(
    run: Run, claims: Claims, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    fields = ("name=Accord on the opening of further crossings along the common border and its roads",)
    run("review", "correct", claims[Kind.AGREEMENT].id, *fields, "-m", "in full", "--by", "anna")
    out = run("standing", "ARM", "USA", "--of", "agreements", *DAY, "--format", "table").out
    lines = [line for line in out.splitlines() if line.strip()]
    assert max(map(len, lines)) <= width
    assert [line for line in lines[2:] if not line.startswith("  ")] == []


def test_where_nothing_stands_it_says_so_with_the_day(run: Run, claims: Claims) -> None:
    assert claims
    done = run("standing", "ARM", "FRA", "--of", "agreements", *DAY, "--format", "table")
    assert (done.status, done.out, done.err) == (0, "", "nothing stands between them on 2025-03-01\n")


def test_json_is_one_list(run: Run, claims: Claims) -> None:
    assert claims
    out = run("standing", "ARM", "USA", "--of", "agreements", *DAY, "--format", "json").out
    assert json.loads(out) == stands(run, "agreements")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Missing argument 'ACTOR...'"),
        (("Aremnia",), "'Aremnia' is no state"),
        (("ARM", "--of", "treaties"), "'treaties'"),
        (("ARM", "--as-of", "2025-02-30"), "--as-of: no calendar has the day '2025-02-30'"),
        (("ARM", "--recorded-by", "2025-02-30"), "'2025-02-30'"),
    ],
)
def test_wrong_usage_is_one_line(run: Run, claims: Claims, arguments: tuple[str, ...], said: str) -> None:
    assert claims
    done = run("standing", *arguments)
    assert (done.status, done.out, len(done.complaints)) == (2, "", 1)
    assert said in done.err
