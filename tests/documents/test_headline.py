from __future__ import annotations

import pytest

from legation.documents.headline import markdown_title, text_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A crossing opens\n\nThe text.", "A crossing opens"),
        ("\n  A crossing opens  \r\n\r\nThe text.", "A crossing opens"),
        ("WORLD IN BRIEF\nThursday, 16 November 2023\n\nText.", "WORLD IN BRIEF"),
        ("TOKYO, March 16, 2023\n\nA visit after twelve years\n\nText.", "A visit after twelve years"),
        ("Will it open?\n\nText.", "Will it open?"),
        ("The border opened on Monday.\n\nText.", None),
        ("“It will open.”\n\nText.", None),
        ("A line\nthat runs on\n\nText", None),
        ("Only one line", None),
        ("Only one line\n\n", None),
        ("x" * 120 + "\n\nText.", None),
        ("", None),
    ],
)
def test_the_first_line_of_a_text(text: str, title: str | None) -> None:
    assert text_title(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Intro.\n\n## The *second* level ##\n\nText.", "The second level"),
        ("A crossing\n==========\n\nText.", "A crossing"),
        ("```\n# a comment\n```\n# The heading", "The heading"),
        ("No heading here\n\nText.", "No heading here"),
        ("#hashtag\ntext", None),
    ],
)
def test_the_first_heading_of_markdown(text: str, title: str | None) -> None:
    assert markdown_title(text) == title
