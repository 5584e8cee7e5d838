"""Stand-off layers of a source: what the coder sees before it makes claims."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from legation.coding import layers
from legation.documents import Source, Unread
from legation.pipeline.executors import in_order
from legation.pipeline.reading import Failure, Request, analysed, crashed, killed

LAYERS = ("mentions", "dates", "attributions", "events")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """The layers of one source as a JSON object: the id given (else the report's), then each layer."""

    source: str
    layers: dict[str, Any]


def annotate_all(
    sources: Iterable[Source | Unread], request: Request, *, wanted: Sequence[str] = LAYERS, jobs: int = 1
) -> Generator[Annotation | Failure]:
    """Yield the wanted layers of every source in order, from ``jobs`` processes."""
    yield from in_order(partial(annotate, request=request, wanted=wanted), sources, jobs=jobs, killed=killed)


def annotate(
    source: Source | Unread, request: Request, wanted: Sequence[str] = LAYERS
) -> Annotation | Failure:
    """Return the wanted layers of one source, or why there are none; no report makes it raise."""
    analysis = analysed(source, request)
    if isinstance(analysis, Failure):
        return analysis
    try:
        found = layers(analysis, tuple(wanted))
    except Exception as error:  # noqa: BLE001 - a fault of the coder in one report must not stop the others
        return crashed(source.name, "coding", error)
    given = source.metadata.id if isinstance(source, Source) else None
    answer = {"id": analysis.report.id if given is None else given}
    return Annotation(source=source.name, layers=answer | found)
