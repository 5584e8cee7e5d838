"""How well tellings are linked and origins counted, against annotated dossiers and groups of reports.

B-cubed precision and recall (A. Bagga and B. Baldwin, 1998) over the tellings whose words some claim hangs on: for
each, the share of its group that tells its act, and the share of the tellings of its act that are in its group.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from legation.consolidation import Links, Provenance, judge_all, origins
from legation.documents import Payload, Source
from legation.documents.reprints import marks_of
from legation.documents.source import Held, Metadata
from legation.pipeline.copies import copied
from legation.pipeline.figures import Score, harmonic, ratio
from legation.pipeline.reading import Reading, Request, read
from legation.records import Claim, Judgement, Report


@dataclass(frozen=True, slots=True)
class Annotated:
    """Claims of annotated reports, claim id -> key of the act that it tells; ``asked`` counts all tellings."""

    claims: tuple[Claim, ...]
    acts: Mapping[str, str]
    asked: int


def annotated_dossier(path: Path, folder: Path, request: Request) -> Annotated:
    """Return the claims of a dossier's reports with the acts that a person found in them."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    readings = {
        file.name: _reading(file.name, file.read_text(encoding="utf-8"), {}, request)
        for file in sorted(folder.glob("*.txt"))
    }
    acts: dict[str, str] = {}
    asked = 0
    for act in raw["acts"]:
        for telling in act["tellings"]:
            asked += 1
            found = _claim_at(readings[telling["report"]], telling["anchor"], act["kind"])
            if found is not None:
                acts.setdefault(found.id, act["key"])
    return Annotated(tuple(claim for reading in readings.values() for claim in reading.claims), acts, asked)


def linking_score(name: str, annotated: Annotated, sha256: str) -> Score:
    """Return how well the linker groups the claims of annotated reports."""
    links = Links(tuple(judge_all(annotated.claims)))
    groups = links.groups(claim.id for claim in annotated.claims)
    precision, recall = b_cubed(groups, annotated.acts)
    found = {
        "bcubed_precision": precision,
        "bcubed_recall": recall,
        "bcubed_f1": harmonic(precision, recall),
        "tellings_found": ratio(len(annotated.acts), annotated.asked),
    }
    return Score(name=name, items=len(annotated.acts), figures=found, sha256=sha256)


def b_cubed(groups: Iterable[Sequence[str]], acts: Mapping[str, str]) -> tuple[float, float]:
    """Return B-cubed precision and recall of groups of ids against id -> act."""
    grouped = {id_: frozenset(each for each in group if each in acts) for group in groups for id_ in group}
    told: dict[str, set[str]] = {}
    for id_, act in acts.items():
        told.setdefault(act, set()).add(id_)
    precision = sum(len(grouped[id_] & told[act]) / len(grouped[id_]) for id_, act in acts.items())
    recall = sum(len(grouped[id_] & told[act]) / len(told[act]) for id_, act in acts.items())
    return ratio(precision, len(acts)), ratio(recall, len(acts))


def origins_score(path: Path, sha256: str) -> Score:
    """Return in how many groups of reports the origins are counted rightly, and in how many told apart rightly."""
    groups = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    counted, exact = 0, 0
    for group in groups:
        found = found_origins(group["reports"])
        counted += len(found) == len(group["origins"])
        exact += found == {frozenset(origin) for origin in group["origins"]}
    figures = {"counted": ratio(counted, len(groups)), "told_apart": ratio(exact, len(groups))}
    return Score(name=f"origins/{path.stem}", items=len(groups), figures=figures, sha256=sha256)


def found_origins(raw: Iterable[Mapping[str, Any]]) -> set[frozenset[str]]:
    """Return the origins of reports of one act, {id, text, title, publisher, date} each, as sets of ids."""
    reports = [
        Report(id=r["id"], text=r["text"], title=r["title"], publisher=r["publisher"], published_on=r["date"])
        for r in raw
    ]
    copies: list[Judgement] = []
    for number, one in enumerate(reports):
        judged = (copied(one, other) for other in reports[number + 1 :])
        copies += [judgement for judgement in judged if judgement is not None]
    credits_ = {report.id: marks_of(report).credits for report in reports}
    found = origins(reports, Provenance(copies=tuple(copies), credits=credits_))
    return {frozenset(origin.reports) for origin in found}


def _reading(name: str, text: str, given: Mapping[str, str], request: Request) -> Reading:
    source = Source(name=name, load=Held(Payload(data=text, media="text")), metadata=Metadata(**given))
    found = read(source, request)
    if not isinstance(found, Reading):
        raise ValueError(found.message)  # noqa: TRY004  a set that cannot be read, not a wrong type
    return found


def _claim_at(reading: Reading, anchor: str, kind: str) -> Claim | None:
    """Return the claim that hangs on the words of an anchor, one of the kind looked for before others."""
    start = reading.report.text.index(anchor)
    end = start + len(anchor)
    found = [c for c in reading.claims if c.trigger_start < end and start < c.trigger_end]
    return max(found, key=lambda c: (c.kind.value == kind, c.confidence, c.id), default=None)
