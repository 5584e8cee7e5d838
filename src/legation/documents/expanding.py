"""From the arguments of a command to sources: files, folders, globs, standard input, URLs."""

from __future__ import annotations

import glob
import io
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from legation.documents.fetching import fetch, public
from legation.documents.jsonl import json_lines
from legation.documents.source import (
    MAX_BYTES,
    FileContent,
    Held,
    Payload,
    Source,
    Unread,
    WebContent,
    reason,
    require_size,
)
from legation.errors import DocumentError, UnreachableError

_MEDIA = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
}
_BOM = b"\xef\xbb\xbf"


def sources(arguments: Sequence[str], *, stdin: BinaryIO) -> Iterator[Source | Unread]:
    """Yield every document that paths, folders, globs, ``-`` and URLs name, in a fixed order.

    Folders are searched to the bottom for .txt, .md, .html, .htm and .jsonl, hidden names left out.
    What cannot be found or opened is yielded as Unread; nothing is raised.
    """
    for argument in arguments:
        if argument == "-":
            yield from _standard_input(stdin)
        elif argument.lower().startswith(("http://", "https://")):
            yield from _url(argument)
        else:
            yield from _argument(argument)


def _argument(argument: str) -> Iterator[Source | Unread]:
    path = Path(argument)
    if _exists(path):
        yield from _path(path)
    elif glob.has_magic(argument):
        matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        if not matches:
            yield _unreachable(argument, "no file matches the pattern")
        for match in matches:
            yield from _path(Path(match))
    elif "://" in argument:
        yield _unreachable(argument, "only http and https URLs can be read")
    else:
        yield _unreachable(argument, "there is no such file or folder")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long, or with a NUL
        return False


def _unreachable(name: str, message: str) -> Unread:
    place = shown(name)
    return Unread(place, UnreachableError(message, place=place))


def shown(path: str | Path) -> str:
    """Return a path or URL as messages print it: one line, no password, what is no Unicode escaped."""
    printed = str(path).encode("utf-8", "backslashreplace").decode().replace("\n", "\\n")
    return public(printed)


def _path(path: Path) -> Iterator[Source | Unread]:
    if path.is_dir():
        yield from _folder(path)
    else:
        yield from _file(path)


def _folder(folder: Path) -> Iterator[Source | Unread]:
    empty = True
    for path in _readable_below(folder):
        empty = False
        if isinstance(path, Unread):
            yield path
        else:
            yield from _file(path)
    if empty:
        yield _unreachable(str(folder), f"the folder holds no {', '.join(_MEDIA)} file")


def _readable_below(folder: Path) -> Iterator[Path | Unread]:
    refused: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in _MEDIA:
                path = Path(root, name)
                if path.exists() and not path.is_file():  # to open a pipe would be to wait for its writer
                    yield _unreachable(str(path), "is no regular file")
                else:
                    yield path
    for error in refused:
        yield _unreachable(str(error.filename), f"the folder cannot be opened: {reason(error)}")


def _file(path: Path) -> Iterator[Source | Unread]:
    name = shown(path)
    media = _MEDIA.get(path.suffix.lower(), "text")
    if media != "jsonl":
        yield Source(name=name, load=FileContent(path, name, media))
        return
    try:
        with path.open("rb") as file:
            yield from json_lines(file, name)
    except OSError as error:
        yield _unreachable(name, f"cannot be read: {reason(error)}")


def _url(url: str) -> Iterator[Source | Unread]:
    if not url.partition("?")[0].lower().endswith(".jsonl"):
        yield Source(name=shown(url), load=WebContent(url))
        return
    try:
        page = fetch(url, max_bytes=MAX_BYTES)
    except DocumentError as error:
        yield Unread(shown(url), error)
    else:
        yield from json_lines(io.BytesIO(page.data), shown(url))


def _standard_input(stdin: BinaryIO) -> Iterator[Source | Unread]:
    """Read JSON lines where the first character that is no blank is ``{``, else one text."""
    head: list[bytes] = []
    size = 0
    while size <= MAX_BYTES and (line := stdin.readline(MAX_BYTES + 1 - size)):
        head.append(line)
        size += len(line)
        if line.removeprefix(_BOM).strip():
            break
    if head and head[-1].removeprefix(_BOM).lstrip().startswith(b"{"):
        yield from json_lines(stdin, "stdin", head)
        return
    data = b"".join(head) + stdin.read(MAX_BYTES + 1 - size)
    try:
        require_size(len(data), "stdin")
    except DocumentError as error:
        yield Unread("stdin", error)
    else:
        yield Source(name="stdin", load=Held(Payload(data=data, media="text")))
