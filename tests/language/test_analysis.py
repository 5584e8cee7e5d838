from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from tests.reading import analysis, report
from tests.strategies import any_text, stories

from legation.language import analyse
from legation.records.syntax import Sentence


@given(any_text | stories())
def test_any_text_is_read_and_twice_the_same(text: str) -> None:
    assert analyse(report(text)) == analyse(report(text))


@given(any_text | stories())
def test_sentences_are_in_order_apart_and_numbered(text: str) -> None:
    found = analyse(report(text)).sentences
    assert [s.index for s in found] == list(range(len(found)))
    assert all(a.end <= b.start and a.paragraph <= b.paragraph for a, b in pairwise(found))
    for sentence in found:
        assert sentence.tokens
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)


@given(any_text | stories())
def test_tokens_are_verbatim_in_order_and_apart(text: str) -> None:
    for sentence in analyse(report(text)).sentences:
        assert all(token.text == text[token.start : token.end] for token in sentence.tokens)
        assert all(token.lower == token.text.lower().replace("’", "'") for token in sentence.tokens)
        assert all(a.end <= b.start for a, b in pairwise(sentence.tokens))
        assert all(token.tag for token in sentence.tokens)


@given(any_text | stories())
def test_mentions_phrases_and_predicates_point_into_their_sentence(text: str) -> None:
    for sentence in analyse(report(text)).sentences:
        _points_within(sentence)


def _points_within(sentence: Sentence) -> None:
    count, phrases = len(sentence.tokens), len(sentence.phrases)
    assert all(0 <= m.first < m.last <= count and m.entity in m.entities for m in sentence.mentions)
    assert all(a.last <= b.first for a, b in pairwise(sentence.mentions))
    for i, phrase in enumerate(sentence.phrases):
        assert phrase.index == i
        assert 0 <= phrase.first <= phrase.head < phrase.last <= count
        assert all(i < other < phrases for other in phrase.joined)
    assert all(a.last <= b.first for a, b in pairwise(sentence.phrases))
    for i, p in enumerate(sentence.predicates):
        assert p.index == i
        assert 0 <= p.first <= p.verb < p.last <= count
        assert p.last <= p.stop <= count
        assert p.governor < len(sentence.predicates)
        assert p.governor != i
        arguments = [p.subject, p.object, p.object2, *(phrase for _, phrase in p.preps)]
        assert all(-1 <= argument < phrases for argument in arguments)
    assert all(a.last <= b.first for a, b in pairwise(sentence.predicates))


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", ".", "...", "“", "\u200b", "\ud800", "a" * 5000, "- " * 3000, "(" * 500]
)
def test_texts_that_are_none_are_read(text: str) -> None:
    assert analyse(report(text)).report.text == text


def test_a_list_of_a_thousand_names_is_cut_so_that_time_stays_linear() -> None:
    found = analyse(report(", ".join(["Norway"] * 1500))).sentences
    assert max(len(sentence.tokens) for sentence in found) <= 400
    assert sum(len(sentence.mentions) for sentence in found) == 1500


def test_the_fields_of_a_header_are_no_sentences() -> None:
    text = "---\ntitle: Norway left\ndate: 2024-05-10\n---\n\nSweden stayed in the talks."
    assert [s.text_of(text) for s in analysis(text).sentences] == ["Sweden stayed in the talks."]
