"""Writing reviews: what a reviewer does to claims, each in the caller's transaction, the report locked."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from legation.errors import ConflictError, NotFoundError, RecordError
from legation.records import LINKER, Action, Claim, Review
from legation.store.carrying import follow, unfollow
from legation.store.claim_rows import Batch, check_passages, insert_claims
from legation.store.decisions import in_force
from legation.store.moments import writing_moment
from legation.store.queries import find_claim, find_report, load
from legation.store.restoring import newest_coders, restorable
from legation.store.review_rows import DECIDING, REVIEWS, review_of
from legation.store.rows import AnyRow, Values
from legation.store.runs import hold_coder
from legation.store.tables import claims, reports, reviews


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Who decides on a claim, and why."""

    by: str
    reason: str


def decide(connection: Connection, claim: str, action: Action, verdict: Verdict) -> Review:
    """Accept or reject the current claim of an id (or its beginning).

    Raises NotFoundError where there is none, ConflictError where somebody has decided meanwhile, RecordError
    where a rejection gives no reason.
    """
    _check(action, verdict)
    row = _locked(connection, claim)
    at = writing_moment(connection)
    pk = _insert(connection, row, action, verdict, {"recorded_at": at})
    if action is Action.REJECT:
        _end(connection, row.pk, pk, at)
    return review(connection, pk)


def correct(
    connection: Connection, claim: str, corrected: Claim, changes: Mapping[str, tuple[str, str]], verdict: Verdict
) -> Review:
    """Put a corrected claim, coded by the reviewer, in the place of a current one; raises as ``decide`` does."""
    _check(Action.CORRECT, verdict)
    row = _locked(connection, claim)
    if connection.scalar(select(reports.c.id).where(reports.c.pk == row.report)) != corrected.report.id:
        raise RecordError(f"claim {row.id}: a correction is of the same report")
    at = writing_moment(connection)
    values: Values = {"recorded_at": at, "result": corrected.id, "changes": json.dumps(dict(changes))}
    pk = _insert(connection, row, Action.CORRECT, verdict, values)
    _end(connection, row.pk, pk, at)
    _say(connection, corrected, at)
    follow(connection, {row.id: corrected.id}, at)
    return review(connection, pk)


def write(connection: Connection, claim: Claim, verdict: Verdict) -> Review:
    """Record a claim that a reviewer puts down by hand on a passage; raises RecordError where it is not verbatim."""
    _check(Action.WRITE, verdict)
    _lock_report(connection, claim.report.id)
    at = writing_moment(connection)
    _say(connection, claim, at)
    row = _locked(connection, claim.id)
    return review(connection, _insert(connection, row, Action.WRITE, verdict, {"recorded_at": at, "result": claim.id}))


def adopt(connection: Connection, decision: int, offered: str, verdict: Verdict) -> Review:
    """Take what a newer coder offers in the place of a decision; raises NotFoundError where it offers nothing."""
    _check(Action.ADOPT, verdict)
    row, found = _offered(connection, decision, offered)
    at = writing_moment(connection)
    _take_back(connection, row, at)
    pk = _insert(connection, found, Action.ADOPT, verdict, {"recorded_at": at, "undoes": row.pk})
    _restore(connection, [found.pk], at)
    follow(connection, {row.result or row.claim: found.id}, at)
    return review(connection, pk)


def keep(connection: Connection, decision: int, offered: str, verdict: Verdict) -> Review:
    """Leave a decision as it is and set aside what a newer coder offers."""
    _check(Action.KEEP, verdict)
    _, found = _offered(connection, decision, offered)
    at = writing_moment(connection)
    return review(connection, _insert(connection, found, Action.KEEP, verdict, {"recorded_at": at}))


def undo(connection: Connection, number: int, verdict: Verdict) -> Review:
    """Take a review back: what it ended is said again, what came of it is not, and what it replaced holds again.

    Raises NotFoundError where there is none, ConflictError where it is taken back already or another
    decision rests on it.
    """
    _check(Action.UNDO, verdict)
    row = _review_locked(connection, number)
    if row.superseded_at is not None or row.action == Action.UNDO:
        raise ConflictError(
            f"review {number}: already taken back" if row.superseded_at else f"review {number}: an undo"
        )
    _refuse_what_rests_on_it(connection, row)
    at = writing_moment(connection)
    found = restorable(connection, row)
    _take_back(connection, row, at)
    restored = _unforbidden(connection, row.report, found)
    _restore(connection, restored, at)
    if row.action == Action.ADOPT:
        decide_again(connection, row, at)
    else:
        _follow_back(connection, row, restored, at)
    values: Values = {name: getattr(row, name) for name in ("claim", "kind", "trigger_start", "trigger_end", "report")}
    values |= {"action": Action.UNDO.value, "undoes": number, "result": row.result}
    values |= {"by": verdict.by, "reason": verdict.reason, "recorded_at": at}
    return review(connection, connection.execute(insert(reviews).values(values).returning(reviews.c.pk)).scalar_one())


def _unforbidden(connection: Connection, report: int, found: Sequence[int]) -> list[int]:
    """Return those of the claims (numbers) that no other decision in force forbids; the others hang on that one now.

    What was said beside another decision before is not forbidden by it: only what has been withheld since may be.
    """
    decisions = [each for each in in_force(connection, report) if each.action in {Action.REJECT, Action.CORRECT}]
    free = []
    for item in load(connection, select(claims.c.pk).where(claims.c.pk.in_(found)).order_by(claims.c.pk)):
        said = select(claims.c.recorded_at != claims.c.superseded_at).where(claims.c.pk == item.pk)
        covering = (each for each in decisions if each.covers(item.claim))
        forbidding = None if connection.scalar(said) else next(covering, None)
        if forbidding is None:
            free.append(item.pk)
        else:
            connection.execute(update(claims).where(claims.c.pk == item.pk).values(review=forbidding.pk))
    return free


def decide_again(connection: Connection, adopted: AnyRow, at: str) -> None:
    """Let the decision hold again that an adoption replaced: as a new row, by the same person."""
    former = connection.execute(select(reviews).where(reviews.c.pk == adopted.undoes)).mappings().one()
    kept = {name: value for name, value in former.items() if name not in {"pk", "recorded_at", "superseded_at"}}
    made = insert(reviews).values(kept | {"recorded_at": at}).returning(reviews.c.pk)
    pk = connection.execute(made).scalar_one()
    current = claims.c.superseded_at.is_(None)
    ended = update(claims).where(claims.c.id == adopted.claim, current)
    connection.execute(ended.values(superseded_at=at, review=pk))
    connection.execute(update(claims).where(claims.c.review == former["pk"]).values(review=pk))
    stood = former["result"] or former["claim"]
    if former["action"] != Action.REJECT:
        # What was adopted may bear the same id (the same words, read otherwise), and what stood may have been rejected
        # before: what comes back is what the adoption ended.
        ended_by_it = (claims.c.recorded_at < adopted.recorded_at, claims.c.superseded_at == adopted.recorded_at)
        last = connection.scalar(select(func.max(claims.c.pk)).where(claims.c.id == stood, *ended_by_it))
        _restore(connection, [] if last is None else [last], at)
    unfollow(connection, adopted.claim, stood, adopted.recorded_at, at)


def _follow_back(connection: Connection, row: AnyRow, restored: Sequence[int], at: str) -> None:
    """Let what people judged of a claim follow to what is said in its place once a review is taken back."""
    ids = list(connection.scalars(select(claims.c.id).where(claims.c.pk.in_(restored)).order_by(claims.c.pk)))
    if ids:
        to = row.claim if row.claim in ids else ids[-1]
        follow(connection, dict.fromkeys({row.claim, row.result} - {None, to}, to), at)


def review(connection: Connection, number: int) -> Review:
    """Return a review by its number."""
    return review_of(connection.execute(select(REVIEWS).where(REVIEWS.c.pk == number)).one())


def _check(action: Action, verdict: Verdict) -> None:
    if not verdict.by.strip() or verdict.by.startswith(LINKER):
        raise RecordError(f"a review needs the name of the reviewer (got {verdict.by!r})")
    if action in {Action.REJECT, Action.CORRECT} and not verdict.reason.strip():
        raise RecordError(f"to {action.value} a claim takes a reason")


def _review_locked(connection: Connection, number: int) -> AnyRow:
    """Return a review as it is once its report is locked; raises NotFoundError where there is none."""
    wanted = select(REVIEWS).where(REVIEWS.c.pk == number)
    row = connection.execute(wanted).one_or_none()
    if row is None:
        raise NotFoundError(f"no review {number} in the record")
    _lock_report(connection, row.report_id)
    return connection.execute(wanted).one()


def _locked(connection: Connection, prefix: str) -> AnyRow:
    """Return the current row of a claim, its report locked; raises where it is gone or accepted already."""
    found = find_claim(connection, prefix)
    _lock_report(connection, found.report.id)
    row = connection.execute(
        select(claims).where(claims.c.id == found.id, claims.c.superseded_at.is_(None))
    ).one_or_none()
    if row is None:
        raise ConflictError(f"claim {found.id}: {_why_not(connection, found.id)}")
    accepted = reviews.c.action.in_([Action.ACCEPT.value, Action.ADOPT.value])
    held = select(reviews.c.pk).where(reviews.c.claim == found.id, accepted, reviews.c.superseded_at.is_(None))
    if connection.scalar(held.limit(1)) is not None:
        raise ConflictError(f"claim {found.id}: {_why_not(connection, found.id)}; undo that first")
    return row


def find_current(connection: Connection, prefix: str) -> Claim:
    """Return the current claim of an id (or its beginning).

    Raises NotFoundError where there is none, ConflictError, which names what stands in its place, where it is no
    longer said.
    """
    found = find_claim(connection, prefix)
    if connection.scalar(select(claims.c.pk).where(claims.c.id == found.id, claims.c.superseded_at.is_(None))) is None:
        raise ConflictError(f"claim {found.id}: {_why_not(connection, found.id)}")
    return found


def _why_not(connection: Connection, claim: str) -> str:
    last = select(REVIEWS).where(REVIEWS.c.claim == claim, REVIEWS.c.superseded_at.is_(None))
    last = last.where(REVIEWS.c.action.in_(DECIDING))
    row = connection.execute(last.order_by(REVIEWS.c.pk.desc()).limit(1)).one_or_none()
    if row is None:
        return "no longer said: another reading has superseded it"
    instead = f"; claim {row.result[:8]} stands in its place" if row.result and row.result != claim else ""
    return f"{row.by} decided to {row.action} it at {row.recorded_at[:19]} (review {row.pk}){instead}"


def _lock_report(connection: Connection, report: str) -> None:
    connection.execute(select(reports.c.pk).where(reports.c.id == report).with_for_update())


def _insert(connection: Connection, claim: AnyRow, action: Action, verdict: Verdict, values: Values) -> int:
    row: Values = {name: getattr(claim, name) for name in ("report", "kind", "trigger_start", "trigger_end")}
    row |= {"claim": claim.id, "action": action.value, "by": verdict.by, "reason": verdict.reason, **values}
    return int(connection.execute(insert(reviews).values(row).returning(reviews.c.pk)).scalar_one())


def _end(connection: Connection, claim: int, by: int, at: str) -> None:
    connection.execute(update(claims).where(claims.c.pk == claim).values(superseded_at=at, review=by))


def _say(connection: Connection, claim: Claim, at: str) -> None:
    """Write a claim that a reviewer codes."""
    report = find_report(connection, claim.report.id)
    check_passages(report, [claim])
    if connection.scalar(select(claims.c.pk).where(claims.c.id == claim.id, claims.c.superseded_at.is_(None))):
        raise ConflictError(f"claim {claim.id}: already said")
    row = connection.execute(select(reports.c.pk, reports.c.published_on).where(reports.c.id == report.id)).one()
    insert_claims(
        connection,
        Batch(
            report=row.pk,
            coder=hold_coder(connection, claim.coder),
            run=None,
            published_on=row.published_on,
            undated=row.published_on or at[:10],
            at=at,
            claims=[claim],
            withheld={},
        ),
    )


def _offered(connection: Connection, decision: int, offered: str) -> tuple[AnyRow, AnyRow]:
    """Return a decision in force, its report locked, and the claim that the newest coder offers in its place."""
    row = _review_locked(connection, decision)
    if row.superseded_at is not None or row.action not in DECIDING:
        raise NotFoundError(f"no review {decision} in force")
    withheld = claims.c.recorded_at == claims.c.superseded_at
    newest = claims.c.coder.in_(newest_coders(connection, row.report))
    wanted = select(claims).where(claims.c.review == decision, claims.c.id == offered, withheld, newest)
    found = connection.execute(wanted.order_by(claims.c.pk.desc()).limit(1)).one_or_none()
    if found is None:
        raise NotFoundError(f"review {decision}: no newer coder offers claim {offered}")
    return row, found


def _take_back(connection: Connection, row: AnyRow, at: str) -> None:
    """End a review and what came of it; an accepted claim that its coder no longer says ends too."""
    connection.execute(update(reviews).where(reviews.c.pk == row.pk).values(superseded_at=at))
    current = claims.c.superseded_at.is_(None)
    if row.result is not None:
        connection.execute(update(claims).where(claims.c.id == row.result, current).values(superseded_at=at))
    elif row.action in {Action.ACCEPT, Action.ADOPT}:
        withheld = claims.c.recorded_at == claims.c.superseded_at
        renewed = (claims.c.review == row.pk) & (claims.c.id == row.claim) & withheld
        is_renewed = connection.scalar(select(claims.c.pk).where(renewed).limit(1)) is not None
        overtaken = claims.c.coder.not_in(newest_coders(connection, row.report))
        stale = claims.c.id == row.claim if is_renewed else (claims.c.id == row.claim) & overtaken
        connection.execute(update(claims).where(stale, current).values(superseded_at=at))


def _restore(connection: Connection, numbers: Sequence[int], at: str) -> None:
    """Say claims again that are superseded: each as a new row, unless its id is current."""
    wanted = select(claims.c.pk).where(claims.c.pk.in_(numbers)).order_by(claims.c.pk)
    for item in load(connection, wanted):
        row = connection.execute(select(claims.c.coder, claims.c.day).where(claims.c.pk == item.pk)).one()
        current = select(claims.c.pk).where(claims.c.id == item.claim.id, claims.c.superseded_at.is_(None))
        if connection.scalar(current) is None:
            batch = Batch(
                report=item.report,
                coder=row.coder,
                run=None,
                published_on=item.claim.report.published_on,
                undated=row.day,
                at=at,
                claims=[item.claim],
                withheld={},
            )
            insert_claims(connection, batch)


def _refuse_what_rests_on_it(connection: Connection, row: AnyRow) -> None:
    if row.result is None:
        return
    later = select(reviews.c.pk).where(
        reviews.c.claim == row.result,
        reviews.c.superseded_at.is_(None),
        reviews.c.pk > row.pk,
        reviews.c.action.in_([Action.REJECT.value, Action.CORRECT.value, Action.ACCEPT.value]),
    )
    if (resting := connection.scalar(later.limit(1))) is not None:
        raise ConflictError(f"review {row.pk}: review {resting} rests on it; undo that one first")
