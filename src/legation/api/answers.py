"""Answers of the API: tagged with the record's version, so that what has not changed is not sent again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from fastapi import Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse

from legation.exports import claims_to_csv
from legation.records import Claim

CSV = "text/csv; charset=utf-8"


def answer(request: Request, make: Callable[[], Any]) -> Response:
    """Return what is made as JSON with an ETag, or 304 where the asker has it already; made only if needed."""
    tag = etag(request)
    if tag in _known(request):
        return Response(status_code=304, headers={"ETag": tag})
    return JSONResponse(jsonable_encoder(make()), headers={"ETag": tag, "Cache-Control": "private, no-cache"})


def csv_answer(request: Request, make: Callable[[], list[Claim]], name: str) -> Response:
    """Return claims as CSV, one row each."""
    tag = etag(request)
    if tag in _known(request):
        return Response(status_code=304, headers={"ETag": tag})
    headers = {"ETag": tag, "Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response("".join(claims_to_csv(make())), media_type=CSV, headers=headers)


def etag(request: Request) -> str:
    """Return the tag of an answer: another one once anything was written, or for another question."""
    version = request.app.state.views.version()
    told = hashlib.sha256(f"{version} {request.url.path}?{request.url.query}".encode()).hexdigest()
    return f'W/"{told[:24]}"'


def _known(request: Request) -> list[str]:
    return [each.strip() for each in request.headers.get("if-none-match", "").split(",")]
