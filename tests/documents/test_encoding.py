from __future__ import annotations

import codecs

import pytest

from legation.documents.encoding import decode, require_characters
from legation.errors import EncodingError

WESTERN = "The président met Mr Müller in Genève – “a good talk”, he said of the accord."


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_utf_8_with_and_without_its_mark(mark: bytes) -> None:
    assert decode(mark + WESTERN.encode(), "x") == WESTERN


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_marked_wide_encodings(encoding: str) -> None:
    assert decode(WESTERN.encode(encoding), "x") == WESTERN


def test_a_mark_that_lies() -> None:
    with pytest.raises(EncodingError, match="x: encoding: marked as UTF-16-LE but broken at byte"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8a", "x")


def test_western_english_is_not_taken_for_central_european() -> None:
    assert decode(WESTERN.encode("cp1252"), "x") == WESTERN


def test_polish_names_in_a_declared_windows_1250() -> None:
    text = "Prime Minister Wałęsa met the mayor of Łódź, Rafał Żółkiewski, and of Częstochowa on Monday."
    assert decode(text.encode("cp1250"), "x", charset="windows-1250") == text


def test_cyrillic_is_established_so_that_the_language_can_be_named() -> None:
    text = "Министр иностранных дел встретился с коллегой. " * 3
    assert decode(text.encode("cp1251"), "x") == text


def test_the_declared_charset_counts_after_strict_utf_8() -> None:
    text = "Kancelář v Brně a příští čtvrtek"
    assert decode(text.encode("iso-8859-2"), "x", charset="iso-8859-2") == text
    assert decode(text.encode("utf-8"), "x", charset="iso-8859-1") == text
    page = f"<meta charset='iso-8859-2'><p>{text}".encode("iso-8859-2")
    assert text in decode(page, "x", html=True)


@pytest.mark.parametrize("charset", ["hex", "unicode_escape", "idna", "no-such-set"])
def test_a_declared_transport_is_no_charset(charset: str) -> None:
    assert decode(b"caf\xe9 of the town", "x", charset=charset) == "café of the town"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\x00rest", r"x: is binary, not text \(a NUL at byte 9\)"),
        (
            b"\x01\x02\x03\x04text that",
            r"x: is binary, not text \(31% control characters, the limit is 10%\)",
        ),
    ],
)
def test_binary_content(data: bytes, message: str) -> None:
    with pytest.raises(EncodingError, match=message):
        decode(data, "x")


def test_bytes_that_are_text_in_no_encoding() -> None:
    with pytest.raises(EncodingError, match="neither UTF-8 nor any other encoding"):
        decode(bytes(range(128, 256)) * 8 + b"\xff\xfe\x81\x8d\x8f\x90\x9d" * 40, "x")


def test_known_characters_are_checked_too() -> None:
    assert require_characters("\ufeffkept", "x") == "\ufeffkept"
    with pytest.raises(EncodingError, match="NUL"):
        require_characters("a\0b", "x")
    with pytest.raises(EncodingError, match="half a surrogate pair at character 2"):
        require_characters("a\udc80", "x")
