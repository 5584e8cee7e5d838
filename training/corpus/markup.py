"""From inline markup to exact offsets; what cannot be turned is refused with its place and rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from training.corpus.notes import ClaimNote, Item, LinkNote, Mark, MarkupError, MentionNote
from training.corpus.vocabulary import (
    AREAS,
    CLAIM_FIELDS,
    CONTEXTS,
    FIELD_VALUES,
    KINDS,
    LINK_KINDS,
    MODALITIES,
    MODES,
    ROLES,
    SECTORS,
    TYPES,
    is_country,
)

_OPEN = re.compile(r"\[([a-z][a-z0-9]*)\|")
_DATE = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?|unknown)$")


def read_items(path: Path) -> tuple[list[Item], list[str]]:
    """Return the items of a corpus file and what was refused, one line an error with file, line and rule."""
    items: list[Item] = []
    errors: list[str] = []
    for line, block in _blocks(path):
        try:
            items.append(_item(path.name, line, block))
        except MarkupError as error:
            errors.append(f"{path.name}:{line}: {error}")
    return items, errors


def _blocks(path: Path) -> Iterator[tuple[int, list[str]]]:
    start, block = 0, list[str]()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("## "):
            if block:
                yield start, block
            start, block = number, [line]
        elif block:
            block.append(line)
    if block:
        yield start, block


def _item(file: str, line: int, block: list[str]) -> Item:
    head = _head(block[0][3:])
    if "--" in block:
        cut = block.index("--")
        raw, notes = "\n".join(block[1:cut]).strip(), block[cut + 1 :]
    else:
        body = [t for t in block[1:] if t.strip()]
        raw, notes = (body[0], body[1:]) if body else ("", [])
    text, marks = marked(raw)
    item = Item(head.pop("id"), head, text, marks, file=file, line=line)
    for note in (part.strip() for n in notes for part in n.split(";")):
        if note and not note.startswith("#"):
            _note(item, note)
    _check(item)
    return item


def _head(line: str) -> dict[str, str]:
    parts = [p.strip() for p in line.split("|")]
    head = {"id": parts[0]}
    for part in parts[1:]:
        key, _, value = part.partition("=")
        head[key.strip()] = value.strip()
    if not re.fullmatch(r"[a-z0-9-]+", head["id"]):
        raise MarkupError(f"id “{head['id']}” is not of small letters, digits and hyphens")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", head.get("date", "")):
        raise MarkupError(f"{head['id']}: date=YYYY-MM-DD is missing in the head")
    return head


def marked(raw: str) -> tuple[str, dict[str, Mark]]:
    """Return the text without marks, and the marks with character offsets into it.

    Raises MarkupError for a mark left open, a bracket that opens none, a label used twice.
    """
    out: list[str] = []
    length, at = 0, 0
    open_marks: list[tuple[str, int]] = []
    marks: dict[str, Mark] = {}
    while at < len(raw):
        found = _OPEN.match(raw, at)
        if found:
            open_marks.append((found[1], length))
            at = found.end()
        elif raw[at] == "]" and open_marks:
            label, start = open_marks.pop()
            _keep(marks, label, start, "".join(out))
            at += 1
        elif raw[at] in "[]":
            raise MarkupError(f"a bracket that opens or closes no mark, near “{raw[max(0, at - 20) : at + 20]}”")
        else:
            out.append(raw[at])
            length += 1
            at += 1
    if open_marks:
        raise MarkupError(f"mark “{open_marks[-1][0]}” is never closed")
    return "".join(out), marks


def _keep(marks: dict[str, Mark], label: str, start: int, text: str) -> None:
    if label in marks:
        raise MarkupError(f"label “{label}” is used twice")
    words = text[start:]
    if not words.strip() or words != words.strip():
        raise MarkupError(f"mark “{label}” is empty or has blanks at its edge: “{words}”")
    marks[label] = Mark(label, start, len(text))


def _note(item: Item, note: str) -> None:
    found = re.match(r"([a-z][a-z0-9]*)\s*([=:@])\s*(.*)$", note)
    if not found:
        raise MarkupError(f"{item.id}: “{note}” is no note (LABEL = …, LABEL: …, LABEL @ …)")
    label, sign, rest = found[1], found[2], found[3].split()
    if label not in item.marks:
        raise MarkupError(f"{item.id}: no mark is labelled “{label}”")
    if not rest:
        raise MarkupError(f"{item.id}: “{note}” says nothing")
    if sign == "@":
        item.places[label] = None if rest[0] == "-" else _country(item, rest[0])
    elif sign == "=" and _DATE.fullmatch(rest[0]):
        item.dates[label] = rest[0]
    elif sign == "=":
        item.mentions[label] = _mention(item, label, rest)
    elif rest[0] in LINK_KINDS:
        item.links.append(_link(item, label, rest))
    else:
        item.claims.append(_claim(item, label, rest))


def _country(item: Item, code: str) -> str:
    if not is_country(code):
        raise MarkupError(f"{item.id}: “{code}” is no ISO 3166-1 alpha-3 code, IGO:NAME or -")
    return code


def _mention(item: Item, label: str, rest: list[str]) -> MentionNote:
    code = rest[0]
    sector = rest[1] if len(rest) > 1 else None
    if sector is not None and sector not in SECTORS:
        raise MarkupError(f"{item.id}: “{sector}” is no sector")
    if code == "-":
        return MentionNote(label, None, None, sector)
    if code.startswith("IGO:"):
        return MentionNote(label, "IGO", code[4:], sector or "IGO")
    return MentionNote(label, _country(item, code), None, sector)


def _link(item: Item, label: str, rest: list[str]) -> LinkNote:
    values = _pairs(item, [r for r in rest[1:] if r not in {"hedge", "+st"}], {"by", "of"})
    content = _labels(item, values.get("of", ""))
    if not content:
        raise MarkupError(f"{item.id}: link “{label}” has no content (of=LABEL)")
    kind = rest[0]
    return LinkNote(
        label, kind, _labels(item, values.get("by", "")), content, "hedge" in rest or kind == "hedge", "+st" in rest
    )


def _claim(item: Item, label: str, rest: list[str]) -> ClaimNote:
    kind, rest = rest[0], rest[1:]
    if kind not in KINDS:
        raise MarkupError(f"{item.id}: “{kind}” is no kind of claim and no kind of link")
    event = mode = None
    if rest and "=" not in rest[0] and rest[0] not in MODALITIES:
        event, _, mode = rest[0].partition("/")
        rest = rest[1:]
        _check_type(item, event, mode or None)
    if not rest or rest[0] not in MODALITIES:
        raise MarkupError(f"{item.id}: claim “{label}” has no modality ({', '.join(sorted(MODALITIES))})")
    values = _pairs(item, rest[1:], ROLES | CLAIM_FIELDS | {"ctx", "areas"})
    roles = {k: _labels(item, v) for k, v in values.items() if k in ROLES}
    fields = {k: v for k, v in values.items() if k in CLAIM_FIELDS}
    _check_fields(item, kind, fields)
    contexts, areas = _listed(item, values, "ctx", CONTEXTS), _listed(item, values, "areas", AREAS)
    return ClaimNote(label, kind, event, mode or None, rest[0], roles, fields, contexts, areas)


def _check_type(item: Item, event: str, mode: str | None) -> None:
    if event not in TYPES:
        raise MarkupError(f"{item.id}: “{event}” is no PLOVER type")
    if mode is not None and mode not in MODES[event]:
        raise MarkupError(f"{item.id}: “{mode}” is no mode of {event} ({', '.join(sorted(MODES[event]))})")


def _check_fields(item: Item, kind: str, fields: dict[str, str]) -> None:
    for key, value in fields.items():
        allowed = FIELD_VALUES.get((kind, key))
        if allowed is None:
            raise MarkupError(f"{item.id}: a {kind} has no field “{key}”")
        if value not in allowed:
            raise MarkupError(f"{item.id}: {kind} {key}=“{value}” is none of {', '.join(sorted(allowed))}")


def _listed(item: Item, values: dict[str, str], key: str, allowed: frozenset[str]) -> tuple[str, ...]:
    found = tuple(v for v in values.get(key, "").split(",") if v)
    wrong = [v for v in found if v not in allowed]
    if wrong:
        raise MarkupError(f"{item.id}: {key}=“{wrong[0]}” is none of {', '.join(sorted(allowed))}")
    return found


def _pairs(item: Item, words: list[str], allowed: set[str] | frozenset[str]) -> dict[str, str]:
    out: dict[str, str] = {}
    for word in words:
        key, sign, value = word.partition("=")
        if not sign or key not in allowed:
            raise MarkupError(f"{item.id}: “{word}” is none of {', '.join(sorted(allowed))}")
        out[key] = value
    return out


def _labels(item: Item, value: str) -> tuple[str, ...]:
    labels = tuple(v for v in value.split(",") if v)
    for label in labels:
        if label not in item.marks:
            raise MarkupError(f"{item.id}: no mark is labelled “{label}”")
    return labels


def _check(item: Item) -> None:
    if len(item.text.split()) < 6:
        raise MarkupError(f"{item.id}: a text of fewer than six words")
    if item.is_nil and item.claims:
        raise MarkupError(f"{item.id}: nil={item.head['nil']}, yet it has claims")
    if not item.is_nil and not item.claims and not any(link.statement for link in item.links):
        raise MarkupError(f"{item.id}: no claim, and not marked nil=TOPIC")
    used = {*item.mentions, *item.dates, *item.places, *_used(item)}
    for label in item.marks:
        if label not in used:
            raise MarkupError(f"{item.id}: mark “{label}” is used by no note")
    _check_parties(item)
    _check_triggers(item)


def _used(item: Item) -> Iterator[str]:
    for claim in item.claims:
        yield claim.trigger
        for labels in claim.roles.values():
            yield from labels
    for link in item.links:
        yield link.cue
        yield from link.source
        yield from link.content


def _check_parties(item: Item) -> None:
    for claim in item.claims:
        parties = (*claim.roles.get("by", ()), *claim.roles.get("to", ()))
        if not parties:
            raise MarkupError(f"{item.id}: claim “{claim.trigger}” has nobody (by=, to=)")
        _check_known(item, parties)
        if unvalued := [d for key in ("when", "due") for d in claim.roles.get(key, ()) if d not in item.dates]:
            raise MarkupError(f"{item.id}: date “{unvalued[0]}” has no value ({unvalued[0]} = YYYY-MM-DD)")
    for link in item.links:
        _check_known(item, link.source)


def _check_known(item: Item, labels: tuple[str, ...]) -> None:
    for label in labels:
        if label not in item.mentions:
            raise MarkupError(f"{item.id}: “{label}” acts but has no note ({label} = COUNTRY SECTOR)")


def _check_triggers(item: Item) -> None:
    for label in [c.trigger for c in item.claims]:
        if len(item.words(label).split()) > 4:
            raise MarkupError(f"{item.id}: trigger “{item.words(label)}” is longer than four words")
