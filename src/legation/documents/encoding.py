"""From bytes to characters: strict UTF-8 first, then what the document declares, then a careful guess."""

from __future__ import annotations

import codecs
import re

from legation.errors import EncodingError

# The longer marks come first: the UTF-32 mark begins with that of UTF-16.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_MOST_CONTROLS = 0.1
# Python's names also hold transports such as "hex" and "unicode_escape", which are no character sets.
_CHARACTER_SET = re.compile(
    r"(?:utf-?8|iso-?8859|latin|windows-|cp\d|koi8|mac|gb|big5|euc|shift|us-ascii)", re.IGNORECASE
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,40})", re.IGNORECASE)
# What Western text has beyond ASCII in Windows-1252: typographic marks and letters, not ³ ¹ ¿ ±.
_WESTERN = re.compile(r"[\x00-\x7f‘’‚“”„–—…•™€£§©®°«»·´¡¿\xa0\xadÀ-ÖØ-öø-ÿŒœŠšŽžŸ]*")
_SAMPLE_BYTES = 100_000


def decode(data: bytes, name: str, *, charset: str | None = None, html: bool = False) -> str:
    """Return the characters that bytes stand for, without a byte order mark.

    ``charset`` is what a server declared; with ``html`` the page's own declaration counts too.  Raises
    EncodingError for binary content and for bytes that are text in no encoding that can be established.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, name)
    require_no_binary(data, name)
    for declared in ("utf-8", charset, _declared(data) if html else None):
        text = _attempt(data, declared)
        if text is not None:
            return text
    return _guess(data, name)


def _decode_marked(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"encoding: marked as {encoding.upper()} but broken at byte {error.start + 1}", place=name
        ) from error
    require_no_binary(text.encode("utf-8"), name)
    return text


def require_characters(text: str, name: str) -> str:
    """Return a text that came as characters; raise EncodingError where it is binary or half a surrogate."""
    try:
        require_no_binary(text.encode("utf-8"), name)
    except UnicodeEncodeError as error:
        raise EncodingError(
            f"encoding: half a surrogate pair at character {error.start + 1}", place=name
        ) from error
    return text


def require_no_binary(data: bytes, name: str) -> None:
    """Raise EncodingError where bytes hold a NUL or more than a tenth of control characters."""
    if b"\0" in data:
        raise EncodingError(f"is binary, not text (a NUL at byte {data.index(0) + 1})", place=name)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(data):
        share = controls / len(data)
        raise EncodingError(
            f"is binary, not text ({share:.0%} control characters, the limit is 10%)", place=name
        )


def _declared(data: bytes) -> str | None:
    match = _META_CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else None


def _attempt(data: bytes, encoding: str | None) -> str | None:
    if encoding is None or not _CHARACTER_SET.match(encoding):
        return None
    # The web reads these three as Windows-1252 (WHATWG Encoding Standard, section 4.2).
    western = encoding.lower() in {"iso-8859-1", "latin1", "latin-1", "us-ascii"}
    try:
        return data.decode("cp1252" if western else encoding)
    except (LookupError, UnicodeError):
        return None


def _guess(data: bytes, name: str) -> str:
    # charset-normalizer takes English with a few Western accents for Windows-1250.
    mostly_ascii = len(data.translate(None, bytes(range(128)))) < 0.1 * len(data)
    text = _attempt(data, "cp1252") if mostly_ascii else None
    if text is not None and _WESTERN.fullmatch(text):
        return text
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, seldom needed

    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    text = _attempt_known(data, best.encoding) if best else None
    if text is None:
        raise EncodingError(
            "encoding: neither UTF-8 nor any other encoding that can be established", place=name
        )
    return text


def _attempt_known(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
        text.encode("utf-8")
    except (LookupError, UnicodeError):
        return None
    return text
