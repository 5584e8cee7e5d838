"""What makes a claim uncertain: hedges, and on whose word it stands."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from legation.consolidation.naming import named
from legation.ontology import hedges as hedge_words
from legation.records import AttributionKind, AttributionLink, Claim

POSSIBLE = "possible only"
_DENIAL = re.compile(r"\b(?:den(?:y|ies|ied|ying)|dismiss\w*|refut\w+|rebut\w*)\b", re.IGNORECASE)
_BE = frozenset({"is", "are", "was", "were", "been"})
_MODALS = frozenset({"may", "might", "could", "can"})


def hedges(claim: Claim) -> list[str]:
    """Return the hedges of a claim as words of caution, each once: "reportedly", "widely believed"."""
    return list(dict.fromkeys(_hedge(link) for link in claim.attribution if _is_hedge(link)))


def on_whose_word(claim: Claim) -> str:
    """Return "according to X, through Y", "by own account", or "" for the report's own voice."""
    links = [link for link in claim.attribution if not _is_hedge(link) and not _DENIAL.search(link.cue)]
    sources = [link.source for link in links if link.source is not None]
    own = {(actor.entity, actor.name) for actor in claim.actors}
    others = [source for source in sources if (source.entity, source.name) not in own]
    if not others:
        return "by own account" if sources else ""
    told = f"according to {named(others[-1], claim.passage)}"
    through = [source for source in others[:-1] if source.name != others[-1].name]
    return f"{told}, through {named(through[0], claim.passage)}" if through else told


def denials(claim: Claim) -> list[str]:
    """Return "denied by X" for every link of the chain that denies what the claim says."""
    links = [link for link in claim.attribution if _DENIAL.search(link.cue)]
    named_by = [f"denied by {named(link.source, claim.passage)}" if link.source else "denied" for link in links]
    return list(dict.fromkeys(named_by))


def _is_hedge(link: AttributionLink) -> bool:
    return link.kind == AttributionKind.HEDGE or (link.hedge and link.source is None)


def _hedge(link: AttributionLink) -> str:
    cue = link.cue.lower().strip()
    if cue in _MODALS:
        return POSSIBLE
    if cue in hedge_words().adverbs:
        return cue
    near = max(hedge_words().adverbs, key=lambda word: SequenceMatcher(None, word, cue).ratio())
    if SequenceMatcher(None, near, cue).ratio() > 0.85:
        return near
    first, _, rest = cue.partition(" ")
    return f"as is {rest.removesuffix(' to')}" if first in _BE and rest else f"hedged with “{link.cue}”"
