"""Rulesets and plans as hypothesis draws them: what a generator writes from a seed, with pieces left out. A failure shrinks to few pieces."""

from __future__ import annotations

import random
from dataclasses import dataclass

from hypothesis import HealthCheck, reject, settings
from hypothesis import strategies as st

from . import engine
from .complete import Completer, tidy_plan
from .generate import Case, json_text, make_case
from .shrink import paths, remove

SEEDS = st.integers(0, 2**32)


def tried(count: int) -> settings:
    """So many examples of a law, the same in every run."""
    return settings(
        max_examples=count, derandomize=True, deadline=None, database=None, print_blob=False, suppress_health_check=list(HealthCheck)
    )


def kept(draw, one_of: int) -> bool:
    """Is a piece left in? Mostly; but where it is not needed for a failure, it goes."""
    return draw(st.integers(0, one_of)) > 0


@dataclass
class World:
    """A ruleset that checks, and a plan of its vocabulary."""

    case: Case
    ruleset: engine.Ruleset
    plan: dict

    def assess(self, plan: dict, read: str = ""):
        return self.ruleset.assess(json_text(plan), self.case.as_of, read=read)

    def __repr__(self) -> str:
        return f"of seed {self.case.seed}, as of {self.case.as_of}\n{self.case.ruleset_text()}\n{json_text(self.plan)}"


@st.composite
def worlds(draw, without_silence: bool = True, tidy: bool = True) -> World:
    """`tidy`: with a plan in which nothing is invalid; else with that of the case."""
    case = make_case(f"law {draw(SEEDS)}", without_silence)
    case.plan.pop("judgements", None)
    case.requirements = [one for one in case.requirements if kept(draw, 12)] or case.requirements[-1:]
    for requirement in case.requirements:
        requirement.clauses = [one for one in requirement.clauses if kept(draw, 20)] or requirement.clauses[-1:]
    case.preamble = [one for one in case.preamble if kept(draw, 60)]
    plan = tidy_plan(random.Random(f"plan {draw(SEEDS)}")) if tidy else case.plan
    for path in reversed(list(paths(plan))):  # what stands behind goes first: positions of what stays are those of before
        if not kept(draw, 40):
            remove(plan, path)
    try:
        return World(case, engine.compile_ruleset(case.files()), plan)
    except engine.Refused:  # what was left out was spoken of
        reject()
        raise


@st.composite
def fillings(draw, plan: dict) -> dict:
    """The plan with some of what it leaves open filled in."""
    completer = Completer(random.Random(f"fill {draw(SEEDS)}"))
    most = draw(st.integers(0, 3))
    completer.chosen = lambda: draw(st.integers(0, 3)) > most  # type: ignore[method-assign]
    return completer.complete(plan)


@st.composite
def turned_round(draw, value):
    """A plan's value with the items of its lists, and its keys, in another order."""
    if isinstance(value, list):
        return draw(st.permutations([draw(turned_round(one)) for one in value]))
    if isinstance(value, dict):
        return {key: draw(turned_round(value[key])) for key in draw(st.permutations(list(value)))}
    return value
