"""Applying a function to many sources, here or in other processes, with the answers in order."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Generic, TypeVar

from legation.errors import LegationError

Item = TypeVar("Item")
Answer = TypeVar("Answer")

_CHUNK = 4
_CHUNKS_AHEAD = 3
_WATCH_S = 1.0


def in_order(
    function: Callable[[Item], Answer],
    items: Iterable[Item],
    *,
    jobs: int,
    killed: Callable[[Item], Answer],
) -> Generator[Answer]:
    """Yield ``function`` of every item in their order, from ``jobs`` processes where that is more than one.

    ``items`` is drawn no further ahead than the processes need.  Where an item kills its process (memory, a
    fault in a library), ``killed`` of that item is yielded and the others are not lost.  Raises LegationError
    where no process can be started.
    """
    if jobs <= 1:
        yield from map(function, items)
        return
    pool = _Pool(function, jobs, killed)
    try:
        yield from pool.run(iter(items))
    finally:
        pool.stop()


class _Pool(Generic[Item, Answer]):
    """Processes that apply a function to chunks of items; the death of one is survived."""

    def __init__(self, function: Callable[[Item], Answer], jobs: int, killed: Callable[[Item], Answer]) -> None:
        self.function = function
        self.jobs = jobs
        self.killed = killed
        self.processes = self._start()

    def run(self, items: Iterator[Item]) -> Iterator[Answer]:
        """Yield the answers in the order of the items."""
        ahead: deque[tuple[list[Item], Future[list[Answer]]]] = deque()
        while True:
            while len(ahead) < self.jobs * _CHUNKS_AHEAD and (chunk := list(islice(items, _CHUNK))):
                ahead.append((chunk, self._submit(chunk)))
            if not ahead:
                return
            chunk, future = ahead.popleft()
            try:
                answers = future.result()
            except BrokenProcessPool:
                answers = self._one_by_one(chunk)
                ahead = deque((held, self._again(held, lost)) for held, lost in ahead)
            yield from answers

    def stop(self) -> None:
        """Let the processes end; what they have not begun is not done."""
        self.processes.shutdown(wait=False, cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        # "spawn": a fork would take the database's connections and the threads of the parent along.
        context = get_context("spawn")
        return ProcessPoolExecutor(self.jobs, context, initializer=_prepare, initargs=(os.getpid(),))

    def _submit(self, chunk: list[Item]) -> Future[list[Answer]]:
        try:
            return self.processes.submit(_apply, self.function, chunk)
        except BrokenProcessPool as error:
            lost: Future[list[Answer]] = Future()
            lost.set_exception(error)
            return lost

    def _again(self, chunk: list[Item], future: Future[list[Answer]]) -> Future[list[Answer]]:
        is_kept = future.done() and not future.cancelled() and future.exception() is None
        return future if is_kept else self._submit(chunk)

    def _one_by_one(self, chunk: list[Item]) -> list[Answer]:
        """Find the item that kills its process: nothing else runs meanwhile."""
        self._restart()
        answers: list[Answer] = []
        for item in chunk:
            try:
                answers += self._submit([item]).result()
            except BrokenProcessPool:
                self._restart()
                self._require_processes()
                answers.append(self.killed(item))
        return answers

    def _require_processes(self) -> None:
        """Raise LegationError where a process dies without any item: then no item is to blame."""
        try:
            self.processes.submit(os.getpid).result()
        except BrokenProcessPool as error:
            raise LegationError("the processes that read cannot be started here; try --jobs 1") from error

    def _restart(self) -> None:
        self.stop()
        self.processes = self._start()


def _apply(function: Callable[[Item], Answer], chunk: list[Item]) -> list[Answer]:
    return [function(item) for item in chunk]


def _prepare(parent: int) -> None:
    """Leave Ctrl-C to the parent, and end when the parent is gone, however it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_WATCH_S)
    os._exit(1)
