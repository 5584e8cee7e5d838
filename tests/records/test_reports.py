from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from legation.records import report_id


@given(st.text())
def test_the_id_is_the_digest_of_the_text(text: str) -> None:
    assert report_id(text) == hashlib.sha256(text.encode()).hexdigest()


@given(st.text(), st.text())
def test_one_text_one_id(one: str, other: str) -> None:
    assert (report_id(one) == report_id(other)) == (one == other)


def test_half_a_surrogate_pair_has_an_id_too() -> None:
    assert len(report_id("a\ud83d")) == 64
