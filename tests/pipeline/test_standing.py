"""Where things stand in a record on a day."""

from __future__ import annotations

from tests.consolidation import factories as make

from legation.pipeline import link_all, standings
from legation.pipeline.standing import KINDS
from legation.records import Claim, Kind, Modality
from legation.records.standings import Standing
from legation.store import Record

BOTH = ("ARM", "USA")


def _keep(record: Record, *claims: Claim) -> None:
    for claim in claims:
        record.add_reading(claim.report, [claim])
    list(link_all(record))


def _meeting(kind: Kind, day: str = "2025-01-10") -> Claim:
    text = "Armenia and the United States met on water."
    sides = [make.actor("Armenia", text, "ARM"), make.actor("United States", text, "USA")]
    name = "session of the water commission" if kind is Kind.MEETING else ""
    fields = {"name": name, "status": "held"} if kind is Kind.MEETING else {}
    return make.claim(
        text, "met", kind=kind, actors=sides, object=dict(fields), event=("CONSULT", None, 1), day=day,
        of=make.report(f"{text} {kind} {day}", day=day),
    )  # fmt: skip


def _body() -> Claim:
    text = "Armenia and the United States set up a water commission."
    sides = [make.actor("Armenia", text, "ARM"), make.actor("United States", text, "USA")]
    fields: dict[str, str | list[str] | None] = {"name": "water commission", "act": "established", "areas": []}
    return make.claim(text, "set up", kind=Kind.BODY, actors=sides, object=fields, day="2025-01-01")


def _member(code: str, name: str) -> Claim:
    text = f"{name} joined the CSTO."
    return make.claim(
        text, "joined", kind=Kind.MEMBERSHIP, actors=[make.actor(name, text, code)],
        object={"organisation": "CSTO", "entity": "CSTO", "status": "member"},
    )  # fmt: skip


def _of(record: Record, *kinds: Kind, as_of: str = "2025-02-01", parties: tuple[str, ...] = BOTH) -> list[Standing]:
    return standings(record, parties, as_of, kinds=kinds or KINDS)


def test_every_kind_is_told_in_its_order(record: Record) -> None:
    _keep(record, make.signing(), _body(), make.promise(), _meeting(Kind.MEETING), _member("ARM", "Armenia"))
    kinds = [row.kind for row in _of(record)]
    assert list(dict.fromkeys(kinds)) == list(KINDS)
    assert kinds == sorted(kinds, key=KINDS.index)


def test_only_the_kinds_asked_for_are_told(record: Record) -> None:
    _keep(record, make.signing(), _body(), make.promise())
    assert [(row.kind, row.state) for row in _of(record, Kind.AGREEMENT)] == [(Kind.AGREEMENT, "signed")]
    assert _of(record, Kind.MEETING) == []


def test_an_act_told_twice_is_one_row_with_both_reports(record: Record) -> None:
    text = make.signing().passage.exact
    again = make.signing(of=make.report(f"{text} So wrote another.", publisher="Second Herald"))
    _keep(record, make.signing(), again)
    (row,) = _of(record, Kind.AGREEMENT)
    assert row.reports == 2
    assert set(row.claims) == {make.signing().id, again.id}


def test_a_day_before_the_act_knows_nothing_of_it(record: Record) -> None:
    _keep(record, make.signing())
    assert _of(record, Kind.AGREEMENT, as_of="2025-01-13") == []


def test_all_the_parties_must_be_in_it(record: Record) -> None:
    _keep(record, make.signing())
    assert len(_of(record, Kind.AGREEMENT, parties=("ARM",))) == 1
    assert _of(record, Kind.AGREEMENT, parties=("ARM", "PER")) == []


def test_the_sessions_of_a_body_are_found_among_the_meetings(record: Record) -> None:
    _keep(record, _body(), _meeting(Kind.MEETING))
    (row,) = _of(record, Kind.BODY)
    assert row.details["last session"] == "2025-01-10"


def test_contacts_that_are_events_are_meetings(record: Record) -> None:
    _keep(record, _meeting(Kind.EVENT), make.signing())
    assert [row.state for row in _of(record, Kind.MEETING)] == ["held"]


def test_what_bears_on_a_promise_is_found_among_all_kinds(record: Record) -> None:
    text = "The United States sent border experts on security to Armenia."
    sides = [make.actor("United States", text, "USA"), make.actor("Armenia", text, "ARM")]
    sent = make.claim(text, "sent", actors=sides, event=("AID", None, 2), day="2025-01-20")
    _keep(record, make.promise(), sent)
    (row,) = _of(record, Kind.COMMITMENT)
    assert row.details["proposed"].startswith(sent.id[:8])


def test_what_an_analyst_set_is_in_the_row(record: Record) -> None:
    _keep(record, make.promise())
    record.desk.assess(make.promise().id, "completion", "limited", by="anna", reason="two came")
    assert [row.state for row in _of(record, Kind.COMMITMENT)] == ["limited"]


def test_the_record_as_it_stood_is_asked(record: Record) -> None:
    _keep(record, make.promise())
    then = record.desk.take_snapshot("before", by="anna").recorded_at
    record.desk.assess(make.promise().id, "completion", "limited", by="anna", reason="two came")
    _keep(record, make.signing())
    before = standings(record, BOTH, "2025-02-01", kinds=(Kind.AGREEMENT, Kind.COMMITMENT), recorded_by=then)
    assert [(row.kind, row.state) for row in before] == [(Kind.COMMITMENT, "no evidence")]


def test_the_memberships_of_a_state_are_those_of_the_tables(record: Record) -> None:
    rows = _of(record, Kind.MEMBERSHIP, parties=("ARM",))
    assert "CSTO" in {code for row in rows for code in row.parties}
    assert all("ARM" in row.parties and row.facts for row in rows)


def test_a_state_and_an_organisation_have_one_membership(record: Record) -> None:
    rows = _of(record, Kind.MEMBERSHIP, parties=("ARM", "CSTO"))
    assert [row.parties for row in rows] == [("ARM", "CSTO")]


def test_an_organisation_alone_has_the_members_that_reports_tell_of(record: Record) -> None:
    _keep(record, _member("ARM", "Armenia"), _member("PER", "Peru"))
    rows = _of(record, Kind.MEMBERSHIP, parties=("CSTO",))
    assert [row.parties for row in rows] == [("ARM", "CSTO"), ("CSTO", "PER")]


def test_a_promise_to_join_is_told_among_the_promises(record: Record) -> None:
    text = "Armenia will join the CSTO."
    ahead = make.claim(
        text, "will join", kind=Kind.MEMBERSHIP, actors=[make.actor("Armenia", text, "ARM")],
        object={"organisation": "CSTO", "entity": "CSTO", "status": "member"}, modality=Modality.FUTURE,
    )  # fmt: skip
    _keep(record, ahead)
    assert [row.name for row in _of(record, Kind.COMMITMENT, parties=("ARM",))] == ["CSTO"]


def test_an_empty_record_knows_only_the_tables(record: Record) -> None:
    assert {row.kind for row in _of(record)} == {Kind.MEMBERSHIP}
