"""The first questions that a report asks, each with what to write in the plan for each answer."""

from __future__ import annotations

import copy
import json
from typing import Any, NamedTuple

from brecha._core import FieldInfo
from brecha.assessment import Assessment
from brecha.rows import Question
from brecha.ruleset import Ruleset

BLANK = "…"  # what the writer fills in
OPEN_LIST = "Is this list complete? "
OUTDATED = "Is this still so? "
EXAMPLES = {
    "date": "2025-06-01",
    "moment": "2025-06-01T08:30-06:00",
    "duration": "2 years",
    "percent": "30%",
    "integer": 2,
    "number": 2,
    "country": "CR",
}


class Answer(NamedTuple):
    """What is said, and what to write for it: a key and its value in the object at a place, "" being the plan itself."""

    says: str
    members: list[tuple[str, str, Any]]

    @property
    def is_whole(self) -> bool:
        """Nothing is left for the writer to fill in."""
        return BLANK not in str(self.members)

    @property
    def lines(self) -> str:
        return ", and ".join(f"`{shown(key, value)}`" + (f" in `{inside}`" if inside else "") for inside, key, value in self.members)


def shown(key: str, value: Any) -> str:
    return json.dumps({key: value}, ensure_ascii=False)[1:-1].replace('"…": "…"', BLANK).replace('"…"', BLANK)


def answers(question: Question, place: str, rules: Ruleset, plan: dict[str, Any]) -> list[Answer]:
    """What can be answered about this place of the question."""
    if place.startswith("judgements/"):
        return judged(place)
    inside, _, key = place.rpartition("/")
    field = field_of(question.fields[0], rules)
    if question.question.startswith(OUTDATED):
        today = ("evidence", place, {"as_of": "2026-01-10"})
        return [Answer("yes", [today]), Answer("no", [(inside, key, BLANK), today])]
    none = ("evidence", place, {"none": True})
    unknown = Answer("not known", [("evidence", place, {"why": "not_known"})])
    if field.type == "yes_no":
        return [Answer("yes", [(inside, key, True)]), Answer("no", [(inside, key, False)]), unknown]
    given = example(field, rules, plan)
    if field.list and OPEN_LIST in question.question:
        size = len(at(plan, place))
        return [
            Answer("yes", [("evidence", place, {"size": size})]),
            Answer("no, there is more", [(inside, key, [BLANK, given])]),
        ]
    if field.list:
        return [
            Answer("this one, and no other", [(inside, key, [given]), ("evidence", place, {"size": 1})]),
            Answer("none", [none]),
            unknown,
        ]
    return [Answer("there is", [(inside, key, given)]), Answer("there is none", [none]), unknown]


def judged(place: str) -> list[Answer]:
    """The judgement that a place such as judgements/PF-15.3/facilities/port asks for."""
    _, requirement, *subject = place.split("/")
    answered: dict[str, Any] = {"requirement": requirement} | ({"subject": "/".join(subject)} if subject else {})
    who = {"who": "analyst 2", "on": "2026-01-10"}
    return [Answer(says, [("", "judgements", [answered | {"answer": answer} | who])]) for says, answer in (("yes", True), ("no", False))]


def at(plan: dict[str, Any], place: str) -> Any:
    """The value at a place; items are named by what stands in them first, their key."""
    value: Any = plan
    for step in filter(None, place.split("/")):
        value = value[step] if isinstance(value, dict) else next(one for one in value if step in one.values())
    return value


def written(plan: dict[str, Any], answer: Answer) -> dict[str, Any]:
    """The plan with an answer in it."""
    with_it = copy.deepcopy(plan)
    for inside, key, value in answer.members:
        if inside == "evidence":
            with_it["evidence"][key] = {**with_it["evidence"].get(key, {}), **value}
        elif key == "judgements":
            with_it[key] = with_it.get(key, []) + value
        else:
            at(with_it, inside)[key] = value
    return with_it


def field_of(name: str, rules: Ruleset) -> FieldInfo:
    entity, _, field = name.partition(".")
    return next(one for info in rules.vocabulary().entities if info.name == entity for one in info.fields if one.name == field)


def example(field: FieldInfo, rules: Ruleset, plan: dict[str, Any]) -> Any:
    """A value that the field takes: of a reference the first item of the plan that it may name, of an entity an object of which only the key is written out."""
    entities = rules.vocabulary().entities
    if field.type == "enumeration":
        return field.choices[0][0]
    if field.type == "reference":
        lists = [one.name for info in entities for one in info.fields if one.list and one.type == "entity" and one.entity == field.entity]
        return next((item["id"] for name in lists for item in plan.get(name, []) if "id" in item), "id of an item")
    if field.type == "entity":
        entity = next(one for one in entities if one.name == field.entity)
        keys = {key.name: example(key, rules, plan) if key.type != "text" else "1" for key in entity.fields if key.name in entity.key}
        return keys | {BLANK: BLANK}
    return EXAMPLES.get(field.type, BLANK)


def first_questions(report: Assessment, rules: Ruleset, plan: dict[str, Any]) -> list[str]:
    """The first five questions as a numbered list: how many requirements wait for each, and what each answer decides."""
    lines = []
    open_before = undecided(report, rules)
    for question in list(report.questions())[:5]:
        lines.append(f"{question.rank}. **{question.question}** {counted(len(question.requirements))} for it.")
        for place_by_place in zip(*(answers(question, place, rules, plan) for place in question.places), strict=True):
            first = place_by_place[0]
            each = " (for each of them)" if len(place_by_place) > 1 else ""
            line = f"    - {first.says}: {first.lines}{each}"
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
