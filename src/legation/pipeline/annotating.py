"""Stand-off layers of a source: what the coder sees before it makes claims."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from legation.coding import layers
from legation.documents import Source, Unread
from legation.errors import ModelError
from legation.models import Signals
from legation.pipeline.executors import in_order
from legation.pipeline.reading import Failure, Request, analysed, crashed, killed
from legation.pipeline.seeing import signals_of
from legation.records.syntax import Analysis

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


def signals_for(analysis: Analysis, request: Request, wanted: Sequence[str]) -> Signals | None:
    """Return what the reader sees, None where nothing that is wanted rests on it."""
    return None if request.rules_only or not {"attributions", "events"} & set(wanted) else signals_of(analysis)


def annotate(
    source: Source | Unread, request: Request, wanted: Sequence[str] = LAYERS
) -> Annotation | Failure:
    """Return the wanted layers of one source, or why there are none; no report makes it raise."""
    analysis = analysed(source, request)
    if isinstance(analysis, Failure):
        return analysis
    try:
        found = layers(analysis, tuple(wanted), signals_for(analysis, request, wanted))
    except ModelError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault of the coder in one report must not stop the others
        return crashed(source.name, "coding", error)
    given = source.metadata.id if isinstance(source, Source) else None
    answer = {"id": analysis.report.id if given is None else given}
    return Annotation(source=source.name, layers=answer | found)
