"""Where agreements stand on a day: for each party the latest act, and all acts in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from legation.consolidation.acts_wording import areas_of, text_of
from legation.consolidation.days import day_of, may_coincide
from legation.consolidation.known import NOTHING, Known, grouped
from legation.consolidation.parties import all_codes, codes
from legation.consolidation.similarity import is_generic, same_name
from legation.consolidation.tellings import Telling, tellings
from legation.records import Claim, Kind, Modality

_ORDER = [
    "negotiation",
    "conclusion",
    "initialling",
    "signature",
    "acceptance",
    "approval",
    "ratification",
    "accession",
    "provisional-application",
    "entry-into-force",
    "suspension",
    "denunciation",
    "withdrawal",
    "termination",
]
_DONE = frozenset({Modality.ASSERTED, Modality.HISTORICAL, Modality.ONGOING})
_FOR_ALL = frozenset({"entry into force", "termination", "negotiation", "signature", "initialling", "conclusion"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementStanding:
    """An agreement as the claims tell it up to a day.

    ``latest`` is code -> telling of the last act done by or for that party; ``history`` all acts done, by
    day; ``announced`` acts not done (future, conditional) and ``denied`` acts that a report negates.
    """

    name: str
    parties: frozenset[str]
    areas: tuple[str, ...]
    latest: dict[str, Telling]
    history: tuple[Telling, ...]
    announced: tuple[Telling, ...]
    denied: tuple[Telling, ...]

    @property
    def last(self) -> Telling | None:
        """The last act done by anyone, or None where all is announced."""
        return self.history[-1] if self.history else None


def agreements(claims: Iterable[Claim], as_of: str, known: Known = NOTHING) -> list[AgreementStanding]:
    """Return the standing of every agreement that claims tell of up to a day (ISO 8601), by name."""
    told = [c for c in claims if c.kind == Kind.AGREEMENT and day_of(c) <= as_of]
    longest_first = sorted(told, key=lambda c: (-len(text_of(c, "name")), c.id))
    groups = grouped(longest_first, same_agreement, known)
    return sorted((_standing(group, known) for group in groups), key=lambda s: (s.name, sorted(s.parties)))


def same_agreement(one: Claim, other: Claim) -> bool:
    """Tell whether two claims can speak of one agreement: parties that include each other, names that fit."""
    left, right = all_codes(one), all_codes(other)
    if not (left <= right or right <= left) or not left & right:
        return False
    names = text_of(one, "name"), text_of(other, "name")
    if same_name(*names):
        return True
    unnamed = any(is_generic(name) for name in names) and text_of(one, "act") == text_of(other, "act")
    return unnamed and left == right and may_coincide(one.when, other.when)


def act_order(act: str) -> int:
    """Return where an act stands in the life of an agreement; unknown acts first."""
    key = act.replace(" ", "-")
    return _ORDER.index(key) if key in _ORDER else -1


def _dated(telling: Telling) -> str:
    """Return the day of an act; one that reports only recall, without a date, was before all that are dated."""
    lead = telling.lead
    recalled = lead.modality == Modality.HISTORICAL and lead.when.basis == "inferred"
    return "" if recalled else telling.day


def _standing(group: list[Claim], known: Known) -> AgreementStanding:
    told = sorted(tellings(group, known), key=lambda t: (_dated(t), act_order(text_of(t.lead, "act"))))
    done = tuple(t for t in told if t.lead.modality in _DONE)
    latest: dict[str, Telling] = {}
    for telling in done:
        act = text_of(telling.lead, "act")
        doers = all_codes(telling.lead) if act in _FOR_ALL else codes(telling.lead.actors)
        latest.update(dict.fromkeys(doers, telling))
    return AgreementStanding(
        name=text_of(group[0], "name") or "agreement",
        parties=frozenset().union(*(all_codes(claim) for claim in group)),
        areas=tuple(dict.fromkeys(area for claim in group for area in areas_of(claim))),
        latest=latest,
        history=done,
        announced=tuple(t for t in told if t.lead.modality in {Modality.FUTURE, Modality.HYPOTHETICAL}),
        denied=tuple(t for t in told if t.lead.modality == Modality.NEGATED),
    )
