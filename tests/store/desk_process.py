"""A process that reads, reviews, judges and takes snapshots until its time is up or it is killed.

URL, first report number, seconds.  It prints ``ready``, and in the end how many rows it was told that it wrote.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.store import factories as make

from legation.documents.reprints import marks_of
from legation.errors import ConflictError
from legation.pipeline import corrected, link_report
from legation.records import Bond, Claim, Coder, Judgement, Kind, Passage, Report, Verdict
from legation.store import Record, open_record

CLAIMS, REJECTIONS = 6, 3
CODES = ("ARM", "GEO", "USA", "KEN", "NOR", "CHL", "VNM", "ALB")
KINDS = (Kind.EVENT, Kind.AGREEMENT, Kind.MEETING, Kind.COMMITMENT, Kind.STATEMENT, Kind.EVENT)
SHARED = 5
"""Every so many reports the writers read, and review, one that the others read too."""
SNAPSHOTS = 50
"""Every so many reports a snapshot is taken."""
BY = "anna"


def pair_of(number: int) -> tuple[str, str]:
    """Return the two parties of a report."""
    return CODES[number % len(CODES)], CODES[(number // len(CODES) + number + 1) % len(CODES)]


def report_of(number: int) -> Report:
    """Return the report of a number: a sentence for each claim."""
    said = (f"Round {number} of the talks on ferries, point {point}, was signed." for point in range(CLAIMS))
    return make.report(" ".join(said), published_on=f"2025-01-{number % 28 + 1:02}", title=f"Ferries {number}")


def claims_of(of: Report, number: int, coder: Coder = make.CODER) -> list[Claim]:
    """Return what a coder says of a report."""
    one, other = pair_of(number)
    return [_claim(of, number, point, one, other, coder) for point in range(CLAIMS)]


def _claim(of: Report, number: int, point: int, one: str, other: str, coder: Coder) -> Claim:
    exact = f"Round {number} of the talks on ferries, point {point}, was signed."
    start = of.text.index(exact)
    return make.claim(
        of,
        actors=(one,),
        recipients=() if one == other else (other,),
        passage=Passage(start=start, end=start + len(exact), exact=exact),
        trigger=start,
        day=of.published_on,
        kind=KINDS[point],
        object={"name": f"ferry accord {number % 50}", "act": "signature", "what": "run ferries", "content": "ferries"},
        coder=coder,
    )


@dataclass
class Desk:
    """A reviewer at a record, who counts the rows of every table that a call says it wrote."""

    record: Record
    seed: int
    wrote: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Choose by a seed of its own."""
        self.chance = random.Random(self.seed)  # noqa: S311  a seed, so that a failure can be repeated

    def read(self, number: int, coder: Coder = make.CODER) -> list[Claim]:
        """Read a report; return its claims."""
        report = report_of(number)
        claims = claims_of(report, number, coder)
        rejections = [make.rejection(f"rejection {each}") for each in range(REJECTIONS)]
        added = self.record.add_reading(report, claims, rejections, marks=marks_of(report))
        self.wrote["reports"] += added.report_is_new
        self.wrote["claims"] += added.claims_added + added.withheld
        self.wrote["rejections"] += REJECTIONS if added.claims_added else 0
        return claims

    def accept(self, claim: Claim) -> None:
        """Accept a claim."""
        self.record.desk.accept(claim.id, by=BY)
        self.wrote["reviews"] += 1

    def reject(self, claim: Claim) -> int:
        """Reject a claim; return the number of the review."""
        review = self.record.desk.reject(claim.id, by=BY, reason="nobody says so")
        self.wrote["reviews"] += 1
        return review.number

    def correct(self, claim: Claim) -> int:
        """Correct a claim; return the number of the review."""
        report = self.record.report(claim.report.id)
        made, changes = corrected(claim, report, {"when": "2024-05-10"}, BY)
        review = self.record.desk.correct(claim.id, made, changes, by=BY, reason="the date is another")
        self.wrote.update(reviews=1, claims=1)
        return review.number

    def undo(self, number: int) -> None:
        """Take a review back that ended one claim of the newest coder, which is said again."""
        self.record.desk.undo(number, by=BY)
        self.wrote.update(reviews=1, claims=1)

    def judge(self, one: Claim, other: Claim) -> None:
        """Judge two claims to be one, assess one of them."""
        left, right = sorted((one.id, other.id))
        told = Judgement(
            bond=Bond.SUBJECT, left=left, right=right, verdict=Verdict.SAME, by=BY, reason="read both", score=None
        )
        self.wrote["judgements"] += self.record.judgements.add([told])
        self.record.desk.assess(one.id, "credibility", self.chance.choice("123456"), by=BY, reason="by its wording")
        self.wrote["assessments"] += 1

    def snap(self, name: str) -> None:
        """Take a snapshot."""
        self.record.desk.take_snapshot(name, by=BY)
        self.wrote["snapshots"] += 1


def _decide(desk: Desk, number: int) -> None:
    claims = desk.read(number)
    desk.accept(claims[0])
    desk.reject(claims[1])
    desk.correct(claims[2])
    desk.judge(claims[3], claims[4])


def _reject_and_relent(desk: Desk, number: int) -> None:
    rejected = desk.reject(desk.read(number)[1])
    desk.read(number, make.NEWER)
    desk.undo(rejected)


def _correct_and_relent(desk: Desk, number: int) -> None:
    claims = desk.read(number)
    desk.judge(claims[0], claims[2])
    desk.wrote["judgements"] += 2  # the judgement follows to the correction, and back
    desk.wrote["assessments"] += 2
    desk.undo(desk.correct(claims[0]))


def _accept_and_read_again(desk: Desk, number: int) -> None:
    desk.accept(desk.read(number)[0])
    desk.read(number, make.NEWER)
    desk.wrote["reviews"] += 1  # the acceptance follows to what the newer coder says


def _link(desk: Desk, number: int) -> None:
    desk.read(number)
    desk.wrote["judgements"] += link_report(desk.record, report_of(number).id)


PLANS: tuple[Callable[[Desk, int], None], ...] = (
    *(_decide, _reject_and_relent, _correct_and_relent, _accept_and_read_again) * 3,
    _link,
)


def contend(desk: Desk, number: int) -> None:
    """Read a report that others read and review too: each claim is rejected by one of them."""
    claims = desk.read(number)
    for claim in desk.chance.sample(claims, len(claims)):
        try:
            desk.reject(claim)
        except ConflictError:
            desk.wrote["conflicts"] += 1


def work(url: str, first: int, seconds: float) -> None:
    """Read and review reports from a number on for some seconds; print what was written."""
    with open_record(url) as record:
        desk = Desk(record, first)
        print("ready", flush=True)  # noqa: T201  the test waits for this line
        until = time.monotonic() + seconds
        done = 0
        while time.monotonic() < until:
            desk.chance.choice(PLANS)(desk, first + done)
            if done % SNAPSHOTS == 0:
                desk.snap(f"s{first}-{done}")
            if done % SHARED == 0:
                contend(desk, -1 - done)
            done += 1
    print(json.dumps(desk.wrote), flush=True)  # noqa: T201


if __name__ == "__main__":
    work(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
