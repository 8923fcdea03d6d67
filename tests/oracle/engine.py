"""The engine, seen as the oracle sees itself: the one module that knows the binding."""

from __future__ import annotations

import datetime
import json
from functools import cached_property
from pathlib import Path

from .evaluate import Finding, Result

try:
    from brecha import _core
except ImportError:  # not built: whoever needs it says so
    _core = None

ROOT = Path(__file__).resolve().parents[2]
RULESETS = ROOT / "rulesets"


def available() -> bool:
    return _core is not None


class Refused(Exception):
    """The engine gave diagnostics instead of a result."""

    def __init__(self, diagnostics):
        super().__init__(_core.render(diagnostics, "en"))
        self.codes = [one.code for one in diagnostics if one.severity == "error"]


def needed(pair):
    value, diagnostics = pair
    if value is None:
        raise Refused(diagnostics)
    return value


class Ruleset:
    def __init__(self, handle):
        self.handle = handle

    @cached_property
    def printed(self) -> dict:
        return json.loads(self.handle.printed(), parse_float=str)

    def report(
        self,
        text: str,
        as_of: str,
        parameters: dict[str, str] | None = None,
        read: str = "",
        facts_since: str = "",
        language: str = "en",
    ) -> dict:
        plan = needed(self.handle.read_plan(text, "plan", read))
        since = datetime.date.fromisoformat(facts_since) if facts_since else None
        assessment = needed(self.handle.assess(plan, datetime.date.fromisoformat(as_of), list((parameters or {}).items()), since))
        return json.loads(assessment.to_json(language))

    def assess(
        self,
        text: str,
        as_of: str,
        parameters: dict[str, str] | None = None,
        read: str = "",
        facts_since: str = "",
        only: set[str] | None = None,
    ) -> list[Result]:
        """Of the requirements with these ids, or of all."""
        return results_of(self.report(text, as_of, parameters, read, facts_since), only)

    def verdicts_alone(
        self, text: str, as_of: str, parameters: dict[str, str] | None = None, read: str = "", facts_since: str = ""
    ) -> list[dict[str, str]]:
        """By requirement the verdict, made without reasons, of the plan as the first and as the last of a batch."""
        texts = [("first", text), ("between", "{}"), ("last", text)]
        plans = [needed(pair) for pair in self.handle.read_plans(texts, read)]
        since = datetime.date.fromisoformat(facts_since) if facts_since else None
        table = needed(self.handle.verdict_table(plans, datetime.date.fromisoformat(as_of), list((parameters or {}).items()), since))
        rows = [dict(zip(table.columns, table.row(number))) for number in (0, 2)]
        return [{name: verdict for name, verdict in row.items() if name != "plan"} for row in rows]

    def assess_batch(self, texts: list[str], as_of: str, read: str = "") -> list[list[Result]]:
        """All plans read and assessed in one call."""
        plans = [needed(pair) for pair in self.handle.read_plans([(f"plan {number}", text) for number, text in enumerate(texts)], read)]
        assessments = self.handle.assess_many(plans, datetime.date.fromisoformat(as_of), [])
        return [results_of(json.loads(needed(pair).to_json("en"))) for pair in assessments]


def compile_ruleset(files: list[tuple[str, str]], ruleset: str = "") -> Ruleset:
    """`ruleset`: which one, where the files have several."""
    return Ruleset(needed(_core.compile(files, search=[str(RULESETS)], ruleset=ruleset)))


def load(name: str | Path, ruleset: str = "") -> Ruleset:
    """A shipped ruleset by name, or those of a file by its path: `ruleset` says which."""
    return Ruleset(needed(_core.load(str(RULESETS / name), search=[str(RULESETS)], ruleset=ruleset)))


def reformat(name: str, text: str, language: str) -> str:
    return needed(_core.format(name, text, language))


def results_of(report: dict, only: set[str] | None = None) -> list[Result]:
    results = []
    for requirement in report["requirements"]:
        if only is not None and requirement["id"] not in only:
            continue
        findings = [
            Finding(
                one["subject"], one["verdict"], one["reason"], one["holds"], one["fails"], one["unknown"],
                [(part["part"], part["truth"]) for part in one["parts"]],
                [frozenset(missing["place"] for missing in part["missing"]) for part in one["parts"]],
            )
            for one in requirement["findings"]
        ]  # fmt: skip
        results.append(Result(requirement["id"], requirement["verdict"], requirement["is_gap"], findings, requirement["may_be_gap"]))
    return results
