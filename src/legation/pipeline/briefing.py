"""The brief on two parties from a record: which claims it takes, and its passages held against the texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.consolidation import brief, check
from legation.pipeline.knowing import known_of
from legation.records import Claim, Kind
from legation.records.briefs import Brief
from legation.reference import memberships
from legation.store import ClaimQuery, Order, Record

_STANDING = (Kind.AGREEMENT, Kind.BODY, Kind.MEMBERSHIP, Kind.COMMITMENT, Kind.RELATION)
_BONDS = (Kind.AGREEMENT, Kind.BODY)
_MOST = {"standing": 200, Kind.MEETING: 40, Kind.STATEMENT: 80, Kind.EVENT: 100}
"""How many of the latest claims on both a page may draw on, by what they are."""
_REPORTS = 60
_BESIDE = 200
_ALONE = 20
_OF_ONE = 80


def brief_of(
    record: Record, parties: tuple[str, str], as_of: str, *, recorded_by: str | None = None, pages: int | None = 1
) -> Brief:
    """Return the brief on two parties (codes) as known on a day and, if given, as the record stood at a moment.

    ``pages`` None leaves nothing out.  Raises RecordError where a passage is not verbatim in its report.
    """
    claims = list({claim.id: claim for claim in _claims(record, parties, as_of, recorded_by, pages)}.values())
    context = known_of(record, claims, recorded_by)
    made = brief(*parties, claims, memberships(), as_of, limit=pages, context=context)
    check(made, record.texts(made.reports))
    if recorded_by is not None:
        made = replace(made, lead=f"The record as it stood at {recorded_by[:16].replace('T', ' ')} UTC. {made.lead}")
    return made


def _claims(
    record: Record, parties: tuple[str, str], as_of: str, recorded_by: str | None, pages: int | None
) -> Iterator[Claim]:
    both: list[Claim] = []
    for kinds, most in (
        (_STANDING, _MOST["standing"]),
        *(((kind,), _MOST[kind]) for kind in _MOST if kind != "standing"),
    ):
        limit = None if pages is None else most * pages
        both += record.claims(
            ClaimQuery(
                kinds=tuple(Kind(kind) for kind in kinds),
                parties=parties,
                as_of=as_of,
                recorded_by=recorded_by,
                order=Order.LATEST,
                limit=limit,
            )
        )
    yield from both
    bonds = ClaimQuery(kinds=_BONDS, any_party=parties, as_of=as_of, recorded_by=recorded_by, order=Order.LATEST)
    yield from record.claims(replace(bonds, limit=None if pages is None else _OF_ONE * pages))
    reports = list(dict.fromkeys(claim.report.id for claim in both))
    if pages is not None:
        reports = reports[: _REPORTS * pages]
    limit = None if pages is None else _BESIDE * pages
    beside = ClaimQuery(any_party=parties, reports=tuple(reports), recorded_by=recorded_by, limit=limit)
    if reports:
        yield from record.claims(beside)
    else:
        latest = ClaimQuery(any_party=parties, recorded_by=recorded_by, order=Order.LATEST, limit=_ALONE)
        yield from record.claims(latest)
