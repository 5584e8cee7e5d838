"""Measure how fast reports are read, what that takes, and print it: ``python -m bench --help``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import surroundings, workload
from bench.stages import STAGES, Run, measure, middle
from bench.yardstick import spacy_rate

_LEAST_RUNS = 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark and print a table or JSON."""
    asked = _options().parse_args(arguments)
    surroundings.keep_to_one_core()
    found = figures(
        reports=asked.reports,
        runs=max(asked.runs, _LEAST_RUNS),
        folder=asked.folder,
        rules_only=asked.rules_only,
    )
    if asked.spacy:
        texts = [workload.text(number) for number in range(asked.reports)]
        found["spacy_reports_per_second"] = spacy_rate(texts, runs=_LEAST_RUNS)
    if asked.install:
        found["install_mb"] = surroundings.install_size()
    if asked.json:
        print(json.dumps(found, indent=2))
    else:
        _print(found)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--reports", type=int, default=60, help="how many reports the workload has (60)")
    parser.add_argument("--runs", type=int, default=_LEAST_RUNS, help="how often it is read; 3 at least")
    parser.add_argument("--folder", type=Path, help="read a folder of your own instead")
    parser.add_argument("--rules-only", action="store_true", help="leave the learned reader out")
    parser.add_argument("--install", action="store_true", help="measure an installation too (needs the network)")
    parser.add_argument("--spacy", action="store_true", help="read the same with spaCy's small pipeline, if installed")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def figures(
    *, reports: int, runs: int, folder: Path | None = None, rules_only: bool = False
) -> dict[str, Any]:
    """Return what was measured; every rate and time is the median of the runs."""
    sources = list(workload.folder(folder)) if folder else workload.generated(reports)
    machine = surroundings.machine()
    found = measure(sources, runs=runs, day=None if folder else workload.DAY, rules_only=rules_only)
    first = found[0]
    return {
        "machine": machine,
        "runs": runs,
        "reports": first.reports,
        "unread": first.unread,
        "words_per_report": first.words / max(first.reports, 1),
        "claims_per_report": first.claims / max(first.reports, 1),
        "reports_per_second": _rate(found, "reports"),
        "words_per_second": _rate(found, "words"),
        "reports_per_second_without_write": middle([run.reports / (run.wall - run.stages["write"]) for run in found]),
        "reports_per_processor_second": middle([run.reports / run.cpu for run in found]),
        "slowest_and_fastest_run": sorted(run.reports / run.wall for run in found)[:: max(runs - 1, 1)],
        "share_of_stage": {stage: middle([run.stages[stage] / run.wall for run in found]) for stage in STAGES},
        "peak_memory_mb": surroundings.peak_memory(),
        "cold_help_seconds": surroundings.cold_start(5),
    }


def _rate(runs: Sequence[Run], what: str) -> float:
    return middle([getattr(run, what) / run.wall for run in runs])


def _print(found: dict[str, Any]) -> None:
    from rich.console import Console  # noqa: PLC0415 - not among what is measured
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for name, value in _rows(found):
        table.add_row(name, value)
    console = Console(highlight=False)
    machine = found["machine"]
    console.print(
        f"{machine['processor']}, {machine['cores']} cores, of which one is used; Python {machine['python']}; "
        f"load average {machine['load_average']} at the start; median of {found['runs']} runs",
        style="dim",
    )
    console.print(table)


def _rows(found: dict[str, Any]) -> list[tuple[str, str]]:
    slowest, fastest = found["slowest_and_fastest_run"]
    rows = [
        ("reports read", f"{found['reports']}"),
        ("words a report", f"{found['words_per_report']:.0f}"),
        ("claims a report", f"{found['claims_per_report']:.1f}"),
        ("reports a second and core, into the record", f"{found['reports_per_second']:.1f}"),
        ("  the slowest and the fastest run", f"{slowest:.1f} - {fastest:.1f}"),
        ("  by the processor's clock", f"{found['reports_per_processor_second']:.1f}"),
        ("  read only, nothing recorded", f"{found['reports_per_second_without_write']:.1f}"),
        ("words a second and core", f"{found['words_per_second']:,.0f}"),
        *((f"  share of: {stage}", f"{share:.0%}") for stage, share in found["share_of_stage"].items()),
        ("most memory held", f"{found['peak_memory_mb']:.0f} MB"),
        ("legation --help, cold", f"{found['cold_help_seconds']:.2f} s"),
    ]
    if "install_mb" in found:
        rows.append(("installation without extras", f"{found['install_mb']:.0f} MB"))
    if "spacy_reports_per_second" in found:
        rate = found["spacy_reports_per_second"]
        rows.append(("spaCy's small pipeline, reports a second", "not installed" if rate is None else f"{rate:.1f}"))
    return rows


if __name__ == "__main__":
    main()
