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
from legation.records.briefs import Brief, BriefLine, BriefSection, Source, SourceKind

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


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
    yield f"<title>{escape(brief.title)}: a brief</title>"
    yield f"<style>\n{style}</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    yield from _body(brief)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _body(brief: Brief) -> Iterator[str]:
    yield f'<header><p class="known">{escape(as_known(brief))}</p><h1>{escape(brief.title)}</h1>'
    yield f'<p class="lead">{escape(brief.lead)}</p></header>'
    if brief.advice:
        yield "<ul>" + "".join(f"<li>{escape(advice)}</li>" for advice in brief.advice) + "</ul>"
    for section in brief.sections:
        yield from _section(brief, section)
    yield "<footer>"
    if quiet := silence(brief.silent):
        yield f"<p>{escape(quiet)}</p>"
    if brief.lines:
        yield f"<p>{escape(FOOTNOTE)}</p>"
    yield "</footer>"


def _section(brief: Brief, section: BriefSection) -> Iterator[str]:
    yield f'<section aria-labelledby="{escape(section.key)}">'
    yield f'<h2 id="{escape(section.key)}">{escape(section.title)}</h2>'
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
    yield f'<li><span class="day">{escape(day)}</span><div>'
    yield f"<details><summary>{escape(line.sentence)}"
    if cautions:
        yield f' <span class="caution">{escape(cautions)}</span>'
    if line.claims:
        yield f' <code title="{escape(", ".join(line.claims))}">{escape(ids_shown(line))}</code>'
    yield "</summary>"
    for source in line.sources:
        yield _source(source)
    yield "</details></div></li>"


def _source(source: Source) -> str:
    quote = f"<p>{escape(source.exact)}</p>"
    if source.kind == SourceKind.PASSAGE:
        quote = f"<blockquote>{quote}</blockquote>"
    is_link = bool(source.url) and str(source.url).startswith(("https://", "http://"))
    link = f' <a href="{escape(str(source.url))}" rel="noreferrer">{escape(str(source.url))}</a>' if is_link else ""
    return f"<figure>{quote}<figcaption>{escape(described(source))}{link}</figcaption></figure>"
