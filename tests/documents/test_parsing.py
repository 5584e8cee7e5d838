from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.documents import Payload, Source, parse
from legation.documents.source import Held
from legation.errors import DateError, DocumentError, EmptyTextError, EncodingError, TooLargeError
from legation.records import Report, report_id

Read = Callable[..., Report]


def test_the_text_stays_untouched(read: Read, english: str) -> None:
    text = f"  A headline\r\n\r\n{english}\r\n\tEnd  \n"
    report = read(b"\xef\xbb\xbf" + text.encode())
    assert report.text == text
    assert report.id == report_id(text)
    assert report.title == "A headline"


def test_the_command_wins_over_metadata_and_metadata_over_the_dateline(read: Read, english: str) -> None:
    text = f"YEREVAN, 3 March 2023 (Reuters) - {english}"
    assert read(text).published_on == "2023-03-03"
    stated = read(text, date="2023-03-05", publisher="B", title="T", url="https://a.example/")
    assert (stated.published_on, stated.published_basis, stated.publisher) == ("2023-03-05", "explicit", "B")
    assert (stated.title, stated.url) == ("T", "https://a.example/")


def test_a_dateline_with_a_year_dates_the_report(read: Read, english: str) -> None:
    report = read(f"TBILISI, March 16, 2023\n\n{english}")
    assert (report.published_on, report.published_basis) == ("2023-03-16", "dateline")
    assert report.published_reason == "dateline 'TBILISI, March 16, 2023'"


def test_a_dateline_without_a_year_is_kept_as_a_reason(read: Read, english: str) -> None:
    report = read(f"YEREVAN, Jan 15 (Reuters) - {english}")
    assert (report.published_on, report.published_basis) == (None, "unknown")
    assert report.published_reason == (
        "dateline 'YEREVAN, Jan 15 (Reuters)' without a year: the year is not stated"
    )


def test_nothing_known_is_said_to_be_unknown(read: Read, english: str) -> None:
    report = read(english)
    assert (report.published_on, report.published_basis, report.published_reason) == (None, "unknown", None)
    assert (report.title, report.publisher, report.url, report.language) == (None, None, None, "en")


def test_markdown_stays_raw(read: Read, english: str) -> None:
    text = f"# **A crossing** agreed\n\n{english}\n"
    report = read(text, "markdown")
    assert (report.text, report.title) == (text, "A crossing agreed")


def test_html_is_noticed_in_what_claims_to_be_text(read: Read, english: str) -> None:
    assert read(f"<!DOCTYPE html>\n<html><body><p>{english}</p></body></html>".encode()).text == english


def test_a_date_of_the_command_that_is_none(read: Read, english: str) -> None:
    with pytest.raises(DateError, match="2025-02-30"):
        read(english, date="2025-02-30")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_an_empty_text(data: bytes, read: Read) -> None:
    with pytest.raises(EmptyTextError, match=r"^here\.txt: is empty$"):
        read(data)


@pytest.mark.parametrize("text", ["12 - 14 !!", "Title: A header\nDate: 2025-01-14\n\n"])
def test_a_text_without_words(text: str, read: Read) -> None:
    with pytest.raises(EmptyTextError, match="has no words to read"):
        read(text)


def test_a_text_over_the_limit_of_characters(read: Read) -> None:
    with pytest.raises(
        TooLargeError, match=r"^here\.txt: has 2,000,001 characters; one report may have 2,000,000$"
    ):
        read("a" * 2_000_001)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, outcomes: Callable[..., list[str]]) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    assert outcomes(path) == [f"{path}: has 50,000,001 bytes or more; one report may have 50,000,000"]


def test_each_bad_file_of_a_folder_gets_one_line_and_the_others_are_read(
    tmp_path: Path, outcomes: Callable[..., list[str]], english: str
) -> None:
    (tmp_path / "1-good.txt").write_text(english)
    (tmp_path / "2-empty.txt").touch()
    (tmp_path / "3-binary.txt").write_bytes(b"\x7fELF\x02\x00\x00")
    (tmp_path / "4-no-text.html").write_text("<html><head><title>Shell</title></head><body></body></html>")
    (tmp_path / "5-half.html").write_text(f"<html><body><article><p>{english}</p><p>And th")
    (tmp_path / "6-date.txt").write_text(f"Title: x\nDate: 2025-13-01\n\n{english}")
    (tmp_path / "7-armenian.txt").write_text("Հայաստանի վարչապետը հանդիպել է Ֆրանսիայի նախագահին այսօր")
    (tmp_path / "8-good.txt").write_text(english)
    assert outcomes(tmp_path) == [
        f"read {tmp_path}/1-good.txt",
        f"{tmp_path}/2-empty.txt: is empty",
        f"{tmp_path}/3-binary.txt: is binary, not text (a NUL at byte 6)",
        f"{tmp_path}/4-no-text.html: the HTML page has no text",
        f"read {tmp_path}/5-half.html",
        f"{tmp_path}/6-date.txt:2: 'Date': no calendar has the day '2025-13-01': month must be in 1..12",
        f"{tmp_path}/7-armenian.txt: reads as Armenian (hy); only English can be read yet",
        f"read {tmp_path}/8-good.txt",
    ]


CONTENT = st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
PIECES = st.sampled_from(
    [
        "<html>",
        "<body>",
        "<p>",
        "</p>",
        "<time datetime='",
        "'>",
        "<meta charset=",
        "---\n",
        "Date: ",
        "2024-01-0",
        *(
            "YEREVAN, Jan 15",
            " 2023",
            " (",
            ") - ",
            "\r\n",
            "# ",
            "\ufeff",
            "é",
            "\x0c",
            "a word of the text. ",
        ),
        "<script type='application/ld+json'>",
        '{"@type": ["Article"], "publisher": [',
        "<![CDATA[",
        "&#0;",
        "<base href='[",
    ]
)


def outcome(data: bytes | str, media: str, charset: str | None = None) -> Report | DocumentError:
    payload = Payload(data=data, media=media, charset=charset, url="https://a.example/x")
    try:
        return parse(Source(name="x", load=Held(payload)))
    except DocumentError as error:
        return error


@given(
    CONTENT,
    st.sampled_from(["text", "markdown", "html"]),
    st.sampled_from([None, "utf-8", "hex", "cp1252", "no"]),
)
def test_arbitrary_bytes_never_raise_anything_but_a_document_error(
    data: bytes, media: str, charset: str | None
) -> None:
    result = outcome(data, media, charset)
    assert isinstance(result, Report) or "\n" not in str(result)


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["text", "markdown", "html"]))
def test_pieces_of_documents_never_raise_anything_but_a_document_error(text: str, media: str) -> None:
    outcome(text.encode(), media)


@given(st.text(max_size=400), st.sampled_from(["text", "markdown"]))
def test_whatever_is_read_is_untouched(text: str, media: str) -> None:
    result = outcome(text, media)
    if isinstance(result, Report):
        assert result.text == text
    elif not any(map(str.isalpha, text)) and text.isprintable():
        assert isinstance(result, EmptyTextError | EncodingError)
