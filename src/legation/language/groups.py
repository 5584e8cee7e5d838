"""Verb groups: a lexical verb with its auxiliaries, and what they say of voice, time and negation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from legation.records.syntax import Phrase, Token

_FINITE = frozenset({"VBD", "VBZ", "VB"})
_VERBAL = frozenset({"VB", "VBZ", "VBD", "VBN", "VBG"})
_AUXILIARY = frozenset({"MODAL", "BE", "HAVE", "DO", "NEG", "ADV", "TO"})


class Group(NamedTuple):
    """A verb group: its tokens, the lexical verb, and what its auxiliaries say."""

    first: int
    last: int
    verb: int
    finite: bool
    infinitive: bool
    passive: bool
    progressive: bool
    perfect: bool
    modal: str
    negated: bool


def find_groups(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> list[Group]:
    """Return the verb groups of a sentence in order."""
    inside = {k for p in phrases for k in range(p.first, p.last)}
    groups: list[Group] = []
    i = 0
    while i < len(tokens):
        if i not in inside and (
            tokens[i].tag in _VERBAL or tokens[i].tag in {"MODAL", "BE", "HAVE", "DO", "TO", "NEG"}
        ):
            group = _group(tokens, i, inside)
            if group is not None:
                groups.append(group)
                i = group.last
                continue
        i += 1
    return groups


def _group(tokens: Sequence[Token], start: int, inside: set[int]) -> Group | None:
    i, verb = start, -1
    while i < len(tokens) and i not in inside:
        tag = tokens[i].tag
        if tag == "TO" and i > start:
            break
        if tag in _VERBAL:
            verb = i
            i += 1
            break
        if tag not in _AUXILIARY and not (tag == "QUOTE" and i > start):
            break
        i += 1
    words = tokens[start:i]
    if verb < 0:
        verb = next((k for k in range(i - 1, start - 1, -1) if tokens[k].tag in {"BE", "HAVE", "DO"}), -1)
        if verb < 0:
            return None
        i = verb + 1
        words = tokens[start:i]
    return _describe(tokens, start, i, verb, words)


def _describe(tokens: Sequence[Token], start: int, end: int, verb: int, words: Sequence[Token]) -> Group:
    tags = [t.tag for t in words]
    be = any(t.tag == "BE" for t in words if t.start < tokens[verb].start)
    form = tokens[verb].tag
    infinitive = "TO" in tags
    modal = next((t.lower for t in words if t.tag == "MODAL"), "")
    helped = any(t.tag in {"MODAL", "BE", "HAVE", "DO"} for t in words)
    finite = not infinitive and (helped or form in _FINITE) and not _bare_participle(words, form)
    return Group(
        start,
        end,
        verb,
        finite,
        infinitive,
        be and form in {"VBN", "VBD"},
        be and form == "VBG",
        any(t.tag == "HAVE" for t in words if t.start < tokens[verb].start),
        modal,
        any(t.tag == "NEG" for t in words) or modal == "cannot",
    )


def _bare_participle(words: Sequence[Token], form: str) -> bool:
    if form == "VBG" and not any(t.tag == "BE" and t.lower not in {"being", "be"} for t in words):
        return not any(t.tag == "MODAL" for t in words)
    if form == "VBN" and not any(t.tag in {"BE", "HAVE", "MODAL"} for t in words):
        return True
    return words[0].lower in {"being", "having"}
