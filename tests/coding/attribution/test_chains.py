from __future__ import annotations

import pytest
from tests.reading import links, of_type, sources

FACT = "Greece expelled two Libyan diplomats"
Link = tuple[str | None, str, str]


def chain(text: str) -> list[Link]:
    return links(of_type(text, "SANCTION"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FACT}.", []),
        # saying
        (f"Malta said {FACT}.", [("Malta", "said", "say")]),
        (f"Malta said that {FACT}.", [("Malta", "said", "say")]),
        (f"{FACT}, Malta said.", [("Malta", "said", "say")]),
        (f"Malta said: {FACT}.", [("Malta", "said", "say")]),
        (f"Maltese officials claimed {FACT}.", [("Maltese officials", "claimed", "say")]),
        (f"Malta announced that {FACT}.", [("Malta", "announced", "say")]),
        (
            f"Maltese Foreign Minister Ian Borg told the BBC that {FACT}.",
            [("Maltese Foreign Minister Ian Borg", "told", "say")],
        ),
        # citing
        (f"According to Reuters, {FACT}.", [("Reuters", "According to", "cite")]),
        (f"{FACT}, according to Reuters.", [("Reuters", "according to", "cite")]),
        (f"Reuters reported that {FACT}.", [("Reuters", "reported", "cite")]),
        (f"{FACT}, Reuters reported.", [("Reuters", "reported", "cite")]),
        # chains
        (
            f"Armenpress reports that Ararat Mirzoyan said {FACT}.",
            [("Armenpress", "reports", "cite"), ("Ararat Mirzoyan", "said", "say")],
        ),
        (
            f"Malta said Tunisia claimed that {FACT}.",
            [("Malta", "said", "say"), ("Tunisia", "claimed", "say")],
        ),
        (
            f"According to TASS, Malta said {FACT}.",
            [("TASS", "According to", "cite"), ("Malta", "said", "say")],
        ),
        # hedges
        (f"{FACT.replace('expelled', 'reportedly expelled')}.", [(None, "reportedly", "hedge")]),
        (f"{FACT.replace('expelled', 'reprotedly expelled')}.", [(None, "reprotedly", "hedge")]),
        (f"{FACT.replace('expelled', 'allegedly expelled')}.", [(None, "allegedly", "hedge")]),
        (f"{FACT.replace('expelled', 'probably expelled')}.", [(None, "probably", "hedge")]),
        (f"Reportedly, {FACT}.", [(None, "Reportedly", "hedge")]),
        (
            f"Malta said {FACT.replace('expelled', 'allegedly expelled')}.",
            [("Malta", "said", "say"), (None, "allegedly", "hedge")],
        ),
        ("Greece may expel two Libyan diplomats.", [(None, "may", "hedge")]),
        ("Greece might expel two Libyan diplomats.", [(None, "might", "hedge")]),
        # nobody named
        (f"Sources said {FACT}.", [(None, "said", "say")]),
        # believing
        (f"Malta believes that {FACT}.", [("Malta", "believes", "believe")]),
    ],
)
def test_on_whose_word(text: str, expected: list[Link]) -> None:
    found = chain(text)
    if text.startswith("Sources"):
        assert [(cue, kind) for _, cue, kind in found] == [("said", "say")]
        assert sources(of_type(text, "SANCTION")) == [None]
        return
    assert found == expected


def test_an_unnamed_source_has_the_country_that_the_text_gives() -> None:
    assert sources(of_type(f"A senior Maltese official said {FACT}.", "SANCTION")) == ["MLT"]


def test_hedges_are_marked_and_sources_are_not() -> None:
    text = f"Malta said {FACT.replace('expelled', 'reportedly expelled')}."
    assert [link.hedge for link in of_type(text, "SANCTION").attribution] == [False, True]


def test_cues_and_sources_are_verbatim() -> None:
    text = f"Armenpress reports that Ararat Mirzoyan said {FACT}."
    for link in of_type(text, "SANCTION").attribution:
        assert text[link.cue_start : link.cue_end] == link.cue
        assert link.source is not None
        assert text[link.source.start : link.source.end] == link.source.text


def test_what_one_says_is_not_said_by_another() -> None:
    text = f"Malta said it was calm. {FACT}. Tunisia said it was not."
    assert chain(text) == []


def test_a_saying_behind_its_content_reaches_back_over_it_only() -> None:
    text = f"{FACT}, Malta said. Chile condemned Peru."
    assert links(of_type(text, "ACCUSE")) == []


@pytest.mark.xfail(strict=True, reason="a passive of belief with “to have …” loses the act with its chain")
def test_what_is_widely_believed_is_hedged() -> None:
    (link,) = of_type("Greece is widely believed to have expelled two Libyan diplomats.", "SANCTION").attribution
    assert (link.source, link.kind.value, link.hedge) == (None, "believe", True)


@pytest.mark.xfail(
    strict=True, reason="“quoted X as saying” is read as a statement of the agency about X, X is no link"
)
def test_an_agency_that_quotes_somebody_is_the_outer_link() -> None:
    text = f"The Anadolu Agency quoted Turkish President Recep Tayyip Erdogan as saying {FACT}."
    assert sources(of_type(text, "SANCTION")) == ["TUR", "TUR"]


def test_a_source_does_not_speak_on_where_the_writer_hedges() -> None:
    text = "According to a Kazakh official, Russia protested. Moscow has reportedly asked Astana to wait."
    assert links(of_type(text, "REQUEST")) == [(None, "reportedly", "hedge")]
