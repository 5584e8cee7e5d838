from __future__ import annotations

import pytest
from tests.reading import only_sentence

TAGS = set(
    "DET POSS PRON PREP SUB REL CONJ MODAL NEG TIME ADV NUM BE HAVE DO TO NOUN NAME ADJ DEM GEN QUOTE PUNCT"
    " VB VBZ VBD VBN VBG".split()
)


def tags(text: str) -> dict[str, str]:
    return {token.text: token.tag for token in only_sentence(text).tokens}


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Malta announced a suspension of air links.", "suspension", "NOUN"),
        ("Malta announced a suspension of air links.", "links", "NOUN"),
        ("The visit pleased Oslo.", "visit", "NOUN"),
        ("The ministers visit Oslo.", "visit", "VB"),
        ("The report claims that Italy left.", "report", "NOUN"),
        ("The report claims that Italy left.", "claims", "VBZ"),
        ("The claims of Italy failed.", "claims", "NOUN"),
        ("Reports say that Italy left.", "Reports", "NOUN"),
        ("The talks failed.", "talks", "NOUN"),
        ("Norway talks to Chile.", "talks", "VBZ"),
        ("Norway may leave in May.", "may", "MODAL"),
        ("Norway may leave in May.", "leave", "VB"),
        ("Norwegian troops left.", "Norwegian", "DEM"),
        ("Norway's army left.", "'s", "GEN"),
        ("Norway has left.", "has", "HAVE"),
        ("Norway has left.", "left", "VBN"),
        ("Norway left.", "left", "VBD"),
        ("Norway was leaving.", "leaving", "VBG"),
        ("Norway was invited.", "invited", "VBN"),
        ("The army, which left, lost.", "which", "REL"),
        ("They say that Norway left.", "that", "SUB"),
        ("On Monday Norway left.", "Monday", "TIME"),
        ("They want to leave.", "to", "TO"),
        ("Two envoys left.", "Two", "NUM"),
        ("Angela Merkel left.", "Merkel", "NAME"),
        ("Norway did not leave.", "not", "NEG"),
        ("“Yes,” he said.", "“", "QUOTE"),
    ],
)
def test_tags(text: str, word: str, tag: str) -> None:
    assert tags(text)[word] == tag


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Norway left.", "left", "leave"),
        ("Norway was leaving.", "leaving", "leave"),
        ("Norway has begun.", "begun", "begin"),
        ("Norway denies it.", "denies", "deny"),
        ("Norway stopped.", "stopped", "stop"),
        ("Two ministries merged.", "ministries", "ministry"),
        ("Two countries merged.", "countries", "country"),
        ("Norway froze it.", "froze", "freeze"),
        ("Norway sought it.", "sought", "seek"),
        ("Norway is criticising it.", "criticising", "criticise"),
    ],
)
def test_lemmas(text: str, word: str, lemma: str) -> None:
    assert {t.text: t.lemma for t in only_sentence(text).tokens}[word] == lemma


def test_the_set_of_tags_is_closed() -> None:
    text = (
        "On Monday, “two” of Norway's foremost ministers, who did not want to be named, said that they may have been"
        " leaving -- and it hurts -- for no Swedish army; but perhaps 40% denied it!"
    )
    assert set(tags(text).values()) <= TAGS
