"""Linking a real record: resumed where it stopped, nothing twice, the order of reading makes no difference."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

import pytest
from tests.consolidation import factories as make

from legation.documents.reprints import marks_of
from legation.models import linker
from legation.pipeline import link_all, link_report, linker_name
from legation.pipeline.linking import link
from legation.records import LINKER, Bond, Claim, Judgement, Kind, Modality, Report, Verdict
from legation.store import Record, open_record

SENTENCE = "Armenia and the United States signed a charter on river water."
AROUND = (
    "The paper was laid out in a hall above the river at noon. Two clerks held the pens, and a choir from the "
    "upper valley sang before the guests. Farmers hope that the sluices will be mended before the next summer."
)


def _signing(publisher: str, around: str, day: str = "2025-01-14", **fields: str) -> tuple[Report, Claim]:
    of = make.report(f"{SENTENCE} {around}", day=day, publisher=publisher)
    text = SENTENCE
    claim = make.claim(
        text, "signed", kind=Kind.AGREEMENT, of=of, event=("SUPPORT", None, 1), day=fields.get("told", day),
        actors=[make.actor("Armenia", text, "ARM"), make.actor("United States", text, "USA")],
        object={"name": "charter on river water", "act": "signature", "areas": []},
        modality=Modality(fields.get("modality", "asserted")), basis=fields.get("basis", "explicit"),
    )  # fmt: skip
    return of, claim


def _meeting() -> tuple[Report, Claim]:
    text = "Officials of the United States and Armenia met farmers over lunch to talk about apricot exports."
    of = make.report(f"{text} It was windy.", day="2025-01-16", publisher="Orchard Daily")
    sides = [make.actor("United States", text, "USA"), make.actor("Armenia", text, "ARM")]
    fields = {"actors": sides, "event": ("CONSULT", None, 1), "day": "2025-01-16", "of": of}
    return of, make.claim(text, "met", kind=Kind.MEETING, **fields)  # type: ignore[arg-type]


FIRST = _signing("First Courier", AROUND)
COPY = _signing("Second Herald", f"{AROUND} It was cold.")
OWN = _signing(
    "Third Post",
    "Nobody spoke for long, and the lamps failed twice. Our correspondent counted forty guests and as many "
    "umbrellas, for the roof of the old customs house leaks; the ministers left by the side door, and boatmen "
    "complained that no one had asked them what the new rules on dredging would mean for the ferries below the weir.",
)
RECALL = _signing("Fourth Mail", "That was long ago.", "2025-09-01", modality="historical", basis="inferred")
ALL = (FIRST, COPY, OWN, _meeting())


def _add(record: Record, told: Iterable[tuple[Report, Claim]]) -> None:
    for of, claim in told:
        record.add_reading(of, [claim], marks=marks_of(of))


def _judged(record: Record) -> set[tuple[str, ...]]:
    ids = [id_ for of, claim in (*ALL, RECALL) for id_ in (of.id, claim.id)]
    return {(j.bond, j.left, j.right, j.verdict, j.reason, str(j.score), j.by) for j in record.judgements.on(ids)}


def _pairs(record: Record, bond: Bond, verdict: Verdict = Verdict.SAME) -> set[frozenset[str]]:
    ids = [id_ for of, claim in ALL for id_ in (of.id, claim.id)]
    return {frozenset(j.pair) for j in record.judgements.on(ids, bond) if j.verdict is verdict}


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("linking") / "blank.db"
    open_record(str(path)).close()
    return path


def test_tellings_of_one_act_are_linked_and_an_unrelated_meeting_is_not(record: Record) -> None:
    _add(record, ALL)
    list(link_all(record))
    first, copy, own, meeting = (claim.id for _, claim in ALL)
    found = _pairs(record, Bond.TELLING)
    assert found >= {frozenset({first, copy}), frozenset({first, own}), frozenset({copy, own})}
    assert not [pair for pair in found if meeting in pair]


def test_only_the_copy_is_of_one_origin(record: Record) -> None:
    _add(record, ALL)
    list(link_all(record))
    assert _pairs(record, Bond.ORIGIN) == {frozenset({FIRST[0].id, COPY[0].id})}


def test_every_reading_is_yielded_once_with_what_is_new(record: Record) -> None:
    _add(record, ALL)
    linked = list(link_all(record))
    assert [each.report for each in linked] == [of.id for of, _ in ALL]
    assert sum(each.judgements for each in linked) == len(_judged(record))


def test_linking_again_adds_nothing(record: Record) -> None:
    _add(record, ALL)
    readings = record.judgements.unlinked(linker_name())
    list(link_all(record))
    before = _judged(record)
    assert list(link_all(record)) == []
    assert [link(record, reading).judgements for reading in readings] == [0] * len(ALL)
    assert _judged(record) == before


@pytest.mark.parametrize("after", [1, 2, 3])
def test_what_was_stopped_goes_on_where_it_stopped(record: Record, blank: Path, tmp_path: Path, after: int) -> None:
    _add(record, ALL)
    stopped = link_all(record)
    done = [next(stopped).report for _ in range(after)]
    stopped.close()  # type: ignore[attr-defined]
    assert record.judgements.unlinked_count(linker_name()) == len(ALL) - after
    done += [each.report for each in link_all(record)]
    assert done == [of.id for of, _ in ALL]
    with open_record(str(shutil.copy(blank, tmp_path / "whole.db"))) as whole:
        _add(whole, ALL)
        list(link_all(whole))
        assert _judged(record) == _judged(whole)


def _read_in(order: Iterable[tuple[Report, Claim]], place: Path, *, at_once: bool) -> set[tuple[str, ...]]:
    with open_record(str(place)) as record:
        for told in order:
            _add(record, [told])
            if at_once:
                link_report(record, told[0].id)
        list(link_all(record))
        return _judged(record)


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("told", [(FIRST, COPY, _meeting()), (FIRST, OWN, RECALL)])
def test_the_order_of_reading_makes_no_difference(
    blank: Path, tmp_path: Path, told: tuple[tuple[Report, Claim], ...], at_once: bool
) -> None:
    orders = list(permutations(told))
    places = [Path(shutil.copy(blank, tmp_path / f"{number}.db")) for number in range(len(orders))]
    found = [_read_in(order, place, at_once=at_once) for order, place in zip(orders, places, strict=True)]
    assert found[0]
    assert all(each == found[0] for each in found)


def test_what_recalls_an_act_is_compared_with_it(record: Record) -> None:
    _add(record, [FIRST, RECALL])
    list(link_all(record))
    assert [j.pair for j in record.judgements.on([RECALL[1].id], Bond.TELLING)]


def test_one_report_alone_is_linked_when_asked_for(record: Record) -> None:
    _add(record, [FIRST, OWN])
    assert link_report(record, OWN[0].id) > 0
    assert [each.report.id for each in record.judgements.unlinked(linker_name())] == [FIRST[0].id]
    assert link_report(record, OWN[0].id) == 0
    assert link_report(record, "nothing") == 0


def test_the_judgements_name_the_linker_and_its_version(record: Record) -> None:
    _add(record, [FIRST, OWN])
    list(link_all(record))
    (found,) = record.judgements.on([FIRST[1].id], Bond.TELLING)
    assert found.by == f"{LINKER}{linker().label}"
    assert found.recorded_at


def test_what_a_person_judged_stays_beside_the_linker(record: Record) -> None:
    left, right = sorted((FIRST[1].id, OWN[1].id))
    apart = Judgement(
        bond=Bond.TELLING, left=left, right=right, verdict=Verdict.DIFFERENT, by="anna", reason="two charters"
    )
    _add(record, [FIRST, OWN])
    record.judgements.add([apart])
    list(link_all(record))
    found = record.judgements.on([left], Bond.TELLING)
    assert {j.is_by_hand: j.verdict for j in found} == {True: Verdict.DIFFERENT, False: Verdict.SAME}


def test_a_report_without_claims_is_seen_too(record: Record) -> None:
    of = make.report("Nothing much happened.", publisher="Quiet Times")
    record.add_reading(of, [], coder=make.CODER)
    assert [(each.report, each.judgements) for each in link_all(record)] == [(of.id, 0)]
    assert record.judgements.unlinked_count(linker_name()) == 0


def test_an_empty_record_has_nothing_to_link(record: Record) -> None:
    assert list(link_all(record)) == []
