# Everything runs from .venv; nothing is needed but Python 3.11 or newer and make.
PYTHON ?= python3
BIN := .venv/bin
export UV_PROJECT_ENVIRONMENT := .venv

.DEFAULT_GOAL := help
.PHONY: help install run test check lint format

help: ## Show this help
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(BIN)/uv:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

.venv/.run: $(BIN)/uv uv.lock pyproject.toml
	$(BIN)/uv sync --quiet --frozen --inexact --no-default-groups
	@touch $@

.venv/.dev: $(BIN)/uv uv.lock pyproject.toml
	$(BIN)/uv sync --quiet --frozen --inexact --all-groups
	@touch $@ .venv/.run

install: .venv/.run ## Install the locked packages; leaves the command at .venv/bin/motcua

run: install ## Start the assistant with its web chat and a few demo dossiers
	$(BIN)/motcua run --demo

# A fake of Telegram's that others wrote: the one thing that comes from npm.
.venv/stranger:
	npm install --silent --no-save --ignore-scripts --prefix $@ telegram-test-api@4.2.1 || { rm -rf $@; exit 1; }

test: .venv/.dev $(if $(shell command -v npm),.venv/stranger) ## Run the tests (PostgreSQL, a browser and npm are used where they are found)
	$(BIN)/pytest -n auto

lint: .venv/.dev ## Check style, types, floors and the shipped knowledge
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/motcua kb lint

check: lint test ## All that CI checks

format: .venv/.dev ## Mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
