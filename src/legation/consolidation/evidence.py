"""Later acts that may bear on a promise: found by the words that they share with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from legation.consolidation.acts_wording import text_of
from legation.consolidation.days import day_of
from legation.consolidation.known import Known
from legation.consolidation.parties import all_codes, codes
from legation.consolidation.similarity import words_of
from legation.consolidation.tellings import Telling
from legation.records import Claim, Kind, Modality, Verdict

_BEARING = frozenset({Modality.ASSERTED, Modality.ONGOING, Modality.HISTORICAL, Modality.NEGATED})
_AGAINST = frozenset({"REJECT", "SANCTION", "RETREAT", "THREATEN"})
_SHARED_NEEDED = 2
_SHARE_NEEDED = 0.4


@dataclass(frozen=True, slots=True)
class Evidence:
    """A later claim that bears on a promise, with the reason; ``by`` is who accepted it, empty while it is proposed.

    ``against`` tells that it speaks against the promise's being kept: not done, refused, suspended.
    """

    claim: Claim
    reason: str
    against: bool = False
    by: str = ""


class Later:
    """Acts told up to a day, by their words."""

    def __init__(self, claims: Iterable[Claim], as_of: str) -> None:
        self.claims: dict[str, Claim] = {}
        self._by_word: dict[str, list[str]] = {}
        for claim in claims:
            if claim.modality in _BEARING and not is_promise(claim) and day_of(claim) <= as_of:
                self.claims[claim.id] = claim
                if claim.kind != Kind.STATEMENT:
                    for word in words_of(claim.passage.exact):
                        self._by_word.setdefault(word, []).append(claim.id)

    def bearing_on(self, telling: Telling, known: Known) -> list[Evidence]:
        """Return what bears on a promise, as people accepted it or by its words, in the order of days."""
        decided = self._decided(telling, known)
        proposed = {e.claim.id: e for e in self._proposed(telling.lead)}
        found = [*decided.values(), *(e for id_, e in proposed.items() if id_ not in decided)]
        return sorted((e for e in found if e is not None), key=lambda e: (day_of(e.claim), e.claim.id))

    def _decided(self, telling: Telling, known: Known) -> dict[str, Evidence | None]:
        """Return later claim -> the evidence that a person made of it, None where a person refused it."""
        promises = {claim.id for claim in telling.claims}
        out: dict[str, Evidence | None] = {}
        for (promise, later), said in known.evidence.items():
            if promise in promises and later in self.claims:
                claim = self.claims[later]
                accepted = said.verdict is Verdict.SAME
                out[later] = Evidence(claim, said.reason, _is_against(claim), said.by) if accepted else None
        return out

    def _proposed(self, promise: Claim) -> Iterable[Evidence]:
        """Yield later acts of the same side, in other reports, that share enough of the promise's words."""
        sides = words_of(" ".join(a.name for a in (*promise.actors, *promise.recipients)))
        wanted = words_of(promised(promise)) - sides
        shared = Counter(id_ for word in wanted for id_ in self._by_word.get(word, ()))
        actors = codes(promise.actors)
        for id_, count in shared.items():
            claim = self.claims[id_]
            enough = count >= _SHARED_NEEDED and count >= _SHARE_NEEDED * len(wanted)
            if enough and _is_later(promise, claim) and actors <= all_codes(claim):
                reason = f"a later act by the same side that shares {count} of the promise’s {len(wanted)} words"
                yield Evidence(claim, reason, _is_against(claim))


def is_promise(claim: Claim) -> bool:
    """Tell whether a claim is a promise: a commitment, or a membership still to come."""
    return claim.kind == Kind.COMMITMENT or (claim.kind == Kind.MEMBERSHIP and claim.modality == Modality.FUTURE)


def promised(promise: Claim) -> str:
    """Return what was promised, in the words of the promise."""
    return text_of(promise, "what") or f"join {text_of(promise, 'organisation')}"


def _is_against(claim: Claim) -> bool:
    return claim.modality == Modality.NEGATED or (claim.event is not None and claim.event.type in _AGAINST)


def _is_later(promise: Claim, later: Claim) -> bool:
    made, done = day_of(promise), later.when.start or ""
    return bool(made) and done > made and later.report.id != promise.report.id
