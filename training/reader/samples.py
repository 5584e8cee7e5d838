"""From annotated texts to labelled windows of wordpieces: what the training loop is fed with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tokenizers import BertWordPieceTokenizer

from legation.coding.actors.linker import Linker
from legation.coding.learned.nations import names_in
from legation.language import analyse
from legation.language.sentences import paragraphs, split
from legation.models.windows import packed
from legation.records import Report
from training.corpus.notes import ClaimNote, Item
from training.reader.encoder import base_folder
from training.reader.labels import CHOICES, CLAIM_ROLES, LINK_ROLES, NATION, NONE

IGNORE = -100
SOME = -1  # "not none": the source says that there is one, not which
WINDOW = 192


@dataclass(slots=True)
class Anchor:
    """A trigger, cue or mention at a wordpiece: for each role that its source annotates, the wordpieces that bear it.

    ``among`` holds the wordpieces that a role is asked of, where not of all.
    """

    at: int
    roles: dict[str, list[int]]
    among: dict[str, list[int]] = field(default_factory=dict)


@dataclass(slots=True)
class Sample:
    """A window: wordpieces with their character offsets, a label a head and wordpiece, anchors with roles."""

    source: str
    ids: list[int]
    offsets: list[tuple[int, int]]
    labels: dict[str, list[int]]
    sets: dict[str, dict[int, set[str]]] = field(default_factory=dict)
    anchors: list[Anchor] = field(default_factory=list)


def tokenizer() -> BertWordPieceTokenizer:
    """Return the tokenizer of the base weights."""
    return BertWordPieceTokenizer(str(base_folder() / "vocab.txt"), lowercase=True)


class Labeller:
    """Cuts texts into windows and puts labels on wordpieces by character offsets."""

    def __init__(self) -> None:
        self.tokenizer = tokenizer()
        self.first = self.tokenizer.token_to_id("[CLS]")
        self.last = self.tokenizer.token_to_id("[SEP]")

    def windows(self, source: str, text: str, heads: Iterable[str]) -> Iterator[Sample]:
        """Yield the windows of a text with "none" in the given heads, ignored in all others."""
        found = self.tokenizer.encode(text, add_special_tokens=False)
        spans = [s for part in paragraphs(text) for s in _sentences(text, *part)]
        known = set(heads)
        for first, last in packed(spans, found.offsets, WINDOW):
            offsets = [(-1, -1), *found.offsets[first:last], (-1, -1)]
            ids = [self.first, *found.ids[first:last], self.last]
            labels = {name: [0 if name in known and a >= 0 else IGNORE for a, _ in offsets] for name in CHOICES}
            yield Sample(source, ids, offsets, labels)

    @staticmethod
    def at(sample: Sample, span: tuple[int, int]) -> list[int]:
        """Return the wordpieces that lie within a span."""
        return [i for i, (a, b) in enumerate(sample.offsets) if a >= 0 and a < span[1] and b > span[0]]


def put(sample: Sample, head: str, places: list[int], label: str | None) -> None:
    """Label wordpieces in one head; None is "some, not which"."""
    value = SOME if label is None else CHOICES[head].index(label)
    for i in places:
        sample.labels[head][i] = value


def of_item(labeller: Labeller, item: Item) -> Iterator[Sample]:
    """Yield the windows of a passage or report of the corpus."""
    named = known_names(item)
    for sample in labeller.windows("corpus", item.text, ("kind", "type", "cue")):
        for claim in item.claims:
            _claim(labeller, sample, item, claim)
        _links(labeller, sample, item)
        for note in item.mentions.values():
            places = labeller.at(sample, item.span(note.label))
            put(sample, "sector", places, note.sector or NONE)
        _nations(labeller, sample, item, named)
        yield sample


def _nations(labeller: Labeller, sample: Sample, item: Item, named: Sequence[tuple[int, int, str]]) -> None:
    """Which names around a mention tell of which state or organisation it is."""
    spots = [(at[0], code) for start, end, code in named if (at := labeller.at(sample, (start, end)))]
    for note in item.mentions.values():
        code = note.entity if note.country == "IGO" else note.country
        places = labeller.at(sample, item.span(note.label))
        if not places or not spots:
            continue
        anchor = next((a for a in sample.anchors if a.at == places[0]), None)
        if anchor is None:
            anchor = Anchor(places[0], {})
            sample.anchors.append(anchor)
        anchor.roles[NATION] = sorted({at for at, its in spots if its == code})
        anchor.among[NATION] = sorted({at for at, _ in spots})


def known_names(item: Item) -> list[tuple[int, int, str]]:
    """Return the names in a text that the tables know: offsets, and the code of the state or organisation."""
    analysis = analyse(Report(id=item.id, text=item.text, published_on=item.head["date"]))
    linker = Linker(analysis, item.head["date"])
    return [name for sentence in analysis.sentences for name in names_in(linker, sentence)]


def _claim(labeller: Labeller, sample: Sample, item: Item, claim: ClaimNote) -> None:
    places = labeller.at(sample, item.span(claim.trigger))
    if not places or sample.labels["kind"][places[0]] > 0:
        return  # a second claim on the same trigger is left to the rules
    put(sample, "kind", places, claim.kind)
    put(sample, "type", places, claim.type or NONE)
    put(sample, "modality", places, claim.modality)
    if claim.type:
        put(sample, "mode", places, f"{claim.type}/{claim.mode}" if claim.mode else NONE)
    for name in CHOICES:
        kind, _, part = name.partition(".")
        if part and kind == claim.kind:
            put(sample, name, places, claim.fields.get(part, NONE))
    for i in places:
        sample.sets.setdefault("contexts", {})[i] = set(claim.contexts)
        if claim.kind in {"agreement", "body", "commitment", "meeting"}:
            sample.sets.setdefault("areas", {})[i] = set(claim.areas)
    _anchor(labeller, sample, item, places[0], CLAIM_ROLES, claim.roles)


def _links(labeller: Labeller, sample: Sample, item: Item) -> None:
    for link in item.links:
        places = labeller.at(sample, item.span(link.cue))
        if not places:
            continue
        put(sample, "cue", places, link.kind)
        _anchor(labeller, sample, item, places[0], LINK_ROLES, {"source": link.source, "content": link.content})
        if link.statement and sample.labels["kind"][places[0]] == 0:
            put(sample, "kind", places, "statement")
            put(sample, "modality", places, "asserted")
            _anchor(labeller, sample, item, places[0], ("by",), {"by": link.source})


def _anchor(
    labeller: Labeller,
    sample: Sample,
    item: Item,
    at: int,
    roles: tuple[str, ...],
    labels: dict[str, tuple[str, ...]],
) -> None:
    found = {
        role: sorted({i for label in labels.get(role, ()) for i in labeller.at(sample, item.span(label))})
        for role in roles
    }
    for anchor in sample.anchors:
        if anchor.at == at:
            anchor.roles |= {k: v for k, v in found.items() if k not in anchor.roles}
            return
    sample.anchors.append(Anchor(at, found))


def _sentences(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    return [(s[0].start, s[-1].end) for s in split(text, start, stop) if s]


def of_attributions(labeller: Labeller, text: str, attributions: list[dict[str, list[list[int]]]]) -> Iterator[Sample]:
    """Yield the windows of an article with links of attribution only (PolNeAR)."""
    for sample in labeller.windows("polnear", text, ("cue",)):
        for link in attributions:
            places = sorted({i for a, b in link["cue"] for i in labeller.at(sample, (a, b))})
            if not places:
                continue
            put(sample, "cue", places, None)
            roles = {
                role: sorted({i for a, b in link[role] for i in labeller.at(sample, (a, b))}) for role in LINK_ROLES
            }
            if not any(a.at == places[0] for a in sample.anchors):
                sample.anchors.append(Anchor(places[0], roles))
        yield sample


_MARK = re.compile(r"\((EVT|SRC|TAR|SRC/TAR): ?([^()]*)\)")


def of_gsr(labeller: Labeller, record: dict[str, Any]) -> Iterator[Sample]:
    """Yield the window of a PLOVER gold record: its marked event words with their type, and who acts on whom."""
    text, spans = _unmarked(record["markup"])
    for sample in labeller.windows("gsr", text, ()):
        event = {i for name, a, b in spans if name == "EVT" for i in labeller.at(sample, (a, b))}
        put(sample, "kind", sorted(event), None)
        put(sample, "type", sorted(event), record["event"])
        by = sorted({i for n, a, b in spans if "SRC" in n for i in labeller.at(sample, (a, b))})
        to = sorted({i for n, a, b in spans if "TAR" in n and "SRC" not in n for i in labeller.at(sample, (a, b))})
        heads = sorted({p[0] for n, a, b in spans if n == "EVT" and (p := labeller.at(sample, (a, b)))})
        sample.anchors = [Anchor(at, {"by": by, "to": to}) for at in heads]
        yield sample


def _unmarked(markup: str) -> tuple[str, list[tuple[str, int, int]]]:
    out, at, spans = "", 0, list[tuple[str, int, int]]()
    for found in _MARK.finditer(markup):
        out += markup[at : found.start()]
        spans.append((found[1], len(out), len(out) + len(found[2])))
        out += found[2]
        at = found.end()
    return out + markup[at:], spans
