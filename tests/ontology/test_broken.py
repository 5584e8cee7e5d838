from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml

import legation.ontology
from legation.errors import OntologyError
from legation.ontology import events, loading, vocabularies

OWN = Path(legation.ontology.__file__).parent
CACHED: tuple[Any, ...] = (
    loading.folder, loading.word_class, events.event_types, events.frames_by_verb, events.frames_by_noun,
    vocabularies.ontology_version, vocabularies.sector_words, vocabularies.context_words, vocabularies.area_words,
)  # fmt: skip
Change = Callable[[str, dict[str, Any]], None]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the definitions, read in the place of the room's own."""
    for path in OWN.iterdir():
        if path.is_dir() and path.name != "__pycache__":
            copytree(path, tmp_path / path.name)
    monkeypatch.setattr(loading, "files", lambda _package: tmp_path)
    for function in CACHED:
        function.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    for function in CACHED:
        function.cache_clear()


@pytest.fixture
def change(room: Path) -> Change:
    """Write fields of a definition anew."""

    def changes(name: str, fields: dict[str, Any]) -> None:
        path = room / name
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        path.write_text(yaml.safe_dump(raw | fields), encoding="utf-8")

    return changes


def test_the_copy_is_read_as_the_original(room: Path) -> None:
    assert room.is_dir()
    assert len(events.event_types()) == 16


def test_a_type_without_a_file_is_missed_by_name(room: Path) -> None:
    (room / "events" / "AID.yml").unlink()
    (room / "events" / "REJECT.yml").unlink()
    with pytest.raises(OntologyError, match=r"events/: no file for \['AID', 'REJECT'\]"):
        events.event_types()


def test_a_file_must_bear_the_name_of_its_code(room: Path) -> None:
    (room / "events" / "AID.yml").rename(room / "events" / "HELP.yml")
    with pytest.raises(OntologyError, match=r"events/HELP\.yml: code must be the file's name .* 'AID'"):
        events.event_types()


def test_a_type_that_plover_does_not_know_is_refused(room: Path) -> None:
    text = (room / "events" / "AID.yml").read_text(encoding="utf-8").replace("code: AID", "code: HELP")
    (room / "events" / "HELP.yml").write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"events/HELP\.yml: code must be .* a PLOVER type"):
        events.event_types()


@pytest.mark.parametrize("quad", [0, 5, "4", None])
def test_a_quad_class_is_one_of_four(change: Change, quad: object) -> None:
    change("events/ACCUSE.yml", {"quad": quad})
    with pytest.raises(OntologyError, match=r"events/ACCUSE\.yml: quad must be one of 1-4"):
        events.event_types()


def test_a_field_that_no_frame_has_is_named_beside_those_it_has(change: Change) -> None:
    change("events/ACCUSE.yml", {"frames": [{"verbs": "accuse", "target": "object"}]})
    with pytest.raises(OntologyError, match=r"events/ACCUSE\.yml: a frame has no field \['target'\] \(fields: "):
        events.event_types()


@pytest.mark.parametrize("text", ["- accuse\n", "accuse\n", ""])
def test_a_concept_is_a_mapping(room: Path, text: str) -> None:
    (room / "events" / "ACCUSE.yml").write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"events/ACCUSE\.yml: a concept is a mapping"):
        events.event_types()


def test_on_off_yes_and_no_are_words(room: Path) -> None:
    (room / "areas" / "test.yml").write_text("name: on\nwords: no\nflag: true\n", encoding="utf-8")
    assert loading.folder("areas")["test"] == {"name": "on", "words": "no", "flag": True}


def test_files_of_another_kind_are_passed_over(room: Path) -> None:
    (room / "areas" / "notes.txt").write_text("- not a concept\n", encoding="utf-8")
    assert "notes" not in loading.folder("areas")


def test_another_meaning_is_another_version(change: Change) -> None:
    before = vocabularies.ontology_version()
    change("words/agreement.yml", {"words": "agreement treaty"})
    loading.folder.cache_clear()
    vocabularies.ontology_version.cache_clear()
    assert vocabularies.ontology_version() != before
