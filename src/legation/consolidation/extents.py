"""Where a clause begins and ends in running text."""

from __future__ import annotations

import re

from legation.ontology.loading import spaced

_BREAKS = frozenset(
    spaced(
        "who which whose where when while but yet though although because as after before since according "
        "adding saying leaving ending despite unless if so even"
    )
)
_SAYING = (
    r"(?:said|says|reported|reports|told|added|wrote|announced|stated|noted|according|promised|warned|cautioned"
    r"|quoted|insisted)"
)
_TAIL = re.compile(rf"\A(?:[^,;]{{0,90}}\s)?{_SAYING}\b")
_OF_WHICH = re.compile(r"\w+ (?:which|whom|whose)\b")
_NEW_SUBJECT = re.compile(
    r"\s(?:and|but|while) (?=(?:(?:the|its|their|his|her|a|an)\s\S+|it|they|he|she|[A-Z]\S*)"
    r"(?: \S+){0,4}? (?:has|have|had|is|are|was|were|will|would|\w{3,}ed|said|took|began|sent)\b)"
)
_STOP = re.compile(r"[.!?](?=[\s”\"’]|$)|[;—–]|, |: ")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Dr|St|Gen|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|[ap]\.m)\Z")
_BEGIN = re.compile(r"[;:—–]\s|, |\b(?:that|but|while|when|as|because|after|before|since) |[.!?”\"]\s+(?=[A-Z“])")


def clause_length(text: str, *, to_comma: bool = False) -> int:
    """Return how far a clause that begins a text reaches, in characters; ``to_comma``: not beyond a comma."""
    new_subject = _NEW_SUBJECT.search(text)
    limit = new_subject.start() if new_subject else len(text)
    listing = False
    for mark in _STOP.finditer(text, 0, limit):
        at = mark.start()
        if mark.group() == "." and _ABBREVIATED.search(text[:at]):
            continue
        if mark.group() != ", " or to_comma or _breaks(text[mark.end() :], listing=listing):
            return at
        listing = True
    return limit


def _breaks(following: str, *, listing: bool) -> bool:
    """Tell whether a new clause or an attribution begins behind a comma."""
    word = re.match(r"[\w’'-]*", following)
    first = word.group().lower() if word else ""
    if first in _BREAKS or (first.endswith("ing") and len(first) > 5):
        return True
    if first in {"and", "or"}:
        return not listing
    return bool(_TAIL.match(following) or _OF_WHICH.match(following))


def clause_start(text: str) -> int:
    """Return where the clause begins that a text breaks off in, in characters.

    A stretch of one comma's length that holds no word is passed over ("Hajizada, | rejected").
    """
    marks = [m for m in _BEGIN.finditer(text) if not (m.group()[0] == "." and _ABBREVIATED.search(text[: m.start()]))]
    for mark in reversed(marks):
        if text[mark.end() :].strip(" ,"):
            return mark.end()
    return 0
