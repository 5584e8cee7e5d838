"""The agencies and outlets that a report credits."""

from __future__ import annotations

import pytest
from tests.store import factories as make

from legation.records import Report
from legation.reference.crediting import agency_named, credits_of, credits_outlet, publisher_key

REUTERS, TASS, AFP = "agency:reuters", "agency:tass", "agency:agence-france-presse"
BODY = "Ministers of two states met on Monday. They spoke of milk. Nobody signed. A bell rang. It was late."


def _credited(text: str, publisher: str | None = "First Courier") -> set[str]:
    return {credit.agency for credit in credits_of(make.report(text, publisher=publisher))}


@pytest.mark.parametrize(
    "text",
    [
        f"CITY (Reuters) - {BODY}",
        f"CITY, January 14 (Reuters) — {BODY}",
        f"CITY — Reuters — {BODY}",
        f"{BODY} (Reuters)",
        f"{BODY} [Source: Reuters]",
        f"{BODY} — Reuters",
        f"{BODY}\nSource: Reuters",
        f"{BODY}\nVia the Reuters news agency\n",
        f"{BODY}\nReuters\n",
    ],
)
def test_a_credit_line_at_the_edge_of_a_report_is_found(text: str) -> None:
    assert _credited(text) == {REUTERS}


@pytest.mark.parametrize(
    "text",
    [
        f"The two spoke on Sunday, Reuters reported. {BODY}",
        f"The two spoke, Reuters has reported. {BODY}",
        f"According to Reuters, the two spoke. {BODY}",
        f"The two spoke, the Reuters news agency said. {BODY}",
        f"The two spoke, the paper wrote, citing Reuters. {BODY}",
        f"A minister told Reuters that the two spoke. {BODY}",
    ],
)
def test_words_in_the_first_sentences_credit_an_agency(text: str) -> None:
    assert _credited(text) == {REUTERS}


def test_words_far_down_credit_one_sentence_and_not_the_report() -> None:
    assert _credited(f"{BODY} {BODY} Reuters reported that it rained. {BODY} {BODY}") == set()


def test_a_report_does_not_credit_its_own_publisher_under_any_name() -> None:
    text = f"PARIS (AFP) - {BODY}"
    assert _credited(text) == {AFP}
    assert _credited(text, "Agence France-Presse") == set()
    assert _credited(text, "afp") == set()
    assert _credited(text, None) == {AFP}


def test_each_agency_is_credited_once_and_several_may_be() -> None:
    text = f"CITY (Reuters) - The two spoke, Reuters reported, and TASS reported it too. {BODY} (Reuters)"
    found = credits_of(make.report(text))
    assert sorted(credit.agency for credit in found) == [REUTERS, TASS]


@pytest.mark.parametrize("text", [f"CITY (Reuters) - {BODY}", f"{BODY} {BODY} {BODY} {BODY}\nSource: Reuters", BODY])
def test_a_credit_stands_where_it_says(text: str) -> None:
    for credit in credits_of(make.report(text)):
        assert "Reuters" in text[credit.start : credit.end]


@pytest.mark.parametrize(
    "text", [BODY, "", "   ", f"A spokesman of Reuters sat there. {BODY}", f"Roots and routers were sold. {BODY}"]
)
def test_what_credits_nobody_has_no_credit(text: str) -> None:
    assert _credited(text) == set()


def test_the_end_of_the_first_part_looked_at_is_not_the_end_of_the_report() -> None:
    begins = ("They spoke of milk and of wool. " * 20)[:350]
    assert _credited(f"{begins} — Reuters Square was closed to cars. {BODY} {BODY} {BODY}") == set()


def test_a_publisher_is_told_apart_by_its_agency_or_its_folded_name() -> None:
    assert publisher_key("AFP") == publisher_key("Agence  France-Presse") == AFP
    assert publisher_key("The First  COURIER") == publisher_key("first courier") == "first courier"
    assert publisher_key("First Courier") != publisher_key("Second Herald")


@pytest.mark.parametrize("publisher", [None, "", "  "])
def test_no_publisher_has_no_key(publisher: str | None) -> None:
    assert publisher_key(publisher) is None


def test_an_agency_is_known_by_its_names_in_any_case() -> None:
    assert agency_named("reuters") == agency_named("The Reuters") == REUTERS
    assert agency_named("First Courier") is None


@pytest.mark.parametrize(
    "lead",
    [
        "The two spoke, First Courier reported.",
        "The two spoke, the First Courier newspaper has reported.",
        "According to the First Courier, the two spoke.",
        "The two spoke, a source told First Courier.",
        "(First Courier) The two spoke.",
        "Source: First Courier. The two spoke.",
        "The two spoke, the daily first courier wrote.",
    ],
)
def test_an_outlet_that_no_table_knows_is_credited_by_its_name(lead: str) -> None:
    assert credits_outlet(f"{lead} {BODY}", "The First Courier")


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (BODY, "First Courier"),
        ("A ship, the First Courier, left the port.", "First Courier"),
        ("The two spoke, First Couriers reported.", "First Courier"),
        (f"{BODY} {BODY} First Courier reported it.", "First Courier"),
        ("The two spoke, X reported.", "X"),
        ("The two spoke, reported.", " "),
        ("The two spoke, F.rst reported.", "F?rst"),
    ],
)
def test_a_name_that_only_occurs_or_stands_far_down_credits_nobody(text: str, publisher: str) -> None:
    assert not credits_outlet(text, publisher)



def test_a_report_without_a_text_credits_nobody() -> None:
    assert credits_of(Report(id="x", text="")) == ()
