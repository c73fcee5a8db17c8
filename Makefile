# Everything here sets itself up in .venv on first use. Needs Python 3.11 or newer with pip, git and make.

PYTHON ?= python3
BIN := .venv/bin
# A path to audit, and further options of the command: make audit REPO=../shop OPTIONS='--format json'
REPO ?=
OPTIONS ?=
# Handed to the recipes through the environment, so that no character of a path means anything to make's shell.
export REPO OPTIONS

.DEFAULT_GOAL := help
.PHONY: help audit test test-all bench lint format docs clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

audit: .venv/ready ## audit REPO=path, or a sample repository that it makes, beside a stand-in for the API
	@if [ -n "$$REPO" ]; then \
	    $(BIN)/revont-guard audit $$OPTIONS -- "$$REPO"; \
	else \
	    REPO=$$(mktemp -d)/sample && \
	    $(BIN)/python examples/live_sample.py "$$REPO" $(BIN)/revont-guard audit --verify --yes $$OPTIONS -- "$$REPO"; \
	fi; \
	code=$$?; \
	case $$code in \
	    0) echo "make audit: finished, nothing found (exit code 0)" >&2 ;; \
	    1) echo "make audit: finished with the findings above (exit code 1 of revont-guard)" >&2 ;; \
	    2) echo "make audit: the command line or a configuration file is not right (exit code 2)" >&2; exit 2 ;; \
	    *) echo "make audit: could not read all that had to be read (exit code $$code)" >&2; exit $$code ;; \
	esac

test: .venv/ready-dev ## run the tests without the slow ones
	$(BIN)/python -m pytest -q -n auto -m "not slow"

test-all: .venv/ready-dev ## run the slow tests, too (they need a package registry)
	$(BIN)/python -m pytest -q -n auto

bench: .venv/ready ## every benchmark, each prints its table (they need a package registry)
	$(BIN)/python -m benchmarks.hook --tools .venv/peers
	$(BIN)/python -m benchmarks.placements --tools .venv/peers
	$(BIN)/python -m benchmarks.recognition --tools .venv/peers
	$(BIN)/python -m benchmarks.quiet .venv/packages
	$(BIN)/python -m benchmarks.coverage "$${REPO:-.}"

lint: .venv/ready-dev ## ruff, mypy --strict, the layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: .venv/ready-dev ## let ruff mend what it can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: .venv/ready ## write docs/rules anew from rules/lints.toml
	$(BIN)/revont-guard rules pages docs/rules

clean: ## remove .venv and every cache
	rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "revont-guard needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)." >&2; \
	    echo "Another one can be named: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv .venv >&2 || { \
	    echo "'$(PYTHON) -m venv' failed. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@touch $@

.venv/ready: pyproject.toml .venv/made
	@echo "Installing revont-guard into .venv" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . >&2
	@touch $@

.venv/ready-dev: pyproject.toml .venv/made
	@echo "Installing revont-guard and its development tools into .venv" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' >&2
	@touch $@ .venv/ready
