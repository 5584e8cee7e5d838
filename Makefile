# The habits of the house. `make demo` shows what Legation does; `make test` is what must pass.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: help demo test check lint types walls unit gate soak bench clean

help:
	@echo "make demo    install into $(VENV), read the examples, print where Armenia and the United States stand"
	@echo "make test    install with the tools of development, then lint, types, walls and tests"
	@echo "make check   lint, types and walls, without the tests"
	@echo "make soak    the long runs"
	@echo "make bench   the benchmarks"

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(BIN)/python pyproject.toml constraints.txt
	$(INSTALL) -e .
	@touch $@

$(VENV)/installed-dev: $(BIN)/python pyproject.toml constraints.txt
	$(INSTALL) -e '.[dev]'
	@touch $@ $(VENV)/installed

demo: $(VENV)/installed
	@record=$$(mktemp -d) && trap 'rm -rf "$$record"' EXIT && export LEGATION_RECORD="$$record/demo.db" \
	&& $(BIN)/legation read examples --format jsonl > "$$record/claims.jsonl" \
	&& $(BIN)/legation brief ARM USA

test: check unit gate

check: lint types walls

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .

types: $(VENV)/installed-dev
	$(BIN)/mypy

walls: $(VENV)/installed-dev
	$(BIN)/lint-imports

unit: $(VENV)/installed-dev
	$(BIN)/pytest -n 2 -m "not soak"

gate: $(VENV)/installed-dev
	$(BIN)/legation evaluate --gate

soak: $(VENV)/installed-dev
	$(BIN)/pytest -m soak

bench: $(VENV)/installed-dev
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

.PHONY: docs
docs: $(VENV)/installed-dev
	$(BIN)/python -m tests.house.cli_reference > docs/reference/cli.md
	$(BIN)/python -m tests.docs.refresh
