from __future__ import annotations

import pytest
from tests.store import factories as make

from legation.errors import NotFoundError
from legation.store import Record


def test_a_run_ends_once(record: Record) -> None:
    run = record.start_run("legation read a.txt", make.CODER)
    record.finish_run(run, {"reports": 1, "claims": 20})
    with pytest.raises(NotFoundError, match="under way"):
        record.finish_run(run, {"reports": 2})
    assert record.counts()["runs"] == 1


def test_runs_have_ids_of_their_own(record: Record) -> None:
    assert record.start_run("read", make.CODER) != record.start_run("read", make.CODER)
