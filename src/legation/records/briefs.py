"""The brief: where a relation stands, in lines that each rest on claims or on reference facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class SourceKind(StrEnum):
    """What a line rests on: a passage of a report, or a row of the reference tables."""

    PASSAGE = "passage"
    FACT = "fact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A passage of a report, verbatim with offsets; or a reference fact with its source and licence.

    For a fact ``exact`` holds the row in words, ``title`` the table and ``publisher`` where the row comes
    from; ``report`` is empty.
    """

    kind: SourceKind
    exact: str
    report: str = ""
    start: int = 0
    end: int = 0
    title: str | None = None
    publisher: str | None = None
    published_on: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """One sentence with the claims it is made of, what makes it uncertain, and its sources.

    ``day`` is the ISO 8601 day, month or year of the act as far as it is known ("2024-04-05", "2024-04",
    "2024", or "first/last"), and ``inferred`` tells that the report's own day stands in for it; ``cautions``
    are short phrases ("one report", "announced, not done"); ``label`` says of whom or of what the line
    speaks where its section asks for it.
    """

    sentence: str
    sources: tuple[Source, ...]
    claims: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    day: str | None = None
    inferred: bool = False
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSection:
    """A part of the brief; ``omitted`` counts the lines left out to keep to a page."""

    key: str
    title: str
    lines: tuple[BriefLine, ...]
    omitted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefParty:
    """One of the two sides: ISO 3166-1 alpha-3 code or entity, and its name in running text."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief on two parties as known on a day (``as_of``, ISO 8601).

    ``lead`` says in a sentence what the record holds; ``advice`` what would help where it holds nothing;
    ``silent`` names the sections that have no line.
    """

    a: BriefParty
    b: BriefParty
    as_of: str
    lead: str
    sections: tuple[BriefSection, ...] = ()
    advice: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[BriefLine, ...]:
        """The lines of all sections, in order."""
        return tuple(line for section in self.sections for line in section.lines)

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that the lines rest on, each once."""
        return tuple(dict.fromkeys(source.report for source in self.sources if source.report))

    @property
    def title(self) -> str:
        """The heading: both names, the first letter large."""
        return f"{self.a.name[:1].upper()}{self.a.name[1:]} and {self.b.name}"

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source once, in the order in which the lines call on them: number 1 is the first."""
        return tuple(dict.fromkeys(source for line in self.lines for source in line.sources))

    def numbers(self, line: BriefLine) -> tuple[int, ...]:
        """Return the numbers of a line's sources, from 1."""
        order = {source: number for number, source in enumerate(self.sources, 1)}
        return tuple(order[source] for source in line.sources)


def day_in_words(day: str | None, *, short: bool = False) -> str:
    """Return an ISO 8601 day, month, year or first/last pair in words, "" for None; other text as it is.

    "2024-05-10" is "10 May 2024"; ``short`` cuts months to three letters.
    """
    if not day:
        return ""
    first, _, last = day.partition("/")
    if last:
        return _pair(first, last, short=short)
    parts = first.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return day
    if len(parts) == 1:
        return first
    month = _month(parts[1], short=short)
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def _pair(first: str, last: str, *, short: bool) -> str:
    begin, end = day_in_words(first, short=short), day_in_words(last, short=short)
    if first[:7] == last[:7] and len(first) == 10:
        return f"{int(first[8:])}–{end}"
    return f"{begin} – {end}"


def _month(number: str, *, short: bool) -> str:
    name = _MONTHS[int(number) - 1] if 0 < int(number) <= 12 else number
    return name[:3] if short else name
