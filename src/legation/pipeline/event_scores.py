"""How well events are found in sentences, one coding to be found in each.

Definitions, over the sentences of a set:

- A sentence has one *type* to be found, or none; types that are as good (``also_events``) are neither right nor wrong.
- ``precision`` = right types / types told; a type told of a sentence that has none is wrong.
- ``recall`` = sentences whose type is told / sentences that have one; ``type_f1`` their harmonic mean.
- An event told is *full* where its type is right, and some actor and some recipient have a country that is to be
  found.  A role that has no country to be found is not asked for.  Where the parties act on one another (CONSULT or
  COOPERATE with both roles, or so marked), it is full with two of them in either role.
- ``full`` = sentences with a full event / sentences that have a type.  The parties of a mutual act may be spread over
  several events of the type.
- ``full_f1`` = harmonic mean of ``full`` and of the share of events told that are full.
- ``false_alarms`` = sentences that have nothing to code and yield an event / sentences that have nothing to code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from legation.pipeline.figures import harmonic, ratio

_MUTUAL = frozenset({"CONSULT", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Told:
    """An event that the coder told: its type, and the codes of both roles."""

    type: str
    actors: frozenset[str]
    recipients: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be found in a sentence; ``type`` is None where there is nothing to code."""

    type: str | None
    as_good: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    mutual: bool

    @property
    def parties(self) -> frozenset[str]:
        """The codes of both roles together."""
        return self.actors | self.recipients


def told(raw: Mapping[str, Any]) -> Told:
    """Return an event of the layer ``events``."""
    return Told(raw["event"], _codes(raw["source"]), _codes(raw["target"]))


def wanted(raw: Mapping[str, Any]) -> Wanted:
    """Return what a sentence of a set says is to be found in it."""
    actors, recipients = _codes(raw["source"]), _codes(raw["target"])
    mutual = bool(raw.get("symmetric_markup")) or bool(raw["event"] in _MUTUAL and actors and recipients)
    return Wanted(raw["event"], frozenset(raw.get("also_events") or ()), actors, recipients, mutual)


def _codes(raw: Iterable[str]) -> frozenset[str]:
    return frozenset(code[:3].upper() for code in raw)


def is_full(event: Told, want: Wanted) -> bool:
    """Tell whether an event has the type and the parties that are to be found."""
    if event.type != want.type:
        return False
    if want.mutual:
        return _has_parties(event.actors | event.recipients, want)
    return _agrees(event.actors, want.actors) and _agrees(event.recipients, want.recipients)


def _agrees(found: frozenset[str], asked: frozenset[str]) -> bool:
    return not asked or bool(found & asked)


def _has_parties(found: frozenset[str], want: Wanted) -> bool:
    return len(found & want.parties) >= min(2, len(want.parties))


def has_full(events: Collection[Told], want: Wanted) -> bool:
    """Tell whether a sentence's coding is among its events, or spread over them where it is mutual."""
    if any(is_full(event, want) for event in events):
        return True
    alike = [event for event in events if event.type == want.type]
    return want.mutual and bool(alike) and _has_parties(frozenset().union(*map(_parties, alike)), want)


def _parties(event: Told) -> frozenset[str]:
    return event.actors | event.recipients


def score_events(pairs: Iterable[tuple[Wanted, Collection[Told]]]) -> dict[str, float]:
    """Return the figures of a set (see above) from what was to be found and what was told, sentence by sentence."""
    items = list(pairs)
    coded = [(want, events) for want, events in items if want.type is not None]
    empty = [events for want, events in items if want.type is None]
    right = sum(any(event.type == want.type for event in events) for want, events in coded)
    wrong = sum(len(_wrong_types(want, events)) for want, events in items)
    full_events = sum(is_full(event, want) for want, events in coded for event in events)
    full = ratio(sum(has_full(events, want) for want, events in coded), len(coded))
    precision, recall = ratio(right, right + wrong), ratio(right, len(coded))
    return {
        "precision": precision,
        "recall": recall,
        "type_f1": harmonic(precision, recall),
        "full": full,
        "full_f1": harmonic(full, ratio(full_events, sum(len(events) for _, events in items))),
        "false_alarms": ratio(sum(bool(events) for events in empty), len(empty)),
    }


def _wrong_types(want: Wanted, events: Collection[Told]) -> set[str]:
    return {event.type for event in events} - {want.type} - want.as_good
