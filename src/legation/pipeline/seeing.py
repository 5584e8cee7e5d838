"""What the learned reader sees of a report, asked for where reports are read."""

from __future__ import annotations

from legation.coding import coder
from legation.models import Signals, locked, reader
from legation.records import Coder
from legation.records.syntax import Analysis


def signals_of(analysis: Analysis) -> Signals:
    """Return the signals of an analysed report.

    Raises ModelError where the package's weights are missing or changed.
    """
    spans = [[(t.start, t.end) for t in sentence.tokens] for sentence in analysis.sentences]
    return reader().read(analysis.report.text, spans)


def coder_of(*, rules_only: bool) -> Coder:
    """Return who reads: the rules alone, or the rules with the package's reader."""
    return coder(None if rules_only else locked("reader").label)
