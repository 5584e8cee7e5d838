"""Measure the record: ``python -m bench.record --claims 100000``: writing, briefs, standings, bytes a claim.

The claims are made by rule, on reports made by rule: twenty a report, on sixty states of which a few have most of what
is told (Zipf), over ten years; every tenth report is told again by another outlet.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median

from bench import surroundings
from legation.documents import marks_of
from legation.pipeline import brief_of, link_all, standings
from legation.records import (
    Actor,
    Claim,
    Coder,
    EventReading,
    Kind,
    Modality,
    Passage,
    Precision,
    Report,
    When,
    claim_id,
    report_id,
)
from legation.reference import states
from legation.store import Record, open_record

_A_REPORT = 20
_STATES = 60
_FIRST = date(2015, 1, 1)
_DAYS = 3650
_CODER = Coder(name="bench", version="1", model="none", ontology="none")
_OUTLETS = ("Harbour Wire", "Northern Post", "The Courier", "Delta News", "Morning Ledger", "Radio Meridian")
_ACTS: tuple[tuple[Kind, str, dict[str, str | list[str] | None], tuple[str, str | None, int, float] | None], ...] = (
    (Kind.EVENT, "accused {b} of holding up trucks at the crossing", {}, ("ACCUSE", None, 3, -2.0)),
    (
        Kind.STATEMENT,
        "said that {b} had nothing to fear",
        {"quote": "indirect", "content": "had nothing to fear"},
        None,
    ),
    (
        Kind.MEETING,
        "held talks with {b} on water",
        {"format": "bilateral", "status": "held"},
        ("CONSULT", None, 1, 2.5),
    ),
    (Kind.EVENT, "sent medicine to {b} after the flood", {}, ("AID", None, 2, 7.0)),
    (
        Kind.STATEMENT,
        "said that it saw no reason to answer {b}",
        {"quote": "indirect", "content": "saw no reason"},
        None,
    ),
    (Kind.AGREEMENT, "signed a transit accord with {b}", {"name": "transit accord", "act": "signature"}, None),
    (Kind.COMMITMENT, "promised {b} to open a second bridge", {"what": "open a second bridge", "due": None}, None),
    (Kind.EVENT, "protested against new fees that {b} charges", {}, ("PROTEST", None, 4, -4.0)),
)


def reports(number: int, seed: int = 1) -> Iterator[tuple[Report, list[Claim]]]:
    """Yield reports with their claims, always the same for a seed."""
    chance = random.Random(seed)  # noqa: S311  a workload that can be repeated
    codes = sorted(states())[:_STATES]
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(codes))))
    for n in range(number):
        sides = chance.choices(codes, cum_weights=weights, k=3 * _A_REPORT)
        day = _FIRST + timedelta(days=n * _DAYS // number)
        yield _report(n, day, sides, chance)
        if n % 10 == 0:
            yield _report(n, day + timedelta(days=1), sides, random.Random(n))  # noqa: S311


def _report(n: int, day: date, sides: Sequence[str], chance: random.Random) -> tuple[Report, list[Claim]]:
    names = {code: states()[code].name for code in sides}
    told, placed, text = [], [], f"Dispatch {n}-{chance.randrange(10**6)}.\n\n"
    for k in range(_A_REPORT):
        a, b = sides[2 * k], sides[2 * k + 1]
        kind, words, of, event = _ACTS[(n + k) % len(_ACTS)]
        sentence = f"{names[a]} {words.format(b=names[b])}, round {n % 977} of the year, officials told reporters."
        placed.append((len(text), sentence, a, b, kind, of, event))
        text += sentence + " "
    outlet = chance.choice(_OUTLETS)
    report = Report(
        id=report_id(text),
        text=text,
        title=f"Dispatch {n}",
        publisher=outlet,
        published_on=day.isoformat(),
        published_basis="explicit",
    )
    for start, sentence, a, b, kind, of, event in placed:
        told.append(_claim(report, day, (start, sentence, a, b), kind, dict(of), event))
    return report, told


def _claim(
    report: Report,
    day: date,
    told: tuple[int, str, str, str],
    kind: Kind,
    of: dict[str, str | list[str] | None],
    event: tuple[str, str | None, int, float] | None,
) -> Claim:
    start, sentence, a, b = told
    trigger = start + len(states()[a].name) + 1
    actors = _actor(a, report.text, start), _actor(b, report.text, trigger)
    spans = [(trigger, trigger + 6), (start, start + len(sentence)), *((x.start, x.end) for x in actors)]
    reading = (
        None
        if event is None
        else EventReading(
            type=event[0], mode=event[1], contexts=("diplomatic",), quad_class=event[2], intensity=event[3], cameo=None
        )
    )
    return Claim(
        id=claim_id(report.id, kind, spans, _CODER),
        report=report,
        kind=kind,
        event=reading,
        actors=actors[:1],
        recipients=actors[1:],
        object=of,
        modality=Modality.FUTURE if kind is Kind.COMMITMENT else Modality.ASSERTED,
        when=When(start=day.isoformat(), end=day.isoformat(), precision=Precision.DAY, basis="inferred"),
        where=None,
        attribution=(),
        passage=Passage(start=start, end=start + len(sentence), exact=sentence),
        confidence=0.5,
        coder=_CODER,
        trigger_start=trigger,
        trigger_end=trigger + 6,
        reason="made for the benchmark",
    )


def _actor(code: str, text: str, after: int) -> Actor:
    name = states()[code].name
    start = text.index(name, after)
    return Actor(text=name, start=start, end=start + len(name), name=name, entity=code, country=code)


def fill(record: Record, claims: int, *, link: bool) -> tuple[float, float]:
    """Write so many claims; return the seconds of writing and of linking."""
    began, written = time.perf_counter(), 0
    for report, told in reports(claims * 10 // (_A_REPORT * 11)):
        record.add_reading(report, told, coder=_CODER, marks=marks_of(report))
        written += len(told)
    wrote = time.perf_counter() - began
    began = time.perf_counter()
    for _ in link_all(record) if link else ():
        pass
    return wrote, time.perf_counter() - began


def asked(record: Record, parties: Sequence[str], runs: int = 5) -> dict[str, float]:
    """Return the median seconds of a brief and of standings on two parties, the first time left aside."""
    made: dict[str, list[float]] = {"brief": [], "standing": []}
    for _ in range(runs + 1):
        for name, times in made.items():
            began = time.perf_counter()
            if name == "brief":
                brief_of(record, (parties[0], parties[1]), "2024-12-31")
            else:
                standings(record, parties, "2024-12-31")
            times.append(time.perf_counter() - began)
    return {name: round(median(times[1:]), 3) for name, times in made.items()}


def sizes(path: Path) -> dict[str, float]:
    """Return the bytes a claim of a SQLite record, in all and by table with its indices."""
    with closing(sqlite3.connect(path)) as connection:
        claims = connection.execute("SELECT count(*) FROM claims").fetchone()[0]
        rows = connection.execute(
            "SELECT coalesce(m.tbl_name, s.name), sum(s.pgsize) FROM dbstat s "
            "LEFT JOIN sqlite_master m ON m.name = s.name GROUP BY 1 ORDER BY 2 DESC"
        )
        by_table = {name: round(size / claims, 1) for name, size in rows if size / claims >= 1}
    return {"all": round(path.stat().st_size / claims, 1), **by_table}


def main() -> None:
    """Fill a record, ask it, and print what was measured as JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.record", description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--link", action="store_true", help="link them too")
    parser.add_argument("--keep", type=Path, help="where the record is, or is put (else a temporary file)")
    options = parser.parse_args()
    surroundings.keep_to_one_core()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "record.db"
        is_there = path.exists()
        with open_record(str(path)) as record:
            wrote, linked = (0.0, 0.0) if is_there else fill(record, options.claims, link=options.link)
            codes = sorted(states())[:_STATES]
            found = {
                "counts": record.counts(),
                "seconds_writing": round(wrote, 1),
                "seconds_linking": round(linked, 1),
                "most_told_of": asked(record, codes[:2]),
                "seldom_told_of": asked(record, codes[-2:]),
            }
        found["bytes_a_claim"] = sizes(path)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
