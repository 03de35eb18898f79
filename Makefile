# 稽查 Jicha. Python 3.11+, git and make are enough: the rest is installed into .venv and
# frontend/node_modules. `make help` lists the commands.
PYTHON ?= python3
BIN := .venv/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
.DEFAULT_GOAL := help
.PHONY: help install run test check check-python check-desk bench clean schema law graph pictures

help: ## Show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

install: ## Create .venv, fetch what is needed, build the desk
	@$(PYTHON) scripts/bootstrap.py

run: install ## Start everything with the demo county and stay in the foreground
	@JICHA_HOME="$${JICHA_HOME:-$(CURDIR)/.jicha}" exec $(BIN)/jicha up --foreground --demo

test: install ## Run every test on servers of its own
	@$(BIN)/pytest -n 2 --dist loadscope --no-loadscope-reorder || { code=$$?; \
	  grep -h -A60 -m1 '^Current' .pytest_crash.* | grep -v -e ^Ext -e /_pytest/ -e /pluggy/; exit $$code; }

check: install ## Formatting, types, arrows, schema, compose file
	@$(MAKE) --no-print-directory -j2 check-python check-desk

# Two lanes of about the same length, for two cores.
check-python:
	$(BIN)/ruff check --no-cache .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/check_compose.py

check-desk:
	$(BIN)/basedpyright graph
	cd frontend && npm run --silent check
	$(BIN)/python scripts/check_schema.py
	$(BIN)/python scripts/check_types.py
	$(BIN)/python scripts/field_words.py
	$(BIN)/python scripts/law.py
	$(BIN)/python scripts/graph_doc.py

schema: ## Write api/schema.graphql, the desk's types and the terminal's words anew
	@$(PYTHON) scripts/bootstrap.py --packages
	$(BIN)/python scripts/check_schema.py --write
	$(BIN)/python scripts/check_types.py --write
	$(BIN)/python scripts/field_words.py --write

law: install ## Write docs/law.md anew from the dated rules
	$(BIN)/python scripts/law.py --write

graph: install ## Write docs/graph.md anew from the map's declarations
	$(BIN)/python scripts/graph_doc.py --write

pictures: install ## Take the guides' pictures (docs/images) anew from a demo county of its own
	@$(BIN)/python scripts/pictures.py

bench: install ## Measure, beside what a user would pick instead; prints JSON
	@$(BIN)/python tests/bench/run.py

clean: ## Remove what install and tests made; the data home .jicha stays
	rm -rf .venv frontend/node_modules frontend/dist .mypy_cache .ruff_cache .pytest_cache \
	  .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -not -path './.jicha/*' -prune -exec rm -rf {} +
