"""One plain English sentence for any claim."""

from __future__ import annotations

import pytest
from tests.consolidation import factories as make

from legation.consolidation import sentence
from legation.records import AttributionKind, Claim, Kind, Modality


def test_a_signature_names_the_parties_with_their_articles() -> None:
    assert sentence(make.signing()) == "Armenia and the United States signed a charter on river water."


def test_a_bare_agreement_takes_its_purpose_from_the_passage() -> None:
    text = "The Netherlands signed an agreement to expand rail freight with Poland, which borders it."
    claim = make.claim(
        text,
        "signed",
        kind=Kind.AGREEMENT,
        actors=[make.actor("Netherlands", text, "NLD"), make.actor("Poland", text, "POL")],
        object={"name": "agreement", "act": "signature", "areas": ["transport"]},
    )
    assert sentence(claim) == "The Netherlands and Poland signed an agreement to expand rail freight."


def test_a_promise_is_future_and_marked() -> None:
    assert sentence(make.promise()) == ("The United States will send border security experts to Armenia (announced).")
    assert "announced" not in sentence(make.promise(), marked=False)


def test_a_promised_thing_is_promised() -> None:
    claim = _commitment("Peru promised two hospitals to Chile.", "promised", "PER", "Peru", "two hospitals to Chile")
    assert sentence(claim) == "Peru promised two hospitals to Chile (announced)."


def test_a_promise_loses_its_attribution() -> None:
    what = "review the ban in a year, according to its ministry"
    claim = _commitment("Peru intends to review the ban.", "intends", "PER", "Peru", what)
    assert sentence(claim) == "Peru will review the ban in a year (announced)."


def _commitment(text: str, trigger: str, code: str, name: str, what: str) -> Claim:
    return make.claim(
        text,
        trigger,
        kind=Kind.COMMITMENT,
        actors=[make.actor(name, text, code)],
        object={"what": what, "areas": [], "due": None},
        modality=Modality.FUTURE,
    )


def test_a_direct_quotation_keeps_its_words_and_drops_the_leading_comma() -> None:
    text = '"We are ready to talk," Anna Novak told reporters.'
    claim = make.claim(
        text,
        "told",
        kind=Kind.STATEMENT,
        actors=[make.person("Anna Novak", text, "CZE", "Foreign Minister")],
        object={"quote": "direct", "content": '"We are ready to talk,"'},
    )
    assert sentence(claim) == "Czech Foreign Minister Anna Novak said: “We are ready to talk.”"


def test_indirect_speech_uses_the_verb_of_the_passage() -> None:
    text = "Anna Novak warned that the bridge would close."
    claim = make.claim(
        text,
        "warned",
        kind=Kind.STATEMENT,
        actors=[make.person("Anna Novak", text, "CZE", "Foreign Minister")],
        object={"quote": "indirect", "content": "that the bridge would close"},
    )
    assert sentence(claim) == "Czech Foreign Minister Anna Novak warned that the bridge would close."


def test_a_content_that_is_no_clause_falls_back_to_the_passage() -> None:
    text = "Peru regards Chile as a rival at sea."
    claim = make.claim(
        text,
        "regards",
        kind=Kind.STATEMENT,
        actors=[make.actor("Peru", text, "PER")],
        object={"quote": "indirect", "content": "Chile as a rival at sea"},
    )
    assert sentence(claim) == "Peru regards Chile as a rival at sea."


@pytest.mark.parametrize(
    ("status", "modality", "expected"),
    [
        ("member", Modality.ASSERTED, "Finland is a member of NATO."),
        ("member", Modality.FUTURE, "Finland will join NATO (announced)."),
        ("member", Modality.NEGATED, "Finland did not join NATO."),
        ("self-suspended", Modality.ASSERTED, "Finland suspended its own participation in NATO."),
        ("suspended by the organisation", Modality.ASSERTED, "NATO suspended Finland."),
        ("withdrawal notified", Modality.ASSERTED, "Finland gave notice of leaving NATO."),
        ("applicant", Modality.ASSERTED, "Finland applied to join NATO."),
        ("former", Modality.ASSERTED, "Finland left NATO."),
        ("observer", Modality.HISTORICAL, "Finland was an observer in NATO."),
    ],
)
def test_memberships(status: str, modality: Modality, expected: str) -> None:
    text = "Finland and the alliance."
    claim = make.claim(
        text,
        "and",
        kind=Kind.MEMBERSHIP,
        actors=[make.actor("Finland", text, "FIN")],
        object={"organisation": "North Atlantic Treaty Organization", "entity": "NATO", "status": status},
        modality=modality,
    )
    assert sentence(claim) == expected


def test_a_body_is_set_up_for_its_areas() -> None:
    text = "Peru and Chile created a joint water board."
    claim = make.claim(
        text,
        "created",
        kind=Kind.BODY,
        actors=[make.actor("Peru", text, "PER"), make.actor("Chile", text, "CHL")],
        object={
            "name": "joint water board",
            "act": "established",
            "areas": ["environment", "border security"],
        },
    )
    assert sentence(claim) == "Peru and Chile set up a joint water board, for environment and border security."


def test_meetings_held_and_put_off() -> None:
    text = "Peru and Chile talked."
    both = [make.actor("Peru", text, "PER"), make.actor("Chile", text, "CHL")]
    held = make.claim(
        text,
        "talked",
        kind=Kind.MEETING,
        actors=both,
        object={"status": "held", "name": None},
        modality=Modality.HISTORICAL,
        where="Lima",
    )
    put_off = make.claim(text, "talked", kind=Kind.MEETING, actors=both, object={"status": "postponed"})
    assert sentence(held) == "Peru and Chile met in Lima."
    assert sentence(put_off) == "Peru and Chile put off a meeting."


def test_relations() -> None:
    text = "Peru is an ally of Chile."
    claim = make.claim(
        text,
        "is",
        kind=Kind.RELATION,
        actors=[make.actor("Peru", text, "PER")],
        recipients=[make.actor("Chile", text, "CHL")],
        object={"to": "ally"},
    )
    assert sentence(claim) == "Peru is an ally of Chile."


def test_an_event_is_told_in_the_words_of_its_clause() -> None:
    text = "The army of Chad accused it of shelling villages on Monday, a spokesman said."
    claim = make.claim(
        text,
        "accused",
        actors=[make.actor("army of Chad", text, "TCD", name="army of Chad", sector="MIL")],
        recipients=[make.actor("it", text, "SDN")],
        event=("ACCUSE", "allege", 3),
    )
    assert sentence(claim) == "The army of Chad accused Sudan of shelling villages."


def test_a_relative_clause_becomes_a_main_clause() -> None:
    text = "Sudan, which arms the rebels, rejected the charge."
    claim = make.claim(text, "arms", actors=[make.actor("Sudan", text, "SDN")], event=("AID", None, 2))
    assert sentence(claim) == "Sudan arms the rebels."


def test_the_second_of_two_verbs_takes_the_subject() -> None:
    text = "Sudan denied the charge and threatened to close the border."
    claim = make.claim(text, "threatened", actors=[make.actor("Sudan", text, "SDN")], event=("THREATEN", None, 3))
    assert sentence(claim) == "Sudan threatened to close the border."


def test_a_passive_without_its_agent_before_it_is_kept_whole() -> None:
    text = "The talks were hosted by Oman, and ended late."
    claim = make.claim(text, "were hosted", actors=[make.actor("Oman", text, "OMN")], event=("CONSULT", None, 1))
    assert sentence(claim) == "The talks were hosted by Oman."


def test_hedges_are_named_even_where_the_text_misspells_them() -> None:
    text = "Sudan reprotedly thanked Oman."
    hedge = make.said_by(None, "reprotedly", text, AttributionKind.HEDGE)
    claim = make.claim(
        text,
        "thanked",
        actors=[make.actor("Sudan", text, "SDN")],
        recipients=[make.actor("Oman", text, "OMN")],
        event=("SUPPORT", None, 1),
        attribution=[hedge],
    )
    assert sentence(claim) == "Sudan thanked Oman (reportedly)."


def test_what_a_source_denies_is_marked_denied() -> None:
    text = "A spokesman of Oman denied that Oman armed the rebels."
    spokesman = make.actor("spokesman", text, "OMN", name="spokesman", sector="GOV")
    claim = make.claim(
        text,
        "armed",
        actors=[make.actor("Oman", text, "OMN")],
        event=("AID", None, 2),
        attribution=[make.said_by(spokesman, "denied", text)],
    )
    assert sentence(claim).endswith("(denied by an Omani spokesman).")


def test_what_reads_badly_is_quoted() -> None:
    text = "Its refusal, they say, was final."
    claim = make.claim(text, "refusal", recipients=[make.actor("they", text, "SDN")], event=("REJECT", None, 3))
    assert sentence(claim) == "Sudan: “Its refusal, they say, was final.”"


def test_a_long_passage_is_cut() -> None:
    text = "Refusal " + "word " * 80 + "end."
    told = sentence(make.claim(text, "Refusal", event=("REJECT", None, 3)))
    assert told.endswith("…”")
    assert len(told.split()) < 45
