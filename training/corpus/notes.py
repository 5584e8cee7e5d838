"""What the corpus says of a text: marks with exact offsets, claims and links of attribution on them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of an item's text: character offsets, end exclusive."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MentionNote:
    """Who a mark names: ISO 3166-1 alpha-3 code, "IGO" with ``entity``, or None; and the sector."""

    label: str
    country: str | None
    entity: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """One claim on a trigger; ``fields`` are those of the object that are words (act, status, to, …).

    ``roles`` maps by, to, obj, when, where, due to the labels of marks.
    """

    trigger: str
    kind: str
    type: str | None
    mode: str | None
    modality: str
    roles: dict[str, tuple[str, ...]]
    fields: dict[str, str]
    contexts: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkNote:
    """One link of attribution: the cue, its kind, and the labels of source and content."""

    cue: str
    kind: str
    source: tuple[str, ...]
    content: tuple[str, ...]
    hedge: bool
    statement: bool


@dataclass(slots=True)
class Item:
    """A passage or a report with its annotation; ``file`` and ``line`` say where it stands."""

    id: str
    head: dict[str, str]
    text: str
    marks: dict[str, Mark]
    mentions: dict[str, MentionNote] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    places: dict[str, str | None] = field(default_factory=dict)
    claims: list[ClaimNote] = field(default_factory=list)
    links: list[LinkNote] = field(default_factory=list)
    file: str = ""
    line: int = 0

    @property
    def is_nil(self) -> bool:
        """Tell whether the item holds nothing to code."""
        return "nil" in self.head

    def span(self, label: str) -> tuple[int, int]:
        """Return the character offsets of a mark."""
        mark = self.marks[label]
        return mark.start, mark.end

    def words(self, label: str) -> str:
        """Return the verbatim text of a mark."""
        mark = self.marks[label]
        return self.text[mark.start : mark.end]


class MarkupError(ValueError):
    """A line of the corpus that cannot be turned into offsets or breaks the codebook: file, line, rule."""
