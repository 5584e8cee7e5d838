from __future__ import annotations

import subprocess
import sys

import pytest
from tests.cli.conftest import ENVIRONMENT, Run

from legation import __version__
from legation.cli import main as cli_main

VERBS = sorted(command.name or "" for command in cli_main.app.registered_commands)


def test_version(run: Run) -> None:
    assert run("--version").out == f"legation {__version__}\n"


def test_without_arguments_the_help_is_shown(run: Run) -> None:
    done = run()
    assert done.status == 0
    assert all(verb in done.out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_examples(run: Run, verb: str) -> None:
    done = run(verb, "--help")
    assert done.status == 0
    assert "Examples" in done.out
    assert f"legation {verb}" in done.out.partition("Examples")[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nosuch"], "legation: No such command 'nosuch' (see legation --help)"),
        (["read"], "legation: read: Missing argument"),
        (["read", "x.txt", "--jobs", "0"], "legation: read: Invalid value for '--jobs'"),
        (["agreements", "--foo"], "legation: agreements: No such option: --foo"),
        (["status", "--format", "xml"], "legation: status: Invalid value for '--format'"),
        (["timeline", "Aremnia"], "legation: ACTOR: 'Aremnia' is no state"),
        (["timeline", "ARM", "--from", "2024-13-01"], "legation: --from: no calendar has the day"),
        (["statements", "--as-of", "yesterday"], "legation: --as-of: a date is written YYYY-MM-DD"),
        (
            ["annotate", "x.txt", "--layers", "foo"],
            "legation: annotate: Invalid value: --layers: there is no",
        ),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(run: Run, arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert done.status == 2
    assert len(done.complaints) == 1
    assert done.err.startswith(said)
    assert done.out == ""


def test_a_missing_record_is_one_line_that_says_how_to_make_one(run: Run) -> None:
    done = run("status")
    assert done.status == 1
    assert done.complaints[0].endswith("no record here yet: 'legation read FILE' makes one")


def test_a_fault_of_the_program_is_one_line_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError("a\nb")

    monkeypatch.setattr("legation.cli.status.existing_record", crash)
    done = run("status")
    assert (done.status, len(done.complaints)) == (1, 1)
    assert done.err.startswith("legation: ZeroDivisionError: a b (a fault of Legation")


def test_the_module_can_be_run() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "legation", "--version"],
        capture_output=True,
        text=True,
        check=True,
        env=ENVIRONMENT,
    )
    assert done.stdout == f"legation {__version__}\n"


def test_help_loads_none_of_the_slow_libraries() -> None:
    code = (
        "import sys; from legation.cli.main import main; main(['--help']);"
        "slow = ('sqlalchemy', 'alembic', 'trafilatura', 'httpx', 'numpy', 'yaml', 'legation.coding',"
        " 'legation.store', 'legation.reference');"
        "sys.exit(str([name for name in slow if name in sys.modules] or ''))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=ENVIRONMENT)
    assert done.stderr.strip() == ""


def test_a_reader_that_goes_away_is_no_error() -> None:
    code = "import sys; from legation.cli.main import main; sys.exit(main(['--help']))"
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()
