from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.cli.columns import ID, MODALITY, TYPE, WHAT, WHEN, WHO, WORD, fitted

COLUMNS = (ID, TYPE, WHO, WHAT, MODALITY, WHEN, WORD)


@given(st.integers(min_value=32, max_value=400))
def test_the_columns_kept_have_room(width: int) -> None:
    kept, _ = fitted(COLUMNS, width)
    assert sum(column.width + 2 for column in kept) - 2 <= width


@given(st.integers(min_value=32, max_value=400))
def test_what_qualifies_a_claim_is_shown_or_folded(width: int) -> None:
    kept, folded = fitted(COLUMNS, width)
    titles = {column.title for column in (*kept, *folded)}
    assert {MODALITY.title, WORD.title} <= titles
    assert ID.title in {column.title for column in kept}


def test_a_wide_terminal_shows_all() -> None:
    kept, folded = fitted(COLUMNS, 160)
    assert len(kept) == len(COLUMNS)
    assert folded == ()


def test_a_narrow_one_keeps_the_id_and_what_was_done() -> None:
    kept, folded = fitted(COLUMNS, 40)
    assert [column.title for column in kept] == [ID.title, WHAT.title]
    assert len(folded) == len(COLUMNS) - 2
