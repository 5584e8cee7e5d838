"""What the language room hands to the coders: tokens, mentions, phrases and predicates of a report.

All ``start``/``end`` are character offsets into the report; ``first``/``last`` are token indexes within
the sentence, ``last`` excluded.  Tags are the closed set in ``language/tagging.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from legation.records.reports import Report
from legation.records.spans import Span


class Token(NamedTuple):
    """A word, number or mark with its tag and, for verbs and nouns, its lemma."""

    text: str
    lower: str
    start: int
    end: int
    tag: str
    lemma: str


class Mention(NamedTuple):
    """A stretch of tokens that a name table knows; ``kind`` says which table and form.

    Kinds: name demonym capital place institution organisation agency group person.
    ``entity`` is the table's id; ``entities`` all of them where the name is shared.
    """

    first: int
    last: int
    entity: str
    kind: str
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A base noun phrase; ``head`` is its last noun, ``prep`` the preposition (lower case) before it.

    ``joined`` holds the indexes of phrases coordinated with it ("A, B and C": of A: B, C);
    ``attached`` the index of the phrase that "of/in/from" hangs on it ("police in Turkey").
    """

    index: int
    first: int
    last: int
    head: int
    prep: str
    pronoun: bool
    joined: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A verb with its arguments, as far as a shallow reading finds them.

    ``role``: main, content (that-clause of a verb), relative, adverbial, conditional, infinitive, gerund,
    participle.  ``governor`` is the index of the predicate that it depends on, or -1.  ``link`` is the
    subordinator, relative word or preposition that introduces it.  ``subject``, ``object``, ``object2``
    are phrase indexes or -1; ``preps`` the prepositional phrases behind it.
    """

    index: int
    verb: int
    first: int
    last: int
    lemma: str
    form: str
    passive: bool
    progressive: bool
    perfect: bool
    modal: str
    negated: bool
    role: str
    governor: int
    link: str
    subject: int
    object: int
    object2: int
    preps: tuple[tuple[str, int], ...]
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch within quotation marks; ``start``/``end`` include the marks, ``inner`` does not."""

    start: int
    end: int
    inner: Span
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with all that the language room found in it."""

    index: int
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    phrases: tuple[Phrase, ...]
    predicates: tuple[Predicate, ...]

    def text_of(self, text: str) -> str:
        """Return the verbatim sentence."""
        return text[self.start : self.end]

    def span(self, first: int, last: int) -> Span:
        """Return the character span of the tokens ``first`` up to ``last`` (excluded)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def phrase_tokens(self, phrase: Phrase) -> tuple[Token, ...]:
        """Return the tokens of a noun phrase."""
        return self.tokens[phrase.first : phrase.last]

    def group(self, index: int) -> Iterator[Phrase]:
        """Yield a phrase and those coordinated with it; nothing for index -1."""
        if index >= 0:
            yield self.phrases[index]
            for other in self.phrases[index].joined:
                yield self.phrases[other]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """A report with its sentences and quotations: what every coder reads."""

    report: Report
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
