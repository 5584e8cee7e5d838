"""``python -m training.linking``: fit the linker on annotated dossiers, and lock its weights.

The dossier on Serbia and Kosovo and ``evaluation/origins/test.jsonl`` are not looked at: they measure.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from legation.consolidation.pair_features import comparable, pair_features
from legation.consolidation.similarity import words_of
from legation.models import linker
from legation.pipeline.link_scores import Annotated, annotated_dossier
from legation.pipeline.reading import Request
from training.locking import MODELS, lock

ROOT = Path(__file__).resolve().parents[2]
DOSSIERS = ("nato-accession", "black-sea-grain")
VERSION = "1.0.0"
_L2 = 2.0
_COMMON = 0.006
_LIMITS = {"same": 0.5, "unsure": 0.2, "join": 0.3}
"""Chosen on the dossiers, each with weights fitted on the others."""


def material() -> list[Annotated]:
    """Return what the linker is fitted on."""
    places = [(ROOT / "evaluation/dossier" / f"{name}.json", ROOT / "examples/dossier" / name) for name in DOSSIERS]
    places += [(path, path.with_suffix("")) for path in sorted((ROOT / "training/linking/dossiers").glob("*.json"))]
    return [annotated_dossier(path, folder, Request()) for path, folder in places]


def pairs(annotated: Annotated) -> tuple[NDArray[np.float64], NDArray[np.float64], list[str]]:
    """Return features (a row a comparable pair), whether each tells one act, and the names of the features."""
    claims = {claim.id: claim for claim in annotated.claims}
    rows, same, names = [], [], list[str]()
    for one, other in combinations(sorted(annotated.acts), 2):
        if comparable(claims[one], claims[other]):
            features = pair_features(claims[one], claims[other])
            names = list(features)
            rows.append([1.0, *features.values()])
            same.append(float(annotated.acts[one] == annotated.acts[other]))
    return np.array(rows), np.array(same), names


def fit(rows: NDArray[np.float64], same: NDArray[np.float64], l2: float = _L2) -> NDArray[np.float64]:
    """Return the weights of a logistic regression with an L2 penalty, by Newton's method; the first is the bias."""
    weights = np.zeros(rows.shape[1])
    penalty = np.r_[0.0, np.full(rows.shape[1] - 1, l2)]
    for _ in range(60):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - same) + penalty * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty + 1e-6)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def common_words() -> list[str]:
    """Return the words that so many paragraphs of the training corpus have that sharing them says little."""
    paragraphs = [
        words_of(paragraph)
        for path in sorted((ROOT / "training" / "corpus").glob("*/*.txt"))
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")
    ]
    counted = Counter(word for words in paragraphs for word in words)
    return sorted(word for word, count in counted.items() if count >= _COMMON * len(paragraphs))


def write(weights: Sequence[float], names: Sequence[str], common: Sequence[str]) -> None:
    """Write the weights into the package and lock them."""
    content: dict[str, object] = {
        "bias": round(weights[0], 4),
        "weights": {n: round(w, 4) for n, w in zip(names, weights[1:], strict=True)},
    }
    path = MODELS / "weights" / "linker.json"
    path.write_text(json.dumps(content | _LIMITS | {"common": " ".join(common)}, indent=1) + "\n", encoding="utf-8")
    lock("linker", VERSION, ("linker.json",))


def main() -> None:
    """Fit on all the material and write; the common words first, as the features rest on them."""
    common = common_words()
    write([0.0], [], common)
    linker.cache_clear()
    found = [pairs(each) for each in material()]
    rows, same = np.vstack([each[0] for each in found]), np.concatenate([each[1] for each in found])
    weights = [float(weight) for weight in fit(rows, same)]
    write(weights, found[0][2], common)
    print(f"{len(rows)} pairs, {int(same.sum())} of one act")


if __name__ == "__main__":
    main()
