"""A small ruleset, that of `brecha new`, and a plan with a gap, something open, and something met."""

import contextlib
import json
import os
from pathlib import Path

import pytest

import brecha
from brecha.command_line import main

ROOT = Path(__file__).resolve().parents[2]
os.environ.pop("COLUMNS", None)  # of the terminal of whoever runs the tests


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory):
    """What `brecha new small` writes."""
    folder = tmp_path_factory.mktemp("rulesets")
    before = os.getcwd()
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(None):
            assert main(["new", "small"]) == 0
    finally:
        os.chdir(before)
    return folder / "small"


@pytest.fixture(scope="session")
def small_rules(small_folder):
    return brecha.load(small_folder)


PLAN = {
    "title": "Plan of <b>Puerto</b> & surroundings",
    "approved_on": "2025-03",
    "agencies": [
        {"id": "tourism", "name": "Ministry of Tourism", "sector": "public", "representatives": 2},
        {"id": "police", "name": "National Police", "sector": "public", "representatives": 1},
        {"id": "port", "name": "<script>alert(1)</script>", "sector": "public", "representatives": 0, "particpates": True},
    ],
    "evidence": {
        "": {"document": "programme sheet", "read": "part"},
        "agencies": {"document": "Decree 287-19", "page": "3", "read": "whole"},
    },
}


@pytest.fixture
def plan_dict():
    return json.loads(json.dumps(PLAN))


@pytest.fixture
def plan_file(tmp_path):
    path = tmp_path / "puerto.json"
    path.write_text(json.dumps(PLAN, indent=2), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def small_report(small_rules):
    return small_rules.assess(json.loads(json.dumps(PLAN)), as_of="2026-01-15")


@pytest.fixture
def brecha_command(capsys, monkeypatch):
    """Runs a command in this process: brecha_command("check", "x") gives status, stdout, stderr."""
    monkeypatch.delenv("NO_COLOR", raising=False)

    def run(*arguments):
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as end:  # argparse ends so on wrong usage
            status = end.code
        output = capsys.readouterr()
        return status, output.out, output.err

    return run
