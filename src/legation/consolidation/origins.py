"""Independent origins: which of several reports go back to one text, one agency or one outlet.

Ten reprints of one wire are one origin; so are an outlet's flash and its later story, and two papers that tell a
thing on the word of one agency.  A ministry that both quote is a source, not an origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from legation.records import Claim, Judgement, Report, Verdict
from legation.records.marks import Credit
from legation.reference import news_agencies
from legation.reference.crediting import publisher_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Reports (ids) that are one origin, and why: a reason for every report but the first."""

    reports: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What is known of where reports come from.

    ``copies`` are judgements on pairs of reports, ``credits`` is report id -> the agencies that it credits.
    """

    copies: tuple[Judgement, ...] = ()
    credits: Mapping[str, Sequence[Credit]] | None = None


def origins(
    reports: Iterable[Report], known: Provenance, cited: Mapping[str, frozenset[str]] | None = None
) -> list[Origin]:
    """Return the origins of reports, in the order of their first reports' days and ids.

    ``cited`` is report id -> agencies on whose word it tells the act in question.
    """
    found = sorted({r.id: r for r in reports}.values(), key=lambda r: (r.published_on or "9999", r.id))
    in_order = sorted(known.copies, key=lambda j: (j.is_by_hand, j.recorded_at, j.verdict.value))
    last = {j.pair: j for j in in_order}
    apart = {pair for pair, j in last.items() if j.is_by_hand and j.verdict is not Verdict.SAME}
    copied = {pair: j.reason for pair, j in last.items() if j.verdict is Verdict.SAME}
    groups: list[tuple[list[Report], list[str]]] = []
    for report in found:
        joined = [
            (group, why)
            for group in groups
            if (why := _why(report, group[0], copied, apart, known, cited or {})) is not None
        ]
        if not joined:
            groups.append(([report], []))
            continue
        (first, why), *others = joined
        first[0].append(report)
        first[1].append(why)
        for (members, reasons), other_why in others:
            first[0].extend(members)
            first[1].extend([other_why, *reasons])
        gone = [id(group) for group, _ in others]
        groups = [group for group in groups if id(group) not in gone]
    return [Origin(reports=tuple(r.id for r in members), reasons=tuple(reasons)) for members, reasons in groups]


def _why(
    report: Report,
    members: Sequence[Report],
    copied: Mapping[tuple[str, str], str],
    apart: set[tuple[str, str]],
    known: Provenance,
    cited: Mapping[str, frozenset[str]],
) -> str | None:
    for member in members:
        pair = (report.id, member.id) if report.id <= member.id else (member.id, report.id)
        if pair in apart:
            continue
        if pair in copied:
            return copied[pair]
        if shared := _labels(report, known, cited) & _labels(member, known, cited):
            own = publisher_key(report.publisher) == publisher_key(member.publisher) and report.publisher
            return "the same publisher" if own else f"both on the word of {_name(min(shared))}"
    return None


def _labels(report: Report, known: Provenance, cited: Mapping[str, frozenset[str]]) -> frozenset[str]:
    own = publisher_key(report.publisher)
    credited = {credit.agency for credit in (known.credits or {}).get(report.id, ())}
    return frozenset({own} if own else ()) | credited | cited.get(report.id, frozenset())


def cited_in(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """Return report id -> the agencies that claims of it are told on the word of."""
    found: dict[str, frozenset[str]] = {}
    for claim in claims:
        named = {
            link.source.entity
            for link in claim.attribution
            if link.source is not None and (link.source.entity or "").startswith("agency:")
        }
        found[claim.report.id] = found.get(claim.report.id, frozenset()) | frozenset(n for n in named if n)
    return found


def _name(label: str) -> str:
    agency = news_agencies().get(label)
    return agency.name if agency else label
