from __future__ import annotations

from tests.house.cli_reference import page
from tests.house.tree import ROOT


def test_the_reference_page_says_what_the_commands_say() -> None:
    written = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert written == page(), "run `make docs`"
