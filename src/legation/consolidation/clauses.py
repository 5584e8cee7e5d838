"""The clause that tells a claim, lifted verbatim out of its passage, with pronouns made into names."""

from __future__ import annotations

import re

from legation.consolidation.naming import everyone, named
from legation.records import Actor, Claim, Modality

_LONGEST = 34
_SUBJECT_LONGEST = 14
_AUXILIARY = frozenset("has have had is are was were will would may might could did does do can should must".split())
_IRREGULAR = frozenset(
    "began broke brought built bought came chose cut drew drove fell felt fought found froze gave got grew held hit kept"
    " knew laid led left lent let lost made met meant paid put quit ran read rose said sank saw sent set shook shot shut sold"
    " sought spent split spoke stole stood struck swore took threw told thought went withdrew withheld won wore wrote struck"
    " forbade forgave hid bade tore became bound cast dealt dug fed fled flew shed sped stuck swept taught wound spread rode"
    " overthrew upheld undertook underwent broadcast bid beat bit".split()
)
_BREAKS = frozenset(
    "who which whose where when while but yet though although because as after before since according adding saying"
    " leaving ending despite unless if so".split()
)
_SAYING = r"(?:said|says|reported|reports|told|added|wrote|announced|stated|noted|according|promised|warned|cautioned)"
_TAIL = re.compile(rf"^(?:[^,;]{{0,90}}\s)?{_SAYING}\b")
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ON_WEEKDAY = re.compile(
    rf"\s+(?:late |early )?on {_WEEKDAY}(?: (?:morning|afternoon|evening|night))?(?=[\s,.;]|$)", re.IGNORECASE
)
_NEW_SUBJECT = re.compile(
    r"\s(?:and|but|as|while) (?=(?:the|its|their|his|her|a|an|it|they|he|she|[A-Z])\S*"
    r"(?: \S+){0,5}? (?:has|have|had|is|are|was|were|will|would|\w{3,}ed|said|took|began|sent)\b)"
)
_POSSESSIVES = frozenset("its their his her".split())
_PRONOUNS = _POSSESSIVES | frozenset("it they them he she him we us which who".split())
_QUOTES = str.maketrans("", "", "\"“”'‘’")


def clause(claim: Claim) -> str | None:
    """Return "who did what" in the words of the passage, without a full stop; None where it reads badly.

    None also for passives without a named agent before them, for nouns, gerunds and bare infinitives.
    """
    start = claim.trigger_start - claim.passage.start
    text = claim.passage.exact
    if not 0 <= start < len(text):
        return None
    subject = _subject(claim, text, start)
    predicate = _predicate(claim, text, start)
    if not subject or not predicate:
        return None
    whole = _undated(f"{subject} {predicate}", claim)
    return whole if _balanced(whole) else None


def predicate(claim: Claim) -> str | None:
    """Return the verb group of a claim with what follows it in its clause, or None."""
    start = claim.trigger_start - claim.passage.start
    return _predicate(claim, claim.passage.exact, start) if 0 <= start < len(claim.passage.exact) else None


def trimmed(text: str, words: int = 40) -> str:
    """Return a text on one line, cut after so many words with an ellipsis."""
    parts = text.split()
    return " ".join(parts) if len(parts) <= words else f"{' '.join(parts[:words]).rstrip(',;:')} …"


# -- the subject ------------------------------------------------------------------------------------


def _subject(claim: Claim, text: str, start: int) -> str | None:
    offset = claim.passage.start
    before = [a for a in claim.actors if offset <= a.start and a.end - offset <= start]
    if not before:
        return None
    first = min(a.start for a in before) - offset
    last = max(a.end for a in before) - offset
    between = text[last:start]
    if len(text[first:start].split()) > _SUBJECT_LONGEST + 4 * len(before) or re.search(r"[.;:\"“”]\s", between):
        return None
    names = _names(claim, before, text, first, last)
    if _is_adverbial(between) and names:
        return f"{names} {between.strip()}".strip(" ,")
    return _verbatim_subject(claim, before, text[first:start], between)


def _names(claim: Claim, actors: list[Actor], text: str, first: int, last: int) -> str | None:
    """The actors' names, where nothing but commas and "and" stands between their mentions."""
    if any(a.text.lower() in _POSSESSIVES for a in actors):
        return None
    inside = text[first:last]
    for actor in sorted(actors, key=lambda a: -len(a.text)):
        inside = inside.replace(actor.text, " ")
    if re.sub(r"\b(?:and|the|both|of|with)\b|[,&/-]", " ", inside).strip():
        return None
    return everyone(actors, claim.passage)


def _is_adverbial(between: str) -> bool:
    words = _ON_WEEKDAY.sub(" ", f" {between.strip(' ,')} ").split()
    return len(words) <= 2 and all(w.endswith("ly") or w in {"also", "then", "later", "again", "earlier"} for w in words)


def _verbatim_subject(claim: Claim, actors: list[Actor], whole: str, between: str) -> str | None:
    first = min(actors, key=lambda a: a.start)
    if first.text.lower() in _PRONOUNS:
        tail = whole[len(first.text) :]
        owner = "’s" if first.text.lower() in _POSSESSIVES else ""
        return f"{everyone([a for a in actors if a.start == first.start])}{owner}{tail}".strip()
    if re.match(r"\s*(?:to|that|for|on|in|with|from|against)\b", between):
        return None
    preceding = claim.passage.exact[: max(0, first.start - claim.passage.start)]
    article = re.search(r"\b(the|a|an)\s+$", preceding, re.IGNORECASE)
    return f"{article.group(1).lower() + ' ' if article else ''}{whole.strip()}"


# -- the predicate ----------------------------------------------------------------------------------


def _predicate(claim: Claim, text: str, start: int) -> str | None:
    end = start + clause_length(text[start:])
    told = _with_names(claim, text, start, end).strip(" ,;:—–")
    told = trimmed(_finite(told, claim.modality) or "", _LONGEST)
    return told or None


def _finite(told: str, modality: Modality) -> str | None:
    """The predicate as the main clause of a sentence has it: "to send" becomes "will send"."""
    first, _, rest = told.partition(" ")
    word = first.lower()
    if word == "would" and modality == Modality.FUTURE:
        return f"will {rest}"
    if word == "to" and modality == Modality.FUTURE:
        return f"will {rest}"
    if word in _AUXILIARY or word in _IRREGULAR or (word.endswith("ed") and len(word) > 3):
        return told
    return told if modality != Modality.FUTURE and re.fullmatch(r"[a-z]{3,}(?<!s)s", word) else None


def clause_length(text: str) -> int:
    """Return how far a clause that begins a text reaches, in characters."""
    new_subject = _NEW_SUBJECT.search(text)
    limit = new_subject.start() if new_subject else len(text)
    kept_comma = False
    for mark in re.finditer(r"[.!?](?=[\s”\"’]|$)|[;—–]|, |: ", text):
        at = mark.start()
        if at >= limit:
            break
        if mark.group() != ", ":
            if mark.group() == "." and re.search(r"\b(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Dr|St|Gen|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No)$", text[:at]):
                continue
            return at
        if _breaks(text[mark.end() :], listing=kept_comma):
            return at
        kept_comma = True
    return limit


def _breaks(following: str, *, listing: bool) -> bool:
    word = re.match(r"[\w’'-]*", following)
    first = word.group().lower() if word else ""
    if first in _BREAKS or (first.endswith("ing") and len(first) > 5):
        return True
    if first in {"and", "or"}:
        return not listing
    return bool(_TAIL.match(following))


def _with_names(claim: Claim, text: str, start: int, end: int) -> str:
    """The stretch with pronouns that stand for parties of the claim made into their names."""
    offset, out, at = claim.passage.start, "", start
    known = {a.start: a for a in (*claim.actors, *claim.recipients)}
    for begin in sorted(known):
        actor = known[begin]
        if begin - offset < at or actor.end - offset > end or actor.text.lower() not in _PRONOUNS:
            continue
        owner = "’s" if actor.text.lower() in _POSSESSIVES else ""
        out += text[at : begin - offset] + named(actor, claim.passage) + owner
        at = actor.end - offset
    return out + text[at:end]


def _undated(text: str, claim: Claim) -> str:
    """Without "on Tuesday": the day stands beside the sentence."""
    return " ".join(_ON_WEEKDAY.sub("", text).split()) if claim.when.start else " ".join(text.split())


def _balanced(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and bool(text.translate(_QUOTES).strip())
