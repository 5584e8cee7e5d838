"""Write anew what the pages show of the program: ``python -m tests.docs.refresh``."""

from __future__ import annotations

import runpy
import sys
import tempfile
from pathlib import Path

from tests.docs.blocks import PAGES, ROOT, rewritten
from tests.docs.reference_pages import WRITTEN


def main() -> None:
    """Write the pages that are made from tables, the pictures, and what the tutorial and how-tos show."""
    for name, write in WRITTEN.items():
        (ROOT / "docs" / "reference" / name).write_text(write(), encoding="utf-8")
        sys.stderr.write(f"{name}\n")
    runpy.run_path(str(ROOT / "docs" / "images" / "make.py"), run_name="__main__")
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            page.write_text(rewritten(page, Path(folder)), encoding="utf-8")
        sys.stderr.write(f"{page.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
