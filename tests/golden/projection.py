"""What the golden files keep of a claim: what a reader of the record sees, no ids, no confidence, no reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from legation.documents import Source
from legation.documents.source import FileContent
from legation.pipeline import Reading, Request, read
from legation.records import Actor, Claim

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
NAMES = ("armenia-us-charter", "germany-openskies-withdrawal", "saudi-iran-beijing")


def golden(name: str) -> Path:
    """Return where the claims of an example are kept."""
    return HERE / f"{name}.jsonl"


def lines(name: str) -> list[dict[str, Any]]:
    """Return the claims of an example as the coder reads them now, in the order of their passages."""
    path = EXAMPLES / f"{name}.txt"
    reading = read(Source(name=path.name, load=FileContent(path, path.name, "text")), Request())
    assert isinstance(reading, Reading), reading
    return [_projection(claim) for claim in reading.claims]


def kept(name: str) -> list[dict[str, Any]]:
    """Return the claims of an example as they were read when the golden file was written."""
    return [json.loads(line) for line in golden(name).read_text(encoding="utf-8").splitlines()]


def _projection(claim: Claim) -> dict[str, Any]:
    event = claim.event
    return {
        "kind": claim.kind.value,
        "event": None if event is None else [event.type, event.mode],
        "actors": _codes(claim.actors),
        "recipients": _codes(claim.recipients),
        "object": claim.object,
        "modality": claim.modality.value,
        "when": [claim.when.start, claim.when.end, claim.when.basis],
        "where": claim.where.name if claim.where else None,
        "chain": [[link.source.name if link.source else None, link.cue, link.kind.value] for link in claim.attribution],
        "passage": claim.passage.exact,
    }


def _codes(actors: tuple[Actor, ...]) -> list[str | None]:
    return [actor.code for actor in actors]
