"""Errors as one line on standard error, and the exit status that each means."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import typer

from legation.errors import DateError, LegationError, UnknownActorError
from legation.exports.plain import one_line

DONE, UNREAD, USAGE, INTERRUPTED = 0, 1, 2, 130

# The root of Typer's own complaints has no public name.
_COMPLAINT = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")


def complain(message: str) -> None:
    """Print one line to standard error: ``legation: PLACE: message``."""
    print(f"legation: {one_line(message)}", file=sys.stderr, flush=True)  # noqa: T201


def exit_status(run: Callable[[], Any]) -> int:
    """Run a command; report what it raises in one line and return the exit status that this means."""
    if sys.stdout is None:  # closed by the caller ("legation read reports >&-"): the work is still wanted
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open for as long as we run
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status = run()
        sys.stdout.flush()
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone: nothing to say, and nobody to say it to
        silence()
        return UNREAD
    except Exception as error:
        if os.environ.get("LEGATION_DEBUG"):
            raise
        return _explain(error)
    return status if isinstance(status, int) else DONE


def silence() -> None:
    """Send what is still unwritten nowhere, so that the interpreter does not fail on it once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _explain(error: Exception) -> int:
    if isinstance(error, _COMPLAINT):
        context = getattr(error, "ctx", None)
        path = context.command_path if context else "legation"
        verb = path.partition(" ")[2]
        said = str(cast("Any", error).format_message()).rstrip(".")
        complain(f"{verb + ': ' if verb else ''}{said} (see {path} --help)")
        return USAGE
    if isinstance(error, LegationError):
        complain(str(error))
        return USAGE if isinstance(error, DateError | UnknownActorError) else UNREAD
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG}:
        silence()
        complain(f"{error.filename or 'the output'}: cannot be written: {error.strerror}")
        return UNREAD
    complain(f"{type(error).__name__}: {error} (a fault of Legation; LEGATION_DEBUG=1 shows where)")
    return UNREAD
