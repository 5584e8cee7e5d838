"""A brief as JSON: the same lines, cautions, claims and sources, for programs."""

from __future__ import annotations

import json
from typing import Any

from legation.records.briefs import Brief, BriefLine, BriefSection, Source


def brief_to_dict(brief: Brief) -> dict[str, Any]:
    """Return a brief as a JSON object; ``sources`` are numbered from 1 in the lines."""
    return {
        "parties": [{"code": party.code, "name": party.name} for party in (brief.a, brief.b)],
        "as_of": brief.as_of,
        "lead": brief.lead,
        "advice": list(brief.advice),
        "sections": [_section(brief, section) for section in brief.sections],
        "silent": list(brief.silent),
        "sources": [_source(number, source) for number, source in enumerate(brief.sources, 1)],
    }


def brief_to_json(brief: Brief) -> str:
    """Return a brief as indented JSON text with a line end."""
    return json.dumps(brief_to_dict(brief), ensure_ascii=False, indent=2) + "\n"


def _section(brief: Brief, section: BriefSection) -> dict[str, Any]:
    lines = [_line(brief, line) for line in section.lines]
    return {"key": section.key, "title": section.title, "lines": lines, "omitted": section.omitted}


def _line(brief: Brief, line: BriefLine) -> dict[str, Any]:
    return {
        "sentence": line.sentence,
        "day": line.day,
        "inferred": line.inferred,
        "label": line.label,
        "cautions": list(line.cautions),
        "claims": list(line.claims),
        "sources": list(brief.numbers(line)),
    }


def _source(number: int, source: Source) -> dict[str, Any]:
    return {
        "number": number,
        "kind": source.kind.value,
        "exact": source.exact,
        "report": source.report or None,
        "start": source.start if source.report else None,
        "end": source.end if source.report else None,
        "title": source.title,
        "publisher": source.publisher,
        "published_on": source.published_on,
        "url": source.url,
    }
