from __future__ import annotations

import subprocess
import sys


def test_importing_the_room_loads_none_of_the_slow_libraries() -> None:
    code = (
        "import sys, legation.documents;"
        "print([name for name in ('trafilatura', 'httpx', 'py3langid', 'charset_normalizer', 'numpy', 'lxml')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
