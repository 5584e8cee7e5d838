"""One transaction a call, on one database: what the parts of the record share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine

from legation.store.engine import reported, writing

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Access:
    """Runs functions of a connection, each in a transaction of its own; RecordError where the database fails."""

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self.place = place

    def read(self, function: Callable[Concatenate[Connection, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Run a function that only reads."""
        with reported(self.place), self._engine.connect() as connection:
            return function(connection, *args, **kwargs)

    def write(self, function: Callable[Concatenate[Connection, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Run a function that writes, whole or not at all."""
        with reported(self.place), writing(self._engine).begin() as connection:
            return function(connection, *args, **kwargs)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()
