"""From chances of tokens to stretches of tokens: runs over a threshold, small gaps closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.models import Chances, Signals
from legation.records import Span
from legation.records.syntax import Analysis, Sentence, Token


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``first`` up to ``last`` of the report, and the highest chance among them."""

    first: int
    last: int
    chance: float


def runs(chances: Chances, least: float, *, gap: int = 0, offset: int = 0) -> list[Run]:
    """Return the stretches of tokens whose chance is ``least`` or more; gaps of up to ``gap`` tokens are closed."""
    found: list[Run] = []
    for n, chance in enumerate(chances.tolist()):
        if chance < least:
            continue
        at = n + offset
        if found and at - found[-1].last <= gap:
            found[-1] = Run(found[-1].first, at + 1, max(found[-1].chance, chance))
        else:
            found.append(Run(at, at + 1, chance))
    return found


class Tokens:
    """The tokens of a report counted through, each with its sentence."""

    def __init__(self, analysis: Analysis, signals: Signals) -> None:
        self.analysis = analysis
        self.signals = signals
        self.all: list[Token] = [t for s in analysis.sentences for t in s.tokens]
        self.home: list[int] = [s.index for s in analysis.sentences for _ in s.tokens]

    def sentence(self, token: int) -> tuple[Sentence, int]:
        """Return the sentence of a token and the token's place in it."""
        sentence = self.analysis.sentences[self.home[token]]
        return sentence, token - self.signals.starts[sentence.index]

    def span(self, first: int, last: int) -> Span:
        """Return the characters of the tokens ``first`` up to ``last`` (excluded)."""
        return Span(self.all[first].start, self.all[last - 1].end)

    def trimmed(self, first: int, last: int, marks: Sequence[str] = (",", ".", ";", ":", "—", "–", "-")) -> Run:
        """Return a stretch without the marks at its edges."""
        while first < last - 1 and self.all[first].text in marks:
            first += 1
        while last - 1 > first and self.all[last - 1].text in marks:
            last -= 1
        return Run(first, last, 1.0)
