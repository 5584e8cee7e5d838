from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from legation.coding import code
from legation.language import analyse
from legation.pipeline.claim_scores import calibration_error, judged, score
from legation.records import Claim, Modality, Report

TEXT = "Kenya recalled its ambassador from Somalia on Monday."


def _claim() -> Claim:
    report = Report(id="x", text=TEXT, published_on="2021-03-09")
    (claim,) = code(analyse(report)).claims
    return claim


def _wanted(**changes: Any) -> dict[str, Any]:
    claim = _claim()
    assert claim.event is not None
    want: dict[str, Any] = {
        "start": claim.trigger_start, "end": claim.trigger_end, "kind": claim.kind.value, "type": claim.event.type,
        "mode": claim.event.mode, "modality": claim.modality.value, "actors": ["KEN"], "recipients": ["SOM"],
        "when": "2021-03-08", "fields": {},
    }  # fmt: skip
    return {"id": "x", "text": TEXT, "date": "2021-03-09", "nil": False, "claims": [want | changes]}


def test_a_claim_that_is_right_in_every_field_counts_everywhere() -> None:
    found = score([judged(_wanted(), [_claim()])])
    assert (found["found_f1"], found["type_f1"], found["core_f1"], found["all_f1"]) == (1.0, 1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("change", "typed", "core", "whole"),
    [
        ({"type": "REJECT"}, 0.0, 1.0, 0.0),
        ({"mode": "convict"}, 1.0, 1.0, 0.0),
        ({"recipients": ["ETH"]}, 1.0, 0.0, 0.0),
        ({"actors": []}, 1.0, 0.0, 0.0),
        ({"modality": "future"}, 1.0, 0.0, 0.0),
        ({"when": "2021-03-01"}, 1.0, 1.0, 0.0),
        ({"when": None}, 1.0, 1.0, 1.0),
        ({"fields": {"act": "signature"}}, 1.0, 1.0, 0.0),
        ({"kind": "commitment"}, 0.0, 0.0, 0.0),
        ({"kind": "statement"}, 1.0, 1.0, 1.0),
    ],
)
def test_each_fault_costs_what_it_should(change: dict[str, Any], typed: float, core: float, whole: float) -> None:
    found = score([judged(_wanted(**change), [_claim()])])
    assert (found["found_f1"], found["type_f1"], found["core_f1"], found["all_f1"]) == (1.0, typed, core, whole)


def test_what_is_missed_and_what_is_made_up_both_cost() -> None:
    other = replace(_claim(), id="y", trigger_start=0, trigger_end=5, modality=Modality.FUTURE)
    missed = _wanted()
    missed["claims"] = [*missed["claims"], _wanted(start=45, end=51, kind="meeting")["claims"][0]]
    assert score([judged(missed, [_claim()])])["found_f1"] == pytest.approx(2 / 3)
    assert score([judged(_wanted(), [_claim(), other])])["found_f1"] == pytest.approx(2 / 3)


def test_a_text_with_nothing_to_code_that_yields_a_claim_is_a_false_alarm() -> None:
    nothing = _wanted() | {"nil": True, "claims": []}
    assert score([judged(nothing, [_claim()]), judged(nothing, [])])["false_alarms"] == 0.5


def test_calibration_error_is_none_where_forecasts_come_true() -> None:
    assert calibration_error([(0.5, True), (0.5, False)] * 10) == pytest.approx(0.0)
    assert calibration_error([(0.9, False)] * 10) == pytest.approx(0.9)
    assert calibration_error([]) == 0.0
