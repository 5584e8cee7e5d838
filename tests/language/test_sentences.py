from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from tests.reading import analysis
from tests.strategies import any_text, stories

from legation.language.sentences import paragraphs, skip_dateline, split


def sentences(text: str) -> list[str]:
    return [sentence.text_of(text) for sentence in analysis(text).sentences]


@given(any_text | stories())
def test_paragraphs_hold_all_the_text_in_order(text: str) -> None:
    position = 0
    for start, stop in paragraphs(text):
        assert not text[position:start].strip()
        assert position <= start < stop <= len(text)
        assert text[start:stop].strip()
        position = stop
    assert not text[position:].strip()


@given(any_text | stories())
def test_the_sentences_of_a_stretch_share_out_its_tokens(text: str) -> None:
    found = split(text, 0, len(text))
    assert all(found)
    tokens = [token for sentence in found for token in sentence]
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert "".join(token.text for token in tokens).split() == "".join(text.split()).split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway left. Sweden stayed.", ["Norway left.", "Sweden stayed."]),
        ("Did Norway leave? It did! Good.", ["Did Norway leave?", "It did!", "Good."]),
        ("He met Gen. Petrov in St. Petersburg. They spoke.", ["He met Gen. Petrov in St. Petersburg.", "They spoke."]),
        ("The U.S. Congress met.", ["The U.S. Congress met."]),
        ("They live in the U.S. The army left.", ["They live in the U.S.", "The army left."]),
        ("She spoke at 5 p.m. The minister left.", ["She spoke at 5 p.m.", "The minister left."]),
        ("Mr. The Hague", ["Mr. The Hague"]),
        ("On Jan. 5 it rained. It stopped.", ["On Jan. 5 it rained.", "It stopped."]),
        ("He said no. The talks ended.", ["He said no.", "The talks ended."]),
        ("It rose 3.5 percent. 20 people left.", ["It rose 3.5 percent.", "20 people left."]),
        ("“We won!” he said. “Go.” They went.", ["“We won!” he said.", "“Go.”", "They went."]),
        ('He asked: "Why?" Then he left.', ['He asked: "Why?"', "Then he left."]),
        ('"We won." He left.', ['"We won."', "He left."]),
        ("Wait ... what did he say?", ["Wait ... what did he say?"]),
        ("Visit example.com today.", ["Visit example.com today."]),
        ("(It left.) It came back.", ["(It left.)", "It came back."]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


WRAPPED = """The foreign ministers of Ghana and Togo agreed on Monday in Lome
to reopen the coastal road, and to meet again. They did not say
when.
"""
LONGER = """The foreign ministers of Ghana and Togo agreed on Monday in Lome to
reopen the coastal road, which has been closed since the great flood of
last year, and to meet again in the autumn in Accra with ministers from
Benin and Nigeria.
"""


def test_lines_that_were_wrapped_are_one_paragraph() -> None:
    assert len(paragraphs(WRAPPED)) == 1
    assert [s.split()[-1] for s in sentences(WRAPPED)] == ["again.", "when."]


def test_a_sentence_may_run_over_many_wrapped_lines() -> None:
    assert sentences(LONGER) == [LONGER.strip()]


def test_a_long_line_that_ends_with_a_stop_ends_its_paragraph() -> None:
    line = f"The ministers of Ghana and Togo agreed on Monday {'and agreed on Tuesday ' * 3}to reopen the coastal road."
    assert len(line) > 110
    assert len(paragraphs(f"{line}\nThey will meet again.")) == 2


@pytest.mark.parametrize("head", ["A new road for Togo", "## A new road", "Title: A road", "- a road"])
def test_headings_fields_and_bullets_are_paragraphs_of_their_own(head: str) -> None:
    assert len(paragraphs(f"{head}\nGhana and Togo agreed on Monday to reopen a road.")) == 2


@pytest.mark.parametrize("gap", ["\n\n", "\n \t\n", "\r\n\r\n", "\n\n\n\n"])
def test_blank_lines_part_paragraphs(gap: str) -> None:
    assert [s.paragraph for s in analysis(f"Norway left.{gap}Sweden stayed.").sentences] == [0, 1]


# -- datelines -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "dateline",
    [
        "YEREVAN, Jan 15 (Reuters) - ",
        "YEREVAN, Jan. 15 (Reuters) – ",
        "OSLO (AP) — ",
        "GENEVA, 5 May 2024 (Xinhua) -- ",
        "ADDIS ABABA, May 5 - ",
        "Paris, May 5 (AFP) - ",
        "TBILISI, 5 May /TASS/. - ",
        "NEW DELHI — ",
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(dateline: str) -> None:
    text = f"{dateline}Norway left the talks. Sweden stayed."
    assert sentences(text) == ["Norway left the talks.", "Sweden stayed."]


@pytest.mark.parametrize(
    "opening",
    ["Norway - a member of NATO - left.", "Norway, Sweden and Chile left.", "Talks in Oslo – the third – failed."],
)
def test_what_only_looks_like_a_dateline_stays(opening: str) -> None:
    assert skip_dateline(opening, 0, len(opening)) == 0


@given(any_text)
def test_no_text_is_skipped_beyond_a_dateline(text: str) -> None:
    assert 0 <= skip_dateline(text, 0, len(text)) <= min(len(text), 120)


def test_many_names_joined_by_strokes_are_read_at_once() -> None:
    start = time.process_time()
    skip_dateline("Armenia" + "/Iran" * 400 + " signed a treaty.", 0, 2000)
    assert time.process_time() - start < 1.0
