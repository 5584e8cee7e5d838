"""Where things stand in a record on a day: agreements, bodies, memberships, promises, meetings."""

from __future__ import annotations

from collections.abc import Sequence

from legation.consolidation import Known
from legation.consolidation.standings import agreement_rows, body_rows, commitment_rows, meeting_rows, membership_rows
from legation.pipeline.knowing import known_of
from legation.records import Claim, Kind
from legation.records.standings import Standing
from legation.reference import memberships, organisations
from legation.store import ClaimQuery, Record

KINDS = (Kind.AGREEMENT, Kind.BODY, Kind.COMMITMENT, Kind.MEMBERSHIP, Kind.MEETING)


def standings(
    record: Record,
    parties: Sequence[str],
    as_of: str,
    *,
    kinds: Sequence[Kind] = KINDS,
    recorded_by: str | None = None,
) -> list[Standing]:
    """Return where things stand between all the parties (codes), or for one, on a day (ISO 8601).

    ``recorded_by`` is a moment of the record (None: now).  Memberships are those of each party that is not itself an
    organisation among several.
    """
    out: list[Standing] = []
    for kind in kinds:
        claims = _claims(record, kind, parties, as_of, recorded_by)
        known = known_of(record, claims, recorded_by)
        if kind is Kind.AGREEMENT:
            out += agreement_rows(claims, as_of, known)
        elif kind is Kind.BODY:
            out += body_rows(claims, as_of, known)
        elif kind is Kind.COMMITMENT:
            out += commitment_rows(claims, as_of, known)
        elif kind is Kind.MEETING:
            out += meeting_rows(claims, as_of, known)
        elif kind is Kind.MEMBERSHIP:
            out += _memberships(parties, claims, as_of, known)
    return out


def _claims(record: Record, kind: Kind, parties: Sequence[str], as_of: str, recorded_by: str | None) -> list[Claim]:
    if kind is Kind.MEMBERSHIP:
        query = ClaimQuery(kinds=(kind,), any_party=tuple(parties), as_of=as_of, recorded_by=recorded_by)
        return record.claims(query)
    # What bears on a promise, and the sessions of a body, are told by claims of other kinds.
    wanted: tuple[Kind, ...] = () if kind is Kind.COMMITMENT else (kind, Kind.MEETING) if kind is Kind.BODY else (kind,)
    if kind is Kind.MEETING:
        wanted = (kind, Kind.EVENT)
    return record.claims(ClaimQuery(kinds=wanted, parties=tuple(parties), as_of=as_of, recorded_by=recorded_by))


def _memberships(parties: Sequence[str], claims: list[Claim], as_of: str, known: Known) -> list[Standing]:
    bodies = [code for code in parties if code in organisations()]
    members = [code for code in parties if code not in bodies] or sorted(
        {actor.code for claim in claims for actor in claim.actors if actor.code}
    )
    rows = membership_rows(members, memberships(), claims, as_of, known)
    return [row for row in rows if not bodies or set(bodies) & set(row.parties)]
