from __future__ import annotations

import html
import re
import runpy
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from tests.docs.blocks import PAGES, ROOT, Step, blocks, differences, plain, steps
from tests.docs.reference_pages import WRITTEN

MARKDOWN = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"!?\[[^\]]*\]\((?P<to>[^()\s]+)\)|<img[^>]*\bsrc=\"(?P<image>[^\"]+)\"")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_what_a_page_shows_is_what_comes_out(page: Path) -> None:
    # A short path, which fits the line that names it; pytest's own folder of a test may not.
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        missing = differences(page, Path(folder))
    assert missing == [], "run `python -m tests.docs.refresh` and read what has changed"


def test_the_pages_with_commands_are_there() -> None:
    assert len(PAGES) >= 5
    assert all(list(blocks(page.read_text(encoding="utf-8"))) for page in PAGES)


@pytest.mark.parametrize("page", MARKDOWN, ids=named)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    assert [to for to in links(page) if not leads_somewhere(page, to)] == []


def links(page: Path) -> list[str]:
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    found = [link["to"] or link["image"] for link in _LINK.finditer(text)]
    return [to for to in found if not re.match(r"[a-z]+:", to)]


def leads_somewhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists() or not target.is_relative_to(ROOT):
        return False
    return not anchor or anchor in anchors(target)


def anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", WRITTEN)
def test_the_pages_made_from_tables_say_what_the_tables_say(name: str) -> None:
    written = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert written == WRITTEN[name](), "run `python -m tests.docs.refresh`"


def test_the_pictures_show_what_the_program_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    made = runpy.run_path(str(ROOT / "docs" / "images" / "make.py"))
    for name, console in made["pictures"]().items():
        svg = (ROOT / "docs" / "images" / name).read_text(encoding="utf-8")
        drawn = Counter(plain(html.unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg)))).split())
        printed = Counter(plain(console.export_text()).split())
        assert printed - drawn == Counter(), f"{name}: run `python -m tests.docs.refresh`"


def test_every_decision_has_its_parts() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [path.name[:4] for path in decisions] == [f"{number:04}" for number in range(1, len(decisions) + 1)]
    for path in decisions:
        text = path.read_text(encoding="utf-8")
        assert all(f"## {part}" in text for part in ("Context", "Decision", "Compared", "Consequences")), path.name


def test_steps_are_commands_and_what_they_show() -> None:
    assert steps("$ a\nb\n…\n$ c\n") == [Step("a", ("b", "…")), Step("c", ())]
    assert steps("$ a\nb\n…\n")[0].lines == ("b",)
    assert plain("0a1b2c3d  x   As known on 3 May 2025.") == "ID x As known on DAY."
