"""A brief as one HTML page that needs nothing else: no script, no font, no picture; it prints well.

Each line opens its passages; everything that a report says is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from legation.exports.brief_parts import (
    FOOTNOTE,
    as_known,
    cautions_shown,
    day_shown,
    described,
    ids_shown,
    silence,
)
from legation.exports.plain import plain
from legation.records.briefs import Brief, BriefLine, BriefSection, Source, SourceKind

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def _text(value: str) -> str:
    """Return a text as HTML may hold it: escaped, and without characters that turn or steer what is shown."""
    return escape(plain(value))


def brief_to_html(brief: Brief) -> str:
    """Return a brief as an HTML document with its style inside."""
    return "\n".join(_document(brief)) + "\n"


def brief_body(brief: Brief) -> str:
    """Return what stands in the body of the document, for a page that has its own frame; all of it is escaped."""
    return "\n".join(_body(brief))


def _document(brief: Brief) -> Iterator[str]:
    style = (files("legation.exports") / "brief.css").read_text(encoding="utf-8")
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f"<title>{_text(brief.title)}: a brief</title>"
    yield f"<style>\n{style}</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    yield from _body(brief)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _body(brief: Brief) -> Iterator[str]:
    yield f'<header><p class="known">{_text(as_known(brief))}</p><h1>{_text(brief.title)}</h1>'
    yield f'<p class="lead">{_text(brief.lead)}</p></header>'
    if brief.advice:
        yield "<ul>" + "".join(f"<li>{_text(advice)}</li>" for advice in brief.advice) + "</ul>"
    for section in brief.sections:
        yield from _section(brief, section)
    yield "<footer>"
    if quiet := silence(brief.silent):
        yield f"<p>{_text(quiet)}</p>"
    if brief.lines:
        yield f"<p>{_text(FOOTNOTE)}</p>"
    yield "</footer>"


def _section(brief: Brief, section: BriefSection) -> Iterator[str]:
    yield f'<section aria-labelledby="{_text(section.key)}">'
    yield f'<h2 id="{_text(section.key)}">{_text(section.title)}</h2>'
    yield "<ol>"
    for line in section.lines:
        yield from _line(brief, line)
    yield "</ol>"
    if section.omitted:
        yield f'<p class="more">{section.omitted} more in the long brief</p>'
    yield "</section>"


def _line(brief: Brief, line: BriefLine) -> Iterator[str]:
    day = day_shown(line)
    cautions = "; ".join(cautions_shown(brief, line))
    yield f'<li><span class="day">{_text(day)}</span><div>'
    yield f"<details><summary>{_text(line.sentence)}"
    if cautions:
        yield f' <span class="caution">{_text(cautions)}</span>'
    if line.claims:
        yield f' <code title="{_text(", ".join(line.claims))}">{_text(ids_shown(line))}</code>'
    yield "</summary>"
    for source in line.sources:
        yield _source(source)
    yield "</details></div></li>"


def _source(source: Source) -> str:
    quote = f"<p>{_text(source.exact)}</p>"
    if source.kind == SourceKind.PASSAGE:
        quote = f"<blockquote>{quote}</blockquote>"
    is_link = bool(source.url) and str(source.url).startswith(("https://", "http://"))
    link = f' <a href="{_text(str(source.url))}" rel="noreferrer">{_text(str(source.url))}</a>' if is_link else ""
    return f"<figure>{quote}<figcaption>{_text(described(source))}{link}</figcaption></figure>"
