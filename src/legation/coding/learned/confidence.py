"""How sure a claim is: a logistic forecast that its kind, parties and modality are right, fitted on texts set aside."""

from __future__ import annotations

import math
from collections.abc import Sequence

from legation.coding.kinds.drafts import Draft
from legation.records import Kind

KINDS = tuple(Kind)


def features(draft: Draft) -> list[float]:
    """Return what the forecast rests on: the reader's chances as log odds, what could be linked, the kind."""
    seen = draft.seen
    chances = (0.5, 0.5, 0.5, 0.5) if seen is None else (seen.chance, seen.sure, seen.modality, seen.role)
    parties = (*draft.actors, *draft.recipients)
    linked = [a for a in parties if a.country or a.entity]
    return [
        1.0,
        *(_log_odds(c) for c in chances),
        float(bool(draft.actors)),
        float(bool(draft.recipients)),
        float(len(linked) == len(parties)),
        float(bool(linked)),
        float(len(parties) > 2),
        float(seen is not None and seen.rules),
        *(float(draft.kind == kind) for kind in KINDS),
    ]


def forecast(draft: Draft, weights: Sequence[float]) -> float:
    """Return the confidence in a draft, 0..1."""
    total = sum(w * f for w, f in zip(weights, features(draft), strict=True))
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), 2)


def _log_odds(chance: float) -> float:
    chance = min(max(chance, 0.005), 0.995)
    return math.log(chance / (1.0 - chance))
