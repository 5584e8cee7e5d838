"""What is read in the benchmark: reports of about 450 words made of sentences of our own, always the same."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from legation.documents import Payload, Source, sources
from legation.documents.source import Held

WORDS = 450
DAY = "2024-06-14"

_SENTENCES = Path(__file__).with_name("sentences.txt")
_PARAGRAPH = 3
_STEP = 17  # no divisor in common with the number of sentences: a report repeats none, and the next starts elsewhere
_STATES = (
    ("Armenia", "Armenian", "Yerevan"),
    ("Peru", "Peruvian", "Lima"),
    ("Kenya", "Kenyan", "Nairobi"),
    ("Finland", "Finnish", "Helsinki"),
    ("Japan", "Japanese", "Tokyo"),
    ("Ethiopia", "Ethiopian", "Addis Ababa"),
    ("Serbia", "Serbian", "Belgrade"),
    ("Turkey", "Turkish", "Ankara"),
    ("Chile", "Chilean", "Santiago"),
    ("Vietnam", "Vietnamese", "Hanoi"),
    ("Morocco", "Moroccan", "Rabat"),
    ("Poland", "Polish", "Warsaw"),
    ("Uzbekistan", "Uzbek", "Tashkent"),
    ("Colombia", "Colombian", "Bogota"),
    ("Indonesia", "Indonesian", "Jakarta"),
    ("Egypt", "Egyptian", "Cairo"),
    ("Ukraine", "Ukrainian", "Kyiv"),
)
_PERSONS = (
    "Daniel Okoro", "Marta Lindholm", "Viktor Saric", "Elena Petrosyan", "Luis Quispe", "Hana Mori", "Omar Benali",
    "Anna Kowalska", "Tran Minh", "Joseph Wanjiru", "Aylin Demir",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def sentences() -> list[str]:
    """Return the sentences with their slots."""
    lines = _SENTENCES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def text(number: int) -> str:
    """Return the text of one report: a title, a dateline, paragraphs of three sentences, WORDS words or a few more."""
    patterns, slots = sentences(), _slots(number)
    told: list[str] = []
    words = 0
    while words < WORDS and len(told) < len(patterns):
        told.append(patterns[(number * 5 + len(told) * _STEP) % len(patterns)].format_map(slots))
        words += len(told[-1].split())
    blocks = [" ".join(told[first : first + _PARAGRAPH]) for first in range(0, len(told), _PARAGRAPH)]
    title = f"{slots['A']} and {slots['B']}: what was agreed, report {number}"
    return f"{title}\n\n{slots['CA'].upper()}, June 14 (Example) - " + "\n\n".join(blocks) + "\n"


def _slots(number: int) -> dict[str, str]:
    slots = {"day": _DAYS[number % len(_DAYS)]}
    for index, (role, person) in enumerate(zip("ABC", "PQR", strict=True)):
        # Strides that differ, so that pairs of states come back late.
        name, adjective, capital = _STATES[(number + index * (4 + number // len(_STATES) % 3)) % len(_STATES)]
        slots |= {role: name, role.lower(): adjective, f"C{role}": capital}
        slots[person] = _PERSONS[(number * 3 + index) % len(_PERSONS)]
    return slots


def generated(reports: int) -> list[Source]:
    """Return the sources of the fixed workload."""
    return [
        Source(name=f"{number}.txt", load=Held(Payload(data=text(number), media="text"))) for number in range(reports)
    ]


def folder(path: Path) -> Iterator[Source]:
    """Yield what can be read in a folder of one's own."""
    for source in sources([str(path)], stdin=io.BytesIO()):
        if isinstance(source, Source):
            yield source
