"""Copies of one text under other names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store import factories as make

from legation.documents.reprints import Likeness, likeness, marks_of

TEXT = (
    "Envoys of Kenya and Somalia opened a post at Mandera on Tuesday so that lorries may pass once more. "
    "Traders had asked for it since the spring, when rains washed the old road away. "
    "A second post will follow in March if both treasuries find the money for it."
)
OTHER = (
    "The harbour of Aden took in its first grain ship of the year. Dockers unloaded it by hand, as two of three "
    "cranes stand still. The port master hopes for spare parts from Djibouti before Easter."
)


def test_a_text_is_wholly_in_itself() -> None:
    assert likeness(TEXT, TEXT) == Likeness(runs=1.0, pairs=1.0)


def test_a_copy_cut_to_its_first_sentence_is_wholly_in_the_whole() -> None:
    first = TEXT.partition(". ")[0]
    assert likeness(first, TEXT).runs == 1.0
    assert likeness(TEXT, first).runs == 1.0


def test_case_punctuation_and_line_breaks_make_no_difference() -> None:
    assert likeness(TEXT, TEXT.upper().replace(". ", ";\n\n")).runs == 1.0


def test_another_text_shares_nothing_to_speak_of() -> None:
    found = likeness(TEXT, OTHER)
    assert found.runs == 0.0
    assert found.pairs < 0.15


def test_a_shared_quotation_alone_makes_no_copy() -> None:
    quote = "“We have waited for this road since the rains, and so have our sheep, our sons and our creditors”"
    found = likeness(f"{TEXT} {quote}, a trader said.", f"{OTHER} {quote}, a trader said.")
    assert found.runs < 0.1


def test_a_reworded_copy_shares_pairs_of_words_where_it_breaks_the_runs() -> None:
    reworded = TEXT.replace("opened a post", "have opened a post").replace("Traders had", "Merchants had")
    found = likeness(TEXT, reworded)
    assert found.pairs > found.runs > 0.5


def test_a_header_is_no_part_of_the_text() -> None:
    header = "Title: A post is opened\nPublisher: First Courier\nDate: 2025-01-14\n"
    assert likeness(header + TEXT, header + OTHER) == likeness(TEXT, OTHER)


def test_runs_are_of_four_words_and_pairs_of_two() -> None:
    found = likeness("one two three four five", "one two three four six")
    assert (found.runs, found.pairs) == (0.5, 0.75)


@pytest.mark.parametrize("short", ["", "word", "one two three"])
def test_a_text_too_short_for_a_run_has_none_in_common(short: str) -> None:
    assert likeness(short, TEXT).runs == likeness(short, short).runs == 0.0


@pytest.mark.parametrize(
    ("runs", "pairs", "score"), [(0.0, 0.25, 0.0), (0.0, 0.1, 0.0), (0.0, 1.0, 1.0), (0.6, 0.3, 0.6), (0.1, 0.625, 0.5)]
)
def test_the_score_counts_pairs_only_beyond_what_chance_shares(runs: float, pairs: float, score: float) -> None:
    assert Likeness(runs=runs, pairs=pairs).score == pytest.approx(score)


_SOME = st.lists(st.sampled_from("a b c d “ ” e f".split()), max_size=30).map(" ".join)


@given(_SOME, _SOME)
def test_likeness_has_no_direction_and_lies_between_0_and_1(one: str, other: str) -> None:
    found = likeness(one, other)
    assert found == likeness(other, one)
    assert all(0.0 <= value <= 1.0 for value in (found.runs, found.pairs, found.score))


def test_the_marks_of_a_copy_are_among_those_of_the_whole() -> None:
    whole, cut = make.report(f"{TEXT} {OTHER}"), make.report(TEXT)
    assert marks_of(cut).shingles
    assert marks_of(cut).shingles <= marks_of(whole).shingles
    assert not marks_of(cut).shingles & marks_of(make.report(OTHER)).shingles


def test_the_marks_are_the_same_in_every_process() -> None:
    text = "Envoys of Kenya and Somalia opened a post at Mandera on Tuesday so that lorries may pass once more."
    assert marks_of(make.report(text)).shingles == marks_of(make.report(text.upper())).shingles


def test_the_marks_hold_the_agencies_credited() -> None:
    (credit,) = marks_of(make.report(f"MANDERA (Reuters) - {TEXT}")).credits
    assert credit.agency == "agency:reuters"


def test_a_text_without_words_has_no_marks() -> None:
    assert marks_of(make.report("… — …")).shingles == frozenset()
