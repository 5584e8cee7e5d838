"""``legation serve``: the record in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.failures import DONE, complain
from legation.cli.options import RecordOption, examples
from legation.cli.people import ByOption, name_of
from legation.cli.records import new_record
from legation.errors import RecordError

if TYPE_CHECKING:
    from legation.web.settings import Settings

EXAMPLES = examples(
    "legation serve",
    "legation serve --record dossier.db --port 9000 --open",
    "legation serve --host 0.0.0.0 --entry accounts --allow-host desk.example.org",
    "legation serve --entry proxy --proxy-header X-Remote-User",
)


HostOption = Annotated[str, typer.Option("--host", help="The address to listen at.")]
PortOption = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")]
EntryOption = Annotated[
    str,
    typer.Option("--entry", help="Who may enter: open (this machine only), accounts, or proxy (it names who it is)."),
]
NamesOption = Annotated[
    list[str] | None,
    typer.Option("--allow-host", help="A name that browsers ask for it by (again for more).", show_default=False),
]
HeaderOption = Annotated[str, typer.Option("--proxy-header", help="The header in which the proxy names who it is.")]
SecureOption = Annotated[bool, typer.Option("--secure", help="Browsers reach it by https: cookies keep to that.")]
PrivateOption = Annotated[
    bool, typer.Option("--private", help="Let imports fetch from addresses of the inner network too.")
]


def command(
    host: HostOption = "127.0.0.1",
    port: PortOption = 8420,
    entry: EntryOption = "open",
    allow_host: NamesOption = None,
    proxy_header: HeaderOption = "X-Forwarded-User",
    *,
    secure: SecureOption = False,
    private: PrivateOption = False,
    open_: Annotated[bool, typer.Option("--open", help="Open a browser.")] = False,
    by: ByOption = None,
    record: RecordOption = None,
) -> int:
    """Open the record in a browser: relations, reports with their claims, review, search, import, an API.

    Listens on this machine only, without login, unless told otherwise; anywhere else it wants accounts (legation
    account) or a proxy that says who enters.
    """
    from legation.web.settings import Entry, Settings

    if entry not in list(Entry):
        raise typer.BadParameter(f"{entry!r} is none of {', '.join(Entry)}", param_hint="--entry")
    settings = Settings(
        host=host,
        port=port,
        entry=Entry(entry),
        hosts=tuple(allow_host or ()),
        header=proxy_header,
        person=name_of(by) if entry == Entry.OPEN else "",
        private=private,
        secure=secure,
    )
    _serve(settings, record, open_=open_)
    return DONE


def _serve(settings: Settings, place: str | None, *, open_: bool) -> None:
    import socket

    import uvicorn

    from legation.api import router
    from legation.web.app import build

    with new_record(place) as record:
        app = build(record, settings, [router])
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as listening:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listening.bind((settings.host, settings.port))
            except OSError as error:
                raise RecordError(f"--port {settings.port}: {settings.host} cannot be listened at: {error}") from error
            shown = f"http://{settings.host}:{listening.getsockname()[1]}"
            complain(f"the desk is at {shown} (Ctrl-C ends it)")
            if open_:
                typer.launch(shown)
            config = uvicorn.Config(
                app, log_level="warning", access_log=False, server_header=False, proxy_headers=False
            )
            uvicorn.Server(config).run(sockets=[listening])
