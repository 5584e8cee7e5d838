from __future__ import annotations

import hashlib
from pathlib import Path

from bench.__main__ import figures

from bench import workload

_DIGEST = "93616d4c286641f5a9b2ee89c8c4c88dbe70bf2e989b643afc9b33925c5a1931"


def test_the_workload_is_always_the_same() -> None:
    written = "".join(workload.text(number) for number in range(60))
    assert hashlib.sha256(written.encode()).hexdigest() == _DIGEST, "figures before and after cannot be compared"


def test_reports_are_of_the_length_and_differ() -> None:
    texts = [workload.text(number) for number in range(60)]
    assert len(set(texts)) == 60
    assert all(workload.WORDS <= len(text.split()) < workload.WORDS + 60 for text in texts)
    assert not any("{" in text for text in texts)


def test_no_sentence_comes_twice_in_a_report() -> None:
    for number in range(60):
        lines = workload.text(number).split("\n\n")[1:]
        told = " ".join(lines).replace("? ", ". ").split(". ")
        assert len(told) == len(set(told)), number


def test_the_states_of_a_report_are_three() -> None:
    for number in range(200):
        slots = workload._slots(number)
        assert len({slots["A"], slots["B"], slots["C"]}) == 3
        assert len({slots["P"], slots["Q"], slots["R"]}) == 3


def test_a_folder_of_ones_own_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(workload.text(1), encoding="utf-8")
    found = figures(reports=0, runs=1, folder=tmp_path)
    assert (found["reports"], found["unread"]) == (1, 0)
    assert abs(sum(found["share_of_stage"].values()) - 1) < 0.01
