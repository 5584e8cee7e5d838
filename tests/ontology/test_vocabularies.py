from __future__ import annotations

import re

import pytest

from legation.ontology import (
    area_words,
    context_words,
    cue_nouns,
    cue_verbs,
    folder,
    hedges,
    ontology_version,
    sector_words,
)

# the contexts and sectors of the PLOVER manual
CONTEXTS = set(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic"
    " legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity"
    " inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment"
    " technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking".split()
)
SECTORS = set(
    "GOV MIL LEG JUD COP SPY OPP PTY REB PRM UAF CVL REF BUS MED EDU HLH AGR LAB REL JRN ELI CRM SOC IGO NGO MNC"
    " UNK".split()
)


@pytest.mark.parametrize(
    ("word", "sector"), [("minister", "GOV"), ("police", "COP"), ("parliament", "LEG"), ("rebel", "REB")]
)
def test_whom_a_noun_names(word: str, sector: str) -> None:
    assert sector_words()[word] == sector


def test_sectors_are_plovers() -> None:
    assert set(sector_words().values()) <= SECTORS


def test_contexts_are_plovers_and_all_of_them() -> None:
    assert {context for found in context_words().values() for context in found} == CONTEXTS


@pytest.mark.parametrize(
    ("word", "area"),
    [("pipeline", "energy"), ("customs", "economy"), ("refugee", "migration"), ("railway", "transport")],
)
def test_of_which_area_a_word_is(word: str, area: str) -> None:
    assert area in area_words()[word]


@pytest.mark.parametrize("name", ["areas", "contexts", "sectors"])
def test_a_concept_bears_the_name_of_its_file(name: str) -> None:
    for stem, raw in folder(name).items():
        assert re.sub(r"[ -]", "_", str(raw.get("name") or raw["code"])).lower() == stem.lower(), stem
        assert raw["words"].split()


def test_words_are_written_small_and_once() -> None:
    for table in (area_words(), context_words()):
        assert [word for word, found in table.items() if len(set(found)) != len(found)] == []
        assert [word for word in table if word != word.lower()] == []


def test_the_three_kinds_of_cue_verbs() -> None:
    assert [verbs.kind for verbs in cue_verbs()] == ["say", "believe", "intend"]
    say, believe, intend = cue_verbs()
    assert {"say", "announce", "deny"} <= say.clause
    assert {"believe", "fear"} <= believe.clause
    assert "plan" in intend.infinitive
    assert all(prep for verbs in cue_verbs() for _, prep in verbs.prep)


def test_hedges() -> None:
    assert {"reportedly", "allegedly"} <= hedges().adverbs
    assert {"may", "might", "could"} <= hedges().modals


def test_nouns_that_introduce_what_was_said() -> None:
    assert {"claim", "statement"} <= cue_nouns()


def test_the_version_of_the_meanings_is_a_digest() -> None:
    assert re.fullmatch(r"plover-2024\+[0-9a-f]{10}", ontology_version())
    assert ontology_version() == ontology_version()
