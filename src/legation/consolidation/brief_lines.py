"""The sections of a brief after the first: promises, contacts, words, conflict, third parties, chronology."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legation.consolidation.acts_wording import text_of
from legation.consolidation.commitments import CommitmentStanding, commitments
from legation.consolidation.days import day_of
from legation.consolidation.lines import line, said_by_both
from legation.consolidation.meetings import meetings
from legation.consolidation.naming import adjective, capital_first, listed, party_name
from legation.consolidation.parties import all_codes, codes
from legation.consolidation.standing_lines import Dyad
from legation.consolidation.tellings import Telling, tellings
from legation.consolidation.trust import likelihood
from legation.consolidation.wording import is_speech, sentence
from legation.ontology.loading import spaced
from legation.records import Claim, Kind, Modality
from legation.records.briefs import BriefLine, day_in_words
from legation.reference import organisations, states

_CONFLICT = frozenset(spaced("ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"))
_DATED_KINDS = frozenset({Kind.AGREEMENT, Kind.BODY, Kind.MEETING, Kind.EVENT, Kind.MEMBERSHIP})
_THIRD_KINDS = frozenset({Kind.RELATION, Kind.EVENT, Kind.AGREEMENT, Kind.COMMITMENT})
_SPARE_THIRD = frozenset({Modality.HYPOTHETICAL, Modality.NEGATED})
_CONTACTS = {"no news": "planned for a day now past, no news of it"}
_TOLD_ALREADY = frozenset({"held", "not held", "planned"})


# -- promises ---------------------------------------------------------------------------------------


def promise_lines(dyad: Dyad) -> list[BriefLine]:
    """Return what each side promised, the latest first, with deadline and what became of it."""
    sides = {dyad.a, dyad.b}
    known = (*dyad.both, *dyad.beside)
    found = [s for s in commitments(known, dyad.as_of, dyad.known) if s.promisors & sides and not _elsewhere(s, sides)]
    found.sort(key=lambda s: (bool(s.promisees & sides) or s.promisors >= sides, s.telling.day), reverse=True)
    return [_promise(standing, dyad) for standing in found]


def _elsewhere(standing: CommitmentStanding, sides: set[str]) -> bool:
    """Tell whether a promise binds one side and other states only: it stands with the third parties, if anywhere."""
    parties = standing.promisors | standing.promisees
    return not sides <= parties and any(code in states() for code in parties - sides)


def _promise(standing: CommitmentStanding, dyad: Dyad) -> BriefLine:
    cautions = [_deadline(standing)] if standing.deadline != "none stated" else []
    label = capital_first(listed(party_name(code) for code in (dyad.a, dyad.b) if code in standing.promisors))
    cautions += _assessed(standing)
    if standing.accepted:
        evidence, found = standing.accepted[-1], f"evidence accepted by {standing.accepted[-1].by}"
        tail = f"What became of it: {sentence(evidence.claim)}"
    elif standing.proposed:
        evidence = standing.proposed[-1]
        found = f"proposed as evidence, not accepted: {evidence.reason}"
        tail = f"Perhaps {'not kept' if evidence.against else 'fulfilled'}: {sentence(evidence.claim)}"
    else:
        return line(standing.telling, label=label, cautions=[*cautions, "no evidence yet"])
    return line(standing.telling, label=label, tail=tail, also=[evidence.claim], cautions=[*cautions, found])


def _assessed(standing: CommitmentStanding) -> list[str]:
    """Return what an analyst set; a likelihood stands alone, with its words."""
    if not standing.assessed_by:
        return []
    said = [f"completion: {standing.completion}"] if standing.completion != "no evidence" else []
    said += [f"lifecycle: {standing.lifecycle}"] if standing.lifecycle != "pipeline" else []
    said += [f"compliance {_signed(standing.compliance)}"] if standing.compliance is not None else []
    told = [f"{', '.join(said)} ({standing.assessed_by})"] if said else []
    return told + ([likelihood(standing.likelihood)] if standing.likelihood is not None else [])


def _signed(compliance: int) -> str:
    return f"{compliance:+d}" if compliance else "0"


def _deadline(standing: CommitmentStanding) -> str:
    words = {"upcoming": "due", "due": "due now:", "overdue": "overdue since", "met": "due"}
    words |= {"met late": "met late, due"}
    return f"{words.get(standing.deadline, standing.deadline)} {day_in_words(standing.due)}"


# -- contacts ---------------------------------------------------------------------------------------


def contact_lines(dyad: Dyad) -> list[BriefLine]:
    """Return meetings: planned ones first, then those held and called off, the latest first."""
    told = meetings(dyad.both, dyad.as_of, dyad.known)
    found = sorted(told, key=lambda s: (s.status == "planned", s.day), reverse=True)
    return [
        line(s.telling, cautions=[] if s.status in _TOLD_ALREADY else [_CONTACTS.get(s.status, s.status)])
        for s in found
    ]


# -- words ------------------------------------------------------------------------------------------


def word_lines(dyad: Dyad, most: int | None) -> list[BriefLine]:
    """Return what each side said, direct quotations first, as many of the one side as of the other."""
    told = tellings((c for c in (*dyad.both, *dyad.beside) if c.kind == Kind.STATEMENT and is_speech(c)), dyad.known)
    each = [_of_side(told, dyad.a, dyad.b), _of_side(told, dyad.b, dyad.a)]
    share = None if most is None else (most + 1) // 2
    if most is not None and share is not None:
        spare = [max(0, share - len(side)) for side in each]
        each = [side[: share + spare[1 - i]] for i, side in enumerate(each)]
    names = [capital_first(party_name(code)) for code in (dyad.a, dyad.b)]
    return [line(t, label=name) for name, side in zip(names, each, strict=True) for t in side]


def _of_side(told: Sequence[Telling], code: str, other: str) -> list[Telling]:
    own = [t for t in told if code in codes(t.lead.actors)]
    return sorted(own, key=lambda t: (*_telling_words(t.lead, other), t.day), reverse=True)


def _telling_words(claim: Claim, other: str) -> tuple[bool, bool, bool]:
    """Return a sort key: direct quotations, then what names the other side, then what a named person said."""
    content = text_of(claim, "content")
    names = {adjective(other), party_name(other).removeprefix("the ")} - {""}
    names_other = other in all_codes(claim) or any(name in content for name in names)
    is_named = any((actor.entity or "").startswith("person:") for actor in claim.actors)
    return text_of(claim, "quote") == "direct", names_other, is_named


# -- conflict, third parties, chronology --------------------------------------------------------------


def conflict_lines(dyad: Dyad) -> list[BriefLine]:
    """Return accusations, refusals, threats, sanctions and force between the two, the latest first."""
    told = tellings((c for c in dyad.both if _is_conflict(c)), dyad.known)
    return [_shared_word(t, dyad) for t in sorted(told, key=lambda t: t.day, reverse=True)]


def _is_conflict(claim: Claim) -> bool:
    return claim.kind == Kind.EVENT and claim.event is not None and claim.event.type in _CONFLICT


def _shared_word(telling: Telling, dyad: Dyad) -> BriefLine:
    both = said_by_both(telling.claims, dyad.a, dyad.b)
    return line(telling, cautions=["said by both sides"] if both else [])


def third_party_lines(dyad: Dyad) -> list[BriefLine]:
    """Return what was told, beside the two, of one of them and a third state or organisation."""
    told = tellings((c for c in dyad.beside if c.kind in _THIRD_KINDS and _third(c, dyad)), dyad.known)
    told.sort(key=lambda t: (_weight(t.lead), t.day), reverse=True)
    return [line(t, label=capital_first(listed(party_name(c) for c in sorted(_third(t.lead, dyad))))) for t in told]


def _third(claim: Claim, dyad: Dyad) -> frozenset[str]:
    if claim.modality in _SPARE_THIRD:
        return frozenset()
    others = all_codes(claim) - {dyad.a, dyad.b}
    return frozenset(code for code in others if code in states() or code in organisations())


def _weight(claim: Claim) -> tuple[bool, bool, bool]:
    """Return a sort key: the relation first, then commitments and agreements, then hard acts before words."""
    hard = claim.event is not None and claim.event.quad_class in {2, 4}
    return claim.kind == Kind.RELATION, claim.kind != Kind.EVENT, hard


def chronology_lines(dyad: Dyad) -> list[BriefLine]:
    """Return the dated acts between the two, the earliest first; promises and statements stand above."""
    return [line(t) for t in sorted(tellings(_dated(dyad.both), dyad.known), key=lambda t: day_of(t.lead))]


def _dated(claims: Iterable[Claim]) -> list[Claim]:
    return [c for c in claims if c.kind in _DATED_KINDS and c.when.start]
