"""A record that the first Legation made, with rows, is opened by this one."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, column, insert, inspect, table, text
from tests.store import factories as make

from legation.errors import RecordError
from legation.records import Actor, Claim, Rejection, claim_to_dict
from legation.records.marks import Credit, Marks
from legation.store import ClaimQuery, Record, StoredRejection, open_record, schema
from legation.store.engine import address, connect, writing
from legation.store.rows import body_of

THEN = "2025-02-01T10:00:00.000000+00:00"
LATER = "2025-02-02T10:00:00.000000+00:00"
NEW = {"reviews", "judgements", "assessments", "snapshots", "credits", "shingles", "linkings"}

REPORT = make.report("Armenia and Georgia signed a treaty on transit.", title="A treaty on transit")
FORMER, CURRENT = make.claim(REPORT, trigger=20), make.claim(REPORT, trigger=20, coder=make.NEWER)


@pytest.fixture
def first(location: str) -> str:
    """Return where a record of the first schema is, with rows in every table."""
    engine = connect(address(location))
    with writing(engine).begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        assert not NEW & set(inspect(connection).get_table_names())
        _fill(connection)
    engine.dispose()
    return location


def _fill(connection: Connection) -> None:
    published = {"title": "A treaty on transit", "publisher": "Example Wire", "published_on": "2025-01-15"}
    published |= {"published_basis": "explicit"}
    report = {"id": REPORT.id, "text": REPORT.text, "language": "en", "recorded_at": THEN}
    _insert(connection, "reports", published | report)
    _insert(connection, "sightings", published | {"report": 1, "recorded_at": THEN})
    _insert(connection, "passages", {"report": 1, "start": 0, "end": len(REPORT.text), "exact": REPORT.text})
    message = {"stage": "coding", "rule": "has-actor", "message": "no actor", "recorded_at": THEN}
    _insert(connection, "rejections", message | {"report": 1})
    _insert(connection, "rejections", message | {"source": "letter.txt"})
    for number, claim in enumerate((FORMER, CURRENT), start=1):
        _insert(connection, "coders", {"id": f"coder{number}", **_coder(claim)})
        run = {"id": f"run{number}", "started": THEN, "command": "read", "coder": f"coder{number}"}
        _insert(connection, "runs", run)
        reading = {"report": 1, "coder": f"coder{number}", "run": f"run{number}", "recorded_at": THEN}
        _insert(connection, "readings", reading | {"published_on": "2025-01-15"})
        _fill_claim(connection, claim, number)


def _fill_claim(connection: Connection, claim: Claim, number: int) -> None:
    row: dict[str, object] = {
        "id": claim.id,
        "report": 1,
        "reading": number,
        "passage": 1,
        "coder": f"coder{number}",
        "kind": "event",
    }
    row |= {"event_type": "CONSULT", "mode": "visit", "quad_class": 1, "modality": "asserted", "day": "2025-01-14"}
    row |= {"when_start": "2025-01-14", "when_end": "2025-01-14", "precision": "day", "confidence": 0.75}
    row |= {"trigger_start": 20, "trigger_end": 26, "recorded_at": (THEN, LATER)[number - 1], "body": body_of(claim)}
    row |= {"superseded_at": (LATER, None)[number - 1]}
    _insert(connection, "claims", row)
    for role, actor in (("actor", claim.actors[0]), ("recipient", claim.recipients[0])):
        _insert(connection, "claim_actors", {"claim": number, "role": role, "position": 0, **_actor(actor)})
        party: dict[str, object] = {
            "code": actor.country,
            "day": "2025-01-14",
            "claim": number,
            "last_day": "2025-01-14",
        }
        _insert(connection, "claim_parties", party | {"acts": role == "actor", "receives": role == "recipient"})


def _coder(claim: Claim) -> dict[str, object]:
    return {name: getattr(claim.coder, name) for name in ("name", "version", "model", "ontology")}


def _actor(actor: Actor) -> dict[str, object]:
    return {name: getattr(actor, name) for name in ("entity", "country", "name", "start", "end")}


def _insert(connection: Connection, name: str, row: Mapping[str, object]) -> None:
    connection.execute(insert(table(name, *map(column, row))).values(row))


def _revision(location: str) -> str:
    engine = connect(address(location))
    with engine.connect() as connection:
        found = str(connection.scalar(text("SELECT version_num FROM alembic_version")))
    engine.dispose()
    return found


def test_a_record_of_the_first_schema_is_brought_to_this_one(first: str) -> None:
    assert _revision(first) == "0001"
    open_record(first, create=False).close()
    assert _revision(first) == schema.HEAD


def test_all_that_it_held_is_there(first: str) -> None:
    with open_record(first, create=False) as record:
        assert record.report(REPORT.id) == REPORT
        assert [claim_to_dict(claim) for claim in record.claims()] == [claim_to_dict(CURRENT)]
        assert record.claim(FORMER.id) == replace(FORMER, report=replace(REPORT, text=""))
        assert record.counts() == {
            "reports": 1,
            "sightings": 1,
            "claims": 1,
            "superseded": 1,
            "rejections": 2,
            "runs": 2,
            "judgements": 0,
            "reviews": 0,
            "snapshots": 0,
        }
        assert [_where(each) for each in record.rejections()] == [(REPORT.id, None), (None, "letter.txt")]


def _where(found: StoredRejection) -> tuple[str | None, str | None]:
    assert found.rejection == Rejection(stage="coding", rule="has-actor", message="no actor")
    return found.report, found.source


def test_it_is_searched_and_asked_as_before(first: str) -> None:
    with open_record(first, create=False) as record:
        assert [hit.claim.id for hit in record.search("transit")] == [CURRENT.id]
        for query in (ClaimQuery(parties=("ARM", "USA")), ClaimQuery(actors=("ARM",)), ClaimQuery(text="treaty")):
            assert [claim.id for claim in record.claims(query)] == [CURRENT.id]
        assert [claim.id for claim in record.claims(ClaimQuery(recorded_by=THEN))] == [FORMER.id]


def test_one_can_decide_on_its_claims_and_read_its_reports_again(first: str) -> None:
    with open_record(first, create=False) as record:
        review = record.desk.reject(CURRENT.id, by="anna", reason="nobody signed")
        newest = make.claim(REPORT, trigger=20, coder=replace(make.NEWER, version="3"), day="2025-01-13")
        assert record.add_reading(REPORT, [newest]).withheld == 1
        assert record.claims() == []
        record.desk.undo(review.number, by="anna")
        assert [claim.id for claim in record.claims()] == [newest.id]


def test_its_claims_wait_for_review_and_for_the_linker(first: str) -> None:
    with open_record(first, create=False) as record:
        assert [item.claim.id for item in record.desk.waiting()] == [CURRENT.id]
        assert record.judgements.unlinked_count("linker 1") == 2
        assert [claim.id for each in record.judgements.unlinked("linker 1") for claim in each.claims] == [CURRENT.id]
        made = record.desk.take_snapshot("migrated", by="anna")
        assert (made.claims, made.reports, made.judgements) == (1, 1, 0)


def test_its_reports_get_their_marks_when_they_are_read_again(first: str) -> None:
    credit = Credit(agency="agency:reuters", start=0, end=7)
    with open_record(first, create=False) as record:
        record.add_reading(REPORT, [CURRENT], marks=Marks(shingles=frozenset({1, 2}), credits=(credit,)))
        assert record.judgements.credits([REPORT.id]) == {REPORT.id: [credit]}


def test_a_migration_that_fails_leaves_the_record_as_it_was(first: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run = schema._run_alembic

    def fail(connection: Connection) -> None:
        run(connection)
        raise OSError("disk full")

    monkeypatch.setattr(schema, "_run_alembic", fail)
    with pytest.raises(RecordError, match="disk full"):
        open_record(first, create=False)
    monkeypatch.undo()
    assert _revision(first) == "0001"
    with open_record(first, create=False) as record:
        assert [claim.id for claim in record.claims()] == [CURRENT.id]


def test_it_is_migrated_once_by_many_who_open_it_at_once(first: str) -> None:
    def opened(_: int) -> Record:
        return open_record(first, create=False)

    with ThreadPoolExecutor(4) as pool:
        records = list(pool.map(opened, range(4)))
    for record in records:
        assert [claim.id for claim in record.claims()] == [CURRENT.id]
        record.close()
    assert _revision(first) == schema.HEAD
