from __future__ import annotations

import pytest

from legation.coding.dates.ahead import ahead
from legation.records import DateExpression, Precision


def _said(text: str, value: str) -> DateExpression:
    return DateExpression(start=0, end=len(text), text=text, value=value, precision=Precision.MONTH)


@pytest.mark.parametrize(
    ("text", "value", "published", "expected"),
    [
        ("the end of June", "2024-06", "2025-02-14", "2025-06"),
        ("15 May", "2024-05-15", "2025-02-14", "2025-05-15"),
        ("June", "2025-06", "2025-02-14", "2025-06"),
        ("June 2024", "2024-06", "2025-02-14", "2024-06"),
        ("last June", "2024-06", "2025-02-14", "2024-06"),
        ("June", "2024-06", None, "2024-06"),
        ("the spring", "2024-SP", "2025-02-14", "2024-SP"),
    ],
)
def test_what_is_to_come_lies_ahead(text: str, value: str, published: str | None, expected: str) -> None:
    assert ahead(_said(text, value), published).value == expected
