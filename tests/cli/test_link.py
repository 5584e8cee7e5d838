"""``legation link``: judging by hand what tells one act, and letting the linker go on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli import desk
from tests.cli.conftest import TEXT, Run
from tests.cli.desk import Claims
from tests.store import factories as make

from legation.records import Bond, Judgement, Kind, Verdict
from legation.store import open_record

OTHER = make.long_report(2, len(desk.OBJECTS), publisher="Other Wire")


@pytest.fixture
def pair(place: Path) -> tuple[str, str]:
    """Return the ids of two agreements in two reports."""
    return desk.fill(place)[Kind.AGREEMENT].id, desk.fill(place, OTHER)[Kind.AGREEMENT].id


@pytest.fixture
def promise(place: Path) -> Claims:
    return desk.fill(place)


def on(place: Path, id_: str) -> list[Judgement]:
    """Return the judgements in force on a claim or report."""
    with open_record(str(place), create=False) as record:
        return record.judgements.on([id_])


def doubt(place: Path, pair: tuple[str, str], score: float) -> None:
    """Let a linker be unsure of a pair."""
    judged = Judgement(
        bond=Bond.TELLING,
        left=min(pair),
        right=max(pair),
        verdict=Verdict.UNSURE,
        by="linker test-1",
        reason="alike in: names",
        score=score,
        features={"names": 1.0},
    )
    with open_record(str(place), create=False) as record:
        record.judgements.add([judged])


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_two_claims_are_judged(run: Run, pair: tuple[str, str], place: Path, verdict: str) -> None:
    done = run("link", pair[0][:8], pair[1][:8], verdict, "--by", "anna", "-m", "the Vilnius talks")
    left, right = sorted(pair)
    assert (done.status, done.out) == (0, "")
    assert done.err == f"legation: telling: {left[:8]} and {right[:8]} are judged {verdict} by anna\n"
    (judged,) = on(place, pair[0])
    assert (judged.bond, judged.pair, judged.verdict) == (Bond.TELLING, (left, right), Verdict(verdict))
    assert (judged.by, judged.reason) == ("anna", "the Vilnius talks")


def test_a_second_word_of_the_same_judge_stands_in_the_place_of_the_first(
    run: Run, pair: tuple[str, str], place: Path
) -> None:
    run("link", *pair, "same", "--by", "anna")
    run("link", *reversed(pair), "different", "--by", "anna")
    run("link", *pair, "same", "--by", "bela")
    assert {(judged.by, judged.verdict.value) for judged in on(place, pair[0])} == {
        ("anna", "different"),
        ("bela", "same"),
    }


def test_two_reports_are_judged_to_go_back_to_one_origin(run: Run, pair: tuple[str, str], place: Path) -> None:
    assert pair
    reports = desk.REPORT.id, OTHER.id
    done = run("link", reports[0][:10], reports[1][:10], "same", "--by", "anna")
    assert done.status == 0
    assert done.err.startswith("legation: origin: ")
    (judged,) = on(place, OTHER.id)
    assert (judged.bond, set(judged.pair)) == (Bond.ORIGIN, set(reports))


def test_a_subject_is_another_bond_than_a_telling(run: Run, pair: tuple[str, str], place: Path) -> None:
    run("link", *pair, "same", "--by", "anna")
    assert run("link", *pair, "different", "--bond", "subject", "--by", "anna").status == 0
    assert {(judged.bond.value, judged.verdict.value) for judged in on(place, pair[0])} == {
        ("telling", "same"),
        ("subject", "different"),
    }


def test_evidence_bears_on_the_promise_that_is_named_first(run: Run, promise: Claims, place: Path) -> None:
    made, act = promise[Kind.COMMITMENT].id, promise[Kind.MEETING].id
    run("link", made, act, "same", "--bond", "evidence", "--by", "anna")
    (judged,) = on(place, act)
    assert (judged.left, judged.right) == (made, act)


def test_what_was_judged_is_taken_back_by_who_judged(run: Run, pair: tuple[str, str], place: Path) -> None:
    run("link", *pair, "same", "--by", "anna")
    run("link", *pair, "--withdraw", "--by", "bela")
    assert len(on(place, pair[0])) == 1
    done = run("link", *reversed(pair), "--withdraw", "--by", "anna")
    assert (done.status, done.err) == (0, "legation: taken back\n")
    assert on(place, pair[0]) == []
    assert "(taken back 20" in run("log", "--format", "table").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("{0}",), "two ids and a verdict are needed: same, different or unsure"),
        (("{0}", "{1}"), "two ids and a verdict are needed: same, different or unsure"),
        (("{0}", "{0}", "same"), "these are one and the same id"),
        (("{0}", "{1}", "maybe"), "'maybe' is not one of 'same', 'different', 'unsure'"),
        (("{0}", "{1}", "same", "--bond", "origin"), "Invalid value for '--bond'"),
        (("{0}", "{1}", "same", "--by", "linker one"), "'linker one' is no name of a reviewer"),
    ],
)
def test_wrong_usage_is_one_line_and_judges_nothing(
    run: Run, pair: tuple[str, str], place: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run("link", *(word.format(*pair) for word in arguments))
    assert (done.status, len(done.complaints)) == (2, 1)
    assert said in done.err
    assert on(place, pair[0]) == []


def test_the_id_that_nothing_has_is_the_one_that_is_named(run: Run, pair: tuple[str, str]) -> None:
    for ids in (("zzz", pair[0]), (pair[0], "zzz"), (desk.REPORT.id, "zzz")):
        done = run("link", *ids, "same", "--by", "anna")
        assert (done.status, len(done.complaints)) == (1, 1)
        assert "'zzz'" in done.err


def test_a_claim_and_a_report_are_no_pair(run: Run, pair: tuple[str, str], place: Path) -> None:
    done = run("link", pair[0], OTHER.id, "same", "--by", "anna")
    assert (done.status, len(done.complaints)) == (1, 1)
    assert on(place, pair[0]) == on(place, OTHER.id) == []


def test_ids_may_be_written_in_capitals(run: Run, pair: tuple[str, str]) -> None:
    assert run("link", pair[0].upper(), pair[1].upper(), "same", "--by", "anna").status == 0


def test_pairs_in_doubt_are_listed_the_likeliest_first(run: Run, place: Path, pair: tuple[str, str]) -> None:
    with open_record(str(place), create=False) as record:
        third = record.claims_of_report(OTHER.id)[1].id
    doubt(place, pair, 0.4)
    doubt(place, (pair[0], third), 0.5)
    first, second = run("link", "--unsure").lines
    assert (first["score"], {first["left"], first["right"]}) == (0.5, {pair[0], third})
    assert (second["score"], second["bond"], second["reason"]) == (0.4, "telling", "alike in: names")
    assert second["features"] == {"names": 1.0}
    assert json.loads(run("link", "--unsure", "--format", "json").out) == [first, second]
    table = run("link", "--unsure", "--format", "table").out.splitlines()
    assert table[0] == "0.50  alike in: names"
    assert {line.split()[0] for line in table[1:3]} == {first["left"][:8], first["right"][:8]}
    assert len(table) == 6


def test_what_a_person_has_judged_is_in_doubt_no_longer(run: Run, place: Path, pair: tuple[str, str]) -> None:
    doubt(place, pair, 0.4)
    run("link", *pair, "different", "--by", "anna")
    done = run("link", "--unsure", "--format", "table")
    assert (done.status, done.out, done.err) == (0, "", "the linker is unsure of nothing\n")


def test_a_pair_of_which_a_person_is_unsure_is_not_asked_again(run: Run, place: Path, pair: tuple[str, str]) -> None:
    doubt(place, pair, 0.4)
    run("link", *pair, "unsure", "--by", "anna", "-m", "two charters?")
    assert run("link", "--unsure").out == ""
    assert run("link", *pair, "--withdraw", "--by", "anna").status == 0
    assert len(run("link", "--unsure").lines) == 1


def test_the_linker_goes_on_where_it_stopped(run: Run, place: Path, pair: tuple[str, str]) -> None:
    done = run("link")
    assert (done.status, done.out) == (0, "")
    linked, _, judged = done.complaints[-1].removeprefix("legation: ").partition(", ")
    assert linked == "2 readings linked"
    assert judged.endswith(" judgements")
    told = {judged.pair for id_ in desk.said(place) for judged in on(place, id_)}
    reports = {judged.pair for report in (OTHER.id,) for judged in on(place, report)}
    assert int(judged.split()[0]) == len(told | reports)
    assert run("link").err == "legation: 0 readings linked, 0 judgements\n"
    assert pair


def test_reading_links_what_it_reads(run: Run, report: Path, tmp_path: Path, place: Path) -> None:
    other = tmp_path / "again.txt"
    other.write_text(TEXT.replace("(Example)", "(Other Example)").replace("an old promise", "a promise"), "utf-8")
    run("read", report, other)
    assert run("link").err == "legation: 0 readings linked, 0 judgements\n"
    assert any(judged.verdict is Verdict.SAME for id_ in desk.said(place) for judged in on(place, id_))


def test_without_a_record_it_is_one_line(run: Run) -> None:
    done = run("link")
    assert (done.status, len(done.complaints)) == (1, 1)
    assert "no record here yet" in done.err
