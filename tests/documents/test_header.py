from __future__ import annotations

import pytest

from legation.documents.header import Header, read_header
from legation.errors import DocumentError


def test_lines_at_the_top_up_to_a_blank_one() -> None:
    text = (
        "Title: A crossing\nPUBLISHER: The Desk\r\ndate: 14 January 2025\nURL: https://a.example/1\n\nText."
    )
    header = read_header(text, "x")
    assert header == Header(
        title="A crossing",
        publisher="The Desk",
        date="2025-01-14",
        url="https://a.example/1",
        end=text.index("\nText."),
    )


def test_a_fenced_block_whose_other_keys_are_passed_over() -> None:
    text = "---\ntitle: 'A crossing'\ntags: [a]\ndate: 2025-01-14\n---\nText."
    header = read_header(text, "x")
    assert (header.title, header.date, text[header.end :]) == ("A crossing", "2025-01-14", "Text.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text: of a kind\n\nMore",
        "Title: one\nand then a text",
        "Title: one\nTitle: two\n\nText",
        "Date: 2025-01-14 and so on without a blank line",
        "---\ntitle: never closed\n\nText",
        "\nTitle: not at the very top\n\nText",
    ],
)
def test_what_is_no_header(text: str) -> None:
    assert read_header(text, "x") == Header()


def test_a_date_that_is_none_names_its_line() -> None:
    with pytest.raises(DocumentError, match=r"^x:3: 'Date': a date is written YYYY-MM-DD \(got 'soon'\)$"):
        read_header("---\ntitle: a\ndate: soon\n---\n", "x")
