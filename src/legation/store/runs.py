"""Runs and coders: which command, with which coder, put rows into the record."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping

from sqlalchemy import Connection, insert, select, update

from legation.errors import NotFoundError
from legation.records import Coder
from legation.store.insertion import insert_new, now
from legation.store.rows import coder_values
from legation.store.tables import coders, runs


def hold_coder(connection: Connection, coder: Coder) -> str:
    """Return the id of a coder, recorded if it was not."""
    values = coder_values(coder)
    insert_new(connection, coders, values)
    return str(values["id"])


def start_run(connection: Connection, command: str, coder: Coder) -> str:
    """Record that a command begins and return the id of the run."""
    id_ = uuid.uuid4().hex[:16]
    row = {"id": id_, "started": now(), "command": command, "coder": hold_coder(connection, coder)}
    connection.execute(insert(runs).values(row))
    return id_


def finish_run(connection: Connection, run: str, counts: Mapping[str, int]) -> None:
    """Record that a run ended and what it counted.

    Raises NotFoundError where no run of that id is under way.
    """
    ended = update(runs).where(runs.c.id == run, runs.c.finished.is_(None))
    values = {"finished": now(), "counts": json.dumps(dict(counts))}
    if connection.execute(ended.values(values)).rowcount == 0:
        raise NotFoundError(f"no run {run!r} is under way")


def coder_of_run(connection: Connection, run: str) -> Coder:
    """Return the coder of a run.

    Raises NotFoundError where there is no such run.
    """
    fields = (coders.c.name, coders.c.version, coders.c.model, coders.c.ontology)
    row = connection.execute(select(*fields).join(runs).where(runs.c.id == run)).one_or_none()
    if row is None:
        raise NotFoundError(f"no run {run!r} in the record")
    return Coder(name=row.name, version=row.version, model=row.model, ontology=row.ontology)
