"""The first questions that a report asks, each with what to write in the plan for each answer."""

from __future__ import annotations

from typing import Any

from brecha.answers import Answer, Answers, written
from brecha.assessment import Assessment
from brecha.ruleset import Ruleset

SAYS = {
    "yes": "yes",
    "no": "no",
    "there_is": "there is",
    "there_is_none": "none",
    "only_this": "this one, and no other",
    "more": "no, there is more",
    "always": "from the beginning",
    "since": "since that day",
    "not_known": "not known",
}


def lines_of(answer: Answer) -> str:
    return ", and ".join(f"`{member.line}`" + (f" in `{member.inside}`" if member.inside else "") for member in answer.members)


def first_questions(report: Assessment, rules: Ruleset, plan: dict[str, Any]) -> list[str]:
    """The first five questions as a numbered list: how many requirements wait for each, and what each answer decides."""
    lines = []
    open_before = undecided(report, rules)
    answers = Answers(rules.vocabulary().entities, plan)
    for question in list(report.questions())[:5]:
        lines.append(f"{question.rank}. **{question.question}** {counted(len(question.requirements))} for it.")
        for place_by_place in zip(*(answers.of(question, place) for place in question.places), strict=True):
            first = place_by_place[0]
            each = " (for each of them)" if len(place_by_place) > 1 else ""
            line = f"    - {SAYS[first.says]}: {lines_of(first)}{each}"
            if first.is_whole:
                told = plan
                for answer in place_by_place:
                    told = written(told, answer)
                decided = len(open_before - undecided(rules.assess(told, as_of=report.as_of), rules))
                line += f" → decides {decided}"
            lines.append(line)
    return lines


def counted(requirements: int) -> str:
    return "1 requirement waits" if requirements == 1 else f"{requirements} requirements wait"


def undecided(report: Assessment, rules: Ruleset) -> set[str]:
    return {info.id for info in rules.requirements() if report[info.id].verdict == "unknown"}
