from __future__ import annotations

import csv
import re
from importlib.resources import files

import pytest
from tests.reading import claims, of_type

from legation.ontology import EVENT_TYPES, cameo_codes, cameo_of, context_words, event_types

TABLE = {row.code: row for row in cameo_codes()}
MODES = [(kind.code, None) for kind in event_types().values()] + [
    (kind.code, mode.name) for kind in event_types().values() for mode in kind.modes
]


def test_codes_are_text_so_that_010_is_not_10() -> None:
    assert TABLE["010"].name == "Make statement"
    assert TABLE["10"].name == "DEMAND"
    assert TABLE["01"].name == "MAKE PUBLIC STATEMENT"
    assert all(re.fullmatch(r"(?:0[1-9]|1\d|20)\d{0,2}", code) for code in TABLE)


def test_no_code_stands_twice_and_every_code_has_its_root() -> None:
    assert len(TABLE) == len(cameo_codes())
    assert [code for code in TABLE if code[:2] not in TABLE] == []
    assert {code for code in TABLE if len(code) == 2} == {f"{root:02d}" for root in range(1, 21)}


def test_every_row_of_the_crosswalk_says_where_it_comes_from() -> None:
    path = files("legation.ontology") / "crosswalks" / "cameo.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    assert all(row["source"] and row["licence"] for row in rows)
    assert len(rows) == len(TABLE)


def test_the_crosswalk_leads_to_types_that_there_are() -> None:
    assert {row.event_type for row in TABLE.values()} - {""} == set(EVENT_TYPES)
    assert all(-10 <= row.goldstein <= 10 for row in TABLE.values())


def test_what_cameo_knows_and_plover_does_not_has_no_type() -> None:
    assert {code[:2] for code, row in TABLE.items() if not row.event_type} == {"01", "02"}


@pytest.mark.parametrize("code", EVENT_TYPES)
def test_the_root_of_a_type_is_a_code(code: str) -> None:
    root = event_types()[code].cameo
    assert re.fullmatch(r"\d\d", root)
    assert root in TABLE


@pytest.mark.parametrize(("code", "mode"), cameo_of())
def test_the_first_code_of_a_type_and_mode_is_read_back_as_them(code: str, mode: str | None) -> None:
    row = TABLE[cameo_of()[code, mode]]
    assert (row.event_type, row.mode or None) == (code, mode)


@pytest.mark.parametrize(
    ("code", "mode", "cameo"),
    [
        ("AGREE", None, "03"),
        ("CONSULT", "phone", "041"),
        ("CONSULT", "visit", "042"),
        ("RETREAT", "ceasefire", "0871"),
        ("ACCUSE", "investigate", "090"),
        ("SANCTION", "expel", "166"),
        ("COERCE", "curfew", "1723"),
    ],
)
def test_cameo_codes_by_type_and_mode(code: str, mode: str | None, cameo: str) -> None:
    assert cameo_of()[code, mode] == cameo


def test_a_claim_carries_its_code_as_text() -> None:
    event = of_type("Serbia expelled two Croatian diplomats.", "SANCTION").event
    assert event is not None
    assert (event.cameo, event.mode) == ("166", "expel")


@pytest.mark.parametrize("code", EVENT_TYPES)
def test_a_claim_has_quad_class_and_intensity_of_its_type_and_mode(code: str) -> None:
    kind = event_types()[code]
    for example in kind.examples:
        for event in [claim.event for claim in claims(example.text) if claim.event and claim.event.type == code]:
            mode = kind.mode(event.mode)
            assert event.quad_class == kind.quad
            assert event.intensity == (mode.intensity if mode else kind.intensity)
            assert event.cameo in TABLE
            assert set(event.contexts) <= {context for found in context_words().values() for context in found}
