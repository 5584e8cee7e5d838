"""The order of the stages: sources -> readings, written to the record one report at a time."""

from legation.pipeline.actors import actor_code, actor_name
from legation.pipeline.annotating import LAYERS, Annotation, annotate, annotate_all
from legation.pipeline.briefing import brief_of
from legation.pipeline.correcting import corrected, reviewer, written
from legation.pipeline.grading import grade_of_claim, grade_of_publisher, telling_of
from legation.pipeline.knowing import known_of
from legation.pipeline.linking import Linked, link_all, link_report, linker_name
from legation.pipeline.reading import Failure, Reading, Request, read
from legation.pipeline.runs import Kept, Tally, read_all, record_all
from legation.pipeline.standing import standings

__all__ = [
    "LAYERS",
    "Annotation",
    "Failure",
    "Kept",
    "Linked",
    "Reading",
    "Request",
    "Tally",
    "actor_code",
    "actor_name",
    "annotate",
    "annotate_all",
    "brief_of",
    "corrected",
    "grade_of_claim",
    "grade_of_publisher",
    "known_of",
    "link_all",
    "link_report",
    "linker_name",
    "read",
    "read_all",
    "record_all",
    "reviewer",
    "standings",
    "telling_of",
    "written",
]
