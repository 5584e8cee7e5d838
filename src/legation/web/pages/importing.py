"""Importing: paste, upload, URLs, a feed; with what became of each source as it is read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial

from fastapi import APIRouter, File, Form, Request, Response, UploadFile

from legation.documents import Held, Metadata, Payload, Source, Unread, WebContent, feed_sources, json_lines, public
from legation.errors import DateError, NotFoundError, RecordError
from legation.pipeline import Request as Reading
from legation.records import parse_day
from legation.web.identity import Analyst
from legation.web.jobs import Job, Jobs
from legation.web.templating import page

router = APIRouter(include_in_schema=False)
_MEDIA = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}


@router.get("/import")
def form(request: Request, person: Analyst) -> Response:
    """Show the form, and the last imports."""
    return page(request, "import.html", jobs=request.app.state.jobs.latest())


@router.get("/import/{id_}")
def job(request: Request, person: Analyst, id_: str) -> Response:
    """Show an import; while it runs, the part that changes asks for itself again."""
    found = request.app.state.jobs.find(id_)
    if found is None:
        raise NotFoundError(f"no import {id_!r} is known any more; what it read is in the record")
    template = "fragments/job.html" if "hx-request" in request.headers else "job.html"
    return page(request, template, job=found)


@router.post("/import")
def start(
    request: Request, person: Analyst,
    text: str = Form(""), title: str = Form(""), urls: str = Form(""), feed: str = Form(""),
    date: str = Form(""), publisher: str = Form(""), files: list[UploadFile] = File(default=[]),  # noqa: B008
) -> Response:  # fmt: skip
    """Begin to read what was given: one of the four ways."""
    reading = Reading(date=_day(date), publisher=publisher.strip() or None)
    jobs: Jobs = request.app.state.jobs
    public_only = not request.app.state.settings.private
    addresses = urls.split()
    made: Job
    if text.strip():
        pasted = Source(
            name="pasted text",
            load=Held(Payload(data=text.replace("\r\n", "\n"), media="text")),
            metadata=Metadata(title=title.strip() or None),
        )
        made = jobs.start(person.name, "a pasted text", lambda: [pasted], reading, total=1)
    elif addresses:
        _require_web(addresses)
        found = [Source(name=public(each), load=WebContent(each, public_only)) for each in addresses]
        made = jobs.start(person.name, f"{len(found)} addresses", lambda: found, reading, total=len(found))
    elif feed.strip():
        _require_web([feed.strip()])
        of_feed = partial(feed_sources, feed.strip(), public_only=public_only)
        made = jobs.start(person.name, f"the feed {public(feed.strip())}", of_feed, reading, total=None)
    else:
        uploaded = [each for upload in files if upload.filename for each in _uploaded(upload)]
        if not uploaded:
            raise RecordError("nothing to read: paste a text, choose files, or give addresses or a feed")
        made = jobs.start(person.name, f"{len(uploaded)} documents", lambda: uploaded, reading, total=len(uploaded))
    answer = page(request, "job.html", job=made)
    answer.headers["HX-Push-Url"] = f"/import/{made.id}"
    return answer


def _uploaded(upload: UploadFile) -> Iterator[Source | Unread]:
    name = (upload.filename or "upload").replace("\n", " ")
    data = upload.file.read()
    ending = f".{name.rpartition('.')[2].lower()}"
    if ending == ".jsonl":
        yield from json_lines(io.BytesIO(data), name)
    else:
        yield Source(name=name, load=Held(Payload(data=data, media=_MEDIA.get(ending, "text"))))


def _day(given: str) -> str | None:
    if not given:
        return None
    try:
        parse_day(given)
    except DateError as error:
        raise DateError(f"date: {error}") from error
    return given


def _require_web(addresses: list[str]) -> None:
    for each in addresses:
        if not each.lower().startswith(("http://", "https://")):
            raise RecordError(f"{each[:200]!r} is no http or https address")
