"""Write the golden files anew: ``PYTHONPATH=src python -m tests.golden.regenerate``.

Read the difference before you commit it: every line that goes or comes is a claim that users lose or gain.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from tests.golden import dossier
from tests.golden.projection import NAMES, golden, lines


def main() -> None:
    """Write one JSON object a line for every claim of every example that has a golden file."""
    for name in NAMES:
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines(name))
        golden(name).write_text(text, encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, dossier.recorded(Path(folder) / "record.db") as record:
        dossier.write(list(dossier.rows(record)))


if __name__ == "__main__":
    main()
