"""May what is open still bring another subject that contains an item? (D81, D111)

Looks at the rule as it is written: a list that may be longer brings new items, which are never the item asked for; a list of references
may name any; a list in which the item stands names it no second time.
"""

from __future__ import annotations

from .values import Item, Value

NOTHING, OTHERS, ANY = 0, 1, 2  # what a list may have beside its elements: nothing, items other than the one asked for, whatever there is


def union(*reaches):
    """Of what may be there: whether it may be the item or lie in it, and what else."""
    return any(hits for hits, _ in reaches), max((beside for _, beside in reaches), default=NOTHING)


class Further:
    def __init__(self, evaluator, requirement: dict, item: Item):
        self.evaluator, self.requirement, self.item = evaluator, requirement, item
        self.entities = evaluator.ruleset["vocabulary"]["entities"]
        self.lists = [plain(evaluator, subject["list"]) for subject in requirement["subjects"]]
        self.bound: dict = {}

    # subjects that are there

    def is_or_lies_in(self, value: Value) -> bool:
        return isinstance(value.lo, Item) and (value.lo is self.item or value.lo.lies_in(self.item))

    def contains(self, leaf) -> bool:
        return any(self.is_or_lies_in(element.value) for element in leaf.subjects)

    def can_be(self, type_: dict) -> bool:
        return type_["kind"] == "item" and (type_["of"] == self.item.entity or self.can_lie_within(type_["of"]))

    def can_lie_within(self, entity: int) -> bool:
        """Can an item of this entity lie in one of the kind of the item asked for?"""
        seen, waiting = set(), [self.item.entity]
        while waiting:
            for one in self.entities[waiting.pop()]["fields"]:
                if one["type"]["kind"] == "item" and not one["reference"] and one["type"]["of"] not in seen:
                    seen.add(one["type"]["of"])
                    waiting.append(one["type"]["of"])
        return entity in seen

    def may_be(self, element, depth: int, bound: dict) -> bool:
        """A reference to nobody may be to it, unless its list names it already."""
        type_ = self.requirement["subjects"][depth]["list"]["type"]
        if not element.value.missing or not self.can_be(type_):
            return False
        list_ = self.evaluator.evaluate(self.requirement["subjects"][depth]["list"], bound)
        stands = any(one.value.lo is self.item for one in list_.elements)
        return not stands or self.can_lie_within(type_["of"])

    def may_bring(self, leaf) -> frozenset:
        """For a leaf that does not contain the item: on what it turns whether another subject does; nothing where none can."""
        doubtful = [element for depth, element in enumerate(leaf.subjects) if self.may_be(element, depth, leaf.bound)]
        if doubtful:
            return frozenset().union(*(element.value.places for element in doubtful))
        if leaf.reason == "more_subjects":
            brings = self.by_further_element(leaf.level, leaf.bound)
        elif leaf.reason in ("when_unknown", "where_unknown"):
            brings = self.by_given_elements(leaf.level, leaf.bound)
        else:
            brings = False
        return leaf.cells[0].places if brings else frozenset()

    # subjects that are not there yet

    def by_given_elements(self, depth: int, bound: dict) -> bool:
        if depth == len(self.lists):
            return False
        subject = self.requirement["subjects"][depth]
        list_ = self.evaluator.evaluate(subject["list"], bound)
        for element in list_.elements:
            inside = {**bound, subject["variable"]: element.value}
            if subject["condition"] is not None and self.evaluator.evaluate(subject["condition"], inside).lo is False:
                continue
            if self.is_or_lies_in(element.value) or self.may_be(element, depth, bound) or self.by_given_elements(depth + 1, inside):
                return True
        return list_.more_hi > 0 and self.by_further_element(depth, bound)

    def by_further_element(self, depth: int, bound: dict) -> bool:
        """One more element of the list at this depth: it, or what the lists inside then have."""
        self.bound = bound
        reach = self.further(self.lists[depth], bound)
        supposed = {}
        for inner in range(depth, len(self.lists)):
            if inner > depth:
                reach = self.whole(self.lists[inner], supposed)
            hits, beside = reach
            if hits or (beside == ANY and self.can_be(self.lists[inner]["type"])):
                return True
            supposed[self.requirement["subjects"][inner]["variable"]] = reach
        return False

    def whole(self, list_: dict, supposed: dict):
        """All that a list has and may have."""
        if mentions(list_, supposed):
            return self.supposing(list_, supposed)
        value = self.evaluator.evaluate(list_, self.bound)
        if list_["type"]["kind"] != "item":
            return False, NOTHING
        hits = any(self.can_be(list_["type"]) if one.value.missing else self.is_or_lies_in(one.value) for one in value.elements)
        return union((hits, NOTHING), self.further(list_, self.bound))

    def further(self, list_: dict, bound: dict):
        """What a list may have beside its elements."""
        evaluate = self.evaluator.evaluate
        value = evaluate(list_, bound)
        if value.closed:
            return False, NOTHING
        operation, operands = list_["operation"], list_["operands"]
        if operation == "field":
            owner = evaluate(operands[0], bound)
            if owner.missing:
                return self.field_of(list_, self.absent(operands[0], bound))
            if not self.reference(list_):
                return self.is_or_lies_in(owner), OTHERS
            stands = any(one.value.lo is self.item for one in value.elements)
            return False, OTHERS if stands and not self.can_lie_within(list_["type"]["of"]) else ANY
        if operation in ("list", "distinct"):
            body = body_of(list_)
            if body is None or is_variable(body, list_["variable"]):
                return self.further(operands[0], bound)
            hits, beside = self.further(operands[0], bound)
            found = (False, NOTHING)
            if hits or beside != NOTHING:
                found = self.supposing(body, {list_["variable"]: (False, ANY if hits else beside)})
            if body["type"]["list"]:
                for element in evaluate(operands[0], bound).elements:
                    inside = {**bound, list_["variable"]: element.value}
                    if list_["has_condition"] and evaluate(operands[1], inside).lo is False:
                        continue
                    found = union(found, self.further(body, inside))
            return found
        if operation == "add":
            return union(*(self.further(one, bound) for one in operands))
        if operation == "otherwise":
            first = self.further(operands[0], bound)
            return union(first, self.further(operands[1], bound)) if evaluate(operands[0], bound).absent else first
        if operation == "choose":
            condition = evaluate(operands[0], bound)
            if not condition.missing:
                return self.further(operands[1 if condition.lo else 2], bound)
            return union(self.whole(operands[1], {}), self.whole(operands[2], {}))
        if operation == "missing_from":
            return self.further(operands[1], bound)
        return False, NOTHING

    def reference(self, field: dict) -> bool:
        one = self.entities[field["operands"][0]["type"]["of"]]["fields"][field["index"]]
        return one["reference"] or one["type"]["kind"] != "item"

    def field_of(self, field: dict, owner):
        """The items of a field, of what its owner may be."""
        if owner == (False, NOTHING):
            return owner
        return (False, ANY) if self.reference(field) else owner

    def absent(self, item: dict, bound: dict):
        """What an item that is not there may come to be."""
        if self.evaluator.evaluate(item, bound).flag == "none":
            return False, NOTHING
        if item["operation"] != "field" or self.reference(item):
            return False, ANY
        owner = self.evaluator.evaluate(item["operands"][0], bound)
        return self.absent(item["operands"][0], bound) if owner.missing else (self.is_or_lies_in(owner), OTHERS)

    def supposing(self, expression: dict, supposed: dict):
        """What an expression may come to where variables are bound to elements that are not there yet."""
        operation, operands = expression["operation"], expression["operands"]
        if not mentions(expression, supposed) and expression["type"]["list"]:
            return self.whole(expression, supposed)
        if operation == "variable":
            return supposed.get(expression["index"], (False, ANY))
        if operation == "field":
            return self.field_of(expression, self.supposing(operands[0], supposed))
        if operation == "element":
            return self.whole(operands[0], supposed)
        if operation in ("list", "distinct"):
            body = body_of(expression)
            if body is None or is_variable(body, expression["variable"]):
                return self.whole(operands[0], supposed)
            if not mentions(operands[0], supposed):
                return False, ANY
            return self.supposing(body, {**supposed, expression["variable"]: self.whole(operands[0], supposed)})
        if operation in ("add", "otherwise"):
            return union(*(self.whole(one, supposed) for one in operands))
        if operation == "choose":
            return union(self.whole(operands[1], supposed), self.whole(operands[2], supposed))
        if operation == "missing_from":
            return self.whole(operands[1], supposed)
        return False, ANY


# --- expressions without names for parts of them


def plain(evaluator, expression: dict, meant: dict | None = None) -> dict:
    """With `let`s and definitions written out."""
    meant = meant or {}
    if expression["operation"] == "variable":
        index = expression["index"]
        if index in meant:
            return meant[index]
        return plain(evaluator, evaluator.lets[index], meant) if index in evaluator.lets else expression
    operands = [plain(evaluator, one, meant) for one in expression["operands"]]
    if expression["operation"] == "call":
        definition = evaluator.ruleset["definitions"][expression["index"]]
        return plain(evaluator, definition["body"], dict(zip(definition["parameters"], operands)))
    return {**expression, "operands": operands}


def mentions(expression: dict, variables) -> bool:
    if expression["operation"] == "variable" and expression["index"] in variables:
        return True
    return any(mentions(one, variables) for one in expression["operands"])


def body_of(binder: dict) -> dict | None:
    return binder["operands"][2 if binder["has_condition"] else 1] if binder["has_body"] else None


def is_variable(expression: dict, index: int) -> bool:
    return expression["operation"] == "variable" and expression["index"] == index


def walked(vocabulary: dict, expression: dict, subjects: list[int], lists: dict | None = None) -> int | None:
    """The subject of whose item this is a list, or something in it: its variable. A reference leads elsewhere."""
    lists = lists or {}

    def inner(one: dict) -> int | None:
        return walked(vocabulary, one, subjects, lists)

    def same(one: dict, other: dict) -> int | None:
        return inner(one) if inner(one) == inner(other) else None

    operation, operands = expression["operation"], expression["operands"]
    if operation == "variable":
        index = expression["index"]
        return index if index in subjects else inner(lists[index]) if index in lists else None
    if operation == "field":
        one = vocabulary["entities"][operands[0]["type"]["of"]]["fields"][expression["index"]]
        return inner(operands[0]) if one["type"]["kind"] == "item" and not one["reference"] else None
    if operation == "element":
        return inner(operands[0])
    if operation in ("list", "distinct"):
        body = body_of(expression)
        return inner(operands[0]) if body is None else walked(vocabulary, body, subjects, {**lists, expression["variable"]: operands[0]})
    if operation == "add":
        owners = {inner(one) for one in operands}
        return owners.pop() if len(owners) == 1 else None
    if operation == "otherwise":
        return same(*operands)
    if operation == "choose":
        return same(operands[1], operands[2])
    if operation == "missing_from":
        return inner(operands[1])
    return None


def written_out(expression: dict) -> bool:
    """Does the rule write the list out, in an order of its own? What a plan lists has none."""
    operation, operands = expression["operation"], expression["operands"]
    if operation == "field" and expression["type"]["list"]:
        return False
    if operation in ("list", "distinct"):
        body = body_of(expression)
        return written_out(operands[0]) and (body is None or not body["type"]["list"] or written_out(body))
    if operation in ("add", "otherwise"):
        return all(written_out(one) for one in operands)
    if operation == "choose":
        return written_out(operands[1]) and written_out(operands[2])
    if operation == "missing_from":
        return written_out(operands[1])
    return True
