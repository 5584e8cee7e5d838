from __future__ import annotations

import random
import sqlite3

from legation.analysis import alignment, months
from legation.records.points import EventPoint

MODALITIES = ("asserted", "ongoing", "future", "negated", "historical", "hypothetical")


def _points(number: int) -> list[EventPoint]:
    dice = random.Random(4)  # noqa: S311
    return [
        EventPoint(
            claim=f"c{n}",
            day=f"20{dice.randrange(10, 14)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}",
            type=dice.choice(("AGREE", "CONSULT", "ACCUSE", "ASSAULT")),
            mode=dice.choice((None, "meet", "visit")),
            quad_class=dice.randrange(1, 5),
            intensity=dice.randrange(-20, 21) / 2,
            modality=dice.choice(MODALITIES),
            confidence=0.5,
            report=str(dice.randrange(40)),
        )
        for n in range(number)
    ]


def test_months_are_what_plain_sql_makes_of_the_same_points() -> None:
    points = _points(3000)
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE acts (pk INTEGER PRIMARY KEY, day, type, mode, intensity, modality, report)")
        rows = [(p.day, p.type, p.mode, p.intensity, p.modality, p.report) for p in points]
        columns = "day, type, mode, intensity, modality, report"
        database.executemany(f"INSERT INTO acts ({columns}) VALUES (?,?,?,?,?,?)", rows)  # noqa: S608
        counted = """
            SELECT min(pk) AS pk FROM acts WHERE modality IN ('asserted', 'ongoing')
            GROUP BY report, day, type, coalesce(mode, '')
        """
        expected = database.execute(
            f"""
            SELECT substr(day, 1, 7), round(total(CASE WHEN intensity > 0 THEN intensity END), 1),
                   round(total(CASE WHEN intensity < 0 THEN intensity END), 1), count(*)
            FROM acts WHERE pk IN ({counted}) GROUP BY 1 ORDER BY 1
            """  # noqa: S608
        ).fetchall()
        by_year = database.execute(
            f"SELECT substr(day, 1, 4), round(sum(intensity) / sum(abs(intensity)), 2) "  # noqa: S608
            f"FROM acts WHERE pk IN ({counted}) GROUP BY 1 ORDER BY 1"
        ).fetchall()
    database.close()
    assert [(m.month, m.cooperation, m.conflict, m.acts) for m in months(points)] == expected
    assert list(alignment(points).items()) == by_year


def test_what_is_not_done_counts_nowhere() -> None:
    asserted = _points(1)[0]
    for modality in ("future", "negated", "hypothetical", "historical"):
        point = EventPoint(
            **{name: getattr(asserted, name) for name in EventPoint.__slots__ if name != "modality"}, modality=modality
        )
        assert months([point]) == []
        assert alignment([point]) == {}
