from __future__ import annotations

import pytest
from tests.reading import claims

from legation.ontology import EVENT_TYPES, Example, event_types

EXAMPLES = [(kind.code, example) for kind in event_types().values() for example in kind.examples]
NAMES = [f"{code}: {example.text}" for code, example in EXAMPLES]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=NAMES)
def test_the_coder_reads_every_example_as_its_definition_says(code: str, example: Example) -> None:
    assert {claim.event.type for claim in claims(example.text) if claim.event} == set(example.codes)


@pytest.mark.parametrize("code", EVENT_TYPES)
def test_every_type_has_examples_of_its_own(code: str) -> None:
    assert any(code in example.codes for example in event_types()[code].examples)


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=NAMES)
def test_examples_are_whole_sentences_and_name_their_own_type(code: str, example: Example) -> None:
    assert example.text[0].isupper()
    assert example.text.endswith(".")
    assert code in example.codes
    assert set(example.codes) <= set(EVENT_TYPES)
