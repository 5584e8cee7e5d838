"""Base noun phrases, title grammar within them, and coordination between them."""

from __future__ import annotations

from collections.abc import Sequence

from legation.language.control import CONTENT_VERBS
from legation.records.syntax import Mention, Phrase, Token

_INSIDE = frozenset({"DET", "POSS", "NUM", "ADJ", "NOUN", "NAME", "DEM", "GEN"})
_VERBAL = frozenset({"VB", "VBD", "VBZ", "VBN", "BE"})
_FINITE = frozenset({"MODAL", "BE", "HAVE", "DO", "VBD", "VBZ"})
_GLUED = frozenset(
    "secretary minister ministers ministry department president chief head chairman chairwoman chair commander"
    " director bank court house council prince king sultan emir duke speaker commissioner ambassador republic"
    " kingdom university institute organization organisation association union league community treaty"
    " congress board bureau office group front party army movement church government parliament office".split()
)
_PARTICLES = frozenset({"up", "off", "out", "down"})
_GLUE = frozenset({"of", "for", "to"})


def find_phrases(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Phrase]:
    """Return the base noun phrases of a sentence in order, with their prepositions and coordinations."""
    covered = {k for m in mentions for k in range(m.first, m.last)}
    spans: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        if tokens[i].tag == "PRON":
            spans.append((i, i + 1))
            i += 1
        elif _starts(tokens, i):
            end = _extend(tokens, i, covered)
            spans.append((i, end))
            i = end
        else:
            i += 1
    return _joined(tokens, spans)


def _starts(tokens: Sequence[Token], i: int) -> bool:
    tag = tokens[i].tag
    if tag == "TIME":
        return i + 2 < len(tokens) and tokens[i + 1].tag == "GEN" and tokens[i + 2].tag in _INSIDE
    return tag in _INSIDE and tag != "GEN"


def _extend(tokens: Sequence[Token], start: int, covered: set[int]) -> int:
    i = start + 1
    count = len(tokens)
    while i < count:
        token, before = tokens[i], tokens[i - 1]
        if token.tag in _INSIDE and not _breaks(tokens, i, start):
            i += 1
        elif token.text == "-" and before.end == token.start and i + 1 < count and tokens[i + 1].start == token.end:
            i += 2
        elif (
            (token.tag in {"VBN", "VBD"} and tokens[i - 1].text == "-")
            or _glues(tokens, i)
            or (i in covered and i - 1 in covered)
            or _premodifier_list(tokens, i)
        ):
            i += 1
        elif token.tag in {"VBG", "ADV"} and before.tag in {"DET", "POSS", "GEN"} and i + 1 < count:
            i += 1 if tokens[i + 1].tag in {"NOUN", "ADJ", "NAME"} else 0
            if tokens[i - 1] is before:
                break
        elif token.tag == "QUOTE" and _quoted_inside(tokens, i, start):
            i += 1
        else:
            break
    return i


def _breaks(tokens: Sequence[Token], i: int, start: int) -> bool:
    """A determiner or possessive inside opens a new phrase ("gave Iran the right")."""
    token, before = tokens[i], tokens[i - 1]
    if token.tag in {"DET", "POSS"}:
        return before.tag != "DET" or token.tag == "POSS"
    if token.tag == "NUM" and before.tag in {"NOUN", "NAME"} and before.tag != "DET":
        return before.tag == "NOUN" or before.lower == "may"
    if before.tag == "TIME":
        return token.tag != "GEN"
    return i > start + 40


def _glues(tokens: Sequence[Token], i: int) -> bool:
    """ "Secretary of State Antony Blinken", "Ministry of Defence": one phrase, not two."""
    if tokens[i].lower not in _GLUE or i + 1 >= len(tokens):
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    follows = after.text[0].isupper() or (
        after.lower == "the" and i + 2 < len(tokens) and tokens[i + 2].text[0].isupper()
    )
    return before.lower in _GLUED and before.text[0].isupper() and follows


def _premodifier_list(tokens: Sequence[Token], i: int) -> bool:
    """ "Hungarian and Romanian officials": demonyms joined before their noun stay in one phrase."""
    if tokens[i].tag != "CONJ" and tokens[i].text != ",":
        return False
    if tokens[i - 1].tag != "DEM" or i + 2 >= len(tokens) or tokens[i + 1].tag not in {"DEM", "CONJ"}:
        return False
    return any(t.tag in {"NOUN", "ADJ", "NAME"} for t in tokens[i + 2 : i + 4])


def _quoted_inside(tokens: Sequence[Token], i: int, start: int) -> bool:
    """A quotation mark inside a phrase: 'a “strategic partnership commission”'."""
    if tokens[i - 1].tag not in {"DET", "POSS", "ADJ", "DEM", "GEN", "NOUN", "NAME"} or i + 1 >= len(tokens):
        return False
    opens = tokens[i].text in {"“", '"', "‘", "``"} and not any(tokens[k].tag == "QUOTE" for k in range(start, i))
    closes = any(tokens[k].tag == "QUOTE" for k in range(start, i))
    return (opens and tokens[i + 1].tag in {"NOUN", "NAME", "ADJ", "DEM"}) or closes


def _head(tokens: Sequence[Token], first: int, last: int) -> int:
    for k in range(last - 1, first - 1, -1):
        if tokens[k].tag in {"NOUN", "NAME", "DEM"}:
            return k
    return last - 1


def _prep(tokens: Sequence[Token], first: int) -> str:
    k = first - 1
    while k >= 0 and tokens[k].tag in {"QUOTE", "ADV"}:
        k -= 1
    if k >= 1 and tokens[k].lower in _PARTICLES and tokens[k - 1].tag in _VERBAL:
        return ""  # "set up a commission", "broke off relations": the particle is the verb's
    if k >= 0 and tokens[k].tag in {"PREP", "TO"}:
        return tokens[k].lower
    if k >= 1 and tokens[k].tag == "VBG" and tokens[k].lower in {"including", "following", "concerning"}:
        return tokens[k].lower
    return ""


def _joined(tokens: Sequence[Token], spans: list[tuple[int, int]]) -> list[Phrase]:
    joined: dict[int, tuple[int, ...]] = {}
    verbs = [k for k, t in enumerate(tokens) if t.tag in _VERBAL]
    for index in range(len(spans) - 1):
        chain = _chain(tokens, spans, index)
        if chain and not _two_clauses(tokens, spans, index, chain[-1], verbs):
            joined[index] = chain
    phrases = []
    for index, (first, last) in enumerate(spans):
        phrases.append(
            Phrase(
                index,
                first,
                last,
                _head(tokens, first, last),
                _prep(tokens, first),
                tokens[first].tag == "PRON",
                joined.get(index, ()),
            )
        )
    return phrases


def _ends_opening(tokens: Sequence[Token], spans: list[tuple[int, int]], index: int, k: int) -> bool:
    """ "With days left to the administration, Armenia and …": the comma closes an opening phrase, no list."""
    first = spans[index][0]
    opened = first > 0 and tokens[0].tag in {"PREP", "TO"} and tokens[first - 1].tag in {"PREP", "TO"}
    return opened and k == index and not any(t.tag in _FINITE - {"VBD"} for t in tokens[:first])


def _two_clauses(
    tokens: Sequence[Token], spans: list[tuple[int, int]], index: int, last: int, verbs: list[int]
) -> bool:
    """ "rejected the plan, and Iraq accepted it": what stands after "and" is the subject of a new clause."""
    end = spans[last][1]
    while end < len(tokens) and tokens[end].tag in {"ADV", "TIME"}:
        end += 1
    if end >= len(tokens) or tokens[end].tag not in _FINITE:
        return False
    earlier = [k for k in verbs if k < spans[index][0]]
    if not earlier:
        return False
    comma = tokens[spans[last][0] - 2].text == ","
    direct = earlier[-1] + 1 == spans[index][0] and tokens[earlier[-1]].lemma in CONTENT_VERBS
    follows = direct or tokens[spans[index][0] - 1].lower == "that"
    return comma or not (follows or tokens[spans[index][0] - 1].tag in {"PREP", "TO"})


def _chain(tokens: Sequence[Token], spans: list[tuple[int, int]], index: int) -> tuple[int, ...]:
    """The phrases joined to this one by commas and a last "and"."""
    members: list[int] = []
    k = index
    while k + 1 < len(spans):
        between = [t for t in tokens[spans[k][1] : spans[k + 1][0]] if t.tag != "QUOTE"]
        words = [t.lower for t in between]
        if words in (["and"], [",", "and"], ["&"], ["or"], ["as", "well", "as"]):
            members.append(k + 1)
            return tuple(members)
        if words == [","] and len(members) < 8 and not _ends_opening(tokens, spans, index, k):
            members.append(k + 1)
            k += 1
            continue
        return ()
    return ()
