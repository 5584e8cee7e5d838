"""How well tellings are linked and origins counted; the figures worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.pipeline import Request
from legation.pipeline.link_scores import (
    annotated_dossier,
    b_cubed,
    found_origins,
    linking_score,
    origins_score,
)

RULES = Request(rules_only=True)
ACTS = {"a": "1", "b": "1", "c": "2", "d": "2", "e": "2"}


@pytest.mark.parametrize(
    ("groups", "precision", "recall"),
    [
        (["ab", "cde"], 1.0, 1.0),
        (["a", "b", "c", "d", "e"], 1.0, (2 * 1 / 2 + 3 * 1 / 3) / 5),
        (["abcde"], (2 * 2 / 5 + 3 * 3 / 5) / 5, 1.0),
        (["abc", "de"], (2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5, (1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5),
        (["ac", "bde"], (1 / 2 + 1 / 2 + 1 / 3 + 2 / 3 + 2 / 3) / 5, (1 / 2 + 1 / 3 + 1 / 2 + 2 / 3 + 2 / 3) / 5),
    ],
)
def test_b_cubed_is_what_is_worked_out_by_hand(groups: list[str], precision: float, recall: float) -> None:
    found = b_cubed(groups, ACTS)
    assert found[0] == pytest.approx(precision)
    assert found[1] == pytest.approx(recall)


def test_claims_that_nobody_annotated_count_neither_way() -> None:
    assert b_cubed(["abxy", "cde", "z"], ACTS) == (1.0, 1.0)


def test_nothing_annotated_is_nothing_right() -> None:
    assert b_cubed(["ab"], {}) == (0.0, 0.0)


@given(
    st.lists(st.sampled_from("12"), min_size=1, max_size=6), st.lists(st.sampled_from("xyz"), min_size=6, max_size=6)
)
def test_b_cubed_is_a_share_and_whole_only_for_the_right_groups(acts: list[str], held: list[str]) -> None:
    told = {str(number): act for number, act in enumerate(acts)}
    groups = {name: [id_ for id_, each in zip(told, held, strict=False) if each == name] for name in held}
    precision, recall = b_cubed(groups.values(), told)
    assert 0.0 < precision <= 1.0
    assert 0.0 < recall <= 1.0
    right = {frozenset(i for i in told if told[i] == act) for act in acts}
    found = {frozenset(group) for group in groups.values() if group}
    assert (precision == recall == 1.0) is (right == found)


TEXT = (
    "Envoys of Kenya and Somalia opened a post at Mandera on Tuesday so that lorries may pass once more. "
    "Traders had asked for it since the spring, when rains washed the old road away."
)
OTHER = "At Mandera the barrier is up again: goods have gone through since yesterday under one shared roof."


def _report(id_: str, text: str, publisher: str | None, date: str = "2025-01-14") -> dict[str, Any]:
    return {"id": id_, "text": text, "title": None, "publisher": publisher, "date": date}


COPIED = [
    _report("one", TEXT, "First Courier"),
    _report("copy", f"MANDERA: {TEXT}", "Second Herald"),
    _report("own", OTHER, "Third Post"),
]


def test_the_origins_of_reports_are_found_by_their_texts() -> None:
    assert found_origins(COPIED) == {frozenset({"one", "copy"}), frozenset({"own"})}


def test_the_origins_of_reports_are_found_by_what_they_credit() -> None:
    reports = [
        _report("wire", f"MANDERA (Reuters) - {TEXT}", "Reuters"),
        _report("paper", f"{OTHER} (Reuters)", "First Courier"),
        _report("own", "A third account, in words that nobody else has.", "Third Post"),
    ]
    assert found_origins(reports) == {frozenset({"wire", "paper"}), frozenset({"own"})}


def test_origins_are_scored_by_their_number_and_by_what_belongs_together(tmp_path: Path) -> None:
    groups = [
        {"reports": COPIED, "origins": [["one", "copy"], ["own"]]},
        {"reports": COPIED, "origins": [["one"], ["own", "copy"]]},
        {"reports": COPIED, "origins": [["one"], ["own"], ["copy"]]},
        {"reports": COPIED[:1], "origins": [["one"]]},
    ]
    path = tmp_path / "some.jsonl"
    path.write_text("\n".join(json.dumps(group) for group in groups) + "\n\n", encoding="utf-8")
    score = origins_score(path, "abc")
    assert (score.name, score.items, score.sha256) == ("origins/some", 4, "abc")
    assert score.figures == {"counted": 0.75, "told_apart": 0.5}


SIGNED = "Kenya and Somalia signed a border agreement in Mandera on Tuesday."
RECALLED = "Kenya recalled its ambassador from Ethiopia on Tuesday."


def _dossier(folder: Path, acts: list[dict[str, Any]]) -> Path:
    (folder / "a.txt").write_text(f"Date: 2021-03-10\n\n{SIGNED} Bells rang.\n", encoding="utf-8")
    (folder / "b.txt").write_text(f"Date: 2021-03-10\n\n{SIGNED} {RECALLED}\n", encoding="utf-8")
    path = folder / "acts.json"
    path.write_text(json.dumps({"acts": acts}), encoding="utf-8")
    return path


def _act(key: str, anchor: str, *reports: str, kind: str = "agreement") -> dict[str, Any]:
    return {"key": key, "kind": kind, "tellings": [{"report": name, "anchor": anchor} for name in reports]}


def test_a_dossier_is_annotated_by_the_words_that_claims_hang_on(tmp_path: Path) -> None:
    acts = [_act("signing", "signed", "a.txt", "b.txt"), _act("recall", "recalled", "b.txt", kind="event")]
    found = annotated_dossier(_dossier(tmp_path, acts), tmp_path, RULES)
    assert found.asked == 3
    assert sorted(found.acts.values()) == ["recall", "signing", "signing"]
    held = {claim.id: claim for claim in found.claims}
    for id_, key in found.acts.items():
        claim = held[id_]
        trigger = claim.passage.exact[claim.trigger_start - claim.passage.start :]
        assert trigger.startswith("signed" if key == "signing" else "recalled")


def test_a_telling_that_no_claim_hangs_on_is_asked_for_and_not_found(tmp_path: Path) -> None:
    acts = [_act("bells", "rang", "a.txt"), _act("signing", "signed", "a.txt")]
    found = annotated_dossier(_dossier(tmp_path, acts), tmp_path, RULES)
    assert (found.asked, list(found.acts.values())) == (2, ["signing"])
    assert linking_score("some", found, "abc").figures["tellings_found"] == 0.5


def test_a_dossier_is_scored_by_the_groups_of_the_linker(tmp_path: Path) -> None:
    acts = [_act("signing", "signed", "a.txt", "b.txt"), _act("recall", "recalled", "b.txt", kind="event")]
    score = linking_score("some", annotated_dossier(_dossier(tmp_path, acts), tmp_path, RULES), "abc")
    assert (score.name, score.items, score.sha256) == ("some", 3, "abc")
    assert score.figures == {
        "bcubed_precision": 1.0, "bcubed_recall": 1.0, "bcubed_f1": 1.0, "tellings_found": 1.0
    }  # fmt: skip


def test_a_report_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = _dossier(tmp_path, [])
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=r"empty\.txt"):
        annotated_dossier(path, tmp_path, RULES)
