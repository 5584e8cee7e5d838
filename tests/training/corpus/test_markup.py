from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.corpus.compiled import compiled, part
from training.corpus.markup import marked, read_items
from training.corpus.notes import MarkupError

GOOD = """## t-01 | reg=wire | date=2021-03-09
[x|[a|Kenya] has [t|recalled] its envoy from [p|Mogadishu]], [s|a ministry official] [c|said] [d|on Monday].
a = KEN; s = KEN GOV; p = SOM; d = 2021-03-08
t: event SANCTION/withdraw asserted by=a to=p when=d ctx=diplomatic
c: say by=s of=x +st
"""


def _read(tmp_path: Path, text: str) -> tuple[list[str], list[str]]:
    path = tmp_path / "items.txt"
    path.write_text(text, encoding="utf-8")
    items, errors = read_items(path)
    return [item.id for item in items], errors


def test_marks_become_offsets() -> None:
    text, marks = marked("[x|[a|Kenya] left] at once")
    assert text == "Kenya left at once"
    assert {label: text[m.start : m.end] for label, m in marks.items()} == {"a": "Kenya", "x": "Kenya left"}


@given(st.lists(st.sampled_from(["Kenya", "left", "at", "once", "“now”"]), min_size=1, max_size=8), st.integers(0, 7))
def test_marks_never_change_the_text(words: list[str], at: int) -> None:
    plain = " ".join(words)
    at = min(at, len(words) - 1)
    raw = " ".join(f"[m|{w}]" if n == at else w for n, w in enumerate(words))
    text, marks = marked(raw)
    assert text == plain
    assert text[marks["m"].start : marks["m"].end] == words[at]


def test_an_item_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "items.txt"
    path.write_text(GOOD, encoding="utf-8")
    (item,), errors = read_items(path)
    assert errors == []
    line = compiled(item)
    assert [(c["kind"], c["type"], c["actors"], c["recipients"], c["when"]) for c in line["claims"]] == [
        ("event", "SANCTION", ["KEN"], ["SOM"], "2021-03-08"),
        ("statement", None, ["KEN"], [], None),
    ]
    assert item.text[line["claims"][0]["start"] : line["claims"][0]["end"]] == "recalled"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("SANCTION/withdraw", "SANCTION/recall", "is no mode of SANCTION"),
        ("SANCTION/withdraw", "LEAVE", "is no PLOVER type"),
        ("a = KEN;", "a = KENYA;", "is no ISO 3166-1 alpha-3 code"),
        ("[t|recalled]", "[t|recalled", "is never closed"),
        ("[t|recalled]", "[a|recalled]", "is used twice"),
        ("to=p", "to=q", "no mark is labelled “q”"),
        ("asserted by", "done by", "has no modality"),
        ("ctx=diplomatic", "ctx=diplomacy", "is none of"),
        ("d = 2021-03-08", "d @ KEN", "has no value"),
        ("date=2021-03-09", "date=March", "date=YYYY-MM-DD is missing"),
        ("reg=wire |", "reg=wire | nil=sport |", "yet it has claims"),
    ],
)
def test_what_breaks_a_rule_is_refused_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    ids, errors = _read(tmp_path, GOOD.replace(old, new, 1))
    assert ids == []
    assert len(errors) == 1
    assert errors[0].startswith("items.txt:1: ")
    assert said in errors[0]


def test_a_mark_with_blanks_at_its_edge_is_refused() -> None:
    with pytest.raises(MarkupError, match="blanks at its edge"):
        marked("[a| Kenya] left")


def test_the_parts_are_by_id_and_stay_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "items.txt"
    path.write_text("\n".join(GOOD.replace("t-01", f"t-{n:03d}") for n in range(400)), encoding="utf-8")
    items, _ = read_items(path)
    shares = {name: sum(part(item) == name for item in items) / len(items) for name in ("test", "held", "train")}
    assert 0.10 < shares["test"] < 0.20
    assert 0.03 < shares["held"] < 0.12
    assert part(items[0]) == part(items[0])
