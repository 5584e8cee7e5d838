"""What the tests of the desk share: one report, claims on it by coders of three ages, deeds of reviewers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeAlias

from sqlalchemy import Connection, select
from tests.store import factories as make

from legation.records import Action, Bond, Claim, Coder, Judgement, Review, Verdict, When, claim_id
from legation.store import Added, Record
from legation.store.engine import address, connect, writing
from legation.store.tables import reports

NEWEST = Coder(name="legation", version="3", model="reader", ontology="1")
REPORT = make.report("Armenia and Georgia signed a treaty on transit. Iran and Iraq met in Basra on the same day.")
CHANGES = {"when": ("2025-01-14", "2025-01-10")}

Deed: TypeAlias = Callable[[Record, Claim, str], Review]


def one(*, trigger: int = 20, **fields: Any) -> Claim:
    """Return a claim on the report, on the words that begin at the trigger."""
    return make.claim(REPORT, trigger=trigger, **fields)


def read(record: Record, *claims: Claim, coder: Coder | None = None) -> Added:
    """Read the report with the coder of the claims."""
    return record.add_reading(REPORT, claims, coder=coder)


def said(record: Record) -> set[str]:
    """Return the ids of the claims that the record says now."""
    return {claim.id for claim in record.claims()}


def corrected(claim: Claim, day: str = "2025-01-10", coder: Coder = make.REVIEWER) -> Claim:
    """Return a claim with another day, by a reviewer: all that one reviewer makes of a claim has one id."""
    spans = [(claim.trigger_start, claim.trigger_end), (claim.passage.start, claim.passage.end)]
    when = When(start=day, end=day, precision=claim.when.precision)
    return replace(claim, id=claim_id(REPORT.id, claim.kind, spans, coder), coder=coder, when=when, confidence=1.0)


def accept(record: Record, claim: Claim, by: str) -> Review:
    """Accept a claim."""
    return record.desk.accept(claim.id, by=by, reason="it says so")


def reject(record: Record, claim: Claim, by: str) -> Review:
    """Reject a claim."""
    return record.desk.reject(claim.id, by=by, reason="nobody signed")


def correct(record: Record, claim: Claim, by: str) -> Review:
    """Correct the day of a claim."""
    return record.desk.correct(claim.id, corrected(claim), CHANGES, by=by, reason="the treaty is older")


DEEDS: dict[Action, Deed] = {Action.ACCEPT: accept, Action.REJECT: reject, Action.CORRECT: correct}


def judgement(left: str, right: str, by: str = "anna", **fields: Any) -> Judgement:
    """Return a judgement that two claims tell one act, unless said otherwise."""
    known = {"bond": Bond.TELLING, "verdict": Verdict.SAME, "reason": "one treaty"}
    return Judgement(left=left, right=right, by=by, **(known | fields))


@contextmanager
def writer(record: Record) -> Iterator[Connection]:
    """Open another writing transaction on the database of a record."""
    engine = connect(address(record.place))
    with writing(engine).begin() as connection:
        yield connection
    engine.dispose()


def at_once(record: Record, *deeds: Callable[[], Review]) -> list[Review | BaseException]:
    """Do several things at once, all of them under way before the first can lock the report."""
    with ThreadPoolExecutor(len(deeds)) as pool:
        with writer(record) as connection:
            connection.execute(select(reports.c.pk).where(reports.c.id == REPORT.id).with_for_update())
            futures = [pool.submit(deed) for deed in deeds]
            time.sleep(0.3)
        return [future.exception() or future.result() for future in futures]
