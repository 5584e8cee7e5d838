"""Which reports go back to one origin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st
from tests.consolidation import factories as make

from legation.consolidation import Origin, Provenance, cited_in, origins
from legation.records import LINKER, Bond, Judgement, Report, Verdict, ordered
from legation.records.marks import Credit

NOTHING = Provenance()
REUTERS, TASS = "agency:reuters", "agency:tass"


def _report(words: str, publisher: str | None, day: str | None = "2025-01-14") -> Report:
    return make.report(f"Ministers met: {words}.", day=day, publisher=publisher)


def _copied(one: Report, other: Report, verdict: Verdict = Verdict.SAME, by: str = f"{LINKER}copies-1") -> Judgement:
    left, right = ordered(Bond.ORIGIN, one.id, other.id)
    return Judgement(bond=Bond.ORIGIN, left=left, right=right, verdict=verdict, by=by, reason="a copy")


def _crediting(**credits_: str) -> Sequence[Credit]:
    return [Credit(agency=agency, start=0, end=5) for agency in credits_.values()]


ONE = _report("one", "First Courier", "2025-01-14")
OTHER = _report("other", "Second Herald", "2025-01-15")
THIRD = _report("third", "Third Post", "2025-01-16")


def _ids(found: Sequence[Origin]) -> list[tuple[str, ...]]:
    return [origin.reports for origin in found]


def test_reports_of_which_nothing_is_known_are_independent() -> None:
    assert _ids(origins([OTHER, ONE], NOTHING)) == [(ONE.id,), (OTHER.id,)]
    assert origins([], NOTHING) == []


def test_a_report_given_twice_is_one() -> None:
    assert _ids(origins([ONE, ONE], NOTHING)) == [(ONE.id,)]


def test_a_copy_is_no_second_origin() -> None:
    (found,) = origins([OTHER, ONE], Provenance(copies=(_copied(ONE, OTHER),)))
    assert (found.reports, found.reasons) == ((ONE.id, OTHER.id), ("a copy",))


def test_a_pair_that_is_not_certain_is_not_one() -> None:
    assert len(origins([ONE, OTHER], Provenance(copies=(_copied(ONE, OTHER, Verdict.UNSURE),)))) == 2


def test_copies_of_one_text_are_one_through_it_alone() -> None:
    known = Provenance(copies=(_copied(ONE, THIRD), _copied(OTHER, THIRD)))
    assert _ids(origins([ONE, OTHER, THIRD], known)) == [(ONE.id, THIRD.id, OTHER.id)]


def test_an_outlets_flash_and_its_later_story_are_one() -> None:
    later = _report("more", "The first  COURIER", "2025-01-15")
    (found,) = origins([ONE, later], NOTHING)
    assert found.reasons == ("the same publisher",)


def test_an_agency_is_one_publisher_under_all_its_names() -> None:
    found = origins([_report("one", "AFP"), _report("other", "Agence France-Presse")], NOTHING)
    assert [origin.reasons for origin in found] == [("the same publisher",)]


def test_reports_of_nobody_are_not_of_the_same_publisher() -> None:
    assert len(origins([_report("one", None), _report("other", None), _report("third", " ")], NOTHING)) == 3


def test_two_papers_that_credit_one_agency_are_one_origin_and_it_is_named() -> None:
    known = Provenance(credits={ONE.id: _crediting(a=REUTERS, b=TASS), OTHER.id: _crediting(a=TASS)})
    (found,) = origins([ONE, OTHER], known)
    assert found.reasons == ("both on the word of TASS",)


def test_an_agency_and_the_paper_that_credits_it_are_one_origin() -> None:
    wire = _report("wire", "Reuters", "2025-01-13")
    (found,) = origins([wire, ONE], Provenance(credits={ONE.id: _crediting(a=REUTERS)}))
    assert found.reasons == ("both on the word of Reuters",)


def test_papers_that_credit_different_agencies_are_independent() -> None:
    known = Provenance(credits={ONE.id: _crediting(a=REUTERS), OTHER.id: _crediting(a=TASS)})
    assert len(origins([ONE, OTHER], known)) == 2


def test_papers_that_tell_the_act_on_the_word_of_one_agency_are_one_origin() -> None:
    cited = {ONE.id: frozenset({TASS}), OTHER.id: frozenset({TASS, REUTERS})}
    assert len(origins([ONE, OTHER], NOTHING, cited)) == 1


def test_a_person_keeps_apart_what_a_linker_took_for_a_copy() -> None:
    known = (_copied(ONE, OTHER), _copied(ONE, OTHER, Verdict.DIFFERENT, "anna"))
    assert len(origins([ONE, OTHER], Provenance(copies=known))) == 2
    assert len(origins([ONE, OTHER], Provenance(copies=known[::-1]))) == 2


def test_a_person_keeps_apart_two_stories_of_one_publisher() -> None:
    later = _report("more", "First Courier", "2025-01-15")
    assert len(origins([ONE, later], Provenance(copies=(_copied(ONE, later, Verdict.DIFFERENT, "anna"),)))) == 2


def test_a_linker_keeps_nothing_apart() -> None:
    later = _report("more", "First Courier", "2025-01-15")
    assert len(origins([ONE, later], Provenance(copies=(_copied(ONE, later, Verdict.DIFFERENT),)))) == 1


def test_origins_come_in_the_order_of_their_first_days_undated_last() -> None:
    undated = _report("undated", "Fourth Mail", None)
    for order in permutations([ONE, OTHER, undated]):
        assert _ids(origins(order, NOTHING)) == [(ONE.id,), (OTHER.id,), (undated.id,)]


def test_agencies_are_cited_and_ministries_are_only_sources() -> None:
    text = "They met, TASS cited the foreign ministry of Armenia as saying."
    wire = make.actor("TASS", text, None, entity=TASS, country="RUS", sector="MED")
    ministry = make.actor("foreign ministry", text, "ARM", sector="GOV")
    chain = [make.said_by(wire, "cited", text), make.said_by(ministry, "saying", text), make.said_by(None, "met", text)]
    one, plain = make.claim(text, "met", attribution=chain), make.claim("They talked.", "talked")
    assert cited_in([one, plain]) == {one.report.id: frozenset({TASS}), plain.report.id: frozenset()}


def test_the_agencies_of_all_claims_of_a_report_are_gathered() -> None:
    text = "They met, TASS said. They talked, Reuters said."
    of = make.report(text)
    wires = [make.actor(name, text, None, entity=entity) for name, entity in (("TASS", TASS), ("Reuters", REUTERS))]
    said = [make.said_by(wire, "said", text) for wire in wires]
    claims = [make.claim("They met, TASS said.", "met", of=of, attribution=said[:1])]
    claims.append(make.claim("They talked, Reuters said.", "talked", of=of, attribution=said[1:]))
    assert cited_in(claims) == {of.id: frozenset({TASS, REUTERS})}


REPORTS = [
    _report(str(number), publisher, day)
    for number, (publisher, day) in enumerate(
        [
            ("First Courier", "2025-01-14"),
            ("First Courier", "2025-01-15"),
            ("Reuters", "2025-01-14"),
            ("Second Herald", None),
            (None, "2025-01-13"),
            (None, "2025-01-14"),
        ]
    )
]
_PAIRS = st.lists(st.sampled_from(list(combinations(REPORTS, 2))), unique_by=lambda pair: (pair[0].id, pair[1].id))
_JUDGES = st.sampled_from([f"{LINKER}copies-1", "anna"])


@st.composite
def _known(draw: st.DrawFn) -> Provenance:
    verdicts = st.sampled_from(list(Verdict))
    copies = tuple(_copied(*pair, draw(verdicts), draw(_JUDGES)) for pair in draw(_PAIRS.map(lambda p: p[:4])))
    credited = {r.id: [Credit(agency=draw(st.sampled_from([REUTERS, TASS])), start=0, end=4)]
                for r in draw(st.lists(st.sampled_from(REPORTS[:4]), max_size=2))}  # fmt: skip
    return Provenance(copies=copies, credits=credited)


@given(_known(), st.permutations(REPORTS))
def test_order_makes_no_difference_and_no_report_is_lost(known: Provenance, order: list[Report]) -> None:
    found = origins(order, known)
    turned = Provenance(copies=known.copies[::-1], credits=known.credits)
    assert found == origins(REPORTS, turned)
    assert sorted(id_ for origin in found for id_ in origin.reports) == sorted(r.id for r in REPORTS)
    assert all(len(origin.reasons) == len(origin.reports) - 1 for origin in found)


@given(_known())
def test_what_was_copied_is_one_origin_unless_a_person_says_otherwise(known: Provenance) -> None:
    groups = [set(origin.reports) for origin in origins(REPORTS, known)]
    copied = [j.pair for j in known.copies if j.verdict is Verdict.SAME]
    assert all(any(set(pair) <= group for group in groups) for pair in copied)
