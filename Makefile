# Show and tell: `make demo` runs the whole loop, `make test` runs every check and test, `make setup` only sets up.
# Targets below .venv are stamp files, so that a second run takes no time to set up.

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11 python,$(if $(shell \
	$(name) -c 'import sys; print(sys.version_info >= (3, 11) or "")' 2>/dev/null),$(name))))
BIN := .venv/bin
SHOWTELL_BROWSERS := chromium chromium-browser google-chrome google-chrome-stable
ARGS ?=
unexport PYTHONDONTWRITEBYTECODE # the tests start a hundred processes: what one has compiled, the others need not

.DEFAULT_GOAL := help
.PHONY: help demo test pytest setup check format browser clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile | expand -t 16

demo: setup ## run the whole loop on the help desk, then serve it (ARGS=--no-serve ends instead)
	@$(BIN)/showtell demo $(ARGS)

test: setup check pytest ## run every check and test (ARGS= goes to pytest)

pytest: setup
	$(BIN)/pytest --numprocesses auto --dist worksteal $(ARGS)

setup: .venv/installed .venv/browser ## virtual environment, dependencies and a browser

check: .venv/installed ## lint, format, types, layers, dependencies, dead code and spelling
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry .
	$(BIN)/vulture
	$(BIN)/codespell

format: .venv/installed ## put the code in its house style
	$(BIN)/ruff check --fix --quiet
	$(BIN)/ruff format --quiet

clean: ## remove what the other targets made
	rm -rf .venv build dist toolkit/_assets .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

.venv/created:
	@$(if $(PYTHON),,echo "error: showtell needs Python 3.11 or newer, and none is on PATH" >&2; \
		echo "  fix: install one (python.org/downloads, or your system's python3.11), then call make again" >&2; exit 1)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "error: showtell needs Python 3.11 or newer, and $(PYTHON) is older" >&2; \
		echo "  fix: install one, then call make again with PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { \
		echo "error: Python could not make a virtual environment in .venv" >&2; \
		echo "  fix: install its venv module (on Debian and Ubuntu: python3-venv), then call make again" >&2; exit 1; }
	@touch $@

.venv/installed: .venv/created pyproject.toml hatch_build.py npm/package-lock.json
	@echo "Installing showtell and its dependencies in .venv (once)"
	@$(BIN)/pip install -qq --disable-pip-version-check --editable '.[dev]'
	@touch $@

# Playwright's own browser, else the system's, else a sentence; its absence stops nothing here.
.venv/browser: .venv/installed
	@if $(BIN)/playwright install chromium >.venv/browser.log 2>&1; then touch $@; \
	else for name in $(SHOWTELL_BROWSERS); do \
		if command -v $$name >/dev/null; then echo "Using the system's browser: $$(command -v $$name)"; touch $@; break; fi; \
	done; fi
	@test -e $@ || echo "No browser for the robots: install Chromium (on Debian: apt install chromium)," \
		"or run '$(BIN)/playwright install chromium' with a network."
