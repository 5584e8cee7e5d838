"""Where the two stand: agreements, bodies, memberships, the relation as it is characterised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legation.consolidation.acts_wording import areas_of, text_of
from legation.consolidation.agreements import AgreementStanding, agreements
from legation.consolidation.bodies import BodyStanding, bodies
from legation.consolidation.days import label_of
from legation.consolidation.known import NOTHING, Known
from legation.consolidation.lines import line
from legation.consolidation.memberships import (
    MembershipStanding,
    is_valid,
    matters,
    membership_standings,
    weight,
)
from legation.consolidation.naming import capital_first, listed, organisation_name, party_name
from legation.consolidation.parties import all_codes, is_between
from legation.consolidation.tellings import Telling, tellings
from legation.records import Claim, Kind, Modality
from legation.records.briefs import BriefLine, Source, SourceKind, day_in_words
from legation.reference import Membership

_UNFINISHED = frozenset(
    {"negotiation", "conclusion", "initialling", "signature", "acceptance", "approval", "ratification"}
)
_DONE = frozenset({Modality.ASSERTED, Modality.ONGOING, Modality.HISTORICAL})
_NAMES_IN_A_LINE = 5
_YEARS_TO_EXPECT = 5
_STATUS_PHRASES = {
    "self-suspended": "has suspended its own participation in",
    "suspended by the organisation": "has been suspended by",
    "withdrawal notified": "has given notice of leaving",
    "former": "is a former member of",
    "applicant": "is an applicant to",
    "candidate": "is a candidate for",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """The two sides, the claims on both, those told beside them, and the day.

    ``bonds`` are claims on agreements and bodies by both or one of them: one party's act on a bond of several names
    that party only.
    """

    a: str
    b: str
    both: tuple[Claim, ...]
    beside: tuple[Claim, ...]
    as_of: str
    known: Known = NOTHING
    bonds: tuple[Claim, ...] = ()


def standing_lines(dyad: Dyad, facts: Iterable[Membership]) -> list[BriefLine]:
    """Return the lines of the section "Standing", the weightiest first."""
    sides = {dyad.a, dyad.b}
    told = (s for s in agreements(dyad.bonds, dyad.as_of, dyad.known) if sides <= s.parties)
    out = [made for standing in told for made in _agreement(standing, dyad.as_of)]
    told_bodies = (s for s in bodies((*dyad.bonds, *_meetings(dyad)), dyad.as_of, dyad.known) if sides <= s.parties)
    out += [_body(standing) for standing in told_bodies]
    out += _relations(dyad)
    return out + _memberships(dyad, list(facts))


def _meetings(dyad: Dyad) -> Iterable[Claim]:
    return (claim for claim in dyad.both if claim.kind == Kind.MEETING)


def _agreement(standing: AgreementStanding, as_of: str) -> list[BriefLine]:
    last = standing.last
    if last is None:
        return [line(telling) for telling in (*standing.announced, *standing.denied)]
    earlier = [t for t in standing.history[:-1] if text_of(t.lead, "act") != text_of(last.lead, "act")]
    acts = [f"{text_of(t.lead, 'act')} ({day_in_words(label_of(t.lead.when)) or 'undated'})" for t in earlier[-3:]]
    tail = f"Before that: {listed(acts)}." if acts else ""
    if text_of(last.lead, "act") in _UNFINISHED and last.day[:4] >= str(int(as_of[:4]) - _YEARS_TO_EXPECT):
        tail = f"{tail} No entry into force is on record.".strip()
    return [line(last, tail=tail, also=[t.lead for t in earlier[-3:]])]


def _body(standing: BodyStanding) -> BriefLine:
    acts = [t for t in standing.history if text_of(t.lead, "act") != "met"]
    shown = acts[-1] if acts else standing.history[-1]
    told_areas = areas_of(shown.lead)
    tails = [f"Its areas: {listed(standing.areas)}."] if standing.areas and not told_areas else []
    also: list[Claim] = [c for t in standing.history for c in t.claims if areas_of(c)] if tails else []
    for title, session in (("Last session", standing.last_session), ("Next session", standing.next_session)):
        if session is not None and session.lead.id != shown.lead.id:
            tails.append(f"{title}: {day_in_words(label_of(session.lead.when)) or 'no date given'}.")
            also.append(session.lead)
    if standing.last_session is None and standing.state == "established":
        tails.append("No session is on record.")
    return line(shown, tail=" ".join(tails), also=also)


def _relations(dyad: Dyad) -> list[BriefLine]:
    told = tellings((c for c in dyad.both if c.kind == Kind.RELATION), dyad.known)
    return [line(telling) for telling in reversed(told)]


# -- memberships: reference facts, with what reports add ---------------------------------------------


def _memberships(dyad: Dyad, facts: Sequence[Membership]) -> list[BriefLine]:
    told = [c for c in (*dyad.both, *dyad.beside) if c.kind == Kind.MEMBERSHIP and c.modality in _DONE]
    named = frozenset(code for claim in dyad.both for code in all_codes(claim))
    left = _standings(dyad.a, dyad, facts, told, named)
    right = _standings(dyad.b, dyad, facts, told, named)
    shared = [key for key in left if key in right and left[key].is_member and right[key].is_member]
    out = [_both_belong(shared, left, right)] if shared else []
    for standings in (left, right):
        out += [_special(s) for s in standings.values() if s.status in _STATUS_PHRASES]
    for own, other in ((left, dyad.b), (right, dyad.a)):
        plain = [s for key, s in own.items() if key not in shared and s.status == "member"]
        out += [_alone(plain, other, dyad.as_of)] if plain else []
    return out + [line(t) for s in (*left.values(), *right.values()) for t in s.reported if _is_news(s, t)]


def _is_news(standing: MembershipStanding, telling: Telling) -> bool:
    """Tell whether a report says otherwise than the tables do."""
    return text_of(telling.lead, "status") not in {fact.status for fact in standing.facts}


def _standings(
    actor: str, dyad: Dyad, facts: Sequence[Membership], claims: Sequence[Claim], named: frozenset[str]
) -> dict[str, MembershipStanding]:
    found = [s for s in membership_standings(actor, facts, claims, dyad.as_of, dyad.known) if matters(s, named)]
    return {s.organisation: s for s in sorted(found, key=weight)}


def _both_belong(
    shared: Sequence[str], left: dict[str, MembershipStanding], right: dict[str, MembershipStanding]
) -> BriefLine:
    kept = shared[:_NAMES_IN_A_LINE]
    names = listed(organisation_name(key) for key in kept)
    return _fact_line(f"Both belong to {names}.", [s for key in kept for s in (left[key], right[key])])


def _special(standing: MembershipStanding) -> BriefLine:
    rows = [fact for fact in standing.facts if fact.status == standing.status]
    since = next((fact.valid_from for fact in rows if fact.valid_from and fact.precision != "edition"), "")
    still = ", and is still listed as a member" if any(f.status == "member" for f in standing.facts) else ""
    when = f" (since {day_in_words(since)})" if since else ""
    name = organisation_name(standing.organisation)
    told = f"{capital_first(party_name(standing.actor))} {_STATUS_PHRASES[standing.status]} {name}{when}{still}."
    return _fact_line(told, [standing])


def _alone(standings: Sequence[MembershipStanding], other: str, as_of: str) -> BriefLine:
    kept = [s for s in standings if any(is_valid(f, as_of) for f in s.facts)][:_NAMES_IN_A_LINE]
    who = capital_first(party_name(kept[0].actor))
    verb = f"{who} belongs to {listed(organisation_name(s.organisation) for s in kept)}"
    return _fact_line(f"{verb}; {party_name(other)} is not listed as a member.", kept)


def _fact_line(told: str, standings: Sequence[MembershipStanding]) -> BriefLine:
    facts = [fact for standing in standings for fact in standing.facts]
    reported = [telling for s in standings for telling in s.reported if not _is_news(s, telling)]
    lines = [line(telling) for telling in reported]
    fact_source = Source(
        kind=SourceKind.FACT,
        exact="; ".join(_row(fact) for fact in facts),
        title="Reference table of memberships",
        publisher="; ".join(dict.fromkeys(fact.source for fact in facts)),
    )
    return BriefLine(
        sentence=told,
        sources=(fact_source, *dict.fromkeys(source for made in lines for source in made.sources)),
        claims=tuple(dict.fromkeys(claim for made in lines for claim in made.claims)),
        cautions=("reference table",),
    )


def _row(fact: Membership) -> str:
    begins = f" from {fact.valid_from}" if fact.valid_from else ""
    ends = f" to {fact.valid_to}" if fact.valid_to else ""
    edition = " (by Factbook edition)" if fact.precision == "edition" and (begins or ends) else ""
    return f"{fact.organisation}: {fact.member} {fact.status.replace('_', ' ')}{begins}{ends}{edition}"


def near(claim: Claim, passages: dict[str, list[tuple[int, int]]], distance: int = 500) -> bool:
    """Tell whether a claim is told in the same part of a report as claims on both sides."""
    spans = passages.get(claim.report.id, ())
    return any(claim.passage.start < end + distance and start - distance < claim.passage.end for start, end in spans)


def dyad_of(a: str, b: str, claims: Iterable[Claim], as_of: str, known_of: Known = NOTHING) -> Dyad:
    """Sort claims known by a day into those on both sides and those on one, told beside them."""
    known = sorted({c.id: c for c in claims if (c.report.published_on or "") <= as_of}.values(), key=lambda c: c.id)
    both = tuple(c for c in known if is_between(c, a, b))
    passages: dict[str, list[tuple[int, int]]] = {}
    for claim in both:
        passages.setdefault(claim.report.id, []).append((claim.passage.start, claim.passage.end))
    beside = tuple(c for c in known if not is_between(c, a, b) and {a, b} & all_codes(c) and near(c, passages))
    bonds = tuple(c for c in known if c.kind in {Kind.AGREEMENT, Kind.BODY} and {a, b} & all_codes(c))
    return Dyad(a=a, b=b, both=both, beside=beside, as_of=as_of, known=known_of, bonds=bonds)
