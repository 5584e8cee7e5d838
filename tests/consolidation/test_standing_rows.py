"""Standings of every kind as rows."""

from __future__ import annotations

from typing import Any

import pytest
from tests.consolidation import factories as make

from legation.consolidation import Known, Links
from legation.consolidation.agreements import act_order
from legation.consolidation.standings import (
    STATES,
    agreement_rows,
    body_rows,
    commitment_rows,
    meeting_rows,
    membership_rows,
)
from legation.records import Assessment, Bond, Claim, ClaimObject, Judgement, Kind, Modality, Precision, Verdict

BOTH = "Armenia and the United States acted."
CODES = {"Armenia": "ARM", "United States": "USA"}


def _act(kind: Kind, fields: ClaimObject, day: str, *, by: tuple[str, ...] = tuple(CODES), **more: Any) -> Claim:
    sides = {name: make.actor(name, BOTH, code) for name, code in CODES.items()}
    told = more.pop("of", None) or make.report(f"{BOTH} {day} {fields} {by} {more}", day=more.pop("published", day))
    actors = [sides[name] for name in by]
    rest = [side for name, side in sides.items() if name not in by]
    return make.claim(BOTH, "acted", kind=kind, actors=actors, recipients=rest, object=fields, day=day, of=told, **more)


def _agreed(act: str, day: str, **more: Any) -> Claim:
    return _act(Kind.AGREEMENT, {"name": "river charter", "act": act, "areas": ["environment"]}, day, **more)


def _value(claim: Claim, field: str, value: str) -> Assessment:
    return Assessment(subject=claim.id, field=field, value=value, by="anna", reason="")


@pytest.mark.parametrize(("act", "state"), [*STATES.items(), ("entry-into-force", "in force"), ("praise", "praise")])
def test_the_last_act_on_an_agreement_makes_its_state(act: str, state: str) -> None:
    (row,) = agreement_rows([_agreed(act, "2025-01-14")], "2025-02-01")
    assert (row.kind, row.name, row.state, row.since) == (Kind.AGREEMENT, "river charter", state, "2025-01-14")
    assert row.parties == ("ARM", "USA")


def test_every_state_of_an_agreement_has_its_place_in_the_order_of_acts() -> None:
    orders = [act_order(act) for act in STATES]
    assert orders == sorted(set(orders))
    assert min(orders) == 0


def test_parties_that_differ_are_told_apart_and_parties_that_do_not_are_not() -> None:
    signed, ratified = _agreed("signature", "2025-01-14"), _agreed("ratification", "2025-03-01", by=("Armenia",))
    (row,) = agreement_rows([signed, ratified], "2025-04-01")
    assert (row.state, row.by_party) == ("ratified", {"ARM": "ratified", "USA": "signed"})
    (before,) = agreement_rows([signed, ratified], "2025-02-01")
    assert (before.state, before.by_party) == ("signed", {})


def test_an_agreement_holds_its_areas_acts_claims_and_reports() -> None:
    signed, ratified = _agreed("signature", "2025-01-14"), _agreed("ratification", "2025-03-01")
    (row,) = agreement_rows([ratified, signed], "2025-04-01")
    assert row.details == {"areas": "environment", "acts": "signature 2025-01-14; ratification 2025-03-01"}
    assert row.claims == (ratified.id, signed.id)
    assert (row.reports, row.origins, row.grade) == (1, 1, "3")


def test_an_agreement_only_announced_or_denied_is_not_concluded() -> None:
    announced = _agreed("signature", "2025-01-20", modality=Modality.FUTURE)
    denied = _agreed("signature", "2025-01-21", modality=Modality.NEGATED)
    assert [row.state for row in agreement_rows([announced, denied], "2025-02-01")] == ["announced"]
    assert [row.state for row in agreement_rows([denied], "2025-02-01")] == ["denied"]


def test_since_is_as_exact_as_it_is_known() -> None:
    rows = agreement_rows([_agreed("signature", "2024-05-01", precision=Precision.MONTH)], "2025-02-01")
    assert [row.since for row in rows] == ["2024-05"]


def test_nothing_known_yet_has_no_row() -> None:
    assert agreement_rows([_agreed("signature", "2025-01-14")], "2025-01-13") == []
    assert body_rows([_agreed("signature", "2025-01-14")], "2025-02-01") == []


def test_independent_origins_confirm_and_contradictions_are_told() -> None:
    one, other = (
        _agreed("signature", day, of=make.report(f"{BOTH} So {who}.", day=day, publisher=who))
        for who, day in (("Courier", "2025-01-14"), ("Herald", "2025-01-15"))
    )
    (row,) = agreement_rows([one, other], "2025-02-01")
    assert (row.reports, row.origins, row.grade) == (2, 2, "4")
    assert row.contested == ("contested: on 2025-01-14 or on 2025-01-15",)


def test_a_grade_set_by_hand_goes_before_the_computed_one() -> None:
    signed = _agreed("signature", "2025-01-14")
    known = Known(links=Links(()), assessments=(_value(signed, "credibility", "5"),))
    assert [row.grade for row in agreement_rows([signed], "2025-02-01", known)] == ["5"]


def test_a_persons_word_on_two_agreements_is_followed() -> None:
    one = _agreed("signature", "2025-01-14")
    other = _act(Kind.AGREEMENT, {"name": "apricot deal", "act": "ratification", "areas": []}, "2025-01-20")
    left, right = sorted((one.id, other.id))
    same = Judgement(bond=Bond.SUBJECT, left=left, right=right, verdict=Verdict.SAME, by="anna", reason="one text")
    assert len(agreement_rows([one, other], "2025-02-01")) == 2
    assert [r.state for r in agreement_rows([one, other], "2025-02-01", Known(judgements=(same,)))] == ["ratified"]


def test_a_body_holds_its_state_areas_and_sessions() -> None:
    name = "water commission"
    established = _act(Kind.BODY, {"name": name, "act": "established", "areas": ["environment"]}, "2024-01-01")
    met = _act(Kind.BODY, {"name": name, "act": "met", "areas": []}, "2024-06-01")
    planned = _act(
        Kind.MEETING, {"name": f"session of the {name}", "status": "planned"}, "2025-03-01", modality=Modality.FUTURE
    )
    (row,) = body_rows([established, met, planned], "2025-01-01")
    assert (row.kind, row.name, row.state, row.since) == (Kind.BODY, name, "established", "2024-01-01")
    assert row.details == {"areas": "environment", "last session": "2024-06-01", "next session": "2025-03-01"}


def test_a_body_of_which_only_a_session_is_told_has_met() -> None:
    met = _act(Kind.BODY, {"name": "water commission", "act": "met"}, "2024-06-01")
    (row,) = body_rows([met], "2025-01-01")
    assert (row.state, row.since, row.details) == ("met", "2024-06-01", {"last session": "2024-06-01"})


def test_a_body_to_come_is_announced() -> None:
    planned = _act(
        Kind.BODY, {"name": "water commission", "act": "established"}, "2024-06-01", modality=Modality.FUTURE
    )
    assert [row.state for row in body_rows([planned], "2025-01-01")] == ["announced"]


def test_a_promise_without_a_word_is_no_evidence_and_overdue_is_told_first() -> None:
    (row,) = commitment_rows([make.promise()], "2025-02-01")
    assert (row.kind, row.state, row.parties) == (Kind.COMMITMENT, "no evidence", ("ARM", "USA"))
    assert row.details["deadline"] == "none stated"
    (late,) = commitment_rows([make.promise(due="2025-01-31")], "2025-02-01")
    assert (late.state, late.details["due"], late.details["completion"]) == ("overdue", "2025-01-31", "no evidence")
    (early,) = commitment_rows([make.promise(due="2025-03-31")], "2025-02-01")
    assert early.state == "no evidence"


@pytest.mark.parametrize(("value", "shown"), [("-1", "-1"), ("0", "0"), ("+1", "+1")])
def test_a_promise_shows_what_an_analyst_set(value: str, shown: str) -> None:
    promise = make.promise(due="2025-01-31")
    held = {"completion": "limited", "compliance": value, "criterion": "experts in place", "lifecycle": "suspended"}
    known = Known(assessments=tuple(_value(promise, field, each) for field, each in held.items()))
    (row,) = commitment_rows([promise], "2025-02-01", known)
    assert row.state == "limited"
    assert (held | {"compliance": shown}).items() <= row.details.items()


def test_a_promise_nobody_scored_shows_no_compliance() -> None:
    (row,) = commitment_rows([make.promise()], "2025-02-01")
    assert "compliance" not in row.details
    assert "criterion" not in row.details


def _arrival(day: str, modality: Modality) -> Claim:
    text = "The United States sent border experts on security to Armenia."
    sides = [make.actor("United States", text, "USA"), make.actor("Armenia", text, "ARM")]
    return make.claim(
        text, "sent", actors=sides, event=("AID", None, 2), day=day, modality=modality, of=make.report(f"{text} {day}")
    )


def test_accepted_and_proposed_evidence_stand_apart_and_say_whether_they_speak_against() -> None:
    promise, done = make.promise(), _arrival("2025-02-01", Modality.ASSERTED)
    denied = _arrival("2025-02-02", Modality.NEGATED)
    accepted = Judgement(
        bond=Bond.EVIDENCE, left=promise.id, right=done.id, verdict=Verdict.SAME, by="anna", reason="read both"
    )
    (row,) = commitment_rows([promise, done, denied], "2025-03-01", Known(judgements=(accepted,)))
    assert row.details["evidence"] == f"{done.id[:8]} read both"
    assert row.details["proposed"].startswith(f"{denied.id[:8]} against: a later act by the same side")


def test_a_meeting_holds_its_status_level_and_place() -> None:
    fields: ClaimObject = {"name": "strategic dialogue", "status": "held", "level": "ministers"}
    (row,) = meeting_rows([_act(Kind.MEETING, fields, "2025-01-14", where="Yerevan")], "2025-02-01")
    assert (row.kind, row.name, row.state) == (Kind.MEETING, "strategic dialogue", "held")
    assert row.details == {"level": "ministers", "where": "Yerevan"}


def test_a_meeting_without_a_name_has_its_format_or_is_a_meeting() -> None:
    named = [_act(Kind.MEETING, {"format": "phone call"}, "2025-01-14"), _act(Kind.MEETING, {}, "2025-03-14")]
    assert [row.name for row in meeting_rows(named, "2025-04-01")] == ["phone call", "meeting"]


def _member(status: str, day: str = "2025-01-14", modality: Modality = Modality.ASSERTED) -> Claim:
    text = "Armenia left the pact."
    return make.claim(
        text, "left", kind=Kind.MEMBERSHIP, actors=[make.actor("Armenia", text, "ARM")], day=day, modality=modality,
        object={"organisation": "CSTO", "entity": "CSTO", "status": status}, of=make.report(f"{text} {status} {day}"),
    )  # fmt: skip


def test_a_membership_of_the_tables_shows_its_rows_and_no_grade() -> None:
    facts = [make.membership("CSTO", "ARM", valid_from="2002-10-07")]
    (row,) = membership_rows(["ARM"], facts, [], "2025-02-01")
    assert (row.kind, row.state, row.since, row.grade) == (Kind.MEMBERSHIP, "member", "2002-10-07", "")
    assert (row.parties, row.facts) == (("ARM", "CSTO"), ("member from 2002-10-07 (a list)",))
    assert row.claims == ()


def test_a_suspension_is_the_state_and_its_day_the_since() -> None:
    facts = [
        make.membership("CSTO", "ARM", valid_from="2002-10-07"),
        make.membership("CSTO", "ARM", "self-suspended", valid_from="2024-02-23"),
    ]
    (row,) = membership_rows(["ARM"], facts, [], "2025-02-01")
    assert (row.state, row.since, len(row.facts)) == ("self-suspended", "2024-02-23", 2)


def test_what_reports_say_otherwise_stands_beside_the_tables() -> None:
    claim = _member("former")
    (row,) = membership_rows(["ARM"], [make.membership("CSTO", "ARM")], [claim], "2025-02-01")
    assert (row.state, row.details) == ("member", {"reported": "former"})
    assert (row.claims, row.grade) == ((claim.id,), "3")


def test_the_day_of_a_report_is_not_the_day_of_what_the_tables_say() -> None:
    facts = [make.membership("CSTO", "ARM", valid_from="2002-10-07")]
    (row,) = membership_rows(["ARM"], facts, [_member("former")], "2025-02-01")
    assert (row.state, row.since) == ("member", "2002-10-07")


def test_what_only_reports_tell_is_their_word_and_what_is_to_come_is_announced() -> None:
    (told,) = membership_rows(["ARM"], [], [_member("former")], "2025-02-01")
    assert (told.state, told.since, told.details) == ("former", "2025-01-14", {})
    (ahead,) = membership_rows(["ARM"], [], [_member("former", modality=Modality.FUTURE)], "2025-02-01")
    assert ahead.state == "announced: former"


def test_the_last_report_counts() -> None:
    claims = [_member("former", "2025-01-20"), _member("candidate", "2025-01-14")]
    assert [row.state for row in membership_rows(["ARM"], [], claims, "2025-02-01")] == ["former"]


def test_actors_without_a_row_or_a_word_have_none() -> None:
    assert membership_rows(["USA"], [make.membership("CSTO", "ARM")], [_member("former")], "2025-02-01") == []
