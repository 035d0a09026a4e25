PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := pyproject.toml tools/build_hook.py $(wildcard src/rsnms_rules/locale/*/LC_MESSAGES/*.po)

.PHONY: demo test lint types messages schemas rules questions bench fuzz clean

demo: $(VENV)/.installed
	@$(BIN)/python tools/demo.py

test: $(VENV)/.developing lint types
	$(BIN)/python -m pytest -q

lint: $(VENV)/.developing
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.developing
	$(BIN)/mypy

# Take the messages of the code into the Russian catalogue; translate the empty ones by hand.
messages: $(VENV)/.developing
	$(BIN)/python tools/messages.py

# Write the generated JSON Schemas anew.
schemas: $(VENV)/.developing
	$(BIN)/python tools/schemas.py

# Write the pages of the rules anew, in both languages.
rules: $(VENV)/.developing
	$(BIN)/python tools/rules.py

# Ask the question set and write docs/questions.md.
questions: $(VENV)/.developing
	$(BIN)/python -m benchmarks.questions

# Measure reading and start-up against their floors; writes docs/benchmarks.md.
bench: $(VENV)/.developing
	$(BIN)/python -m benchmarks.run

# Mutated files against the reader for a minute; never a crash.
fuzz: $(VENV)/.developing
	$(BIN)/python tools/fuzz.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python $(SOURCES)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.developing: $(BIN)/python $(SOURCES)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[all,dev]'
	@touch $@ $(VENV)/.installed
