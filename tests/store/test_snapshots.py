from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text
from tests.store import factories as make
from tests.store.deciding import REPORT, correct, corrected, judgement, one, read, reject, writer

from legation.errors import ConflictError, LegationError, NotFoundError, RecordError
from legation.records import Claim, Snapshot
from legation.store import Record, open_record
from legation.store.assessments import assess
from legation.store.engine import address, connect
from legation.store.snapshots import take


@pytest.fixture
def claim(record: Record) -> Claim:
    found = one()
    _fill(record)
    return found


def _fill(record: Record) -> None:
    read(record, one(), one(trigger=60))
    record.judgements.add([judgement(one().id, one(trigger=60).id, by) for by in ("anna", "Bob", "émile")])
    record.desk.assess(one().id, "completion", "limited", by="anna", reason="half is built")


def _holds(record: Record, name: str) -> bool:
    kept = record.desk.snapshot(name)
    return record.desk.digest(kept.recorded_at) == kept.digest


def test_a_snapshot_counts_what_the_record_says(record: Record, claim: Claim) -> None:
    read(record, one(trigger=40), one())
    reject(record, one(trigger=40), "anna")
    made = record.desk.take_snapshot("first.draft_1-a", by="anna", note="for the minister")
    assert (made.name, made.by, made.note) == ("first.draft_1-a", "anna", "for the minister")
    assert (made.claims, made.reports, made.judgements) == (2, 1, 3)
    assert record.desk.snapshot("first.draft_1-a") == made
    day = made.recorded_at[:10]
    assert made.citation == f"legation:first.draft_1-a@{day}#{made.digest[:16]}"


def test_an_empty_record_can_be_named(record: Record) -> None:
    made = record.desk.take_snapshot("empty", by="anna")
    assert (made.claims, made.reports, made.judgements, made.note) == (0, 0, 0, "")
    assert len(made.digest) == 64


def test_snapshots_are_listed_the_first_first(record: Record) -> None:
    assert record.desk.snapshots() == []
    made = [record.desk.take_snapshot(name, by="anna") for name in ("b", "a")]
    assert record.desk.snapshots() == made


@pytest.mark.parametrize("name", ["", "-a", ".a", "two words", "a/b", "é", "a" * 65, "a\n"])
def test_other_names_are_refused(record: Record, name: str) -> None:
    with pytest.raises(RecordError, match="a snapshot's name is made of letters, digits"):
        record.desk.take_snapshot(name, by="anna")
    assert record.desk.snapshots() == []


def test_a_name_that_reads_as_a_day_is_refused_since_it_means_the_day(record: Record) -> None:
    with pytest.raises(RecordError, match="2025-01-14"):
        record.desk.take_snapshot("2025-01-14", by="anna")


def test_a_name_is_given_once(record: Record) -> None:
    record.desk.take_snapshot("draft", by="anna")
    with pytest.raises(ConflictError, match="there is a snapshot 'draft' already"):
        record.desk.take_snapshot("draft", by="bob")


def test_a_name_that_is_given_twice_at_once_is_a_conflict(record: Record) -> None:
    with ThreadPoolExecutor(1) as pool:
        with writer(record) as connection:
            take(connection, "draft", by="anna", note="")
            second = pool.submit(record.desk.take_snapshot, "draft", by="bob")
            time.sleep(0.3)
        with pytest.raises(ConflictError, match="there is a snapshot 'draft' already"):
            second.result()
    assert [each.by for each in record.desk.snapshots()] == ["anna"]


def test_a_name_that_was_not_given_is_not_found(record: Record) -> None:
    with pytest.raises(NotFoundError, match="no snapshot is called 'draft'"):
        record.desk.snapshot("draft")


def test_a_snapshot_waits_for_who_has_its_time_already(record: Record, claim: Claim) -> None:
    with ThreadPoolExecutor(1) as pool:
        with writer(record) as connection:
            assess(connection, claim.id, "compliance", "+1", by="anna", reason="")
            taking = pool.submit(record.desk.take_snapshot, "draft", by="bob")
            time.sleep(0.3)
        taking.result()
    assert _holds(record, "draft")


def test_whatever_is_done_later_a_snapshot_holds(record: Record, claim: Claim) -> None:
    desk, other = record.desk, make.report("Chad and Niger met.")
    desk.take_snapshot("first", by="anna")
    review = reject(record, claim, "anna")
    desk.take_snapshot("second", by="anna")
    desk.undo(review.number, by="anna")
    desk.take_snapshot("third", by="anna")
    correct(record, claim, "anna")
    record.add_reading(other, [make.claim(other)])
    read(record, one(coder=make.NEWER))
    record.judgements.add([judgement(one().id, one(trigger=60).id, reason="otherwise")])
    desk.assess(claim.id, "completion", "complete", by="bob", reason="")
    assert [_holds(record, each.name) for each in desk.snapshots()] == [True] * 3


def test_another_state_has_another_digest_and_the_same_state_the_same(record: Record, claim: Claim) -> None:
    desk = record.desk
    digests = [desk.take_snapshot("s0", by="anna").digest]
    review = reject(record, claim, "anna")
    digests.append(desk.take_snapshot("s1", by="anna").digest)
    record.judgements.add([judgement(one().id, one(trigger=60).id, "carl")])
    digests.append(desk.take_snapshot("s2", by="anna").digest)
    desk.assess(claim.id, "compliance", "+1", by="anna", reason="")
    digests.append(desk.take_snapshot("s3", by="anna").digest)
    assert len(set(digests)) == 4
    desk.undo(review.number, by="anna")
    desk.undo(reject(record, claim, "anna").number, by="anna")
    again = desk.take_snapshot("s4", by="anna")
    desk.undo(reject(record, claim, "anna").number, by="anna")
    assert desk.take_snapshot("s5", by="anna").digest == again.digest


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claims SET body = replace(body, 'asserted', 'negated')",
        "UPDATE claims SET superseded_at = recorded_at WHERE trigger_start = 60",
        "UPDATE claims SET recorded_at = '2099-01-01' WHERE trigger_start = 60",
        "UPDATE passages SET exact = replace(exact, 'signed', 'denied')",
        "UPDATE judgements SET verdict = 'different' WHERE \"by\" = 'anna'",
        "UPDATE judgements SET reason = 'two treaties' WHERE \"by\" = 'anna'",
        "DELETE FROM judgements WHERE \"by\" = 'anna'",
        "UPDATE assessments SET value = 'complete'",
        "UPDATE assessments SET \"by\" = 'bob'",
    ],
)
def test_tampering_is_noticed(record: Record, claim: Claim, statement: str) -> None:
    record.desk.take_snapshot("draft", by="anna")
    assert _holds(record, "draft")
    with writer(record) as connection:
        connection.execute(text(statement))
    assert not _holds(record, "draft")


@pytest.fixture
def sorted_otherwise(server: str) -> Iterator[Record]:
    """Return a record on a PostgreSQL database that sorts text as English does: anna before Bob, Bob before émile."""
    name = f"t{uuid4().hex}"
    engine = connect(address(f"{server}/postgres"))
    with engine.connect() as connection:
        statement = f"CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en'"
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text(statement))
    engine.dispose()
    with open_record(f"{server}/{name}") as opened:
        yield opened


def test_the_digest_is_the_same_on_every_database(sorted_otherwise: Record, tmp_path: Path) -> None:
    digests = set()
    with open_record(str(tmp_path / "other.db")) as in_a_file:
        for each in (in_a_file, sorted_otherwise):
            _fill(each)
            digests.add(each.desk.take_snapshot("draft", by="anna").digest)
    assert len(digests) == 1


def _between(record: Record, first: Snapshot, second: Snapshot) -> tuple[list[str], list[str], list[str], list[str]]:
    found = record.desk.difference(first.recorded_at, second.recorded_at)
    claims = ([each.id for each in side] for side in (found.said, found.no_longer_said))
    judged = ([each.by for each in side] for side in (found.judged, found.no_longer_judged))
    said, no_longer = claims
    now_judged, no_longer_judged = judged
    return said, no_longer, now_judged, no_longer_judged


def test_the_difference_of_two_moments_is_told_both_ways(record: Record, claim: Claim) -> None:
    first = record.desk.take_snapshot("first", by="anna")
    correct(record, claim, "anna")
    record.judgements.add([judgement("a", "b", "carl")])
    second = record.desk.take_snapshot("second", by="anna")
    said, no_longer, judged, no_longer_judged = _between(record, first, second)
    assert (said, no_longer) == ([corrected(claim).id], [claim.id])
    assert sorted(judged) == ["Bob", "anna", "carl", "émile"]
    assert sorted(no_longer_judged) == ["Bob", "anna", "émile"]
    assert _between(record, second, first)[:2] == (no_longer, said)


def test_reports_between_two_moments_are_counted(record: Record, claim: Claim) -> None:
    first = record.desk.take_snapshot("first", by="anna")
    for number in range(2):
        report = make.long_report(number, 1)
        record.add_reading(report, [], coder=make.CODER)
    second = record.desk.take_snapshot("second", by="anna")
    assert record.desk.difference(first.recorded_at, second.recorded_at).reports == 2


def test_a_moment_does_not_differ_from_itself_nor_from_before_a_rejection_that_was_taken_back(
    record: Record, claim: Claim
) -> None:
    first = record.desk.take_snapshot("first", by="anna")
    record.desk.undo(reject(record, claim, "anna").number, by="anna")
    second = record.desk.take_snapshot("second", by="anna")
    assert _between(record, first, first) == ([], [], [], [])
    assert _between(record, first, second) == ([], [], [], [])


def test_a_claim_that_was_dated_anew_differs_under_one_id(record: Record) -> None:
    guessed = replace(REPORT, published_on="2024-01-15", published_basis="inferred")
    record.add_reading(guessed, [replace(one(day="2024-01-14"), report=guessed)])
    first = record.desk.take_snapshot("first", by="anna")
    read(record, one())
    second = record.desk.take_snapshot("second", by="anna")
    found = record.desk.difference(first.recorded_at, second.recorded_at)
    assert [each.when.start for each in (*found.no_longer_said, *found.said)] == ["2024-01-14", "2025-01-14"]


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("2025-01-14", "2025-01-14T23:59:59.999999+00:00"),
        ("2025-01-14T09:30", "2025-01-14T09:30:59.999999+00:00"),
        ("2025-01-14T09:30:05", "2025-01-14T09:30:05.999999+00:00"),
        ("2025-01-14T09:30:05Z", "2025-01-14T09:30:05.999999+00:00"),
        ("2025-01-14T09:30:05.5", "2025-01-14T09:30:05.500000+00:00"),
        ("2025-01-14T09:30:05.123456+00:00", "2025-01-14T09:30:05.123456+00:00"),
    ],
)
def test_a_day_and_a_time_mean_their_end(record: Record, given: str, moment: str) -> None:
    assert record.desk.moment(given) == moment


def test_the_name_of_a_snapshot_means_its_time(record: Record) -> None:
    made = record.desk.take_snapshot("draft", by="anna")
    assert record.desk.moment("draft") == record.desk.moment(made.recorded_at) == made.recorded_at


@pytest.mark.parametrize(
    "given",
    ["", "yesterday", "2025-1-4", "2025-02-30", "2025-02-30T09:30", "2025-01-14T25:00", "2025-01-14T09:30+02:00"],
)
def test_what_is_no_moment_is_refused_by_name(record: Record, given: str) -> None:
    with pytest.raises(LegationError) as caught:
        record.desk.moment(given)
    assert repr(given) in str(caught.value)


def test_a_snapshot_can_be_asked_for_while_others_write(record: Record, claim: Claim) -> None:
    reports = [make.long_report(number, 2) for number in range(10)]
    with ThreadPoolExecutor(4) as pool:
        writing = [pool.submit(record.add_reading, each, make.claims(each, 2)) for each in reports]
        taking = [pool.submit(partial(record.desk.take_snapshot, f"s{n}", by="anna")) for n in range(4)]
        added, taken = ([future.result() for future in futures] for futures in (writing, taking))
    assert (len(added), len(taken)) == (10, 4)
    assert [_holds(record, each.name) for each in record.desk.snapshots()] == [True] * 4
