from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest

from legation.documents import Source, Unread
from legation.documents.jsonl import json_lines
from legation.errors import DocumentError, EmptyTextError, EncodingError, TooLargeError


def lines_of(*lines: str | bytes) -> list[Source | Unread]:
    data = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(json_lines(io.BytesIO(data), "x.jsonl"))


def test_a_line_gives_text_and_metadata(english: str) -> None:
    line = {
        "id": "a-1",
        "text": english,
        "date": "2025-01-14T09:00:00Z",
        "title": "A crossing",
        "publisher": "The Desk",
        "url": "https://a.example/1",
        "unknown": [1],
    }
    [source] = lines_of(json.dumps(line))
    assert isinstance(source, Source)
    assert source.name == "x.jsonl:1"
    assert source.load().data == english
    metadata = source.metadata
    assert (metadata.id, metadata.date, metadata.title) == ("a-1", "2025-01-14", "A crossing")
    assert (metadata.publisher, metadata.url) == ("The Desk", "https://a.example/1")


def test_null_means_not_stated_and_a_number_may_be_an_id() -> None:
    [source] = lines_of('{"id": 7, "text": "x", "date": null, "title": null}')
    assert isinstance(source, Source)
    assert (source.metadata.id, source.metadata.date) == (7, None)


@pytest.mark.parametrize(
    ("line", "kind", "message"),
    [
        ('{"text": "x"', DocumentError, "broken JSON: Expecting ',' delimiter (column 13)"),
        ("[1, 2]", DocumentError, "a line must hold a JSON object (got [1, 2])"),
        ('{"title": "x"}', EmptyTextError, "the line has no 'text'"),
        ('{"text": ["x"]}', DocumentError, "'text' must be a string (got ['x'])"),
        ('{"text": "x", "title": 5}', DocumentError, "'title' must be a string (got 5)"),
        ('{"text": "x", "id": true}', DocumentError, "'id' must be a string or a whole number (got True)"),
        ('{"text": "x", "date": 20250114}', DocumentError, "'date' must be a string (got 20250114)"),
        ('{"text": "x", "date": "soon"}', DocumentError, "'date': a date is written YYYY-MM-DD (got 'soon')"),
        (
            '{"text": "x", "date": "2025-02-30"}',
            DocumentError,
            "'date': no calendar has the day '2025-02-30': day is out of range for month",
        ),
        (b'{"text": "\xff"}', EncodingError, "the line is not UTF-8 (byte 11)"),
        ('{"text": ' + "[" * 100_000, DocumentError, "broken JSON: a number too long or brackets too deep"),
        (
            '{"text": ' + "9" * 5000 + "}",
            DocumentError,
            "broken JSON: a number too long or brackets too deep",
        ),
    ],
)
def test_a_bad_line_is_named_with_its_rule_and_the_others_go_on(
    line: str | bytes, kind: type[DocumentError], message: str
) -> None:
    before, bad, after = lines_of('{"text": "x"}', line, '{"text": "y"}')
    assert isinstance(before, Source)
    assert isinstance(after, Source)
    assert after.name == "x.jsonl:3"
    assert isinstance(bad, Unread)
    assert type(bad.error) is kind
    assert (bad.name, str(bad.error)) == ("x.jsonl:2", f"x.jsonl:2: {message}")


def test_blank_lines_and_a_byte_order_mark_are_passed_over() -> None:
    items = lines_of(b'\xef\xbb\xbf{"text": "x"}', "", "   ", '{"text": "y"}\r')
    assert [item.name for item in items] == ["x.jsonl:1", "x.jsonl:4"]
    assert all(isinstance(item, Source) for item in items)


def test_a_line_beyond_the_limit_is_refused_and_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legation.documents.jsonl.MAX_BYTES", 50)
    long, after = lines_of('{"text": "' + "x" * 5000 + '"}', '{"text": "y"}')
    assert isinstance(long, Unread)
    assert isinstance(long.error, TooLargeError)
    assert str(long.error) == "x.jsonl:1: the line has more than 50 bytes, the limit of one report"
    assert (type(after), after.name) == (Source, "x.jsonl:2")


def test_half_a_surrogate_is_no_text(outcomes: Callable[..., list[str]]) -> None:
    assert outcomes("-", stdin=b'{"text": "bad \\ud800 half"}') == [
        "stdin:1: encoding: half a surrogate pair at character 5"
    ]
