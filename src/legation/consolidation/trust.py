"""Grades of trust: reliability of publishers, credibility of what is told, with the reasons; a person's goes before.

Definitions: NATO AJP-2.1 (the Admiralty system).  Reliability and credibility are graded apart; "1" needs a second
independent origin, "F" and "6" mean that nothing can be said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legation.consolidation.disputes import Dispute
from legation.consolidation.hedging import hedges
from legation.consolidation.origins import Origin
from legation.consolidation.parties import all_codes, speaker_codes
from legation.records import Assessment, Claim
from legation.reference import news_agencies
from legation.reference.crediting import publisher_key
from legation.reference.tables import rows

CREDIBILITY_WORDS = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
RELIABILITY_WORDS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
_ENOUGH = 5
_OFTEN = 0.2
_RARELY = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grade with its reasons; ``by`` is empty where it is computed."""

    value: str
    words: str
    reasons: tuple[str, ...]
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRecord:
    """What became of a publisher's claims: how many were reviewed, rejected, corrected."""

    reviewed: int = 0
    rejected: int = 0
    corrected: int = 0


def credibility(
    claims: Sequence[Claim],
    origins: Sequence[Origin],
    contested: Sequence[Dispute],
    set_by_hand: Assessment | None = None,
) -> Grade:
    """Return the grade of what claims tell together."""
    if set_by_hand is not None:
        return _grade(set_by_hand.value, (set_by_hand.reason or "set by hand",), by=set_by_hand.by)
    hedged = sorted({word for claim in claims for word in hedges(claim)})
    plain = [claim for claim in claims if not hedges(claim)]
    if contested:
        reasons = tuple(dispute.told for dispute in contested)
        return _grade("4", (*reasons, f"{_count(origins)} {'tells' if len(origins) == 1 else 'tell'} it"))
    weak = {claim.report.id for claim in claims} - {claim.report.id for claim in plain if claim.report.publisher}
    if sum(not weak >= set(origin.reports) for origin in origins) > 1:
        return _grade("1", (f"{_count(origins)} tell it, none contradicts",))
    if not plain:
        return _grade("4", (f"told only with a hedge: {', '.join(hedged)}",) if hedged else ("told only with a hedge",))
    parties = frozenset(code for claim in plain for code in all_codes(claim))
    speaking = frozenset(code for claim in plain for code in speaker_codes(claim)) & parties
    if len(speaking) > 1:
        return _grade("2", (f"one origin, but {len(speaking)} of the parties say so",))
    if not any(claim.report.publisher for claim in claims):
        return _grade("6", ("one origin, and nobody knows who published it",))
    return _grade("3", ("one origin, told without a hedge",))


def reliability(publisher: str | None, track: TrackRecord, set_by_hand: Assessment | None = None) -> Grade:
    """Return the grade of a publisher, from what kind of outlet it is and from what reviewers did to its claims."""
    if set_by_hand is not None:
        return _reliable(set_by_hand.value, (set_by_hand.reason or "set by hand",), by=set_by_hand.by)
    agency = news_agencies().get(publisher_key(publisher) or "")
    if track.reviewed >= _ENOUGH:
        share = (track.rejected + track.corrected) / track.reviewed
        told = f"{track.rejected + track.corrected} of {track.reviewed} reviewed claims were rejected or corrected"
        if share >= _OFTEN:
            return _reliable("D", (told,))
        if share <= _RARELY:
            return _reliable("B", (told,))
        return _reliable("C", (told,))
    if agency is None:
        return _reliable("F", ("not in the table of outlets, and fewer than five of its claims were reviewed",))
    owned = _ownership().get(agency.entity, "")
    if "state" in owned or "semi" in owned:
        return _reliable(
            "C", (f"{agency.name} is owned by a state ({owned}): it can be relied on for what that state says",)
        )
    return _reliable("B", (f"{agency.name} is an established outlet ({owned or 'ownership unknown'})",))


def _ownership() -> Mapping[str, str]:
    return {row["entity"]: row["ownership"] for row in rows("news_agencies")}


def _count(origins: Sequence[Origin]) -> str:
    return "one origin" if len(origins) == 1 else f"{len(origins)} independent origins"


def _grade(value: str, reasons: tuple[str, ...], by: str = "") -> Grade:
    return Grade(value=value, words=CREDIBILITY_WORDS[value], reasons=reasons, by=by)


def _reliable(value: str, reasons: tuple[str, ...], by: str = "") -> Grade:
    return Grade(value=value, words=RELIABILITY_WORDS[value], reasons=reasons, by=by)


_LIKELIHOODS = (
    (5, "almost no chance", "1–5 %"),
    (20, "very unlikely", "5–20 %"),
    (45, "unlikely", "20–45 %"),
    (55, "roughly even chance", "45–55 %"),
    (80, "likely", "55–80 %"),
    (95, "very likely", "80–95 %"),
    (99, "almost certain", "95–99 %"),
)


def likelihood(percent: int) -> str:
    """Return the words of ICD 203 for a chance in percent (1 to 99), with their range; for likelihoods only."""
    words, span = next((words, span) for most, words, span in _LIKELIHOODS if percent <= most)
    return f"{words} ({span})"
