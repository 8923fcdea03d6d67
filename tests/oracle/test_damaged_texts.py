"""Texts as strangers send them: rulesets and plans with pieces cut out, doubled, swapped or replaced.

A ruleset compiles or is refused with diagnostics; a plan is read or refused, and then engine and oracle still agree on it.
"""

from __future__ import annotations

import os
import random

import pytest

from . import engine
from .compare import run_plan
from .generate import make_case

pytestmark = pytest.mark.skipif(not engine.available(), reason="brecha._core is not built")

TEXTS = int(os.environ.get("BRECHA_DAMAGED_TEXTS", "100"))
PIECES = ["{", "}", "[", "]", '"', ",", ":", "\\", "null", "true", "1e400", "-0", "-1", "0.1e1", '"2024-02-30"', '"\\ud800"', "\u0301", "\x00", "evidence",
          "read", "(", ")", "=", "where", "every", "no", "é", "\U0001f600", '""', "{}", "[]", "NaN", "\n", "#", " in ", "require", "99999999999999999999"]  # fmt: skip


def damaged(text: str, rng: random.Random) -> str:
    for _ in range(rng.choice([1, 1, 2, 5])):
        start = rng.randrange(len(text) + 1)
        end = min(len(text), start + rng.choice([0, 1, 1, 3, 20]))
        piece = rng.choice(["", rng.choice(PIECES), text[start:end] * 2, text[rng.randrange(len(text) + 1) :][: rng.randint(1, 30)]])
        text = text[:start] + piece + text[end:]
    return text


def test_a_damaged_ruleset_compiles_or_is_refused():
    refused = 0
    for number in range(TEXTS):
        rng = random.Random(f"damaged ruleset {number}")
        case = make_case(number)
        files = [(name, damaged(text, rng) if rng.random() < 0.7 else text) for name, text in case.files()]
        try:
            engine.compile_ruleset(files).assess(case.plan_text(), case.as_of)
        except engine.Refused as why:
            refused += 1
            assert why.codes
    assert 0 < refused < TEXTS


def test_a_damaged_plan_is_read_alike_or_refused_by_both():
    refused = 0
    for number in range(TEXTS):
        rng = random.Random(f"damaged plan {number}")
        case = make_case(number)
        try:
            ruleset = engine.compile_ruleset(case.files())
        except engine.Refused:
            continue
        for _ in range(4):
            text = damaged(case.plan_text(), rng)
            outcome = run_plan(ruleset, text, case.as_of, case.parameters, case.read)
            refused += outcome.theirs is None
            assert outcome.differences == [], f"{outcome.differences}\n{case.ruleset_text()}\n{text}"
    assert refused > 0
