from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import TEXT, Run

from legation.coding import code
from legation.pipeline import reading
from legation.store import open_record


def test_claims_are_recorded_and_printed_as_json_lines_in_a_pipe(run: Run, report: Path, place: Path) -> None:
    done = run("read", report)
    assert done.status == 0
    with open_record(str(place), create=False) as record:
        assert {claim.id for claim in record.claims()} == {claim["id"] for claim in done.lines}
    assert len(done.lines) > 2
    assert done.lines[0]["report"]["published_on"] == "2025-01-14"
    assert done.err == f"legation: 1 report (1 new), {len(done.lines)} claims ({len(done.lines)} new)\n"


def test_reading_again_adds_nothing(run: Run, report: Path) -> None:
    first = run("read", report)
    again = run("read", report)
    assert again.out == first.out
    assert "1 report (0 new)" in again.err
    assert "claims (0 new)" in again.err


def test_a_dry_run_records_nothing(run: Run, report: Path, place: Path) -> None:
    done = run("read", report, "--dry-run")
    assert done.lines
    assert "nothing recorded" in done.err
    assert not place.exists()


def test_date_and_publisher_come_from_the_command(run: Run, report: Path) -> None:
    done = run("read", report, "--date", "2024-02-03", "--publisher", "Example Wire")
    assert {(c["report"]["published_on"], c["report"]["publisher"]) for c in done.lines} == {
        ("2024-02-03", "Example Wire")
    }


@pytest.mark.parametrize("width", [50, 80, 100, 160])
def test_the_table_fits_the_width_and_says_all(
    run: Run, report: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    done = run("read", report, "--format", "table")
    assert max(map(len, done.out.splitlines())) <= width
    flowed = " ".join(done.out.split())
    assert "Armenia and Georgia sign a border accord" in flowed
    assert "2025-01-14 (dateline" in flowed
    assert "Agreements (" in flowed
    assert "Interfax" in flowed


def test_json_is_one_document_with_reports_claims_and_rejections(run: Run, report: Path) -> None:
    (one,) = json.loads(run("read", report, "--format", "json").out)
    assert set(one) == {"report", "claims", "rejections"}
    assert one["claims"]


def test_standard_input_takes_a_text(run: Run) -> None:
    assert run("read", "-", stdin=TEXT.encode()).lines


def test_standard_input_takes_json_lines(run: Run) -> None:
    line = {
        "id": "a",
        "text": TEXT,
        "date": "2024-05-06",
        "title": "T",
        "publisher": "P",
        "url": "https://e.org/",
    }
    done = run("read", "-", stdin=(json.dumps(line) + "\n").encode())
    known = done.lines[0]["report"]
    assert [known[name] for name in ("published_on", "title", "publisher", "url")] == [
        "2024-05-06",
        "T",
        "P",
        "https://e.org/",
    ]


def test_several_processes_read_the_same(run: Run, tmp_path: Path) -> None:
    for number, name in enumerate(("Georgia", "Iran", "France", "Cyprus", "Greece", "Iraq")):
        (tmp_path / f"{number}.txt").write_text(TEXT.replace("Georgia", name), encoding="utf-8")
    alone = run("read", tmp_path, "--dry-run")
    assert run("read", tmp_path, "--jobs", "2").out == alone.out


def test_control_characters_of_a_report_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "steering.txt"
    path.write_text(TEXT.replace("border accord", "border \x1b]0;owned\x07 \u202eaccord"), encoding="utf-8")
    done = run("read", path, "--format", "table")
    assert "\x1b]0" not in done.out
    assert "\u202e" not in done.out


def test_an_interruption_keeps_what_was_read_and_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    for number, name in enumerate(("Georgia", "Iran", "France")):
        (tmp_path / f"{number}.txt").write_text(TEXT.replace("Georgia", name), encoding="utf-8")

    def interrupted(analysis, signals):  # type: ignore[no-untyped-def]
        if "France" in analysis.report.text:
            raise KeyboardInterrupt
        return code(analysis, signals)

    monkeypatch.setattr(reading, "code", interrupted)
    done = run("read", tmp_path)
    assert done.status == 130
    assert done.complaints[-1].startswith("legation: interrupted: 2 reports (2 new)")
    with open_record(str(place), create=False) as record:
        assert record.counts()["reports"] == 2


def test_the_password_of_a_record_is_not_kept(run: Run, report: Path, place: Path) -> None:
    run("read", report, "--record", f"sqlite:///{place}", "--publisher", "Example Wire")
    import sqlite3  # noqa: PLC0415

    connection = sqlite3.connect(place)
    (told,) = connection.execute("SELECT command FROM runs").fetchone()
    connection.close()
    assert told.startswith("read ")
    assert "--publisher 'Example Wire'" in told
    assert "sqlite:" not in told
