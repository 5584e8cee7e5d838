"""What must hold of every record whatever became of those who wrote it, asked of its tables."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field

from sqlalchemy import Connection, text
from tests.store.desk_process import CLAIMS, REJECTIONS

from legation.store import Record
from legation.store.engine import address, connect

_NUMBERS = {"claims": CLAIMS, "rejections": REJECTIONS}
# Each asks for rows that must not be.
FAULTS = {
    "a report that was read in part": """
        SELECT r.id FROM reports r LEFT JOIN claims c ON c.report = r.pk
        LEFT JOIN coders k ON k.id = c.coder AND k.name NOT LIKE 'reviewer:%'
        GROUP BY r.id HAVING count(DISTINCT c.id || k.id) NOT IN (:claims, 2 * :claims)""",
    "a coder's reading without its rejections": """
        SELECT x.report FROM (SELECT DISTINCT c.report, c.coder FROM claims c JOIN coders k ON k.id = c.coder
                              WHERE k.name NOT LIKE 'reviewer:%') x
        LEFT JOIN rejections j ON j.report = x.report AND j.coder = x.coder
        GROUP BY x.report, x.coder HAVING count(j.pk) <> :rejections""",
    "a claim without its reading or parties": """
        SELECT c.id FROM claims c WHERE c.reading NOT IN (SELECT pk FROM readings)
        OR c.pk NOT IN (SELECT claim FROM claim_parties) OR c.pk NOT IN (SELECT claim FROM claim_actors)""",
    "a passage that is not verbatim": """
        SELECT p.pk FROM passages p JOIN reports r ON r.pk = p.report
        WHERE substr(r.text, p.start + 1, p."end" - p.start) <> p.exact""",
    "a review of a claim that is not there": """
        SELECT v.pk FROM reviews v WHERE v.claim NOT IN (SELECT id FROM claims)
        OR v.result IS NOT NULL AND v.result NOT IN (SELECT id FROM claims)""",
    "a claim ended or withheld by a review that is not there": """
        SELECT c.id FROM claims c WHERE c.review IS NOT NULL
        AND (c.superseded_at IS NULL OR c.review NOT IN (SELECT pk FROM reviews))""",
    "a claim that is current twice": """
        SELECT id FROM claims WHERE superseded_at IS NULL GROUP BY id HAVING count(*) > 1""",
    "a rejection or correction in force of a claim that is said": """
        SELECT v.pk FROM reviews v JOIN claims c ON c.id = v.claim AND c.superseded_at IS NULL
        WHERE v.action IN ('reject', 'correct') AND v.superseded_at IS NULL""",
    "a rejection or correction that ended nothing": """
        SELECT v.pk FROM reviews v WHERE v.action IN ('reject', 'correct')
        AND v.pk NOT IN (SELECT review FROM claims WHERE review IS NOT NULL)""",
    "a correction or acceptance in force whose claim is not said": """
        SELECT v.pk FROM reviews v WHERE v.action IN ('accept', 'correct') AND v.superseded_at IS NULL
        AND coalesce(v.result, v.claim) NOT IN (SELECT id FROM claims WHERE superseded_at IS NULL)""",
    "an undo of a review that is in force": """
        SELECT v.pk FROM reviews v JOIN reviews u ON u.pk = v.undoes
        WHERE v.action = 'undo' AND u.superseded_at IS NULL""",
    "an undo of a review that is not there": """
        SELECT v.pk FROM reviews v WHERE v.action = 'undo' AND v.undoes NOT IN (SELECT pk FROM reviews)""",
    "a judgement on a claim that is not there": """
        SELECT j.pk FROM judgements j WHERE j.bond <> 'origin'
        AND (j."left" NOT IN (SELECT id FROM claims) OR j."right" NOT IN (SELECT id FROM claims))""",
    "a judgement in force twice": """
        SELECT j."left" FROM judgements j WHERE j.superseded_at IS NULL
        GROUP BY j."left", j."right", j.bond, j.by HAVING count(*) > 1""",
    "a row that ended before it began": """
        SELECT pk FROM claims WHERE superseded_at < recorded_at
        UNION ALL SELECT pk FROM reviews WHERE superseded_at < recorded_at
        UNION ALL SELECT pk FROM judgements WHERE superseded_at < recorded_at""",
}

TABLES = ("reports", "claims", "rejections", "reviews", "judgements", "assessments", "snapshots")


def faults(place: str) -> dict[str, list[object]]:
    """Return what is wrong with a record: name of the fault -> some of the rows."""
    found = {name: _asked(place, sql) for name, sql in FAULTS.items()}
    return {name: rows for name, rows in found.items() if rows}


def sizes(place: str) -> dict[str, int]:
    """Return how many rows each table has."""
    return {table: int(str(_asked(place, f"SELECT count(*) FROM {table}")[0])) for table in TABLES}  # noqa: S608


def _asked(place: str, sql: str) -> list[object]:
    engine = connect(address(place))
    try:
        with engine.connect() as connection:
            return _some(connection, sql)
    finally:
        engine.dispose()


def _some(connection: Connection, sql: str) -> list[object]:
    numbers = {name: number for name, number in _NUMBERS.items() if f":{name}" in sql}
    return list(connection.scalars(text(sql), numbers).fetchmany(5))


@dataclass
class Snapshots:
    """The snapshots of a record, each held against it when it is first seen, and all of them in the end."""

    seen: set[str] = field(default_factory=set)

    def verify(self, record: Record, *, again: bool = False) -> None:
        """Hold the snapshots that are new, or all, against what the record holds of their moments."""
        for snapshot in record.desk.snapshots():
            if again or snapshot.name not in self.seen:
                assert record.desk.digest(snapshot.recorded_at) == snapshot.digest, snapshot.name
                self.seen.add(snapshot.name)


def check_file(path: str) -> None:
    """Let SQLite check its file and the index of words."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.execute("INSERT INTO passages_text(passages_text) VALUES ('integrity-check')")
