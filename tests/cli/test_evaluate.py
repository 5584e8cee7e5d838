from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    folder = tmp_path / "sets"
    (folder / "sentences").mkdir(parents=True)
    rows = [{"id": "1", "text": "Kenya accused Japan of overfishing on Friday.", "event": "ACCUSE",
             "also_events": [], "source": ["KEN"], "target": ["JPN"]}]  # fmt: skip
    (folder / "sentences" / "dev.json").write_text(json.dumps(rows), encoding="utf-8")
    return folder


def test_figures_are_a_table_or_json(run: Run, sets: Path) -> None:
    assert "sentences/dev" in run("evaluate", "--sets", sets).out
    (found,) = json.loads(run("evaluate", "--sets", sets, "--json").out)
    assert (found["set"], found["items"]) == ("sentences/dev", 1)
    assert found["figures"]["full"] == 1.0


def test_the_gate_opens_with_floors_and_shuts_on_a_changed_set(run: Run, sets: Path) -> None:
    shut = run("evaluate", "--sets", sets, "--gate")
    assert shut.status == 1
    assert shut.complaints == ["legation: sentences/dev: the set has no floors yet"]
    assert run("evaluate", "--sets", sets, "--raise-floors", "--gate").status == 0
    assert (sets / "floors.json").exists()
    path = sets / "sentences" / "dev.json"
    path.write_text(path.read_text(encoding="utf-8").replace("accused", "blamed"), encoding="utf-8")
    shut = run("evaluate", "--sets", sets, "--gate")
    assert shut.status == 1
    assert "is not the one" in shut.err


def test_what_is_wrong_is_one_line(run: Run, sets: Path) -> None:
    missing = run("evaluate", "--sets", sets / "none")
    assert (missing.status, len(missing.complaints)) == (2, 1)
    assert run("evaluate", "--gold", sets, "--gate").status == 2
    (sets / "sentences" / "dev.json").write_text("[{", encoding="utf-8")
    broken = run("evaluate", "--sets", sets)
    assert (broken.status, len(broken.complaints)) == (1, 1)


def test_a_folder_without_gold_has_no_figures(run: Run, sets: Path) -> None:
    done = run("evaluate", "--gold", sets)
    assert (done.status, done.out) == (0, "")
