"""``python -m training.reader.ablation [FILE…]``: what rules, reader and both together find on texts with all claims.

FILE are sets of ``evaluation/corpus``.  "reader" leaves the drafts of the rules out, but links, dates and assembles as
always; "both, links by rules" leaves out that the reader points at the name that tells a mention's state.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from legation.coding.assembly import Assembler
from legation.coding.coder import all_drafts, coder
from legation.coding.kinds import statements
from legation.coding.kinds.drafts import Draft
from legation.coding.learned.merging import learned_drafts
from legation.coding.situation import Situation
from legation.language import analyse
from legation.models import Signals
from legation.pipeline.claim_scores import Json, judged, score, texts
from legation.pipeline.seeing import signals_of
from legation.records import Claim, Report
from legation.records.syntax import Analysis


def _rules(analysis: Analysis, _: Signals) -> tuple[Situation, list[Draft]]:
    situation = Situation(analysis)
    return situation, all_drafts(situation)


def _reader(analysis: Analysis, signals: Signals) -> tuple[Situation, list[Draft]]:
    situation = Situation(analysis, signals)
    seen = learned_drafts(situation, signals)
    return situation, [*seen, *statements.drafts(situation, seen, frozenset())]


def _both(analysis: Analysis, signals: Signals) -> tuple[Situation, list[Draft]]:
    situation = Situation(analysis, signals)
    return situation, all_drafts(situation)


def _unpointed(analysis: Analysis, signals: Signals) -> tuple[Situation, list[Draft]]:
    signals.thresholds = {**signals.thresholds, "nation": 2.0}
    return _both(analysis, signals)


WAYS: dict[str, Callable[[Analysis, Signals], tuple[Situation, list[Draft]]]] = {
    "rules": _rules,
    "reader": _reader,
    "both, links by rules": _unpointed,
    "both": _both,
}


def claims(text: Json, way: str) -> Iterator[Claim]:
    """Yield the claims of a text, read in one of the ways."""
    analysis = analyse(Report(id=text["id"], text=text["text"], published_on=text["date"]))
    situation, drafts = WAYS[way](analysis, signals_of(analysis))
    assembler = Assembler(situation, coder(None))
    unique = {made.id: made for d in drafts if isinstance(made := assembler.assemble(d), Claim)}
    yield from unique.values()


def main(arguments: list[str]) -> int:
    """Print one line a set and way."""
    for path in map(Path, arguments or ["evaluation/corpus/passages.jsonl", "evaluation/corpus/reports.jsonl"]):
        rows = texts(path)
        for way in WAYS:
            found = score(judged(row, list(claims(row, way))) for row in rows)
            print(path.stem, way, " ".join(f"{name}={value:.3f}" for name, value in found.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
