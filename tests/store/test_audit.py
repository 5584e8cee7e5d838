from __future__ import annotations

import pytest
from tests.store import factories as make
from tests.store.deciding import REPORT, correct, corrected, judgement, one, read, reject

from legation.records import AuditEntry, Bond, Claim, Verdict
from legation.store import Record


@pytest.fixture
def claim(record: Record) -> Claim:
    found = one()
    read(record, found, one(trigger=60))
    return found


def _told(found: list[AuditEntry]) -> set[tuple[str, str, str]]:
    return {(each.by, each.what, each.detail) for each in found}


def test_what_was_done_to_a_claim_is_told_whole(record: Record, claim: Claim) -> None:
    review = reject(record, claim, "anna")
    undo = record.desk.undo(review.number, by="bob", reason="they did sign")
    taken_back = f"nobody signed (taken back {undo.recorded_at[:19]})"
    trail = record.desk.trail(claim.id)
    assert _told(trail) == {
        ("legation 1", "said", ""),
        ("anna", f"review {review.number}: reject", taken_back),
        ("legation 1", "no longer said", f"because of review {review.number}"),
        ("bob", f"review {undo.number}: undo of review {review.number}", "they did sign"),
    }
    assert {each.subject for each in trail} == {claim.id}
    assert [each.at for each in trail] == sorted((each.at for each in trail), reverse=True)
    assert (trail[0].at, trail[-1].what) == (undo.recorded_at, "said")
    assert sum(each.what == "said" for each in trail) == 2


def test_a_correction_is_told_of_both_claims(record: Record, claim: Claim) -> None:
    review = correct(record, claim, "anna")
    (entry,) = {each for each in _told(record.desk.trail(claim.id)) if each[1] == f"review {review.number}: correct"}
    assert entry[0] == "anna"
    assert entry[2].startswith(f"the treaty is older → {corrected(claim).id[:8]}")
    assert _told(record.desk.trail(corrected(claim).id)) == {entry, ("reviewer:anna 1", "said", "")}


def test_a_claim_that_was_withheld_was_never_said(record: Record, claim: Claim) -> None:
    review = reject(record, claim, "anna")
    read(record, one(coder=make.NEWER))
    trail = record.desk.trail(one(coder=make.NEWER).id)
    assert _told(trail) == {("legation 2", "withheld", f"because of review {review.number}")}


def test_a_claim_that_a_newer_reading_superseded_tells_so(record: Record, claim: Claim) -> None:
    read(record, coder=make.NEWER)
    trail = record.desk.trail(claim.id)
    assert [(each.what, each.detail) for each in trail] == [("no longer said", "superseded"), ("said", "")]


def test_judgements_and_assessments_of_a_claim_are_told(record: Record, claim: Claim) -> None:
    record.judgements.add([judgement(claim.id, "f" * 20), judgement(claim.id, "f" * 20, "linker 1", score=0.9)])
    record.desk.assess(claim.id, "completion", "limited", by="bob", reason="half is built")
    assert _told(record.desk.trail(claim.id)) >= {
        ("anna", "telling: same", "one treaty"),
        ("linker 1", "telling: same", "one treaty"),
        ("bob", "completion: limited", "half is built"),
    }


def test_a_judgement_that_was_withdrawn_is_told_with_its_end(record: Record, claim: Claim) -> None:
    record.judgements.add([judgement(claim.id, "f" * 20)])
    record.judgements.withdraw(Bond.TELLING, (claim.id, "f" * 20), "anna")
    details = [each.detail for each in record.desk.trail(claim.id) if each.what == "telling: same"]
    assert len(details) == 1
    assert details[0].startswith("one treaty (taken back 20")


def test_what_a_linker_is_unsure_of_is_not_told_but_what_a_person_is(record: Record, claim: Claim) -> None:
    for by in ("linker 1", "anna"):
        record.judgements.add([judgement(claim.id, "f" * 20, by, verdict=Verdict.UNSURE)])
    assert [each.by for each in record.desk.trail(claim.id) if each.what == "telling: unsure"] == ["anna"]


def test_what_was_done_to_a_report_is_told(record: Record, claim: Claim) -> None:
    record.add_reading(REPORT, [one(coder=make.NEWER)], [make.rejection("no actor")])
    review = reject(record, one(coder=make.NEWER), "anna")
    record.judgements.add([judgement(REPORT.id, "f" * 64, bond=Bond.ORIGIN)])
    assert _told(record.desk.trail(REPORT.id)) == {
        ("legation 1", "reading", ""),
        ("legation 2", "reading", ""),
        ("coding", "not coded: has-actor", "no actor"),
        ("anna", f"review {review.number}: reject", "nobody signed"),
        ("anna", "origin: same", "one treaty"),
    }


def test_the_trail_of_the_record_tells_of_people_runs_and_snapshots(record: Record, claim: Claim) -> None:
    run = record.start_run("read", make.CODER)
    unfinished = record.start_run("link", make.CODER)
    record.finish_run(run, {"claims": 2})
    review = reject(record, claim, "anna")
    record.judgements.add([judgement("a", "b"), judgement("c", "d", "linker 1")])
    record.desk.assess("publisher:Example Wire", "reliability", "B", by="bob", reason="")
    snapshot = record.desk.take_snapshot("draft", by="bob", note="for the minister")
    trail = record.desk.trail()
    assert _told(trail) == {
        ("legation", "run", 'read {"claims": 2}'),
        ("legation", "run", "link (unfinished)"),
        ("anna", f"review {review.number}: reject", "nobody signed"),
        ("anna", "telling: same", "one treaty"),
        ("bob", "reliability: B", ""),
        ("bob", "snapshot", f"{snapshot.digest[:16]} for the minister"),
    }
    assert {each.subject for each in trail} >= {run, unfinished, claim.id, "a b", "publisher:Example Wire", "draft"}


def test_the_trail_is_cut_to_the_last(record: Record, claim: Claim) -> None:
    reject(record, claim, "anna")
    record.desk.take_snapshot("draft", by="anna")
    assert [each.what for each in record.desk.trail(limit=1)] == ["snapshot"]
    assert len(record.desk.trail(claim.id, limit=2)) == 2


def test_what_is_not_there_has_no_trail(record: Record, claim: Claim) -> None:
    assert record.desk.trail("0" * 20) == []
    record.desk.take_snapshot("draft", by="anna")
    assert record.desk.trail("draft") == []
