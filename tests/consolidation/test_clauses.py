"""Where clauses begin and end."""

from __future__ import annotations

import pytest
from tests.consolidation import factories as make

from legation.consolidation.clauses import clause, trimmed
from legation.consolidation.extents import clause_length, clause_start
from legation.records import Modality


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("sent aid to Chad, which borders it.", "sent aid to Chad"),
        ("sent tents, blankets and food to Chad.", "sent tents, blankets and food to Chad"),
        ("sent aid, a minister said.", "sent aid"),
        ("met Mr. Sato in Tokyo. Later they left.", "met Mr. Sato in Tokyo"),
        ("struck a depot and the army accused it of lying.", "struck a depot"),
        ("left; others stayed.", "left"),
        ("arrived at 4 p.m. today.", "arrived at 4 p.m. today"),
    ],
)
def test_a_clause_ends(text: str, kept: str) -> None:
    assert text[: clause_length(text)] == kept


def test_a_clause_begins_behind_that() -> None:
    text = "The minister said that the two sides "
    assert text[clause_start(text) :] == "the two sides "


def test_an_infinitive_to_come_is_will() -> None:
    text = "Peru is to withdraw from the zone."
    claim = make.claim(text, "to withdraw", actors=[make.actor("Peru", text, "PER")], modality=Modality.FUTURE)
    assert clause(claim) == "Peru is to withdraw from the zone"


def test_an_infinitive_of_another_subject_is_left_alone() -> None:
    text = "Peru spoke as rivals prepare to withdraw from the zone."
    claim = make.claim(text, "to withdraw", actors=[make.actor("Peru", text, "PER")], modality=Modality.FUTURE)
    assert clause(claim) is None


def test_an_unbalanced_quotation_is_not_lifted() -> None:
    text = "Peru called it “a long, hard road, which nobody wants” yesterday."
    claim = make.claim(text, "called", actors=[make.actor("Peru", text, "PER")])
    assert clause(claim) is None


def test_a_fronted_object_is_not_lifted() -> None:
    text = "It left over what Peru called a slight."
    claim = make.claim(text, "called", actors=[make.actor("Peru", text, "PER")])
    assert clause(claim) is None


def test_trimming() -> None:
    assert trimmed("a  b\nc") == "a b c"
    assert trimmed("one, two, three", words=2) == "one, two …"
