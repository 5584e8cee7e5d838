"""Several passages in one window: at run time the reader sees stretches of reports, not passages by themselves."""

from __future__ import annotations

import random
from collections.abc import Sequence

from training.reader.samples import WINDOW, Anchor, Sample


def packed_samples(samples: Sequence[Sample], share: float, chance: random.Random) -> list[Sample]:
    """Return the samples in random order, about ``share`` of them joined into windows of up to the full length."""
    order = list(samples)
    chance.shuffle(order)
    out: list[Sample] = []
    room = 0
    for sample in order:
        if out and len(out[-1].ids) + len(sample.ids) - 2 <= room:
            out[-1] = joined(out[-1], sample)
        else:
            out.append(sample)
            room = chance.randint(WINDOW // 3, WINDOW) if chance.random() < share else 0
    return out


def joined(one: Sample, two: Sample) -> Sample:
    """Return one window with the wordpieces of two, the marks of beginning and end between them left out."""
    shift = len(one.ids) - 2
    return Sample(
        one.source,
        one.ids[:-1] + two.ids[1:],
        one.offsets[:-1] + two.offsets[1:],
        {name: row[:-1] + two.labels[name][1:] for name, row in one.labels.items()},
        {
            name: one.sets.get(name, {}) | {i + shift: chosen for i, chosen in two.sets.get(name, {}).items()}
            for name in {*one.sets, *two.sets}
        },
        [*one.anchors, *(_shifted(anchor, shift) for anchor in two.anchors)],
    )


def _shifted(anchor: Anchor, shift: int) -> Anchor:
    return Anchor(
        anchor.at + shift,
        {role: [i + shift for i in places] for role, places in anchor.roles.items()},
        {role: [i + shift for i in places] for role, places in anchor.among.items()},
    )
