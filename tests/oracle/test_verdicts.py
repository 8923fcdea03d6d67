"""Verdicts alone, of many plans that are read together, are those of each plan by itself, where they have reasons."""

from __future__ import annotations

import os
import random

import brecha
import pytest

from . import engine
from .generate import PlanWriter, compared_in, json_text, make_case, vocabulary_text

pytestmark = pytest.mark.skipif(not engine.available(), reason="brecha._core is not built")

RULESETS = int(os.environ.get("BRECHA_ORACLE_PAIRS", "1000")) // 125
PLANS = 260  # from 256 rows on, whole numbers have a second, narrow form

SOURCE = 'source S { title "S" standing law }'
# What is the same for all elements of a list, by the kind of its field: of the plan, of one around the element, and made of these.
SHARED = {
    "number": ["3", "2.5", "plan.score", "plan.bound", "plan.head", "plan.head + 1", "plan.score - plan.head"],
    "date": ["2024-05-01", "plan.starts", "plan.ends", "plan.starts - 30 days"],
    "percent": ["40 %", "plan.quota"],
}
LISTS = {
    "plan.teams": [("size", "number"), ("budget", "number"), ("size + 1", "number"), ("formed", "date"), ("portion", "percent")],
    "plan.tasks": [("no_of", "number"), ("done", "date"), ("due", "date")],
    "plan.rooms": [("size", "number"), ("checked", "date")],
    "list(s in plan.sites : s.rooms)": [("size", "number"), ("checked", "date")],
}
CONDITIONS = {"plan.teams": ["active", "hue = red"], "plan.tasks": ["hue = blue"], "plan.rooms": ["locked"]}


def quantifiers(seed) -> str:
    """Twenty requirements, each with a quantifier over one comparison."""
    rng = random.Random(f"quantifiers {seed}")
    rules = []
    for number in range(20):
        within = rng.choice(list(LISTS))
        field, kind = rng.choice(LISTS[within])
        shared = rng.choice(SHARED[kind])
        sides = [f"x.{field}", shared]
        if rng.random() < 0.5:
            sides.reverse()
        comparison = f" {rng.choice(['<', '<=', '>', '>='])} ".join(sides)
        where = ""
        if within in CONDITIONS and rng.random() < 0.5:
            where = f" where x.{rng.choice(CONDITIONS[within])}"
        condition = f"{rng.choice(['every', 'some'])} x in {within}{where} : {comparison}"
        if within == "plan.teams" and rng.random() < 0.3:  # a list inside each item of another, held against the item's own
            inner = rng.choice(["m.effort_hours >= t.size", "m.joined > t.formed", "m.effort_hours < plan.head", "m.effort_hours <= 2"])
            condition = f"every t in plan.teams : {rng.choice(['every', 'some'])} m in t.members : {inner}"
        rules.append(f'  requirement V-{number} {{ title "V" shall source S "1" require {condition} gap "no" }}\n')
    return "".join(rules)


@pytest.mark.parametrize("kind", ["random", "quantifiers"])
def test_verdicts_alone_are_those_of_the_reports(kind):
    seen, found = set(), []
    for seed in range(RULESETS):
        case = make_case(f"{kind} {seed}")
        text = case.ruleset_text() if kind == "random" else f'ruleset trial 1.0 {{ title "T" uses world 1 {SOURCE}\n{quantifiers(seed)}}}\n'
        try:
            rules = brecha.compile({"world.brecha": vocabulary_text(), "trial.brecha": text})
        except brecha.RulesetError:
            assert kind == "random"  # not all of them check
            continue
        writer = PlanWriter(random.Random(f"verdicts {seed}"), tidy=True)
        writer.compared = compared_in(text)
        plans = [json_text(writer.plan()) for _ in range(PLANS)]
        alone = rules.verdicts(plans, case.as_of).to_pandas()
        for number, plan in enumerate(plans):
            report = rules.assess(plan, case.as_of)
            for requirement in alone.columns[1:]:
                short, reasoned = alone[requirement][number], report[requirement].verdict
                seen.add(reasoned)
                if short != reasoned:
                    found.append((seed, requirement, number, short, reasoned))
    assert found == []
    assert {"met", "not_met", "unknown"} <= seen
