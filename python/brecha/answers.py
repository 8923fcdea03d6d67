"""What to write in a plan for each answer to a question: one form for what is asked and what is said."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.plan_edits import Judged, conditions_of, how_read, slice_of, stated, value_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brecha._core import EntityInfo, FieldInfo
    from brecha.rows import Question

BLANK = "…"  # what the writer fills in
_EXAMPLES: dict[str, Any] = {
    "date": "2025-06-01",
    "moment": "2025-06-01T08:30-06:00",
    "duration": "2 years",
    "percent": "30%",
    "integer": 2,
    "number": 2,
    "country": "CR",
}


class Member(NamedTuple):
    """A key and its value, in the object at a place; "" is the plan itself, "evidence" what is known of its statements."""

    inside: str
    key: str
    value: Any

    @property
    def line(self) -> str:
        """As it stands in a plan that is JSON."""
        text = json.dumps({self.key: self.value}, ensure_ascii=False)[1:-1]
        return text.replace(f'"{BLANK}": "{BLANK}"', BLANK).replace(f'"{BLANK}"', BLANK)


class Answer(NamedTuple):
    """What can be said, by its word (yes, no, there_is, there_is_none, only_this, more, not_known), and what to write for it."""

    says: str
    members: tuple[Member, ...]

    @property
    def is_whole(self) -> bool:
        """Nothing is left for the writer to fill in."""
        return BLANK not in str(self.members)

    @property
    def line(self) -> str:
        """What to write; before what goes into an object, the object's place."""
        return "; ".join(f"{member.inside}: {member.line}" if member.inside else member.line for member in self.members)


class Answers:
    """Finds them, for the questions of one report."""

    def __init__(self, entities: Sequence[EntityInfo], plan: dict[str, Any]) -> None:
        self._entities = {entity.name: entity for entity in entities}
        self._plan = plan

    def of(self, question: Question, place: str) -> list[Answer]:
        """What can be answered about this place of the question. None for what no plan states: a parameter, a table of the rules."""
        if question.asks == "judged":
            return _judged(place)
        if not question.fields:
            return []
        entity, _, name = question.fields[0].partition(".")
        field = next(one for one in self._entities[entity].fields if one.name == name)
        not_known = Answer("not_known", (_evidence(place, why="not_known"),))
        inside, _, key = place.rpartition("/")
        if question.asks == "still_so":
            today = _evidence(place, as_of="2026-01-10")
            return [Answer("yes", (today,)), Answer("no", (Member(inside, key, BLANK), today)), not_known]
        if question.asks == "yes_no":
            return [Answer("yes", (Member(inside, key, True),)), Answer("no", (Member(inside, key, False),)), not_known]
        if question.asks in ("slice", "complete"):
            name_of_list, conditions = slice_of(key)
            more = self._one_more(field, inside, name_of_list, conditions)
            if question.asks == "complete":
                return [Answer("yes", (_evidence(place, complete=True),)), Answer("more", more), not_known]
            return [Answer("yes", more), Answer("no", (_evidence(place, none=True),)), not_known]
        if question.asks == "kept":
            dated = Member("evidence", f"{place}[{field.dated}>={BLANK}]", {"complete": True})
            return [Answer("always", (_evidence(place, complete=True),)), Answer("since", (dated,)), not_known]
        none = _evidence(place, none=True)
        given = self._example(field)
        if question.asks == "list":
            only = (Member(inside, key, [given]), _evidence(place, complete=True))
            return [Answer("only_this", only), Answer("there_is_none", (none,)), not_known]
        return [Answer("there_is", (Member(inside, key, given),)), Answer("there_is_none", (none,)), not_known]

    def _one_more(self, field: FieldInfo, inside: str, key: str, conditions: str) -> tuple[Member, ...]:
        """Another element, like what is asked for; a list that the plan does not have is then read in part."""
        element = self._example(field)
        for name, relation, value, _ in conditions_of(conditions):
            of = self._field(field.entity, name) if name else None
            if of is None:
                element = value
            elif isinstance(element, dict):
                written = BLANK if relation in ("<", ">") else stated(of, value)
                element = {**_without_blank(element), name: written, BLANK: BLANK}
        place = f"{inside}/{key}" if inside else key
        if value_at(self._plan, place) is not None:
            return (Member(inside, key, [BLANK, element]),)
        added = (Member(inside, key, [element]),)
        return added if how_read(self._plan, place) == "part" else (*added, _evidence(place, read="part"))

    def _field(self, entity: str, name: str) -> FieldInfo | None:
        about = self._entities.get(entity)
        return next((one for one in about.fields if one.name == name), None) if about else None

    def _example(self, field: FieldInfo) -> Any:
        """A value that the field takes: of a reference the first item of the plan that it may name, of an entity an object of which only the key is written out."""
        if field.type == "enumeration":
            return field.choices[0][0]
        if field.type == "reference":
            lists = [
                one.name
                for info in self._entities.values()
                for one in info.fields
                if one.list and one.type == "entity" and one.entity == field.entity
            ]
            items = [item for name in lists for item in self._plan.get(name) or [] if isinstance(item, dict)]
            return next((item["id"] for item in items if "id" in item), BLANK)
        if field.type == "entity":
            entity = self._entities[field.entity]
            keys = {key.name: "1" if key.type == "text" else self._example(key) for key in entity.fields if key.name in entity.key}
            return keys | {BLANK: BLANK}
        return _EXAMPLES.get(field.type, BLANK)


def _evidence(place: str, **said: Any) -> Member:
    return Member("evidence", place, said)


def _judged(place: str) -> list[Answer]:
    """The judgement that a place such as judgements/PF-15.3/facilities/port asks for."""
    about = {word: said for word, said in Judged.at(place)._asdict().items() if said}
    who = {"who": "analyst 2", "on": "2026-01-10"}
    return [
        Answer(says, (Member("", "judgements", [about | {"answer": answer} | who]),)) for says, answer in (("yes", True), ("no", False))
    ]


def _without_blank(element: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in element.items() if key != BLANK}


def _filled(value: Any) -> Any:
    """Without what is left for the writer to fill in."""
    if isinstance(value, dict):
        return {key: _filled(one) for key, one in value.items() if key != BLANK and one != BLANK}
    if isinstance(value, list):
        return [_filled(one) for one in value if one != BLANK]
    return value


def written(plan: dict[str, Any], answer: Answer) -> dict[str, Any]:
    """The plan with an answer in it; what is left for the writer to fill in is left out."""
    with_it = copy.deepcopy(plan)
    for inside, key, value in answer.members:
        if inside == "evidence":
            evidence = with_it.setdefault("evidence", {})
            evidence[key] = {**evidence.get(key, {}), **value}
        elif key == "judgements" or (isinstance(value, list) and BLANK in value):
            there = value_at(with_it, inside)
            there[key] = there.get(key, []) + _filled(value)
        elif value != BLANK:
            value_at(with_it, inside)[key] = _filled(value)
    return with_it
