"""What a user types into a search box, as terms that no query language can misread."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TERM = re.compile(r'"([^"]*)"|(\S+)')
# FTS5 allows expressions 256 deep and PostgreSQL words of 2 KB; no question needs as much.
_MOST_TERMS = 32
_LONGEST_TERM = 200


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase to be found; ``prefix`` where the last word may go on (``sanction*``)."""

    text: str
    prefix: bool = False


def terms_of(query: str) -> tuple[Term, ...]:
    """Return the terms of a query, all of which must be found; at most 32 of 200 characters each.

    Words in double quotes are a phrase; a word that ends in ``*`` is a prefix; everything else, operators
    of query languages included, is taken literally.
    """
    clean = query.replace("\0", " ").encode("utf-8", "ignore").decode()
    found = (_term(phrase or word) for phrase, word in _TERM.findall(clean))
    return tuple(term for term in found if any(map(str.isalnum, term.text)))[:_MOST_TERMS]


def _term(text: str) -> Term:
    bare = text.replace('"', " ").strip()
    prefix = bare.endswith("*") and bare[-2:-1].isalnum()
    return Term(bare.rstrip("*")[:_LONGEST_TERM], prefix)
