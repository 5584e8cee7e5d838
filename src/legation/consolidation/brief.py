"""The brief on two sides: where they stand, what they promised, said and did, every line cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legation.consolidation.brief_lines import (
    chronology_lines,
    conflict_lines,
    contact_lines,
    promise_lines,
    third_party_lines,
    word_lines,
)
from legation.consolidation.known import NOTHING, Known
from legation.consolidation.naming import capital_first, party_name
from legation.consolidation.parties import all_codes
from legation.consolidation.standing_lines import Dyad, dyad_of, standing_lines
from legation.records import Claim, Kind
from legation.records.briefs import Brief, BriefLine, BriefParty, BriefSection, day_in_words
from legation.reference import Membership

_LIMITS = {
    "standing": 8,
    "promises": 6,
    "contacts": 4,
    "words": 6,
    "conflict": 5,
    "third_parties": 4,
    "chronology": 8,
}
_DOUBTFUL = 0.1
"""An act of such a confidence is a guess: it has no place on a page, and stands in the full brief only."""
_TITLES = {
    "standing": "Where they stand",
    "promises": "What each promised, and what became of it",
    "contacts": "Latest contacts",
    "words": "In each side’s own words",
    "conflict": "Conflict and pressure",
    "third_parties": "Third parties that matter",
    "chronology": "Chronology",
}


def brief(
    a: str,
    b: str,
    claims: Iterable[Claim],
    memberships: Iterable[Membership],
    as_of: str,
    *,
    limit: int | None = 1,
    context: Known = NOTHING,
) -> Brief:
    """Return the brief on two parties (codes) as known on a day (ISO 8601) from claims and membership facts.

    ``limit`` is the length in pages: every section is cut to so many times its page's worth, and leaves out
    acts of a confidence under .1; None cuts nothing; ``context`` is what is known of the claims beside them.  Claims
    of reports published after the day are left aside.  Raises RecordError where a line would rest on a passage that
    is not verbatim.
    """
    known = list(claims)
    dyad = dyad_of(a, b, known, as_of, context)
    left, right = BriefParty(code=a, name=party_name(a)), BriefParty(code=b, name=party_name(b))
    sections = _sections(dyad, memberships, limit)
    if not dyad.both:
        facts = tuple(s for s in sections if s.key == "standing" and s.lines)
        return Brief(a=left, b=right, as_of=as_of, lead=_nothing(dyad), sections=facts, advice=_advice(dyad, known))
    return Brief(
        a=left,
        b=right,
        as_of=as_of,
        lead=_lead(dyad),
        sections=tuple(section for section in sections if section.lines or section.omitted),
        silent=tuple(section.title for section in sections if not section.lines and not section.omitted),
    )


def _sections(dyad: Dyad, memberships: Iterable[Membership], limit: int | None) -> list[BriefSection]:
    made = {
        "standing": standing_lines(dyad, memberships),
        "promises": promise_lines(dyad),
        "contacts": contact_lines(dyad),
        "words": word_lines(dyad, None if limit is None else limit * _LIMITS["words"]),
        "conflict": conflict_lines(dyad),
        "third_parties": third_party_lines(dyad),
        "chronology": chronology_lines(dyad),
    }
    guessed = {c.id for c in dyad.both if c.kind is Kind.EVENT and c.confidence < _DOUBTFUL}
    return [_cut(key, lines, limit, guessed) for key, lines in made.items()]


def _cut(key: str, lines: Sequence[BriefLine], limit: int | None, guessed: set[str]) -> BriefSection:
    if limit is None:
        return BriefSection(key=key, title=_TITLES[key], lines=tuple(lines))
    sure = [line for line in lines if not line.claims or not guessed.issuperset(line.claims)]
    most = limit * _LIMITS[key]
    kept = sure[max(0, len(sure) - most) :] if key == "chronology" else sure[:most]
    return BriefSection(key=key, title=_TITLES[key], lines=tuple(kept), omitted=len(lines) - len(kept))


def _lead(dyad: Dyad) -> str:
    claims = (*dyad.both, *dyad.beside)
    reports = {claim.report.id: claim.report for claim in claims}
    days = sorted(r.published_on for r in reports.values() if r.published_on)
    span = _span([day_in_words(day) for day in days])
    count = "one report" if len(reports) == 1 else f"{len(reports)} reports"
    on_both = f"{len(dyad.both)} claims name both" if len(dyad.both) > 1 else "one claim names both"
    beside = f", {len(dyad.beside)} more are told beside them" if len(dyad.beside) > 1 else ""
    rests = "Everything here rests on one report" if len(reports) == 1 else f"From {count}"
    return f"{rests}, {span}: {on_both}{beside}."


def _span(days: Sequence[str]) -> str:
    if not days:
        return "undated"
    return f"published on {days[0]}" if days[0] == days[-1] else f"published from {days[0]} to {days[-1]}"


def _nothing(dyad: Dyad) -> str:
    both = f"{party_name(dyad.a)} and {party_name(dyad.b)}"
    return f"Nothing is known: no claim in the record names both {both} by {day_in_words(dyad.as_of)}."


def _advice(dyad: Dyad, claims: Sequence[Claim]) -> tuple[str, ...]:
    out = [f"Read a report on the two: legation read FILE, then legation brief {dyad.a} {dyad.b} again."]
    for code in (dyad.a, dyad.b):
        number = sum(code in all_codes(claim) for claim in claims)
        if number:
            out.append(f"{capital_first(party_name(code))} alone is in the record: legation timeline {code}.")
    both = [c.report.published_on or "" for c in claims if {dyad.a, dyad.b} <= all_codes(c)]
    later = min((day for day in both if day > dyad.as_of), default="")
    if later:
        out.append(f"A later report on the two is of {day_in_words(later)}: ask with --as-of {later} or later.")
    return tuple(out)
