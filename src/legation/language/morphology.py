"""Forms of English verbs and nouns, made from the word lists in ``language/lexicon``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

_VOWELS = "aeiou"


class VerbForm(NamedTuple):
    """What a word can be as a verb: base form and one of VB VBZ VBD VBN VBG."""

    lemma: str
    form: str


def _lines(name: str) -> list[str]:
    text = (files("legation.language") / "lexicon" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> list[str]:
    return [word for line in _lines(name) for word in line.split()]


@cache
def closed_words() -> dict[str, str]:
    """Return word -> tag for the closed classes; a later class wins where a word stands in two."""
    text = (files("legation.language") / "lexicon" / "closed_words.yml").read_text(encoding="utf-8")
    table: dict[str, list[str]] = yaml.safe_load(text)
    return {str(word): tag for tag, words in table.items() for word in words}


@cache
def ambiguous_nouns() -> frozenset[str]:
    """Return words that look like verb forms and are mostly nouns or adjectives."""
    return frozenset(_words("ambiguous_nouns.txt"))


def _s_form(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2:-1] not in _VOWELS else verb + "s"


def _stem(verb: str, doubling: frozenset[str]) -> str:
    if verb.endswith("e"):
        return verb[:-1]
    return verb + verb[-1] if verb in doubling else verb


def regular_forms(verb: str, doubling: frozenset[str] = frozenset()) -> dict[str, str]:
    """Return form name -> word for a regular verb (VBD stands for the participle too)."""
    stem = _stem(verb, doubling)
    past = verb[:-1] + "ied" if verb.endswith("y") and verb[-2:-1] not in _VOWELS else stem + "ed"
    ing = verb[:-2] + "ying" if verb.endswith("ie") else (verb if verb.endswith("ee") else stem) + "ing"
    return {"VB": verb, "VBZ": _s_form(verb), "VBD": past, "VBG": ing}


@cache
def verb_forms() -> dict[str, tuple[VerbForm, ...]]:
    """Return word -> its readings as a verb form; a regular past is VBD and may be read as VBN."""
    doubling = frozenset(_words("doubling_verbs.txt"))
    table: dict[str, list[VerbForm]] = {}
    irregular = set()
    for line in _lines("irregular_verbs.txt"):
        base, past, participle = line.split()
        irregular.add(base)
        ing = regular_forms(base, frozenset(w for w in (base,) if _doubles(base)))["VBG"]
        readings = [(base, "VB"), (_s_form(base), "VBZ"), (past, "VBD"), (participle, "VBN"), (ing, "VBG")]
        for word, form in readings:
            table.setdefault(word, []).append(VerbForm(base, form))
    for base in dict.fromkeys(_words("verbs.txt")):
        if base not in irregular:
            for form, word in regular_forms(base, doubling).items():
                table.setdefault(word, []).append(VerbForm(base, form))
            if base.endswith("l") and base[-2:-1] in _VOWELS:  # initialled, initialed
                for form, word in regular_forms(base, frozenset({base})).items():
                    table.setdefault(word, []).append(VerbForm(base, form))
            if base in doubling and base.endswith("l"):  # canceled, canceling
                for form, word in regular_forms(base).items():
                    table.setdefault(word, []).append(VerbForm(base, form))
    return {word: tuple(dict.fromkeys(forms)) for word, forms in table.items()}


def _doubles(base: str) -> bool:
    """Irregular verbs of one short syllable double: cut, hit, run, sit, win; also begin, forbid."""
    if base in {"begin", "forbid", "forget", "quit"}:
        return True
    short = len(base) <= 4 and base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS
    return short and (len(base) < 3 or base[-3] not in _VOWELS)


def singular(noun: str) -> str:
    """Return the singular of an English plural by its ending, the word itself where it has none."""
    if noun.endswith("men") and len(noun) > 4 and noun not in {"specimen", "regimen"}:
        return noun[:-2] + "an"
    if len(noun) < 4 or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return {"men": "man", "women": "woman", "people": "people"}.get(noun, noun)
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes", "zes")):
        return noun[:-2]
    return noun[:-1]
