"""Grades of trust with their reasons, and likelihoods in the words of ICD 203."""

from __future__ import annotations

import pytest
from tests.consolidation import factories as make

from legation.consolidation import Known, Origin, TrackRecord, brief, credibility, likelihood, reliability
from legation.consolidation.disputes import Dispute, disputes
from legation.consolidation.trust import CREDIBILITY_WORDS, RELIABILITY_WORDS
from legation.records import Assessment, AttributionKind, Claim, Modality
from legation.records.reviews import CREDIBILITIES, RELIABILITIES

TEXT = "Armenia and Georgia met."
ALONE = (Origin(reports=("a",), reasons=()),)
TWO = (*ALONE, Origin(reports=("b",), reasons=()))


def _told(text: str = TEXT, *, publisher: str | None = "Courier", hedge: str = "", by: tuple[str, ...] = ()) -> Claim:
    codes = {"Armenia": "ARM", "Georgia": "GEO", "Peru": "PER"}
    chain = [make.said_by(make.actor(name, text, codes[name]), "said", text) for name in by]
    if hedge:
        chain.append(make.said_by(None, hedge, text, AttributionKind.HEDGE))
    sides = [make.actor(name, text, codes[name]) for name in ("Armenia", "Georgia")]
    of = make.report(f"{text} In {publisher}.", publisher=publisher)
    return make.claim(text, "met", actors=sides, attribution=chain, of=of)


def _contested() -> list[Dispute]:
    denied = make.claim("They did not meet.", "meet", modality=Modality.NEGATED)
    return disputes([make.claim("They met.", "met"), denied])


def _by_hand(field: str, value: str, reason: str = "I was there") -> Assessment:
    return Assessment(subject="x", field=field, value=value, by="anna", reason=reason)


def test_two_independent_origins_confirm() -> None:
    grade = credibility([_told()], TWO, [])
    assert (grade.value, grade.words, grade.by) == ("1", "confirmed by other sources", "")
    assert grade.reasons == ("2 independent origins tell it, none contradicts",)


def test_one_origin_on_the_word_of_two_parties_is_probably_true() -> None:
    text = "Armenia and Georgia met, Armenia and Georgia said."
    grade = credibility([_told(text, by=("Armenia", "Georgia"))], ALONE, [])
    assert (grade.value, grade.reasons) == ("2", ("one origin, but 2 of the parties say so",))


def test_a_third_that_says_so_too_is_no_party() -> None:
    text = "Armenia and Georgia met, Armenia and Peru said."
    assert credibility([_told(text, by=("Armenia", "Peru"))], ALONE, []).value == "3"


def test_one_origin_without_a_hedge_is_possibly_true() -> None:
    grade = credibility([_told()], ALONE, [])
    assert (grade.value, grade.words) == ("3", "possibly true")
    assert grade.reasons == ("one origin, told without a hedge",)


def test_what_is_told_only_with_a_hedge_is_doubtful() -> None:
    text = "Armenia and Georgia reportedly met."
    hedged = _told(text, hedge="reportedly")
    grade = credibility([hedged], ALONE, [])
    assert (grade.value, grade.reasons) == ("4", ("told only with a hedge: reportedly",))
    assert credibility([hedged, _told()], ALONE, []).value == "3"


def test_what_is_contested_is_doubtful_however_many_tell_it() -> None:
    grade = credibility([_told()], TWO, _contested())
    assert (grade.value, grade.words) == ("4", "doubtful")
    assert grade.reasons == ("contested: done or not done", "2 independent origins tell it")


def test_one_origin_is_told_of_in_the_singular() -> None:
    assert credibility([_told()], ALONE, _contested()).reasons[-1] == "one origin tells it"


def test_what_nobody_is_known_to_have_published_cannot_be_judged() -> None:
    grade = credibility([_told(publisher=None)], ALONE, [])
    assert (grade.value, grade.words) == ("6", "truth cannot be judged")
    assert credibility([_told(publisher=None), _told()], ALONE, []).value == "3"


@pytest.mark.parametrize("value", CREDIBILITIES)
def test_a_persons_credibility_goes_before_what_is_computed(value: str) -> None:
    grade = credibility([_told()], TWO, _contested(), _by_hand("credibility", value))
    assert (grade.value, grade.words, grade.by) == (value, CREDIBILITY_WORDS[value], "anna")
    assert grade.reasons == ("I was there",)


def test_a_grade_set_without_a_reason_says_that_it_was_set() -> None:
    assert credibility([], (), [], _by_hand("credibility", "5", "")).reasons == ("set by hand",)
    assert reliability("TASS", TrackRecord(), _by_hand("reliability", "E", "")).reasons == ("set by hand",)


@pytest.mark.parametrize("value", RELIABILITIES)
def test_a_persons_reliability_goes_before_what_is_computed(value: str) -> None:
    grade = reliability("Reuters", TrackRecord(reviewed=10, rejected=10), _by_hand("reliability", value))
    assert (grade.value, grade.words, grade.by) == (value, RELIABILITY_WORDS[value], "anna")


@pytest.mark.parametrize(
    ("reviewed", "rejected", "corrected", "expected"),
    [
        (5, 1, 0, "D"),
        (5, 0, 0, "B"),
        (10, 1, 1, "D"),
        (10, 1, 0, "C"),
        (20, 0, 1, "B"),
        (20, 1, 1, "C"),
        (20, 0, 4, "D"),
        (20, 3, 0, "C"),
    ],
)
def test_a_track_record_grades_a_publisher(reviewed: int, rejected: int, corrected: int, expected: str) -> None:
    grade = reliability("Nobody’s Mail", TrackRecord(reviewed=reviewed, rejected=rejected, corrected=corrected))
    assert grade.value == expected
    assert grade.reasons == (f"{rejected + corrected} of {reviewed} reviewed claims were rejected or corrected",)


def test_fewer_than_five_reviews_are_no_track_record() -> None:
    bad = TrackRecord(reviewed=4, rejected=4)
    assert reliability("Nobody’s Mail", bad).value == "F"
    assert reliability("Reuters", bad).value == "B"


def test_a_track_record_goes_before_the_table_of_outlets() -> None:
    assert reliability("Reuters", TrackRecord(reviewed=5, rejected=5)).value == "D"
    assert reliability("TASS", TrackRecord(reviewed=5)).value == "B"


def test_an_outlet_of_a_state_is_relied_on_for_what_the_state_says() -> None:
    grade = reliability("TASS", TrackRecord())
    assert (grade.value, grade.words) == ("C", "fairly reliable")
    assert "owned by a state" in grade.reasons[0]


def test_an_established_outlet_is_usually_reliable_by_whichever_name() -> None:
    assert reliability("Agence France-Presse", TrackRecord()) == reliability("afp", TrackRecord())
    assert reliability("AFP", TrackRecord()).value == "B"


@pytest.mark.parametrize("publisher", [None, "", "Nobody’s Mail"])
def test_an_unknown_publisher_cannot_be_judged(publisher: str | None) -> None:
    grade = reliability(publisher, TrackRecord())
    assert (grade.value, grade.words) == ("F", "reliability cannot be judged")


BORDERS = [
    (1, "almost no chance (1–5 %)"), (5, "almost no chance (1–5 %)"),
    (6, "very unlikely (5–20 %)"), (20, "very unlikely (5–20 %)"),
    (21, "unlikely (20–45 %)"), (45, "unlikely (20–45 %)"),
    (46, "roughly even chance (45–55 %)"), (55, "roughly even chance (45–55 %)"),
    (56, "likely (55–80 %)"), (80, "likely (55–80 %)"),
    (81, "very likely (80–95 %)"), (95, "very likely (80–95 %)"),
    (96, "almost certain (95–99 %)"), (99, "almost certain (95–99 %)"),
]  # fmt: skip


@pytest.mark.parametrize(("percent", "words"), BORDERS)
def test_a_likelihood_is_told_in_the_words_and_range_of_icd_203(percent: int, words: str) -> None:
    assert likelihood(percent) == words


@pytest.mark.parametrize(("percent", "words"), BORDERS)
def test_no_line_of_a_brief_joins_a_likelihood_and_a_grade_or_confidence(percent: int, words: str) -> None:
    promise = make.promise(due="2025-06-30")
    values = {"likelihood": str(percent), "completion": "limited", "compliance": "0", "lifecycle": "implementation",
              "credibility": "2"}  # fmt: skip
    held = tuple(Assessment(subject=promise.id, field=f, value=v, by="anna", reason="") for f, v in values.items())
    made = brief("ARM", "USA", [promise], (), "2025-02-01", context=Known(assessments=held))
    told = [part for line in made.lines for part in (line.sentence, *line.cautions)]
    assert words in told
    assert not [part for part in told if words in part and part != words]
    assert not [part for part in told if "confidence" in part]
