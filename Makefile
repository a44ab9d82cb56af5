# Everything runs from here. `make run` and `make test` set up what they need.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup run test check

setup: .venv/ready
.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@
