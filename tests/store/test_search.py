from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store import factories as make

from legation.store import ClaimQuery, Record

TEXT = (
    "The two sides imposed sanctions on Friday. Minister Ararat Mirzoyan thanked his colleague. "
    "Nothing was said about the Zangezur road and the peace treaty."
)


@pytest.fixture
def filled(record: Record) -> Record:
    report = make.report(TEXT, title="A strategic partnership in Yerevan")
    record.add_reading(report, make.claims(report, 3))
    return record


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("sanctions", ["The two sides imposed sanctions on Friday."]),
        ("SANCTION", ["The two sides imposed sanctions on Friday."]),
        ("mirzoy*", ["Minister Ararat Mirzoyan thanked his colleague."]),
        ('"peace treaty"', ["Nothing was said about the Zangezur road and the peace treaty."]),
        ('"treaty peace"', []),
        ("sanctions treaty", []),
        ("the", ["Nothing was said about the Zangezur road and the peace treaty.", TEXT[:42]]),
        ("zangezury*", []),
        ("NOT", []),
    ],
)
def test_the_words_of_passages_are_found(filled: Record, text: str, passages: list[str]) -> None:
    found = [hit.claim.passage.exact for hit in filled.search(text)]
    assert sorted(found) == sorted(passages)


def test_a_snippet_marks_the_words_found(filled: Record) -> None:
    (hit,) = filled.search("ararat mirzoyan")
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["Ararat", "Mirzoyan"]
    assert hit.snippet in TEXT


def test_a_title_finds_the_claims_of_its_report(filled: Record) -> None:
    hits = filled.search("partnership")
    assert [hit.claim.passage.exact in TEXT for hit in hits] == [True, True, True]
    assert [mark.of(hits[0].snippet) for mark in hits[0].marks] == ["partnership"]
    assert len(filled.search("partnership", limit=2)) == 2


def test_the_better_passage_comes_first(record: Record) -> None:
    report = make.report("Talks on trade, transit, energy, banks and much else went on. Trade and trade.")
    record.add_reading(report, make.claims(report, 2))
    hits = record.search("trade")
    assert hits[0].claim.passage.exact == "Trade and trade."
    assert hits[0].rank > hits[1].rank


def test_superseded_claims_are_not_found(filled: Record) -> None:
    report = make.report(TEXT, title="A strategic partnership in Yerevan")
    filled.add_reading(report, make.claims(report, 1, coder=make.NEWER))
    assert filled.search("treaty") == []
    assert len(filled.search("partnership")) == 1


HOSTILE = st.lists(
    st.sampled_from(
        ['"', "'", "*", "NEAR(", ")", "AND", "OR", "NOT", "^", ":", "{", "-", "\\", "&", "|", "!", "<->"]
    )
    | st.sampled_from(
        ["exact:", "a", "treaty", "peace*", "\0", "%", ";", "--", "ﬁ", "²", "U.S.", "http://x.org/?a=b"]
    )
    | st.text(max_size=5)
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=HOSTILE, glue=st.sampled_from(["", " "]))
def test_no_query_can_raise(filled: Record, pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    hits = filled.search(text)
    assert {hit.claim.id for hit in hits} == (
        {c.id for c in filled.claims(ClaimQuery(text=text))} if text else set()
    )
