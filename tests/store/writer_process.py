"""A process that writes reports into a record until it is done or killed: URL, first number, how many."""

from __future__ import annotations

import sys

from tests.store import factories as make

from legation.store import open_record

CLAIMS, REJECTIONS = 40, 3


def write(url: str, first: int, number: int) -> None:
    """Add that many reports, each with 40 claims and 3 rejections."""
    with open_record(url) as record:
        print("ready", flush=True)  # noqa: T201  the test waits for this line
        for i in range(first, first + number):
            report = make.long_report(i, 20)
            rejections = [make.rejection(f"rejection {n}") for n in range(REJECTIONS)]
            record.add_reading(report, make.claims(report, CLAIMS), rejections)


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
