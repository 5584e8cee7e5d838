"""Contested tellings: versions of one act that cannot all be true, each with the claims that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legation.consolidation.hedging import denials
from legation.records import Claim, Kind, Modality, Precision

_DONE = frozenset({Modality.ASSERTED, Modality.HISTORICAL, Modality.ONGOING})
_NUMBER = re.compile(r"(?<![\w.,])(\d[\d,.]*\d|\d)\s+(?:\w+\s+)??(\w{3,}s)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of what is contested, in words, and the claims that hold it."""

    told: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What versions differ in: ``date``, ``done`` (done or not), ``number``, or ``denied`` by somebody."""

    about: str
    versions: tuple[Version, ...]

    @property
    def told(self) -> str:
        """The dispute in a short phrase."""
        if self.about == "denied":
            return self.versions[-1].told
        return f"contested: {' or '.join(version.told for version in self.versions)}"


def disputes(claims: Sequence[Claim]) -> list[Dispute]:
    """Return in what claims that tell one act contradict each other."""
    found = (_dates(claims), _done(claims), _numbers(claims), _denied(claims))
    return [dispute for dispute in found if dispute is not None]


def _versions(about: str, told: Iterable[tuple[str, Claim]]) -> Dispute | None:
    held: dict[str, list[Claim]] = {}
    for words, claim in told:
        held.setdefault(words, []).append(claim)
    reports = {claim.report.id for each in held.values() for claim in each}
    if len(held) < 2 or len(reports) < 2:
        return None
    ordered = sorted(held.items(), key=lambda item: (-len(item[1]), item[0]))
    return Dispute(about=about, versions=tuple(Version(told=words, claims=tuple(each)) for words, each in ordered))


def _dates(claims: Sequence[Claim]) -> Dispute | None:
    """Days that reports give in so many words; a day that a report does not give contests nothing."""
    exact = [
        claim
        for claim in claims
        if claim.when.basis == "explicit"
        and claim.when.precision == Precision.DAY
        and claim.when.start == claim.when.end
    ]
    return _versions("date", ((f"on {claim.when.start}", claim) for claim in exact if claim.when.start))


def _done(claims: Sequence[Claim]) -> Dispute | None:
    told = ((claim, claim.modality) for claim in claims if claim.kind != Kind.STATEMENT)
    versions = (
        ("done" if modality in _DONE else "not done", claim)
        for claim, modality in told
        if modality in _DONE or modality == Modality.NEGATED
    )
    return _versions("done", versions)


def _numbers(claims: Sequence[Claim]) -> Dispute | None:
    """Different numbers of the same thing: "120 tanks" and "90 tanks"."""
    counted: dict[str, list[tuple[str, Claim]]] = {}
    for claim in claims:
        near = claim.passage.exact
        for number, noun in {(m[1], m[2].lower()) for m in _NUMBER.finditer(near)}:
            if not (noun in _CALENDAR or (len(number) == 4 and number[:2] in {"19", "20"})):
                counted.setdefault(noun, []).append((f"{number} {noun}", claim))
    for noun in sorted(counted):
        if found := _versions("number", counted[noun]):
            return found
    return None


_CALENDAR = frozenset(
    "january february march april june july august september october november december days years weeks months "
    "hours minutes percent million billion".split()
)


def _denied(claims: Sequence[Claim]) -> Dispute | None:
    denied = [(claim, told) for claim in claims for told in denials(claim)]
    others = tuple(claim for claim in claims if not denials(claim))
    if not denied:
        return None
    words = ", ".join(dict.fromkeys(told for _, told in denied))
    deniers = tuple(dict.fromkeys(claim.id for claim, _ in denied))
    return Dispute(
        about="denied",
        versions=(
            *([Version(told="told", claims=others)] if others else []),
            Version(told=words, claims=tuple(claim for claim in claims if claim.id in deniers)),
        ),
    )
