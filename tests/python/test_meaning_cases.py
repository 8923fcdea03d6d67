"""The case files of the language: each checks without a warning, stands as the formatter writes it, and all of its cases pass."""

import re
from pathlib import Path

import pytest

from brecha.command_line import main

FILES = sorted((Path(__file__).resolve().parents[1] / "cases" / "meaning").glob("*.brecha"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_cases_pass(path, capsys):
    assert main(["check", str(path)]) == 0  # not --strict: it asks for texts, which cases of the language have no need of
    out = capsys.readouterr().out
    assert re.search(r": 0 \w+, 0 \w+\n$", out), out
    assert main(["fmt", "--check", str(path)]) == 0, capsys.readouterr().out
    assert main(["test", str(path)]) == 0, capsys.readouterr().out
