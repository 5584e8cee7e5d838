"""Whether two reports go back to one origin: a copied text, or one that credits the other's publisher."""

from __future__ import annotations

from legation.documents.reprints import likeness
from legation.records import LINKER, Bond, Judgement, Report, Verdict, ordered
from legation.reference.crediting import credits_outlet

COPYIST = f"{LINKER}copies-1"
"""Who judges: the rules below, in their first version."""
_RUNS = 0.25
_PAIRS = 0.45
"""Chosen on ``evaluation/origins/dev.jsonl``: independent reports share at most .19 and .21."""


def copied(one: Report, other: Report) -> Judgement | None:
    """Return the judgement that two reports are of one origin, or None where nothing says so."""
    found = likeness(one.text, other.text)
    features = {"runs of four words": round(found.runs, 2), "pairs of words": round(found.pairs, 2)}
    if found.runs >= _RUNS or found.pairs >= _PAIRS:
        share = max(found.runs, found.pairs)
        return _judgement(one, other, f"{share:.0%} of the shorter text is in the other", found.score, features)
    for teller, told in ((one, other), (other, one)):
        if told.publisher and teller.publisher != told.publisher and credits_outlet(teller.text, told.publisher):
            return _judgement(one, other, f"one credits {told.publisher}", 1.0, features)
    return None


def _judgement(one: Report, other: Report, reason: str, score: float, features: dict[str, float]) -> Judgement:
    left, right = ordered(Bond.ORIGIN, one.id, other.id)
    return Judgement(
        bond=Bond.ORIGIN,
        left=left,
        right=right,
        verdict=Verdict.SAME,
        by=COPYIST,
        reason=reason,
        score=round(score, 3),
        features=features,
    )
