# Two commands do all the set-up on a machine that has Python 3.11 or newer and make:
#   make audit   environment, then the main job on raw/, then says where the report lies
#   make test    environment, then the tests
# CI runs more than `make test`: the legs, one after the other (.ci/run).
# What stands is skipped. PYTHON=/some/python3 chooses the interpreter.

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
READY := $(VENV)/ready
PYTHON ?=

# A leg that is tests has a mark of its own in pyproject.toml: its name goes into LEGS, its mark into APART, and its
# target stands below. `make test` runs what is in no other leg. Any other target may be a leg too.
LEGS := test runs machine flow browser gates rules drill spark
APART := gold or rules or runs or flow or browser or spark
PYTEST := $(BIN)/python -m pytest --numprocesses 2 --dist loadgroup

empty :=
blank := $(empty) $(empty)

.DEFAULT_GOAL := check
DRILLS ?= 10
.PHONY: audit test runs machine flow browser gates drill rules spark legs check format docs accuracy bench compiled clean

audit: $(INSTALLED)
	$(BIN)/secondhand run raw --warehouse warehouse.duckdb --report report
	@echo "Open file://$(subst $(blank),%20,$(CURDIR))/report/index.html"
	@$(BIN)/python -m bench.machine_code

test: $(READY)
	$(PYTEST) -m "not ($(APART))"

# What makes one run after another: growth, rulings, changes, the pages of docs (tests/conftest.py says where).
runs: $(READY)
	$(PYTEST) -m runs

# What users run: the hot modules as machine code read as plain Python does (`test`).
machine: compiled
	@if [ -e build/machine_code/made_of ]; then SECONDHAND_PLAIN=0 $(PYTEST) tests/unit/bench/test_compiled.py tests/unit/text tests/unit/extract tests/unit/lexicon tests/golden -m "not ($(APART) or plain)"; \
	else echo "there is no machine code: the leg is skipped"; fi

# What runs Prefect: servers that start, schedules, a run that is killed.
flow: $(READY)
	$(PYTEST) -m flow

# The report and the review pages in a headless Chromium; all is skipped where there is none.
browser: $(READY)
	$(BIN)/python -m pytest -m browser -rs

# Every data set beside the checkout held to its floors; where there is none, all is skipped.
gates: $(READY)
	$(PYTEST) -m gold

# Runs that are killed, starved, handed damaged files: attacks tried, survived, lost. CI makes ten of each kind;
# DRILLS=1 make drill: one.
drill: $(READY)
	SECONDHAND_PLAIN=0 $(BIN)/python -m bench.drill --each $(DRILLS)

# Each rule entry, taken away, must change the reading of its own example; how many may not is bench/idle_rules.toml.
rules: $(READY)
	$(PYTEST) -m rules

# The same rows by every engine: DuckDB, Spark on this machine, a Spark cluster on the loopback that loses a worker.
# Installs Java and pyspark where it may; where they cannot be had it says so, and all is skipped.
spark: $(READY)
	@.ci/install_spark $(BIN)/python
	$(BIN)/python -m pytest -m spark -rs tests/spark
	$(BIN)/python -m bench.engines

legs: $(READY)
	@$(BIN)/python -m bench.legs $(LEGS)

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) -m "not ($(APART))"

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The data dictionary and the answers to common questions, from a warehouse of the demo; commands, findings and measures.
docs: $(READY)
	rm -rf build/docs && mkdir -p build/docs
	$(BIN)/secondhand run raw/demo --warehouse build/docs/warehouse.duckdb --no-report --reviews build/docs/reviews --direct
	$(BIN)/python -m audit.warehouse.dictionary build/docs/warehouse.duckdb > docs/warehouse.md
	$(BIN)/python -m audit.warehouse.questions build/docs/warehouse.duckdb docs/questions.md
	$(BIN)/python -m bench.reference

# Every data set measured, and told beside its floors: the tests hold those too.
accuracy: $(READY)
	$(BIN)/python -m bench.accuracy

# Speed beside those peers that are installed (docs/bench.md says how), and accuracy: bench/RESULTS.md with its plots.
bench: $(READY) compiled
	$(BIN)/python -m bench.results

# The hot modules as machine code (build/machine_code), where there is a C compiler; once more after a change of code,
# until then all runs as plain Python.
compiled: $(INSTALLED)
	@$(BIN)/python -m bench.machine_code

$(READY): $(INSTALLED)
	@$(BIN)/python -m bench.machine_code
	@touch $@

# The environment stands as long as neither file it was made from has changed.
$(INSTALLED): pyproject.toml constraints.txt
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { $(find_python) && echo "Making $(VENV) with $$found" && "$$found" -m venv --clear $(VENV); }
	@echo "Installing what constraints.txt pins: a minute, the first time"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

# The first of these that runs, is new enough and can make an environment.
define find_python
found=; for name in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
  if "$$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then found="$$name"; break; fi; \
done; \
if [ -z "$$found" ]; then \
  echo "No Python 3.11 or newer with venv and pip was found: install one (Debian, Ubuntu: python3 and python3-venv), or name it: make PYTHON=/path/to/python3" >&2; exit 1; \
fi
endef

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache build
