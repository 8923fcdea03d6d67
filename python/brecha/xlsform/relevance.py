"""When a question matters: what the `when` of the requirements that read a field says, as far as a form can say it.

A form asks a question unless every requirement that reads it does not apply by answers already given; what a form cannot say is left
out, so that it asks rather once too often. A question that decides over others and has no answer yet hides none of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brecha.ruleset import Ruleset

Expression = dict[str, Any]
Names = Callable[[str], str]

_MOST_GUARDS, _LONGEST = 6, 1000
_NEGATED = {"=": "!=", "!=": "=", ">=": "<", "<": ">=", "<=": ">", ">": "<="}
_COMPARED = {"equal": "=", "not_equal": "!=", "at_most": "<=", "less": "<"}


class Relevance:
    """Of one ruleset. `name_of` gives the name that a question has in the form, by its place without keys; empty where it has none."""

    def __init__(self, rules: Ruleset, name_of: Names) -> None:
        checked = json.loads(rules.printed())
        vocabulary = checked["vocabulary"]
        self._entities = vocabulary["entities"]
        self._words = [[value["word"] for value in one["values"]] for one in vocabulary["enumerations"]]
        self._root = vocabulary["root"]
        self._definitions = checked["definitions"]
        self._name_of = name_of
        self._guards: dict[str, list[frozenset[str]]] = {}  # by place: of each requirement the conditions that hold together
        self._always: set[str] = set()
        self._always_of: set[tuple[int, int]] = set()
        for requirement in checked["requirements"]:
            self._add(requirement)

    def of(self, place: str, entity: str, field: str) -> str:
        """The condition under which a question is asked; empty where it always is."""
        at = next((number for number, one in enumerate(self._entities) if one["name"] == entity), -1)
        index = next((number for number, one in enumerate(self._entities[at]["fields"]) if one["name"] == field), -1)
        if place in self._always or (at, index) in self._always_of:
            return ""
        found = self._guards.get(place, [])
        weakest = list(dict.fromkeys(one for one in found if not any(other < one for other in found)))
        if not weakest or len(weakest) > _MOST_GUARDS:
            return ""
        text = " or ".join(f"({' and '.join(one)})" if len(one) > 1 < len(weakest) else " and ".join(one) for one in map(sorted, weakest))
        return text if len(text) <= _LONGEST else ""

    def _add(self, requirement: Expression) -> None:
        where: dict[int, str | None] = {}
        known: list[Expression] = []
        for subject in requirement["subjects"]:
            path = self._path(subject["list"], where)
            where[subject["variable"]] = f"{path}/*" if path is not None else None
            self._use(subject["list"], where, frozenset())
            if subject["condition"] is not None:
                known.append(subject["condition"])
        known += [one["condition"] for one in requirement["conditions"]]
        for one in known:  # what decides over others is always asked
            self._use(one, where, frozenset())
        guard = frozenset(text for one in known for text in self._together(one, where))
        for clause in requirement["clauses"]:
            self._use(clause["condition"], where, guard)
        for let in requirement["lets"]:
            self._use(let.get("value") or let.get("expression") or {}, where, guard)

    # --- what is read ---

    def _use(self, expression: Any, where: Mapping[int, str | None], guard: frozenset[str], inside: tuple[int, ...] = ()) -> None:
        if isinstance(expression, list):
            for one in expression:
                self._use(one, where, guard, inside)
            return
        if not isinstance(expression, dict) or "operation" not in expression:
            for one in expression.values() if isinstance(expression, dict) else ():
                self._use(one, where, guard, inside)
            return
        where = dict(where)
        operands = expression["operands"]
        if expression["variable"] >= 0 and operands:
            path = self._path(operands[0], where)
            where[expression["variable"]] = f"{path}/*" if path is not None else None
        if expression["operation"] == "field":
            self._field(expression, where, guard)
        if expression["operation"] == "call" and expression["index"] not in inside:
            definition = self._definitions[expression["index"]]
            given = {at: self._path(one, where) for at, one in zip(definition["parameters"], operands, strict=False)}
            self._use(definition["body"], given, guard, (*inside, expression["index"]))
        for one in operands:
            self._use(one, where, guard, inside)

    def _field(self, expression: Expression, where: Mapping[int, str | None], guard: frozenset[str]) -> None:
        of = expression["operands"][0]["type"].get("of", -1) if expression["operands"] else -1
        path = self._path(expression, where)
        if path is None:
            if of >= 0:
                self._always_of.add((of, expression["index"]))
        elif guard:
            self._guards.setdefault(path, []).append(guard)
        else:
            self._always.add(path)

    def _path(self, expression: Expression, where: Mapping[int, str | None]) -> str | None:
        """The place, without keys, that an expression means; None where it is none, or that of a reference."""
        operation = expression["operation"]
        if operation == "plan":
            return ""
        if operation == "variable":
            return where.get(expression["index"])
        if operation != "field" or not expression["operands"]:
            return None
        of = expression["operands"][0]
        above = self._path(of, where)
        entity = of["type"].get("of", -1)
        if above is None or entity < 0 or (of["operation"] == "field" and self._is_reference(of)):
            return None
        name = self._entities[entity]["fields"][expression["index"]]["name"]
        return f"{above}/{name}" if above else str(name)

    def _is_reference(self, expression: Expression) -> bool:
        entity = expression["operands"][0]["type"].get("of", -1)
        return bool(entity >= 0 and self._entities[entity]["fields"][expression["index"]]["reference"])

    # --- what a form can say ---

    def _together(self, expression: Expression, where: Mapping[int, str | None]) -> list[str]:
        """The parts of a condition that hold together, those that a form can say."""
        if expression["operation"] == "and":
            return [text for one in expression["operands"] for text in self._together(one, where)]
        if expression["operation"] == "call" and not expression["operands"]:
            return self._together(self._definitions[expression["index"]]["body"], where)
        said = self._said(expression, where, False)
        return [said] if said else []

    def _said(self, expression: Expression, where: Mapping[int, str | None], negated: bool) -> str:
        """A condition in the words of a form, as much of it as it has; empty where it has none. Never stronger than what it says."""
        operation, operands = expression["operation"], expression["operands"]
        if operation == "not":
            return self._said(operands[0], where, not negated)
        if operation in ("and", "or"):
            parts = [self._said(one, where, negated) for one in operands]
            if (operation == "and") != negated:
                return " and ".join(one for one in parts if one)
            return f"({' or '.join(f'({one})' if ' and ' in one else one for one in parts)})" if all(parts) else ""
        if operation == "call" and not operands:
            return self._said(self._definitions[expression["index"]]["body"], where, negated)
        if operation == "field" and expression["type"]["kind"] == "yes_no":
            return self._atom(expression, where, "=" if not negated else "!=", "yes")
        if operation == "contains" and len(operands) == 2 and operands[1]["operation"] == "enumeration_value":
            name = self._asked(operands[0], where)
            test = f"selected(${{{name}}}, '{self._word(operands[1])}')"
            return f"(${{{name}}} = '' or {f'not({test})' if negated else test})" if name else ""
        if operation in _COMPARED and len(operands) == 2:
            return self._comparison(expression, where, negated)
        return ""

    def _comparison(self, expression: Expression, where: Mapping[int, str | None], negated: bool) -> str:
        one, other = expression["operands"]
        sign = _COMPARED[expression["operation"]]
        if one["operation"] != "field":
            one, other, sign = other, one, {"<=": ">=", "<": ">"}.get(sign, sign)
        if one["operation"] != "field":
            return ""
        sign = _NEGATED[sign] if negated else sign
        if other["operation"] == "number":
            return self._atom(one, where, sign, None, other["number"])
        if other["operation"] != "enumeration_value":
            return ""
        if sign in ("=", "!="):
            return self._atom(one, where, sign, self._word(other))
        words, at, name = self._words[other["type"]["of"]], other["index"], self._asked(one, where)
        chosen = {"<=": words[: at + 1], "<": words[:at], ">=": words[at:], ">": words[at + 1 :]}[sign]
        return "(" + " or ".join([f"${{{name}}} = ''", *(f"${{{name}}} = '{word}'" for word in chosen)]) + ")" if name else ""

    def _atom(self, field: Expression, where: Mapping[int, str | None], sign: str, word: str | None, number: str = "") -> str:
        name = self._asked(field, where)
        return f"(${{{name}}} = '' or ${{{name}}} {sign} {number or repr(word)})" if name else ""

    def _asked(self, field: Expression, where: Mapping[int, str | None]) -> str:
        path = self._path(field, where) if field["operation"] == "field" else None
        return self._name_of(path) if path else ""

    def _word(self, value: Expression) -> str:
        return str(self._words[value["type"]["of"]][value["index"]])
