from __future__ import annotations

import pytest
from tests.reading import claims, codes, links, only, told


@pytest.mark.parametrize(
    ("text", "actor", "quote", "content"),
    [
        (
            '"The deal is dead," Iranian Foreign Minister Abbas Araghchi said.',
            "IRN", "direct", '"The deal is dead,"',
        ),
        ("Slovak Prime Minister Robert Fico said the border was quiet.", "SVK", "indirect", "the border was quiet"),
        (
            'Iceland\'s ambassador to France told reporters that "trade is growing" between them.',
            "ISL", "mixed", '"trade is growing" between them',
        ),
        ("Beijing said the border was quiet.", "CHN", "indirect", "the border was quiet"),
    ],
)  # fmt: skip
def test_who_said_what(text: str, actor: str, quote: str, content: str) -> None:
    claim = only(text, "statement")
    assert (codes(claim.actors), claim.object["quote"], claim.object["content"]) == ([actor], quote, content)
    assert claim.event is None
    assert claim.modality == "asserted"


def test_the_speaker_is_the_actor_and_no_link_of_the_chain() -> None:
    assert links(only("Slovak Prime Minister Robert Fico said the border was quiet.", "statement")) == []


def test_above_the_speaker_stands_who_cites_him() -> None:
    text = "Reuters reported that Slovak Prime Minister Robert Fico said the border was quiet."
    claim = only(text, "statement")
    assert codes(claim.actors) == ["SVK"]
    assert links(claim) == [("Reuters", "reported", "cite")]


def test_reported_acts_are_no_statements() -> None:
    text = "Slovak Prime Minister Robert Fico said Poland had expelled two Slovak diplomats."
    assert [told(c) for c in claims(text) if c.kind == "statement"] == []


def test_a_statement_is_dated_by_the_saying() -> None:
    text = "On Monday Slovak Prime Minister Robert Fico said the border was quiet."
    claim = only(text, "statement")
    assert (claim.when.start, claim.when.basis) == ("2024-05-06", "explicit")


def test_the_content_is_verbatim() -> None:
    text = "Slovak Prime Minister Robert Fico said the border was quiet on both sides."
    assert str(only(text, "statement").object["content"]) in text


@pytest.mark.parametrize(
    "text",
    [
        "Iceland refused to describe the vote as free.",
        "Slovakia and Poland have yet to say whether they will attend the talks.",
        "Sudan declined to say when the talks would resume.",
    ],
)
def test_words_withheld_are_no_statements(text: str) -> None:
    assert [told(c) for c in claims(text) if c.kind == "statement"] == []


def test_a_denial_keeps_its_verb() -> None:
    claim = only("Iceland has denied responsibility for the collision.", "statement")
    assert str(claim.object["content"]).endswith("denied responsibility for the collision")
