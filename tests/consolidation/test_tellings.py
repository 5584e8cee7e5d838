"""Claims that tell one thing."""

from __future__ import annotations

from itertools import permutations

from tests.consolidation import factories as make

from legation.consolidation import same_thing, tellings
from legation.records import Claim, Kind, Modality, Precision


def _quote(words: str, publisher: str) -> Claim:
    text = f"“{words}” Anna Novak said, {publisher} wrote."
    return make.claim(
        text,
        "said",
        kind=Kind.STATEMENT,
        actors=[make.person("Anna Novak", text, "CZE", "Foreign Minister")],
        object={"quote": "direct", "content": f"“{words}”"},
        of=make.report(text, publisher=publisher),
    )


def test_two_reports_of_one_signature_are_one_telling() -> None:
    one, other = make.signing(), make.signing(day="2025-01-15", name="river water charter")
    (telling,) = tellings([one, other])
    assert telling.reports == 2
    assert telling.publishers == ("Example Wire",)
    assert telling.reasons == ("both tell of signature by the same parties at the same time; their names fit",)


def test_a_report_that_only_says_agreement_joins_the_named_one_and_does_not_lead() -> None:
    named, bare = make.signing(), make.signing(name="agreement")
    (telling,) = tellings([bare, named])
    assert telling.lead == named


def test_other_days_names_and_parties_are_other_things() -> None:
    one = make.signing()
    assert len(tellings([one, make.signing(day="2025-03-01")])) == 2
    assert len(tellings([one, make.signing(name="fishing convention")])) == 2


def test_done_and_announced_are_never_one() -> None:
    text = "Armenia and the United States signed a charter on river water."
    announced = make.claim(
        text,
        "signed",
        kind=Kind.AGREEMENT,
        actors=make.signing().actors,
        object=make.signing().object,
        modality=Modality.FUTURE,
        of=make.report(f"{text} Soon."),
    )
    assert same_thing(make.signing(), announced) is None


def test_a_month_can_hold_a_day() -> None:
    text = "Armenia and the United States signed a charter on river water."
    vague = make.claim(
        text,
        "signed",
        kind=Kind.AGREEMENT,
        actors=make.signing().actors,
        object=make.signing().object,
        day="2025-01-01",
        precision=Precision.MONTH,
        of=make.report(f"{text} In January."),
    )
    assert same_thing(make.signing(day="2025-01-02"), vague)


def test_quotations_are_one_where_the_words_are() -> None:
    one = _quote("We are ready to open the northern bridge", "One")
    same = _quote("ready to open the northern bridge", "Two")
    other = _quote("Nobody wants a trade dispute over milk", "Three")
    assert [t.reports for t in tellings([one, same, other])] in ([1, 2], [2, 1])


def test_order_makes_no_difference_and_nothing_is_lost() -> None:
    claims = [make.signing(), make.signing(name="agreement"), make.signing(day="2025-01-15"), make.promise()]
    made = {tuple(tuple(c.id for c in t.claims) for t in tellings(order)) for order in permutations(claims)}
    assert len(made) == 1
    assert sum(len(t.claims) for t in tellings(claims)) == len(claims)
