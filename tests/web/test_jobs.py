from __future__ import annotations

import time
from pathlib import Path

from legation.documents import Held, Payload, Source
from legation.errors import EncodingError
from legation.pipeline import Request
from legation.store import open_record
from legation.web.jobs import Job, Jobs


def _source(name: str, text: str) -> Source:
    return Source(name=name, load=Held(Payload(data=text, media="text")))


def _ended(job: Job) -> Job:
    deadline = time.monotonic() + 60
    while not job.ended and time.monotonic() < deadline:
        time.sleep(0.05)
    assert job.ended
    return job


def test_imports_are_read_one_after_the_other_and_failures_are_named(tmp_path: Path) -> None:
    with open_record(str(tmp_path / "record.db")) as record:
        jobs = Jobs(record)
        good = _source("good", "Armenia and Georgia signed a border agreement in Tbilisi on 14 January 2025.")
        first = jobs.start("anna", "two", lambda: [good, _source("empty", " ")], Request(), total=2)
        second = jobs.start("anna", "again", lambda: [good], Request(), total=1)
        assert [bool(each.error) for each in _ended(first).outcomes] == [False, True]
        assert "empty" in first.outcomes[1].error
        assert first.outcomes[0].is_new
        assert not _ended(second).outcomes[0].is_new
        assert jobs.find(first.id) is first
        assert jobs.latest() == [second, first]
        jobs.close()


def test_an_import_that_cannot_begin_says_why(tmp_path: Path) -> None:
    def refuse() -> list[Source]:
        raise EncodingError("is no RSS or Atom feed with links", place="https://example.org")

    def break_down() -> list[Source]:
        raise ZeroDivisionError

    with open_record(str(tmp_path / "record.db")) as record:
        jobs = Jobs(record)
        assert "no RSS" in _ended(jobs.start("anna", "a feed", refuse, Request(), total=None)).error
        assert "ZeroDivisionError" in _ended(jobs.start("anna", "x", break_down, Request(), total=None)).error
        jobs.close()
