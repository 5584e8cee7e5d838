"""Histories for the laws of the record: what coders say of a few reports, and what is done to them step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from hypothesis import strategies as st
from sqlalchemy import Engine, delete, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry
from tests.store import factories as make

from legation.documents.reprints import marks_of
from legation.errors import ConflictError
from legation.pipeline import corrected, known_of, link_all
from legation.records import Action, Bond, Claim, Coder, Judgement, Kind, Passage, Report, Review, Verdict
from legation.store import Added, ClaimQuery, Order, Record
from legation.store.engine import address, connect
from legation.store.insertion import now
from legation.store.tables import metadata

TEXTS = (
    "Armenia and Georgia signed a charter on rivers in Tbilisi. Both sides meet again in spring.",
    "Georgia and Armenia signed the charter on rivers in Tbilisi. A ferry was promised beside it.",
    "Armenia sold grain to Georgia by rail. A buyer in Batumi paid for nine wagons of it at once.",
)
CODERS = (
    make.CODER,
    make.NEWER,
    replace(make.NEWER, version="3"),
    Coder(name="other", version="1", model=None, ontology="1"),
)
SIGHTINGS = (("2025-01-12", "inferred"), ("2025-01-15", "explicit"), (None, "unknown"))
"""How a text may be dated."""
SLOTS = (
    (0, Kind.EVENT, "CONSULT"),
    (4, Kind.EVENT, "CONSULT"),
    (20, Kind.EVENT, "SANCTION"),
    (0, Kind.AGREEMENT, "SUPPORT"),
)
"""Where a claim may hang, by its trigger (six characters long), of which kind and type; the first two overlap."""
REVIEWER = "anna"
_CLEARING = (
    "INSERT INTO passages_text(passages_text) VALUES ('delete-all')",
    "INSERT INTO titles_text(titles_text) VALUES ('delete-all')",
)


class Act(StrEnum):
    """What is done in a step."""

    READ = "read"
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    WRITE = "write"
    ADOPT = "adopt"
    KEEP = "keep"
    UNDO = "undo"
    JUDGE = "judge"
    ASSESS = "assess"
    LINK = "link"


DECISIONS = (Act.ACCEPT, Act.REJECT, Act.CORRECT, Act.WRITE, Act.ADOPT, Act.KEEP)


@dataclass(frozen=True, slots=True)
class Step:
    """An act, and three numbers that choose what it is done to among what there is."""

    act: Act
    one: int
    other: int
    third: int


@dataclass(frozen=True, slots=True)
class World:
    """What each coder says of each report: a number for each of the two, in base four a digit for each slot.

    Where a claim hangs depends on the text alone; one of digit 2 bears the day on which its report was published, one
    of digit 3 bears none.
    """

    sayings: tuple[int, ...]

    @property
    def reports(self) -> int:
        """The number of reports."""
        return len(self.sayings) // len(CODERS)

    def reading(self, report: int, coder: int, sighting: int) -> tuple[Report, list[Claim]]:
        """Return a report as it was dated there, with what a coder says of it."""
        day, basis = SIGHTINGS[sighting % len(SIGHTINGS)]
        seen = make.report(TEXTS[report], published_on=day, published_basis=basis)
        number = self.sayings[report * len(CODERS) + coder]
        digits = [number // 4**slot % 4 for slot in range(len(SLOTS))]
        return seen, [_claim(seen, slot, digit, CODERS[coder]) for slot, digit in enumerate(digits) if digit]


def _claim(of: Report, slot: int, digit: int, coder: Coder) -> Claim:
    trigger, kind, type_ = SLOTS[slot]
    end = of.text.index(".") + 1 if slot % 2 else len(of.text)
    return make.claim(
        of,
        actors=("ARM",) if digit < 3 else ("GEO",),
        recipients=("GEO",) if digit < 3 else ("ARM",),
        passage=Passage(start=0, end=end, exact=of.text[:end]),
        trigger=trigger,
        day=(f"2025-01-{6 + 3 * slot:02}", of.published_on, None)[digit - 1],
        kind=kind,
        event_type=type_,
        coder=coder,
    )


_small = st.integers(min_value=0, max_value=11)
_sayings = st.sampled_from(
    [number for number in range(4 ** len(SLOTS)) if sum(number // 4**slot % 4 > 0 for slot in range(len(SLOTS))) <= 2]
)


def worlds(reports: int = len(TEXTS)) -> st.SearchStrategy[World]:
    """Worlds of so many reports, in which a coder says two things of each at most: a case takes milliseconds."""
    return st.builds(World, st.tuples(*[_sayings] * (reports * len(CODERS))))


def begun(following: st.SearchStrategy[list[Step]]) -> st.SearchStrategy[list[Step]]:
    """Steps that begin with a reading, so that there is something to do the others to."""
    return st.builds(lambda first, rest: [first, *rest], step(Act.READ), following)


def steps(*acts: Act, least: int = 1, most: int = 5) -> st.SearchStrategy[list[Step]]:
    """Lists of steps of some acts (of all if none is given)."""
    return st.lists(step(*acts), min_size=least, max_size=most)


def step(*acts: Act) -> st.SearchStrategy[Step]:
    """Steps of some acts (of all if none is given)."""
    return st.builds(Step, st.sampled_from(acts or tuple(Act)), _small, _small, _small)


class Office:
    """A record at work: reports of a world are read into it, and its claims reviewed and judged."""

    def __init__(self, record: Record, world: World) -> None:
        self.record = record
        self.world = world

    def read(self, step: Step) -> Added:
        """Read a report with a coder."""
        report, claims = self.said(step)
        marks = marks_of(report)
        return self.record.add_reading(report, claims, [make.rejection()], coder=_coder(step), marks=marks)

    def said(self, step: Step) -> tuple[Report, list[Claim]]:
        """Return the report that a step reads, and what the coder says of it."""
        return self.world.reading(step.one % self.world.reports, step.other % len(CODERS), step.third)

    def do(self, step: Step) -> Review | None:
        """Do a step; return the review that came of it, None where there is nothing to do it to or it is refused."""
        if step.act is Act.READ:
            self.read(step)
        elif step.act is Act.LINK:
            list(link_all(self.record))
        else:
            try:
                return self._decide(step)
            except ConflictError:
                return None
        return None

    def _decide(self, step: Step) -> Review | None:
        if step.act is Act.WRITE:
            return self._write(step)
        if step.act in {Act.ADOPT, Act.KEEP}:
            return self._answer(step)
        if step.act is Act.UNDO:
            held = in_force(self.record)
            return self.record.desk.undo(held[step.one % len(held)].number, by=REVIEWER) if held else None
        claims = current(self.record)
        return self._on(claims[step.one % len(claims)], claims[step.other % len(claims)], step) if claims else None

    def _on(self, claim: Claim, other: Claim, step: Step) -> Review | None:
        desk = self.record.desk
        if step.act is Act.ACCEPT:
            return desk.accept(claim.id, by=REVIEWER)
        if step.act is Act.REJECT:
            return desk.reject(claim.id, by=REVIEWER, reason="nobody says so")
        if step.act is Act.CORRECT:
            return self._correct(claim, f"2024-05-{step.third + 10}")
        if step.act is Act.ASSESS:
            desk.assess(claim.id, "credibility", str(step.third % 6 + 1), by=REVIEWER, reason="by its wording")
        elif claim.id != other.id:
            verdict = (Verdict.SAME, Verdict.DIFFERENT)[step.third % 2]
            self.record.judgements.add([judged(claim, other, verdict)])
        return None

    def _correct(self, claim: Claim, day: str) -> Review | None:
        if claim.when.start == day:
            return None
        made, changes = corrected(claim, self.record.report(claim.report.id), {"when": day}, REVIEWER)
        return self.record.desk.correct(claim.id, made, changes, by=REVIEWER, reason="the date is another")

    def _write(self, step: Step) -> Review | None:
        reports = sorted(report.id for report in self.record.reports())
        if not reports:
            return None
        of = self.record.report(reports[step.one % len(reports)])
        return self.record.desk.write(_claim(of, step.other % len(SLOTS), 1, make.REVIEWER), by=REVIEWER)

    def _answer(self, step: Step) -> Review | None:
        changes = self.record.desk.changes()
        if not changes:
            return None
        change = changes[step.one % len(changes)]
        answer = self.record.desk.adopt if step.act is Act.ADOPT else self.record.desk.keep
        return answer(change.review.number, change.offered.id, by=REVIEWER)


def _coder(step: Step) -> Coder:
    return CODERS[step.other % len(CODERS)]


def judged(one: Claim, other: Claim, verdict: Verdict) -> Judgement:
    """Return what the reviewer judges of two claims."""
    left, right = sorted((one.id, other.id))
    return Judgement(bond=Bond.TELLING, left=left, right=right, verdict=verdict, by=REVIEWER, reason="read both")


# -- what a record holds -------------------------------------------------------------------------------


def current(record: Record) -> list[Claim]:
    """Return the current claims, always in the same order."""
    return sorted(record.claims(ClaimQuery(order=Order.RECORDED)), key=lambda claim: claim.id)


def said(claims: Sequence[Claim]) -> list[Claim]:
    """Return claims without how their reports were published, which follows the firmest sighting."""
    return [replace(claim, report=Report(id=claim.report.id, text="")) for claim in claims]


def content(claim: Claim) -> str:
    """Return what a claim says, whoever says it and on whichever words."""
    return repr((claim.kind, claim.event, claim.actors, claim.recipients, claim.object, claim.modality, claim.when))


def in_force(record: Record) -> list[Review]:
    """Return the decisions that nobody has taken back, the first made first."""
    found = record.desk.reviews()
    return [each for each in reversed(found) if each.undone_at is None and each.action is not Action.UNDO]


def state(record: Record) -> dict[str, object]:
    """Return what a record says and who decided what: equal before and after what changes nothing."""
    return {
        "digest": record.desk.digest(now()),
        "claims": said(current(record)),
        "decided": sorted((each.action, each.claim, each.result or "") for each in in_force(record)),
        "waiting": sorted(each.claim.id for each in record.desk.waiting(limit=1000)),
    }


def seen(record: Record, at: str) -> dict[str, object]:
    """Return what a record shows of a moment; how its reports were published aside."""
    claims = record.claims(ClaimQuery(recorded_by=at, order=Order.RECORDED))
    known = known_of(record, claims, at)
    return {
        "digest": record.desk.digest(at),
        "claims": said(claims),
        "groups": known.links.groups([claim.id for claim in claims]) if known.links else [],
        "assessments": sorted(known.assessments, key=repr),
        "reviewed": {claim: review.number for claim, review in known.reviewed.items()},
    }


# -- one record for all cases --------------------------------------------------------------------------


class Quick:
    """A record in a file that is never synced and that every case empties: thousands of cases in minutes."""

    def __init__(self, path: Path) -> None:
        self._engine: Engine = connect(address(str(path)))
        event.listen(self._engine, "connect", _unsynced)
        self._record = Record(self._engine, str(path))

    def emptied(self) -> Record:
        """Return the record with nothing in it."""
        with self._engine.begin() as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(delete(table))
            for statement in _CLEARING:
                connection.exec_driver_sql(statement)
        return self._record

    @classmethod
    @contextmanager
    def opened(cls, path: Path) -> Iterator[Quick]:
        """Open the record of a file that has the schema, and close it in the end."""
        quick = cls(path)
        yield quick
        quick._record.close()


def _unsynced(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.close()
