"""Statements of a plan about some of a list, and what a list's further elements may be (D100, D102).

What a further element may be is found by counting out: each field that a statement speaks of takes, one after the other, every value that
could make a difference (those that statements and conditions name, those just beside them, and none); all else of it is unknown. A field
that no condition reads is not there.

Statements cut what there may be into regions, of each field a stretch of values between two of them or, of what has no order, all values
that they do not name. What is decided is decided of a region as a whole, each condition by itself: that two conditions of a rule shut each
other out inside of one is nobody's statement. Where nothing of a field is left but one stretch, and it is there for certain, it is as good
as a value known within bounds.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace

from .values import (
    ABSENT,
    FIRST_DAY,
    INFINITE,
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
        return self.of_value(value)

    def of_value(self, value: Value) -> Value:
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

    @property
    def full(self) -> bool:
        """Whether those given leave room for no other, so that none of which it is open lies in it."""
        return self.size is not None and self.given[0] >= self.size[1]


def values_to_try(type_: dict, points: set) -> list[Value]:
    """Those that could make a difference where values of the type are compared with these points: (kind, value)."""
    return [replace(one, tried=True) for one in values_beside(type_, points)]


def values_beside(type_: dict, points: set) -> list[Value]:
    kind = type_["kind"]
    if kind == "yes_no":
        return [exact(False), exact(True)]
    same = {value for one, value in points if one == kind and not isinstance(value, float)}
    if beyond := [exact(value) for one, value in points if one == kind and isinstance(value, float)]:
        least = [exact(0)] if kind in ("number", "percent") else [one for one in beyond if one.lo < 0]
        return (
            values_beside(type_, {one for one in points if not isinstance(one[1], float)}) + least + [one for one in beyond if one.lo > 0]
        )
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


@dataclass(frozen=True, eq=False)
class World:
    """What a further element may be: one of the plan's list, and what it is in a list made of that."""

    element: Value
    value: Value
    presences: tuple  # truths: where all hold it stands there
    region: tuple


FEW_WORDS = 8  # of a list of words: each is a region by itself
OTHER = ("other", None)  # of what has no order: all that no statement names


@dataclass(eq=False)
class Rest:
    """The further elements of a plan's list."""

    types: list[dict]  # of the fields of its items, by index; or of its values, alone
    entity: int  # -1: of values
    statements: tuple[Statement, ...] = field(default=())
    only_counted: bool = False  # the list has no others but those that a size asks for

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

    @property
    def sizes(self) -> list[tuple]:
        """How many further elements each statement with a size leaves room for."""
        return [(max(0, one.size[0] - one.given[1]), one.size[1] - one.given[0]) for one in self.statements if one.size and not one.none]

    def counted(self, element: Value) -> tuple:
        """In which of those it is counted."""
        return tuple(one.has(element).lo is True for one in self.statements if one.size and not one.none)

    def type_of(self, index: int) -> dict:
        return self.types[0 if index == ITSELF else index]

    def worlds(self, evaluator, points: set) -> list:
        """What one further element may be."""
        points = points | self.own_points()
        if self.entity < 0:
            made = [one for one in values_to_try(self.types[0], points)]
        else:
            choices = [
                [*values_to_try(self.types[index], points), NONE] if self.matters(index, points) else [NONE] for index in self.tested
            ]
            made = [exact(self.item(dict(zip(self.tested, chosen)))) for chosen in itertools.product(*choices)]
        made = [one for one in made if self.admits(one)]
        regions = self.regions(made)
        return [World(one, self.within_bounds(one, region), (), region) for one, region in zip(made, regions)]

    def regions(self, elements: list[Value]) -> list[tuple]:
        """Of each its region: of each field in which stretch it lies, and whether it may also be not there, which is so of the first."""
        if self.entity < 0:
            return [((self.stretch(ITSELF, one), False),) for one in elements]
        found = []
        for one in elements:
            fields = [one.lo.fields[index] for index in self.tested]
            found.append([None if value.none else self.stretch(index, value) for index, value in zip(self.tested, fields)])
        # What is not there lies in no slice of that field: it is beside the first stretch that lies in the same slices of known size.
        counted = [self.counted(one) for one in elements]

        def beside(at: int, region, inside: tuple) -> tuple:
            return (at, *region[:at], *region[at + 1 :], inside)

        firsts: dict[tuple, tuple] = {}
        for at, index in enumerate(self.tested):
            there = [
                (self.order(one.lo.fields[index]), tuple(region), inside)
                for one, region, inside in zip(elements, found, counted)
                if region[at] is not None
            ]
            for _, region, inside in sorted(there, key=lambda each: each[0], reverse=True):
                firsts[beside(at, region, inside)] = region[at] if self.has_order(index) else OTHER
        may_be_none = {beside(at, region, inside) for region, inside in zip(found, counted) for at, one in enumerate(region) if one is None}

        def named(region: list, inside: tuple) -> tuple:
            result = []
            for at, one in enumerate(region):
                others = beside(at, region, inside)
                first = firsts.get(others)
                result.append((first if one is None else one, others in may_be_none and one in (None, first)))
            return tuple(result)

        return [named(region, inside) for region, inside in zip(found, counted)]

    def order(self, value: Value):
        return value.lo if isinstance(value.lo, (int, tuple)) and not isinstance(value.lo, bool) else 0

    def has_order(self, index: int) -> bool:
        type_ = self.type_of(index)
        return type_["kind"] in ("number", "percent", "date") or (type_["kind"] == "enumeration" and type_["ordered"])

    def stretch(self, index: int, value: Value) -> tuple:
        """Its ends, where statements cut what has an order; else which of their conditions it meets."""
        type_ = self.type_of(index)
        tests = [test for one in self.statements for test in one.tests if test.field == index]
        if index == ITSELF and type_["kind"] == "enumeration" and type_["count"] <= FEW_WORDS:
            return (value.lo, value.lo)
        if not self.has_order(index):
            return (value.lo, value.lo) if any(test.of_value(value).lo is True for test in tests) else OTHER
        low, high = (0, INFINITE) if type_["kind"] in ("number", "percent", "enumeration") else (-INFINITE, INFINITE)
        for test in tests:
            first, last = test.value.lo, test.value.hi
            if test.operation in ("=", ">=", "<"):
                low, high = (max(low, first), high) if value.lo >= first else (low, min(high, first - 1))
            if test.operation in ("=", "<=", ">"):
                low, high = (low, min(high, last)) if value.lo <= last else (max(low, last + 1), high)
        return low, high

    def within_bounds(self, element: Value, region: tuple) -> Value:
        """The element; of its values that are there for certain the bounds are known."""
        if self.entity < 0:
            return self.bounded(element, ITSELF, *region[0])
        for index, one in zip(self.tested, region):
            if not element.lo.fields[index].none:
                element.lo.fields[index] = self.bounded(element.lo.fields[index], index, *one)
        return element

    def bounded(self, value: Value, index: int, stretch: tuple, may_be_none: bool) -> Value:
        low, high = stretch
        if may_be_none or stretch == OTHER or (self.type_of(index)["kind"] == "enumeration" and low != high):
            return value
        return replace(value, within=stretch)

    def matters(self, index: int, points: set) -> bool:
        """Whether it makes a difference what a field is: it is read, or counted by. If not, it is best not there: then it is in no slice."""
        return ("field", index) in points or any(
            test.field == index for one in self.statements if one.size and not one.none for test in one.tests
        )

    def admits(self, element: Value) -> bool:
        """May a further element be this?"""
        if any(self.shuts_out(each, element) for each in self.statements):
            return False
        return not self.only_counted or any(self.counted(element))

    def may_have(self, tests: tuple) -> bool:
        """May a further element meet them all?"""
        return not self.statements or any(truth is not False for _, truth in self.further(tests))

    def lacks(self, tests: tuple) -> bool:
        """Are there, by the sizes, further elements that meet them all?"""
        kinds = {(self.counted(element), truth) for element, truth in self.further(tests)}
        return bool(self.statements) and (fewest_and_most(self.sizes, kinds) or (0, 0))[0] > 0

    def further(self, tests: tuple) -> list[tuple]:
        """What one further element may be, and whether it meets them all."""
        points = {(self.type_of(one.field)["kind"], one.value.lo) for one in tests} | {("field", one.field) for one in tests}
        return [(one.element, conjunction(test.of(one.element) for test in tests).lo) for one in self.worlds(None, points)]

    def shuts_out(self, statement: Statement, element: Value) -> bool:
        return (statement.complete or statement.none) and statement.has(element).lo is True

    def ruled_out(self, element: Value) -> list[Test]:
        """Of a given element that does not lie in a slice, though it may by what is stated: the conditions that it cannot meet, where it
        is one that decides."""
        found = []
        for statement in self.statements:
            if statement.full and statement.has(element).lo is None:
                doubtful = [test for test in statement.tests if test.of(element).lo is not True]
                found += doubtful if len(doubtful) == 1 else []
        return found

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
            if value.missing and not self.matters(index, points):
                choices.append([NONE])
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
            if not any(one.full and one.has(element).lo is None and one.has(exact(made)).lo is True for one in self.statements):
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

    def worlds(self, evaluator, points: set) -> list:
        found = []
        for one in self.rest.worlds(evaluator, points):
            inside = {**self.bound, self.expression["variable"]: one.value}
            presences = one.presences
            if self.expression["has_condition"]:
                presences = (*presences, evaluator.evaluate(self.expression["operands"][1], inside))
            found.append(replace(one, value=evaluator.evaluate(evaluator.body(self.expression), inside), presences=presences))
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

    def worlds(self, evaluator, points: set) -> list:
        return [replace(one, region=(at, one.region)) for at, part in enumerate(self.parts) for one in part.worlds(evaluator, points)]

    def alternatives(self, element: Value, points: set) -> list[Value]:
        return [element]

    def image(self, evaluator, element: Value) -> list[tuple]:
        return [(element, exact(True))]


# --- slices as places (D101)


@dataclass(frozen=True)
class Condition(Test):
    """One that a rule asks about, as a place writes it."""

    name: str = ""  # of the field; "" of what a list's values are
    text: str = ""

    @property
    def key(self) -> tuple:
        return self.name, self.operation, self.text


ORDER = ["=", ">=", ">", "<=", "<"]


def narrowest(conditions: tuple) -> tuple | None:
    """The fewest that say the same, in the order in which a place has them; None where nothing meets them all."""
    kept: list[Condition] = []
    for name in sorted({one.name for one in conditions}):
        here = [one for one in conditions if one.name == name]
        equals = {one.text: one for one in here if one.operation == "="}
        lows = [one for one in here if one.operation in (">", ">=")]
        highs = [one for one in here if one.operation in ("<", "<=")]
        if len(equals) > 1:
            return None
        low = max(lows, key=lambda one: (one.value.lo, one.operation == ">"), default=None)
        high = min(highs, key=lambda one: (one.value.lo, one.operation != "<"), default=None)
        limits = [one for one in (low, high) if one]
        if any(limit.of_value(one.value).lo is False for one in equals.values() for limit in limits):
            return None
        if (
            low
            and high
            and (low.value.lo > high.value.lo or (low.value.lo == high.value.lo and {low.operation, high.operation} & {"<", ">"}))
        ):
            return None
        kept += equals.values() or limits
    return tuple(kept)


@dataclass(frozen=True)
class Ask:
    """A list of the plan, and which slices of it are asked for."""

    place: str
    entity: int  # of its items; -1: it has values
    rest: Rest | None = None  # its further elements
    alternatives: tuple = ((),)  # of each slice its conditions; none: nothing can meet what is asked
    element: str | None = None  # the field whose values its elements are; "?": something that no slice can name
    shared: bool = False  # several lists show it: then all of it is asked for

    def whole(self) -> Ask:
        return replace(self, alternatives=((),), shared=True)

    def narrowed(self, alternatives: list[tuple]) -> Ask:
        """Where one of these holds as well."""
        if self.shared:
            return self
        both = [narrowest((*one, *other)) for one in self.alternatives for other in alternatives]
        return replace(self, alternatives=widest([one for one in both if one is not None]))

    def places(self) -> frozenset:
        """The slices that may have further elements; the whole list where none can be named, or where the number of one is known: what of
        them is not given is asked for there."""
        if () in self.alternatives or (self.rest is not None and any(self.rest.lacks(one) for one in self.alternatives)):
            return frozenset({self.place})
        named = [one for one in self.alternatives if self.rest is None or self.rest.may_have(one)]
        return frozenset(f"{self.place}[{written(one)}]" for one in named) or frozenset({self.place})


def widest(alternatives: list[tuple]) -> tuple:
    """Without what lies in another by the same conditions."""
    keys = [frozenset(one.key for one in each) for each in alternatives]
    return tuple(
        each
        for at, each in enumerate(alternatives)
        if not any(other < keys[at] or (other == keys[at] and before < at) for before, other in enumerate(keys))
    )


def written(conditions: tuple) -> str:
    waiting, parts = list(conditions), []
    while waiting:
        one = waiting.pop(0)
        sign, value = one.operation, quoted(one.text)
        if sign == ">=" and waiting and (waiting[0].name, waiting[0].operation) == (one.name, "<="):
            last = quoted(waiting.pop(0).text)
            sign, value = "=", value if value == last else f"{value}..{last}"
        parts.append(f"{one.name}{sign if one.name or sign != '=' else ''}{value}")
    return ", ".join(parts).replace("~", "~0").replace("/", "~1")


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
    rest = replace(rest, statements=tuple(kept))
    kinds = {(rest.counted(element), True) for element in (one.element for one in rest.worlds(None, set()))}
    return None if fewest_and_most(rest.sizes, kinds) is None else kept


def fewest_and_most(sizes: list[tuple], kinds: set) -> tuple | None:
    """Of the further elements, how many a test holds of at least, and at most, where each size comes out; nothing where none can.
    `kinds`: what a further element may be: in which sizes it is counted, and whether the test holds of it."""
    enough = sum(least for least, _ in sizes)
    reached = {(0,) * len(sizes): (0, 0)}  # by how many are counted so far, up to where more of them make no difference
    for counted, truth in kinds:
        limits = [most for inside, (_, most) in zip(counted, sizes) if inside]
        bounded = any(most != INFINITE for most in limits)
        found: dict[tuple, tuple] = {}
        for so_far, (fewest, most_of_all) in reached.items():
            for number in range(int(min([one for one in limits if one != INFINITE], default=enough)) + 1):
                now = tuple(
                    one + number * inside if most != INFINITE else min(one + number * inside, least)
                    for one, inside, (least, most) in zip(so_far, counted, sizes)
                )
                if any(one > most for one, (_, most) in zip(now, sizes)):
                    break
                most_now = most_of_all + (0 if truth is False else number if bounded else INFINITE)
                before = found.get(now, (INFINITE, 0))
                found[now] = (min(before[0], fewest + (number if truth is True else 0)), max(before[1], most_now))
        reached = found
    complete = [one for now, one in reached.items() if all(least <= count for count, (least, _) in zip(now, sizes))]
    return (min(one for one, _ in complete), max(one for _, one in complete)) if complete else None
