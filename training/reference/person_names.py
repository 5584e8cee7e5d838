"""Repair of the names of office holders: stray words of titles, shouted surnames, cut fields."""

from __future__ import annotations

import html
import re
import unicodedata

from training.reference.tables import words

# Words of an office that the fact table left in front of a name. None of them is a given name.
_TITLE_WORDS = words("title")
_HONORIFICS = words("honorific")
_SECOND_SURNAMES = words("second surname")
_PATRONYMICS = words("patronymic")
_ROMAN = re.compile(r"[IVX]+$")


def repaired(name: str) -> str:
    """Return the person's name alone, in normal case."""
    text = re.sub(r"\s*\([^)]*\)?", "", html.unescape(name)).split(";")[0]
    parts = re.sub(r"\s+", " ", text).strip(" ,-").split(" ")
    while len(parts) > 1 and (parts[0] in _TITLE_WORDS or _is_honorific(parts)):
        parts = parts[1:]
    if parts[0] == "Sri" and len(parts) > 2:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1].lower() in {"ibn", "bin", "al", "al-", "bint"}:
        parts = parts[:-1]
    numerals = [place > 0 and bool(_ROMAN.fullmatch(part)) for place, part in enumerate(parts)]
    cased = [part if numeral else _cased(part) for part, numeral in zip(parts, numerals, strict=True)]
    return " ".join(cased).strip(" ,-")


def _is_honorific(parts: list[str]) -> bool:
    """Tell an honorific from a name: `Major` before a shouted surname alone may be a given name."""
    return parts[0].rstrip(".,").capitalize() in _HONORIFICS and len(parts) > 2 - parts[0].endswith(".")


def _cased(word: str) -> str:
    """Write the shouted parts of a word in normal case: McKINNON McKinnon, al-BASHIR al-Bashir."""
    if re.fullmatch(r"(?:[A-Z]\.)+|[A-Z]", word):
        return word
    if word in {"BIN", "BINT", "IBN"}:
        return word.lower()
    text = re.sub(r"[A-ZÀ-Þ]{2,}", lambda part: part.group().capitalize(), word)
    text = re.sub(r"(?<=[a-z]['’`])[A-Z]", lambda part: part.group().lower(), text)
    text = re.sub(r"^(?:Al|El)-", lambda part: part.group().lower(), text)
    return re.sub(r"^Mc([a-z])", lambda part: "Mc" + part.group(1).upper(), text)


def surname(name: str, given: str, family_first: bool) -> str:
    """Choose the surname: the source's, else the last word, or the first where names begin with it."""
    if given:
        return _as_in(name, " ".join(word for word in given.split() if word != "Ussr"))
    parts = [part for part in name.partition(",")[0].split() if part not in {"Jr.", "Jr", "Sr."}]
    return parts[0] if family_first else parts[-1]


def shortened(name: str, family: str, entity: str) -> str:
    """Leave out what news leaves out: a mother's surname, a patronymic."""
    if entity in _SECOND_SURNAMES and family in name:
        return name[: name.index(family) + len(family)]
    parts = name.split()
    if entity in _PATRONYMICS and len(parts) == 3 and re.search(r"(?:[iy]ch|vna)$", parts[1]):
        return f"{parts[0]} {parts[2]}"
    return name


def alike(first: str, second: str) -> bool:
    """Tell whether two names of one surname are one person's: one within the other, initials aside."""
    words_of = [plain(name).split() for name in (first, second)]
    if words_of[0][0] != words_of[1][0]:
        return False
    initials = [{word for word in part if len(word) == 1} for part in words_of]
    full = [{word for word in part if len(word) > 1} for part in words_of]
    if initials[0] and initials[1] and initials[0] != initials[1]:
        return False
    return full[0] <= full[1] or full[1] <= full[0]


def _as_in(name: str, given: str) -> str:
    """Give the surname the case it has in the name, and drop numerals of commoners."""
    found = re.search(rf"(?<!\w){re.escape(given)}(?!\w)", name, re.IGNORECASE)
    if found:
        return found.group()
    last = [word for word in name.split() if plain(word) and plain(word) in plain(given).split()]
    return last[0] if last else given


def plain(text: str) -> str:
    """Fold a name for comparison: no accents, no case, letters only."""
    folded = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^a-z ]", "", "".join(c for c in folded if not unicodedata.combining(c)).lower()).strip()
