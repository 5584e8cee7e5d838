"""Compile the reference tables of `src/legation/reference` from the fact tables beside the project.

Run from the repository root: `python -m training.reference.compile_facts FACTS [OUT]`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.reference.agencies import compile_agencies
from training.reference.groups import compile_groups
from training.reference.holders import compile_holders
from training.reference.integrity import verify
from training.reference.memberships import compile_memberships
from training.reference.names import compile_names
from training.reference.organisations import compile_organisations
from training.reference.states import compile_states
from training.reference.tables import Table, write

OUT = Path("src/legation/reference")


def compile_all(facts: Path) -> list[Table]:
    """Compile every table, each from the facts and the lists in `own/`."""
    states = compile_states(facts)
    names = compile_names(facts, states)
    organisations = compile_organisations(facts, names)
    return [
        states,
        names,
        organisations,
        compile_memberships(facts, organisations),
        compile_holders(facts, states),
        compile_groups(facts, names),
        compile_agencies(facts, names),
    ]


def main() -> None:
    """Read the facts folder, write the tables, print their sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("facts", type=Path, help="folder with the fact tables")
    parser.add_argument("out", type=Path, nargs="?", default=OUT, help="folder for the reference tables")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    tables = compile_all(arguments.facts)
    verify(tables)
    for table in tables:
        write(table, arguments.out)
        print(f"{table.name}: {len(table.rows)} rows")


if __name__ == "__main__":
    main()
