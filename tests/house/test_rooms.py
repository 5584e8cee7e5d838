from __future__ import annotations

from tests.house.tree import ROOT, SOURCE, rooms

UNNAMED = {"utils", "util", "helpers", "common", "misc", "core", "base"}


def test_every_folder_is_a_room_that_the_walls_know() -> None:
    folders = {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    loose = {path.stem for path in SOURCE.glob("*.py") if not path.stem.startswith("__")}
    assert folders | loose == rooms()


def test_no_room_is_a_lumber_room() -> None:
    assert not rooms() & UNNAMED
    assert [path for path in SOURCE.rglob("*") if path.stem in UNNAMED] == []


def test_every_room_is_in_the_architecture() -> None:
    told = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert [room for room in sorted(rooms()) if f"{room}/" not in told and f"{room}.py" not in told] == []


def test_every_test_file_mirrors_a_source_folder() -> None:
    beside = {"house", "training", "evaluation", "bench", "docs"}
    strangers = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
        if (room := path.parent.relative_to(ROOT / "tests").as_posix()).partition("/")[0] not in beside
        and not (SOURCE / room).is_dir()
    ]
    assert strangers == []


def test_only_the_store_speaks_sql() -> None:
    speakers = {
        path.relative_to(SOURCE).parts[0]
        for path in SOURCE.rglob("*.py")
        if any(f"import {name}" in path.read_text(encoding="utf-8") for name in ("sqlalchemy", "sqlite3", "psycopg"))
        or "from sqlalchemy" in path.read_text(encoding="utf-8")
    }
    assert speakers == {"store"}
