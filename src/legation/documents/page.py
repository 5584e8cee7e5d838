"""The main text of an HTML page, without its navigation, banners and footers."""

from __future__ import annotations

import logging
import re
from typing import Any, TypeAlias

from legation.errors import EmptyTextError, TooLargeError

Tree: TypeAlias = Any  # an lxml element; lxml carries no types

MAX_MARKUP = 10_000_000
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_DOCUMENT = re.compile(r"<(?:html|head|body)\b", re.IGNORECASE)
_BANNERS = (
    "//*[self::div or self::section or self::aside][contains(@class, 'cookie-') or contains(@id, 'cookie-')"
    " or contains(@class, 'consent-banner') or contains(@id, 'consent-banner')]"
)
_FURNITURE = "//nav | //header | //footer | //aside | //noscript | //form | //button"
_SENTENCE = re.compile(r"\w[.!?][\"'”’)]*\s*$", re.MULTILINE)


def page_tree(markup: str, name: str) -> Tree:
    """Return the parsed page, which may be half a page or a fragment.

    Raises TooLargeError over ten million characters of markup and EmptyTextError for what is no HTML.
    """
    if len(markup) > MAX_MARKUP:
        raise TooLargeError(
            f"has {len(markup):,} characters of HTML; a page may have {MAX_MARKUP:,}", place=name
        )
    import trafilatura  # noqa: PLC0415 - only for HTML: slow to import

    # Trafilatura reports refused pages to the log as well; the one line that names them is ours.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    bare = _XML_DECLARATION.sub("", markup, count=1)
    # The library refuses fragments, and pages whose first fifty characters do not say that they are HTML.
    whole = bare if _DOCUMENT.search(bare) else f"<body>{bare}</body>"
    try:
        tree = trafilatura.load_html(f"<!DOCTYPE html><html>{whole}")
    except Exception as error:  # whatever a parser raises on bytes that are no page
        raise EmptyTextError(f"cannot be read as HTML: {type(error).__name__}", place=name) from error
    if tree is None:
        raise EmptyTextError("the page holds no HTML", place=name)
    return tree


def page_text(tree: Tree, name: str) -> str:
    """Return the main text of a page, a line a paragraph.

    Raises EmptyTextError for a page without one, such as a list of links or a shell for scripts.
    """
    text = _extract(tree, name, precise=True)
    if not text:
        # Pages without paragraphs (text in <div>, lines broken by <br>) fall through the precise mode.
        loose = _extract(tree, name, precise=False)
        text = loose if _SENTENCE.search(loose) else ""
    if not text:
        raise EmptyTextError("the HTML page has no text", place=name)
    return text


def _extract(tree: Tree, name: str, *, precise: bool) -> str:
    import trafilatura  # noqa: PLC0415 - only for HTML: slow to import

    try:
        document = trafilatura.bare_extraction(
            tree,
            fast=True,
            favor_precision=precise,
            include_comments=False,
            prune_xpath=[_BANNERS] if precise else [_BANNERS, _FURNITURE],
        )
    except Exception as error:  # whatever an extractor raises on a malformed tree
        raise EmptyTextError(f"cannot be read as HTML: {type(error).__name__}", place=name) from error
    return str(getattr(document, "text", None) or "")
