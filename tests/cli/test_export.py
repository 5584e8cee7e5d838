from __future__ import annotations

import csv
import os
import threading
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run

from legation.exports.tabular import COLUMNS

Claims = list[dict[str, Any]]


def test_jsonl_to_standard_output_is_what_read_printed(run: Run, filled: Claims) -> None:
    exported = {claim["id"]: claim for claim in run("export", "jsonl").lines}
    assert exported == {claim["id"]: claim for claim in filled}


def test_csv_to_a_file_is_written_whole(run: Run, filled: Claims, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text("old", encoding="utf-8")
    done = run("export", "csv", "--out", path)
    assert (done.status, done.out) == (0, "")
    assert done.err == f"legation: {path}: {len(filled)} claims written\n"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["id"] for row in rows} == {claim["id"] for claim in filled}
    assert tuple(rows[0]) == COLUMNS
    assert [other.name for other in tmp_path.iterdir() if other.name.startswith(".")] == []


def test_actors_and_days_narrow_the_export(run: Run, filled: Claims) -> None:
    assert 0 < len(run("export", "jsonl", "ARM", "GEO").lines) < len(filled)
    assert run("export", "jsonl", "--from", "2026-01-01").out == ""


def test_a_place_that_cannot_be_written_is_one_line(run: Run, filled: Claims, tmp_path: Path) -> None:
    assert filled
    done = run("export", "csv", "--out", tmp_path / "nowhere" / "x.csv")
    assert (done.status, len(done.complaints)) == (1, 1)
    assert "x.csv: cannot be written: No such file or directory" in done.err


def test_an_unknown_format_is_wrong_usage(run: Run) -> None:
    done = run("export", "pdf")
    assert (done.status, len(done.complaints)) == (2, 1)


def test_a_link_stays_a_link_and_a_mode_stays_a_mode(run: Run, filled: Claims, tmp_path: Path) -> None:
    assert filled
    target = tmp_path / "private.csv"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o600)
    link = tmp_path / "link.csv"
    link.symlink_to(target)
    assert run("export", "csv", "--out", link).status == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("id,")
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_pipe_is_written_into(run: Run, filled: Claims, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    assert run("export", "jsonl", "--out", pipe).status == 0
    reader.join(10)
    assert len(got[0].splitlines()) == len(filled)


def test_a_status_that_nothing_has_is_named_with_those_on_record(run: Run, filled: Claims) -> None:
    assert filled
    done = run("agreements", "--status", "bogus")
    assert (done.status, done.out) == (0, "")
    assert done.err.startswith("legation: --status: no agreements of bogus; on record: ")


def test_days_the_wrong_way_round_are_usage(run: Run, filled: Claims) -> None:
    assert filled
    done = run("timeline", "ARM", "--from", "2025-12-31", "--to", "2020-01-01")
    assert (done.status, done.complaints) == (2, ["legation: --from 2025-12-31 is after --to 2020-01-01"])
