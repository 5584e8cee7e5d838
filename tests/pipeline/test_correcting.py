"""Claims by hand: a coded claim with some fields changed, or a new one on a passage."""

from __future__ import annotations

import pytest
from tests.consolidation import factories as make

from legation.errors import RecordError
from legation.pipeline import corrected, reviewer, written
from legation.records import Claim, Kind, Modality, Precision, Report
from legation.store import Record

TEXT = "Washington and Armenia signed a charter on river water in Yerevan on Tuesday."
REPORT = make.report(f"Bells rang. {TEXT} It rained.")


def _claim() -> Claim:
    sides = [make.actor("Washington", TEXT, "USA"), make.actor("Armenia", TEXT, "ARM")]
    return make.claim(
        TEXT, "signed", kind=Kind.AGREEMENT, actors=sides, event=("AGREE", None, 1), of=REPORT,
        object={"name": "charter on river water", "act": "signature", "due": "2026", "areas": ["environment"]},
    )  # fmt: skip


def _made(
    report: Report = REPORT, claim: Claim | None = None, /, **given: str
) -> tuple[Claim, dict[str, tuple[str, str]]]:
    return corrected(claim or _claim(), report, given, "anna")


def _written(report: Report = REPORT, exact: str = TEXT, kind: str = "event", **given: str) -> Claim:
    return written(report, exact, kind, {"actors": "ARM"} | given, "anna")


def test_a_reviewer_is_the_coder_of_what_she_corrects() -> None:
    made, _ = _made(modality="future")
    assert made.coder == reviewer("anna")
    assert (made.coder.name, made.coder.model, made.confidence) == ("reviewer:anna", None, 1.0)
    assert made.reason == "corrected by anna"
    assert made.id != _claim().id


def test_only_the_fields_given_change_and_the_passage_never() -> None:
    before = _claim()
    made, changes = _made(modality="future")
    assert changes == {"modality": ("asserted", "future")}
    kept = ("kind", "event", "actors", "recipients", "object", "when", "passage", "trigger_start", "trigger_end")
    assert all(getattr(made, name) == getattr(before, name) for name in kept)


def test_a_correction_that_changes_nothing_is_refused() -> None:
    with pytest.raises(RecordError, match="nothing is changed by modality, name"):
        _made(modality="asserted", name="charter on river water")


def test_only_what_differs_is_among_the_changes() -> None:
    _, changes = _made(modality="asserted", name=" river charter ")
    assert changes == {"name": ("charter on river water", "river charter")}


@pytest.mark.parametrize("field", ["due", "object.due"])
def test_a_part_of_the_object_is_set_by_its_name_and_cleared_by_nothing(field: str) -> None:
    made, changes = corrected(_claim(), REPORT, {field: "2027"}, "anna")
    assert made.object["due"] == "2027"
    assert changes == {field: ("2026", "2027")}
    cleared, _ = corrected(_claim(), REPORT, {field: ""}, "anna")
    assert cleared.object["due"] is None


def test_areas_are_a_list() -> None:
    made, changes = _made(areas="trade , energy,")
    assert made.object["areas"] == ["trade", "energy"]
    assert changes == {"areas": ("environment", "trade, energy")}
    assert _made(areas="")[0].object["areas"] == []


@pytest.mark.parametrize(
    ("value", "start", "end", "precision"),
    [
        ("2024-02-10", "2024-02-10", "2024-02-10", Precision.DAY),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("2024", "2024-01-01", "2024-12-31", Precision.YEAR),
        ("2024-02-10..2024-02-12", "2024-02-10", "2024-02-12", Precision.INTERVAL),
        ("", None, None, Precision.UNKNOWN),
    ],
)
def test_a_time_is_a_day_month_year_interval_or_unknown(
    value: str, start: str | None, end: str | None, precision: Precision
) -> None:
    made, _ = _made(when=value)
    assert (made.when.start, made.when.end, made.when.precision) == (start, end, precision)
    assert made.when.basis == ("explicit" if start else "inferred")


@pytest.mark.parametrize(
    "value",
    ["yesterday", "2024-13", "2024-00", "2024-02-30", "2024-2", "2024-02-10..", "..2024-02-10", "0000", "20240210"],
)
def test_a_time_that_is_none_is_refused_with_the_field_named(value: str) -> None:
    with pytest.raises(RecordError, match="when: "):
        _made(when=value)


def test_an_interval_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(RecordError, match=r"2024-05-12\.\.2024-05-10"):
        _made(when="2024-05-12..2024-05-10")


def test_actors_keep_the_words_that_name_them() -> None:
    made, changes = _made(actors="USA", recipients="Armenia")
    assert [(a.text, a.start) for a in made.actors] == [("Washington", REPORT.text.index("Washington"))]
    assert [(a.text, a.code) for a in made.recipients] == [("Armenia", "ARM")]
    assert changes == {"actors": ("United States, Armenia", "United States"), "recipients": ("", "Armenia")}


def test_an_actor_may_be_given_with_the_words_that_name_it() -> None:
    made, _ = _made(actors="RUS@Washington")
    (found,) = made.actors
    assert (found.code, found.name, found.text) == ("RUS", "Russia", "Washington")
    assert REPORT.text[found.start : found.end] == "Washington"


def test_an_actor_that_the_passage_does_not_name_has_no_words() -> None:
    (found,) = _made(actors="PER")[0].actors
    assert (found.code, found.text, found.end - found.start) == ("PER", "", 0)


def test_an_organisation_is_no_state() -> None:
    (found,) = _made(actors="NATO")[0].actors
    assert (found.entity, found.country, found.code) == ("NATO", "IGO", "NATO")


def test_actors_may_be_cleared() -> None:
    made, changes = _made(actors="")
    assert made.actors == ()
    assert changes == {"actors": ("United States, Armenia", "")}


def test_words_that_do_not_occur_are_refused() -> None:
    with pytest.raises(RecordError, match="actors: 'Moscow' does not occur in the passage"):
        _made(actors="RUS@Moscow")


def test_an_unknown_actor_is_refused_with_the_closest_names() -> None:
    with pytest.raises(RecordError, match=r"actors: 'Armenja' is no state.*did you mean Armenia \(ARM\)"):
        _made(actors="Armenja")


@pytest.mark.parametrize("value", ["@Washington", "USA@", "@"])
def test_an_actor_without_a_code_or_words_is_refused(value: str) -> None:
    with pytest.raises(RecordError, match="actors"):
        _made(actors=value)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"kind": "treaty"}, "kind: 'treaty' is none of event, statement"),
        ({"modality": "maybe"}, "modality: 'maybe' is none of asserted"),
        ({"type": "HUG"}, "type: 'HUG' is none of "),
        ({"mode": "hug"}, r"mode: 'hug' is no mode of AGREE \(.*\)"),
    ],
)
def test_a_value_that_is_none_is_refused_with_those_that_are(given: dict[str, str], message: str) -> None:
    with pytest.raises(RecordError, match=message):
        _made(**given)


def test_a_field_that_is_none_is_refused() -> None:
    with pytest.raises(RecordError, match="modalty"):
        _made(modalty="future")


def test_a_type_brings_its_class_and_clears_the_mode() -> None:
    made, changes = _made(type="CONSULT", mode="visit")
    assert made.event is not None
    assert (made.event.type, made.event.mode, made.event.quad_class) == ("CONSULT", "visit", 1)
    assert changes == {"type": ("AGREE", "CONSULT"), "mode": ("", "visit")}
    again, _ = corrected(made, REPORT, {"type": "SANCTION"}, "anna")
    assert again.event is not None
    assert (again.event.mode, again.event.quad_class) == (None, 4)


def test_a_type_may_be_cleared_and_without_one_there_is_no_mode() -> None:
    made, _ = _made(type="")
    assert made.event is None
    with pytest.raises(RecordError, match="mode: the claim has no event type"):
        corrected(made, REPORT, {"mode": "visit"}, "anna")


def test_a_claim_is_written_on_the_words_of_a_report() -> None:
    made = _written(kind="agreement", actors="ARM,USA@Washington", name="charter", act="signature", trigger="signed")
    at = REPORT.text.index(TEXT)
    assert (made.passage.start, made.passage.end, made.passage.exact) == (at, at + len(TEXT), TEXT)
    assert REPORT.text[made.trigger_start : made.trigger_end] == "signed"
    assert (made.kind, made.object) == (Kind.AGREEMENT, {"name": "charter", "act": "signature"})
    assert [a.code for a in made.actors] == ["ARM", "USA"]
    assert (made.coder, made.modality, made.reason) == (reviewer("anna"), Modality.ASSERTED, "written by anna")


def test_a_claim_without_a_trigger_hangs_on_the_first_word() -> None:
    made = _written()
    assert REPORT.text[made.trigger_start : made.trigger_end] == "Washington"


def test_the_first_word_may_recur() -> None:
    report = make.report("Armenia signed what Armenia had drafted.")
    made = _written(report, report.text)
    assert (made.trigger_start, made.trigger_end) == (0, len("Armenia"))


def test_a_claim_is_dated_by_its_report_unless_told_otherwise() -> None:
    assert (_written().when.start, _written().when.basis) == (REPORT.published_on, "inferred")
    assert _written(make.report(TEXT, day=None)).when.precision is Precision.UNKNOWN
    assert _written(when="2024-02-10").when.start == "2024-02-10"


@pytest.mark.parametrize(
    ("exact", "message"),
    [
        ("Nobody signed.", "report .*: 'Nobody signed.' does not occur; it must occur once"),
        ("", "'' does not occur"),
        ("i", r"occurs \d+ times; it must occur once"),
    ],
)
def test_a_passage_that_is_not_there_once_is_refused(exact: str, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        _written(exact=exact)


def test_a_passage_of_blanks_is_refused() -> None:
    with pytest.raises(RecordError):
        _written(make.report(f"{TEXT}\n\nIt rained."), "\n\n")


def test_a_trigger_outside_the_passage_is_refused() -> None:
    with pytest.raises(RecordError, match="the passage: 'rained' does not occur"):
        _written(trigger="rained")


def test_a_claim_of_nobody_is_refused() -> None:
    with pytest.raises(RecordError, match="a claim needs somebody who acts or is acted upon"):
        _written(actors="")
    assert _written(actors="", recipients="ARM").recipients


def test_one_correction_has_one_id_and_a_written_claim_another_on_another_trigger() -> None:
    assert _made(modality="future")[0].id == _made(modality="future")[0].id
    assert _written(trigger="signed").id == _written(trigger="signed").id != _written(trigger="charter").id


def test_what_is_made_by_hand_can_be_kept(record: Record) -> None:
    record.add_reading(REPORT, [_claim()])
    made, changes = _made(modality="future", actors="USA,RUS@Yerevan")
    record.desk.correct(_claim().id, made, changes, by="anna", reason="not yet signed")
    written_ = _written(trigger="Yerevan", kind="meeting")
    record.desk.write(written_, by="anna")
    assert {claim.id for claim in record.claims_of_report(REPORT.id)} == {made.id, written_.id}
