"""Ctrl-C held back while a transaction is under way."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold an interrupt back until the block is done, then raise KeyboardInterrupt.

    An interrupt between BEGIN and COMMIT would leave the lock of the record with a connection that nobody
    closes.  Does nothing outside the main thread, where Python hands no signals out.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held = False

    def hold(_signal: int, _frame: FrameType | None) -> None:
        nonlocal held
        held = True

    before = signal.signal(signal.SIGINT, hold)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if held:
        raise KeyboardInterrupt
