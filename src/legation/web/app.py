"""The desk: the record in a browser."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.middleware.gzip import GZipMiddleware

from legation import __version__
from legation.errors import ConflictError, LegationError, NotFoundError, UnknownActorError
from legation.pipeline.views import Views
from legation.store import Record
from legation.web.identity import MUST_READ
from legation.web.jobs import Jobs
from legation.web.pages import ROUTERS
from legation.web.security import Guard
from legation.web.settings import Settings
from legation.web.templating import STATIC, page

_STATUSES: tuple[tuple[type[LegationError], int], ...] = (
    (NotFoundError, 404),
    (UnknownActorError, 404),
    (ConflictError, 409),
    (LegationError, 422),
)
_TITLES = {
    401: "Log in first",
    403: "Not allowed",
    404: "Not found",
    409: "Somebody was there first",
    422: "Not understood",
}


def build(record: Record, settings: Settings, routers: Sequence[APIRouter] = ()) -> FastAPI:
    """Return the application of a record: pages, and the routers of other doors beside them.

    Raises RecordError where the settings would open the record to anybody.
    """
    settings.check(has_accounts=bool(record.staff.all()))

    @asynccontextmanager
    async def living(_app: FastAPI) -> AsyncIterator[None]:
        yield
        app.state.jobs.close()

    app = FastAPI(
        title="Legation", version=__version__, lifespan=living, docs_url=None, redoc_url=None, openapi_url=None
    )
    app.state.record = record
    app.state.settings = settings
    app.state.views = Views(record)
    app.state.jobs = Jobs(record)
    app.mount("/static", _Static(directory=STATIC), name="static")
    for router in ROUTERS:
        app.include_router(router)
    for router in routers:
        app.include_router(router, dependencies=[MUST_READ])
    _handle_errors(app)
    app.add_middleware(GZipMiddleware, minimum_size=800)
    app.add_middleware(Guard, settings=settings)
    return app


class _Static(StaticFiles):
    """The desk's own files: they change with the version only, which is in their address."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = "public, max-age=86400"
        return response


def _handle_errors(app: FastAPI) -> None:
    @app.exception_handler(LegationError)
    def refused(request: Request, error: LegationError) -> Response:
        status = next(code for kind, code in _STATUSES if isinstance(error, kind))
        return _told(request, status, str(error))

    @app.exception_handler(StarletteHTTPException)
    def stopped(request: Request, error: HTTPException) -> Response:
        if error.status_code == 401 and "hx-request" not in request.headers and not _wants_json(request):
            return RedirectResponse("/login", 303)
        return _told(request, error.status_code, str(error.detail))

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        told = "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors())
        return _told(request, 422, told)


def _told(request: Request, status: int, message: str) -> Response:
    if _wants_json(request):
        return JSONResponse({"error": message}, status)
    if "hx-request" in request.headers:
        # htmx puts the answer where the form stands: a line beside what was there says why.
        return page(request, "fragments/refused.html", status=status, message=message)
    title = _TITLES.get(status, "Something went wrong")
    return page(request, "error.html", status=status, title=title, message=message)


def _wants_json(request: Request) -> bool:
    return request.url.path.startswith("/api/")
