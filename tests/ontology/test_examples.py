from __future__ import annotations

import pytest
from tests.reading import claims

from legation.ontology import EVENT_TYPES, Example, event_types

EXAMPLES = [(kind.code, example) for kind in event_types().values() for example in kind.examples]
NAMES = [f"{code}: {example.text}" for code, example in EXAMPLES]
UNREAD = {
    "The junta imposed a curfew on the capital.": "nobody in it has a state, so that no claim has a party",
    "The army declared a ceasefire with the rebels.": "nobody in it has a state, so that no claim has a party",
    "The rebels refused to meet the government's envoy.": "nobody in it has a state, so that no claim has a party",
    "Pakistan moved tanks towards the Indian border.": "MOBILIZE goes “without” the words for aid: tanks are one",
}


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=NAMES)
def test_the_coder_reads_every_example_as_its_definition_says(
    code: str, example: Example, request: pytest.FixtureRequest
) -> None:
    if example.text in UNREAD:
        request.applymarker(pytest.mark.xfail(strict=True, reason=UNREAD[example.text]))
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
