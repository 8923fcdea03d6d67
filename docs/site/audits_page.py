"""Writes docs/rulesets/audits.md: what published auditors said of real plans, each statement alone, held against the shipped rules."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

import brecha

STATEMENTS = Path(__file__).resolve().parents[2] / "tests" / "audits" / "statements.json"
GAPS = ("not_met", "partly_met")


class Outcome(NamedTuple):
    """`says`: agrees, open (the rule asks and the statement does not decide it), no_rule, differs."""

    says: str
    verdict: str
    gaps: list[str]  # requirements that the statement alone makes a gap


@cache
def rules(name: str) -> brecha.Ruleset:
    return brecha.load(name)


def audits() -> list[dict]:
    """What was published: of which plan, by whom, when and where, with its statements."""
    return json.loads(STATEMENTS.read_text(encoding="utf-8"))


def plan_of(audit: dict, statement: dict) -> dict:
    """A plan that says what the statement says and nothing else. What somebody judged is a judgement of theirs."""
    plan = {"country": audit["country"], **statement.get("plan", audit.get("plan", {}))}
    source = {"read": "part", "document": audit["sources"][0], "as_of": audit["on"]}
    plan["evidence"] = {"": source, **statement.get("evidence", {})}
    if "answer" in statement:
        named = {name: statement[name] for name in ("requirement", "part", "subject", "answer") if name in statement}
        plan["judgements"] = [{**named, "who": audit["by"], "on": audit["on"]}]
    return plan


def outcome(audit: dict, statement: dict) -> Outcome:
    """What the rules say of the statement alone, as of the day of the audit."""
    if "no_rule" in statement:
        return Outcome("no_rule", "", [])
    report = rules(statement["ruleset"]).assess(plan_of(audit, statement), as_of=audit["on"])
    verdict = report[statement["requirement"]].verdict
    gaps = sorted({gap.requirement for gap in report.gaps})
    sees_gap = statement["verdict"] != "met"
    if verdict in GAPS if sees_gap else verdict == "met":
        return Outcome("agrees", verdict, gaps)
    return Outcome("open" if verdict == "unknown" else "differs", verdict, gaps)


def audits_page() -> str:
    """The page, with the count at its head."""
    published = audits()
    found = [(audit, statement, outcome(audit, statement)) for audit in published for statement in audit["statements"]]
    count = {says: sum(one.says == says for _, _, one in found) for says in ("agrees", "open", "no_rule", "differs")}
    opinions = sum(one.says == "agrees" and "answer" in statement for _, statement, one in found)
    total = (
        f"**{len(found)} statements from {len(published)} publications: {count['agrees']} come out as the auditor said, {opinions} of them as a judgement; "
        f"{count['open']} stay open, as the statement does not decide what the rule asks; for {count['no_rule']} no shipped ruleset asks; "
        f"{count['differs']} come out otherwise.** Beside what a statement is about, none raises a gap."
    )
    lines = [
        "# Held against auditors",
        "",
        "*This page is made by assessing each statement.* Auditors, parliaments, inspectors and people in the field have published what they found in real plans",
        "and ports. Each of their statements is written alone into a plan, as of the day of the audit and with its source, and nothing is added. Where they gave an opinion",
        'on fitness or execution ("access control is deficient"), it stands in the plan as their judgement: then agreement says that the rules ask for this where auditors',
        "look for it, and no more. Of no statement may a gap arise that it does not bear out; the project's tests hold that.",
        "",
        total,
        "",
    ]
    for audit in published:
        lines += [f"## {audit['of']}", "", f"{audit['by'][0].upper()}{audit['by'][1:]} ({audit['kind']}), {audit['on']}.", ""]
        lines += [*(f"- <{address}>" for address in audit["sources"]), ""]
        lines += ["| what was said | the auditor's verdict | asked by | Brecha |", "|---|---|---|---|"]
        for one, statement, result in found:
            if one is not audit:
                continue
            asked = f"`{statement['ruleset']}` {statement['requirement']}" if "requirement" in statement else "–"
            said = {
                "agrees": f"agrees: {result.verdict}",
                "open": f"open: {statement.get('open', '')}",
                "no_rule": f"not asked: {statement.get('no_rule', '')}",
            }.get(result.says, f"otherwise: {result.verdict}")
            note = f" ({statement['note']})" if "note" in statement else ""
            lines.append(f"| {statement['matter']}: {statement['says']}{note} | {statement['verdict']} | {asked} | {said} |")
        lines.append("")
    return "\n".join(lines)
