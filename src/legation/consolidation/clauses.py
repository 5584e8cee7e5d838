"""The clause that tells a claim, lifted verbatim out of its passage, with pronouns made into names."""

from __future__ import annotations

import re

from legation.consolidation.extents import clause_length, clause_start
from legation.consolidation.naming import everyone, named
from legation.ontology.loading import spaced
from legation.records import Actor, AttributionKind, Claim, Kind, Modality

_LONGEST = 34
_SUBJECT_LONGEST = 16
_BE = frozenset(["is", "are", "was", "were"])
_AUXILIARY = _BE | frozenset(spaced("has have had will would may might could did does do can should must"))
_IRREGULAR = frozenset(
    spaced(
        "began broke brought built bought came chose cut drew drove fell felt fought found froze gave got "
        "grew held hit kept knew laid led left lent let lost made met meant paid put quit ran read rose "
        "said sank saw sent set shook shot shut sold sought spent split spoke stole stood struck swore "
        "took threw told thought went withdrew withheld won wore wrote struck forbade forgave hid bade "
        "tore became bound cast dealt dug fed fled flew shed sped stuck swept taught wound spread rode "
        "overthrew upheld undertook underwent broadcast bid beat bit"
    )
)
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ON_WEEKDAY = re.compile(
    rf"\s+(?:late |early )?on {_WEEKDAY}(?: (?:morning|afternoon|evening|night))?(?=[\s,.;]|$)", re.IGNORECASE
)
_POSSESSIVES = frozenset(["its", "their", "his", "her"])
_PRONOUNS = _POSSESSIVES | frozenset(spaced("it they them he him she we us which who"))
_DANGLING = re.compile(
    r"(?:it|they|he|she|we|this|that|these|those|its|their|his|her|who|which|there)\b", re.IGNORECASE
)
_COORDINATED = re.compile(r"\b(?:and|but|or)\s*(?:also|then|again)?\s*\Z")
_RELATIVE = re.compile(r"\A\s*(?:,\s*(?:which|who)?)?\s*\Z")
_WHICH = re.compile(r"\b(?:which|who)\s*\Z")
_QUOTES = str.maketrans("", "", "\"“”'‘’")


def clause(claim: Claim) -> str | None:
    """Return "who did what" in the words of the passage, without a full stop; None where it reads badly."""
    start = claim.trigger_start - claim.passage.start
    if not 0 <= start < len(claim.passage.exact):
        return None
    subject = _subject(claim, start) or _before(claim, start)
    if not subject:
        return None
    told = _predicate(claim, start, after_be=subject.split()[-1] in _BE)
    if not told or (claim.kind == Kind.STATEMENT and len(told.split()) < 3):
        return None
    comma = "," if subject.endswith(",") and ("," in told or subject.count(",") > 1) else ""
    whole = _undated(_unhedged(f"{subject.strip(' ,')}{comma} {told}", claim), claim)
    return whole if _balanced(whole) else None


def trimmed(text: str, words: int = 40) -> str:
    """Return a text on one line, cut after so many words with an ellipsis."""
    parts = text.split()
    return " ".join(parts) if len(parts) <= words else f"{' '.join(parts[:words]).rstrip(',;:')} …"


# -- the subject ------------------------------------------------------------------------------------


def _subject(claim: Claim, start: int) -> str | None:
    """Return the claim's actors where they stand before the verb, with the words between."""
    offset, text = claim.passage.start, claim.passage.exact
    before = [a for a in claim.actors if offset <= a.start and a.end - offset <= start]
    if not before:
        return None
    first, last = min(a.start for a in before) - offset, max(a.end for a in before) - offset
    between = text[last:start]
    if text[:first].rstrip().lower().endswith("what") or re.search(r"[.;:\"“”]\s", between):
        return None
    names = _names(claim, before, text[first:last])
    is_whole = not re.search(r"\bof\s+(?:the\s+)?\Z", text[:first])
    if names and is_whole and (_is_adverbial(between) or _COORDINATED.search(between) or _is_apposition(between)):
        extra = between if _is_adverbial(between) and not _RELATIVE.match(between) else ""
        return f"{names} {extra.strip(' ,')}".strip()
    if len(text[first:start].split()) > _SUBJECT_LONGEST or _has_bare_verb(claim, between):
        return None
    return _verbatim_subject(claim, before, text[first:start], between)


def _names(claim: Claim, actors: list[Actor], inside: str) -> str | None:
    """Return the actors' names, where nothing but commas and "and" stands between their mentions."""
    if any(a.text.lower() in _POSSESSIVES for a in actors):
        return None
    for actor in sorted(actors, key=lambda a: -len(a.text)):
        inside = inside.replace(actor.text, " ")
    if re.sub(r"\b(?:and|the|both|of|with)\b|[,&/-]", " ", inside).strip():
        return None
    return everyone(actors, claim.passage)


def _is_adverbial(between: str) -> bool:
    if _RELATIVE.match(between):
        return True
    words = _ON_WEEKDAY.sub(" ", f" {between.strip(' ,')} ").split()
    return len(words) <= 2 and all(
        w.endswith("ly") or w in {"also", "then", "later", "again", "earlier"} for w in words
    )


def _is_apposition(between: str) -> bool:
    return bool(re.fullmatch(r"\s*,[^,]{2,80},\s*", between)) and not re.match(
        r"\s*,\s*(?:who|which|for|in|on|at)\b", between
    )


def _has_bare_verb(claim: Claim, between: str) -> bool:
    """Tell whether an infinitive's subject is another ("as rivals prepare [to reopen]")."""
    start = claim.trigger_start - claim.passage.start
    if not claim.passage.exact[start:].startswith("to "):
        return False
    return between.split()[-1:] not in [[form] for form in _BE]


def _verbatim_subject(claim: Claim, actors: list[Actor], whole: str, between: str) -> str | None:
    first = min(actors, key=lambda a: a.start)
    if first.text.lower() in _PRONOUNS:
        tail = whole[len(first.text) :]
        owner = "’s" if first.text.lower() in _POSSESSIVES else ""
        return f"{everyone([a for a in actors if a.start == first.start])}{owner}{tail}".strip()
    if re.match(r"\s*(?:to|that|for|on|in|with|from|against)\b", between) or _DANGLING.match(whole):
        return None
    return _with_article(claim, first.start - claim.passage.start) + whole.strip()


def _with_article(claim: Claim, at: int) -> str:
    before = re.search(
        r"\b(?:the|an?)\s+(?:[\w-]+\s+){0,3}?(?:of\s+(?:the\s+)?)?\Z", claim.passage.exact[: max(0, at)], re.IGNORECASE
    )
    found = before.group() if before else ""
    return found[:1].lower() + found[1:] if found.split()[1:] == [] or " of " in found else ""


def _before(claim: Claim, start: int) -> str | None:
    """Return the words from where the verb's clause begins, where the claim's actor is not among them."""
    text = claim.passage.exact[:start]
    begin = clause_start(text)
    if re.search(r"\bwhat\s", text[begin:]):
        return None
    whole = text[begin:].strip(" ,")
    words = whole.split()
    if not words or len(words) > _SUBJECT_LONGEST or _DANGLING.match(whole) or _COORDINATED.search(whole):
        return None
    if _is_verb(words[0]) or _has_bare_verb(claim, whole):
        return None
    return _with_names(claim, begin, start).strip()


def _is_verb(word: str) -> bool:
    return word in _IRREGULAR or word in _AUXILIARY or (word.islower() and word.endswith("ed"))


# -- the predicate ----------------------------------------------------------------------------------


def _predicate(claim: Claim, start: int, *, after_be: bool) -> str | None:
    text = claim.passage.exact
    end = start + clause_length(text[start:], to_comma=bool(_WHICH.search(text[:start])))
    told = _with_names(claim, start, end).strip(" ,;:—–")
    told = told if after_be and told.startswith("to ") else _finite(told, claim.modality) or ""
    return trimmed(told, _LONGEST) or None


def _finite(told: str, modality: Modality) -> str | None:
    """Return the predicate as the main clause of a sentence has it: "to send" becomes "will send"."""
    first, _, rest = told.partition(" ")
    word = first.lower()
    if word in {"would", "to"} and modality == Modality.FUTURE:
        return f"will {rest}"
    if word.endswith("ly") and len(rest.split()) > 1:
        inner = _finite(rest, modality)
        return inner and f"{first} {inner}"
    if word in _AUXILIARY or word in _IRREGULAR or (word.endswith("ed") and len(word) > 3):
        return told
    return told if modality != Modality.FUTURE and re.fullmatch(r"[a-z]{3,}(?<!s)s", word) else None


def _with_names(claim: Claim, start: int, end: int) -> str:
    """Return a stretch of the passage with pronouns for parties of the claim made into their names."""
    text, offset, out, at = claim.passage.exact, claim.passage.start, "", start
    known = {a.start: a for a in (*claim.actors, *claim.recipients) if a.code}
    for begin in sorted(known):
        actor = known[begin]
        if begin - offset < at or actor.end - offset > end or actor.text.lower() not in _PRONOUNS:
            continue
        owner = "’s" if actor.text.lower() in _POSSESSIVES else ""
        out += text[at : begin - offset] + named(actor, claim.passage) + owner
        at = actor.end - offset
    return out + text[at:end]


def _unhedged(told: str, claim: Claim) -> str:
    """Leave out "reportedly" and its like: the word of caution stands behind the sentence."""
    for link in claim.attribution:
        if link.kind == AttributionKind.HEDGE and link.cue.lower().endswith("ly"):
            told = re.sub(rf"\s*\b{re.escape(link.cue)}\b,?", "", told, flags=re.IGNORECASE)
    return told.strip()


def _undated(text: str, claim: Claim) -> str:
    """Leave out "on Tuesday": the day stands beside the sentence."""
    return " ".join(_ON_WEEKDAY.sub("", text).split()) if claim.when.start else " ".join(text.split())


def _balanced(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and bool(text.translate(_QUOTES).strip())
