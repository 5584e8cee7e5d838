"""The grammar of time expressions: one pattern and one resolver a rule, the sure ones first."""

from __future__ import annotations

import re
from collections.abc import Callable

from legation.coding.dates.values import Resolver

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

Rule = tuple[str, str, Callable[[Resolver, re.Match[str]], "str | None"]]
_RULES: tuple[Rule, ...] = (
    ("iso", rf"{_YEAR}-(?P<monthnum>[01]\d)-(?P<day>[0-3]\d)\b", Resolver.iso),
    ("range", rf"{_DAY}\s?[-–]\s?(?P<last>[0-3]?\d) {_MONTH}(?:,? {_YEAR})?|{_MONTH.replace('month', 'month2')} (?P<day2>[0-3]?\d)\s?[-–]\s?(?P<last2>[0-3]?\d)\b(?:,? {_YEAR.replace('year', 'year2')})?", Resolver.range),
    ("mdy", rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY}(?:,? {_YEAR})?", Resolver.full),
    ("dmy", rf"(?:{_WEEKDAY},? )?{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?", Resolver.full),
    ("slash", r"(?P<monthnum>[01]?\d)/(?P<day>[0-3]?\d)/(?P<year2>\d{4}|\d{2})\b", Resolver.numeric),
    ("monthof", rf"{_POS}(?:(?P<which>last|next|this|this past) )?{_MONTH}(?: of|,)? {_YEAR}", Resolver.month),
    ("monthrel", rf"{_POS}(?:(?P<which>last|next|this|this past) )?{_MONTH}(?: (?:last|this|next) year)?\b", Resolver.month),
    ("quarter", rf"(?:(?:the )?(?:fiscal )?{_ORD} quarter(?: of {_YEAR})?|(?P<ord2>first|second|third|fourth)-quarter)", Resolver.quarter),
    ("seasonof", rf"{_POS}(?:the )?{_SEASON} (?:of )?{_YEAR}", Resolver.season),
    ("season", rf"(?:(?P<which>last|next|this) ){_SEASON}", Resolver.season),
    ("clock", rf"(?:around )?{_CLOCK}{_ZONE}(?: (?:on )?{_WEEKDAY})?", Resolver.clock),
    ("weekday", rf"(?:(?P<which>last|next|this|this coming) )?(?:late |early )?{_WEEKDAY}(?: {_PART})?", Resolver.weekday),
    ("named", rf"(?:late |early |earlier |later )?(?P<named>yesterday|today|tomorrow|tonight)(?: {_PART})?", Resolver.relative_day),
    ("lastnight", r"(?P<last>last night)", Resolver.last_night),
    ("century", r"(?:the )?(?P<nth>\d{1,2})(?:th|st|nd|rd)[- ]century", Resolver.nth_century),
    ("thispart", rf"(?:later |earlier )?this {_PART}", Resolver.this_part),
    ("ago", rf"{_VAGUER}(?P<amount>{_NUM}) {_UNIT} (?:ago|earlier)", Resolver.ago),
    ("later", rf"{_VAGUER}(?P<amount>{_NUM}) {_UNIT} (?P<later>from now|hence)", Resolver.ago),
    ("the_past", rf"(?:the |in )?(?P<amount>(?:past|last|next|first|coming) {_NUM}) (?:more )?{_UNIT}", Resolver.duration),
    ("shifted", rf"(?:(?:early|late|later) |the (?:end|beginning|start) of )?(?P<which>last|next|this|the following|the previous|the past|the coming|past|the last|the next) {_UNIT}(?<!s)\b(?![- ]old)", Resolver.shifted),
    ("duration", rf"{_VAGUER}(?:the )?(?P<amount>{_NUM})(?: more|[- ]and[- ]a[- ]half)?[- ](?:{_UNIT})\b(?![- ]olds?\b)(?:[- ]long)?", Resolver.duration),
    ("weekend", r"(?:(?P<which>last|next|this) |the )weekend", Resolver.weekend),
    ("recentunits", r"(?:the )?recent (?:years|months|weeks|days)|(?:the )?coming (?:years|months|weeks|days)", Resolver.reference),
    ("set", r"(?:every|each) (?:day|week|month|year)|(?<![-\w])(?:daily|weekly|monthly|annually|yearly|hourly)(?![-\w])", Resolver.set),
    ("units", r"(?P<unit>day|week|month|year|decade|centurie)s", Resolver.plural),
    ("yearearlier", r"(?:(?:a |the )?year[- ](?:earlier|ago)(?: (?:quarter|period|month))?)", Resolver.earlier_year),
    ("yearend", r"year-end", Resolver.year_end),
    ("spelled", r"(?P<spelled>nineteen (?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?))", Resolver.spelled_year),
    ("decade", r"(?:the )?(?:(?:early|late|mid)[- ])?['’]?(?P<decade>(?:1[5-9]|20)\d0|[2-9]0)['’]?s\b", Resolver.decade),
    ("pastyear", rf"(?:(?:early|late|mid)[- ]|fiscal |the (?:end|beginning|start) of )?{_YEAR}(?![-\d]| (?:people|troops|soldiers|men|dollars|km|miles|tons|tonnes|jobs|workers|points|members))", Resolver.year),
    ("feast", r"(?P<feast>new year['’]s (?:day|eve)|christmas(?: day| eve)?)", Resolver.fixed_day),
    ("ref", r"(?:right )?now|currently|at present|(?:the )?(?:near )?future|recently|(?:the )?past(?=[,.;])|nowadays|current|recent", Resolver.reference),
)  # fmt: skip
_FLAGS = re.IGNORECASE
RULES = tuple(
    (name, re.compile(rf"(?<![\w$£€])(?:{pattern})(?!\w)".replace(" ", r"\s"), _FLAGS), resolve)
    for name, pattern, resolve in _RULES
)
QUICK = re.compile(
    r"\d{2,}|\d/\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|day\b|days|week|month|year|hour|minute|decade|centur|quarter|tonight|"
    r"yesterday|tomorrow|now\b|current|recent|future|soon|morning|evening|noon|midnight|spring|summer|autumn|fall\b|winter|daily|annual|present|christmas|\d ?[ap]\.?m",
    _FLAGS,
)
