"""A process that asks a record for briefs, standings, claims and words while others write: URL, seed, seconds.

It prints ``ready``, and in the end how often it asked for what; whatever is wrong with an answer ends it.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable

from tests.store.desk_process import CODES, KINDS

from legation.pipeline import brief_of, standings
from legation.records import Claim
from legation.store import ClaimQuery, Order, Record, open_record

_AS_OF = "2025-02-01"


def _verbatim(record: Record, claims: list[Claim]) -> None:
    texts = record.texts(claim.report.id for claim in claims)
    for claim in claims:
        assert texts[claim.report.id][claim.passage.start : claim.passage.end] == claim.passage.exact
    assert len({claim.id for claim in claims}) == len(claims)


def brief(record: Record, chance: random.Random) -> None:
    """Ask for a brief on two parties; its passages are held against the reports as it is made."""
    brief_of(record, _two(chance), _AS_OF)


def query(record: Record, chance: random.Random) -> None:
    """Ask for claims, on a day and at random."""
    kind, day = chance.choice(KINDS), f"2025-01-{chance.randint(1, 28):02}"
    asked = ClaimQuery(parties=_two(chance), kinds=(kind,), as_of=day, order=Order.LATEST, limit=50)
    found = record.claims(asked)
    assert all(claim.kind is kind and (claim.report.published_on or "") <= day for claim in found)
    _verbatim(record, found)


def search(record: Record, chance: random.Random) -> None:
    """Ask for words that every report has, and for a number that few have."""
    for words in ("talks ferries", f"round {chance.randint(0, 400)}"):
        found = record.search(words, limit=20)
        assert all(hit.marks for hit in found)
        _verbatim(record, [hit.claim for hit in found])


def standing(record: Record, chance: random.Random) -> None:
    """Ask where things stand between two parties, by a kind."""
    standings(record, _two(chance), _AS_OF, kinds=(chance.choice(KINDS[1:4]),))


def snapshot(record: Record, chance: random.Random) -> None:
    """Hold a snapshot against the record, while others write."""
    if taken := record.desk.snapshots():
        one = chance.choice(taken[:20])
        assert record.desk.digest(one.recorded_at) == one.digest, one.name


QUESTIONS: tuple[Callable[[Record, random.Random], None], ...] = (brief, query, search, standing, snapshot)


def _two(chance: random.Random) -> tuple[str, str]:
    one, other = chance.sample(CODES, 2)
    return one, other


def ask(url: str, seed: int, seconds: float) -> None:
    """Ask for some seconds; print how often."""
    asked: Counter[str] = Counter()
    chance = random.Random(seed)  # noqa: S311  a seed, so that a failure can be repeated
    with open_record(url) as record:
        print("ready", flush=True)  # noqa: T201  the test waits for this line
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            question = chance.choice(QUESTIONS)
            question(record, chance)
            asked[question.__name__] += 1
    print(json.dumps(asked), flush=True)  # noqa: T201


if __name__ == "__main__":
    ask(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
