"""Both implementations on one case, and where they differ."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from . import engine
from .evaluate import Finding, Result, assess
from .generate import Case
from .plan_reader import Refused as NotRead
from .plan_reader import read_plan
from .values import ALL_KNOWN


@dataclass
class Outcome:
    ours: list[Result] | None
    theirs: list[Result] | None
    differences: list[str] = field(default_factory=list)
    printed: dict | None = None


def finding_key(finding: Finding) -> tuple:
    cells = [(part or "", truth) for part, truth in finding.cells]
    # That something holds because a list was empty is for the reader of a report; it is no truth of its own.
    reason = "holds" if finding.reason == "vacuous" else finding.reason
    reason = "silent" if reason in ("where_unknown", "more_subjects", "not_computable") else reason
    return (finding.subject or "", finding.verdict, reason, finding.holds, finding.fails, finding.unknown, repr(cells))


def list_of(place: str) -> str:
    """The list of which a place is a slice."""
    return re.sub(r"(?<=[^/])\[.*\]\Z", "", place, flags=re.DOTALL)


def same_places(ours: frozenset, theirs: frozenset) -> bool:
    """Exactly the same places; where something cannot be computed, the engine names the stated values that it was made from as well."""
    return ours - ALL_KNOWN <= theirs if ours & ALL_KNOWN else ours == theirs


def missing_differences(our: Result, their: Result) -> list[str]:
    """Of findings that come out alike: do their cells name the same missing places?"""
    found = []
    alike: dict[tuple, tuple[list, list]] = {}
    for side, result in enumerate((our, their)):
        for finding in result.findings:
            alike.setdefault(finding_key(finding), ([], []))[side].append(finding.missing)
    for key, (ours, theirs) in alike.items():
        for mine in ours:
            match = next((one for one in theirs if len(one) == len(mine) and all(map(same_places, mine, one))), None)
            if match is None:
                found.append(
                    f"{our.id} {key[0]}: missing, oracle {[sorted(one) for one in mine]}, engine {[[sorted(one) for one in each] for each in theirs]}"
                )
            else:
                theirs.remove(match)
    return found


def but_missing(found: list[str]) -> list[str]:
    """Of differences those that are not in missing places alone."""
    return [one for one in found if ": missing, " not in one]


def differences(ours: list[Result], theirs: list[Result]) -> list[str]:
    found = []
    if [one.id for one in ours] != [one.id for one in theirs]:
        return [f"requirements: oracle {[one.id for one in ours]}, engine {[one.id for one in theirs]}"]
    for our, their in zip(ours, theirs):
        if (our.verdict, our.is_gap) != (their.verdict, their.is_gap):
            found.append(f"{our.id}: oracle {our.verdict}, engine {their.verdict}")
        mine = Counter(finding_key(one) for one in our.findings)
        other = Counter(finding_key(one) for one in their.findings)
        if mine != other:
            found.append(f"{our.id}: only oracle {sorted((mine - other).elements())}, only engine {sorted((other - mine).elements())}")
        else:
            found += missing_differences(our, their)
    return found


def verdict_differences(results: list[Result], alone: list[dict[str, str]]) -> list[str]:
    """Between the engine's verdicts with reasons and those that it makes without, of the plan in a batch."""
    return [
        f"{one.id}: {one.verdict} with reasons, {verdicts[one.id]} alone"
        for verdicts in alone
        for one in results
        if verdicts[one.id] != one.verdict
    ]


def run_case(case: Case) -> Outcome:
    """Raises engine.Refused where the ruleset does not check."""
    ruleset = engine.compile_ruleset(case.files())
    outcome = run_plan(ruleset, case.plan_text(), case.as_of, case.parameters, case.read, case.facts_since)
    outcome.printed = ruleset.printed
    return outcome


def run_plan(
    ruleset: engine.Ruleset,
    text: str,
    as_of: str,
    parameters=None,
    read: str = "",
    facts_since: str = "",
    only: set[str] | None = None,
) -> Outcome:
    """Both on one plan; with `only`, the requirements with these ids are compared."""
    try:
        plan = read_plan(ruleset.printed["vocabulary"], text, read)
        ours = assess(ruleset.printed, plan, as_of, parameters, facts_since, only)
    except NotRead:
        ours = None
    try:
        theirs = ruleset.assess(text, as_of, parameters, read, facts_since, only)
    except engine.Refused as refused:
        if "P601" not in refused.codes:
            raise
        theirs = None
    if ours is None or theirs is None:
        return Outcome(ours, theirs, [] if ours is theirs else [f"read: oracle {ours is not None}, engine {theirs is not None}"])
    alone = ruleset.verdicts_alone(text, as_of, parameters, read, facts_since)
    return Outcome(ours, theirs, differences(ours, theirs) + verdict_differences(theirs, alone))
