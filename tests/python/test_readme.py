"""The code in README.md runs as it stands."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import brecha
from brecha.command_line import main
from brecha.shipped import shipped_folder

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
BLOCKS = [(language, text) for language, text in re.findall(r"```(\w*)\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)]


def blocks(language):
    return [text for other, text in BLOCKS if other == language]


def test_every_block_is_of_a_kind_that_is_run():
    assert {language for language, _ in BLOCKS} == {"sh", "python", "brecha", "cpp"}


def test_the_python_runs(tmp_path, monkeypatch, capsys):
    pytest.importorskip("pandas")
    pytest.importorskip("xlsxwriter")
    monkeypatch.chdir(tmp_path)
    for text in blocks("python"):
        exec(compile(text, "README.md", "exec"), {})
    assert (tmp_path / "gaps.xlsx").is_file()
    assert "requisitos" in capsys.readouterr().out


def test_the_rules_check_and_run():
    for text in blocks("brecha"):
        rules = brecha.compile(text)
        plan = {
            "agencies": [{"id": "ict", "name": "Tourism board", "part": ["leads"]}],
            "people": [{"id": "a", "agency": "ict", "duty": "representative"}],
        }
        (gap,) = rules.assess(plan, "2026-01-15").gaps
        assert gap.message == "Tourism board has named 1 of 2 representatives."


def test_the_commands_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    commands = [line.split("#")[0].split() for text in blocks("sh") for line in text.splitlines() if line.startswith("brecha ")]
    assert {command[1] for command in commands} >= {"assess", "check", "fmt", "test", "rules", "new"}
    for command in commands:
        assert main(command[1:]) == 0, (command, capsys.readouterr().err)
    assert (tmp_path / "gaps.html").is_file()


def test_the_makefile_has_the_two_commands():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in re.findall(r"^make (\w+)", "\n".join(blocks("sh")), re.MULTILINE):
        assert re.search(rf"^{command}:", makefile, re.MULTILINE), command


def test_the_cpp_compiles_and_runs(tmp_path):
    compiler = shutil.which("g++") or shutil.which("c++")
    if compiler is None:
        pytest.skip("no C++ compiler")
    (text,) = blocks("cpp")
    source = tmp_path / "host.cpp"
    source.write_text(
        text.replace(
            'brecha::load("tourism_security")', f'brecha::load("{shipped_folder()}/tourism_security", {{.shipped = "{shipped_folder()}"}})'
        )
    )
    include = f"-I{ROOT / 'engine' / 'include'}"
    # clang's, in build/fuzz, has its sanitizers
    libraries = [path for path in sorted(ROOT.glob("build/**/libbrecha.a")) if "fuzz" not in path.parts]
    if not libraries:
        subprocess.run([compiler, "-std=c++20", "-Wall", "-Werror", "-fsyntax-only", include, source], check=True)
        pytest.skip("compiles; not run, as there is no libbrecha.a in build/ (make test builds one)")
    host = tmp_path / "host"
    subprocess.run([compiler, "-std=c++20", "-Wall", "-Werror", include, source, libraries[0], "-pthread", "-o", host], check=True)
    ran = subprocess.run([host], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_the_files_it_points_to_are_there():
    for target in re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (ROOT / target).exists(), target
