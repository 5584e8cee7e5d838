"""One source through all the stages: parse, analyse, date, code."""

from __future__ import annotations

from dataclasses import dataclass, replace

from legation.coding import code, dated
from legation.documents import Source, Unread, marks_of, parse
from legation.errors import DateError, DocumentError, ModelError
from legation.language import analyse
from legation.pipeline.seeing import signals_of
from legation.records import Claim, Rejection, Report
from legation.records.marks import Marks
from legation.records.syntax import Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is known of every source beforehand, day of publication (ISO 8601) and publisher, and how to read it.

    ``rules_only`` leaves the learned reader out: faster, and less is found.
    """

    date: str | None = None
    publisher: str | None = None
    rules_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the stages made of one source: its report, the coder's claims and rejections.

    ``marks`` are what copies of the report are known by.
    """

    source: str
    report: Report
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]
    marks: Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A source that gave no reading: its name, the rejection to keep, and one line that says why."""

    source: str
    rejection: Rejection
    message: str


def read(source: Source | Unread, request: Request) -> Reading | Failure:
    """Return the reading of one source, or why there is none; nothing that a report can hold raises.

    Raises DateError where the day of the request is none, ModelError where the reader's weights are not there.
    """
    analysis = analysed(source, request)
    if isinstance(analysis, Failure):
        return analysis
    try:
        coded = code(analysis, None if request.rules_only else signals_of(analysis))
    except ModelError:
        raise  # the installation is broken: no report would be read otherwise
    except Exception as error:  # noqa: BLE001 - a fault in one report must not stop the others
        return crashed(source.name, "coding", error)
    return Reading(
        source=source.name,
        report=coded.report,
        claims=coded.claims,
        rejections=coded.rejections,
        marks=marks_of(coded.report),
    )


def analysed(source: Source | Unread, request: Request) -> Analysis | Failure:
    """Return the analysis of one source, its report dated as far as can be, or why there is none."""
    if isinstance(source, Unread):
        return _refused(source.name, source.error)
    try:
        report = parse(source, date=request.date, publisher=request.publisher)
    except DocumentError as error:
        return _refused(source.name, error)
    except DateError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault in one report must not stop the others
        return crashed(source.name, "documents", error)
    try:
        analysis = analyse(report)
        return replace(analysis, report=dated(analysis))
    except Exception as error:  # noqa: BLE001 - as above
        return crashed(source.name, "language", error)


def crashed(source: str, stage: str, error: BaseException) -> Failure:
    """Return the failure of a source that broke the program: the class of the error is kept, no traceback."""
    said = f"the {stage} stage failed with {type(error).__name__}, which is a fault of Legation"
    rejection = Rejection(stage=stage, rule="no-crash", message=said)
    return Failure(source=source, rejection=rejection, message=f"{source}: {said}")


def killed(source: Source | Unread) -> Failure:
    """Return the failure of a source that killed the process that read it."""
    said = "the process that read it was killed (out of memory, or a fault in a library)"
    rejection = Rejection(stage="pipeline", rule="no-crash", message=said)
    return Failure(source=source.name, rejection=rejection, message=f"{source.name}: {said}")


def _refused(source: str, error: DocumentError) -> Failure:
    message = str(error)
    place = error.place or source
    bare = message.removeprefix(f"{place}: ")
    rejection = Rejection(stage="documents", rule=error.rule, message=bare)
    return Failure(source=source, rejection=rejection, message=f"{place}: {bare}")
