from __future__ import annotations

import pytest

from legation.store.terms import Term, terms_of


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("armenia charter", [Term("armenia"), Term("charter")]),
        ('"strategic partnership" signed', [Term("strategic partnership"), Term("signed")]),
        ("sanction*", [Term("sanction", prefix=True)]),
        ("a NEAR b", [Term("a"), Term("NEAR"), Term("b")]),
        ('"unbalanced', [Term("unbalanced")]),
        ("U.S.-led", [Term("U.S.-led")]),
        ('*** "" -- ( ) "', []),
        ("one\0two", [Term("one"), Term("two")]),
        ("\ud800pair", [Term("pair")]),
        ("", []),
    ],
)
def test_terms(query: str, terms: list[Term]) -> None:
    assert list(terms_of(query)) == terms


def test_no_query_is_too_long() -> None:
    assert len(terms_of("word " * 5000)) == 32
    assert len(terms_of("x" * 5000)[0].text) == 200
