"""Agreements, bodies, meetings and memberships on a day."""

from __future__ import annotations

from typing import Any

from tests.consolidation import factories as make

from legation.consolidation import agreements, bodies, meetings, membership_standings
from legation.consolidation.acts_wording import text_of
from legation.consolidation.memberships import is_valid, matters
from legation.records import Claim, Kind, Modality

BOTH = "Armenia and the United States acted."


def _act(kind: Kind, fields: dict[str, str | list[str] | None], day: str, **more: Any) -> Claim:
    sides = [make.actor("Armenia", BOTH, "ARM"), make.actor("United States", BOTH, "USA")]
    told = make.report(f"{BOTH} {day} {fields}", day=day)
    return make.claim(BOTH, "acted", kind=kind, actors=sides, object=fields, day=day, of=told, **more)


def _agreed(act: str, day: str, actors: tuple[str, ...] = ("ARM", "USA"), **more: Any) -> Claim:
    made = _act(Kind.AGREEMENT, {"name": "charter on river water", "act": act, "areas": []}, day, **more)
    kept = tuple(a for a in made.actors if a.country in actors)
    others = tuple(a for a in made.actors if a.country not in actors)
    return Claim(**{f: getattr(made, f) for f in Claim.__slots__} | {"actors": kept, "recipients": others})


def test_an_agreement_stands_where_each_party_last_acted() -> None:
    claims = [_agreed("signature", "2025-01-14"), _agreed("ratification", "2025-03-01", ("ARM",))]
    (standing,) = agreements(claims, "2025-04-01")
    assert {code: text_of(t.lead, "act") for code, t in standing.latest.items()} == {
        "ARM": "ratification",
        "USA": "signature",
    }
    (before,) = agreements(claims, "2025-02-01")
    assert before.last is not None
    assert text_of(before.last.lead, "act") == "signature"


def test_announced_and_denied_acts_are_not_done() -> None:
    claims = [
        _agreed("ratification", "2025-01-20", modality=Modality.FUTURE),
        _agreed("signature", "2025-01-21", modality=Modality.NEGATED),
    ]
    (standing,) = agreements(claims, "2025-02-01")
    assert standing.last is None
    assert standing.latest == {}
    assert len(standing.announced) == len(standing.denied) == 1


def test_a_body_knows_its_state_areas_and_sessions() -> None:
    name = "water commission"
    claims = [
        _act(Kind.BODY, {"name": name, "act": "established", "areas": ["environment"]}, "2024-01-01"),
        _act(Kind.BODY, {"name": name, "act": "met", "areas": []}, "2024-06-01"),
        _act(Kind.MEETING, {"name": f"second session of the {name}", "status": "held"}, "2024-09-01"),
        _act(
            Kind.MEETING,
            {"name": "session of the water commission", "status": "planned"},
            "2025-02-01",
            modality=Modality.FUTURE,
        ),
    ]
    (standing,) = bodies(claims, "2025-01-01")
    assert (standing.state, standing.areas) == ("established", ("environment",))
    assert standing.last_session is not None
    assert standing.last_session.day == "2024-09-01"
    assert standing.next_session is not None
    assert standing.next_session.day == "2025-02-01"


def test_a_plan_does_not_become_a_meeting_by_the_passing_of_time() -> None:
    told = make.report(f"{BOTH} A plan.", day="2025-01-01")
    plan = make.claim(
        BOTH,
        "acted",
        kind=Kind.MEETING,
        actors=make.signing().actors,
        object={"status": "planned"},
        modality=Modality.FUTURE,
        day="2025-02-01",
        of=told,
    )
    assert [s.status for s in meetings([plan], "2025-01-15")] == ["planned"]
    assert [s.status for s in meetings([plan], "2025-03-01")] == ["no news"]


def test_a_suspension_stands_beside_the_member_row() -> None:
    facts = [
        make.membership("CSTO", "ARM", valid_from="2002-10-07"),
        make.membership("CSTO", "ARM", "self-suspended", valid_from="2024-02-23"),
    ]
    (now,) = membership_standings("ARM", facts, [], "2025-01-01")
    (then,) = membership_standings("ARM", facts, [], "2024-01-01")
    assert (now.status, now.is_member) == ("self-suspended", True)
    assert (then.status, then.is_member) == ("member", True)


def test_years_bound_by_their_first_and_last_days() -> None:
    fact = make.membership("PFP", "ARM", valid_from="1995", valid_to="2009")
    assert is_valid(fact, "2009-12-31")
    assert not is_valid(fact, "2010-01-01")
    assert not is_valid(fact, "1994-12-31")


def test_only_what_matters_is_listed() -> None:
    facts = [make.membership("NATO", "USA"), make.membership("UPU", "USA"), make.membership("WTO", "USA")]
    standings = membership_standings("USA", facts, [], "2025-01-01")
    assert [s.organisation for s in standings if matters(s, frozenset({"WTO"}))] == ["NATO", "WTO"]


def test_reports_stand_on_top_of_the_facts() -> None:
    text = "Armenia left the pact."
    claim = make.claim(
        text,
        "left",
        kind=Kind.MEMBERSHIP,
        actors=[make.actor("Armenia", text, "ARM")],
        object={"organisation": "CSTO", "entity": "CSTO", "status": "former"},
    )
    (standing,) = membership_standings("ARM", [make.membership("CSTO", "ARM")], [claim], "2025-02-01")
    assert standing.status == "member"
    assert [t.lead for t in standing.reported] == [claim]
