"""The brief: every line cited, nothing said beyond the claims."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.consolidation import factories as make

from legation.consolidation import brief, check
from legation.errors import RecordError
from legation.records import AttributionKind, Claim, Kind, Modality, Passage
from legation.records.briefs import Brief, BriefLine, SourceKind

FACTS = [
    make.membership("GCDI", "USA"),
    make.membership("GCDI", "ARM"),
    make.membership("CSTO", "ARM"),
    make.membership("CSTO", "ARM", "self-suspended", valid_from="2024-02-23"),
    make.membership("UPU", "ARM"),
    make.membership("UPU", "USA"),
]


def _made(*claims: Claim, as_of: str = "2025-02-01", limit: int | None = 1) -> Brief:
    return brief("ARM", "USA", claims, FACTS, as_of, limit=limit)


def _lines(made: Brief, key: str) -> tuple[BriefLine, ...]:
    return next((section.lines for section in made.sections if section.key == key), ())


def _statement(who: str, code: str, words: str, quote: str = "direct") -> Claim:
    text = f"“{words}” {who} said of Armenia and the United States."
    return make.claim(
        text,
        "said",
        kind=Kind.STATEMENT,
        actors=[make.person(who, text, code, "Minister")],
        recipients=[make.actor("Armenia", text, "ARM"), make.actor("United States", text, "USA")],
        object={"quote": quote, "content": f"“{words}”"},
        basis="inferred",
    )


def test_every_line_carries_its_claims_and_passages_or_its_facts() -> None:
    made = _made(make.signing(), make.promise(), _statement("Lea Roth", "USA", "We are glad"))
    assert made.lines
    for line in made.lines:
        assert line.sources
        for source in line.sources:
            assert source.kind == SourceKind.FACT or line.claims


def test_the_title_and_the_parties() -> None:
    assert _made(make.signing()).title == "Armenia and the United States"


def test_standing_holds_agreements_and_memberships_that_matter() -> None:
    agreed, shared, suspended = [line.sentence for line in _lines(_made(make.signing()), "standing")]
    assert agreed == (
        "Armenia and the United States signed a charter on river water. No entry into force is on record."
    )
    assert shared == "Both belong to the Global Coalition Against Daesh."
    assert suspended == (
        "Armenia has suspended its own participation in the Collective Security Treaty Organization"
        " (since 23 February 2024), and is still listed as a member."
    )


def test_cautions_name_what_is_not_done_single_hedged_and_on_whose_word() -> None:
    made = make.promise()
    text = made.passage.exact
    official = make.actor("Armenia", text, "ARM", name="foreign ministry", sector="GOV")
    hedged = replace(
        made,
        attribution=(
            make.said_by(official, "will", text),
            make.said_by(None, "allegedly", text, AttributionKind.HEDGE),
        ),
    )
    (line,) = _lines(_made(hedged), "promises")
    assert line.cautions == (
        "announced, not done",
        "allegedly",
        "according to the Armenian foreign ministry",
        "one report",
        "no evidence yet",
    )


def test_an_overdue_promise_says_so_and_a_proposed_fulfilment_stays_a_proposal() -> None:
    text = "The United States sent border experts on security to Armenia."
    arrival = make.claim(
        text,
        "sent",
        actors=[make.actor("United States", text, "USA")],
        recipients=[make.actor("Armenia", text, "ARM")],
        event=("AID", None, 2),
        day="2025-01-25",
    )
    (overdue,) = _lines(_made(make.promise(due="2025-01-20")), "promises")
    (answered,) = _lines(_made(make.promise(), arrival), "promises")
    assert "overdue since 20 January 2025" in overdue.cautions
    assert "Perhaps fulfilled: The United States sent border experts" in answered.sentence
    assert any(caution.startswith("proposed as evidence, not accepted") for caution in answered.cautions)
    assert set(answered.claims) == {make.promise().id, arrival.id}


def test_words_are_shared_out_between_the_sides() -> None:
    topics = ["Rivers", "Railways", "Milk", "Visas", "Steel", "Forests", "Ports", "Schools"]
    many = [_statement("Lea Roth", "USA", f"We love {topic}") for topic in topics]
    one = _statement("Ani Petrosyan", "ARM", "We thank them")
    labels = [line.label for line in _lines(_made(*many, one, limit=1), "words")]
    assert labels.count("Armenia") == 1
    assert labels.count("The United States") == 5


def test_conflict_is_told_last_first() -> None:
    text = "Armenia accused the United States of delay."
    accused = make.claim(
        text,
        "accused",
        actors=[make.actor("Armenia", text, "ARM")],
        recipients=[make.actor("United States", text, "USA")],
        event=("ACCUSE", "allege", 3),
    )
    assert [line.sentence for line in _lines(_made(accused), "conflict")] == [text]


def test_what_is_told_elsewhere_in_a_report_is_not_beside_the_two() -> None:
    close, far = "Armenia left Chad.", "Armenia left Peru."
    text = f"{make.signing().passage.exact} {close} {'x' * 700} {far}"
    of = make.report(text)
    claims = [make.signing(of=of)]
    for passage, code in ((close, "TCD"), (far, "PER")):
        name = passage.split()[-1].strip(".")
        claims.append(
            make.claim(
                passage,
                "left",
                actors=[make.actor("Armenia", passage, "ARM")],
                recipients=[make.actor(name, passage, code)],
                event=("RETREAT", None, 2),
                of=of,
            )
        )
    assert [line.sentence for line in _lines(_made(*claims), "third_parties")] == [close]


def test_nothing_known_is_said_plainly_with_what_would_help() -> None:
    made = brief("ARM", "PER", [make.signing()], [], "2025-02-01")
    assert made.lead.startswith("Nothing is known")
    assert any("legation read" in advice for advice in made.advice)
    assert any("legation timeline ARM" in advice for advice in made.advice)
    assert made.sections == ()


def test_what_was_published_later_is_not_known_yet() -> None:
    made = _made(make.signing(), as_of="2025-01-13")
    assert made.lead.startswith("Nothing is known")
    assert any("--as-of 2025-01-14" in advice for advice in made.advice)


def test_a_page_cuts_and_counts_what_it_leaves_out() -> None:
    names = (
        "water",
        "fishing",
        "customs",
        "railway",
        "health",
        "school",
        "energy",
        "mining",
        "forest",
        "post",
    )
    claims = [make.signing(day=f"2024-{m:02d}-01", name=f"{name} pact") for m, name in enumerate(names, 1)]
    short = next(s for s in _made(*claims).sections if s.key == "chronology")
    full = next(s for s in _made(*claims, limit=None).sections if s.key == "chronology")
    assert (len(short.lines), short.omitted) == (8, 2)
    assert (len(full.lines), full.omitted) == (10, 0)
    assert short.lines == full.lines[-8:]


@pytest.mark.parametrize("exact", ["", "Armenia and the United States signed another charter"])
def test_a_passage_that_is_not_verbatim_is_refused(exact: str) -> None:
    claim = make.signing()
    forged = replace(claim, passage=Passage(start=0, end=len(exact) or 5, exact=exact))
    with pytest.raises(RecordError, match=claim.id):
        _made(forged)


def test_a_brief_is_held_against_the_texts_of_the_reports() -> None:
    claim = make.signing()
    made = _made(replace(claim, report=replace(claim.report, text="")))
    check(made, {claim.report.id: claim.report.text})
    with pytest.raises(RecordError, match="not verbatim"):
        check(made, {claim.report.id: "Another text."})


def test_negated_acts_are_told_as_not_done() -> None:
    text = "Armenia and the United States did not sign a charter."
    claim = make.claim(
        text,
        "did not sign",
        kind=Kind.AGREEMENT,
        actors=make.signing().actors,
        object={"name": "charter", "act": "signature", "areas": []},
        modality=Modality.NEGATED,
    )
    (line, *_) = _lines(_made(claim), "standing")
    assert line.sentence == "Armenia and the United States did not sign a charter."
    assert "told as not done" in line.cautions
