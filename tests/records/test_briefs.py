from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.records.briefs import Brief, BriefLine, BriefParty, BriefSection, Source, SourceKind, day_in_words


@pytest.mark.parametrize(
    ("day", "words", "short"),
    [
        (None, "", ""),
        ("", "", ""),
        ("2024", "2024", "2024"),
        ("2024-04", "April 2024", "Apr 2024"),
        ("2024-04-05", "5 April 2024", "5 Apr 2024"),
        ("2024-04-05/2024-04-07", "5–7 April 2024", "5–7 Apr 2024"),
        ("2024-04-30/2024-05-02", "30 April 2024 – 2 May 2024", "30 Apr 2024 – 2 May 2024"),
        ("spring", "spring", "spring"),
    ],
)
def test_days_in_words(day: str | None, words: str, short: str) -> None:
    assert day_in_words(day) == words
    assert day_in_words(day, short=True) == short


@given(st.text(max_size=15))
def test_no_text_breaks_the_wording_of_a_day(day: str) -> None:
    day_in_words(day)


def passage(number: int, report: str = "r1") -> Source:
    return Source(kind=SourceKind.PASSAGE, exact=f"Sentence {number}.", report=report, start=number)


def line(*sources: Source) -> BriefLine:
    return BriefLine(sentence="They met.", sources=sources)


def brief(*lines: BriefLine) -> Brief:
    section = BriefSection(key="contacts", title="Contacts", lines=lines)
    parties = BriefParty(code="ARM", name="Armenia"), BriefParty(code="USA", name="the United States")
    return Brief(a=parties[0], b=parties[1], as_of="2025-02-01", lead="", sections=(section,))


def test_sources_are_numbered_once_in_the_order_in_which_lines_call_on_them() -> None:
    made = brief(line(passage(1), passage(2)), line(passage(2), passage(3)))
    assert made.sources == (passage(1), passage(2), passage(3))
    assert [made.numbers(each) for each in made.lines] == [(1, 2), (2, 3)]


def test_reports_are_named_once_and_facts_name_none() -> None:
    fact = Source(kind=SourceKind.FACT, exact="ARM member of CSTO", title="memberships")
    assert brief(line(passage(1), fact), line(passage(2), passage(3, "r2"))).reports == ("r1", "r2")


def test_the_heading_opens_with_a_capital() -> None:
    made = Brief(
        a=BriefParty(code="USA", name="the United States"),
        b=BriefParty(code="ARM", name="Armenia"),
        as_of="2025-02-01",
        lead="",
    )
    assert made.title == "The United States and Armenia"
