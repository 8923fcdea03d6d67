"""The changes that can be made to a plan, and what each costs: what a person would do, and never a cheat.

    state     say what the plan is silent about
    add       an element more in a list
    improve   a no becomes a yes, a step or a number another one, a date ahead is moved
    close     say of a list that there is nothing else in it
    judge     have a person judge what nobody has judged
    restate   a stated choice, text or item becomes another
    withdraw  take a value out of a list
    deny      a stated yes becomes a no
    rewrite   the date of what has happened becomes another
    drop      take an element away with all it says
    rejudge   have a person judge again

The last four are not proposed unless they are given a cost. Keys never change.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.errors import BrechaError
from brecha.plan_edits import Judged, conditions_of, place_of, slice_of, steps_of
from brecha.repairs.values import BLANK, ORDERED, date_in, values_for, words_for

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from brecha._core import FieldInfo
    from brecha.plan_edits import Data, PlanEdits
    from brecha.repairs.values import Constants

    Wanted = Callable[[str], bool]

COSTS = {
    "state": 1.0,
    "add": 1.0,
    "improve": 1.0,
    "close": 1.0,
    "judge": 1.0,
    "restate": 6.0,
    "withdraw": 6.0,
    "deny": math.inf,
    "rewrite": math.inf,
    "drop": math.inf,
    "rejudge": math.inf,
}

SET = ("state", "improve", "restate", "deny", "rewrite")
"""Kinds that give a place another value."""

_MOST_KEYS = 60  # of elements that can be added to one list


class Change(NamedTuple):
    """One change of a plan."""

    kind: str
    place: str
    """Of the value; of the list where something is added or taken away."""
    value: Any
    """What stands there then; of a list what is added or taken away."""
    before: Any
    field: str
    """Entity and field, "Agency.representatives"; empty for a judgement."""
    type: str
    """Of the field, "entity" for an element; "yes_no" where a person confirms."""
    cost: float
    added: str = ""
    """The place of the element that is added."""

    @property
    def name(self) -> tuple[str, str, str]:
        return self.kind, self.place, repr(self.value)

    @property
    def sort(self) -> tuple[str, str, str]:
        """What makes it differ for a reader: not which of several values."""
        value = repr(sorted(self.value.items())) if isinstance(self.value, dict) else ""
        return self.kind, self.place, value

    @property
    def blank(self) -> bool:
        """Has a person to say what stands there, or to confirm it?"""
        return self.kind in ("close", "judge", "rejudge") or self.value == BLANK or (self.kind != "withdraw" and self.type in ORDERED)


class Changes:
    """The changes that are possible in plans of one vocabulary, with their costs.

    costs: by kind. weights: by entity and field ("Agency.representatives"), by entity, or by field alone; a factor.
    """

    def __init__(self, edits: PlanEdits, as_of: datetime.date, costs: Mapping[str, float], weights: Mapping[str, float]) -> None:
        self.edits = edits
        self._as_of = as_of
        self._fields: dict[str, tuple[FieldInfo, str, bool] | None] = {}
        self._ways: dict[str, list[tuple[str, FieldInfo | None]]] = {}
        self._keyed: dict[int, tuple[list[Any], dict[str, int]]] = {}
        self._costs = {**COSTS, **costs}
        self._weights = weights
        self._dear = {kind for kind, cost in self._costs.items() if cost > 1}
        lightest = min((1.0, *weights.values()))
        self.least = {
            dear: lightest * min((cost for kind, cost in self._costs.items() if (kind in self._dear) == dear), default=math.inf)
            for dear in (False, True)
        }
        """What a dear change costs at least, and what another does."""

    def at(self, data: Data, place: str, constants: Constants, beside: Sequence[Any], dear: bool, refused: set[str]) -> Iterator[Change]:
        """What can be changed at a place that a finding rests on or is silent about: what is dear by its kind, or all else.

        refused: gets the kinds that are possible there and have no cost.
        """

        def wanted(kind: str) -> bool:
            if math.isinf(self._costs[kind]):
                refused.add(kind)
                return False
            return (kind in self._dear) == dear

        if place.startswith("judgements/"):
            judged = any(Judged.of(one) == Judged.at(place) for one in data.get("judgements") or ())
            kind = "rejudge" if judged else "judge"
            if wanted(kind):
                yield Change(kind, place, True, None, "", "yes_no", self._costs[kind])
            return
        inside, conditions = slice_of(place)
        found = self._field_at(inside)
        if found is None:
            return
        field, entity, element = found
        steps = steps_of(inside)
        if conditions:
            if wanted("add"):
                yield from self._added_in_slice(data, place, field, entity)
            if wanted("close"):
                yield self._change("close", place, True, None, field, entity, "yes_no")
        elif element:
            yield from self._taken_away(data, steps, field, entity, wanted)
        elif field.list:
            if wanted("add"):
                yield from self._added(data, inside, field, entity, constants, beside)
            if wanted("close"):
                yield from self._closed(data, inside, field, entity)
        elif field.type != "entity" and field.name not in self._keys_of(entity):
            yield from self._set(data, inside, field, entity, constants, beside, wanted)
            yield from self._dropped(data, steps, wanted)

    def made(self, data: Data, change: Change) -> Data:
        """The plan with a change made."""
        edits = self.edits
        if change.kind == "add":
            return edits.with_element(data, slice_of(change.place)[0], change.value)
        if change.kind in ("withdraw", "drop"):
            if change.kind == "drop":
                return edits.without(data, place_of([*steps_of(change.place), change.value]))
            items = edits.value_at(data, change.place) or []
            return edits.without(data, f"{change.place}/[{items.index(change.value)}]") if change.value in items else data
        if change.kind == "close":
            if edits.value_at(data, change.place):
                return edits.with_evidence(data, change.place, complete=True)
            return edits.with_evidence(data, change.place, none=True)
        if change.kind in ("judge", "rejudge"):
            return edits.with_judgement(data, change.place, True)
        return edits.with_value(data, change.place, change.value)

    def all_made(self, data: Data, changes: Sequence[Change]) -> Data:
        for change in changes:
            data = self.made(data, change)
        return data

    # --- how ---

    def _change(
        self, kind: str, place: str, value: Any, before: Any, field: FieldInfo, entity: str, type: str = "", added: str = ""
    ) -> Change:
        names = (f"{entity}.{field.name}", field.name, entity)
        weight = next((self._weights[name] for name in names if name in self._weights), 1.0)
        cost = math.inf if math.inf in (self._costs[kind], weight) else self._costs[kind] * weight
        return Change(kind, place, value, before, names[0], type or field.type, cost, added)

    def value_at(self, data: Data, place: str) -> Any:
        """What a plan has at a place, None where it has nothing. Variants share most lists: of each, keys are found once."""
        if place not in self._ways:
            steps = steps_of(place)
            of: list[FieldInfo | None] = [None] * len(steps)
            if self._field_at(place) is not None:
                for at, field in self.edits._along(steps, place):
                    if field.list and at + 1 < len(steps):
                        of[at + 1] = field
            self._ways[place] = list(zip(steps, of, strict=True))
        value: Any = data
        for step, listed in self._ways[place]:
            if listed is None:
                value = value.get(step) if isinstance(value, dict) else None
            elif isinstance(value, list):
                position = self._keys_in(value, listed).get(step)
                value = None if position is None else value[position]
            else:
                value = None
        return value

    def _keys_in(self, items: list[Any], field: FieldInfo) -> dict[str, int]:
        known = self._keyed.get(id(items))
        if known is None:
            found = {f"[{at}]": at for at in range(len(items))}
            if field.type == "entity":
                for at in reversed(range(len(items))):
                    found[self.edits.key_of(field.entity, items[at])] = at
            self._keyed[id(items)] = known = (items, found)
        return known[1]

    def _field_at(self, place: str) -> tuple[FieldInfo, str, bool] | None:
        """The field of a place, the entity that has it, and whether an element of it is meant; None for what is no field."""
        if place not in self._fields:
            self._fields[place] = None
            steps = steps_of(place)
            if steps and not steps[0].startswith("parameter "):
                try:
                    fields = list(self.edits._along(steps, place))
                except BrechaError:
                    return None
                at, field = fields[-1]
                entity = fields[-2][1].entity if len(fields) > 1 else self.edits._root
                self._fields[place] = field, entity, field.list and at + 1 < len(steps)
        return self._fields[place]

    def _keys_of(self, entity: str) -> list[str]:
        return self.edits._entities[entity].key

    def _set(
        self, data: Data, place: str, field: FieldInfo, entity: str, constants: Constants, beside: Sequence[Any], wanted: Wanted
    ) -> Iterator[Change]:
        before = self.value_at(data, place)
        if field.type == "reference" and wanted("add"):
            yield from self._new_items(data, field, constants, beside)
        kinds = {"improve", "deny"} if field.type == "yes_no" and before is not None else {self._kind(field, before, None)}
        possible = [wanted(kind) for kind in sorted(kinds)]  # each is asked: it notes what is refused
        if not any(possible):
            return
        if field.type == "reference":
            values: Sequence[Any] = [key for key, _ in self.edits.items(data, field.entity) if key != before]
        else:
            values = values_for(field, before, constants, beside, self._as_of)
        for value in values:
            kind = self._kind(field, before, value)
            if wanted(kind):
                yield self._change(kind, place, value, before, field, entity)

    def _kind(self, field: FieldInfo, before: Any, value: Any) -> str:
        if before is None or before == BLANK:
            return "state"
        if field.type == "yes_no":
            return "improve" if value else "deny"
        if field.type in ("date", "moment"):
            day = date_in(before)
            return "improve" if day is not None and day > self._as_of else "rewrite"
        if field.type in ORDERED or field.ordered:
            return "improve"
        return "restate"

    def _added(
        self, data: Data, place: str, field: FieldInfo, entity: str, constants: Constants, beside: Sequence[Any]
    ) -> Iterator[Change]:
        there = self.value_at(data, place)
        items = there if isinstance(there, list) else []
        if field.type == "entity":
            for element in self._elements(data, field, items, constants, beside):
                yield self._added_element(data, place, element, field, entity)
            return
        if field.type == "reference":
            values: Sequence[Any] = [key for key, _ in self.edits.items(data, field.entity)]
            yield from self._new_items(data, field, constants, beside)
        else:
            values = values_for(field, None, constants, beside, self._as_of)
        for value in values:
            if value not in items:
                yield self._change("add", place, value, None, field, entity)

    def _added_element(self, data: Data, place: str, element: Data, field: FieldInfo, entity: str) -> Change:
        inside = slice_of(place)[0]
        items = self.value_at(data, inside) or []
        element = self.edits.element(items, inside, element)
        added = self.edits.place_of_element(inside, element, len(items))
        change = self._change("add", inside, element, None, field, entity, "entity", added)
        stated = sum(name not in self._keys_of(field.entity) for name in element)  # each as if it were stated by itself
        return change._replace(cost=change.cost + stated * self._costs["state"]) if stated else change

    def _added_in_slice(self, data: Data, place: str, field: FieldInfo, entity: str) -> Iterator[Change]:
        inside, conditions = slice_of(place)
        element = self.edits._element(field, conditions_of(conditions), None)
        if field.type != "entity":
            if element is not None and element is not True:
                yield self._change("add", inside, element, None, field, entity)
            return
        keys = self._keys_of(field.entity)
        fields = self.edits._fields[field.entity]
        open_keys = [name for name in keys if element.get(name) is None and fields[name].type != "text"]
        if not open_keys:
            yield self._added_element(data, inside, element, field, entity)
            return
        items = self.value_at(data, inside) or []
        for key in self._key_values(data, fields, open_keys, items, None, ()):
            yield self._added_element(data, inside, {**key, **element}, field, entity)

    def _elements(self, data: Data, field: FieldInfo, items: list[Any], constants: Constants, beside: Sequence[Any]) -> Iterator[Data]:
        """New elements of a list, one for each key that a rule may look for."""
        keys = self._keys_of(field.entity)
        fields = self.edits._fields[field.entity]
        if len(keys) == 1 and fields[keys[0]].type == "text" or not keys:
            yield {}
            return
        taken = {self.edits.key_of(field.entity, item) for item in items}
        for element in self._key_values(data, fields, keys, items, constants, beside):
            if self.edits.key_of(field.entity, element) not in taken:
                yield element

    def _key_values(
        self, data: Data, fields: Mapping[str, FieldInfo], keys: Sequence[str], items: list[Any], constants: Constants | None,
        beside: Sequence[Any],
    ) -> Iterator[Data]:  # fmt: skip
        columns: list[list[Any]] = []
        for name in keys:
            field = fields[name]
            if field.choices:
                columns.append(words_for(field, constants, beside) if constants else [word for word, _ in field.choices])
            elif field.type == "reference":
                columns.append([key for key, _ in self.edits.items(data, field.entity)])
            elif field.type == "text":
                taken = {item.get(name) for item in items if isinstance(item, dict)}
                columns.append([next(str(one) for one in itertools.count(len(items) + 1) if str(one) not in taken)])
            elif constants is not None:
                columns.append(values_for(field, None, constants, beside, self._as_of)[:6])
            else:
                return
        for values in itertools.islice(itertools.product(*columns), _MOST_KEYS):
            yield dict(zip(keys, values, strict=True))

    def _new_items(self, data: Data, field: FieldInfo, constants: Constants, beside: Sequence[Any]) -> Iterator[Change]:
        """Something new that a reference can mean, in the root's list of such items."""
        root = self.edits._root
        for other in self.edits._fields[root].values():
            if other.type == "entity" and other.list and other.entity == field.entity and self._keys_of(field.entity):
                items = self.value_at(data, other.name) or []
                for element in self._elements(data, other, items, constants, beside):
                    yield self._added_element(data, other.name, element, other, root)

    def _closed(self, data: Data, place: str, field: FieldInfo, entity: str) -> Iterator[Change]:
        evidence = data.get("evidence")
        entry = evidence.get(place) if isinstance(evidence, dict) else None
        if not (isinstance(entry, dict) and (entry.get("complete") or entry.get("none"))):
            yield self._change("close", place, True, None, field, entity, "yes_no")

    def _taken_away(self, data: Data, steps: list[str], field: FieldInfo, entity: str, wanted: Wanted) -> Iterator[Change]:
        inside = place_of(steps[:-1])
        if field.type == "entity":
            if wanted("drop"):
                yield self._change("drop", inside, steps[-1], self.value_at(data, place_of(steps)), field, entity, "entity")
        elif wanted("withdraw"):
            value = self.value_at(data, place_of(steps))
            if value is not None:
                yield self._change("withdraw", inside, value, value, field, entity)

    def _dropped(self, data: Data, steps: list[str], wanted: Wanted) -> Iterator[Change]:
        """The element that a place lies in can go."""
        fields = list(self.edits._along(steps, place_of(steps)))
        for number, (at, field) in enumerate(fields):
            if field.list and field.type == "entity" and at + 2 < len(steps) and wanted("drop"):
                entity = self.edits._root if number == 0 else fields[number - 1][1].entity
                inside, key = place_of(steps[: at + 1]), steps[at + 1]
                yield self._change("drop", inside, key, self.value_at(data, f"{inside}/{key}"), field, entity, "entity")
