# Every recipe is one thing a person wants. `make` alone lists them.
PORT ?= 8000
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes
unexport PYTHONDONTWRITEBYTECODE
export PYTHONPATH := site:.

.PHONY: help serve test prove check bench lock install dev messages

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python's venv module is missing (Debian, Ubuntu: apt-get install python3-venv)."; exit 1; }

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	@echo "Installing packages (about half a minute, once) …"
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@echo "Installing what tests and checks need (once) …"
	@$(PIP) -r requirements-dev.txt
	@touch $@

# Without Django: it would take longer to load than to compile.
$(VENV)/.messages: $(wildcard locale/*/LC_MESSAGES/*.po) $(VENV)/.installed
	@$(BIN)/python -c 'from pathlib import Path; from operations.catalogues.files import compile_all; compile_all(Path("locale"))'
	@touch $@

install: $(VENV)/.installed $(VENV)/.messages

dev: $(VENV)/.installed-dev $(VENV)/.messages

serve: install ## Run the site on one's own machine (PORT=8000)
	@exec $(BIN)/python manage.py serve --port $(PORT)

test: dev ## Run all tests (with DATABASE_URL: on that database)
	@$(BIN)/python -m tests.browser.presence
	@$(BIN)/python -m pytest -n 2 --dist loadscope -m "not prove" $(ARGS)

prove: dev ## Run the long proofs: kills, growth, big imports
	@$(BIN)/python -m pytest -n 0 -m prove -s $(ARGS)

bench: dev ## Print ratios measured in one run
	@$(BIN)/python -m tests.bench

check: dev ## Lint, format, types, import contracts, migrations, translations, deployment
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/djlint site/templates --lint --quiet
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/mypy site content courses forums certificates --no-error-summary
	@$(BIN)/python manage.py makemigrations --check --dry-run
	@$(BIN)/python manage.py check_catalogues
	@sh tests/house/check_deploy.sh

messages: dev ## Collect the messages of the interface into the catalogues under locale/
	@$(BIN)/python manage.py collect_messages

lock: ## Pin every package again, with hashes
	@$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet requirements.in -o requirements.txt
	@$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet requirements-dev.in -o requirements-dev.txt
