"""The grade of what a telling's claims tell together; a person's goes before the computed one."""

from __future__ import annotations

from legation.consolidation.tellings import Telling
from legation.consolidation.trust import Grade, credibility


def grade_of(telling: Telling) -> Grade:
    """Return the credibility of a telling."""
    values = (telling.known.values.get((claim.id, "credibility")) for claim in telling.claims)
    by_hand = max((v for v in values if v is not None), key=lambda v: v.recorded_at, default=None)
    return credibility(telling.claims, telling.origins, telling.disputes, by_hand)
