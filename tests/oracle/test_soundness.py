"""What is said under doubt holds however the doubt is resolved: found out by resolving it, many times over.

An expression is evaluated over values that are missing or known within bounds, and over lists that may be longer; then over random
completions of them. A condition that held or failed must do so in each, and a range must contain what comes out.
"""

from __future__ import annotations

import os
import random

import pytest

from .evaluate import Evaluator
from .plan_reader import Plan
from .values import ABSENT, INFINITE, MISSING, ONE, Element, Item, List, between, certainly_at_most, exact

ROUNDS = int(os.environ.get("BRECHA_ORACLE_SOUNDNESS", "1000"))
TYPES = {
    "truth": {"kind": "yes_no", "list": False, "of": -1, "unit": -1, "integer": False, "duration": "any"},
    "number": {"kind": "number", "list": False, "of": -1, "unit": -1, "integer": False, "duration": "any"},
    "date": {"kind": "date", "list": False, "of": -1, "unit": -1, "integer": False, "duration": "any"},
    "colour": {"kind": "enumeration", "list": False, "of": 0, "unit": -1, "integer": False, "duration": "any"},
    "duration": {"kind": "duration", "list": False, "of": -1, "unit": -1, "integer": False, "duration": "exact"},
    "percent": {"kind": "percent", "list": False, "of": -1, "unit": -1, "integer": False, "duration": "any"},
    "item": {"kind": "item", "list": False, "of": 0, "unit": -1, "integer": False, "duration": "any"},
}
FIELDS = ["truth", "number", "date", "colour", "list:date", "list:number", "list:colour"]
RULESET = {
    "vocabulary": {
        "units": [],
        "enumerations": [{"values": [{"word": "red"}, {"word": "green"}, {"word": "blue"}]}],
        "entities": [
            {"fields": [{"name": one, "reference": False, "type": {**TYPES[one.removeprefix("list:")], "list": "list:" in one}} for one in FIELDS]}
        ],
    },
    "month_end": "last_day", "tables": [], "requirements": [], "parameters": [], "definitions": [], "judgements": [],
}  # fmt: skip
DAY = 20000


def type_of(kind: str) -> dict:
    return dict(TYPES[kind.removeprefix("list:")], list=kind.startswith("list:"))


class Maker:
    """Random expressions over variables, and what the variables are under doubt and in a completion."""

    def __init__(self, rng: random.Random):
        self.rng = rng
        self.kinds: list[str] = []
        self.doubtful: dict[int, object] = {}

    def chance(self, share):
        return self.rng.random() < share

    def node(self, operation, kind, operands=(), **more):
        return {"operation": operation, "type": type_of(kind), "index": -1, "variable": -1, "has_condition": False, "has_body": False,
                "number": "0", "text": "", "operands": list(operands), **more}  # fmt: skip

    # values under doubt

    def concrete(self, kind):
        rng = self.rng
        return {"truth": lambda: rng.random() < 0.5, "number": lambda: rng.randint(0, 3) * ONE, "colour": lambda: rng.randint(0, 2),
                "date": lambda: DAY + rng.choice([0, 5, 10, 20, 31, 45]), "duration": lambda: ("exact", 86400 * rng.randint(0, 30)),
                "percent": lambda: rng.choice([0, 50, 100]) * ONE}[kind]()  # fmt: skip

    def value(self, kind):
        if kind.startswith("list:"):
            return self.list(kind.removeprefix("list:"))
        if kind == "item":
            item = Item(0, "")
            item.fields = [self.value(one) for one in FIELDS]
            return exact(item)
        roll = self.rng.random()
        if roll < 0.2:
            return MISSING
        if roll < 0.4 and kind in ("number", "date"):
            ends = sorted([self.concrete(kind), self.concrete(kind)])
            roll = self.rng.random()
            return (
                between(ends[0], INFINITE)
                if roll < 0.2
                else between(0 if kind == "number" else -INFINITE, ends[1])
                if roll < 0.4
                else between(*ends)
            )
        return exact(self.concrete(kind))

    def list(self, kind):
        if self.chance(0.08):
            return ABSENT
        elements = tuple(Element(self.value(kind), not self.chance(0.15)) for _ in range(self.rng.randint(0, 3)))
        roll = self.rng.random()
        if roll < 0.65:
            return List(elements)
        if roll < 0.8:
            return List(elements, 0, INFINITE)
        lo = self.rng.randint(0, 2)
        return List(elements, lo, lo + self.rng.randint(0, 1))

    # one way in which the doubt may be resolved

    def resolved(self, value, kind):
        if isinstance(value, List):
            inner = kind.removeprefix("list:")
            elements = [Element(self.resolved(one.value, inner)) for one in value.elements if one.sure or self.chance(0.5)]
            more = self.rng.randint(value.more_lo, int(min(value.more_hi, value.more_lo + 2)))
            elements += [Element(self.resolved(self.unseen(inner), inner)) for _ in range(more)]
            self.rng.shuffle(elements)
            return List(tuple(elements))
        if kind == "item":
            item = Item(0, "")
            item.fields = [self.resolved(one, of) for one, of in zip(value.lo.fields, FIELDS)]
            return exact(item)
        if value.missing:
            return exact(self.concrete(kind))
        if value.exact:
            return value
        ends = [end for end in (value.lo, value.hi) if not isinstance(end, float)]
        for one in (self.concrete(kind) for _ in range(30)):
            if certainly_at_most(value.lo, one) and certainly_at_most(one, value.hi):
                return exact(self.rng.choice([one, one, *ends]))
        return exact(self.rng.choice(ends))

    def unseen(self, kind):
        if kind != "item":
            return MISSING
        item = Item(0, "")
        item.fields = [ABSENT if one.startswith("list:") else MISSING for one in FIELDS]
        return exact(item)

    # expressions

    def variable(self, kind, scope):
        options = [index for index, one in scope.items() if one == kind]
        if options and self.chance(0.6):
            return self.node("variable", kind, index=self.rng.choice(options))
        if self.chance(0.3) and not kind.startswith("list:"):
            items = [index for index, one in scope.items() if one == "item"]
            if items and kind in FIELDS:
                return self.node("field", kind, [self.node("variable", "item", index=self.rng.choice(items))], index=FIELDS.index(kind))
        index = len(self.kinds)
        self.kinds.append(kind)
        self.doubtful[index] = self.value(kind)
        return self.node("variable", kind, index=index)

    def constant(self, kind):
        value = self.concrete(kind)
        if kind == "truth":
            return self.node("truth", kind, number="1" if value else "0")
        if kind in ("number", "percent"):
            return self.node("number", kind, number=str(value // ONE))
        if kind == "colour":
            return self.node("enumeration_value", kind, index=value)
        return self.node(kind, kind, number=str(value if kind == "date" else value[1] * 4))

    def make(self, kind, scope, depth):
        if kind.startswith("list:"):
            return self.make_list(kind.removeprefix("list:"), scope, depth)
        if depth <= 0 or self.chance(0.15):
            own = [index for index, one in scope.items() if one == kind and index >= 1000]
            items = [index for index, one in scope.items() if one == "item" and index >= 1000]
            if own and self.chance(0.7):
                return self.node("variable", kind, index=own[-1])
            if items and kind in FIELDS and self.chance(0.7):
                return self.node("field", kind, [self.node("variable", "item", index=items[-1])], index=FIELDS.index(kind))
            return self.constant(kind) if kind in ("duration", "percent") or self.chance(0.2) else self.variable(kind, scope)
        again = lambda one: self.make(one, scope, depth - 1)
        pick = self.rng.choice
        if kind == "truth":
            compared = pick(["number", "number", "date", "percent"])
            equated = pick(["number", "date", "colour"])
            listed = pick(["colour", "number", "date"])
            roll = self.rng.randint(0, 16)
            if roll <= 2:
                return self.node(pick(["less", "at_most"]), kind, [again(compared), again(compared)])
            if roll <= 4:
                return self.node("equal", kind, [again(equated), again(equated)])
            if roll <= 6:
                return self.node(pick(["and", "or"]), kind, [again(kind), again(kind)])
            if roll == 7:
                return self.node("not", kind, [again(kind)])
            if roll == 8:
                return self.node("implies", kind, [again(kind), again(kind)])
            if roll == 9:
                return self.node("choose", kind, [again(kind), again(kind), again(kind)])
            if roll == 10:
                return self.node("contains", kind, [again("list:" + listed), again(listed)])
            if roll == 11:
                return self.node("covers", kind, [again("list:" + listed), again("list:" + listed)])
            if roll <= 14:
                return self.binder(pick(["some", "some", "every", "every"]), kind, "truth", scope, depth)
            index = self.rng.randint(0, 3)
            anchors = [again("date") for _ in range(index.bit_count())]
            return self.node("apart", kind, [again("list:date"), self.constant("duration"), *anchors], index=index)
        if kind == "number":
            roll = self.rng.randint(0, 11)
            if roll <= 2:
                return self.node(pick(["add", "subtract", "multiply", "divide"]), kind, [again(kind), again(kind)])
            if roll <= 4:
                return self.binder("count", kind, "", scope, depth)
            if roll <= 7:
                return self.binder(pick(["sum", "smallest", "largest", "average"]), kind, kind, scope, depth)
            if roll == 8:
                return self.node(pick(["smaller", "larger"]), kind, [again(kind), again(kind)])
            if roll == 9:
                return self.node("year", kind, [again("date")])
            if roll == 10:
                return self.node(pick(["years_between", "months_between"]), kind, [again("date"), again("date")])
            if roll == 11 and self.chance(0.3):
                return self.node("choose", kind, [again("truth"), again(kind), again(kind)])
            return self.counted(self.make_list(pick(["colour", "number"]), scope, depth - 1))
        if kind == "date":
            roll = self.rng.randint(0, 5)
            if roll <= 1:
                return self.node(pick(["add", "subtract"]), kind, [again(kind), self.constant("duration")])
            if roll == 5:
                return self.node("choose", kind, [again("truth"), again(kind), again(kind)])
            if roll == 2:
                return self.node(pick(["smaller", "larger"]), kind, [again(kind), again(kind)])
            return self.binder(pick(["smallest", "largest"]), kind, kind, scope, depth)
        if kind == "percent":
            if self.chance(0.3):
                return self.node("share_of", kind, [again("number"), again("number")])
            return self.binder("share", kind, "truth", scope, depth)
        if kind == "colour":
            return self.node("choose", kind, [again("truth"), again(kind), again(kind)])
        return self.node("subtract", kind, [again("date"), again("date")])

    def counted(self, list_):
        self.bound = getattr(self, "bound", 1000) + 1
        return self.node("count", "number", [list_], variable=self.bound)

    def binder(self, operation, kind, body, scope, depth):
        over = self.rng.choice(["item", "item", "number", "date", "colour"])
        list_ = self.make_list(over, scope, depth - 1)
        self.bound = getattr(self, "bound", 1000) + 1
        inner = {**scope, self.bound: over}
        variable = self.bound
        operands = [list_]
        has_condition = self.chance(0.5) or (operation == "share" and self.chance(0.3))
        has_body = (
            bool(body)
            and not (operation == "some" and self.chance(0.3))
            and not (operation == "share" and has_condition and self.chance(0.5))
        )
        if has_condition:
            operands.append(self.make("truth", inner, depth - 1))
        if has_body:
            operands.append(self.make(body, inner, depth - 1))
        return self.node(operation, kind, operands, variable=variable, has_condition=has_condition, has_body=has_body)

    def made(self, kind, scope, depth):
        """years, full_years, numbers, dates of ends under doubt."""
        date = lambda: self.make("date", scope, depth - 1)
        if kind == "date":
            return self.node("dates", "list:date", [date(), self.constant("duration"), date()])
        if self.chance(0.5):
            return self.node(self.rng.choice(["years", "full_years"]), "list:number", [date(), date()])
        return self.node("numbers", "list:number", [self.make("number", scope, depth - 1), self.make("number", scope, depth - 1)])

    def make_list(self, kind, scope, depth):
        if depth > 0 and kind != "item" and self.chance(0.5):
            roll = self.rng.randint(0, 5)
            if roll == 5 and kind in ("number", "date"):
                return self.made(kind, scope, depth)
            if roll <= 1:
                body = self.rng.choice([kind, "list:" + kind]) if kind in FIELDS and "list:" + kind in FIELDS else kind
                return self.binder(self.rng.choice(["list", "distinct"]), "list:" + kind, body, scope, depth)
            if roll == 2:
                return self.node("add", "list:" + kind, [self.make_list(kind, scope, depth - 1), self.make_list(kind, scope, depth - 1)])
            if roll == 3:
                return self.node(
                    "choose",
                    "list:" + kind,
                    [self.make("truth", scope, depth - 1), self.make_list(kind, scope, depth - 1), self.make_list(kind, scope, depth - 1)],
                )
            return self.node("list_literal", "list:" + kind, [self.make(kind, scope, depth - 1) for _ in range(self.rng.randint(0, 2))])
        items = [index for index, one in scope.items() if one == "item" and index >= 1000]
        if items and "list:" + kind in FIELDS and self.chance(0.5):
            return self.node("field", "list:" + kind, [self.node("variable", "item", index=items[-1])], index=FIELDS.index("list:" + kind))
        return self.variable("list:" + kind, scope)


def shown(expression, depth=0):
    word = expression["operation"] + {"variable": f"#{expression['index']}", "field": f".{expression['index']}"}.get(
        expression["operation"], ""
    )
    if expression["variable"] >= 0:
        word += f"(#{expression['variable']}{' where' if expression['has_condition'] else ''}{' :' if expression['has_body'] else ''})"
    if expression["operation"] in ("number", "date", "duration", "truth"):
        word += f" {expression['number']}"
    return "  " * depth + word + "".join("\n" + shown(one, depth + 1) for one in expression["operands"])


@pytest.mark.parametrize("kind", ["truth", "number", "percent", "list:colour"])
def test_what_holds_under_doubt_holds_in_every_completion(kind):
    decided = 0
    for seed in range(ROUNDS):
        maker = Maker(random.Random(f"{kind} {seed}"))
        expression = maker.make(kind, {}, maker.rng.randint(1, 4))
        evaluator = Evaluator(RULESET, Plan(Item(0, "")), "2026-01-15")
        under_doubt = evaluator.evaluate(expression, dict(maker.doubtful))
        for _ in range(12):
            world = {index: maker.resolved(value, maker.kinds[index]) for index, value in maker.doubtful.items()}
            come_out = evaluator.evaluate(expression, world)

            def story(world=world, come_out=come_out):
                return f"seed {seed}\n{shown(expression)}\nunder doubt {maker.doubtful}: {under_doubt}\ncompleted {world}: {come_out}"

            if isinstance(under_doubt, List):
                assert come_out.absent or under_doubt.absent or fits_list(under_doubt, come_out), story()
                continue
            if under_doubt.missing:
                continue
            decided += 1
            if come_out.missing:
                # Only what cannot be computed in this completion may be unknown there: a division by zero, an extreme of nothing.
                assert can_fail(expression), story()
                continue
            assert (
                certainly_at_most(under_doubt.lo, come_out.lo) and certainly_at_most(come_out.hi, under_doubt.hi)
                if kind != "truth"
                else (come_out.lo == under_doubt.lo)
            ), story()
    assert kind.startswith("list:") or decided > ROUNDS


def test_an_anchor_within_bounds_decides_where_every_day_of_it_does():
    """`apart` with a `since` or `until` of which only some days are certain, against each of those days by itself."""
    decided = 0
    for seed in range(ROUNDS // 3):
        maker = Maker(random.Random(f"anchor {seed}"))
        rng = maker.rng
        index = rng.choice([1, 2, 3, 3])
        days = [exact(DAY + rng.randint(0, 60)) for _ in range(rng.randint(0, 4))]
        list_ = rng.choice([ABSENT, List(tuple(map(Element, days)), 0, INFINITE), *[List(tuple(map(Element, days)))] * 4])
        firsts = [DAY + rng.randint(-5, 60) for _ in range(index.bit_count())]
        anchors = [between(first, first + rng.choice([0, 3, 10])) for first in firsts]
        length = maker.node("duration", "duration", number=str(86400 * rng.choice([5, 10, 20, 30]) * 4))
        nodes = [maker.node("variable", "date", index=2 + position) for position in range(len(anchors))]
        expression = maker.node("apart", "truth", [maker.node("variable", "list:date", index=1), length, *nodes], index=index)
        evaluator = Evaluator(RULESET, Plan(Item(0, "")), "2026-01-15")
        answer = evaluator.evaluate(expression, {1: list_, **{2 + position: one for position, one in enumerate(anchors)}}).lo
        each = set()
        for one in range(anchors[0].lo, anchors[0].hi + 1):
            for other in range(anchors[-1].lo, anchors[-1].hi + 1) if len(anchors) == 2 else [None]:
                world = {1: list_, 2: exact(one)} | ({3: exact(other)} if other is not None else {})
                each.add(evaluator.evaluate(expression, world).lo)
        assert answer == (each.pop() if len(each) == 1 else None), f"seed {seed}: {list_} {anchors} {index}: {answer}"
        decided += answer is not None
    assert decided > ROUNDS // 20


def fits_list(under_doubt: List, come_out: List) -> bool:
    sure = sum(one.sure for one in under_doubt.elements) + under_doubt.more_lo
    return sure <= len(come_out.elements) <= len(under_doubt.elements) + under_doubt.more_hi


def can_fail(expression) -> bool:
    risky = ("divide", "smallest", "largest", "average", "share", "share_of", "dates", "numbers")
    return expression["operation"] in risky or any(can_fail(one) for one in expression["operands"])
