"""The renderings of a brief: complete, safe, and each line with its sources."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from legation.exports.brief_html import brief_to_html
from legation.exports.brief_json import brief_to_json
from legation.exports.brief_markdown import brief_to_markdown
from legation.exports.brief_text import brief_to_text
from legation.records.briefs import (
    Brief,
    BriefLine,
    BriefParty,
    BriefSection,
    Source,
    SourceKind,
    day_in_words,
)

PASSAGE = Source(
    kind=SourceKind.PASSAGE,
    exact='Peru & Chile <b>signed</b> a "pact" of *five* articles.',
    report="ab" * 32,
    start=10,
    end=64,
    title="A pact [signed]",
    publisher="Example Wire",
    published_on="2024-05-10",
    url="https://wire.example/a?b=1&c=2",
)
FACT = Source(kind=SourceKind.FACT, exact="OAS: PER member", title="Reference table", publisher="a list")
SIGNED = BriefLine(
    sentence="Peru and Chile signed a pact of five articles on rivers, roads, ports and the common market.",
    sources=(PASSAGE,),
    claims=("0123456789abcdef", "fedcba9876543210"),
    cautions=("reportedly", "one report"),
    day="2024-05-10",
    inferred=True,
)
BELONG = BriefLine(sentence="Both belong to the OAS.", sources=(FACT, PASSAGE), cautions=("reference table",))


def _brief(**fields: object) -> Brief:
    known: dict[str, object] = {
        "a": BriefParty(code="PER", name="Peru"),
        "b": BriefParty(code="CHL", name="Chile"),
        "as_of": "2024-06-01",
        "lead": "Everything here rests on one report.",
        "sections": (BriefSection(key="standing", title="Where they stand", lines=(SIGNED, BELONG), omitted=3),),
        "silent": ("Latest contacts",),
    }
    return Brief(**(known | fields))  # type: ignore[arg-type]


def test_sources_are_numbered_in_order_of_first_use() -> None:
    made = _brief()
    assert made.sources == (PASSAGE, FACT)
    assert made.numbers(BELONG) == (2, 1)


@pytest.mark.parametrize("width", [30, 48, 60, 88, 120])
def test_text_fits_the_width(width: int) -> None:
    text = brief_to_text(_brief(), width=width)
    assert max(len(line) for line in text.splitlines()) <= width


def test_text_shows_day_caution_claim_and_passage() -> None:
    text = " ".join(brief_to_text(_brief()).split())
    assert "~10 May 2024 Peru and Chile signed" in text
    assert "— reportedly 01234567 +1 [1]" in text
    assert '[1] Peru & Chile <b>signed</b> a "pact" of *five* articles.' in text
    assert "A pact [signed] · Example Wire · 10 May 2024 · report abababab, characters 10–64" in text
    assert "WHERE THEY STAND (3 more: --long)" in text
    assert "Nothing on record: latest contacts." in text


def test_text_without_passages() -> None:
    assert "SOURCES" not in brief_to_text(_brief(), passages=False)


def test_one_report_is_said_in_every_line_only_where_there_are_several() -> None:
    other = Source(kind=SourceKind.PASSAGE, exact="Other.", report="cd" * 32, start=0, end=6)
    line = BriefLine(sentence="Other.", sources=(other,), claims=("x",), cautions=("one report",))
    two = _brief(sections=(BriefSection(key="standing", title="T", lines=(SIGNED, line)),))
    assert "reportedly; one report" in brief_to_text(two)
    assert "one report 0" not in brief_to_text(_brief())


def test_text_cannot_steer_the_terminal() -> None:
    line = BriefLine(sentence="Bad \x1b[31m\u202e word.", sources=(PASSAGE,), claims=("x",))
    made = _brief(sections=(BriefSection(key="standing", title="T", lines=(line,)),))
    assert not re.search("[\x1b\u202e]", brief_to_text(made))


def test_markdown_has_footnotes_and_no_markup_of_others() -> None:
    text = brief_to_markdown(_brief())
    assert "[^1]: Peru & Chile \\<b\\>signed\\</b\\>" in text
    assert "\\*five\\*" in text
    assert "`01234567 +1`[^1]" in text
    assert "[^2][^1]" in text
    assert "<https://wire.example/a?b=1&c=2>" in text


def test_html_is_escaped_and_self_contained() -> None:
    page = brief_to_html(_brief())
    assert "<b>signed" not in page
    assert "Peru &amp; Chile &lt;b&gt;signed&lt;/b&gt;" in page
    assert page.count("<details>") == 2
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?!https://wire\.example)', page)
    assert 'href="https://wire.example/a?b=1&amp;c=2"' in page


def test_html_links_only_the_web() -> None:
    line = BriefLine(sentence="S.", sources=(replace(PASSAGE, url="javascript:alert(1)"),), claims=("x",))
    made = _brief(sections=(BriefSection(key="standing", title="T", lines=(line,)),))
    assert "javascript" not in brief_to_html(made)
    assert "javascript" not in brief_to_markdown(made)


def test_json_holds_everything_by_number() -> None:
    found = json.loads(brief_to_json(_brief()))
    (section,) = found["sections"]
    assert section["omitted"] == 3
    assert section["lines"][0]["claims"] == list(SIGNED.claims)
    assert section["lines"][0]["cautions"] == ["reportedly", "one report"]
    assert section["lines"][1]["sources"] == [2, 1]
    assert found["sources"][0]["exact"] == PASSAGE.exact
    assert found["sources"][1]["report"] is None


def test_advice_is_shown_where_nothing_is_known() -> None:
    made = _brief(sections=(), silent=(), lead="Nothing is known.", advice=("Read a report.",))
    for text in (brief_to_text(made), brief_to_markdown(made), brief_to_html(made)):
        assert "Nothing is known." in text
        assert "Read a report." in text


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-05-10", "10 May 2024"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
        ("2024-05-10/2024-05-12", "10–12 May 2024"),
        ("2024-05-30/2024-06-02", "30 May 2024 – 2 June 2024"),
        ("soon", "soon"),
        (None, ""),
    ],
)
def test_days_in_words(day: str | None, words: str) -> None:
    assert day_in_words(day) == words
