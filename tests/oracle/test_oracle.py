"""Engine and oracle give the same verdicts, findings and cells: on random pairs, on every written case, on every sample plan."""

from __future__ import annotations

import functools
import json
import os
import re

import pytest

from . import engine, networks
from .cases import WrittenCase, written_cases
from .compare import but_missing, run_plan
from .coverage import Coverage
from .generate import vocabulary_text
from .protocols import Procedure
from .run import a_network, a_protocol, keep, pairs
from .shrink import story

pytestmark = pytest.mark.skipif(not engine.available(), reason="brecha._core is not built")

PAIRS = int(os.environ.get("BRECHA_ORACLE_PAIRS", "1000"))


def test_random_rulesets_and_plans_come_out_alike(capsys):
    """Every verdict, finding and cell, and of what is open exactly the missing places, with their slices."""
    coverage, found = Coverage(), []
    pairs(0, PAIRS, coverage, lambda case, differences: found.append((case, differences)))
    with capsys.disabled():
        print("\n" + coverage.text())
    if found:
        path = keep(*found[0])
        pytest.fail(f"{len(found)} of {PAIRS} pairs come out otherwise; the first, made small, is {path.name}:\n{path.read_text()}")
    if PAIRS >= 1000:
        assert coverage.not_reached() == []


def test_small_procedures_come_out_as_when_every_run_is_counted_out(monkeypatch):
    """Every part, and of what is open exactly the missing places."""
    monkeypatch.setattr(Procedure, "whole", True)
    coverage, found, count = Coverage(), [], PAIRS // 10
    pairs(0, count, coverage, lambda case, differences: found.append((case, differences)), make=a_network)
    if found:
        path = keep(*found[0])
        pytest.fail(f"{len(found)} of {count} come out otherwise; the first, made small, is {path.name}:\n{path.read_text()}")
    assert coverage.operations["procedure_part"] and all(coverage.truths[one] for one in ("holds", "fails", "unknown", "not_owed"))


@pytest.fixture
def counted_out_in_a_moment(monkeypatch):
    """Protocols without those of which the runs are too many for that, and without their missing places."""
    monkeypatch.setattr(networks, "MOST_RUNS", 20_000)
    monkeypatch.setattr(Procedure, "turning", False)


@pytest.mark.usefixtures("counted_out_in_a_moment")
def test_random_protocols_come_out_alike():
    """Every part: records, cases, roles, damaged procedures."""
    coverage, found, count = Coverage(), [], PAIRS // 5

    def differs(case, differences):
        if told := but_missing(differences):
            found.append(story(case, told))

    pairs(0, count, coverage, differs, make=a_protocol)
    assert not found, f"{len(found)} of {count} come out otherwise; the first:\n{found[0]}"
    assert coverage.operations["procedure_part"] and all(coverage.truths[one] for one in ("holds", "fails", "unknown", "not_owed"))


def shipped() -> list[str]:
    if not engine.RULESETS.exists():
        return []
    return sorted(
        path.name
        for path in engine.RULESETS.iterdir()
        if path.is_dir() and any("ruleset " in one.read_text() for one in path.glob("*.brecha"))
    )


@functools.cache
def loaded(name: str) -> engine.Ruleset:
    return engine.load(name)


def looked_at(case: WrittenCase, number: int, count: int, ruleset: engine.Ruleset) -> set[str] | None:
    """Of a shipped ruleset the requirements that a case names, and others in turn: each in every tenth case, or where there are many
    in ten cases. All where it speaks of all, or BRECHA_ORACLE_WHOLE is set."""
    if os.environ.get("BRECHA_ORACLE_WHOLE") or re.search(r"\bexpect\s+gaps\b", case.text):
        return None
    words = set(re.findall(r"[\w.()-]+", case.text))
    named = words | {word[: dot.start()] for word in words for dot in re.finditer(r"\.", word)}  # of PF-1.a.2 also PF-1.a and PF-1
    ids = [one["id"] for one in ruleset.printed["requirements"]]
    every = max(10, count // 10)
    return {one for index, one in enumerate(ids) if index % every == number % every or one in named}


def alike(ruleset: engine.Ruleset, text: str, *arguments, only: set[str] | None = None, **options) -> list[str]:
    """The differences; without those of the protocols where the runs of a procedure are more than can be counted out in a moment, and
    of protocols not those in missing places: of procedures that say too little the two name others (tests/cases/meaning has what is settled)."""
    protocols = {one["id"] for one in ruleset.printed["requirements"] if one["protocol"] is not None}
    try:
        found = run_plan(ruleset, text, *arguments, only=only, **options).differences
    except networks.TooManyRuns:
        others = {one["id"] for one in ruleset.printed["requirements"]} - protocols
        found = run_plan(ruleset, text, *arguments, only=others if only is None else only & others, **options).differences
    return [one for one in found if not (": missing, " in one and one.split()[0].rstrip(":") in protocols)]


@pytest.mark.usefixtures("counted_out_in_a_moment")
@pytest.mark.parametrize("name", shipped())
def test_written_cases_come_out_alike(name):
    ruleset = loaded(name)
    cases = [case for path in sorted((engine.RULESETS / name).rglob("*.brecha")) for case in written_cases(path)]
    assert cases
    for number, case in enumerate(cases):
        differences = alike(ruleset, case.plan, case.as_of, case.parameters, only=looked_at(case, number, len(cases), ruleset))
        assert differences == [], f"{case.where} {case.title}"


MEANING = sorted((engine.ROOT / "tests" / "cases" / "meaning").glob("*.brecha"))


@pytest.mark.parametrize("path", MEANING, ids=lambda path: path.stem)
def test_the_cases_of_the_language_come_out_alike(path):
    rulesets: dict[str, engine.Ruleset] = {}
    for case in written_cases(path):
        if case.ruleset not in rulesets:
            rulesets[case.ruleset] = engine.load(path, case.ruleset)
        outcome = run_plan(rulesets[case.ruleset], case.plan, case.as_of, case.parameters)
        assert outcome.differences == [], f"{case.where} {case.title}"


@pytest.mark.usefixtures("counted_out_in_a_moment")
@pytest.mark.parametrize("name", shipped())
@pytest.mark.parametrize("read", ["", "part", "whole"])
def test_sample_plans_come_out_alike(name, read):
    ruleset = loaded(name)
    plans = sorted((engine.RULESETS / name).rglob("*.json"))
    for path in plans:
        assert alike(ruleset, path.read_text(encoding="utf-8"), "2026-01-15", read=read) == [], path.name


FOUND = sorted((engine.ROOT / "tests" / "oracle" / "found").glob("*.json"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_once_came_out_otherwise_comes_out_alike(path):
    case = json.loads(path.read_text(encoding="utf-8"))
    ruleset = engine.compile_ruleset([("world.brecha", vocabulary_text()), ("trial.brecha", case["ruleset"])])
    assert run_plan(ruleset, case["plan"], case["as_of"], case["parameters"], case["read"], case["facts_since"]).differences == []
