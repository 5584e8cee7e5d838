from __future__ import annotations

import pytest
from tests.reading import group_texts, only_sentence, phrase_text, predicate

from legation.records.syntax import Predicate


def read(text: str, lemma: str) -> Predicate:
    return predicate(only_sentence(text), lemma)


def subject(text: str, lemma: str) -> list[str]:
    return group_texts(text, only_sentence(text), read(text, lemma).subject)


def object_(text: str, lemma: str) -> list[str]:
    return group_texts(text, only_sentence(text), read(text, lemma).object)


# -- whose act -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Norway left.", "leave", ["Norway"]),
        ("On Monday, Norway left.", "leave", ["Norway"]),
        ("Last week, Norway left.", "leave", ["Norway"]),
        # coordination
        ("Chile and Peru signed it.", "sign", ["Chile", "Peru"]),
        ("Iran, Iraq and Syria met in Baghdad.", "meet", ["Iran", "Iraq", "Syria"]),
        ("Chile signed and ratified the treaty.", "ratify", ["Chile"]),
        ("Chile signed the treaty and left the talks.", "leave", ["Chile"]),
        ("Chile signed the treaty but has not ratified it.", "ratify", ["Chile"]),
        ("Norway rejected the plan, and Sweden accepted it.", "accept", ["Sweden"]),
        ("Serbia did not sign, but Kosovo did.", "do", ["Kosovo"]),
        # relative clauses
        ("The minister, who visited Oslo on Monday, praised Norway.", "praise", ["The minister"]),
        ("The minister, who visited Oslo on Monday, praised Norway.", "visit", ["The minister"]),
        ("Officials of the ministry who lied denied it.", "lie", ["Officials"]),
        ("The agreement, which Chile had signed, failed.", "fail", ["The agreement"]),
        ("Obama, who denounced the attack, said so.", "say", ["Obama"]),
        # control
        ("Kenya promised to reopen the border.", "reopen", ["Kenya"]),
        ("Kuwait plans to host the summit.", "host", ["Kuwait"]),
        ("France urged Mali to release the prisoners.", "release", ["Mali"]),
        ("Japan persuaded South Korea to share data.", "share", ["South Korea"]),
        ("Togo accused Benin of arming rebels.", "arm", ["Benin"]),
        ("Peru called on Chile to withdraw.", "withdraw", ["Chile"]),
        ("Peru is considering leaving the bloc.", "leave", ["Peru"]),
        ("Chad was urged to release the prisoners.", "release", ["Chad"]),
        # content
        ("Turkey said that it had closed the strait.", "close", ["it"]),
        ("Turkey said Greece had closed the strait.", "close", ["Greece"]),
        ("The report claims that Italy never paid Libya.", "pay", ["Italy"]),
        ("The plan, Greece said, would fail.", "fail", ["The plan"]),
        # behind another clause
        ("After Jordan expelled the envoy, Syria closed the border.", "close", ["Syria"]),
        ("After meeting the king, the envoy left Amman.", "leave", ["the envoy"]),
        # inversion
        ("“We stay,” said the Danish prime minister.", "say", ["the Danish prime minister"]),
        ("“We stay,” the Danish prime minister said.", "say", ["the Danish prime minister"]),
        # passives: the subject is what the act falls on
        ("The envoy was expelled by Norway.", "expel", ["The envoy"]),
        ("The aid will be sent by Canada to Haiti.", "send", ["The aid"]),
    ],
)
def test_subjects(text: str, lemma: str, expected: list[str]) -> None:
    assert subject(text, lemma) == expected


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Latvia expelled an envoy, condemned Belarus and left.", "condemn", ["Latvia"]),
        ("Cuba released the prisoners and Spain thanked it.", "thank", ["Spain"]),
        ("Japan persuaded Laos to share data and asked Chad to wait.", "ask", ["Japan"]),
    ],
)
def test_subjects_behind_the_object_of_another_clause(text: str, lemma: str, expected: list[str]) -> None:
    assert subject(text, lemma) == expected


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Norway expelled two envoys.", "expel", ["two envoys"]),
        ("Chile signed and ratified the treaty.", "ratify", ["the treaty"]),
        ("Malta announced a suspension of air links with Libya.", "announce", ["a suspension"]),
        ("France urged Mali to release the prisoners.", "urge", ["Mali"]),
        ("France urged Mali to release the prisoners.", "release", ["the prisoners"]),
        ("Norway condemned Chile, Peru and Bolivia.", "condemn", ["Chile", "Peru", "Bolivia"]),
        ("Turkey said that it had closed the strait.", "say", []),
        ("Norway left.", "leave", []),
    ],
)
def test_objects(text: str, lemma: str, expected: list[str]) -> None:
    assert object_(text, lemma) == expected


@pytest.mark.parametrize(
    ("text", "lemma", "prep", "expected"),
    [
        ("The aid will be sent by Canada to Haiti.", "send", "by", "Canada"),
        ("The aid will be sent by Canada to Haiti.", "send", "to", "Haiti"),
        ("Malta announced a suspension of air links with Libya.", "announce", "with", "Libya"),
        ("Iraq met Iran in Baghdad.", "meet", "in", "Baghdad"),
    ],
)
def test_prepositions(text: str, lemma: str, prep: str, expected: str) -> None:
    sentence = only_sentence(text)
    found = {p: phrase_text(text, sentence, phrase) for p, phrase in predicate(sentence, lemma).preps}
    assert found[prep] == expected


# -- what kind of clause -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lemma", "role"),
    [
        ("Norway left.", "leave", "main"),
        ("Turkey said that it had closed the strait.", "close", "content"),
        ("Turkey said it had closed the strait.", "close", "content"),
        ("The minister, who visited Oslo, left.", "visit", "relative"),
        ("After Jordan expelled the envoy, Syria left.", "expel", "adverbial"),
        ("When Jordan expelled the envoy, Syria left.", "expel", "adverbial"),
        ("If Sudan agrees, Egypt will reopen the border.", "agree", "conditional"),
        ("Unless Sudan agrees, Egypt will not reopen the border.", "agree", "conditional"),
        ("Kenya promised to reopen the border.", "reopen", "infinitive"),
        ("Togo accused Benin of arming rebels.", "arm", "gerund"),
    ],
)
def test_roles(text: str, lemma: str, role: str) -> None:
    assert read(text, lemma).role == role


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The envoy was expelled.", "expel", {"passive"}),
        ("The envoy has been expelled.", "expel", {"passive", "perfect"}),
        ("Norway is holding talks.", "hold", {"progressive"}),
        ("Norway has left.", "leave", {"perfect"}),
        ("Norway did not leave.", "leave", {"negated"}),
        ("Norway never left.", "leave", {"negated"}),
        ("Norway can't leave.", "leave", {"negated"}),
        ("Norway has not been invited.", "invite", {"passive", "perfect", "negated"}),
        ("Norway left.", "leave", set()),
    ],
)
def test_what_the_verb_group_says(text: str, lemma: str, expected: set[str]) -> None:
    p = read(text, lemma)
    assert {name for name in ("passive", "progressive", "perfect", "negated") if getattr(p, name)} == expected


@pytest.mark.parametrize(
    ("text", "modal"),
    [
        ("Norway will leave.", "will"),
        ("Norway would leave.", "would"),
        ("Norway may leave.", "may"),
        ("Norway must not leave.", "must"),
        ("Norway left.", ""),
    ],
)
def test_modals(text: str, modal: str) -> None:
    assert read(text, "leave").modal == modal
