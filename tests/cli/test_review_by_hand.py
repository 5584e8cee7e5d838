"""``legation review correct`` and ``write``: claims by hand, and what cannot be said."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli import desk
from tests.cli.conftest import TEXT, Run
from tests.cli.desk import Claims

from legation.records import Claim, Kind, report_id
from legation.store import open_record

PASSAGE = "Armenia and Georgia signed an agreement on border trade"
REPORT = report_id(TEXT)


@pytest.fixture
def claims(place: Path) -> Claims:
    return desk.fill(place)


@pytest.fixture
def accord(claims: Claims) -> str:
    """Return the id of the agreement."""
    return claims[Kind.AGREEMENT].id


@pytest.fixture
def written(run: Run, report: Path) -> Run:
    """Run on a record that holds a report of real sentences."""
    assert run("read", report).status == 0
    return run


def claim_at(place: Path, id_: str | None) -> Claim:
    with open_record(str(place), create=False) as record:
        return record.claim(str(id_))


def test_a_correction_is_said_in_the_place_of_the_claim(run: Run, accord: str, place: Path) -> None:
    done = run("review", "correct", accord, "when=2024-05-10", "-m", "it was a Friday", "--by", "anna")
    (review,) = desk.reviews(place)
    result = str(review.result)
    assert done.status == 0
    assert done.err == (
        f"legation: review 1: correct {accord[:8]} → {result[:8]} by anna; when: 2025-01-14 → 2024-05-10\n"
    )
    assert accord not in desk.said(place)
    (said,) = run("agreements").lines
    assert (said["id"], said["when"]["start"], said["confidence"]) == (result, "2024-05-10", 1.0)
    assert said["coder"]["name"] == "reviewer:anna"
    assert claim_at(place, accord).when.start == "2025-01-14"
    assert result not in {item["claim"]["id"] for item in run("review", "queue").lines}


def test_several_fields_at_once_and_one_emptied(run: Run, accord: str, place: Path) -> None:
    fields = ("name=River Accord", "act=ratification", "areas=economy, justice", "recipients=", "modality=negated")
    done = run("review", "correct", accord, *fields, "-m", "another", "--by", "anna")
    made = claim_at(place, desk.reviews(place)[0].result)
    assert done.status == 0
    assert made.object == {"name": "River Accord", "act": "ratification", "areas": ["economy", "justice"]}
    assert (made.recipients, made.modality.value) == ((), "negated")
    assert "recipients: USA → –" in done.err


@pytest.mark.parametrize(
    ("when", "start", "end", "precision"),
    [
        ("2024-05-10", "2024-05-10", "2024-05-10", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("2024-05-10..2024-05-12", "2024-05-10", "2024-05-12", "interval"),
        ("", None, None, "unknown"),
    ],
)
def test_a_time_is_a_day_a_month_a_year_an_interval_or_nothing(
    run: Run, accord: str, when: str, start: str | None, end: str | None, precision: str
) -> None:
    assert run("review", "correct", accord, f"when={when}", "-m", "so").status == 0
    said = run("agreements").lines[0]["when"]
    assert (said["start"], said["end"], said["precision"]) == (start, end, precision)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("when=tomorrow", "'tomorrow'"),
        ("when=2024-02-30", "'2024-02-30'"),
        ("when=2024-13", "'2024-13'"),
        ("when=0000", "'0000'"),
        ("when=2024-05-12..2024-05-10", "2024-05-12"),
        ("kind=treaty", "kind: 'treaty' is none of event, statement, agreement"),
        ("type=SIGN", "type: 'SIGN' is none of ACCUSE, AGREE"),
        ("mode=secretly", "mode: 'secretly' is no mode of CONSULT ("),
        ("modality=maybe", "modality: 'maybe' is none of asserted"),
        ("actors=Aremnia", "actors: 'Aremnia' is no state"),
        ("actors=ARM@Mars", "actors: 'Mars' does not occur in the passage"),
        ("nosuch=thing", "nosuch"),
        ("act=sealing", "act: 'sealing'"),
        ("name", "a field is set as FIELD=VALUE (got 'name')"),
        ("=name", "a field is set as FIELD=VALUE (got '=name')"),
        ("act=signature", "nothing is changed by act"),
    ],
)
def test_a_field_or_value_that_is_none_is_named_and_nothing_changes(
    run: Run, accord: str, place: Path, field: str, said: str
) -> None:
    done = run("review", "correct", accord, field, "-m", "so", "--by", "anna")
    assert done.status in {1, 2}
    assert len(done.complaints) == 1
    assert said in done.err
    assert "a fault of Legation" not in done.err
    assert desk.reviews(place) == []
    assert accord in desk.said(place)


def test_a_time_that_is_none_is_named_with_its_field(run: Run, accord: str) -> None:
    assert run("review", "correct", accord, "when=tomorrow", "-m", "so").err.startswith("legation: when: ")


def test_a_deadline_must_be_a_day(run: Run, claims: Claims, place: Path) -> None:
    done = run("review", "correct", claims[Kind.COMMITMENT].id, "due=soon", "-m", "so", "--by", "anna")
    assert (done.status in {1, 2}, desk.reviews(place)) == (True, [])
    assert "due" in done.err


def test_a_correction_without_a_reason_or_a_field_changes_nothing(run: Run, accord: str, place: Path) -> None:
    done = run("review", "correct", accord, "act=ratification", "--by", "anna")
    assert (done.status, done.err) == (1, "legation: to correct a claim takes a reason\n")
    done = run("review", "correct", accord, "-m", "so", "--by", "anna")
    assert (done.status, len(done.complaints)) == (2, 1)
    assert "Missing argument 'FIELD=VALUE...'" in done.err
    assert desk.reviews(place) == []


def test_a_claim_can_be_corrected_again_and_both_undone(run: Run, accord: str, place: Path) -> None:
    run("review", "correct", accord, "act=ratification", "-m", "ratified", "--by", "anna")
    first = str(desk.reviews(place)[0].result)
    assert run("review", "correct", first, "act=negotiation", "-m", "not yet", "--by", "bela").status == 0
    assert run("review", "undo", "2").status == 0
    assert run("agreements").lines[0]["object"]["act"] == "ratification"
    assert run("review", "undo", "1").status == 0
    assert [claim["id"] for claim in run("agreements").lines] == [accord]


def test_a_claim_by_hand_stands_on_its_passage(written: Run, place: Path) -> None:
    fields = ("actors=ARM,GEO@Georgia", "name=border trade", "act=signature", "trigger=signed")
    done = written("review", "write", REPORT[:10], PASSAGE, "--kind", "agreement", *fields, "--by", "anna")
    (review,) = desk.reviews(place)
    assert (done.status, done.out) == (0, "")
    assert done.err == f"legation: review 1: write {review.claim[:8]} by anna\n"
    made = claim_at(place, review.claim)
    assert made.passage.exact == PASSAGE
    assert TEXT[made.passage.start : made.passage.end] == PASSAGE
    assert TEXT[made.trigger_start : made.trigger_end] == "signed"
    assert [TEXT[actor.start : actor.end] for actor in made.actors] == ["Armenia", "Georgia"]
    assert [actor.country for actor in made.actors] == ["ARM", "GEO"]
    assert made.object == {"name": "border trade", "act": "signature"}
    assert (made.coder.name, made.confidence) == ("reviewer:anna", 1.0)
    assert review.claim in desk.said(place)


def test_without_words_that_it_hangs_on_it_hangs_on_the_first(written: Run, place: Path) -> None:
    assert written("review", "write", REPORT, PASSAGE, "actors=GEO", "type=AGREE").status == 0
    made = claim_at(place, desk.reviews(place)[0].claim)
    assert TEXT[made.trigger_start : made.trigger_end] == "Armenia"
    assert made.kind is Kind.EVENT
    assert made.event is not None
    assert made.event.type == "AGREE"


@pytest.mark.parametrize(
    ("passage", "fields", "said"),
    [
        ("Armenia and Mars", ("actors=ARM",), f"report {REPORT[:12]}: 'Armenia and Mars' does not occur"),
        ("armenia and georgia signed", ("actors=ARM",), "does not occur; it must occur once"),
        ("Armenia and Georgia", ("actors=ARM",), "'Armenia and Georgia' occurs 2 times; it must occur once"),
        ("", ("actors=ARM",), "'' does not occur"),
        (PASSAGE, ("actors=ARM", "trigger=zebra"), "the passage: 'zebra' does not occur"),
        (PASSAGE, ("name=border trade",), "a claim needs somebody who acts or is acted upon"),
        (PASSAGE, ("actors=Aremnia",), "actors: 'Aremnia' is no state"),
        (PASSAGE, ("actors=ARM@Tbilisi",), "actors: 'Tbilisi' does not occur in the passage"),
        (PASSAGE, ("actors=ARM", "--kind", "treaty"), "kind: 'treaty' is none of"),
        (PASSAGE, ("actors=ARM", "mode=visit"), "mode: the claim has no event type; set type=… first"),
        (PASSAGE, ("actors=ARM", "nosuch=thing"), "nosuch"),
    ],
)
def test_what_cannot_be_written_is_named_and_not_kept(
    written: Run, place: Path, passage: str, fields: tuple[str, ...], said: str
) -> None:
    before = desk.said(place)
    done = written("review", "write", REPORT, passage, *fields)
    assert (done.status, done.out, len(done.complaints)) == (1, "", 1)
    assert said in done.err
    assert (desk.said(place), desk.reviews(place)) == (before, [])


def test_a_claim_is_written_once_and_on_a_report_that_is_there(written: Run, place: Path) -> None:
    once = ("review", "write", REPORT, PASSAGE, "actors=ARM", "--by", "anna")
    assert written(*once).status == 0
    done = written(*once)
    assert (done.status, done.err) == (1, f"legation: claim {desk.reviews(place)[0].claim}: already said\n")
    done = written("review", "write", "zzz", PASSAGE, "actors=ARM")
    assert (done.status, done.err) == (1, "legation: no report has an id that begins with 'zzz'\n")


def test_a_written_claim_is_undone(written: Run, place: Path) -> None:
    written("review", "write", REPORT, PASSAGE, "actors=ARM", "--by", "anna")
    assert written("review", "undo", "1").status == 0
    assert desk.reviews(place)[0].claim not in desk.said(place)
