from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.store import factories as make

from legation.records import Claim, ClaimObject, Kind, Modality
from legation.store import Record, open_record

OBJECTS: dict[Kind, ClaimObject] = {
    Kind.AGREEMENT: {"name": "Border Accord", "act": "entry into force", "areas": ["transport"]},
    Kind.BODY: {"name": "Border Commission", "act": "established", "areas": ["transport"]},
    Kind.COMMITMENT: {"what": "open a crossing", "areas": ["transport"], "due": "2025-06-30"},
    Kind.MEMBERSHIP: {"organisation": "CSTO", "status": "self-suspended"},
    Kind.MEETING: {
        "format": "bilateral",
        "level": "ministerial",
        "name": "Border Talks",
        "status": "planned",
    },
    Kind.STATEMENT: {"quote": "direct", "content": "We are ready"},
}
VERBS = {
    "agreements": Kind.AGREEMENT,
    "bodies": Kind.BODY,
    "commitments": Kind.COMMITMENT,
    "memberships": Kind.MEMBERSHIP,
    "meetings": Kind.MEETING,
    "statements": Kind.STATEMENT,
}
STATUSES = {
    "agreements": "entry-into-force",
    "bodies": "Established",
    "commitments": "upcoming",
    "memberships": "self suspended",
    "meetings": "held,planned",
    "statements": "direct",
}


@pytest.fixture
def record(place: Path) -> Iterator[Record]:
    with open_record(str(place)) as opened:
        yield opened


@pytest.fixture
def claims(record: Record) -> dict[Kind, Claim]:
    report = make.long_report(1, len(OBJECTS))
    passages = make.claims(report, len(OBJECTS))
    made = {
        kind: make.claim(
            report,
            kind=kind,
            object=of,
            trigger=passage.trigger_start,
            passage=passage.passage,
            modality=Modality.FUTURE if kind is Kind.COMMITMENT else Modality.ASSERTED,
        )
        for (kind, of), passage in zip(OBJECTS.items(), passages, strict=True)
    }
    record.add_reading(report, made.values())
    return made


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_lists_its_kind(run: Run, claims: dict[Kind, Claim], verb: str) -> None:
    assert [claim["id"] for claim in run(verb).lines] == [claims[VERBS[verb]].id]


@pytest.mark.parametrize("verb", VERBS)
def test_actors_narrow_the_list_and_all_must_be_named(run: Run, claims: dict[Kind, Claim], verb: str) -> None:
    assert claims
    assert len(run(verb, "Armenia", "us").lines) == 1
    assert run(verb, "ARM", "FRA").out == ""


@pytest.mark.parametrize(("verb", "status"), STATUSES.items())
def test_a_status_narrows_the_list_however_it_is_written(
    run: Run, claims: dict[Kind, Claim], verb: str, status: str
) -> None:
    assert claims
    extra = ("--as-of", "2025-02-01") if verb == "commitments" else ()
    assert len(run(verb, "--status", status, *extra).lines) == 1
    assert run(verb, "--status", "no such thing").out == ""


def test_a_promise_is_due_on_its_day(run: Run, claims: dict[Kind, Claim]) -> None:
    assert claims
    due = [run("commitments", "--status", "due", "--as-of", day).out != "" for day in ("2025-06-29", "2025-06-30")]
    assert due == [False, True]


def test_an_organisation_finds_its_memberships(run: Run, claims: dict[Kind, Claim]) -> None:
    assert [claim["id"] for claim in run("memberships", "CSTO", "ARM").lines] == [claims[Kind.MEMBERSHIP].id]


def test_as_of_leaves_out_what_was_published_later(run: Run, claims: dict[Kind, Claim]) -> None:
    assert claims
    assert run("agreements", "--as-of", "2025-01-14").out == ""
    assert run("agreements", "--as-of", "2025-01-15").lines


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("verb", VERBS)
def test_tables_fit_and_show_on_whose_word(
    run: Run, claims: dict[Kind, Claim], verb: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = run(verb, "--format", "table").out
    assert max(map(len, out.splitlines())) <= max(width, 60)
    assert claims[VERBS[verb]].id[:8] in out
    assert "Armenpress" in out.replace("\n", "") or "Armenpress" in " ".join(out.split())


def test_nothing_found_says_so_on_standard_error(run: Run, claims: dict[Kind, Claim]) -> None:
    assert claims
    done = run("bodies", "FRA", "--format", "table")
    assert (done.status, done.out, done.err) == (0, "", "no bodies in the record\n")


def test_json_is_one_list(run: Run, claims: dict[Kind, Claim]) -> None:
    import json  # noqa: PLC0415

    (one,) = json.loads(run("bodies", "--format", "json").out)
    assert one["id"] == claims[Kind.BODY].id


def test_a_timeline_is_in_the_order_of_days_and_within_them(run: Run, record: Record) -> None:
    report = make.long_report(2, 3)
    days = ("2024-03-01", "2024-01-01", "2024-02-01")
    record.add_reading(
        report,
        [
            make.claim(report, day=day, passage=one.passage, trigger=one.trigger_start)
            for day, one in zip(days, make.claims(report, 3), strict=True)
        ],
    )
    assert [claim["when"]["start"] for claim in run("timeline", "ARM", "USA").lines] == sorted(days)
    assert len(run("timeline", "ARM", "--from", "2024-02-01", "--to", "2024-02-29").lines) == 1
    assert run("timeline", "ARM", "FRA").out == ""
    table = run("timeline", "USA", "--format", "table").out
    assert table.index("2024-01-01") < table.index("2024-03-01")


def test_search_finds_words_in_passages(run: Run, claims: dict[Kind, Claim]) -> None:
    found = run("search", "Georgia round 3").lines
    assert [claim["id"] for claim in found] == [list(claims.values())[3].id]
    assert "round 3" in found[0]["snippet"]
    assert "Georgia" in run("search", "round 3", "--format", "table").out
    assert run("search", "zebra").out == ""
    assert len(run("search", "Armenia", "--limit", "2").lines) == 2


def test_status_counts_and_names_what_could_not_be_read(run: Run, claims: dict[Kind, Claim], tmp_path: Path) -> None:
    run("read", tmp_path / "nowhere.txt")
    (told,) = run("status").lines
    assert told["counts"]["claims"] == len(claims)
    assert told["unread"][0]["rejection"]["rule"] == "reachable"
    table = run("status", "--format", "table").out
    assert f"claims {len(claims)}" in table
    assert "nowhere.txt" in table
