"""Report -> Analysis: sentences with tokens, mentions, phrases, predicates; quotations."""

from __future__ import annotations

from collections.abc import Sequence

from legation.language.gazetteer import find_mentions
from legation.language.phrases import find_phrases
from legation.language.predicates import find_predicates
from legation.language.quotations import find_quotations
from legation.language.sentences import HEADER, paragraphs, skip_dateline, split
from legation.language.tagging import tag
from legation.language.tokens import Raw
from legation.records import Report
from legation.records.syntax import Analysis, Sentence

_MOST_TOKENS = 400


def analyse(report: Report) -> Analysis:
    """Return the analysis of a report; pure, no I/O, no clock, no randomness."""
    text = report.text
    sentences: list[Sentence] = []
    for number, (start, stop) in enumerate(paragraphs(text)):
        if start < 600 and HEADER.match(text[start:stop].lstrip()):
            continue
        begin = skip_dateline(text, start, stop)
        for raws in split(text, begin, stop):
            for piece in _pieces(raws):
                sentences.append(_sentence(len(sentences), number, piece))
    return Analysis(report=report, sentences=tuple(sentences), quotations=find_quotations(text))


def _pieces(raws: Sequence[Raw]) -> list[Sequence[Raw]]:
    """A "sentence" of more tokens than any prose has is a table or a list: cut it, so that time stays linear."""
    return [raws[i : i + _MOST_TOKENS] for i in range(0, len(raws), _MOST_TOKENS)]


def _sentence(index: int, paragraph: int, raws: Sequence[Raw]) -> Sentence:
    mentions = find_mentions(raws)
    tokens = tag(raws, mentions)
    phrases = find_phrases(tokens, mentions)
    return Sentence(
        index=index,
        paragraph=paragraph,
        start=raws[0].start,
        end=raws[-1].end,
        tokens=tuple(tokens),
        mentions=tuple(mentions),
        phrases=tuple(phrases),
        predicates=tuple(find_predicates(tokens, phrases)),
    )
