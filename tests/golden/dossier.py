"""What the golden file of the dossier keeps: where things stand between its parties on five days."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from legation.documents import Source
from legation.documents.source import FileContent
from legation.pipeline import Request, read_all, record_all, standings
from legation.records import Kind
from legation.store import Record, open_record

HERE = Path(__file__).parent
DOSSIER = HERE.parents[1] / "examples" / "dossier"
GOLDEN = HERE / "dossier.json"
DAYS = {
    "nato-accession": ("2022-07-31", "2023-01-31", "2023-04-30", "2023-12-31", "2024-03-31"),
    "black-sea-grain": ("2022-07-31", "2022-10-31", "2022-12-31", "2023-07-31", "2024-04-30"),
    "serbia-kosovo": ("2022-12-31", "2023-03-31", "2023-07-31", "2023-12-31", "2024-06-30"),
}
PARTIES = {
    "nato-accession": (("SWE", "TUR"), ("FIN", "TUR"), ("NATO", "SWE"), ("FIN", "NATO")),
    "black-sea-grain": (("RUS", "UKR"), ("RUS", "TUR"), ("RUS", "UN")),
    "serbia-kosovo": (("SRB", "XKX"),),
}
_KINDS = (Kind.AGREEMENT, Kind.BODY, Kind.COMMITMENT, Kind.MEMBERSHIP, Kind.MEETING)


def recorded(place: Path) -> Record:
    """Return a new record of all the reports of the dossier, linked."""
    files = sorted(DOSSIER.glob("*/*.txt"))
    sources = [Source(name=path.name, load=FileContent(path, path.name, "text")) for path in files]
    record = open_record(str(place))
    assert sum(1 for _ in record_all(record, read_all(sources, Request()), command="dossier")) == len(files)
    return record


def rows(record: Record) -> Iterator[str]:
    """Yield a line for everything that stands somewhere, on every day."""
    for relation, days in DAYS.items():
        for day in days:
            for parties in PARTIES[relation]:
                for row in standings(record, parties, day, kinds=_KINDS):
                    between = "+".join(row.parties)
                    by_party = ", ".join(f"{code} {state}" for code, state in row.by_party.items())
                    what = (row.kind.value, row.name, between, row.state, row.since or "", by_party)
                    yield " | ".join((day, "+".join(parties), *what))


def kept() -> list[str]:
    """Return the lines of the golden file."""
    found: list[str] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return found


def write(lines: list[str]) -> None:
    """Write the golden file anew."""
    GOLDEN.write_text(json.dumps(lines, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
