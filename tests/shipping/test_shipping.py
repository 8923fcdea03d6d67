"""What goes out, as it arrives: wheel and source archive are installed where nothing else is, and used.

`make test-shipping` makes both and runs this; `make test` does not.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import brecha
import check_wheel
import pytest

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
VERSION = brecha.__version__
# No compiler, no tool at all, and nobody to ask for what is missing.
NOWHERE = "http://127.0.0.1:9"
ALONE = {"PATH": "/nonexistent", "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "http_proxy": NOWHERE, "https_proxy": NOWHERE}


def run(*command: str | Path, folder: Path, **environment: str) -> str:
    """What it prints; with the variables of `environment` and no others."""
    ran = subprocess.run(command, cwd=folder, env=ALONE | {"HOME": str(folder)} | environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{command}\n{ran.stdout[-4000:]}\n{ran.stderr[-4000:]}"
    return ran.stdout


def pip(environment: Path, *arguments: str | Path) -> str:
    return run(sys.executable, "-m", "pip", "--python", environment / "bin" / "python", *arguments, folder=environment)


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.fixture(scope="module")
def wheel() -> Path:
    """The one that `make wheel` made for this Python."""
    tag = f"cp{sys.version_info[0]}{sys.version_info[1]}"
    found = sorted(DIST.glob(f"brecha-{VERSION}-{tag}-{tag}-*.whl"))
    assert len(found) == 1, f"{found}; make wheel makes one for this Python"
    return found[0]


@pytest.fixture(scope="module")
def archive() -> Path:
    return DIST / f"brecha-{VERSION}.tar.gz"


@pytest.fixture(scope="module")
def wheel_of_archive(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compiled from the archive alone and with the build requirements alone; without optimization, which is quicker."""
    folder = tmp_path_factory.mktemp("from_archive")
    run(
        *(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--config-settings=cmake.build-type=None", archive),
        folder=folder,
        PATH=f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    )
    (made,) = folder.glob("*.whl")
    return made


def test_nothing_is_wrong_with_the_wheel(wheel: Path) -> None:
    assert list(check_wheel.faults(wheel)) == []


def test_what_is_wrong_with_a_wheel_is_told(wheel: Path, tmp_path: Path) -> None:
    bad = tmp_path / "brecha-1-py3-none-any.whl"
    with check_wheel.zipfile.ZipFile(bad, "w") as made:
        made.writestr("brecha/__init__.py", f"# {ROOT}")
        made.writestr("brecha/more.py", "")
        module = next(ROOT.glob("build/venv/bindings/_core*.so"))  # not stripped
        made.write(module, f"brecha/{module.name}")
    told = "\n".join(check_wheel.faults(bad))
    for fault in ("no manylinux tag", ".symtab", "rulesets/core", "more.py is no file", "__init__.py is another", f"machine: {ROOT}"):
        assert fault in told


def test_the_archive_has_all_files_of_the_project(archive: Path) -> None:
    """Those that git has or would take, but for what only the project's own machines use."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    meant = {name for name in listed if (ROOT / name).is_file() and not re.match(r"\.ci/|\.gitignore$", name)}
    with tarfile.open(archive) as opened:
        inside = {member.name.partition("/")[2] for member in opened.getmembers() if not member.isdir()}
    assert inside - {"PKG-INFO"} == meant


@pytest.mark.parametrize("made", ["wheel", "wheel_of_archive"])
def test_installed_where_nothing_else_is(made: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", environment, folder=tmp_path)
    before = files_below(environment)
    pip(environment, "install", request.getfixturevalue(made))
    assert pip(environment, "list", "--format=freeze").split() == [f"brecha=={VERSION}"]

    command, here = environment / "bin" / "brecha", Path(sys.executable).parent / "brecha"
    assert run(command, "--version", folder=tmp_path) == run(here, "--version", folder=tmp_path)
    assert run(command, "rules", folder=tmp_path) == run(here, "rules", folder=tmp_path)
    for ruleset, plan in (("tourism_security", "dominican-republic"), ("port_facility", "made-up-survey")):
        assess = ("assess", ruleset, plan, "--as-of", "2026-01-15", "--format", "json", "--fail-on", "none")
        report = run(command, *assess, folder=tmp_path)
        assert '"findings"' in report
        assert report == run(here, *assess, folder=tmp_path)

    pip(environment, "uninstall", "--yes", "brecha")
    assert files_below(environment) == before
