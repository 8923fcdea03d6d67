"""Changes to the data of a plan, in one place: a value, an element more, what is known of a statement, a judgement, nothing any more.

Data is what JSON has; a change gives new data and leaves the old untouched, with everything else as it was. Places are written with
keys, as questions and notes have them: "agencies/ict/level", "steps/[3]", "drills[kind=fire]"; JSON Pointer is taken too. What a person
typed is read by `brecha.typed_values`.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.errors import BrechaError
from brecha.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from brecha._core import EntityInfo, FieldInfo

Data = dict[str, Any]

KNOWN = ("read", "document", "page", "who", "on", "as_of", "kind", "note", "guessed", "none", "complete", "size", "why", "says", "value")
"""What evidence can say of a place."""

ENDS_SILENCE = ("none", "why")  # evidence that a value at its place makes untrue
_NOTHING: Any = object()
_MOST_DIGITS = 400  # written out: a float has no more, and "1e99999999" is a short text
_POSITION = re.compile(r"\[(\d+)\]")
_CONDITION = re.compile(r'\s*([^=<>,"]*?)\s*(>=|<=|=|>|<|)\s*("(?:[^"]|"")*"|[^=<>,"]*?)(?:\.\.("(?:[^"]|"")*"|[^=<>,"]*?))?\s*(?:,|$)')


class Condition(NamedTuple):
    """One condition of a slice. `field` is empty where the elements themselves are meant; `last` ends a stretch."""

    field: str
    relation: str
    value: str
    last: str


# --- places ---


def steps_of(place: str) -> list[str]:
    """A place or JSON Pointer as its steps; the numbers of a pointer as positions. A slice stays in the last step."""
    if not place:
        return []
    steps = place.lstrip("/").split("/")
    if "~" in place:
        steps = [step.replace("~1", "/").replace("~0", "~") for step in steps]
    return [f"[{step}]" if step.isdecimal() else step for step in steps] if place.startswith("/") else steps


def place_of(steps: Sequence[str]) -> str:
    return "/".join(step.replace("~", "~0").replace("/", "~1") for step in steps)


def slice_of(place: str) -> tuple[str, str]:
    """The list's place and the conditions inside the brackets: ("drills", "kind=fire"); none where it names no slice."""
    if not place.endswith("]"):
        return place, ""
    bracket = place.find("[")
    while bracket > 0 and place[bracket - 1] == "/":
        bracket = place.find("[", bracket + 1)
    if bracket < 1:
        return place, ""
    return place[:bracket], place[bracket + 1 : -1].replace("~1", "/").replace("~0", "~")


def conditions_of(conditions: str) -> list[Condition]:
    found = []
    for name, relation, first, last in _CONDITION.findall(conditions):
        if name or first:
            field, value = (name, first) if relation and name else ("", first or name)
            found.append(Condition(field, relation or "=", _unquoted(value), _unquoted(last)))
    return found


def value_at(plan: Data, place: str) -> Any:
    """What a plan has at a place, found without a vocabulary: an item by what stands in it first. None where it has nothing."""
    value: Any = plan
    for step in steps_of(place):
        position = _POSITION.fullmatch(step)
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and position:
            value = value[int(position[1])] if int(position[1]) < len(value) else None
        elif isinstance(value, list):
            keys = step.split(",")
            value = next((one for one in value if isinstance(one, dict) and _has_each(one, keys)), None)
        else:
            return None
    return value


def stated(field: FieldInfo, text: str) -> Any:
    """A value as a key or a condition has it, as the field has it in a plan."""
    if field.type == "yes_no":
        return text == "yes"
    if field.type in ("number", "integer"):
        return plain(Decimal(text))
    return f"{text}%" if field.type == "percent" and not text.endswith("%") else text


def how_read(plan: Data, place: str) -> str:
    """ "part" or "whole", by the nearest place at or above that says so; empty where none does."""
    evidence = plan.get("evidence")
    while isinstance(evidence, dict):
        said = evidence.get(place)
        if isinstance(said, dict) and said.get("read"):
            return str(said["read"])
        if not place:
            break
        place = place.rpartition("/")[0]
    return ""


class Judged(NamedTuple):
    """What a place such as judgements/S-36/.1/sites/s1 asks about."""

    requirement: str
    part: str
    subject: str

    @classmethod
    def at(cls, place: str) -> Judged:
        _, requirement, *rest = place.split("/")
        part = rest.pop(0) if rest and rest[0].startswith(".") else ""
        return cls(requirement, part, "/".join(rest))

    @classmethod
    def of(cls, entry: Any) -> Judged | None:
        """What an entry of a plan's judgements is about; None where it is none."""
        return cls(*(str(entry.get(word) or "") for word in cls._fields)) if isinstance(entry, dict) else None

    @property
    def place(self) -> str:
        return "/".join(("judgements", *filter(None, self)))


# --- changes ---


class PlanEdits:
    """Changes to plans of one vocabulary: `PlanEdits(rules.vocabulary().entities)`. Every change gives new data.

    Raises BrechaError for a place that the vocabulary does not have, naming the nearest.
    """

    def __init__(self, entities: Sequence[EntityInfo]) -> None:
        self._entities = {entity.name: entity for entity in entities}
        self._fields = {entity.name: {field.name: field for field in entity.fields} for entity in entities}
        self._root = next(entity.name for entity in entities if entity.root)

    def field_at(self, place: str) -> FieldInfo:
        """The field that a place means; of an element or a slice, that of its list."""
        return self.fields_along(place)[-1][1]

    def fields_along(self, place: str) -> list[tuple[str, FieldInfo]]:
        """The fields on the way to a place, the one that it means last; each with the entity that has it."""
        steps = steps_of(slice_of(place)[0])
        if not steps:
            raise BrechaError(Sentence("place_is_the_plan"))
        fields = [field for _, field in self._along(steps, place)]
        return list(zip([self._root, *(field.entity for field in fields)], fields, strict=False))

    def value_at(self, plan: Data, place: str) -> Any:
        """What a plan has at a place, None where it has nothing; at a slice the elements that lie in it."""
        inside, conditions = slice_of(place)
        found: list[Any] = [None]

        def look(value: Any) -> Any:
            found[0] = None if value is _NOTHING else value
            return value

        self._changed(plan, inside, look, grows=False)
        if not conditions:
            return found[0]
        field, wanted = self.field_at(inside), conditions_of(conditions)
        return [element for element in found[0] or [] if all(self._lies_in(field, element, one) for one in wanted)]

    def with_value(self, plan: Data, place: str, value: Any) -> Data:
        """The plan with a value at a place, through lists whose element is not there yet; at a slice, an element more that lies in it.

        Evidence that there is none, or why it is missing, goes; where sources disagree, the value is the one chosen.
        """
        if slice_of(place)[1]:
            return self.with_element(plan, place, value)
        changed = self._grown(plan, self._changed(plan, place, lambda _: plain(value)), place)
        changed = self._without_silence(changed, place)
        if self._entry(changed, place).get("says"):
            changed = self.with_evidence(changed, place, value=plain(value))
        return self._renamed(plan, changed, place, plain(value))

    def with_element(self, plan: Data, place: str, element: Any = None) -> Data:
        """The plan with an element more in a list, or in a slice of it: then with what the conditions say of it.

        A list that the plan did not have is read in part from then on, unless its evidence says how it was read.
        """
        inside = slice_of(place)[0]

        def more(value: Any) -> Any:
            items = value if isinstance(value, list) else []
            return [*items, self.element(items, place, element)]

        changed = self._grown(plan, self._changed(plan, inside, more), inside, with_last=True)
        return self._without_silence(self._without_silence(changed, inside), place)

    def element(self, items: Sequence[Any], place: str, element: Any = None) -> Any:
        """The element that `with_element` adds to the items of a list: with what conditions say of it, and a key by numbers."""
        inside, conditions = slice_of(place)
        field = self.field_at(inside)
        return self._with_key(field, items, self._element(field, conditions_of(conditions), plain(element)))

    def with_item(self, plan: Data, place: str) -> Data:
        """The plan with an element of the key that the place ends in; the same where it has one."""
        return self._grown(plan, self._changed(plan, place, lambda there: there), place)

    def with_evidence(self, plan: Data, place: str, **known: Any) -> Data:
        """The plan with what is known of a place (KNOWN), beside what is known already; None takes a word away.

        `none` and `why` end the value that stands there, but no element of a list, and `complete` and `size`.
        """
        wrong = [word for word in known if word not in KNOWN]
        if wrong:
            raise TypeError(f"evidence has no {wrong[0]!r}: {', '.join(KNOWN)}")
        conditions = slice_of(place)[1]
        if known.get("none") or known.get("why"):
            known = {"none": None, "why": None, "complete": None, "size": None, **known}
            if not conditions and place and not isinstance(self.value_at(plan, place), (type(None), list, dict)):
                plan = self._changed(plan, place, lambda _: _NOTHING)
        elif known.get("complete") or known.get("size") is not None:
            known = {"none": None, "why": None, **known}
        key = self._evidence_key(plan, place)
        evidence = plan.get("evidence")
        evidence = evidence if isinstance(evidence, dict) else {}
        entry = {**self._entry(plan, place), **{word: plain(value) for word, value in known.items()}}
        entry = {word: value for word, value in entry.items() if value is not None}
        if entry:
            return _with_member(plan, "evidence", {**evidence, key: entry})
        return _with_member(plan, "evidence", {name: value for name, value in evidence.items() if name != key}) if evidence else plan

    def with_judgement(self, plan: Data, place: str, answer: bool, *, who: str = "", on: Any = None, question: str = "") -> Data:
        """The plan with the answer to a judgement, by its place: judgements/S-36/.1/sites/s1. One given before is replaced."""
        about = Judged.at(place)
        made = {"requirement": about.requirement, "part": about.part, "subject": about.subject, "answer": answer, "who": who}
        made |= {"on": plain(on), "question": question}
        kept = [one for one in _listed(plan.get("judgements")) if Judged.of(one) != about]
        return _with_member(plan, "judgements", [*kept, {word: value for word, value in made.items() if value not in ("", None)}])

    def without(self, plan: Data, place: str) -> Data:
        """The plan with nothing at a place: no value, no element, no judgement; and no evidence of it or of what lies below."""
        if place.startswith("judgements/"):
            kept = [one for one in _listed(plan.get("judgements")) if Judged.of(one) != Judged.at(place)]
            return _with_member(plan, "judgements", kept)
        if slice_of(place)[1]:
            return self._without_evidence(plan, place)
        key, (at, field) = self._with_keys(plan, place), [*self._along(steps_of(place), place)][-1]
        if field.list and at + 1 < len(steps_of(place)):  # positions in the list change
            plan = self._by_keys(plan)
        changed = self._changed(self._without_evidence(plan, key), place, lambda _: _NOTHING, grows=False)
        last = _POSITION.fullmatch(steps_of(key)[-1])
        if last is None:
            return changed
        inside = place_of(steps_of(key)[:-1])  # those behind it move up
        count = len(self.value_at(plan, inside) or [])
        for position in range(int(last[1]) + 1, count):
            changed = self._moved(changed, f"{inside}/[{position}]", f"{inside}/[{position - 1}]")
        return changed

    def items(self, plan: Data, entity: str) -> list[tuple[str, str]]:
        """Every item of an entity anywhere in a plan: its key, and its name or title or the key again. What a reference can mean."""
        found: dict[str, str] = {}

        def walk(name: str, item: Any) -> None:
            if not isinstance(item, dict):
                return
            key = self.key_of(name, item)
            if name == entity and key:
                found.setdefault(key, next((item[word] for word in ("name", "title") if isinstance(item.get(word), str)), key))
            for field in self._entities[name].fields:
                if field.type == "entity":
                    for one in _listed(item.get(field.name)) if field.list else [item.get(field.name)]:
                        walk(field.entity, one)

        walk(self._root, plan)
        return list(found.items())

    def place_of_last(self, plan: Data, place: str) -> str:
        """The place of the element that a list ends with: by its key, else by its number."""
        elements = self.value_at(plan, place) or []
        return self.place_of_element(place, elements[-1], len(elements) - 1)

    def place_of_element(self, place: str, element: Any, position: int) -> str:
        """The place of an element of a list: by its key, else by its number."""
        field = self.field_at(place)
        key = self.key_of(field.entity, element) if field.type == "entity" else ""
        return place_of([*steps_of(place), key or f"[{position}]"])

    def key_of(self, entity: str, item: Any) -> str:
        """An item's key as places have it; empty where it has none."""
        keys = self._entities[entity].key
        if not isinstance(item, dict) or not keys:
            return ""
        if len(keys) == 1:
            return key_text(item.get(keys[0]))
        parts = [key_text(item.get(name)) for name in keys]
        return ",".join(parts) if all(parts) else ""

    # --- how ---

    def _along(self, steps: Sequence[str], place: str) -> Iterator[tuple[int, FieldInfo]]:
        """The fields on the way, each with the number of its step; behind a list stands the step of an element."""
        entity, at = self._root, 0
        while at < len(steps):
            field = self._field(entity, steps[at], place)
            yield at, field
            entity, at = field.entity, at + (2 if field.list else 1)

    def _field(self, entity: str, name: str, place: str) -> FieldInfo:
        field = self._fields.get(entity, {}).get(name)
        if field is None:
            from brecha.near_names import did_you_mean

            near = did_you_mean(name, self._fields.get(entity, {}))
            raise BrechaError(Sentence("no_place", place=place, name=name, near=near))
        return field

    def _changed(self, plan: Data, place: str, change: Callable[[Any], Any], grows: bool = True) -> Data:
        """A copy along the path. `change` gets what is there, or _NOTHING, and gives what is to be there. Without `grows`, what is not there stays so."""
        steps = steps_of(place)
        if not steps:
            raise BrechaError(Sentence("place_is_the_plan"))

        def inside(entity: str, item: Any, at: int) -> Any:
            if not isinstance(item, dict):
                raise BrechaError(Sentence("place_not_reached", place=place, at=place_of(steps[:at])))
            field = self._field(entity, steps[at], place)
            value = item.get(field.name, _NOTHING)
            if at + 1 == len(steps):
                return _with_member(item, field.name, change(value))
            if value is _NOTHING or value is None:
                if not grows:
                    return item
                value = [] if field.list else {}
            if not field.list:
                return _with_member(item, field.name, inside(field.entity, value, at + 1))
            if not isinstance(value, list):
                raise BrechaError(Sentence("place_not_reached", place=place, at=place_of(steps[: at + 1])))
            position = self._position(field, value, steps[at + 1])
            if position is None and not grows:
                return item
            if position is None:
                position, value = len(value), [*value, self._new(field, steps[at + 1], place)]
            whole = at + 2 == len(steps)
            new = change(value[position]) if whole else inside(field.entity, value[position], at + 2)
            return _with_member(item, field.name, [*value[:position], *([] if new is _NOTHING else [new]), *value[position + 1 :]])

        return dict(inside(self._root, plan, 0))

    def _position(self, field: FieldInfo, items: list[Any], step: str) -> int | None:
        position = _POSITION.fullmatch(step)
        if field.type == "entity":
            found = next((at for at, item in enumerate(items) if self.key_of(field.entity, item) == step), None)
            if found is not None:
                return found
        return int(position[1]) if position and int(position[1]) < len(items) else None

    def _new(self, field: FieldInfo, key: str, place: str) -> Any:
        """An element of a key that is not there yet; the element behind the last is made by its position."""
        keys = self._entities[field.entity].key if field.type == "entity" else []
        if _POSITION.fullmatch(key):
            return {} if field.type == "entity" else None
        parts = key.split(",") if len(keys) > 1 else [key]
        if len(parts) != len(keys):
            raise BrechaError(Sentence("place_has_no_key", place=place, name=field.name))
        return {name: stated(self._fields[field.entity][name], part) for name, part in zip(keys, parts, strict=True)}

    def _element(self, field: FieldInfo, conditions: list[Condition], element: Any) -> Any:
        """An element with what conditions say of it, where they say one value."""
        for condition in conditions:
            if condition.relation in ("<", ">"):  # nothing says how much less or more
                continue
            if not condition.field:
                return stated(field, condition.value) if element in (None, True, {}) else element
            of = self._field(field.entity, condition.field, field.name)
            if not isinstance(element, dict):
                element = {}
            if element.get(of.name) is None:
                value = stated(of, condition.value)
                element = {**element, of.name: [value] if of.list else value}
        return {} if element in (None, True) and field.type == "entity" else element

    def _with_key(self, field: FieldInfo, items: Sequence[Any], element: Any) -> Any:
        """An element of a list with a key by numbers: the next one where it has none."""
        if field.type != "entity" or not isinstance(element, dict):
            return element
        keys = self._entities[field.entity].key
        if len(keys) != 1 or element.get(keys[0]) is not None or self._fields[field.entity][keys[0]].type != "text":
            return element
        taken = {self.key_of(field.entity, item) for item in items}
        number = next(one for one in range(len(items) + 1, 2 * len(items) + 3) if str(one) not in taken)
        return {keys[0]: str(number), **element}

    def _lies_in(self, field: FieldInfo, element: Any, condition: Condition) -> bool:
        if not condition.field:
            return _meets(field, element, condition)
        of = self._field(field.entity, condition.field, field.name)
        return isinstance(element, dict) and _meets(of, element.get(of.name), condition)

    def _grown(self, before: Data, after: Data, place: str, with_last: bool = False) -> Data:
        """Lists that were not there and got one element are read in part: nobody said that there is no other."""
        steps = steps_of(place)
        for at, field in self._along(steps, place):
            inside = place_of(steps[: at + 1])
            if not field.list or (at + 1 == len(steps) and not with_last) or self.value_at(before, inside) is not None:
                continue
            entry = self._entry(after, inside)
            if how_read(after, inside) != "part" and not entry.get("complete") and entry.get("size") is None:
                after = self.with_evidence(after, inside, read="part")
        return after

    def _entry(self, plan: Data, place: str) -> dict[str, Any]:
        evidence = plan.get("evidence")
        entry = evidence.get(self._evidence_key(plan, place)) if isinstance(evidence, dict) else None
        return entry if isinstance(entry, dict) else {}

    def _evidence_key(self, plan: Data, place: str) -> str:
        """How the plan's evidence writes a place: as it does already, else with keys."""
        meant = self._with_keys(plan, place)
        evidence = plan.get("evidence")
        for written in evidence if isinstance(evidence, dict) else ():
            if written == meant or (written[:1] == "/" or "[" in written) and self._with_keys(plan, written) == meant:
                return str(written)
        return meant

    def _with_keys(self, plan: Data, place: str) -> str:
        """A place with the keys that its positions mean, and its conditions in order."""
        if "[" not in place and "/" not in place[:1]:
            return place
        inside, conditions = slice_of(place)
        steps = steps_of(inside)
        try:
            for at, field in list(self._along(steps, place)):
                if field.list and field.type == "entity" and at + 1 < len(steps) and _POSITION.fullmatch(steps[at + 1]):
                    item = self.value_at(plan, place_of(steps[: at + 2]))
                    steps[at + 1] = self.key_of(field.entity, item) or steps[at + 1]
        except BrechaError:
            return place
        if not conditions:
            return place_of(steps)
        written = sorted(conditions_of(conditions))
        return f"{place_of(steps)}[{', '.join(map(_condition_text, written)).replace('~', '~0').replace('/', '~1')}]"

    def _by_keys(self, plan: Data) -> Data:
        """With every place of the evidence written with keys, so that positions may change."""
        evidence = plan.get("evidence")
        if not isinstance(evidence, dict):
            return plan
        meant = {written: self._with_keys(plan, written) for written in evidence}
        places = list(meant.values())
        alone = {written: place if places.count(place) == 1 else written for written, place in meant.items()}
        return _with_member(plan, "evidence", {alone[written]: known for written, known in evidence.items()})

    def _without_silence(self, plan: Data, place: str) -> Data:
        said = [word for word in ENDS_SILENCE if word in self._entry(plan, place)]
        return self.with_evidence(plan, place, **dict.fromkeys(said)) if said else plan

    def _without_evidence(self, plan: Data, place: str) -> Data:
        evidence = plan.get("evidence")
        if not isinstance(evidence, dict):
            return plan
        key = self._with_keys(plan, place)
        kept = {name: known for name, known in evidence.items() if not _is_below(self._with_keys(plan, name), key)}
        return _with_member(plan, "evidence", kept)

    def _renamed(self, before: Data, after: Data, place: str, value: Any) -> Data:
        """What is known of an item whose key changed follows it."""
        steps = steps_of(self._with_keys(before, place))
        *above, (at, _) = self._along(steps, place)
        if not above or above[-1][0] + 2 != at or steps[at] not in self._entities[above[-1][1].entity].key:
            return after
        old = self.value_at(before, place_of(steps[:at])) or {}
        new = self.key_of(above[-1][1].entity, {**old, steps[at]: value})
        if not new or new == steps[at - 1]:
            return after
        after = {**after, "evidence": self._by_keys(before)["evidence"]} if "evidence" in after else after
        return self._moved(after, place_of(steps[:at]), place_of([*steps[: at - 1], new]))

    def _moved(self, plan: Data, old: str, new: str) -> Data:
        evidence = plan.get("evidence")
        if isinstance(evidence, dict):
            moved = {new + name[len(old) :] if _is_below(name, old) else name: known for name, known in evidence.items()}
            plan = _with_member(plan, "evidence", moved) if moved != evidence else plan
        return plan


# --- values ---


def plain(value: Any) -> Any:
    """A value of Python as JSON has it: dates and durations as plans write them, numbers exact."""
    from brecha.plan_spellings.python_values import duration_text, moment_text

    if isinstance(value, datetime.datetime):
        return moment_text(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return duration_text(value)
    if isinstance(value, Decimal):
        if value == value.to_integral_value() and value.adjusted() < _MOST_DIGITS:
            return int(value)
        return float(value) if Decimal(repr(float(value))) == value else value
    if isinstance(value, dict):
        return {name: plain(member) for name, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(member) for member in value]
    return value


LONGEST_QUOTE = 600


def shortened(text: str) -> str:
    """Words quoted as evidence, on one line, cut at a word where they are many."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + "…"


def _has_each(item: Data, keys: Sequence[str]) -> bool:
    stated = [str(value) for value in item.values() if not isinstance(value, (dict, list))]
    return all(key in stated for key in keys)


def _with_member(item: Data, name: str, value: Any) -> Data:
    """With a member, or without it where it is _NOTHING; a new last member goes before evidence and judgements."""
    if value is _NOTHING:
        return {key: member for key, member in item.items() if key != name}
    if name in item or name in ("evidence", "judgements"):
        return {**item, name: value}
    reserved = {key: member for key, member in item.items() if key in ("evidence", "judgements")}
    return {**{key: member for key, member in item.items() if key not in reserved}, name: value, **reserved}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_below(place: str, inside: str) -> bool:
    return place == inside or place.startswith((f"{inside}/", f"{inside}["))


def key_text(value: Any) -> str:
    """A value as places have it in a key; empty for what can stand in none."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float, Decimal)):
        number = Decimal(str(value)).normalize()
        return format(number, "f") if abs(number.adjusted()) < _MOST_DIGITS else str(number)
    return value.strip() if isinstance(value, str) else ""


def _unquoted(text: str) -> str:
    text = text.strip()
    return text[1:-1].replace('""', '"') if text.startswith('"') else text


def _condition_text(condition: Condition) -> str:
    relation = condition.relation if condition.field or condition.relation != "=" else ""
    last = f"..{_quoted(condition.last)}" if condition.last else ""
    return f"{condition.field}{relation}{_quoted(condition.value)}{last}"


def _quoted(text: str) -> str:
    plain_text = text and not re.search(r"[\s,\[\]=<>\"]|\.\.", text)
    return text if plain_text else '"' + text.replace('"', '""') + '"'


def _order(field: FieldInfo, value: Any) -> Any:
    """What a value is compared by: a number, the place among the choices, a text. None where it is none of them."""
    text = key_text(value)
    if field.type in ("integer", "number", "percent"):
        try:
            return Decimal(text.rstrip("%").strip())
        except ArithmeticError:
            return None
    if field.type == "enumeration":
        return next((at for at, (word, _) in enumerate(field.choices) if word == text), None)
    return text or None


def _meets(field: FieldInfo, value: Any, condition: Condition) -> bool:
    """Whether a value is seen to meet a condition; dates are compared as far as the condition goes."""
    if isinstance(value, list):
        return any(_meets(field, one, condition) for one in value)
    stands = _order(field, value)

    def compared(bound: str) -> int | None:
        limit = _order(field, bound)
        if stands is None or limit is None:
            return None
        own = stands[: len(limit)] if field.type == "date" else stands
        return int(own > limit) - int(own < limit)

    first = compared(condition.value)
    last = compared(condition.last) if condition.last else first
    if first is None or last is None:
        return False
    if condition.last:
        return first >= 0 >= last
    return {"=": first == 0, ">=": first >= 0, "<=": first <= 0, ">": first > 0, "<": first < 0}[condition.relation]
