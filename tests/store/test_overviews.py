from __future__ import annotations

from tests.store import factories as make

from legation.store import ClaimQuery, Record


def _fill(record: Record) -> None:
    for number, (pair, day) in enumerate(((("ARM", "USA"), "2025-01-14"), (("ARM", "GEO"), "2025-02-14"))):
        of = make.report(f"They met and met, number {number}.", published_on=day, publisher=f"Wire {number}")
        claims = [
            make.claim(of, actors=pair[:1], recipients=pair[1:], day=day, trigger=5 * n, event_type=type_)
            for n, type_ in enumerate(("CONSULT", "SANCTION")[: number + 1])
        ]
        record.add_reading(of, claims)


def test_points_partners_pairs_and_facets_are_those_of_the_claims(record: Record) -> None:
    _fill(record)
    points = record.points(ClaimQuery(parties=("ARM", "GEO")))
    assert [(p.day, p.type) for p in points] == [("2025-02-14", "CONSULT"), ("2025-02-14", "SANCTION")]
    claim = record.claim(points[0].claim)
    assert claim.event is not None
    assert (points[0].intensity, points[0].quad_class) == (claim.event.intensity, claim.event.quad_class)
    assert [(p.code, p.claims) for p in record.partners("ARM")] == [("GEO", 2), ("USA", 1)]
    assert [(p.code, p.claims) for p in record.partners("ARM", as_of="2025-01-31")] == [("USA", 1)]
    assert record.busiest() == [("ARM", "GEO", 2), ("ARM", "USA", 1)]
    assert record.span() == ("2025-01-14", "2025-02-14")
    assert [(p.name, p.reports) for p in record.publisher_counts()] == [("Wire 0", 1), ("Wire 1", 1)]
    facets = record.facets(ClaimQuery())
    assert facets["type"] == [("CONSULT", 2), ("SANCTION", 1)]
    assert facets["party"] == [("ARM", 3), ("GEO", 2), ("USA", 1)]
    assert record.facets(ClaimQuery(publishers=("Wire 0",)))["type"] == [("CONSULT", 1)]


def test_claims_recorded_since_a_moment(record: Record) -> None:
    _fill(record)
    assert record.claims(ClaimQuery(recorded_since="2000-01-01T00:00:00.000000+00:00"))
    assert record.claims(ClaimQuery(recorded_since="2100-01-01T00:00:00.000000+00:00")) == []


def test_the_version_moves_with_every_writing_and_with_no_reading(record: Record) -> None:
    seen = [record.version()]
    _fill(record)
    seen.append(record.version())
    claim = record.claims()[0].id
    assert record.version() == seen[-1]
    review = record.desk.reject(claim, by="anna", reason="nobody says so")
    seen.append(record.version())
    record.desk.undo(review.number, by="anna")
    seen.append(record.version())
    assert len(set(seen)) == len(seen)


def test_an_empty_record_has_nothing_to_count(record: Record) -> None:
    assert record.span() is None
    assert (record.busiest(), record.partners("ARM"), record.points(ClaimQuery()), record.publisher_counts()) == (
        [], [], [], [],
    )  # fmt: skip
