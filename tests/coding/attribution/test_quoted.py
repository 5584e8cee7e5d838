from __future__ import annotations

import pytest
from tests.reading import claims, codes, links, only

MINISTER = "Greek Foreign Minister Nikos Dendias"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (f'"Libya is calm," {MINISTER} said.', '"Libya is calm,"'),
        (f'"Libya is calm," said {MINISTER}.', '"Libya is calm,"'),
        (f'{MINISTER} said: "Libya is calm."', '"Libya is calm."'),
        (f"“Libya is calm,” {MINISTER} said.", "“Libya is calm,”"),
        (f'"Libya," {MINISTER} said, "is calm."', '"Libya," … "is calm."'),
        (f'"Libya is calm," said {MINISTER}. "So is Greece."', '"Libya is calm," … "So is Greece."'),
    ],
)
def test_where_a_quotation_stands(text: str, content: str) -> None:
    claim = only(text, "statement")
    assert claim.object["content"] == content
    assert claim.object["quote"] == "direct"
    assert codes(claim.actors) == ["GRC"]
    assert claim.attribution == ()


def test_a_statement_without_marks_is_indirect() -> None:
    claim = only(f"{MINISTER} said the border was quiet.", "statement")
    assert (claim.object["quote"], claim.object["content"]) == ("indirect", "the border was quiet")


def test_a_statement_with_some_words_in_marks_is_mixed() -> None:
    claim = only(f'{MINISTER} said that trade was "growing very fast" again.', "statement")
    assert claim.object["quote"] == "mixed"
    assert '"growing very fast"' in str(claim.object["content"])


def test_a_quotation_over_two_sentences_is_one_statement() -> None:
    text = f"“Libya is calm. So is the sea,” {MINISTER} said."
    claim = only(text, "statement")
    assert claim.object["content"] == "“Libya is calm. So is the sea,”"
    assert claim.passage.exact == text


def test_a_quotation_over_paragraphs_is_one_speakers() -> None:
    text = f"“Libya is calm,” {MINISTER} said. “So is the sea.\n\n“So is the sky.”\n"
    assert {tuple(codes(claim.actors)) for claim in claims(text) if claim.kind == "statement"} == {("GRC",)}


def test_an_act_told_in_a_quotation_is_on_the_speakers_word() -> None:
    claim = only(f'"Libya expelled our envoy," {MINISTER} said.', "event")
    assert links(claim) == [(MINISTER, "said", "say")]
    assert codes(claim.actors) == ["LBY"]


def test_above_the_speaker_of_a_statement_stand_those_who_cite_him() -> None:
    claim = only(f'"Libya is calm," {MINISTER} said, Reuters reported.', "statement")
    assert codes(claim.actors) == ["GRC"]


def test_the_saying_of_a_statement_is_done_whatever_it_speaks_of() -> None:
    for content in ("Libya will be calm", "Libya would be calm", "Libya was not calm"):
        assert only(f'"{content}," {MINISTER} said.', "statement").modality == "asserted"


@pytest.mark.parametrize(
    ("verb", "kind"), [("said", "statement"), ("added", "statement"), ("warned", None), ("told reporters", "statement")]
)
def test_verbs_of_saying(verb: str, kind: str | None) -> None:
    found = {claim.kind.value for claim in claims(f"{MINISTER} {verb} that the border was quiet.")}
    assert found
    assert kind is None or kind in found
