from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.exports.plain import one_line, plain, shortened


@given(st.text())
def test_a_plain_text_keeps_every_offset_and_steers_nothing(text: str) -> None:
    shown = plain(text)
    assert len(shown) == len(text)
    assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in shown)
    assert "\x1b" not in shown


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(st.text(), st.integers(min_value=1, max_value=60))
def test_a_shortened_text_is_no_longer_than_asked(text: str, width: int) -> None:
    assert len(shortened(text, width)) <= width


def test_a_text_is_cut_at_a_word() -> None:
    assert shortened("Armenia and Georgia signed an accord", 22) == "Armenia and Georgia…"
    assert shortened("short", 22) == "short"
