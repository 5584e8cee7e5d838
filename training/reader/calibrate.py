"""Fits the forecast of confidence on the held part of the corpus: texts that the weights were not trained on."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from legation.coding.coder import assembled
from legation.coding.learned.confidence import features
from legation.coding.situation import Situation
from legation.language import analyse
from legation.pipeline.claim_scores import judged
from legation.pipeline.seeing import signals_of
from legation.records import Claim, Report
from training.corpus.compiled import compiled
from training.corpus.notes import Item


def observations(items: Sequence[Item]) -> list[tuple[list[float], bool]]:
    """Return for every claim told of some texts its features, and whether its core is right."""
    found: list[tuple[list[float], bool]] = []
    for item in items:
        report = Report(id=item.id, text=item.text, published_on=item.head["date"])
        analysis = analyse(report)
        pairs = {
            made.id: (draft, made)
            for draft, made in assembled(Situation(analysis, signals_of(analysis)))
            if isinstance(made, Claim)
        }
        seen = judged(compiled(item), [claim for _, claim in pairs.values()])
        for n, (draft, _) in enumerate(pairs.values()):
            found.append((features(draft), n in seen.verdicts and seen.verdicts[n].core))
    return found


def fitted(data: Sequence[tuple[list[float], bool]], *, ridge: float = 1.0, steps: int = 60) -> list[float]:
    """Return the weights of a logistic forecast, by Newton's method with a ridge."""
    x = np.array([f for f, _ in data])
    y = np.array([float(r) for _, r in data])
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1.0 / (1.0 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (p - y) + ridge * w
        bend = (x * (p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(w))
        step = np.linalg.solve(bend, slope)
        w -= step
        if math.sqrt(float(step @ step)) < 1e-6:
            break
    return [round(float(v), 4) for v in w]
