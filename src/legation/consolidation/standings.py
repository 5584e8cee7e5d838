"""Standings of every kind as rows: what the agreements, bodies, memberships, promises and meetings come to on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from legation.consolidation.acts_wording import areas_of, text_of
from legation.consolidation.agreements import AgreementStanding, agreements
from legation.consolidation.bodies import BodyStanding, bodies
from legation.consolidation.commitments import CommitmentStanding, commitments
from legation.consolidation.days import label_of
from legation.consolidation.grading import grade_of
from legation.consolidation.known import NOTHING, Known
from legation.consolidation.meetings import MeetingStanding, meetings
from legation.consolidation.memberships import MembershipStanding, matters, membership_standings
from legation.consolidation.parties import all_codes
from legation.consolidation.tellings import Telling
from legation.records import Claim, Kind
from legation.records.standings import Standing
from legation.reference import Membership

STATES = {
    "negotiation": "under negotiation",
    "conclusion": "concluded",
    "initialling": "initialled",
    "signature": "signed",
    "acceptance": "accepted",
    "approval": "approved",
    "ratification": "ratified",
    "accession": "acceded to",
    "provisional application": "provisionally applied",
    "entry into force": "in force",
    "suspension": "suspended",
    "denunciation": "denounced",
    "withdrawal": "withdrawn from",
    "termination": "terminated",
}
"""What an agreement is after the last act on it."""


def agreement_rows(claims: Iterable[Claim], as_of: str, known: Known = NOTHING) -> list[Standing]:
    """Return where every agreement stands that claims tell of, for all parties and for each."""
    return [_agreement(standing) for standing in agreements(claims, as_of, known)]


def body_rows(claims: Iterable[Claim], as_of: str, known: Known = NOTHING) -> list[Standing]:
    """Return where every body stands, with its areas and sessions."""
    return [_body(standing) for standing in bodies(claims, as_of, known)]


def commitment_rows(claims: Iterable[Claim], as_of: str, known: Known = NOTHING) -> list[Standing]:
    """Return what became of every promise: deadline, completion, evidence."""
    return [_commitment(standing) for standing in commitments(claims, as_of, known)]


def meeting_rows(claims: Iterable[Claim], as_of: str, known: Known = NOTHING) -> list[Standing]:
    """Return every meeting: held, planned, postponed, cancelled."""
    return [_meeting(standing) for standing in meetings(claims, as_of, known)]


def membership_rows(
    actors: Sequence[str],
    facts: Iterable[Membership],
    claims: Iterable[Claim],
    as_of: str,
    known: Known = NOTHING,
    *,
    only_weighty: bool = False,
) -> list[Standing]:
    """Return how actors stand in organisations: reference facts as the base, what reports tell on top of them.

    ``only_weighty`` leaves out what neither a report tells of nor is an alliance, a coalition or the like.
    """
    rows, told = list(facts), list(claims)
    found = (standing for actor in actors for standing in membership_standings(actor, rows, told, as_of, known))
    return [_membership(standing) for standing in found if not only_weighty or matters(standing, frozenset())]


def _agreement(standing: AgreementStanding) -> Standing:
    last = standing.last
    shown = last or (standing.announced or standing.denied)[-1]
    state = _state(last) if last else "announced" if standing.announced else "denied"
    by_party = {code: _state(telling) for code, telling in sorted(standing.latest.items())}
    details = {"areas": ", ".join(standing.areas)} if standing.areas else {}
    acts = [f"{text_of(t.lead, 'act')} {label_of(t.lead.when) or 'undated'}" for t in standing.history]
    details |= {"acts": "; ".join(dict.fromkeys(acts))} if acts else {}
    return _row(
        Kind.AGREEMENT,
        standing.name,
        standing.parties,
        state,
        shown,
        (*standing.history, *standing.announced, *standing.denied),
        by_party=by_party if len(set(by_party.values())) > 1 else {},
        details=details,
    )


def _state(telling: Telling) -> str:
    act = text_of(telling.lead, "act").replace("-", " ")
    return STATES.get(act, act or "told of")


def _body(standing: BodyStanding) -> Standing:
    details = {"areas": ", ".join(standing.areas)} if standing.areas else {}
    for name, session in (("last session", standing.last_session), ("next session", standing.next_session)):
        if session is not None:
            details[name] = label_of(session.lead.when) or "no date given"
    acts = [t for t in standing.history if text_of(t.lead, "act") != "met"]
    shown = (acts or list(standing.history))[-1]
    state = standing.state or ("announced" if acts else "met" if standing.last_session else "told of")
    return _row(Kind.BODY, standing.name, standing.parties, state, shown, standing.history, details=details)


def _commitment(standing: CommitmentStanding) -> Standing:
    details: dict[str, str] = {"completion": standing.completion, "deadline": standing.deadline}
    details |= {"lifecycle": standing.lifecycle}
    details |= {"due": standing.due} if standing.due else {}
    details |= (
        {"compliance": f"{standing.compliance:+d}" if standing.compliance else "0"}
        if standing.compliance is not None
        else {}
    )
    details |= {"criterion": standing.criterion} if standing.criterion else {}
    for name, found in (("evidence", standing.accepted), ("proposed", standing.proposed)):
        if found:
            details[name] = "; ".join(f"{e.claim.id[:8]} {'against: ' if e.against else ''}{e.reason}" for e in found)
    state = (
        standing.deadline
        if standing.completion == "no evidence" and standing.deadline in {"overdue", "due"}
        else standing.completion
    )
    areas = areas_of(standing.telling.lead)
    details |= {"areas": ", ".join(areas)} if areas else {}
    return _row(
        Kind.COMMITMENT,
        standing.what,
        standing.promisors | standing.promisees,
        state,
        standing.telling,
        (standing.telling,),
        details=details,
    )


def _meeting(standing: MeetingStanding) -> Standing:
    lead = standing.telling.lead
    name = text_of(lead, "name") or text_of(lead, "format") or "meeting"
    details = {"level": text_of(lead, "level")} if text_of(lead, "level") else {}
    details |= {"where": lead.where.name} if lead.where else {}
    return _row(
        Kind.MEETING, name, all_codes(lead), standing.status, standing.telling, (standing.telling,), details=details
    )


def _membership(standing: MembershipStanding) -> Standing:
    facts = tuple(_fact(fact) for fact in standing.facts)
    parties = frozenset({standing.actor, standing.organisation})
    reported = sorted(standing.reported, key=lambda t: t.day)
    last = reported[-1] if reported else None
    said = text_of(last.lead, "status").replace("_", " ") if last else ""
    done = [t for t in reported if t.lead.modality.value in {"asserted", "ongoing", "historical"}]
    state = standing.status.replace("_", " ") or (
        said if done else f"announced: {said}" if said else "not a member by the tables"
    )
    details = {"reported": said if done else f"announced: {said}"} if said and said != state else {}
    if last is None:
        return Standing(
            kind=Kind.MEMBERSHIP,
            name=standing.name,
            parties=tuple(sorted(parties)),
            state=state,
            since=_since(standing),
            facts=facts,
        )
    row = _row(Kind.MEMBERSHIP, standing.name, parties, state, last, reported, details=details, facts=facts)
    return replace(row, since=_since(standing)) if standing.status else row


def _since(standing: MembershipStanding) -> str | None:
    """Return from when the tables hold the status."""
    begun = (fact.valid_from for fact in standing.facts if fact.status == standing.status)
    return next((day for day in begun if day), None)


def _fact(fact: Membership) -> str:
    begins = f" from {fact.valid_from}" if fact.valid_from else ""
    ends = f" to {fact.valid_to}" if fact.valid_to else ""
    return f"{fact.status}{begins}{ends} ({fact.source})"


def _row(  # noqa: PLR0913  the fields of a row
    kind: Kind,
    name: str,
    parties: frozenset[str],
    state: str,
    shown: Telling,
    tellings: Sequence[Telling],
    *,
    by_party: dict[str, str] | None = None,
    details: dict[str, str] | None = None,
    facts: tuple[str, ...] = (),
) -> Standing:
    return Standing(
        kind=kind,
        name=name or kind.value,
        parties=tuple(sorted(parties)),
        state=state,
        since=label_of(shown.lead.when),
        by_party=by_party or {},
        details=details or {},
        claims=tuple(dict.fromkeys([shown.lead.id, *_ids(tellings)])),
        reports=shown.reports,
        origins=len(shown.origins),
        contested=tuple(dispute.told for dispute in shown.disputes),
        grade=grade_of(shown).value,
        facts=facts,
    )


def _ids(tellings: Iterable[Telling]) -> Iterator[str]:
    return (claim.id for telling in tellings for claim in telling.claims)
