"""Bad input, through the command: one clear line each, everything else read, nothing half written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import ENVIRONMENT, TEXT, Run

from legation.coding import code
from legation.pipeline import reading
from legation.records import report_id
from legation.store import open_record

GERMAN = (
    "Der Bundeskanzler und der Präsident haben am Montag in Berlin ein Abkommen über die Zusammenarbeit bei "
    "der Energieversorgung unterzeichnet, das die beiden Länder seit dem Frühjahr verhandelt hatten.\n"
)
SHELL = "<!DOCTYPE html><html><head><title>App</title></head><body><script>run()</script></body></html>"
BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\n", "is empty"),
    "binary.txt": (bytes(range(256)) * 64, ""),
    "huge.txt": (b"Armenia met Georgia. " * 2_500_000, "one report may have 50,000,000"),
    "utf16.txt": (TEXT.encode("utf-16")[3:], ""),
    "shell.html": (SHELL.encode(), "has no text"),
    "links.html": (b"<html><body><nav><a href=/a>A</a><a href=/b>B</a></nav></body></html>", "has no text"),
    "german.txt": (GERMAN.encode(), "reads as German (de); only English can be read yet"),
    "day.jsonl": (json.dumps({"text": TEXT, "date": "2025-02-30"}).encode(), "no calendar has the day"),
}


def one_line_about(errors: list[str], name: str) -> str:
    (line,) = [error for error in errors if name in error]
    return line


@pytest.mark.parametrize("name", BAD)
def test_each_is_named_in_one_line_and_the_rest_is_read(run: Run, tmp_path: Path, name: str) -> None:
    data, said = BAD[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    done = run("read", tmp_path / name, tmp_path / "good.txt")
    assert done.status == 1
    line = one_line_about(done.complaints[:-1], name)
    assert line.startswith("legation: ")
    assert said in line
    assert "Traceback" not in done.err
    assert len(done.complaints) == 2
    assert {claim["report"]["id"] for claim in done.lines} == {report_id(TEXT)}


def test_all_at_once_are_kept_with_the_rule_that_each_breaks(run: Run, tmp_path: Path, place: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    done = run("read", folder)
    assert done.status == 1
    assert len(done.complaints) == len(BAD) + 1
    with open_record(str(place), create=False) as record:
        assert [report.id for report in record.reports()] == [report_id(TEXT)]
        kept = {Path(item.source).name: item.rejection.rule for item in record.rejections() if item.source}
    assert kept["huge.txt"] == "size"
    assert kept["german.txt"] == "language"
    assert kept["empty.txt"] == kept["shell.html"] == "has-text"
    assert set(kept) == {name if name != "day.jsonl" else "day.jsonl:1" for name in BAD}


def test_text_in_an_old_encoding_is_read_or_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(TEXT.replace("Mirzoyan", "Müller, a visitor,").encode("cp1252"))
    done = run("read", path)
    assert done.lines or len(done.complaints) == 2
    assert all("\ufffd" not in claim["passage"]["exact"] for claim in done.lines)


def test_half_a_page_is_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "half.html"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT.split("\n\n"))
    path.write_text(f"<html><head><title>Accord</title></head><body><article>{body}<p>And th", encoding="utf-8")
    done = run("read", path)
    assert done.status == 0
    assert done.lines


def test_a_broken_line_is_named_by_its_number(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    lines = [json.dumps({"text": TEXT}), '{"text": "cut o', "[1, 2]", '{"title": "no text"}']
    path.write_text("\n".join([*lines, json.dumps({"text": TEXT.replace("Georgia", "Iran")})]), encoding="utf-8")
    done = run("read", path)
    assert done.status == 1
    assert len({claim["report"]["id"] for claim in done.lines}) == 2
    places = [error.split(": ")[1].rpartition("/")[2] for error in done.complaints[:-1]]
    assert places == ["lines.jsonl:2", "lines.jsonl:3", "lines.jsonl:4"]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/report.html", "http://no-such-host.invalid/", "ftp://example.org/x"]
)
def test_an_unreachable_url_is_one_line(run: Run, report: Path, url: str) -> None:
    done = run("read", url, report)
    assert (done.status, len(done.complaints)) == (1, 2)
    assert done.complaints[0].startswith(f"legation: {url}: ")
    assert done.lines


def test_a_date_that_is_none_is_wrong_usage_and_nothing_is_read(run: Run, report: Path, place: Path) -> None:
    done = run("read", report, "--date", "2025-02-30")
    assert (done.status, len(done.complaints)) == (2, 1)
    assert done.err.startswith("legation: --date: no calendar has the day '2025-02-30'")
    assert not place.exists()


def test_a_path_that_is_not_there_is_one_line(run: Run, report: Path, tmp_path: Path) -> None:
    done = run("read", tmp_path / "nowhere.txt", tmp_path / "*.xyz", report)
    assert (done.status, len(done.complaints)) == (1, 3)
    assert done.lines


def test_a_crash_of_the_coder_is_kept_and_the_rest_is_read(
    run: Run, tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash_on_iran(analysis, signals):  # type: ignore[no-untyped-def]
        if "Iran" in analysis.report.text:
            raise IndexError("tuple index out of range")
        return code(analysis, signals)

    monkeypatch.setattr(reading, "code", crash_on_iran)
    for name in ("Georgia", "Iran"):
        (tmp_path / f"{name}.txt").write_text(TEXT.replace("Georgia", name), encoding="utf-8")
    done = run("read", tmp_path)
    assert (done.status, len(done.complaints)) == (1, 2)
    assert "IndexError" in done.complaints[0]
    with open_record(str(place), create=False) as record:
        (kept,) = record.rejections(source=str(tmp_path / "Iran.txt"))
    assert (kept.rejection.stage, kept.rejection.rule) == ("coding", "no-crash")


@pytest.mark.parametrize("data", [b"not a database at all" * 100, b""])
def test_a_record_that_is_none_is_one_line(run: Run, report: Path, place: Path, data: bytes) -> None:
    place.write_bytes(data)
    done = run("status")
    assert (done.status, len(done.complaints)) == (1, 1)
    assert done.err.startswith(f"legation: {place}: ")
    if data:
        assert run("read", report).status == 1
        assert place.read_bytes() == data


def _many(folder: Path) -> None:
    folder.mkdir()
    for number in range(120):
        text = TEXT.replace("Tuesday", f"Tuesday, in round {number} of their talks")
        (folder / f"{number:03}.txt").write_text(text * 3, encoding="utf-8")


def _reports_in(place: Path) -> int:
    try:
        with open_record(str(place), create=False) as record:
            return record.counts()["reports"]
    except Exception:  # noqa: BLE001 - being made at this moment
        return 0


def _wait(until: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def _children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in path.read_text().split()] if path.exists() else []


def _is_running(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_kill_in_mid_read_leaves_only_whole_reports(tmp_path: Path, place: Path, jobs: str) -> None:
    folder = tmp_path / "many"
    _many(folder)
    command = [sys.executable, "-m", "legation", "read", str(folder), "--record", str(place), "--jobs", jobs]
    said = tmp_path / "said.txt"
    with (
        said.open("w") as errors,
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, env=ENVIRONMENT) as process,
    ):
        _wait(lambda: _reports_in(place) >= 5 or process.poll() is not None)
        assert process.poll() is None, said.read_text()
        children = _children(process.pid)
        os.kill(process.pid, signal.SIGKILL)
    _wait(lambda: not any(map(_is_running, children)), 10)
    with open_record(str(place), create=False) as record:
        kept = {report.id: {c.id for c in record.claims_of_report(report.id)} for report in record.reports()}
    assert 5 <= len(kept) < 120
    again = subprocess.run(command, capture_output=True, text=True, check=True, env=ENVIRONMENT)
    whole: dict[str, set[str]] = {}
    for line in again.stdout.splitlines():
        claim = json.loads(line)
        whole.setdefault(claim["report"]["id"], set()).add(claim["id"])
    assert len(whole) == 120
    assert all(whole[report] == claims for report, claims in kept.items())
    assert f"120 reports ({120 - len(kept)} new)" in again.stderr
