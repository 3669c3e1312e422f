# make demo    render the examples          make test   everything that must hold
# make help    all targets
#
# Needs make, a shell and Python 3.11 or newer; the rest is installed here: system packages
# (.ci/system-packages, by apt-get or brew), Python packages (.venv, from the lock files) and
# validators (.validators, or where LISIBLE_VALIDATORS says; tests/validators/install.py has the
# layout). What is there already is left alone.
#
# macOS: System Integrity Protection strips DYLD_* from what /bin/sh inherits, so a Python that is
# not Homebrew's finds Homebrew's Pango only if the variable is set on the command itself: $(RUN).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out
EXAMPLES := $(wildcard examples/*.txt examples/*.md examples/*.html)
PYTEST_WORKERS ?= auto

ifeq ($(shell uname -s),Darwin)
RUN := DYLD_FALLBACK_LIBRARY_PATH=$(shell brew --prefix 2>/dev/null)/lib
endif

# Where this is set, each process of a test run would compile our 400 modules again: twice the time.
unexport PYTHONDONTWRITEBYTECODE

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCKED := $(PIP) --no-deps --require-hashes --requirement

.DEFAULT_GOAL := help
.PHONY: help demo test lint types layers units slow prove wheel screen-reader bench \
	validators setup lock clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

demo: $(VENV)/.rendering ## render the examples, all editions, into out/
	$(RUN) $(BIN)/lisible $(EXAMPLES) -o $(OUT)

test: lint types layers validators units slow prove wheel ## everything that must hold, as CI runs it

lint: $(VENV)/.testing ## ruff: rules and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.testing ## mypy, strict
	$(BIN)/mypy

layers: $(VENV)/.testing ## import-linter: imports go down the table of rooms only
	$(BIN)/lint-imports --no-logo

units: $(VENV)/.testing ## the quick tests: all but the two kinds below
	$(RUN) $(BIN)/pytest -n $(PYTEST_WORKERS) -m "not slow and not validators"

slow: $(VENV)/.testing ## the tests that render, kill, hang, crowd or try many cases
	$(RUN) $(BIN)/pytest -n $(PYTEST_WORKERS) -m "slow and not validators"

prove: $(VENV)/.testing validators ## the tests that run external validators
	# A voice played in a real browser depends on the machine's mood; what fails twice fails.
	$(RUN) $(BIN)/pytest -n $(PYTEST_WORKERS) -m validators || \
	$(RUN) $(BIN)/pytest --last-failed --last-failed-no-failures none -m validators

screen-reader: $(VENV)/.testing ## Orca reads the examples on a screen that nobody sees; Linux, nightly
	@PYTHON=$(PYTHON) .ci/system-packages screen-reader
	$(RUN) $(BIN)/pytest -rP -m screen_reader

wheel: $(VENV)/.testing ## build the wheel, install it in an empty environment, render there
	$(RUN) .ci/check-wheel $(BIN)/python

bench: $(VENV)/.rendering ## measure speed, ours and the peers' that are installed
	$(RUN) $(BIN)/python bench/speed.py

validators: ## install the external validators and what they run on
	@PYTHON=$(PYTHON) .ci/system-packages test
	@$(PYTHON) tests/validators/install.py

setup: $(VENV)/.testing validators ## install everything for development

lock: $(VENV)/.testing ## choose the newest versions that pyproject.toml allows
	$(PIP) uv
	$(BIN)/uv $(COMPILE) --all-extras --group build --no-emit-package lisible pyproject.toml -o requirements.lock
	$(BIN)/uv $(COMPILE) --group dev --constraint requirements.lock -o tests/requirements.lock
	$(BIN)/uv $(COMPILE) --constraint requirements.lock tests/validators/speech.in -o tests/validators/speech.lock

clean: ## remove what building and testing left, and the environment
	rm -rf $(VENV) $(OUT) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find render tests bench -name __pycache__ -prune -exec rm -rf {} +

COMPILE := pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-annotate --custom-compile-command "make lock"

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "lisible: $(PYTHON) is older than Python 3.11; name a newer one: make PYTHON=python3.13" >&2; \
		exit 1; }
	@PYTHON=$(PYTHON) .ci/system-packages render
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.rendering: $(VENV)/.python requirements.lock pyproject.toml
	$(LOCKED) requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.testing: $(VENV)/.rendering tests/requirements.lock
	$(LOCKED) tests/requirements.lock
	@touch $@
