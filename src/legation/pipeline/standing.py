"""Where things stand in a record on a day: agreements, bodies, memberships, promises, meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.consolidation import Known
from legation.consolidation.standings import agreement_rows, body_rows, commitment_rows, meeting_rows, membership_rows
from legation.pipeline.knowing import known_of
from legation.records import Claim, Kind
from legation.records.standings import Standing
from legation.reference import memberships, organisations
from legation.store import ClaimQuery, Order, Record

_OF_ONE_TOO = frozenset({Kind.AGREEMENT, Kind.BODY, Kind.MEMBERSHIP})
_MOST = 2000
KINDS = (Kind.AGREEMENT, Kind.BODY, Kind.COMMITMENT, Kind.MEMBERSHIP, Kind.MEETING)


def standings(
    record: Record,
    parties: Sequence[str],
    as_of: str,
    *,
    kinds: Sequence[Kind] = KINDS,
    recorded_by: str | None = None,
    most: int | None = None,
) -> list[Standing]:
    """Return where things stand between all the parties (codes), or for one, on a day (ISO 8601).

    ``recorded_by`` is a moment of the record (None: now); ``most``: only the latest claims of each kind, so many.
    Memberships are those of each party that is not itself an organisation among several.
    """
    out: list[Standing] = []
    for kind in kinds:
        claims = _claims(record, kind, parties, ClaimQuery(as_of=as_of, recorded_by=recorded_by), most)
        known = known_of(record, claims, recorded_by)
        if kind is Kind.AGREEMENT:
            out += _between(agreement_rows(claims, as_of, known), parties)
        elif kind is Kind.BODY:
            out += _between(body_rows(claims, as_of, known), parties)
        elif kind is Kind.COMMITMENT:
            out += commitment_rows(claims, as_of, known)
        elif kind is Kind.MEETING:
            out += meeting_rows(claims, as_of, known)
        elif kind is Kind.MEMBERSHIP:
            out += _memberships(parties, claims, as_of, known)
    return out


def _between(rows: list[Standing], parties: Sequence[str]) -> list[Standing]:
    return [row for row in rows if set(parties) <= set(row.parties)]


def _claims(record: Record, kind: Kind, parties: Sequence[str], known: ClaimQuery, most: int | None) -> list[Claim]:
    if kind in _OF_ONE_TOO:
        # One party's act on a bond of several ("suspended its part in the pact") names that party only.
        kinds = (kind, Kind.MEETING) if kind is Kind.BODY else (kind,)
        query = replace(known, kinds=kinds, about=tuple(parties), order=Order.LATEST, limit=most or _MOST)
        return record.claims(query)
    # What bears on a promise, and contacts, are told by claims of other kinds too.
    wanted = () if kind is Kind.COMMITMENT else (kind, Kind.EVENT)
    query = replace(known, kinds=wanted, parties=tuple(parties))
    return record.claims(query if most is None else replace(query, order=Order.LATEST, limit=most))


def _memberships(parties: Sequence[str], claims: list[Claim], as_of: str, known: Known) -> list[Standing]:
    bodies = [code for code in parties if code in organisations()]
    members = [code for code in parties if code not in bodies] or sorted(
        {actor.code for claim in claims for actor in claim.actors if actor.code}
    )
    several = len(members) > 1 and not bodies
    rows = membership_rows(members, memberships(), claims, as_of, known, only_weighty=several)
    return [row for row in rows if not bodies or set(bodies) & set(row.parties)]
