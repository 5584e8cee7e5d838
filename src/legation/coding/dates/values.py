"""Values of time expressions against the day of publication (ISO-TimeML TIMEX3)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from legation.coding.dates.calendar_words import DAYPARTS, MONTHS, SEASONS, UNITS, WEEKDAYS, number


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


class Resolver:
    """Resolves the matches of the grammar over one text; ``anchor`` is the day of publication or None."""

    def __init__(self, text: str, anchor: date | None) -> None:
        self.text = text
        self.anchor = anchor
        self.year_context: int | None = None
        self.start = 0  # of the paragraph at hand

    def full(self, m: re.Match[str]) -> str | None:
        day, month = int(m["day"]), MONTHS[m["month"].rstrip(".").lower()]
        year = m.groupdict().get("year")
        if year:
            return self._ymd(int(year), month, day)
        chosen = self._year_of(m, month, day)
        return self._ymd(chosen, month, day) if chosen else f"XXXX-{month:02d}-{day:02d}"

    def range(self, m: re.Match[str]) -> str | None:
        """ "10-11 May 2024": two days joined by a stroke."""
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
        told = self.year_context is not None and str(self.year_context) in self.text[self.start : m.start()]
        if self.year_context is not None and (
            self.anchor is None or (told and self.anchor.year - self.year_context > 1)
        ):
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
        return bool(
            re.search(
                r"\b(?:will|shall|until|due|scheduled|planned|is expected|are expected|going to|to be"
                r"|(?:pledged|agreed|promised|vowed|offered|decided|plans?|planned|intends?|set|invited)"
                r"(?: on \w+)? to)\b(?!.*[.;])",
                before,
            )
        )

    def _past(self, m: re.Match[str]) -> bool:
        before = self.text[max(0, m.start() - 60) : m.start()].lower()
        return bool(re.search(r"\b(?:was|were|had|ended|since|last|\w{3,}ed)\b(?!.*[.;])", before))

    def year(self, m: re.Match[str]) -> str | None:
        return m["year"]

    def spelled_year(self, m: re.Match[str]) -> str | None:
        value = number(m["spelled"])
        return str(value) if value and 1000 < value < 2100 else None

    def decade(self, m: re.Match[str]) -> str | None:
        return m["decade"][:3] + "X" if len(m["decade"]) == 4 else "19" + m["decade"][0] + "X"

    def quarter(self, m: re.Match[str]) -> str | None:
        number_ = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}[
            (m["ord"] or m["ord2"]).lower()
        ]
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

    def last_night(self, _m: re.Match[str]) -> str | None:
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

    def shifted(self, m: re.Match[str]) -> str | None:
        """ "last week", "this year", "next month", "earlier this year"."""
        unit = UNITS[_unit(m)]
        shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(
            m["which"].lower().split()[-1], 0
        )
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
            return (
                (self.anchor + timedelta(weeks=sign * amount)).isoformat()
                if sign > 0
                else _week(self.anchor - timedelta(weeks=amount))
            )
        if unit.startswith("T"):
            return self.anchor.isoformat()
        try:
            return self._shift(unit, sign * amount)
        except (OverflowError, ValueError):
            return None

    def duration(self, m: re.Match[str]) -> str | None:
        unit = UNITS[_unit(m)]
        words = m["amount"].lower()
        amount = (
            "X"
            if any(v in words for v in ("several", "few", "many"))
            else number(re.sub(r"\b(?:of|the|past|last|next|first)\b", "", words))
        )
        if amount is None:
            return None
        if isinstance(amount, int) and unit in {"DE", "CE", "FN"}:
            amount, unit = (
                amount * {"DE": 10, "CE": 100, "FN": 2}[unit],
                {"DE": "Y", "CE": "Y", "FN": "W"}[unit],
            )
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
        return {
            "daily": "P1D",
            "weekly": "P1W",
            "monthly": "P1M",
            "annually": "P1Y",
            "yearly": "P1Y",
            "hourly": "PT1H",
            "annual": "P1Y",
        }.get(word, f"P1{UNITS.get(word, 'D')}")

    def reference(self, m: re.Match[str]) -> str | None:
        word = m[0].lower()
        if any(w in word for w in ("future", "soon", "coming")):
            return "FUTURE_REF"
        if any(w in word for w in ("recent", "past", "previous", "former", "once")):
            return "PAST_REF"
        return "PRESENT_REF"

    def earlier_year(self, _m: re.Match[str]) -> str | None:
        return str(self.anchor.year - 1) if self.anchor else "XXXX"

    def year_end(self, _m: re.Match[str]) -> str | None:
        return f"{self.anchor.year}-12-31" if self.anchor else "XXXX-12-31"

    def fixed_day(self, m: re.Match[str]) -> str | None:
        month, day = {
            "new year's day": (1, 1),
            "new year's eve": (12, 31),
            "christmas": (12, 25),
            "christmas day": (12, 25),
            "christmas eve": (12, 24),
        }[m["feast"].lower().replace("’", "'")]
        year = self._year_of(m, month, day)
        return f"{year or 'XXXX'}-{month:02d}-{day:02d}"


def _unit(m: re.Match[str]) -> str:
    unit = m["unit"].lower()
    return "century" if unit.startswith("centur") else "decade" if unit.startswith("decade") else unit
