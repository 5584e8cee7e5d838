"""The audit trail: everything that was done to the record, when and by whom."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, select

from legation.records import AuditEntry
from legation.store.moments import by_hand
from legation.store.queries import find_rejections
from legation.store.tables import assessments, claims, coders, judgements, readings, reports, reviews, runs, snapshots


def trail(connection: Connection, *, subject: str | None, limit: int | None) -> list[AuditEntry]:
    """Return what was done to a claim or report (full id), or to the whole record, the last first."""
    found = [*_reviews(connection, subject), *_judgements(connection, subject), *_assessments(connection, subject)]
    found += _claims(connection, subject) if subject else [*_runs(connection), *_snapshots(connection)]
    found += _readings(connection, subject) if subject else []
    found.sort(key=lambda entry: entry.at, reverse=True)
    return found[:limit]


def _reviews(connection: Connection, subject: str | None) -> Iterator[AuditEntry]:
    wanted = select(reviews, reports.c.id.label("report_id")).join(reports, reviews.c.report == reports.c.pk)
    if subject:
        wanted = wanted.where((reviews.c.claim == subject) | (reviews.c.result == subject) | (reports.c.id == subject))
    for row in connection.execute(wanted):
        what = f"undo of review {row.undoes}" if row.undoes else row.action
        taken_back = f" (taken back {row.superseded_at[:19]})" if row.superseded_at else ""
        yield AuditEntry(
            at=row.recorded_at,
            by=row.by,
            what=f"review {row.pk}: {what}",
            subject=row.claim,
            detail=f"{row.reason}{_what_came_of_it(row.result, row.claim, row.changes)}{taken_back}",
        )


def _what_came_of_it(result: str | None, claim: str, changes: str | None) -> str:
    """Return the claim that a correction put down, and what it changed."""
    became = f" → {result[:8]}" if result and result != claim else ""
    told = json.loads(changes) if changes else {}
    return became + "".join(f"; {name}: {before or '–'} → {after or '–'}" for name, (before, after) in told.items())


def _judgements(connection: Connection, subject: str | None) -> Iterator[AuditEntry]:
    wanted = select(judgements)
    if subject:
        wanted = wanted.where((judgements.c.left == subject) | (judgements.c.right == subject))
        wanted = wanted.where((judgements.c.verdict != "unsure") | by_hand(judgements))
    else:
        wanted = wanted.where(by_hand(judgements))
    for row in connection.execute(wanted):
        taken_back = f" (taken back {row.superseded_at[:19]})" if row.superseded_at else ""
        yield AuditEntry(
            at=row.recorded_at,
            by=row.by,
            what=f"{row.bond}: {row.verdict}",
            subject=f"{row.left} {row.right}",
            detail=f"{row.reason}{taken_back}",
        )


def _assessments(connection: Connection, subject: str | None) -> Iterator[AuditEntry]:
    wanted = select(assessments)
    if subject:
        wanted = wanted.where(assessments.c.subject == subject)
    for row in connection.execute(wanted):
        said = f"{row.field}: {row.value}"
        yield AuditEntry(at=row.recorded_at, by=row.by, what=said, subject=row.subject, detail=row.reason)


def _claims(connection: Connection, subject: str | None) -> Iterator[AuditEntry]:
    columns = (
        claims.c.id,
        claims.c.recorded_at,
        claims.c.superseded_at,
        claims.c.review,
        coders.c.name,
        coders.c.version,
    )
    wanted = select(*columns).join(coders, claims.c.coder == coders.c.id).where(claims.c.id == subject)
    for row in connection.execute(wanted):
        by = f"{row.name} {row.version}"
        if row.recorded_at == row.superseded_at:
            yield AuditEntry(
                at=row.recorded_at, by=by, what="withheld", subject=row.id, detail=f"because of review {row.review}"
            )
            continue
        yield AuditEntry(at=row.recorded_at, by=by, what="said", subject=row.id, detail="")
        if row.superseded_at:
            why = f"because of review {row.review}" if row.review else "superseded"
            yield AuditEntry(at=row.superseded_at, by=by, what="no longer said", subject=row.id, detail=why)


def _readings(connection: Connection, subject: str | None) -> Iterator[AuditEntry]:
    wanted = (
        select(readings.c.recorded_at, coders.c.name, coders.c.version, reports.c.id)
        .join(coders, readings.c.coder == coders.c.id)
        .join(reports, readings.c.report == reports.c.pk)
        .where(reports.c.id == subject)
    )
    for row in connection.execute(wanted):
        yield AuditEntry(at=row.recorded_at, by=f"{row.name} {row.version}", what="reading", subject=row.id, detail="")
    for item in find_rejections(connection, subject, None, None):
        found = item.rejection
        yield AuditEntry(
            at=item.recorded_at,
            by=found.stage,
            what=f"not coded: {found.rule}",
            subject=str(subject),
            detail=found.message,
        )


def _runs(connection: Connection) -> Iterator[AuditEntry]:
    for row in connection.execute(select(runs)):
        yield AuditEntry(
            at=row.started,
            by="legation",
            what="run",
            subject=row.id,
            detail=f"{row.command} {row.counts or '(unfinished)'}",
        )


def _snapshots(connection: Connection) -> Iterator[AuditEntry]:
    for row in connection.execute(select(snapshots)):
        yield AuditEntry(
            at=row.recorded_at,
            by=row.by,
            what="snapshot",
            subject=row.name,
            detail=f"{row.digest[:16]} {row.note}".strip(),
        )
