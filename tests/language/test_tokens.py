from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import any_text, stories

from legation.language.tokens import tokenize


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@given(any_text | stories())
def test_tokens_are_verbatim_in_order_apart_and_nothing_is_lost(text: str) -> None:
    position = 0
    for token in tokenize(text):
        assert position <= token.start < token.end <= len(text)
        assert not text[position : token.start].strip()
        assert token.text == text[token.start : token.end]
        assert not token.text[0].isspace()
        assert not token.text[-1].isspace()
        position = token.end
    assert not text[position:].strip()


@given(any_text, st.data())
def test_a_stretch_is_cut_without_reaching_out_of_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = tokenize(text, start, end)
    assert all(start <= token.start < token.end <= end for token in found)
    assert "".join("".join(text[start:end].split())) == "".join("".join(t.text.split()) for t in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Kovacs met Dr. Novak", ["Mr.", "Kovacs", "met", "Dr.", "Novak"]),
        ("at 10:35 a.m. on Jan. 5.", ["at", "10:35", "a.m.", "on", "Jan.", "5", "."]),
        ("No. 2 said no.", ["No.", "2", "said", "no", "."]),
        ("the U.S. and U.N. envoys", ["the", "U.S.", "and", "U.N.", "envoys"]),
        ("W. Bush", ["W.", "Bush"]),
        ("e.g. oil", ["e.g.", "oil"]),
        ("the Armenia-U.S.-EU talks", ["the", "Armenia", "-", "U.S.", "-", "EU", "talks"]),
        ("a cease-fire", ["a", "cease-fire"]),
        ("state-of-the-art", ["state-of-the-art"]),
        ("Moscow-led and anti-ISIS", ["Moscow", "-", "led", "and", "anti", "-", "ISIS"]),
        ("it didn't", ["it", "did", "n't"]),
        ("they can’t", ["they", "ca", "n’t"]),
        ("O'Brien's aide", ["O'Brien", "'s", "aide"]),
        ("the EU’s plan", ["the", "EU", "’s", "plan"]),
        ("al-Qa'ida", ["al", "-", "Qa'ida"]),
        ("$4,000 or 5.5bn", ["$", "4,000", "or", "5.5bn"]),
        ("1990s 5th 3.5%", ["1990s", "5th", "3.5", "%"]),
        ("25–27 May", ["25", "–", "27", "May"]),
        ("“Go...” he", ["“", "Go", "...", "”", "he"]),
        ("``Old''", ["``", "Old", "''"]),
        ("yes -- no", ["yes", "--", "no"]),
        ("Türkiye, Côte d'Ivoire", ["Türkiye", ",", "Côte", "d'Ivoire"]),
        ("", []),
        ("  \n\t ", []),
    ],
)
def test_words_numbers_and_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_the_stop_of_an_abbreviation_at_the_end_of_a_text_is_a_stop() -> None:
    assert words("He lives in St.") == ["He", "lives", "in", "St", "."]
