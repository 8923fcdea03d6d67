"""Statements of a plan about some of a list, and what a list's further elements may be (D100, D102).

What a further element may be is found by counting out: each field that a statement speaks of takes, one after the other, every value that
could make a difference (those that statements and conditions name, those just beside them, and none); all else of it is unknown.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace

from .values import (
    ABSENT,
    FIRST_DAY,
    LAST_DAY,
    MISSING,
    NONE,
    ONE,
    Item,
    Value,
    at_most,
    certainly_at_most,
    conjunction,
    day_of,
    equal,
    exact,
    less,
)

ITSELF = -1  # stands for the index of a field where a list has values, not items
MOST_WORLDS = 20_000


@dataclass(frozen=True)
class Test:
    """One condition of a slice."""

    field: int
    operation: str  # = < <= > >=
    value: Value

    def of(self, element: Value) -> Value:
        if self.field == ITSELF:
            value = element
        elif element.missing:
            return MISSING
        else:
            value = element.lo.fields[self.field]
        lo, hi = exact(self.value.lo), exact(self.value.hi)
        if self.operation == "=":
            return equal(value, lo) if self.value.exact else conjunction([at_most(lo, value), at_most(value, hi)])
        if self.operation == "<":
            return less(value, lo)
        if self.operation == "<=":
            return at_most(value, hi)
        return less(hi, value) if self.operation == ">" else at_most(lo, value)


@dataclass(frozen=True)
class Statement:
    """What is said of a slice: that it has no further elements, or how many there are in all."""

    tests: tuple[Test, ...]
    complete: bool = False
    size: tuple | None = None  # least and greatest; (0, 0): none
    given: tuple = (0, 0)  # how many of those given lie in it: for certain, and perhaps

    def has(self, element: Value) -> Value:
        return conjunction(test.of(element) for test in self.tests)

    @property
    def none(self) -> bool:
        return self.size == (0, 0)


def values_to_try(type_: dict, points: set) -> list[Value]:
    """Those that could make a difference where values of the type are compared with these points: (kind, value)."""
    return [replace(one, tried=True) for one in values_beside(type_, points)]


def values_beside(type_: dict, points: set) -> list[Value]:
    kind = type_["kind"]
    if kind == "yes_no":
        return [exact(False), exact(True)]
    same = {value for one, value in points if one == kind}
    if kind == "enumeration":
        return [exact(index) for index in range(type_["count"])]
    if kind == "text":
        return [exact(one) for one in sorted(same)] + [exact("\0other")]
    if kind == "item":
        return [exact(one) for one in same] + [exact(Item(type_["of"], "?", key_values=("another",), supposed=True))]
    if kind == "date":
        for one, value in points:
            if one == "number" and value % ONE == 0 and 1 <= value // ONE <= 9999:
                same |= {day_of(value // ONE, 1, 1), day_of(value // ONE, 12, 31)}
        days = {day + shift for day in same for shift in (-1, 0, 1)}
        return [exact(day) for day in sorted(days) if FIRST_DAY <= day <= LAST_DAY]
    if kind == "moment":
        return [exact((local + shift, offset)) for local, offset in same for shift in (-1, 0, 1)]
    if kind == "duration":
        return [exact((one, max(0, amount + shift))) for one, amount in same for shift in (-1, 0, 1)]
    step = ONE if type_["integer"] else 1
    numbers = {number // step * step + shift * step for number in same for shift in (-1, 0, 1, 2)} | same
    return [exact(number) for number in sorted(numbers) if number >= 0 and number % step == 0]


@dataclass(eq=False)
class Rest:
    """The further elements of a plan's list."""

    types: list[dict]  # of the fields of its items, by index; or of its values, alone
    entity: int  # -1: of values
    statements: tuple[Statement, ...] = field(default=())

    @property
    def base(self):
        return self

    @property
    def tested(self) -> list[int]:
        return sorted({test.field for one in self.statements for test in one.tests})

    def own_points(self) -> set:
        found = set()
        for statement in self.statements:
            for test in statement.tests:
                kind = self.type_of(test.field)["kind"]
                found |= {(kind, end) for end in (test.value.lo, test.value.hi) if not isinstance(end, float)}
        return found

    def type_of(self, index: int) -> dict:
        return self.types[0 if index == ITSELF else index]

    def worlds(self, evaluator, points: set, everything: bool = False) -> list[tuple]:
        """What one further element may be: (element, what it is in the list, whether it stands there); of `everything`: any at all."""
        points = points | self.own_points()
        if self.entity < 0:
            made = [one for one in values_to_try(self.types[0], points)]
        else:
            choices = [[*values_to_try(self.types[index], points), NONE] for index in self.tested]
            if len(list(itertools.islice(itertools.product(*choices), MOST_WORLDS + 1))) > MOST_WORLDS:
                raise RuntimeError("too many values to try")
            made = [exact(self.item(dict(zip(self.tested, chosen)))) for chosen in itertools.product(*choices)]
        return [(one, one, exact(True)) for one in made if everything or not any(self.shuts_out(each, one) for each in self.statements)]

    def shuts_out(self, statement: Statement, element: Value) -> bool:
        return (statement.complete or statement.none) and statement.has(element).lo is True

    def item(self, chosen: dict) -> Item:
        made = Item(self.entity, "?", supposed=True)
        made.fields = [chosen.get(index, ABSENT if one["list"] else MISSING) for index, one in enumerate(self.types)]
        return made

    def alternatives(self, element: Value, points: set) -> list[Value]:
        """What a given element may be whose fields are not all stated, but not what the plan says there is none of."""
        if element.missing or not isinstance(element.lo, Item) or self.entity < 0:
            return [element]
        points = points | self.own_points()
        item, choices = element.lo, []
        for index in self.tested:
            value = item.fields[index]
            if value.exact or value.none:
                choices.append([value])
                continue
            tried = values_to_try(self.types[index], points)
            if value.missing:
                choices.append([*tried, NONE])
            else:
                ends = [exact(one) for one in (value.lo, value.hi) if not isinstance(one, float)]
                choices.append(ends + [one for one in tried if certainly_at_most(value.lo, one.lo) and certainly_at_most(one.lo, value.hi)])
        found = []
        for chosen in itertools.product(*choices):
            fields = dict(zip(self.tested, chosen))
            made = Item(item.entity, item.place, item.parent, key_values=item.key_values, key_usable=item.key_usable)
            made.fields = [fields.get(index, one) for index, one in enumerate(item.fields)]
            if not any(one.none and one.has(exact(made)).lo is True for one in self.statements):
                found.append(exact(made))
        return found

    def image(self, evaluator, element: Value) -> list[tuple]:
        return [(element, exact(True))]

    def blank(self, evaluator) -> list[tuple]:
        """One of which nothing is known: what it is compared with shows which values make a difference."""
        return [(MISSING if self.entity < 0 else exact(self.item({})), exact(True))]


@dataclass(eq=False)
class Made:
    """The further elements of `list(x in L where C : B)`."""

    rest: object
    expression: dict
    bound: dict

    @property
    def statements(self):
        return self.rest.statements

    @property
    def base(self):
        return self.rest.base

    def image(self, evaluator, element: Value) -> list[tuple]:
        """What an element of the list behind comes to, and whether it stands there; nothing where it does not."""
        return self.through(evaluator, self.rest.image(evaluator, element))

    def blank(self, evaluator) -> list[tuple]:
        return self.through(evaluator, self.rest.blank(evaluator))

    def through(self, evaluator, elements: list[tuple]) -> list[tuple]:
        found = []
        for value, presence in elements:
            inside = {**self.bound, self.expression["variable"]: value}
            if self.expression["has_condition"]:
                presence = conjunction([presence, evaluator.evaluate(self.expression["operands"][1], inside)])
            if presence.lo is not False:
                found.append((evaluator.evaluate(evaluator.body(self.expression), inside), presence))
        return found

    def worlds(self, evaluator, points: set, everything: bool = False) -> list[tuple]:
        found = []
        for element, value, presence in self.rest.worlds(evaluator, points, everything):
            inside = {**self.bound, self.expression["variable"]: value}
            if self.expression["has_condition"]:
                presence = conjunction([presence, evaluator.evaluate(self.expression["operands"][1], inside)])
            if presence.lo is not False:
                found.append((element, evaluator.evaluate(evaluator.body(self.expression), inside), presence))
        return found

    def alternatives(self, element: Value, points: set) -> list[Value]:
        return self.rest.alternatives(element, points)


@dataclass(eq=False)
class Joined:
    """Those of two lists in one."""

    parts: tuple
    statements: tuple = ()  # none of both
    base = None

    def blank(self, evaluator) -> list[tuple]:
        return [one for part in self.parts for one in part.blank(evaluator)]

    def worlds(self, evaluator, points: set, everything: bool = False) -> list[tuple]:
        return [one for part in self.parts for one in part.worlds(evaluator, points, everything)]

    def alternatives(self, element: Value, points: set) -> list[Value]:
        return [element]

    def image(self, evaluator, element: Value) -> list[tuple]:
        return [(element, exact(True))]


# --- slices as places (D101)


@dataclass(frozen=True)
class Ask:
    """A slice of a plan's list, as far as it can be named."""

    place: str
    entity: int  # of its items; -1: it has values
    tests: tuple = ()  # field, operation, value as text; the field of a list's values is ""
    element: str | None = None  # the field whose values its elements are; "?": something that no slice can name

    def narrowed(self, tests: tuple) -> Ask:
        return Ask(self.place, self.entity, (*self.tests, *(one for one in tests if one not in self.tests)), self.element)

    def text(self) -> str:
        if not self.tests:
            return self.place
        order = ["=", ">=", ">", "<=", "<"]
        conditions = sorted(self.tests, key=lambda one: (one[0], order.index(one[1]), one[2]))
        parts: list[str] = []
        while conditions:
            name, sign, value = conditions.pop(0)
            value = quoted(value)
            if sign == ">=" and conditions and conditions[0][:2] == (name, "<="):
                last = quoted(conditions.pop(0)[2])
                sign, value = "=", value if value == last else f"{value}..{last}"
            parts.append(f"{name}{sign if name or sign != '=' else ''}{value}")
        text = ", ".join(parts).replace("~", "~0").replace("/", "~1")
        return f"{self.place}[{text}]"


def quoted(text: str) -> str:
    if text and ".." not in text and not any(letter in '[],=<>"' or letter.isspace() for letter in text):
        return text
    return '"' + text.replace('"', '""') + '"'


def without_contradictions(statements: list[Statement], given: list, rest: Rest) -> list[Statement] | None:
    """What a given element breaks counts as missing; None where sizes contradict each other: then nothing that is said of the list counts.
    A slice whose size is reached has no further elements."""
    kept = []
    for one in statements:
        truths = [one.has(value).lo for value in given]
        inside = sum(truth is True for truth in truths)
        if one.size and inside > one.size[1]:
            if one.complete:
                kept.append(Statement(one.tests, True))
            continue
        reached = one.size is not None and inside >= one.size[1]
        kept.append(Statement(one.tests, one.complete or reached, one.size, (inside, sum(truth is not False for truth in truths))))
    everything = Rest(rest.types, rest.entity, tuple(kept)).worlds(None, set(), everything=True)
    for one, other in itertools.permutations(kept, 2):
        if one.size and other.size and one.size[0] > other.size[1]:
            if all(other.has(element).lo is True for element, _, _ in everything if one.has(element).lo is True):
                return None
    return kept
