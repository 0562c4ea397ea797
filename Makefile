# Everything a developer needs: `make help`. The venv is .venv in the checkout.
SHELL := /bin/bash
.DEFAULT_GOAL := help

# The first that runs and is 3.11: a version manager's python3.11 may be there and not run.
PYTHON := $(shell for p in python3.11 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null && command -v "$$p" && break; done)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help demo test check fmt clean messages

help: ## Say what there is to make.
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.installed .env ## Use the bot in your browser: no token, no account.
	@exec $(BIN)/python manage.py start --sandbox

test: $(VENV)/.installed-dev ## Run the tests on SQLite and on PostgreSQL.
	@$(BIN)/python .ci/test.py $(ARGS)

check: $(VENV)/.installed-dev ## Look at style, types, borders, migrations, templates, translations.
	@$(BIN)/python .ci/check.py

fmt: $(VENV)/.installed-dev ## Format the code.
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

messages: $(VENV)/.installed-dev ## Collect the texts to translate and compile the translations.
	@$(BIN)/python .ci/messages.py

clean: ## Remove the venv, caches and the demo's database. Keeps .env.
	rm -rf $(VENV) staticfiles .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -f rvx.sqlite3*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.env: | $(VENV)/bin/python
	@$(BIN)/python .ci/dotenv.py .env

# Stamps: a second run installs only after a change of the requirements.
$(VENV)/.installed: requirements.txt $(VENV)/bin/python
	@echo "Installing (once)…"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements.txt requirements-dev.txt $(VENV)/bin/python
	@echo "Installing (once)…"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.installed

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { \
		echo "Python 3.11 is needed; here is $$(python3 -V 2>/dev/null || echo none). Install it, or: make PYTHON=/path/to/python3.11 …"; \
		exit 1; }
	@"$(PYTHON)" -m venv $(VENV) || { \
		echo "No venv could be made. On Debian: apt-get install python3.11-venv"; rm -rf $(VENV); exit 1; }
