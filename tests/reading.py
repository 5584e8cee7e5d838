"""Reading a sentence or two in a test, and looking at what was made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from legation.coding import Coded, code, dated
from legation.language import analyse
from legation.records import Actor, Claim, Kind, Report, report_id
from legation.records.syntax import Analysis, Predicate, Sentence

DAY = "2024-05-10"
"""A Friday: the day of publication where a test names no other."""


def report(text: str, day: str | None = DAY, title: str | None = None) -> Report:
    """Return a report with the right id, published on a day that the command gave, or on none."""
    basis = "unknown" if day is None else "explicit"
    return Report(id=report_id(text), text=text, title=title, published_on=day, published_basis=basis)


@lru_cache(maxsize=512)
def analysis(text: str, day: str | None = DAY, title: str | None = None) -> Analysis:
    """Return the analysis of a text, dated as the pipeline dates it."""
    found = analyse(report(text, day, title))
    return replace(found, report=dated(found))


@lru_cache(maxsize=512)
def coded(text: str, day: str | None = DAY, title: str | None = None) -> Coded:
    """Return what the coder makes of a text."""
    return code(analysis(text, day, title))


def claims(text: str, day: str | None = DAY) -> tuple[Claim, ...]:
    """Return the claims of a text."""
    return coded(text, day).claims


def only(text: str, kind: Kind | str, day: str | None = DAY) -> Claim:
    """Return the one claim of a kind that a text makes."""
    found = [claim for claim in claims(text, day) if claim.kind == Kind(kind)]
    assert len(found) == 1, f"{len(found)} claims of kind {kind}: {[told(c) for c in claims(text, day)]}"
    return found[0]


def sole(text: str, day: str | None = DAY) -> Claim:
    """Return the claim of a text that makes one."""
    found = claims(text, day)
    assert len(found) == 1, [told(claim) for claim in found]
    return found[0]


def of_type(text: str, event: str, day: str | None = DAY) -> Claim:
    """Return the one claim of a text that is read as a PLOVER type."""
    found = [claim for claim in claims(text, day) if claim.event is not None and claim.event.type == event]
    assert len(found) == 1, [told(claim) for claim in claims(text, day)]
    return found[0]


def told(claim: Claim) -> str:
    """Return a claim in a line, for the messages of failed tests."""
    event = claim.event.type if claim.event else "-"
    return f"{claim.kind} {event} {codes(claim.actors)} -> {codes(claim.recipients)} {claim.modality}"


def codes(actors: Iterable[Actor]) -> list[str | None]:
    """Return what actors are compared by."""
    return [actor.code for actor in actors]


def links(claim: Claim) -> list[tuple[str | None, str, str]]:
    """Return the chain: the source's words, the cue and the kind of each link, outermost first."""
    return [(link.source.text if link.source else None, link.cue, link.kind.value) for link in claim.attribution]


def sources(claim: Claim) -> list[str | None]:
    """Return whose word each link of the chain is."""
    return [link.source.code if link.source else None for link in claim.attribution]


def only_sentence(text: str) -> Sentence:
    """Return the sentence of a text that has one."""
    found = analysis(text).sentences
    assert len(found) == 1, [sentence.text_of(text) for sentence in found]
    return found[0]


def predicate(sentence: Sentence, lemma: str) -> Predicate:
    """Return the one predicate of a sentence with that lemma."""
    found = [p for p in sentence.predicates if p.lemma == lemma]
    assert len(found) == 1, f"{lemma}: {[p.lemma for p in sentence.predicates]}"
    return found[0]


def phrase_text(text: str, sentence: Sentence, index: int) -> str | None:
    """Return the words of a phrase of a sentence, None for no phrase."""
    if index < 0:
        return None
    phrase = sentence.phrases[index]
    return sentence.span(phrase.first, phrase.last).of(text)


def group_texts(text: str, sentence: Sentence, index: int) -> list[str]:
    """Return the words of a phrase and of those coordinated with it."""
    return [sentence.span(phrase.first, phrase.last).of(text) for phrase in sentence.group(index)]
