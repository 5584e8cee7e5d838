"""Claims that tell one thing: grouped by judgements, with the reason; nothing is merged or lost.

Where no judgements are known a plain rule stands in: two claims tell one thing where they are of one kind,
compatible act, the same parties, dates that can coincide, and alike in name or words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from legation.consolidation.acts_wording import text_of
from legation.consolidation.days import day_of, may_coincide
from legation.consolidation.disputes import Dispute, disputes
from legation.consolidation.known import NOTHING, Known
from legation.consolidation.origins import Origin, cited_in, origins
from legation.consolidation.parties import all_codes, codes
from legation.consolidation.similarity import is_generic, likeness, overlap, same_name
from legation.records import Claim, Kind, Modality

_DONE = frozenset({Modality.ASSERTED, Modality.HISTORICAL, Modality.ONGOING})
UNNAMED = "one of them gives no name of its own"
_WORDS_NEEDED = 0.45
_DOUBTFUL = 0.25
"""Below such a confidence a claim is not quoted where a surer one tells the same."""
_QUOTE_NEEDED = 0.6


@dataclass(frozen=True)
class Telling:
    """One thing told by one or more claims; ``reasons`` says of every claim but the first why it is here."""

    claims: tuple[Claim, ...]
    reasons: tuple[str, ...]
    known: Known = NOTHING

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        """The independent origins of the reports that tell it."""
        reports = (claim.report for claim in self.claims)
        return tuple(origins(reports, self.known.provenance, cited_in(self.claims)))

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """In what its claims contradict each other."""
        return tuple(disputes(self.claims))

    @cached_property
    def lead(self) -> Claim:
        """The claim to quote: the fullest dated one, the earliest published of equals."""
        return min(self.claims, key=_worth)

    @property
    def reports(self) -> int:
        """How many reports tell it (reports, not independent origins)."""
        return len({claim.report.id for claim in self.claims})

    @property
    def publishers(self) -> tuple[str, ...]:
        """The publishers that tell it, as far as they are known, in order of name."""
        return tuple(sorted({claim.report.publisher for claim in self.claims if claim.report.publisher}))

    @property
    def day(self) -> str:
        """The day that the telling is sorted by ("" where none is known)."""
        return day_of(self.lead)


@dataclass(slots=True)
class _Group:
    claims: list[Claim]
    reasons: list[str] = field(default_factory=list)


def tellings(claims: Iterable[Claim], known: Known = NOTHING) -> list[Telling]:
    """Group claims that tell one thing; sorted by day, the order of claims makes no difference."""
    made = _by_rule(claims) if known.links is None else _by_judgement(claims, known)
    return sorted(made, key=lambda telling: (telling.day, telling.lead.id))


def _by_judgement(claims: Iterable[Claim], known: Known) -> list[Telling]:
    links = known.links
    assert links is not None  # noqa: S101  asked by its caller
    found = {claim.id: claim for claim in claims}
    out = []
    for group in links.groups(found):
        members = sorted((found[id_] for id_ in group), key=lambda c: (day_of(c), c.id))
        reasons = tuple(_reason(members, number, known) for number in range(1, len(members)))
        out.append(Telling(tuple(members), reasons, known))
    return out


def _reason(members: list[Claim], number: int, known: Known) -> str:
    """Return why a member is in its group: the judgement on it and an earlier member."""
    links = known.links
    told = (links.why(members[number].id, other.id) for other in members[:number]) if links else ()
    return next((why for why in told if why), "linked through the others")


def _by_rule(claims: Iterable[Claim]) -> list[Telling]:
    buckets: dict[tuple[object, ...], list[_Group]] = {}
    for claim in sorted({claim.id: claim for claim in claims}.values(), key=lambda c: (day_of(c), c.id)):
        groups = buckets.setdefault(_key(claim), [])
        found = next(((g, why) for g in groups if (why := same_thing(g.claims[0], claim))), None)
        if found is None:
            groups.append(_Group([claim]))
        else:
            found[0].claims.append(claim)
            found[0].reasons.append(found[1])
    return [Telling(tuple(g.claims), tuple(g.reasons)) for groups in buckets.values() for g in groups]


def same_thing(one: Claim, other: Claim) -> str | None:
    """Return why two claims tell one thing, or None where they do not."""
    if _key(one) != _key(other):
        return None
    alike = _alike(one, other)
    if alike is None or not (may_coincide(one.when, other.when) or _undated_alike(one, other)):
        return None
    return f"both tell of {_act(one) or one.kind.value} by the same parties at the same time; {alike}"


def _key(claim: Claim) -> tuple[object, ...]:
    """Return what two claims must share to be compared at all."""
    parties = codes(claim.actors) if claim.kind in _DIRECTED else all_codes(claim)
    return claim.kind, _act(claim), _manner(claim), parties


_DIRECTED = frozenset({Kind.STATEMENT, Kind.COMMITMENT, Kind.MEMBERSHIP})


def _manner(claim: Claim) -> str:
    return "done" if claim.modality in _DONE else claim.modality.value


def _act(claim: Claim) -> str:
    for name in ("act", "status", "to"):
        if value := text_of(claim, name):
            return value.replace("_", " ")
    return claim.event.type if claim.event and claim.kind == Kind.EVENT else ""


def _alike(one: Claim, other: Claim) -> str | None:
    """Return in what two claims of one key are alike, by kind, or None."""
    if one.kind == Kind.STATEMENT:
        share = overlap(text_of(one, "content"), text_of(other, "content"))
        return f"{share:.0%} of their words are the same" if share >= _QUOTE_NEEDED else None
    if one.kind == Kind.RELATION:
        return "they characterise it in the same way"
    if one.kind in {Kind.AGREEMENT, Kind.BODY, Kind.MEETING, Kind.MEMBERSHIP}:
        field_name = "organisation" if one.kind == Kind.MEMBERSHIP else "name"
        names = text_of(one, field_name), text_of(other, field_name)
        if same_name(*names):
            return "their names fit"
        return UNNAMED if any(is_generic(name) for name in names) else None
    if one.event and other.event and one.event.mode and other.event.mode and one.event.mode != other.event.mode:
        return None
    text = text_of if one.kind == Kind.COMMITMENT else _passage
    share = likeness(text(one, "what"), text(other, "what"))
    return f"{share:.0%} of their words are the same" if share >= _WORDS_NEEDED else None


def _passage(claim: Claim, _field: str) -> str:
    return claim.passage.exact


def _undated_alike(one: Claim, other: Claim) -> bool:
    """Standing facts without a date ("is an ally of") are the same whenever they are told."""
    return one.kind == Kind.RELATION or (one.when.start is None and other.when.start is None)


def _worth(claim: Claim) -> tuple[bool, bool, bool, bool, bool, bool, bool, str, str]:
    hedged = any(link.hedge for link in claim.attribution)
    unnamed = is_generic(text_of(claim, "name")) and claim.kind in {Kind.AGREEMENT, Kind.BODY}
    undated = claim.when.start is None
    return (
        claim.modality not in _DONE,
        hedged,
        claim.kind == Kind.EVENT,
        claim.confidence < _DOUBTFUL,
        undated,
        unnamed,
        claim.when.basis != "explicit",
        claim.report.published_on or "9999",
        claim.id,
    )
