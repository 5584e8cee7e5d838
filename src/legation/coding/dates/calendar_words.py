"""Words of the calendar and numbers in words, for the grammar of dates."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
            ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (("monday", "mon"), ("tuesday", "tues", "tue"), ("wednesday", "wed"), ("thursday", "thurs", "thu"),
         ("friday", "fri"), ("saturday", "sat"), ("sunday", "sun"))
    )
    for name in names
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAYPARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "DE", "century": "CE", "fortnight": "FN",
}  # fmt: skip
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
NUMBERS = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
NUMBERS |= {"a": 1, "an": 1, "hundred": 100, "couple": 2, "dozen": 12}
VAGUE = frozenset({"several", "few", "many", "some", "recent", "coming", "various"})


def number(word: str) -> int | None:
    """Return the number that digits or words name ("twenty-four", "40", "nineteen ninety-six"), None for none."""
    text = word.lower().replace(",", "").strip()
    if text.isdigit():
        return int(text)
    parts = text.replace("-", " ").split()
    values = [NUMBERS.get(part) for part in parts if part not in {"of", "a", "and"} or len(parts) == 1]
    known = [value for value in values if value is not None]
    if not known or len(known) != len(values):
        return None
    if len(known) >= 2 and 10 <= known[0] < 100 and known[1] >= 10:  # nineteen ninety-six
        return known[0] * 100 + sum(known[1:])
    if "thousand" in parts:
        return None
    return sum(known)
