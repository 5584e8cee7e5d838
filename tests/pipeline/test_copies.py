"""Whether two reports go back to one origin."""

from __future__ import annotations

from typing import Any

import pytest
from tests.store import factories as make

from legation.pipeline.copies import COPYIST, copied
from legation.records import LINKER, Bond, Report, Verdict

TEXT = (
    "Envoys of Kenya and Somalia opened a post at Mandera on Tuesday so that lorries may pass once more. "
    "Traders had asked for it since the spring, when rains washed the old road away. "
    "A second post will follow in March if both treasuries find the money for it."
)
OTHER = (
    "At Mandera the barrier is up again: Nairobi and Mogadishu have let goods through since yesterday. "
    "Customs men of either side stamp papers under one roof, and herders need no papers at all."
)


def _report(text: str, publisher: str | None = "First Courier", **fields: Any) -> Report:
    return make.report(text, publisher=publisher, **fields)


def test_a_copied_text_is_of_one_origin_with_the_reason() -> None:
    one, other = _report(TEXT), _report(f"MANDERA: {TEXT}", "Second Herald")
    found = copied(one, other)
    assert found is not None
    assert (found.bond, found.verdict, found.by) == (Bond.ORIGIN, Verdict.SAME, COPYIST)
    assert found.reason == "100% of the shorter text is in the other"
    assert found.score == 1.0
    assert set(found.pair) == {one.id, other.id}
    assert found.features == {"runs of four words": 1.0, "pairs of words": 1.0}


def test_a_linker_judges_and_no_person() -> None:
    found = copied(_report(TEXT), _report(f"{TEXT} More.", "Second Herald"))
    assert found is not None
    assert not found.is_by_hand
    assert COPYIST.startswith(LINKER)


@pytest.mark.parametrize(
    ("one", "other"),
    [(TEXT, f"MANDERA: {TEXT}"), (TEXT, TEXT.partition(". ")[0]), (OTHER, f"{OTHER} First Courier reported it.")],
)
def test_a_judgement_has_no_direction(one: str, other: str) -> None:
    left, right = _report(one), _report(other, "Second Herald")
    found = copied(left, right)
    assert found is not None
    assert found == copied(right, left)
    assert found.left < found.right


def test_independent_reports_of_one_act_are_not_judged() -> None:
    assert copied(_report(TEXT), _report(OTHER, "Second Herald")) is None


def test_a_paper_that_credits_the_other_in_its_own_words_is_of_its_origin() -> None:
    told = _report(TEXT)
    teller = _report(f"The border is open, the First Courier reported. {OTHER}", "Second Herald")
    found = copied(told, teller)
    assert found is not None
    assert (found.reason, found.score) == ("one credits First Courier", 1.0)


def test_who_credits_itself_credits_nobody_else() -> None:
    text = f"The border is open, the First Courier reported. {OTHER}"
    assert copied(_report(TEXT), _report(text)) is None


def test_a_report_of_nobody_is_not_credited() -> None:
    assert copied(_report(TEXT, None), _report(OTHER, None)) is None


def test_a_shared_quotation_is_not_a_copied_text() -> None:
    quote = "“We have waited for this road since the rains, and so have our sheep, our sons and our creditors”"
    assert copied(_report(f"{TEXT} {quote}."), _report(f"{OTHER} {quote}.", "Second Herald")) is None


def test_reports_without_words_are_no_copies() -> None:
    assert copied(_report("…"), _report("—", "Second Herald")) is None
