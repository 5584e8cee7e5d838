from __future__ import annotations

from hypothesis import given
from tests.reading import DAY, analysis, report
from tests.strategies import any_text, stories

from legation.coding import layers
from legation.coding.layers import LAYERS
from legation.language import analyse
from legation.ontology import EVENT_TYPES

TEXT = "Reuters reported on Monday that Norway had reportedly expelled two Chilean envoys."


def test_the_four_layers_of_a_sentence() -> None:
    found = layers(analysis(TEXT))
    assert list(found) == list(LAYERS)
    assert [m["country"] for m in found["mentions"]][-2:] == ["NOR", "CHL"]
    assert [(d["text"], d["value"]) for d in found["dates"]] == [("Monday", "2024-05-06")]
    assert next(TEXT[a:b] for each in found["attributions"] for a, b in each["cue"]) == "reported"
    (event,) = found["events"]
    assert (event["event"], event["source"], event["target"]) == ("SANCTION", ["NOR"], ["CHL"])
    assert TEXT[event["start"] : event["end"]] == "had reportedly expelled"


def test_only_the_layers_that_are_wanted_are_made() -> None:
    assert set(layers(analysis(TEXT), ("dates",))) == {"dates"}


def test_what_did_not_happen_is_no_event_of_the_layer() -> None:
    for verb in ("did not expel", "may expel", "had expelled"):
        assert layers(analysis(f"Norway {verb} two Chilean envoys."), ("events",))["events"] == []


@given(stories() | any_text)
def test_layers_of_any_text_stand_in_it(text: str) -> None:
    found = layers(analyse(report(text, DAY)))
    for layer in ("mentions", "dates"):
        for each in found[layer]:
            assert each["text"] == text[each["start"] : each["end"]] != ""
    for each in found["attributions"]:
        assert each["content"]
        assert len(each["cue"]) == 1
        assert all(0 <= a < b <= len(text) for part in ("source", "cue", "content") for a, b in each[part])
        assert each["hedge"] or each["source"]
    for each in found["events"]:
        assert each["event"] in EVENT_TYPES
        assert all(code for code in [*each["source"], *each["target"]])
        assert 0 <= each["start"] < each["end"] <= len(text)
