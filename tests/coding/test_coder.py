"""What holds of every claim, whatever the report says."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from tests.reading import DAY, claims, coded, report, told
from tests.strategies import any_text, stories

from legation.coding import CODER, Coded, code
from legation.coding.coder import all_drafts, asserted
from legation.coding.situation import Situation
from legation.language import analyse
from legation.ontology import cameo_codes, event_types
from legation.records import Actor, Claim, Kind, Modality, claim_from_dict, claim_to_dict, parse_day
from legation.reference import states

texts = stories() | any_text


def made(text: str) -> Coded:
    return code(analyse(report(text)))


def parties(claim: Claim) -> list[Actor]:
    return [*claim.actors, *claim.recipients]


@given(texts)
def test_the_same_report_gives_the_same_claims(text: str) -> None:
    assert made(text) == made(text)


@given(texts)
def test_reading_a_report_leaves_its_analysis_as_it_was(text: str) -> None:
    analysis = analyse(report(text))
    code(analysis)
    assert analysis == analyse(report(text))


@given(texts)
def test_passages_are_verbatim_and_hold_their_triggers(text: str) -> None:
    for claim in made(text).claims:
        passage = claim.passage
        assert passage.exact == text[passage.start : passage.end] != ""
        assert passage.start <= claim.trigger_start < claim.trigger_end <= passage.end


@given(texts)
def test_passages_are_whole_sentences(text: str) -> None:
    starts = {sentence.start for sentence in analyse(report(text)).sentences}
    for claim in made(text).claims:
        assert claim.passage.start in starts or claim.kind == Kind.STATEMENT, told(claim)


@given(texts)
def test_actors_places_and_links_are_verbatim(text: str) -> None:
    for claim in made(text).claims:
        sources = [link.source for link in claim.attribution if link.source]
        for actor in [*parties(claim), *sources]:
            assert actor.text == text[actor.start : actor.end] != "", told(claim)
            assert actor.name
        for link in claim.attribution:
            assert link.cue == text[link.cue_start : link.cue_end] != ""
            assert link.source is not None or link.hedge or link.kind in {"say", "cite", "believe"}
        if claim.where is not None:
            assert claim.where.text == text[claim.where.start : claim.where.end] != ""


@pytest.mark.parametrize(
    "text",
    ["Kenya denounced Emmanuel Macron's remarks.", "Peru thanked Armenian Foreign Minister Ararat Mirzoyan's office."],
)
def test_countries_are_countries(text: str) -> None:
    countries = {actor.country for claim in claims(text) for actor in parties(claim)}
    assert countries <= {*states(), "IGO", None}


@given(texts)
def test_no_claim_is_without_a_party(text: str) -> None:
    assert [told(claim) for claim in made(text).claims if not parties(claim)] == []


@given(texts)
def test_ids_are_unique_and_claims_in_order(text: str) -> None:
    found = made(text).claims
    assert len({claim.id for claim in found}) == len(found)
    assert all(a.passage.start <= b.passage.start for a, b in pairwise(found))
    assert {claim.coder for claim in found} <= {CODER}


@given(texts)
def test_confidence_lies_between_nought_and_one(text: str) -> None:
    assert all(0 <= claim.confidence <= 1 for claim in made(text).claims)


@given(texts)
def test_days_are_days_and_end_after_they_begin(text: str) -> None:
    for claim in made(text).claims:
        when = claim.when
        assert (when.start is None) == (when.end is None)
        if when.start and when.end:
            assert parse_day(when.start) <= parse_day(when.end)
        assert when.basis == ("explicit" if when.text else "inferred")
        assert when.text is None or when.text in text


@given(texts)
def test_what_is_to_come_is_not_told_as_done(text: str) -> None:
    for claim in made(text).claims:
        if claim.kind == Kind.COMMITMENT:
            assert claim.modality == Modality.FUTURE, told(claim)
        if claim.kind == Kind.STATEMENT:
            assert claim.modality not in {Modality.FUTURE, Modality.HYPOTHETICAL}, told(claim)
        if claim.object.get("status") == "planned":
            assert claim.modality in {Modality.FUTURE, Modality.HYPOTHETICAL}, told(claim)
        if claim.object.get("status") == "held":
            assert claim.modality != Modality.FUTURE, told(claim)


@given(stories())
def test_a_bare_will_is_never_told_as_done(text: str) -> None:
    for claim in made(text).claims:
        trigger = text[claim.trigger_start : claim.trigger_end]
        if re.match(r"(?:will|shall|may|might)\b", trigger):
            assert claim.modality not in {Modality.ASSERTED, Modality.HISTORICAL, Modality.ONGOING}, told(claim)


@given(texts)
def test_readings_are_plovers(text: str) -> None:
    known = {row.code for row in cameo_codes()}
    for claim in made(text).claims:
        if claim.event is None:
            continue
        kind = event_types()[claim.event.type]
        mode = kind.mode(claim.event.mode)
        assert (mode is None) == (claim.event.mode is None)
        assert claim.event.quad_class == kind.quad
        assert claim.event.intensity == (mode.intensity if mode else kind.intensity)
        assert claim.event.cameo in known


@given(texts)
def test_the_object_has_the_fields_of_its_kind(text: str) -> None:
    wanted = {
        Kind.EVENT: set(),
        Kind.STATEMENT: {"quote", "content"},
        Kind.AGREEMENT: {"name", "act", "areas"},
        Kind.BODY: {"name", "act", "areas"},
        Kind.COMMITMENT: {"what", "areas", "due"},
        Kind.MEMBERSHIP: {"organisation", "status"},
        Kind.MEETING: {"format", "level", "name", "status"},
        Kind.RELATION: {"to"},
    }
    for claim in made(text).claims:
        assert wanted[claim.kind] <= set(claim.object), told(claim)


@given(texts)
def test_every_claim_says_why_and_survives_its_json(text: str) -> None:
    for claim in made(text).claims:
        assert claim.reason
        assert claim_from_dict(claim_to_dict(claim), claim.report) == claim


@given(texts)
def test_rejections_name_their_rule_and_their_passage(text: str) -> None:
    for rejection in made(text).rejections:
        assert rejection.stage == "coding"
        assert rejection.rule
        assert rejection.message
        if rejection.start is not None and rejection.end is not None:
            assert rejection.exact == text[rejection.start : rejection.end]


@given(stories())
def test_only_news_counts_as_asserted(text: str) -> None:
    drafts = all_drafts(Situation(analyse(report(text))))
    kept = {Modality.ASSERTED, Modality.ONGOING, Modality.FUTURE}
    assert asserted(drafts) == [draft for draft in drafts if draft.modality in kept]


# -- ids -----------------------------------------------------------------------------------------------

STORY = "Norway expelled two Chilean envoys. Peru signed a fisheries treaty with Bolivia."


def test_another_report_of_the_same_words_in_another_place_has_other_ids() -> None:
    here = {claim.id for claim in claims(STORY)}
    there = {claim.id for claim in claims(f"It rained. {STORY}")}
    assert here
    assert not here & there


def test_the_day_of_publication_is_no_part_of_the_id() -> None:
    assert [claim.id for claim in claims(STORY)] == [claim.id for claim in claims(STORY, "2020-01-01")]


def test_a_sentence_told_twice_is_told_twice() -> None:
    sentence = "Norway expelled two Chilean envoys."
    found = claims(f"{sentence} {sentence}")
    assert Counter(claim.kind.value for claim in found) == {"event": 2}


# -- headings ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("heading", ["Norway expels Chilean envoys", "Norway condemns Chile"])
def test_the_title_of_a_report_makes_no_claims_of_its_own(heading: str) -> None:
    text = f"{heading}\n\n{STORY}"
    assert [told(c) for c in coded(text, DAY, heading).claims] == [told(c) for c in claims(STORY)]


def test_a_heading_in_the_text_makes_no_claims() -> None:
    text = f"# Norway condemns Chile\n\n{STORY}"
    assert [told(claim) for claim in claims(text)] == [told(claim) for claim in claims(STORY)]


def test_a_dateline_is_neither_party_nor_place() -> None:
    found = claims(f"OSLO, May 9 (Reuters) - {STORY}")
    assert [told(claim) for claim in found] == [told(claim) for claim in claims(STORY)]


def test_a_denied_act_is_not_told_as_done() -> None:
    found = claims("Norway denied that it had expelled two Chilean envoys.")
    assert {claim.modality for claim in found if claim.event} <= {Modality.NEGATED}
