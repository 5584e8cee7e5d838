from __future__ import annotations

import csv
from dataclasses import replace

import pytest
from tests.store import factories as make

from legation.exports import claims_to_csv
from legation.exports.tabular import COLUMNS
from legation.records import Claim, Passage


def rows(*claims: Claim) -> list[dict[str, str]]:
    return list(csv.DictReader("".join(claims_to_csv(claims)).splitlines(keepends=True)))


def test_a_claim_is_one_row_under_the_header() -> None:
    (row,) = rows(make.claim(make.report(), actors=("ARM", "FRA"), object={"act": "signature", "areas": ["a", "b"]}))
    assert tuple(row) == COLUMNS
    assert (row["actor_countries"], row["recipient_names"]) == ("ARM;FRA", "USA")
    assert (row["object_act"], row["object_areas"], row["object_what"]) == ("signature", "a;b", "")
    assert (row["event_type"], row["cameo"], row["quad_class"]) == ("CONSULT", "042", "1")
    assert (row["when_start"], row["hedged"], row["report_publisher"]) == (
        "2025-01-14",
        "true",
        "Example Wire",
    )
    assert row["attribution"] == "Armenpress [cite: reports] > [hedge: reportedly]"


def test_a_claim_without_event_and_place_leaves_the_cells_empty() -> None:
    (row,) = rows(replace(make.claim(make.report(), event_type=None, day=None), where=None, attribution=()))
    empty = ("event_type", "intensity", "where_name", "latitude", "when_start", "attribution")
    assert [row[name] for name in empty] == [""] * len(empty)


def test_quotation_marks_and_line_ends_survive() -> None:
    text = 'He said: "one,\ntwo"'
    (row,) = rows(make.claim(make.report(text)))
    assert row["passage"] == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_no_text_becomes_a_formula(text: str) -> None:
    claim = make.claim(make.report(text), passage=Passage(start=0, end=len(text), exact=text))
    (row,) = rows(claim)
    assert row["passage"] == f"'{text}"


def test_numbers_below_zero_stay_numbers() -> None:
    claim = make.claim(make.report())
    assert claim.event is not None
    (row,) = rows(replace(claim, event=replace(claim.event, intensity=-5.0)))
    assert row["intensity"] == "-5.0"


def test_no_claims_give_the_header_alone() -> None:
    assert list(claims_to_csv([])) == [",".join(COLUMNS) + "\n"]
