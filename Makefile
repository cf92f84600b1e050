# `make build` makes the environment and real output; `make test` installs what the tests need and runs them all.
PY := .venv/bin/python
EMM := .venv/bin/emmbuild

.PHONY: help build test lint unit figures lock clean

help:            ## show this help
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

build:           ## make the environment, install locked dependencies, build decks, workbooks and packages
	@tools/setup-python build
	@tools/fetch-schemas || echo "packages will name no schema files (no npm here); everything else is the same" >&2
	@$(EMM) build 2.6 --lang all
	@$(EMM) build 1.1 3.12 --lang en,fr,ar
	@$(EMM) build geneva-2005
	@echo "Decks, workbooks and packages are in $(CURDIR)/build, one folder a section and language:"
	@ls -d build/*/*/ | head -20

test:            ## install everything the tests need, then run all of them
	@tools/setup-python test
	@tools/install-test-tools
	@tools/setup-xblock
	@tools/fetch-schemas
	@$(MAKE) --no-print-directory lint
	@$(PY) -m pytest -n 2 --dist loadfile

lint:            ## types and style
	@$(PY) -m ruff check .
	@$(PY) -m mypy

unit:            ## the quick tests only
	@$(PY) -m pytest -m "not office and not browser"

figures:         ## write docs/library.md again from the library
	@$(PY) tools/library_table.py > docs/library.md.new && mv docs/library.md.new docs/library.md

lock:            ## write the lock files again from setup.cfg
	@$(PY) -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url --no-emit-find-links --no-annotate -o requirements/build.lock requirements/build.in
	@$(PY) -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url --no-emit-find-links --no-annotate -o requirements/test.lock requirements/test.in
	@$(PY) -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url --no-emit-find-links --no-annotate -o requirements/xblock.lock requirements/xblock.in

clean:           ## remove outputs and the environment
	rm -rf .venv .xblock .pybuild build/[0-9]* build/manifest.json
