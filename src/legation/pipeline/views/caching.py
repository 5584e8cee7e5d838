"""Views that were made already: kept until anything in the record changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from threading import Lock
from typing import Any, TypeVar, cast

from legation.store import Record

_MOST = 400
_T = TypeVar("_T")


class Views:
    """Makes views of one record and keeps the last 400; another version of the record empties it.  Thread-safe."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._version = ""
        self._lock = Lock()

    def version(self) -> str:
        """Return the token of the record's present version."""
        return self.record.version()

    @staticmethod
    def today() -> str:
        """Return the user's own day (ISO 8601)."""
        return date.today().isoformat()  # noqa: DTZ011

    def get(self, make: Callable[..., _T], *args: Hashable, **kwargs: Hashable) -> _T:
        """Return ``make(record, *args, **kwargs)``, made before if nothing was written since."""
        version = self.version()
        key = (make.__module__, make.__qualname__, args, tuple(sorted(kwargs.items())))
        with self._lock:
            if version != self._version:
                self._kept.clear()
                self._version = version
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("_T", self._kept[key])
        made = make(self.record, *args, **kwargs)
        with self._lock:
            if version == self._version:
                self._kept[key] = made
                while len(self._kept) > _MOST:
                    self._kept.popitem(last=False)
        return made
