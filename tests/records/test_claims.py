from __future__ import annotations

import dataclasses

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.strategies import claims, coders, offsets, words

from legation.records import Claim, Coder, Kind, claim_id

pairs = st.lists(st.tuples(offsets, offsets), max_size=5)
kinds = st.sampled_from(Kind)


@given(words, kinds, pairs, coders)
def test_the_same_reading_has_the_same_id(report: str, kind: Kind, spans: list[tuple[int, int]], coder: Coder) -> None:
    first = claim_id(report, kind, spans, coder)
    assert first == claim_id(report, kind, iter(spans), dataclasses.replace(coder))
    assert len(first) == 20
    assert set(first) <= set("0123456789abcdef")


def test_the_id_stays_as_it_is_from_version_to_version() -> None:
    coder = Coder(name="legation-rules", version="0.1.0", model=None, ontology="plover-2024")
    assert claim_id("a" * 64, Kind.EVENT, [(0, 5), (0, 40)], coder) == "0f8c3bf225df0a308245"


@given(words, kinds, pairs, coders, st.data())
def test_another_report_kind_span_or_coder_gives_another_id(
    report: str, kind: Kind, spans: list[tuple[int, int]], coder: Coder, data: st.DataObject
) -> None:
    first = claim_id(report, kind, spans, coder)
    assert claim_id(report + "x", kind, spans, coder) != first
    assert claim_id(report, data.draw(kinds.filter(lambda k: k != kind)), spans, coder) != first
    assert claim_id(report, kind, [*spans, (1, 2)], coder) != first
    assert claim_id(report, kind, spans, dataclasses.replace(coder, version=coder.version + "1")) != first
    assert claim_id(report, kind, spans, dataclasses.replace(coder, model=f"{coder.model or ''}m")) != first


@given(words, kinds, pairs, coders)
def test_who_acts_and_who_is_acted_upon_do_not_change_places(
    report: str, kind: Kind, spans: list[tuple[int, int]], coder: Coder
) -> None:
    assume(spans != spans[::-1])
    assert claim_id(report, kind, spans, coder) != claim_id(report, kind, spans[::-1], coder)


@given(claims())
def test_a_claim_cannot_be_changed(claim: Claim) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        claim.id = "other"  # type: ignore[misc]


@given(claims(), words)
def test_why_a_claim_was_coded_so_does_not_make_it_another(claim: Claim, reason: str) -> None:
    assert dataclasses.replace(claim, reason=reason) == claim
