from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.documents import Dateline, dateline

Expected = tuple[str | None, int, int, int | None, str | None]


def fields(found: Dateline | None) -> Expected | None:
    return None if found is None else (found.place, found.month, found.day, found.year, found.agency)


@pytest.mark.parametrize(
    ("text", "passage", "expected"),
    [
        (
            "YEREVAN, Jan 15 (Reuters) - Armenia",
            "YEREVAN, Jan 15 (Reuters)",
            ("YEREVAN", 1, 15, None, "Reuters"),
        ),
        ("MOSCOW, January 15. /TASS/. The", "MOSCOW, January 15. /TASS/", ("MOSCOW", 1, 15, None, "TASS")),
        (
            "YEREVAN, JANUARY 15, ARMENPRESS. The",
            "YEREVAN, JANUARY 15, ARMENPRESS",
            ("YEREVAN", 1, 15, None, "ARMENPRESS"),
        ),
        ("WASHINGTON, Jan. 14, 2025 — With", "WASHINGTON, Jan. 14, 2025", ("WASHINGTON", 1, 14, 2025, None)),
        (
            "WASHINGTON, D.C., Jan. 15 — The",
            "WASHINGTON, D.C., Jan. 15",
            ("WASHINGTON, D.C.", 1, 15, None, None),
        ),
        (
            "BAKU, Azerbaijan, January 15\n",
            "BAKU, Azerbaijan, January 15",
            ("BAKU, Azerbaijan", 1, 15, None, None),
        ),
        (
            "BEIRUT/JERUSALEM, Nov 28 2024 — x",
            "BEIRUT/JERUSALEM, Nov 28 2024",
            ("BEIRUT/JERUSALEM", 11, 28, 2024, None),
        ),
        ("NEW YORK, Sept 3 (Xinhua) -- x", "NEW YORK, Sept 3 (Xinhua)", ("NEW YORK", 9, 3, None, "Xinhua")),
        (
            "WASHINGTON (AFP) Jan 5, 2025 — x",
            "WASHINGTON (AFP) Jan 5, 2025",
            ("WASHINGTON", 1, 5, 2025, "AFP"),
        ),
        (
            "KYIV, Monday, January 13, 2025 -- x",
            "KYIV, Monday, January 13, 2025",
            ("KYIV", 1, 13, 2025, None),
        ),
        ("SÃO PAULO, May 5th (AFP) - x", "SÃO PAULO, May 5th (AFP)", ("SÃO PAULO", 5, 5, None, "AFP")),
        ("Brussels, 3 May 2024\n\nThe", "Brussels, 3 May 2024", ("Brussels", 5, 3, 2024, None)),
        ("**11 May 2024, Almaty/Baku**\n", "11 May 2024, Almaty/Baku", ("Almaty/Baku", 5, 11, 2024, None)),
        ("Thursday, 16 November 2023, 18:00 GMT", "Thursday, 16 November 2023", (None, 11, 16, 2023, None)),
        ("Published: 2025-01-15\n", "2025-01-15", (None, 1, 15, 2025, None)),
        ("OSLO, Feb 29 (NTB) - x", "OSLO, Feb 29 (NTB)", ("OSLO", 2, 29, None, "NTB")),
    ],
)
def test_datelines_as_agencies_and_ministries_write_them(text: str, passage: str, expected: Expected) -> None:
    whole = f"A headline over it\n\nBy our own writer\n{text}"
    found = dateline.find(whole)
    assert fields(found) == expected
    assert found is not None
    assert whole[found.start : found.end] == passage


@pytest.mark.parametrize(
    "text",
    [
        "The United States on January 14 signed an agreement.",
        "In Yerevan, Jan 15 was a holiday.",
        "On Tuesday, January 14 - the day of the vote - they met.",
        "TREATY SIGNED MAY 5",
        "US, IRAN TO MEET, MAY 5",
        "Blinken, January 14 said that",
        "YEREVAN, Feb 30 (Reuters) - no calendar has it",
        "Paris, 10-11 May 2024 – two days",
        "KYIV, Ukraine (AP) — no day",
        "2025-13-45",
        "",
        "\n".join(f"Line {number} of a report." for number in range(12))
        + "\nYEREVAN, Jan 15 (Reuters) - late",
    ],
)
def test_what_only_looks_like_a_dateline(text: str) -> None:
    assert dateline.find(text) is None


@given(st.text(alphabet="YEREVAN ,Jan15.2025()/-*\n", max_size=200))
def test_offsets_always_lie_in_the_text(text: str) -> None:
    found = dateline.find(text)
    if found:
        assert 0 <= found.start < found.end <= len(text)
        assert found.place is None or found.place in text[found.start : found.end]
