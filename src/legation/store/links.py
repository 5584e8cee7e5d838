"""Judgements on a record: what tells one act, what goes back to one origin, what bears on a promise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from legation.records import Bond, Claim, Judgement, Report
from legation.records.marks import Credit
from legation.store import candidates, judgements, marks
from legation.store.access import Access
from legation.store.candidates import Reach, Unlinked


class Judgements:
    """The judgements of a record; every method is one transaction and raises RecordError."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def add(self, found: Iterable[Judgement]) -> int:
        """Record judgements; return how many say something new."""
        return self._access.write(judgements.add_judgements, found)

    def withdraw(self, bond: Bond, pair: tuple[str, str], by: str) -> int:
        """Take back what somebody judged of a pair; return how many judgements ended."""
        return self._access.write(judgements.withdraw, bond, pair, by)

    def on(self, ids: Sequence[str], *bonds: Bond, at: str | None = None) -> list[Judgement]:
        """Return the judgements that touch one of the ids, of the bonds if given, now or at a moment."""
        return self._access.read(judgements.judgements_on, ids, bonds, at)

    def unsure(self, limit: int = 50) -> list[Judgement]:
        """Return what a linker is unsure of and nobody has decided."""
        return self._access.read(judgements.unsure, limit)

    def unlinked(self, linker: str, limit: int = 100, report: str | None = None) -> list[Unlinked]:
        """Return readings that a linker (name and version) has not compared with the rest."""
        return self._access.read(candidates.unlinked, linker, limit, report)

    def unlinked_count(self, linker: str) -> int:
        """Return how many readings a linker has not seen."""
        return self._access.read(candidates.unlinked_count, linker)

    def add_linking(self, reading: int, linker: str, found: Sequence[Judgement]) -> int:
        """Record what a linker judged of a reading, and that it has seen it, whole or not at all."""
        return self._access.write(_add_linking, reading, linker, found)

    def near(self, reaches: Sequence[Reach], leave: str) -> list[list[Claim]]:
        """Return, for each reach, claims of other reports within it."""
        return self._access.read(candidates.near, reaches, leave)

    def alike(self, report: str) -> list[Report]:
        """Return reports, with their texts, that share runs of words with a report (full id)."""
        return self._access.read(candidates.alike_reports, report)

    def credits(self, reports: Sequence[str]) -> dict[str, list[Credit]]:
        """Return report id -> the agencies that it credits."""
        return self._access.read(marks.credits_of, reports)


def _add_linking(connection: Connection, reading: int, linker: str, found: Sequence[Judgement]) -> int:
    judgements.overtake(connection, candidates.claims_of(connection, reading), linker, found)
    added = judgements.add_judgements(connection, found)
    candidates.mark_linked(connection, reading, linker)
    return added
