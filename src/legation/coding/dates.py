"""Time expressions in a text and their values against the day of publication.

The grammar is ours; values follow ISO-TimeML (TIMEX3).  Rules only: fast, deterministic, no guessing
where the day of publication is unknown (the value then says XXXX).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from legation.coding.calendar_words import DAYPARTS, MONTHS, ORDINALS, SEASONS, UNITS, WEEKDAYS, number
from legation.records import DateExpression, Precision

_MONTH = r"(?P<month>(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?|january|february|march|april|may|june|july|august|september|october|november|december)"
_WEEKDAY = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)\b"
_NUM = r"(?:\d[\d,.]*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:one|two|three|four|five|six|seven|eight|nine)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|an?|hundred|a hundred|a couple of|couple of|a dozen|several|a few|few|many)"
_UNIT = r"(?P<unit>second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur(?:y|ies))s?"
_VAGUER = r"(?:(?:almost|nearly|more than|less than|over|at least|up to|roughly|no more than) )?"
_CLOCK = r"(?P<clock>(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\.?)|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)|noon|midnight|midday)"
_PART = r"(?P<part>morning|afternoon|evening|night)"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_ORD = r"(?P<ord>first|second|third|fourth|1st|2nd|3rd|4th)"
_POS = r"(?:(?:early|late|mid|earlier|later)[- ]|the (?:end|beginning|start|middle) of )?"
_ZONE = r"(?: (?:gmt|local time|est|edt|pst|cet|utc))?"

Resolver = Callable[["_Finder", re.Match[str]], "str | None"]


def _last_day_shift(anchor: date, weekday: int, *, future: bool, strict: bool) -> date:
    back = (anchor.weekday() - weekday) % 7
    if future:
        ahead = (weekday - anchor.weekday()) % 7
        return anchor + timedelta(days=ahead or (7 if strict else 0))
    return anchor - timedelta(days=back or (7 if strict else 0))


def _add_months(anchor: date, months: int) -> tuple[int, int]:
    index = anchor.year * 12 + anchor.month - 1 + months
    return index // 12, index % 12 + 1


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


class _Finder:
    """Matches the grammar over one text; ``anchor`` is the day of publication or None."""

    def __init__(self, text: str, anchor: date | None) -> None:
        self.text = text
        self.anchor = anchor
        self.year_context: int | None = None

    # -- calendar dates ---------------------------------------------------------------------------

    def full(self, m: re.Match[str]) -> str | None:
        day, month = int(m["day"]), MONTHS[m["month"].rstrip(".").lower()]
        year = m.groupdict().get("year")
        if year:
            return self._ymd(int(year), month, day)
        chosen = self._year_of(m, month, day)
        return self._ymd(chosen, month, day) if chosen else f"XXXX-{month:02d}-{day:02d}"

    def range(self, m: re.Match[str]) -> str | None:
        """"10-11 May 2024": two days joined by a stroke."""
        g = m.groupdict()
        month = MONTHS[(g["month"] or g["month2"]).rstrip(".").lower()]
        first, last = int(g["day"] or g["day2"]), int(g["last"] or g["last2"])
        year = g["year"] or g["year2"] or self._year_of(m, month, last)
        start, end = (self._ymd(int(year), month, d) for d in (first, last)) if year else (None, None)
        return f"{start}/{end}" if start and end and first < last else None

    def iso(self, m: re.Match[str]) -> str | None:
        return self._ymd(int(m["year"]), int(m["monthnum"]), int(m["day"]))

    def numeric(self, m: re.Match[str]) -> str | None:
        year = int(m["year2"])
        year += 0 if year > 99 else 1900 if year > 40 else 2000
        return self._ymd(year, int(m["monthnum"]), int(m["day"]))

    def _ymd(self, year: int, month: int, day: int) -> str | None:
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            return None

    def month(self, m: re.Match[str]) -> str | None:
        number_ = MONTHS[m["month"].rstrip(".").lower()]
        if number_ == 5 and not m["month"][0].isupper():
            return None
        year = m.groupdict().get("year")
        if year:
            return f"{year}-{number_:02d}"
        word = (m.groupdict().get("which") or "").lower()
        if self.anchor is None:
            return f"XXXX-{number_:02d}" if self.year_context is None else f"{self.year_context}-{number_:02d}"
        if word in {"last", "this past"}:
            year_ = self.anchor.year - (number_ >= self.anchor.month)
        elif word == "next":
            year_ = self.anchor.year + (number_ <= self.anchor.month)
        elif "last year" in m[0].lower():
            year_ = self.anchor.year - 1
        elif "this year" in m[0].lower():
            year_ = self.anchor.year
        elif "next year" in m[0].lower():
            year_ = self.anchor.year + 1
        else:
            year_ = self._year_of(m, number_, None) or self.anchor.year
        return f"{year_}-{number_:02d}"

    def _year_of(self, m: re.Match[str], month: int, day: int | None) -> int | None:
        """The year of a month or day without one: a year told in the same paragraph, else the nearest, past first."""
        if self.year_context is not None and (self.anchor is None or self.anchor.year - self.year_context > 1):
            return self.year_context
        if self.anchor is None:
            return None
        anchor = self.anchor
        ahead = (month - anchor.month) % 12
        if self._future(m):
            return anchor.year + ((month, day or 31) < (anchor.month, anchor.day))
        if (month, day or 1) <= (anchor.month, anchor.day):
            return anchor.year
        return anchor.year if ahead <= 2 and not self._past(m) else anchor.year - 1

    def _future(self, m: re.Match[str]) -> bool:
        before = self.text[max(0, m.start() - 45) : m.start()].lower()
        return bool(re.search(r"\b(?:will|shall|until|due|scheduled|planned|is expected|are expected|going to)\b(?!.*[.;])", before))

    def _past(self, m: re.Match[str]) -> bool:
        before = self.text[max(0, m.start() - 60) : m.start()].lower()
        return bool(re.search(r"\b(?:was|were|had|ended|since|last|\w{3,}ed)\b(?!.*[.;])", before))

    def year(self, m: re.Match[str]) -> str | None:
        return m["year"]

    def spelled_year(self, m: re.Match[str]) -> str | None:
        value = number(m["spelled"])
        return str(value) if value and 1000 < value < 2100 else None

    def decade(self, m: re.Match[str]) -> str | None:
        return m["decade"][:3]  + "X" if len(m["decade"]) == 4 else "19" + m["decade"][0] + "X"

    def quarter(self, m: re.Match[str]) -> str | None:
        number_ = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}[(m["ord"] or m["ord2"]).lower()]
        given = m.groupdict().get("year")
        if given:
            return f"{given}-Q{number_}"
        if self.anchor is None:
            return f"XXXX-Q{number_}"
        year = self.anchor.year - (number_ > (self.anchor.month + 2) // 3 and not self._future(m))
        return f"{year}-Q{number_}"

    def season(self, m: re.Match[str]) -> str | None:
        code = SEASONS[m["season"].lower()]
        given = m.groupdict().get("year")
        if given:
            return f"{given}-{code}"
        if self.anchor is None:
            return f"XXXX-{code}"
        word = (m.groupdict().get("which") or "this").lower()
        start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
        year = self.anchor.year
        if word == "last":
            year -= start >= self.anchor.month
        elif word == "next":
            year += start <= self.anchor.month
        return f"{year}-{code}"

    # -- days by name -------------------------------------------------------------------------------

    def weekday(self, m: re.Match[str]) -> str | None:
        number_ = WEEKDAYS[m["weekday"].lower()]
        part = m.groupdict().get("part")
        suffix = f"T{DAYPARTS[part.lower()]}" if part and part.lower() in {"night", "evening"} else ""
        if self.anchor is None:
            return f"XXXX-WXX-{number_ + 1}"
        word = (m.groupdict().get("which") or "").lower()
        future = word in {"next", "this coming"} or (not word and self._future(m))
        day = _last_day_shift(self.anchor, number_, future=future, strict=word in {"last", "next"})
        return day.isoformat() + suffix

    def relative_day(self, m: re.Match[str]) -> str | None:
        if self.anchor is None:
            return "XXXX-XX-XX"
        shift = {"yesterday": -1, "tomorrow": 1}.get(m["named"].lower(), 0)
        part = m.groupdict().get("part")
        suffix = f"T{DAYPARTS[part.lower()]}" if part else "TNI" if m["named"].lower() == "tonight" else ""
        return (self.anchor + timedelta(days=shift)).isoformat() + suffix

    def last_night(self, m: re.Match[str]) -> str | None:
        return f"{(self.anchor - timedelta(days=1)).isoformat()}TNI" if self.anchor else "XXXX-XX-XXTNI"

    def nth_century(self, m: re.Match[str]) -> str | None:
        return str(int(m["nth"]) - 1)

    def this_part(self, m: re.Match[str]) -> str | None:
        return f"{self.anchor.isoformat() if self.anchor else 'XXXX-XX-XX'}T{DAYPARTS[m['part'].lower()]}"

    def clock(self, m: re.Match[str]) -> str | None:
        word = m["clock"].lower()
        if word in {"noon", "midday"}:
            hour, minute = 12, 0
        elif word == "midnight":
            hour, minute = 24, 0
        elif m["hour24"]:
            hour, minute = int(m["hour24"]), int(m["minute24"])
        else:
            hour = int(m["hour"]) % 12 + (12 if m["half"].lower().startswith("p") else 0)
            minute = int(m["minute"] or 0)
        day = self.anchor
        named = m.groupdict().get("weekday")
        if named and day is not None:
            day = _last_day_shift(day, WEEKDAYS[named.lower()], future=False, strict=False)
        return f"{day.isoformat() if day else 'XXXX-XX-XX'}T{hour:02d}:{minute:02d}"

    # -- units ----------------------------------------------------------------------------------------

    def shifted(self, m: re.Match[str]) -> str | None:
        """"last week", "this year", "next month", "earlier this year"."""
        unit = UNITS[_unit(m)]
        shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(m["which"].lower().split()[-1], 0)
        return self._shift(unit, shift)

    def _shift(self, unit: str, amount: int) -> str | None:
        anchor = self.anchor
        if anchor is None:
            return {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX"}.get(unit, "XXXX")
        if unit == "Y":
            return str(anchor.year + amount)
        if unit == "M":
            year, month = _add_months(anchor, amount)
            return f"{year}-{month:02d}"
        if unit == "Q":
            year, month = _add_months(anchor, 3 * amount)
            return f"{year}-Q{(month + 2) // 3}"
        if unit in {"W", "FN"}:
            return _week(anchor + timedelta(weeks=amount * (2 if unit == "FN" else 1)))
        if unit == "D":
            return (anchor + timedelta(days=amount)).isoformat()
        if unit == "DE":
            return f"{anchor.year // 10 + amount}X"
        if unit == "CE":
            return str(anchor.year // 100 + amount)
        return anchor.isoformat()

    def ago(self, m: re.Match[str]) -> str | None:
        unit, amount = UNITS[_unit(m)], number(m["amount"] or "a")
        if amount is None:
            return "PAST_REF" if self.anchor is None or unit in {"D", "W", "M", "Y", "DE"} else None
        if unit == "DE":
            unit, amount = "Y", 10 * amount
        sign = 1 if m.groupdict().get("later") else -1
        if self.anchor is None:
            return "XXXX-XX-XX"
        if unit == "W":
            return (self.anchor + timedelta(weeks=sign * amount)).isoformat() if sign > 0 else _week(self.anchor - timedelta(weeks=amount))
        if unit.startswith("T"):
            return self.anchor.isoformat()
        try:
            return self._shift(unit, sign * amount)
        except (OverflowError, ValueError):
            return None

    def duration(self, m: re.Match[str]) -> str | None:
        unit = UNITS[_unit(m)]
        words = m["amount"].lower()
        amount = "X" if any(v in words for v in ("several", "few", "many")) else number(re.sub(r"\b(?:of|the|past|last|next|first)\b", "", words))
        if amount is None:
            return None
        if isinstance(amount, int) and unit in {"DE", "CE", "FN"}:
            amount, unit = amount * {"DE": 10, "CE": 100, "FN": 2}[unit], {"DE": "Y", "CE": "Y", "FN": "W"}[unit]
        return f"PT{amount}{unit[1]}" if unit.startswith("T") and len(unit) == 2 else f"P{amount}{unit}"

    def plural(self, m: re.Match[str]) -> str | None:
        unit = UNITS[_unit(m)]
        return f"PX{unit if len(unit) == 1 else 'Y'}"

    def weekend(self, m: re.Match[str]) -> str | None:
        if self.anchor is None:
            return "XXXX-WXX-WE"
        word = (m.groupdict().get("which") or "").lower()
        day = self.anchor + timedelta(weeks={"last": -1, "next": 1}.get(word, 0))
        if not word and self.anchor.weekday() < 5 and not self._future(m):
            day -= timedelta(weeks=1)
        return _week(day) + "-WE"

    def set(self, m: re.Match[str]) -> str | None:
        word = m[0].lower().split()[-1]
        return {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y", "hourly": "PT1H", "annual": "P1Y"}.get(
            word, f"P1{UNITS.get(word, 'D')}"
        )

    def reference(self, m: re.Match[str]) -> str | None:
        word = m[0].lower()
        if any(w in word for w in ("future", "soon", "coming")):
            return "FUTURE_REF"
        if any(w in word for w in ("recent", "past", "previous", "former", "once")):
            return "PAST_REF"
        return "PRESENT_REF"

    def earlier_year(self, m: re.Match[str]) -> str | None:
        return str(self.anchor.year - 1) if self.anchor else "XXXX"

    def year_end(self, m: re.Match[str]) -> str | None:
        return f"{self.anchor.year}-12-31" if self.anchor else "XXXX-12-31"

    def fixed_day(self, m: re.Match[str]) -> str | None:
        month, day = {"new year's day": (1, 1), "new year's eve": (12, 31), "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24)}[
            m["feast"].lower().replace("’", "'")
        ]
        year = self._year_of(m, month, day)
        return f"{year or 'XXXX'}-{month:02d}-{day:02d}"


def _unit(m: re.Match[str]) -> str:
    unit = m["unit"].lower()
    return "century" if unit.startswith("centur") else "decade" if unit.startswith("decade") else unit


_RULES: tuple[tuple[str, str, Resolver], ...] = (
    ("iso", rf"{_YEAR}-(?P<monthnum>[01]\d)-(?P<day>[0-3]\d)\b", _Finder.iso),
    ("range", rf"{_DAY}\s?[-–]\s?(?P<last>[0-3]?\d) {_MONTH}(?:,? {_YEAR})?|{_MONTH.replace('month', 'month2')} (?P<day2>[0-3]?\d)\s?[-–]\s?(?P<last2>[0-3]?\d)\b(?:,? {_YEAR.replace('year', 'year2')})?", _Finder.range),
    ("mdy", rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY}(?:,? {_YEAR})?", _Finder.full),
    ("dmy", rf"(?:{_WEEKDAY},? )?{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?", _Finder.full),
    ("slash", r"(?P<monthnum>[01]?\d)/(?P<day>[0-3]?\d)/(?P<year2>\d{4}|\d{2})\b", _Finder.numeric),
    ("monthof", rf"{_POS}(?:(?P<which>last|next|this|this past) )?{_MONTH}(?: of|,)? {_YEAR}", _Finder.month),
    ("monthrel", rf"{_POS}(?:(?P<which>last|next|this|this past) )?{_MONTH}(?: (?:last|this|next) year)?\b", _Finder.month),
    ("quarter", rf"(?:(?:the )?(?:fiscal )?{_ORD} quarter(?: of {_YEAR})?|(?P<ord2>first|second|third|fourth)-quarter)", _Finder.quarter),
    ("seasonof", rf"{_POS}(?:the )?{_SEASON} (?:of )?{_YEAR}", _Finder.season),
    ("season", rf"(?:(?P<which>last|next|this) ){_SEASON}", _Finder.season),
    ("clock", rf"(?:around )?{_CLOCK}{_ZONE}(?: (?:on )?{_WEEKDAY})?", _Finder.clock),
    ("weekday", rf"(?:(?P<which>last|next|this|this coming) )?(?:late |early )?{_WEEKDAY}(?: {_PART})?", _Finder.weekday),
    ("named", rf"(?:late |early |earlier |later )?(?P<named>yesterday|today|tomorrow|tonight)(?: {_PART})?", _Finder.relative_day),
    ("lastnight", r"(?P<last>last night)", _Finder.last_night),
    ("century", r"(?:the )?(?P<nth>\d{1,2})(?:th|st|nd|rd)[- ]century", _Finder.nth_century),
    ("thispart", rf"(?:later |earlier )?this {_PART}", _Finder.this_part),
    ("ago", rf"{_VAGUER}(?P<amount>{_NUM}) {_UNIT} (?:ago|earlier)", _Finder.ago),
    ("later", rf"{_VAGUER}(?P<amount>{_NUM}) {_UNIT} (?P<later>from now|hence)", _Finder.ago),
    ("the_past", rf"(?:the |in )?(?P<amount>(?:past|last|next|first|coming) {_NUM}) (?:more )?{_UNIT}", _Finder.duration),
    ("shifted", rf"(?:(?:early|late|later) |the (?:end|beginning|start) of )?(?P<which>last|next|this|the following|the previous|the past|the coming|past|the last|the next) {_UNIT}\b(?![- ]old)", _Finder.shifted),
    ("duration", rf"{_VAGUER}(?:the )?(?P<amount>{_NUM})(?: more|[- ]and[- ]a[- ]half)?[- ](?:{_UNIT})\b(?![- ]olds?\b)(?:[- ]long)?", _Finder.duration),
    ("weekend", r"(?:(?P<which>last|next|this) |the )weekend", _Finder.weekend),
    ("recentunits", r"(?:the )?recent (?:years|months|weeks|days)|(?:the )?coming (?:years|months|weeks|days)", _Finder.reference),
    ("set", r"(?:every|each) (?:day|week|month|year)|(?<![-\w])(?:daily|weekly|monthly|annually|yearly|hourly)(?![-\w])", _Finder.set),
    ("units", r"(?P<unit>day|week|month|year|decade|centurie)s", _Finder.plural),
    ("yearearlier", r"(?:(?:a |the )?year[- ](?:earlier|ago)(?: (?:quarter|period|month))?)", _Finder.earlier_year),
    ("yearend", r"year-end", _Finder.year_end),
    ("spelled", r"(?P<spelled>nineteen (?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?))", _Finder.spelled_year),
    ("decade", r"(?:the )?(?:(?:early|late|mid)[- ])?['’]?(?P<decade>(?:1[5-9]|20)\d0|[2-9]0)['’]?s\b", _Finder.decade),
    ("pastyear", rf"(?:(?:early|late|mid)[- ]|fiscal |the (?:end|beginning|start) of )?{_YEAR}(?![-\d]| (?:people|troops|soldiers|men|dollars|km|miles|tons|tonnes|jobs|workers|points|members))", _Finder.year),
    ("feast", r"(?P<feast>new year['’]s (?:day|eve)|christmas(?: day| eve)?)", _Finder.fixed_day),
    ("ref", r"(?:right )?now|currently|at present|(?:the )?(?:near )?future|recently|(?:the )?past(?=[,.;])|nowadays|current|recent", _Finder.reference),
)  # fmt: skip
_FLAGS = re.IGNORECASE
_COMPILED = tuple((name, re.compile(rf"(?<![\w$£€])(?:{pattern})(?!\w)".replace(" ", r"\s"), _FLAGS), resolve) for name, pattern, resolve in _RULES)
_QUICK = re.compile(
    r"\d{2,}|\d/\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|day\b|days|week|month|year|hour|minute|decade|centur|quarter|tonight|"
    r"yesterday|tomorrow|now\b|current|recent|future|soon|morning|evening|noon|midnight|spring|summer|autumn|fall\b|winter|daily|annual|present|christmas|\d ?[ap]\.?m",
    _FLAGS,
)


def find_dates(text: str, day: str | None) -> list[DateExpression]:
    """Return the time expressions of a text in order, valued against an ISO 8601 day of publication.

    ``day`` None leaves years open (XXXX).  A year spoken of in a paragraph dates the months of that
    paragraph.  Offsets are characters of ``text``.
    """
    anchor = date.fromisoformat(day) if day else None
    found: list[DateExpression] = []
    for start, end in _stretches(text):
        finder = _Finder(text, anchor)
        finder.year_context = _retrospect(text[start:end], anchor)
        found.extend(_in_stretch(finder, start, end))
    return found


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for gap in re.finditer(r"\n[ \t\r]*\n", text):
        yield position, gap.start()
        position = gap.end()
    yield position, len(text)


def _retrospect(paragraph: str, anchor: date | None) -> int | None:
    """The one past year that a paragraph looks back on ("relations in 2024 were marked by")."""
    years = re.findall(r"\b(?:in|during|throughout|of)\s((?:19|20)\d\d)\b(?!\s*[,)])", paragraph)
    distinct = set(years)
    if len(distinct) != 1:
        return None
    year = int(distinct.pop())
    if anchor is not None and not 0 <= anchor.year - year <= 80:
        return None
    return year


def _in_stretch(finder: _Finder, start: int, end: int) -> list[DateExpression]:
    taken: list[tuple[int, int, str]] = []
    if not _QUICK.search(finder.text, start, end):
        return []
    for _, pattern, resolve in _COMPILED:
        for m in pattern.finditer(finder.text, start, end):
            a, b = _trimmed(finder.text, m)
            if a >= b or any(a < y and x < b for x, y, _ in taken):
                continue
            value = resolve(finder, m)
            if value is not None:
                taken.append((a, b, value))
    return [
        DateExpression(start=a, end=b, text=finder.text[a:b], value=value, precision=_precision(value))
        for a, b, value in sorted(taken)
    ]


def _trimmed(text: str, m: re.Match[str]) -> tuple[int, int]:
    """The expression without the preposition that the pattern needed to be sure."""
    a, b = m.span()
    lead = re.match(r"(?:for|in|within)\s", text[a:b], _FLAGS)
    return a + (lead.end() if lead else 0), b


def _precision(value: str) -> Precision:
    if re.fullmatch(r"[\dX]{4}-\d\d-\d\d(?:T.*)?", value) and "X" not in value[:4]:
        return Precision.DAY
    if re.fullmatch(r"\d{4}-\d\d", value):
        return Precision.MONTH
    if re.fullmatch(r"\d{4}", value):
        return Precision.YEAR
    if value.startswith("P") or "X" in value[:4] or value.endswith("_REF"):
        return Precision.UNKNOWN
    return Precision.INTERVAL


def interval(value: str) -> tuple[str, str] | None:
    """Return the first and last ISO 8601 day of a TIMEX3 value, None where it names no calendar time."""
    for pattern, bounds in _INTERVALS:
        m = pattern.fullmatch(value)
        if m:
            return bounds(m)
    return None


def _month_bounds(m: re.Match[str]) -> tuple[str, str]:
    year, month = int(m[1]), int(m[2])
    following = date(year + month // 12, month % 12 + 1, 1)
    return f"{m[1]}-{m[2]}-01", (following - timedelta(days=1)).isoformat()


def _week_bounds(m: re.Match[str]) -> tuple[str, str]:
    monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
    first = monday + timedelta(days=5 if m[3] else 0)
    return first.isoformat(), (monday + timedelta(days=6)).isoformat()


def _quarter_bounds(m: re.Match[str]) -> tuple[str, str]:
    first = 3 * int(m[2]) - 2
    return f"{m[1]}-{first:02d}-01", f"{m[1]}-{first + 2:02d}-{30 if m[2] in '23' else 31}"


def _season_bounds(m: re.Match[str]) -> tuple[str, str]:
    year = int(m[1])
    return {
        "SP": (f"{year}-03-01", f"{year}-05-31"),
        "SU": (f"{year}-06-01", f"{year}-08-31"),
        "FA": (f"{year}-09-01", f"{year}-11-30"),
        "WI": (f"{year}-12-01", f"{year + 1}-02-28"),
    }[m[2]]


_INTERVALS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, str]]], ...] = (
    (re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)"), lambda m: (m[1], m[2])),
    (re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?"), lambda m: (m[1], m[1])),
    (re.compile(r"(\d{4})-(\d\d)"), _month_bounds),
    (re.compile(r"(\d{4})"), lambda m: (f"{m[1]}-01-01", f"{m[1]}-12-31")),
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?"), _week_bounds),
    (re.compile(r"(\d{4})-Q([1-4])"), _quarter_bounds),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), _season_bounds),
    (re.compile(r"(\d{3})X"), lambda m: (f"{m[1]}0-01-01", f"{m[1]}9-12-31")),
)
