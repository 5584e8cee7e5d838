from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.documents import Source
from legation.pipeline import LAYERS, Annotation, Failure, Request, annotate, annotate_all, annotating
from legation.records import report_id

Make = Callable[..., Source]


def test_the_layers_stand_under_the_id_that_was_given(source: Make) -> None:
    found = annotate(source(id=7), Request())
    assert isinstance(found, Annotation)
    assert found.layers["id"] == 7
    assert set(found.layers) == {"id", *LAYERS}


def test_without_an_id_they_stand_under_that_of_the_report(source: Make, text: str) -> None:
    found = annotate(source(), Request())
    assert isinstance(found, Annotation)
    assert found.layers["id"] == report_id(text)


def test_offsets_are_those_of_the_text(source: Make, text: str) -> None:
    found = annotate(source(), Request())
    assert isinstance(found, Annotation)
    spans = [item for name in ("mentions", "dates") for item in found.layers[name]]
    assert spans
    assert all(text[item["start"] : item["end"]] == item["text"] for item in spans)


def test_only_the_layers_wanted_are_there(source: Make) -> None:
    (found,) = annotate_all([source()], Request(), wanted=("dates",))
    assert isinstance(found, Annotation)
    assert set(found.layers) == {"id", "dates"}


def test_a_crash_is_a_failure(source: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(annotating, "layers", crash)
    found = annotate(source(), Request())
    assert isinstance(found, Failure)
    assert "KeyError" in found.message
