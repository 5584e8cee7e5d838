"""How well Legation reads: the project's own sets, from their files to figures.

A folder of sets holds ``sentences/*.json`` (a list of sentences with what is to be found in each, see
``event_scores``), ``corpus/*.jsonl`` (texts with all their claims, see ``claim_scores``) and
``reports/expected/*.json`` (expectations of one report each, see ``expectations``); the examples have expectations of
the same shape.  ``dossier/*.json`` says which acts the reports of ``examples/dossier`` tell, and ``origins/*.jsonl``
which reports of one act go back to one origin (see ``link_scores``).
Everything is read as ``legation annotate`` and ``legation read`` read it.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from legation.documents import Metadata, Payload, Source, sources
from legation.documents.source import Held
from legation.pipeline import claim_scores
from legation.pipeline.annotating import Annotation, annotate_all
from legation.pipeline.event_scores import score_events, told, wanted
from legation.pipeline.expectations import figures, score_claims
from legation.pipeline.figures import Score
from legation.pipeline.link_scores import annotated_dossier, linking_score, origins_score
from legation.pipeline.reading import Reading, Request, read
from legation.records import Claim, claim_to_dict

_AS_ALWAYS = Request()


def own_scores(folder: Path, examples: Path | None = None, request: Request = _AS_ALWAYS) -> Iterator[Score]:
    """Yield the figures of every set in a folder, and of the examples where there are any.

    Raises ValueError or KeyError where a set is not of its shape, OSError where a file cannot be read.
    """
    for path in sorted((folder / "sentences").glob("*.json")):
        yield sentence_score(path, request)
    for path in sorted((folder / "corpus").glob("*.jsonl")):
        yield corpus_score(path, request)
    for place in (folder / "reports", examples):
        if place is not None and (expected := sorted((place / "expected").glob("*.json"))):
            yield report_score(place.name, expected, request)
    if examples is not None:
        for path in sorted((folder / "dossier").glob("*.json")):
            yield dossier_score(path, examples / "dossier" / path.stem, request)
    for path in sorted((folder / "origins").glob("*.jsonl")):
        yield origins_score(path, digest([path]))


def dossier_score(path: Path, reports: Path, request: Request = _AS_ALWAYS) -> Score:
    """Return how well the tellings of a dossier are linked."""
    annotated = annotated_dossier(path, reports, request)
    return linking_score(f"dossier/{path.stem}", annotated, digest([path, *reports.glob("*.txt")]))


def sentence_score(path: Path, request: Request = _AS_ALWAYS) -> Score:
    """Return how well events are found in the sentences of one set."""
    rows: list[Any] = json.loads(path.read_text(encoding="utf-8"))
    events = layer(rows, "events", request)
    found = score_events((wanted(row), {told(one) for one in events.get(row["id"], ())}) for row in rows)
    return Score(name=f"sentences/{path.stem}", items=len(rows), figures=found, sha256=digest([path]))


def corpus_score(path: Path, request: Request = _AS_ALWAYS) -> Score:
    """Return how well the claims of whole texts are read, against texts that were annotated in full."""
    rows = claim_scores.texts(path)
    found = claim_scores.score(claim_scores.judged(row, _claims_in(row, request)) for row in rows)
    return Score(name=f"corpus/{path.stem}", items=len(rows), figures=found, sha256=digest([path]))


def _claims_in(row: Mapping[str, Any], request: Request) -> tuple[Claim, ...]:
    found = read(_held(row), request)
    return found.claims if isinstance(found, Reading) else ()


def layer(
    rows: Iterable[Mapping[str, Any]], name: str, request: Request = _AS_ALWAYS
) -> dict[str, list[dict[str, Any]]]:
    """Return one layer of texts, {id, text, date?} each, by their ids; what cannot be read has none."""
    answers = annotate_all((_held(row) for row in rows), request, wanted=(name,))
    return {answer.layers["id"]: answer.layers[name] for answer in answers if isinstance(answer, Annotation)}


def _held(row: Mapping[str, Any]) -> Source:
    payload = Payload(data=row["text"], media="text")
    return Source(name=row["id"], load=Held(payload), metadata=Metadata(id=row["id"], date=row.get("date")))


def report_score(name: str, expected: Iterable[Path], request: Request = _AS_ALWAYS) -> Score:
    """Return how much of what is expected of reports their claims meet."""
    files, counts, days = [], [], []
    for path in expected:
        asked = json.loads(path.read_text(encoding="utf-8"))
        report = path.parents[1] / Path(asked["report"]).name
        files += [path, report]
        counts.append(score_claims(claims_of(report, asked["date"], request), asked["expect"], asked["forbid"]))
        days.append(_day_of(report) == asked["date"])
    return Score(name=name, items=len(counts), figures=figures(counts, days), sha256=digest(files))


def claims_of(report: Path, date: str | None, request: Request = _AS_ALWAYS) -> list[dict[str, Any]]:
    """Return the claims of one report as JSON objects; none where it cannot be read."""
    found = _read(report, replace(request, date=date))
    return [claim_to_dict(claim) for claim in found.claims] if found else []


def _day_of(report: Path) -> str | None:
    found = _read(report, Request(rules_only=True))  # the day is found by rules
    return found.report.published_on if found else None


def _read(report: Path, request: Request) -> Reading | None:
    (source,) = sources([str(report)], stdin=io.BytesIO())
    found = read(source, request)
    return found if isinstance(found, Reading) else None


def digest(files: Iterable[Path]) -> str:
    """Return the SHA-256 of the names and contents of files, in the order of their names."""
    total = hashlib.sha256()
    for path in sorted(files, key=lambda path: path.name):
        total.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()
