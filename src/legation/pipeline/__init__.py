"""The order of the stages: sources -> readings, written to the record one report at a time."""

from legation.pipeline.actors import actor_code, actor_name
from legation.pipeline.annotating import LAYERS, Annotation, annotate, annotate_all
from legation.pipeline.reading import Failure, Reading, Request, read
from legation.pipeline.runs import Kept, Tally, read_all, record_all

__all__ = [
    "LAYERS",
    "Annotation",
    "Failure",
    "Kept",
    "Reading",
    "Request",
    "Tally",
    "actor_code",
    "actor_name",
    "annotate",
    "annotate_all",
    "read",
    "read_all",
    "record_all",
]
