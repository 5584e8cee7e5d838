from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import claims, reports

from legation.records import Claim, Kind, Modality, Precision, Report, claim_from_dict, claim_to_dict, report_to_dict


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
def test_a_claim_of_every_kind_comes_back_from_its_json_as_it_went(kind: Kind, data: st.DataObject) -> None:
    claim = data.draw(claims(st.just(kind)))
    back = claim_from_dict(json.loads(json.dumps(claim_to_dict(claim))), claim.report)
    assert back == claim
    assert back.reason == claim.reason


@given(claims())
def test_without_its_report_a_claim_keeps_all_but_the_text(claim: Claim) -> None:
    back = claim_from_dict(claim_to_dict(claim))
    assert back == replace(claim, report=replace(claim.report, text=""))


@given(claims())
def test_writing_again_what_was_read_gives_the_same_object(claim: Claim) -> None:
    written = claim_to_dict(claim)
    assert claim_to_dict(claim_from_dict(written, claim.report)) == written


@given(claims())
def test_the_object_has_the_fields_that_the_design_fixes(claim: Claim) -> None:
    assert set(claim_to_dict(claim)) == {
        "id", "report", "kind", "event", "actors", "recipients", "object", "modality", "when", "where",
        "attribution", "passage", "confidence", "coder", "trigger", "reason",
    }  # fmt: skip


@given(claims())
def test_writing_does_not_share_the_object_with_the_claim(claim: Claim) -> None:
    written = claim_to_dict(claim)
    written["object"]["added"] = "later"
    assert "added" not in claim.object or claim.object["added"] != "later"


@pytest.mark.parametrize(
    "field", [f.name for f in fields(Claim) if f.name not in {"reason", "trigger_start", "trigger_end"}]
)
@given(data=st.data())
def test_a_claim_that_lacks_a_field_is_refused(field: str, data: st.DataObject) -> None:
    written = claim_to_dict(data.draw(claims()))
    del written[field]
    with pytest.raises(KeyError):
        claim_from_dict(written)


@pytest.mark.parametrize(
    ("field", "value"), [("kind", "rumour"), ("modality", "perhaps"), ("when", {"precision": "hour"})]
)
@given(data=st.data())
def test_a_word_outside_its_list_is_refused(field: str, value: object, data: st.DataObject) -> None:
    written = claim_to_dict(data.draw(claims()))
    with pytest.raises(ValueError, match="is not a valid"):
        claim_from_dict(written | {field: value})


@given(claims())
def test_a_field_that_no_claim_has_is_refused_in_an_actor(claim: Claim) -> None:
    written = claim_to_dict(claim)
    written["actors"] = [{"text": "Chile", "colour": "red"}]
    with pytest.raises(TypeError):
        claim_from_dict(written)


@given(reports)
def test_a_report_gives_its_text_only_when_asked(report: Report) -> None:
    assert "text" not in report_to_dict(report)
    assert Report(**report_to_dict(report, with_text=True)) == report


def test_the_words_of_the_lists_are_those_of_the_design() -> None:
    assert [kind.value for kind in Kind] == (
        "event statement agreement body commitment membership meeting relation".split()
    )
    assert [m.value for m in Modality] == "asserted ongoing future hypothetical negated historical".split()
    assert [p.value for p in Precision] == "day month year interval unknown".split()
