"""Triggers as the learned reader sees them: what they tell, and which stretches bear which role to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.coding.learned.spans import Run, Tokens, runs
from legation.models import Signals
from legation.records import Kind, Modality

_LONG = 5
_LEADING = frozenset({"ADV", "MODAL", "DET", "PUNCT", "QUOTE", "HAVE", "BE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One trigger: tokens of the report, the readings of the heads, and runs of tokens by role.

    ``chance`` is that it tells anything, ``sure`` that it tells this kind and type; both 0..1.
    """

    first: int
    last: int
    kind: Kind
    event: str | None
    mode: str | None
    modality: Modality
    chance: float
    sure: float
    modality_chance: float
    fields: dict[str, str]
    contexts: tuple[str, ...]
    areas: tuple[str, ...]
    roles: dict[str, tuple[Run, ...]]


class TriggerReader:
    """Reads the triggers of one report."""

    def __init__(self, tokens: Tokens, signals: Signals, thresholds: dict[str, float]) -> None:
        self.tokens = tokens
        self.s = signals
        self.least = thresholds["claim"]
        self.thresholds = thresholds

    def read(self) -> Iterator[Trigger]:
        """Yield the triggers over the threshold, in order."""
        for run in runs(self.s.some("kind"), self.least):
            for part in self._parted(run):
                yield self.at(part.first, part.last)

    def _parted(self, run: Run) -> Iterator[Run]:
        """Neighbouring tokens of two readings are two triggers; a run over a sentence's end is cut there."""
        first = run.first
        for k in range(run.first + 1, run.last + 1):
            if (
                k == run.last
                or self.tokens.home[k] != self.tokens.home[first]
                or self._label(k) != self._label(first)
                or k - first >= _LONG
            ):
                yield self._bare(first, k)
                first = k

    def _bare(self, first: int, last: int) -> Run:
        """A trigger without an adverb or auxiliary before it ("reportedly thanked", "will send")."""
        while first < last - 1 and self.tokens.all[first].tag in _LEADING:
            first += 1
        return Run(first, last, 1.0)

    def _label(self, token: int) -> tuple[str, str]:
        kind = self.s.best("kind", token, self.s.labels["kind"][1:])[0]
        return kind, self.s.best("type", token)[0]

    def at(self, first: int, last: int) -> Trigger:
        """Return what the heads say of a stretch of tokens, taken for a trigger."""
        kind, kind_chance = self.s.best("kind", first, self.s.labels["kind"][1:])
        event, event_chance = self._event(first, Kind(kind))
        how, how_chance = self.s.best("modality", first)
        chance = float(self.s.some("kind")[first])
        return Trigger(
            first=first,
            last=last,
            kind=Kind(kind),
            event=event,
            mode=self._mode(first, event),
            modality=Modality(how),
            chance=chance,
            sure=kind_chance * event_chance,
            modality_chance=how_chance,
            fields=self._fields(first, kind),
            contexts=tuple(self.s.chosen("contexts", first)[:3]),
            areas=tuple(self.s.chosen("areas", first)[:4]),
            roles={name: self._role(name, first) for name in ("by", "to", "obj", "when", "where", "due")},
        )

    def _event(self, token: int, kind: Kind) -> tuple[str | None, float]:
        labels = self.s.labels["type"]
        event, chance = self.s.best("type", token, labels if kind != Kind.EVENT else labels[1:])
        return (None, chance) if event == "none" else (event, chance)

    def _mode(self, token: int, event: str | None) -> str | None:
        allowed = [m for m in self.s.labels["mode"] if m == "none" or (event and m.startswith(f"{event}/"))]
        found = self.s.best("mode", token, allowed)[0]
        return None if found == "none" else found.partition("/")[2]

    def _fields(self, token: int, kind: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for head in self.s.labels:
            of, _, name = head.partition(".")
            if name and of == kind:
                value = self.s.best(head, token)[0]
                if value != "none":
                    found[name] = value
        return found

    def _role(self, name: str, token: int) -> tuple[Run, ...]:
        low, chances = self.s.role(name, token)
        gap = 1 if name in {"obj", "when", "due"} else 0
        return tuple(self._homed(r) for r in runs(chances, self.thresholds[f"role.{name}"], gap=gap, offset=low))

    def _homed(self, run: Run) -> Run:
        """A run over a sentence's end is cut there."""
        last = run.first + 1
        while last < run.last and self.tokens.home[last] == self.tokens.home[run.first]:
            last += 1
        return Run(run.first, last, run.chance)
