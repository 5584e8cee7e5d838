"""What the linker looks at in one claim, worked out once: a claim of the day's story is compared with hundreds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property

from legation.consolidation.acts_wording import text_of
from legation.consolidation.parties import all_codes, codes
from legation.consolidation.similarity import words_of
from legation.records import Actor, Claim, Modality, Precision

RECALLED = 400
"""How many days back a report may recall an act without dating it."""
_DONE = frozenset({Modality.ASSERTED, Modality.HISTORICAL, Modality.ONGOING})
_NUMBER = re.compile(r"\b\d[\d,.]*\b")
_PROPER = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]{2,}")
_NEAR = 60  # characters to each side of the trigger that tell what the act is about
_NAMES = ("name", "organisation", "what", "content")
_MOST = 5000


class Traits:
    """The parties, words, day and act of a claim as sets and words, each worked out when it is first asked for."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.kind = claim.kind
        self.report = claim.report.id
        self.is_inferred = claim.when.basis == "inferred"
        self.is_exact = claim.when.precision == Precision.DAY and claim.when.start is not None
        self.is_done = claim.modality in _DONE
        self.type = claim.event.type if claim.event else ""
        self.mode = (claim.event.mode or "") if claim.event else ""

    @cached_property
    def actors(self) -> frozenset[str]:
        """The codes of the actors."""
        return codes(self.claim.actors)

    @cached_property
    def recipients(self) -> frozenset[str]:
        """The codes of the recipients."""
        return codes(self.claim.recipients)

    @cached_property
    def parties(self) -> frozenset[str]:
        """The codes of all who act or are acted upon, and the organisation of a membership."""
        return all_codes(self.claim)

    @cached_property
    def entities(self) -> frozenset[str]:
        """The entities among actors and recipients."""
        return _entities((*self.claim.actors, *self.claim.recipients))

    @cached_property
    def persons(self) -> frozenset[str]:
        """The persons among the entities."""
        return frozenset(entity for entity in self.entities if entity.startswith("person:"))

    @cached_property
    def reachable(self) -> frozenset[str]:
        """The codes and entities that the claim can be found by: parties, sources, the state of its place."""
        claim = self.claim
        sources = [link.source for link in claim.attribution if link.source is not None]
        place = {claim.where.country} if claim.where and claim.where.country else set()
        return (self.parties | self.entities | codes(sources) | _entities(sources) | place) - {"IGO"}

    @cached_property
    def words(self) -> frozenset[str]:
        """The content words of the passage."""
        return words_of(self.claim.passage.exact)

    @cached_property
    def trigger(self) -> frozenset[str]:
        """The content words of the trigger."""
        start, end = self._span
        return words_of(self.claim.passage.exact[start:end])

    @cached_property
    def near(self) -> frozenset[str]:
        """The content words of the trigger and around it."""
        start, end = self._span
        return words_of(self.claim.passage.exact[max(0, start - _NEAR) : end + _NEAR])

    @property
    def _span(self) -> tuple[int, int]:
        at = self.claim.passage.start
        return self.claim.trigger_start - at, self.claim.trigger_end - at

    @cached_property
    def party_words(self) -> frozenset[str]:
        """The words that name the parties: they say nothing of the act."""
        everybody = (*self.claim.actors, *self.claim.recipients)
        return words_of(" ".join(f"{actor.name} {actor.text}" for actor in everybody))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of what the claim is on: a name, what was promised or said."""
        return words_of(" ".join(text_of(self.claim, name) for name in _NAMES))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in the passage."""
        return frozenset(_NUMBER.findall(self.claim.passage.exact))

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """The capitalised words in the passage, those that begin a sentence left aside."""
        return frozenset(word[:6].lower() for word in _PROPER.findall(self.claim.passage.exact))

    @cached_property
    def act(self) -> str:
        """The act on an agreement or body, the status of a membership, what a relation is called."""
        return next((found for name in ("act", "status", "to") if (found := text_of(self.claim, name))), "")

    @cached_property
    def time(self) -> tuple[date, date]:
        """The first and last day on which the act may have been.

        A day that a report does not give is that of its publication at the latest; what it recalls may lie
        RECALLED days back.
        """
        when, published = self.claim.when, self.claim.report.published_on
        start = when.start or when.end or published
        end = when.end or when.start or published
        if not start or not end:
            return date.min, date.max
        first, last = date.fromisoformat(start), date.fromisoformat(end)
        if when.start is None or (self.is_inferred and self.claim.modality == Modality.HISTORICAL):
            first = max(date.min + timedelta(RECALLED), first) - timedelta(RECALLED)
        return first, last


_known: dict[int, Traits] = {}


def traits_of(claim: Claim) -> Traits:
    """Return the traits of a claim; those of the last few thousand claims (the very objects) are kept."""
    found = _known.get(id(claim))
    if found is None or found.claim is not claim:
        if len(_known) >= _MOST:
            _known.clear()
        _known[id(claim)] = found = Traits(claim)
    return found


def _entities(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(actor.entity for actor in actors if actor.entity)
