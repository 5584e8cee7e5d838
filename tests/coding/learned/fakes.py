"""Signals made by hand: what the reader would say, so that what is made of it can be tested by itself."""

from __future__ import annotations

import numpy as np

from legation.language import analyse
from legation.models import Signals, Window
from legation.records import Report
from legation.records.syntax import Analysis

LABELS: dict[str, tuple[str, ...]] = {
    "kind": ("none", "event", "statement", "agreement", "body", "commitment", "membership", "meeting", "relation"),
    "type": ("none", "ACCUSE", "SANCTION", "SUPPORT", "THREATEN"),
    "cue": ("none", "say", "believe", "intend", "cite", "hedge"),
    "modality": ("asserted", "ongoing", "future", "hypothetical", "negated", "historical"),
    "mode": ("none", "SANCTION/withdraw"),
    "agreement.act": ("none", "signature", "entry-into-force"),
    "body.act": ("none", "established"),
    "membership.status": ("none", "member", "withdrawal-notified"),
    "meeting.status": ("none", "held", "planned"),
    "meeting.format": ("none", "visit"),
    "meeting.level": ("none", "ministers"),
    "relation.rel": ("none", "ally"),
    "sector": ("none", "GOV", "CVL"),
    "contexts": ("diplomatic", "military"),
    "areas": ("defence",),
    "roles": ("by", "to", "obj", "when", "where", "due", "source", "content", "nation"),
}
THRESHOLDS = {
    "claim": 0.5, "cue": 0.5, "link_role": 0.5, "rule": 0.3, "rule_cue": 0.3, "statement": 0.4,
    "sure": 0.5, "rule_kind": 0.2, "nation": 0.3,
    **{f"role.{name}": 0.5 for name in ("by", "to", "obj", "when", "where", "due")},
}  # fmt: skip


class Fake:
    """A text with its analysis, whose signals say what they are told to say."""

    def __init__(self, text: str, day: str = "2021-03-09") -> None:
        self.text = text
        self.analysis: Analysis = analyse(Report(id="x", text=text, published_on=day))
        self.tokens = [t for s in self.analysis.sentences for t in s.tokens]
        count = len(self.tokens)
        self.heads = {
            name: np.zeros((count, len(labels)), dtype=np.float32) for name, labels in LABELS.items() if name != "roles"
        }
        for name, rows in self.heads.items():
            if name not in {"contexts", "areas"}:
                rows[:, 0] = 1.0
        self.scores = np.full((len(LABELS["roles"]), count, count), -9.0, dtype=np.float32)

    def at(self, word: str) -> int:
        """The number of the first token of that text."""
        return next(n for n, t in enumerate(self.tokens) if t.text == word)

    def tell(self, word: str, **labels: str) -> Fake:
        """Let a token have these labels."""
        for head, label in labels.items():
            name = head.replace("_", ".")
            row = self.heads[name][self.at(word)]
            if name in {"contexts", "areas"}:
                row[LABELS[name].index(label)] = 1.0
            else:
                row[:] = 0.02
                row[LABELS[name].index(label)] = 0.9
        return self

    def role(self, anchor: str, name: str, first: str, last: str | None = None, chance: float = 9.0) -> Fake:
        """Let the tokens from one word to another bear a role to an anchor."""
        place = self.scores[LABELS["roles"].index(name), self.at(anchor)]
        place[self.at(first) : self.at(last or first) + 1] = chance
        return self

    def signals(self) -> Signals:
        """The signals."""
        starts = [self.tokens.index(s.tokens[0]) for s in self.analysis.sentences]
        pieces = np.arange(len(self.tokens), dtype=np.int64)
        window = Window(0, len(self.tokens), self.scores, pieces)
        return Signals(starts, self.heads, [window], LABELS, dict(THRESHOLDS), {}, "fake-1")
