"""What people do to the record: reviews, assessments, snapshots, and the trail of it all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legation.records import Action, Assessment, AuditEntry, Change, Claim, Judgement, Review, Snapshot
from legation.store import assessments, audit, review_rows, reviews, snapshots
from legation.store.access import Access
from legation.store.queue import Waiting, waiting
from legation.store.reviews import Verdict
from legation.store.snapshots import Difference


class Desk:
    """The desk of the reviewers on a record; every method is one transaction and raises RecordError."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def accept(self, claim: str, *, by: str, reason: str = "") -> Review:
        """Accept a current claim: it stays whatever a newer coder says."""
        return self._access.write(reviews.decide, claim, Action.ACCEPT, Verdict(by=by, reason=reason))

    def reject(self, claim: str, *, by: str, reason: str) -> Review:
        """Reject a current claim: it is no longer said, nor what another coder says in its place."""
        return self._access.write(reviews.decide, claim, Action.REJECT, Verdict(by=by, reason=reason))

    def correct(
        self, claim: str, corrected: Claim, changes: Mapping[str, tuple[str, str]], *, by: str, reason: str
    ) -> Review:
        """Put a corrected claim in the place of a current one."""
        return self._access.write(reviews.correct, claim, corrected, changes, Verdict(by=by, reason=reason))

    def write(self, claim: Claim, *, by: str, reason: str = "") -> Review:
        """Put down a claim by hand."""
        return self._access.write(reviews.write, claim, Verdict(by=by, reason=reason))

    def adopt(self, decision: int, offered: str, *, by: str, reason: str = "") -> Review:
        """Take what a newer coder offers in the place of a decision."""
        return self._access.write(reviews.adopt, decision, offered, Verdict(by=by, reason=reason))

    def keep(self, decision: int, offered: str, *, by: str, reason: str = "") -> Review:
        """Leave a decision as it is and set aside what a newer coder offers."""
        return self._access.write(reviews.keep, decision, offered, Verdict(by=by, reason=reason))

    def undo(self, number: int, *, by: str, reason: str = "") -> Review:
        """Take a review back."""
        return self._access.write(reviews.undo, number, Verdict(by=by, reason=reason))

    def current(self, claim: str) -> Claim:
        """Return the current claim of an id; raises ConflictError, which names what stands in its place."""
        return self._access.read(reviews.find_current, claim)

    def reviews(self, *, claim: str | None = None, report: str | None = None, limit: int | None = None) -> list[Review]:
        """Return reviews, of a claim or report (full ids) if given, the last first."""
        return self._access.read(review_rows.find_reviews, claim=claim, report=report, limit=limit)

    def reviews_on(self, claims: Sequence[str], at: str | None = None) -> list[Review]:
        """Return the decisions that held at a moment (None: now) on claims, or made them."""
        return self._access.read(review_rows.reviews_on, claims, at)

    def changes(self) -> list[Change]:
        """Return what newer coders say otherwise than decisions in force."""
        return self._access.read(review_rows.find_changes)

    def waiting(self, codes: Sequence[str] = (), limit: int = 50, offset: int = 0) -> list[Waiting]:
        """Return claims that nobody has reviewed, what matters most first; of all the codes if given."""
        return self._access.read(waiting, codes, limit, offset)

    def track_record(self, publisher: str) -> tuple[int, int, int]:
        """Return how many claims of a publisher's reports were reviewed, rejected and corrected."""
        return self._access.read(review_rows.track_record, publisher)

    def assess(self, subject: str, field: str, value: str, *, by: str, reason: str) -> Assessment:
        """Set a value by hand: see ``records.reviews.FIELDS``."""
        return self._access.write(assessments.assess, subject, field, value, by=by, reason=reason)

    def follow_up(
        self, subject: str, values: Mapping[str, str], judged: Sequence[Judgement], *, by: str, reason: str
    ) -> None:
        """Set several values on a promise and judge its evidence, all or nothing."""
        self._access.write(assessments.follow_up, subject, values, judged, by=by, reason=reason)

    def assessments(self, subjects: Sequence[str], at: str | None = None) -> list[Assessment]:
        """Return the values that hold for subjects, now or at a moment."""
        return self._access.read(assessments.assessments_of, subjects, at)

    def take_snapshot(self, name: str, *, by: str, note: str = "") -> Snapshot:
        """Name the present state of the record."""
        return self._access.write(snapshots.take, name, by=by, note=note)

    def snapshots(self) -> list[Snapshot]:
        """Return all snapshots."""
        return self._access.read(snapshots.list_snapshots)

    def snapshot(self, name: str) -> Snapshot:
        """Return a snapshot by its name; raises NotFoundError."""
        return self._access.read(snapshots.find_snapshot, name)

    def moment(self, given: str) -> str:
        """Return the moment that a day, a time or a snapshot's name means."""
        return self._access.read(snapshots.moment, given)

    def digest(self, at: str) -> str:
        """Return the digest of what the record held at a moment."""
        return self._access.read(snapshots.digest, at)

    def difference(self, first: str, second: str) -> Difference:
        """Return what changed between two moments."""
        return self._access.read(snapshots.difference, first, second)

    def trail(self, subject: str | None = None, limit: int | None = None) -> list[AuditEntry]:
        """Return what was done to a claim or report (full id), or to the record, the last first."""
        return self._access.read(audit.trail, subject=subject, limit=limit)
