"""The package itself: light to import, typed, and with a stub that tells the truth."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

import brecha

PACKAGE = Path(brecha.__file__).parent


def run(*arguments):
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)


def test_importing_loads_nothing_heavy():
    code = "import brecha, sys; print(' '.join(sys.modules))"
    loaded = set(run("-c", code).stdout.split())
    assert "brecha" in loaded
    assert not loaded & {"pandas", "polars", "pyarrow", "numpy", "yaml", "xlsxwriter", "IPython", "difflib", "inspect", "brecha._core"}


def test_the_command_line_starts_without_what_it_does_not_need():
    code = "import sys; from brecha.command_line import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint(' '.join(sys.modules), file=sys.stderr)"
    loaded = set(run("-c", code).stderr.split())
    assert "argparse" in loaded
    assert not loaded & {"pandas", "polars", "pyarrow", "numpy", "yaml", "xlsxwriter", "brecha._core", "brecha.ruleset"}


def test_all_public_names_are_there():
    for name in brecha.__all__:
        assert getattr(brecha, name) is not None
    assert set(brecha.__all__) <= set(dir(brecha))
    with pytest.raises(AttributeError):
        brecha.nothing  # noqa: B018
    assert re.fullmatch(r"\d+\.\d+\.\d+.*", brecha.__version__)


def test_no_public_name_is_hidden_by_a_module_of_that_name():
    code = """
import brecha, importlib, pkgutil, types
for module in pkgutil.walk_packages(brecha.__path__, "brecha."):
    if "__main__" not in module.name:
        importlib.import_module(module.name)
print([name for name in brecha.__all__ if isinstance(getattr(brecha, name), types.ModuleType)])
"""
    assert run("-c", code).stdout.strip() == "[]"


def test_every_public_class_and_function_has_a_docstring():
    for name in brecha.__all__:
        thing = getattr(brecha, name)
        assert thing.__doc__, name
        if isinstance(thing, type) and thing.__module__ != "brecha._core":
            for member, value in vars(thing).items():
                if not member.startswith("_") and callable(value):
                    assert value.__doc__, f"{name}.{member}"


def test_the_stub_agrees_with_the_module(tmp_path):
    pytest.importorskip("mypy")
    # pybind11's classes have a metaclass and a catch-all __init__ of their own.
    allowed = tmp_path / "allowed"
    allowed.write_text(r"brecha\._core\.[A-Z]\w*(\.__init__)?" + "\n", encoding="utf-8")
    alone = tmp_path / "mypy.ini"  # what the package imports is nothing to the stub: data frames take longer than all the rest
    alone.write_text("[mypy]\nfollow_imports = skip\n", encoding="utf-8")
    found = run("-m", "mypy.stubtest", "brecha._core", "--allowlist", str(allowed), "--mypy-config-file", str(alone))
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.fixture(scope="module")
def mypy(tmp_path_factory):
    """Runs it strictly; what it found out of the libraries is kept for the next run. What only libraries import is not read."""
    pytest.importorskip("mypy")
    cache = tmp_path_factory.mktemp("mypy")
    theirs = ("altair", "hypothesis", "jinja2", "narwhals", "prompt_toolkit", "pydantic", "pydantic_core", "wcwidth")
    (cache / "mypy.ini").write_text(
        f"[mypy]\nstrict = true\nignore_missing_imports = true\ndisable_error_code = import-untyped\n"
        f"[mypy-{','.join(f'{one}.*' for one in theirs)}]\nfollow_imports = skip\n",
        encoding="utf-8",
    )
    return lambda *arguments: run("-m", "mypy", "--config-file", str(cache / "mypy.ini"), f"--cache-dir={cache}", *arguments)


def test_the_package_is_typed(mypy):
    assert (PACKAGE / "py.typed").is_file()
    # By its name, as a user's own check finds it: a path into site-packages would make all of that folder part of the check.
    found = mypy("-p", "brecha")
    assert found.returncode == 0, found.stdout + found.stderr


def test_types_tell_a_user_what_comes_back(mypy, tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        "import brecha\n"
        'rules = brecha.load("tourism_security")\n'
        'report = rules.assess("plan.json", as_of="2026-01-15")\n'
        "for gap in report.gaps:\n"
        "    reveal_type(gap.remedy)\n"
        'reveal_type(report["TS-03"].verdict)\n'
        "reveal_type(report.summary.lowest)\n"
        "rules.assess(3.5)\n",
        encoding="utf-8",
    )
    found = mypy(str(program)).stdout
    assert "program.py:5: note: Revealed type is" in found and "None" in found.split("program.py:5:")[1].split("\n")[0]
    assert re.search(r'program\.py:6: note: Revealed type is "(builtins\.)?str"', found)
    assert re.search(r"program\.py:7: note: Revealed type is .*float", found)
    assert re.search(r"program\.py:8: error", found)


def test_the_shipped_rulesets_are_in_the_package():
    from brecha.shipped import shipped_folder

    assert shipped_folder(), "installed without its rulesets"
    assert {"tourism_security", "port_facility"} <= set(brecha.shipped_rulesets())


def test_an_extra_that_is_not_installed_is_named(small_report, monkeypatch, tmp_path):
    for module in ("pandas", "polars", "xlsxwriter"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=r"pip install 'brecha\[pandas\]'"):
        small_report.gaps.to_pandas()
    with pytest.raises(ImportError, match=r"pip install 'brecha\[polars\]'"):
        small_report.gaps.to_polars()
    with pytest.raises(ImportError, match=r"pip install 'brecha\[excel\]'"):
        small_report.to_excel(tmp_path / "x.xlsx")


def test_yaml_that_is_not_installed_is_named(small_rules, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "yaml", None)
    (tmp_path / "plan.yaml").write_text("title: x\n", encoding="utf-8")
    with pytest.raises(ImportError, match=r"pip install 'brecha\[yaml\]'"):
        small_rules.read_plan(tmp_path / "plan.yaml")


def test_the_extension_is_where_it_should_be():
    assert importlib.util.find_spec("brecha._core") is not None
