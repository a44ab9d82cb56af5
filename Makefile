# Everything runs from here. `make run` and `make test` set up what they need, in .venv and .npm beside this file.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
CHECK_TESTS := tests/unit tests/contract

.PHONY: run setup dev test check format lint types imports security docs pictures locale bench chaos audit lock learn clean
.DEFAULT_GOAL := run

run: setup
	@$(BIN)/aipolicy run

setup: .venv/ready

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version)."; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing. On Debian: apt-get install python3-venv"; exit 1; }

.venv/ready: .venv/bin/python requirements.lock pyproject.toml
	@echo "Installing what the bot needs (once) ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

dev: .venv/ready-dev

.venv/ready-dev: .venv/bin/python requirements-dev.lock requirements.lock pyproject.toml
	@echo "Installing what the tests need (once) ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ .venv/ready

# Everything: format, lint, types, imports, every test. What is missing on the machine is installed or said loudly.
test: dev
	@$(BIN)/python tests/prepare.py
	@$(MAKE) --no-print-directory format lint types imports security
	@$(BIN)/pytest -n 2 --dist loadscope

# The everyday part.
check: dev format lint types imports
	@$(BIN)/pytest -n 2 --dist loadscope -m "not slow and not postgres and not browser and not node" $(CHECK_TESTS)

format:
	@$(BIN)/ruff format --check -q bot tests bench
lint:
	@$(BIN)/ruff check -q bot tests bench
types:
	@$(BIN)/mypy --no-error-summary
imports:
	@PYTHONPATH=. $(BIN)/lint-imports --no-cache > .venv/imports.log 2>&1 || { cat .venv/imports.log; exit 1; }

docs: dev
	@$(BIN)/python tests/documents.py

# Every picture in docs/ anew, from the program's own answers. Takes Chromium and Node, as `make test` does.
pictures: dev
	@$(BIN)/python tests/prepare.py
	@PYTHONPATH=.:tests $(BIN)/python -m tests.pictures

# Collect every message for translation into bot/locale, and compile what is translated.
locale: dev
	@PYTHONPATH=.:tests $(BIN)/python tests/locale_catalogue.py

bench: dev
	@$(BIN)/python -m bench

chaos: dev
	@$(BIN)/python -m tests.chaos.run

# bandit also runs in `make test`. pip-audit needs PyPI's own database of advisories, which a mirror does not carry.
security:
	@$(BIN)/bandit -q -c pyproject.toml -r bot

audit: dev security
	@$(BIN)/pip-audit --disable-pip --require-hashes -r requirements.lock > .venv/audit.log 2>&1; status=$$?; \
	tail -n +1 .venv/audit.log | grep -v "could not be audited" || true; \
	left=$$(grep -c "could not be audited" .venv/audit.log); \
	if [ "$$left" -gt 0 ]; then echo "pip-audit could NOT look up $$left packages here: run it where PyPI itself can be reached."; exit 1; fi; \
	exit $$status

clean:
	@rm -rf .venv .npm .mypy_cache .ruff_cache .hypothesis build

# Pin again (needs uv): both lock files carry hashes and no address of a registry.
lock:
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --group build pyproject.toml -o requirements.lock
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --group dev pyproject.toml -o requirements-dev.lock
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --group learn pyproject.toml -o requirements-learn.lock

# Learn the models of labels and relevance anew from the labelled texts of tests/quality, two minutes.
learn: .venv/ready-dev
	@$(PIP) install --require-hashes -r requirements-learn.lock
	@$(BIN)/python tests/quality/learn_frame.py && $(BIN)/python tests/quality/learn_relevance.py
