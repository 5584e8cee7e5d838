from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import TEXT, Run


def test_a_line_is_answered_under_its_id_by_its_date(run: Run) -> None:
    lines = [
        {"id": "x1", "text": "Armenia met Georgia on Monday.", "date": "2024-01-03"},
        {"id": 2, "text": TEXT},
    ]
    done = run("annotate", "-", stdin="\n".join(map(json.dumps, lines)).encode())
    assert done.status == 0
    assert [answer["id"] for answer in done.lines] == ["x1", 2]
    assert [date["value"] for date in done.lines[0]["dates"]] == ["2024-01-01"]


def test_all_four_layers_or_those_asked_for(run: Run, report: Path) -> None:
    assert set(run("annotate", report).lines[0]) == {"id", "mentions", "dates", "attributions", "events"}
    assert set(run("annotate", report, "--layers", "events, dates").lines[0]) == {"id", "dates", "events"}


def test_a_broken_line_is_named_and_the_others_are_answered(run: Run, place: Path) -> None:
    lines = [json.dumps({"id": 1, "text": TEXT}), "{broken", json.dumps({"id": 3, "text": TEXT})]
    done = run("annotate", "-", stdin="\n".join(lines).encode())
    assert done.status == 1
    assert [answer["id"] for answer in done.lines] == [1, 3]
    assert done.complaints[0].startswith("legation: stdin:2: broken JSON")
    assert not place.exists()


def test_several_processes_answer_in_order(run: Run) -> None:
    lines = "\n".join(
        json.dumps({"id": number, "text": f"Armenia met Iran in round {number}."}) for number in range(20)
    )
    done = run("annotate", "-", "--jobs", "2", stdin=lines.encode())
    assert [answer["id"] for answer in done.lines] == list(range(20))
