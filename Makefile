# `make run` and `make test` do all of their own set-up.

PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
READY := .venv/.ready
DEV := .venv/.ready-dev

.PHONY: help setup run test thorough check fast browser crash bench screenshots catalogue docs clean

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup: $(READY) ## Prepare .venv with the locked requirements

$(READY): requirements.lock scripts/setup.py
	$(PYTHON) scripts/setup.py
	@touch $(READY)

$(DEV): requirements-dev.lock scripts/setup.py
	$(PYTHON) scripts/setup.py --dev
	@touch $(DEV) $(READY)

run: $(READY) ## Serve the app on 127.0.0.1 (PORT=8501)
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: $(DEV) ## Run the whole suite, with a real browser and LibreOffice
	$(BIN)/python scripts/test_tools.py
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

fast: $(DEV) ## Run what needs neither browser nor LibreOffice
	$(BIN)/python -m pytest -n 2 -m "not browser and not office and not slow" --ignore tests/crash

thorough: $(DEV) ## Run what `make test` leaves out: more drawn examples, the same gestures on other canvases
	$(BIN)/python -m pytest -n 2 -m slow

check: $(DEV) ## Lint, types, layers, catalogue
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/catalogue.py --check
	$(BIN)/python scripts/docs.py --check

crash: $(DEV) ## Kill the writer 200 times, replay 400 power cuts
	$(BIN)/python -m tests.crash.kill --times 200
	$(BIN)/python -m tests.crash.power --cuts 400

bench: $(DEV) ## Measure against named bare equivalents, side by side
	$(BIN)/python -m tests.bench

screenshots: $(DEV) ## Take the README's pictures from the real app
	$(BIN)/python scripts/screenshots.py

catalogue: $(DEV) ## Bring the texts of the code into the French catalogue
	$(BIN)/python scripts/catalogue.py

docs: $(DEV) ## Renew the pages that are made from the declarations
	$(BIN)/python scripts/docs.py

clean: ## Forget what was set up and built
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .hypothesis
