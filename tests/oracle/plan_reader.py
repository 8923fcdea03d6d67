"""Plan text (JSON) -> items and their fields as rules see them.

Follows the description of the plan format and nothing else: what a value means, what silence means where it stands, what evidence adds.
Notes on what could not be used are left to the engine; here such a value is just missing.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import partial

from .countries import TWO_LETTERS
from .slices import ITSELF, Rest, Statement, Test, without_contradictions
from .values import (
    ABSENT,
    INFINITE,
    LIMIT,
    MISSING,
    NONE,
    ONE,
    UNUSABLE,
    WITHHELD,
    WITHHELD_LIST,
    Element,
    Item,
    List,
    Value,
    between,
    certainly_at_most,
    civil,
    day_of,
    duration_limit,
    equal,
    exact,
    half_even,
    number_from_text,
    number_to_text,
    same,
)  # fmt: skip

GREATEST_NESTING = 64


class Refused(Exception):
    """The text is no plan at all."""


# --- JSON, with numbers as they are written and keys as often as they are written


class Number(str):
    """A number's text."""


class Object(dict):
    """A JSON object; `torn` are the keys that stand in it more than once with different values."""

    torn: set


def make_object(pairs) -> Object:
    result = Object()
    result.torn = set()
    for key, value in pairs:
        if key in result and not alike(result[key], value):
            result.torn.add(key)
        result.setdefault(key, value)
    return result


def alike(left, right) -> bool:
    if isinstance(left, dict) and isinstance(right, dict):
        # What is given twice over is not known, so it is not the same as anything.
        return not left.torn and not right.torn and left.keys() == right.keys() and all(alike(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(alike(one, other) for one, other in zip(left, right))
    if isinstance(left, Number) and isinstance(right, Number):
        one, other = number_from_text(left), number_from_text(right)
        return one == other if one is not None and other is not None else str(left) == str(right)
    return type(left) is type(right) and left == right


def nesting(value) -> int:
    if isinstance(value, dict):
        return 1 + max((nesting(one) for one in value.values()), default=0)
    if isinstance(value, list):
        return 1 + max((nesting(one) for one in value), default=0)
    return 0


def read_json(text: str):
    def refuse(word):
        raise Refused(f"{word} is not JSON")

    try:
        value = json.loads(
            text.removeprefix("\ufeff"), object_pairs_hook=make_object, parse_int=Number, parse_float=Number, parse_constant=refuse
        )
        json.dumps(value, ensure_ascii=False).encode("utf-8")  # half a surrogate pair is no letter
    except (ValueError, RecursionError) as error:
        raise Refused(str(error)) from error
    if nesting(value) > GREATEST_NESTING:
        raise Refused("nested too deeply")
    return value


# --- single values


class Invalid(Exception):
    """What stands there is not of the field's type."""


def clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text).strip()
    return text if any(not is_unseen(letter) for letter in text) else ""


def is_unseen(letter: str) -> bool:
    """Blanks, control characters and those of format (joiners, marks of direction, a byte order mark)."""
    return letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf")


def is_absent(raw) -> bool:
    return raw is None or (isinstance(raw, str) and not isinstance(raw, Number) and clean(raw) == "")


def is_text(raw) -> bool:
    return isinstance(raw, str) and not isinstance(raw, Number)


def plan_number(raw, whole: bool) -> int:
    if not isinstance(raw, Number):
        raise Invalid
    number = number_from_text(raw)
    if number is None or number < 0 or (whole and number % ONE):
        raise Invalid
    return number


DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)


def plan_date(text: str) -> tuple[int, int]:
    """First and last day that the text can mean."""
    match = DATE.match(text)
    if not match:
        raise Invalid
    year, month, day = (int(part) if part else None for part in match.groups())
    if day is not None:
        first = last = day_of(year, month, day)
    elif month is not None:
        first = day_of(year, month, 1)
        following = day_of(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else None
        last = following - 1 if following is not None else day_of(9999, 12, 31)
    else:
        first, last = day_of(year, 1, 1), day_of(year, 12, 31)
    if first is None or last is None:
        raise Invalid
    return first, last


MOMENT = re.compile(r"(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?([Zz]|[-+]\d{2}:\d{2})?\Z", re.ASCII)


def plan_moment(text: str):
    match = MOMENT.match(text)
    if not match:
        raise Invalid
    year, month, day_number, hour, minute, second, part, zone = match.groups()
    day = day_of(int(year), int(month), int(day_number))
    if day is None or int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        raise Invalid
    offset = None
    if zone in ("Z", "z"):
        offset = 0
    elif zone:
        if int(zone[4:]) > 59:
            raise Invalid
        offset = (int(zone[1:3]) * 60 + int(zone[4:])) * (-1 if zone[0] == "-" else 1)
        if not -12 * 60 <= offset <= 14 * 60:
            raise Invalid
    local = day * 86400 + int(hour) * 3600 + int(minute) * 60 + int(second or 0)
    return (local, offset), (local + (1 if (part or "").strip("0") else 0), offset)


UNITS = {
    "second": ("exact", 1), "minute": ("exact", 60), "hour": ("exact", 3600), "day": ("exact", 86400), "week": ("exact", 604800),
    "month": ("calendar", 1), "year": ("calendar", 12), "working day": ("working", 1),
}  # fmt: skip
ISO_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?\Z", re.ASCII)


def plan_duration(text: str):
    kind, amounts, units = duration_parts(text)
    amount = sum(amount * unit for amount, unit in zip(amounts, units))
    if any(amount >= 2**56 for amount in amounts) or amount >= duration_limit(kind):
        raise Invalid
    return kind, amount


def duration_parts(text: str) -> tuple[str, list[int], list[int]]:
    """Its kind, the numbers that it writes, and how long each unit is."""
    match = re.match(r"(\d+) +(\D+)\Z", text, re.ASCII)
    if match:
        word = match[2]
        unit = UNITS.get(word) or UNITS.get(word.removesuffix("s"))
        if not unit:
            raise Invalid
        return unit[0], [int(match[1])], [unit[1]]
    match = ISO_DURATION.match(text)
    if not match or not any(match.groups()):
        raise Invalid
    written = [(int(part), unit) for part, unit in zip(match.groups(), (12, 1, 604800, 86400, 3600, 60, 1)) if part]
    calendar = any(match.groups()[:2])
    if calendar and any(match.groups()[2:]):
        raise Invalid
    return "calendar" if calendar else "exact", [amount for amount, _ in written], [unit for _, unit in written]


def in_base_units(number: int, factor: int) -> int:
    product, rest = divmod(number * factor, ONE)
    if rest or product >= LIMIT:
        raise Invalid
    return product


class Types:
    """Reads values of the types of one vocabulary."""

    def __init__(self, vocabulary: dict):
        self.vocabulary = vocabulary
        self.factors = [number_from_text(unit["factor"]) for unit in vocabulary["units"]]
        self.words = [{value["word"]: index for index, value in enumerate(one["values"])} for one in vocabulary["enumerations"]]

    def read(self, type_: dict, raw) -> Value:
        """Raises Invalid. References and items are not values of this kind."""
        kind = type_["kind"]
        if isinstance(raw, dict):
            if kind not in ("number", "percent", "date", "moment", "duration") or not raw or not set(raw) <= {"from", "to"} or raw.torn:
                raise Invalid
            return self.read_bounds(type_, raw)
        if kind == "text":
            if not is_text(raw):
                raise Invalid
            return exact(clean(raw))
        if kind == "yes_no":
            if isinstance(raw, bool):
                return exact(raw)
            if is_text(raw) and raw in ("yes", "no"):
                return exact(raw == "yes")
            raise Invalid
        if kind == "number":
            number = plan_number(raw, type_["integer"])
            return exact(in_base_units(number, self.factors[type_["unit"]]) if type_["unit"] >= 0 else number)
        if kind == "percent":
            if is_text(raw):
                if not raw.endswith("%"):
                    raise Invalid
                return exact(plan_number(Number(raw[:-1].strip()), False))
            return exact(plan_number(raw, False))
        if not is_text(raw):
            raise Invalid
        if kind == "date":
            return between(*plan_date(raw))
        if kind == "moment":
            return between(*plan_moment(raw))
        if kind == "duration":
            return exact(plan_duration(raw))
        if kind == "enumeration":
            words = self.words[type_["of"]]
            if type_["of"] == 0 and raw not in words:
                raw = TWO_LETTERS.get(raw, "")
            if raw not in words:
                raise Invalid
            return exact(words[raw])
        raise Invalid

    def read_bounds(self, type_: dict, raw: Object) -> Value:
        ends = {}
        for name, one in raw.items():
            if isinstance(one, dict):
                raise Invalid
            if not is_absent(one):
                ends[name] = self.read(type_, one)
        if not ends:
            raise Invalid
        lo = ends["from"].lo if "from" in ends else -INFINITE
        hi = ends["to"].hi if "to" in ends else INFINITE
        if "from" not in ends:
            # what a plan counts or measures is never below nothing
            if type_["kind"] in ("number", "percent"):
                lo = 0
            elif type_["kind"] == "duration":
                lo = (hi[0], 0)
        if not certainly_at_most(lo, hi):
            raise Invalid
        return between(lo, hi)

    def text(self, type_: dict, value) -> str:
        """An exact value as it stands in a place or a subject."""
        kind = type_["kind"]
        if kind == "enumeration":
            return self.vocabulary["enumerations"][type_["of"]]["values"][value]["word"]
        if kind in ("number", "percent"):
            if type_["unit"] >= 0:
                value = half_even(value * ONE, self.factors[type_["unit"]])
            return number_to_text(value) + ("%" if kind == "percent" else "")
        if kind == "date":
            return civil(value).isoformat()
        if kind == "yes_no":
            return "yes" if value else "no"
        if kind == "moment":
            return moment_text(value)
        if kind == "duration":
            return duration_text(value)
        return str(value)


def moment_text(moment) -> str:
    local, offset = moment
    day, second = divmod(local, 86400)
    text = f"{civil(day).isoformat()}T{second // 3600:02d}:{second // 60 % 60:02d}" + (f":{second % 60:02d}" if second % 60 else "")
    if offset is None:
        return text
    if offset == 0:
        return text + "Z"
    return text + f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}"


def duration_text(duration) -> str:
    kind, amount = duration[:2]
    sizes = sorted((unit for unit in UNITS.items() if unit[1][0] == kind), key=lambda unit: -unit[1][1])
    for word, (_, size) in sizes:
        if amount % size == 0 and (amount != 0 or size in (1, 86400)):
            return f"{amount // size} {word}" + ("" if abs(amount // size) == 1 else "s")
    return str(amount)


# --- the plan


@dataclass
class Judgement:
    requirement: str
    part: str
    subject: str
    answer: bool | None
    question: str | None


@dataclass
class Plan:
    root: Item
    items: list[list[Item]] = field(default_factory=list)  # by entity, those that stand in lists
    judgements: list[Judgement] = field(default_factory=list)
    days: dict[str, int] = field(default_factory=dict)  # by place: of when the source says it was so, at the latest
    defaulted: set[str] = field(default_factory=set)  # places where a default stands
    aging: dict = field(default_factory=dict)  # by item and field: the list again, by what is not outdated of what is said of slices of it

    def own_day(self, place: str) -> int | None:
        return self.days.get(place)

    def day_of(self, place: str) -> int | None:
        return nearest(self.days, place)


def nearest(days: dict[str, int], place: str) -> int | None:
    """The day of the place, or of the nearest above that has one."""
    while place not in days:
        if not place:
            return None
        place = place.rpartition("/")[0]
    return days[place]


def escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def unescape(segment: str) -> str:
    return segment.replace("~1", "/").replace("~0", "~")


def join(place: str, segment: str) -> str:
    return f"{place}/{segment}" if place else segment


class Reader:
    def __init__(self, vocabulary: dict, raw: Object, read: str):
        self.types = Types(vocabulary)
        self.entities = vocabulary["entities"]
        self.raw_of: dict[Item, Object] = {}
        self.elements_of: dict[tuple[Item, int], list] = {}  # items of a list field as they stand
        self.embedded_of: dict[tuple[Item, int], Item] = {}
        self.in_lists: list[list[Item]] = [[] for _ in self.entities]
        self.judgements = raw.get("judgements")
        root_raw = Object((key, value) for key, value in raw.items() if key not in ("evidence", "judgements"))
        root_raw.torn = raw.torn
        self.defaulted: set[str] = set()
        self.missing_for_a_reason: set[str] = set()  # places of lists that are not there, and not for silence
        self.root = self.place_item(vocabulary["root"], root_raw, "", None)
        self.evidence = self.read_evidence(raw.get("evidence"))
        if read and not self.evidence.get("", {}).get("read") in ("part", "whole"):
            self.evidence.setdefault("", Object())["read"] = read
        self.fill(self.root)

    # first: which items there are, their keys and places

    def place_item(self, entity: int, raw: Object, place: str, parent: Item | None) -> Item:
        item = Item(entity, place, parent)
        self.raw_of[item] = raw
        for index, one in enumerate(self.entities[entity]["fields"]):
            if one["type"]["kind"] != "item" or one["reference"] or one["name"] in raw.torn:
                continue
            inside = raw.get(one["name"])
            if one["type"]["list"] and isinstance(inside, list):
                self.elements_of[item, index] = self.place_elements(one["type"]["of"], inside, join(place, one["name"]), item)
            elif not one["type"]["list"] and isinstance(inside, dict):
                self.embedded_of[item, index] = self.place_item(one["type"]["of"], inside, join(place, one["name"]), item)
        return item

    def place_elements(self, entity: int, raws: list, place: str, parent: Item) -> list:
        keys = [self.key_of(entity, raw) if isinstance(raw, dict) else None for raw in raws]
        items = []
        for position, (raw, key) in enumerate(zip(raws, keys)):
            if not isinstance(raw, dict):
                items.append(Item(entity, join(place, f"[{position}]"), parent))  # an item is there, and nothing of it can be used
                continue
            usable = key is not None and sum(other is not None and same_key(other, key) for other in keys) == 1
            segment = escape(self.key_text(entity, key)) if usable else f"[{position}]"
            item = self.place_item(entity, raw, join(place, segment), parent)
            item.key_values, item.key_usable = key, usable
            self.in_lists[entity].append(item)
            items.append(item)
        return items

    def key_of(self, entity: int, raw: Object) -> tuple | None:
        values = []
        for index in self.entities[entity]["key"]:
            one = self.entities[entity]["fields"][index]
            inside = raw.get(one["name"])
            if is_absent(inside) or one["name"] in raw.torn:
                return None
            try:
                value = self.types.read(one["type"], inside)
            except Invalid:
                return None
            if not value.exact:
                return None
            values.append(value.lo)
        return tuple(values) or None

    def key_text(self, entity: int, key: tuple) -> str:
        fields = self.entities[entity]["fields"]
        return ",".join(self.types.text(fields[index]["type"], value) for index, value in zip(self.entities[entity]["key"], key))

    # second: what is known of the statements at each place

    def read_evidence(self, raw) -> dict:
        evidence = {}
        self.aging: dict[tuple, partial] = {}  # by item and field: the list, by what of the statements on slices of it is not outdated
        self.slices: dict[str, list[tuple]] = {}  # by place of a list: the conditions of a slice as text, and what is said of it
        if isinstance(raw, dict):
            for place, entry in raw.items():
                if not isinstance(entry, dict):
                    continue
                whole = SLICE.match(place)
                if whole:
                    self.slices.setdefault(self.normal_place(whole["list"]), []).append((whole["conditions"], entry))
                else:
                    evidence[self.normal_place(place)] = entry
        return evidence

    # statements about some of a list

    def statements(self, one: dict, place: str, outdated=lambda day: False) -> list[Statement]:
        """Those about slices of the list that are not outdated. Once what is given of the list is, `complete` says nothing of the rest."""
        found = []
        day_of_list = nearest(self.days(), place)
        for text, entry in self.slices.get(place, []):
            text = unescape(text)
            day = self.day(entry)
            if outdated(day_of_list if day is None else day):
                continue
            try:
                tests = tuple(self.test(one, condition) for condition in split_outside_quotes(text, ","))
            except Invalid:
                continue
            size = self.size(entry.get("size"))
            complete = is_yes(entry.get("complete")) and not outdated(day_of_list)
            if is_yes(entry.get("none")):
                found.append(Statement(tests, complete, (0, 0)))
            if complete or size:
                found.append(Statement(tests, complete, size))
        return found

    def test(self, one: dict, text: str) -> Test:
        match = CONDITION.match(text.strip())
        if match is None:
            raise Invalid
        of_items = one["type"]["kind"] == "item" and not one["reference"]
        if bool(match["field"]) != of_items:
            raise Invalid
        index, type_, reference = ITSELF, dict(one["type"], list=False), one["reference"]
        if of_items:
            fields = self.entities[one["type"]["of"]]["fields"]
            names = [each["name"] for each in fields]
            if match["field"] not in names:
                raise Invalid
            index = names.index(match["field"])
            type_, reference = fields[index]["type"], fields[index]["reference"]
            if type_["list"] or (type_["kind"] == "item" and not reference):
                raise Invalid
        operation, value = match["operation"] or "=", match["value"].strip()
        ends = split_outside_quotes(value, "..") if operation == "=" and type_["kind"] in ("date", "number", "percent") else [value]
        values = [self.value_of_slice(type_, reference, end) for end in ends]
        if len(values) > 2 or not certainly_at_most(values[0].lo, values[-1].hi):
            raise Invalid
        return Test(index, operation, between(values[0].lo, values[-1].hi))

    def unmarked(self, place: str, list_: List) -> bool:
        """Whether nothing else says since when a list that grows with time is complete."""
        complete, size = self.complete_or_size(place, len(list_.elements))
        return not self.reading(place) and not complete and not size

    def complete_or_size(self, place: str, given: int) -> tuple:
        """What the plan says of the length of the whole list; a size that those given contradict says nothing."""
        entry = self.evidence.get(place, {})
        complete, size = is_yes(entry.get("complete")), self.size(entry.get("size"))
        if size and size[1] < given:
            size = None
        if complete and size and size[0] > given:
            return False, None
        return complete, None if complete else size

    def value_of_slice(self, type_: dict, reference: bool, text: str) -> Value:
        text = text.strip()
        if text.startswith('"') and text.endswith('"') and len(text) > 1:
            text = text[1:-1].replace('""', '"')
        if reference:
            found = [
                item
                for item in self.in_lists[type_["of"]]
                if item.key_values is not None and self.key_text(type_["of"], item.key_values) == text
            ]
            if len(found) != 1:
                raise Invalid
            return exact(found[0])
        return self.types.read(type_, Number(text) if type_["kind"] == "number" else text)

    def with_slices(self, list_: List, one: dict, place: str, given: bool, outdated=lambda day: False) -> List:
        """With what the plan says of some of the list."""
        forgotten = outdated(nearest(self.days(), place))
        if forgotten:
            list_ = ABSENT
        found = self.with_statements(list_, one, place, self.statements(one, place, outdated), forgotten, self.unmarked(place, list_))
        if found is not None:
            return found
        # They contradict each other: what is said of how long the list is counts as missing.
        if forgotten:
            return ABSENT
        alone = replace(self.by_reading(list_.elements, given, place), searched=list_.searched)
        return self.with_statements(alone, one, place, [], True, not self.reading(place))

    def with_statements(self, list_: List, one: dict, place: str, statements: list, alone: bool, unmarked: bool) -> List | None:
        """`alone`: nothing is said of the size of the whole list."""
        if one.get("dated", -1) >= 0 and not list_.absent and unmarked:
            # Complete from its earliest date on (from the last day that it can be), unless a slice of the date says better.
            said_of_date = any(test.field == one["dated"] for statement in statements for test in statement.tests)
            dates = [element.value.lo.fields[one["dated"]] for element in list_.elements if not element.value.missing]
            days = [date.hi for date in dates if not date.missing and date.hi != INFINITE]
            if list_.elements:
                list_ = replace(list_, more_hi=INFINITE)
            if days and not said_of_date:
                statements.append(Statement((Test(one["dated"], ">=", exact(min(days))),), complete=True))
        if not statements:
            return list_
        of_items = one["type"]["kind"] == "item" and not one["reference"]
        types = [each["type"] for each in self.entities[one["type"]["of"]]["fields"]] if of_items else [dict(one["type"], list=False)]
        words = self.types.vocabulary["enumerations"]
        types = [
            dict(each, count=len(words[each["of"]]["values"]), ordered=words[each["of"]]["ordered"])
            if each["kind"] == "enumeration"
            else each
            for each in types
        ]
        rest = Rest(types, one["type"]["of"] if of_items else -1)
        size = None if alone else self.complete_or_size(place, len(list_.elements))[1]
        kept = without_contradictions(
            statements + ([Statement((), size=size)] if size else []), [element.value for element in list_.elements], rest
        )
        if kept is None:
            return None
        if not any(statement.tests for statement in kept):
            return list_
        # A list of some of which the plan speaks is stated.
        list_ = replace(list_, absent=list_.absent and place in self.missing_for_a_reason)
        # A list that has no others but for what is said of it has those that a size asks for.
        rest = Rest(rest.types, rest.entity, tuple(kept), only_counted=list_.closed)
        if not rest.worlds(None, set()):
            return replace(list_, more_lo=0, more_hi=0, rest=rest)
        if list_.closed and rest.sizes:
            least, most = zip(*rest.sizes)
            list_ = replace(list_, more_lo=max(least), more_hi=sum(most))
        return replace(list_, rest=rest)

    def normal_place(self, place: str) -> str:
        """Written with keys: a JSON Pointer and positions of elements that have a key are taken too. What is not found stays as it is."""
        pointer = place.startswith("/")
        item, result, elements = self.root, "", None
        for segment in place.removeprefix("/").split("/"):
            if elements is not None:
                found = self.element_at(elements, segment, pointer)
                if found is None:
                    return place
                item = elements[found]
                result = item.place if isinstance(item, Item) else join(result, f"[{found}]")
                elements = None
                continue
            if not isinstance(item, Item):
                return place
            names = [one["name"] for one in self.entities[item.entity]["fields"]]
            if unescape(segment) not in names:
                return place
            index = names.index(unescape(segment))
            result = join(result, names[index])
            elements = self.elements_of.get((item, index))
            inside = self.raw_of.get(item, {}).get(names[index])
            if elements is None and isinstance(inside, list):
                elements = [None] * len(inside)
            item = self.embedded_of.get((item, index))
        return result

    def element_at(self, elements: list, segment: str, pointer: bool) -> int | None:
        position = segment if pointer else segment[1:-1] if segment.startswith("[") and segment.endswith("]") else ""
        if position.isdigit():
            return int(position) if int(position) < len(elements) else None
        for number, element in enumerate(elements):
            if isinstance(element, Item) and element.key_usable and element.place.rpartition("/")[2] == segment:
                return number
        return None

    def reading(self, place: str) -> str:
        while True:
            read = self.evidence.get(place, {}).get("read")
            if read in ("part", "whole"):
                return read
            if not place:
                return ""
            place = place.rpartition("/")[0]

    # third: the fields

    def fill(self, item: Item) -> None:
        if item not in self.raw_of:
            item.fields = [ABSENT if one["type"]["list"] else UNUSABLE for one in self.entities[item.entity]["fields"]]
            return
        raw = self.raw_of[item]
        for index, one in enumerate(self.entities[item.entity]["fields"]):
            place = join(item.place, one["name"])
            torn, inside = one["name"] in raw.torn, raw.get(one["name"])
            if one["type"]["list"]:
                item.fields.append(self.list_field(item, index, one, inside, place, torn))
            elif one["type"]["kind"] == "item" and not one["reference"]:
                item.fields.append(self.embedded_field(item, index, inside, place, torn))
            else:
                item.fields.append(self.single_field(one, inside, place, torn))
        for index in range(len(self.entities[item.entity]["fields"])):
            for element in self.elements_of.get((item, index), ()):
                self.fill(element)
            if (item, index) in self.embedded_of:
                self.fill(self.embedded_of[item, index])
        for index, one in enumerate(self.entities[item.entity]["fields"]):
            if one["type"]["list"]:
                place, given = join(item.place, one["name"]), item.fields[index]
                stands = isinstance(raw.get(one["name"]), list) and one["name"] not in raw.torn
                item.fields[index] = self.with_slices(given, one, place, stands)
                if place in self.slices:
                    self.aging[item, index] = partial(self.with_slices, given, one, place, stands)

    def days(self) -> dict[str, int]:
        """Of when statements are, by place; where the day is left out, the last that it can be."""
        found = {}
        for place, entry in self.evidence.items():
            day = self.day(entry)
            if day is not None:
                found[place] = day
        return found

    @staticmethod
    def day(entry: dict) -> int | None:
        as_of = entry.get("as_of")
        try:
            return plan_date(clean(as_of))[1] if is_text(as_of) and clean(as_of) else None
        except Invalid:
            return None

    def statement(self, one: dict, raw):
        """What a source says: a value, or a reference as the text of its key. Raises Invalid."""
        return self.key_wanted(raw) if one["reference"] else self.types.read(one["type"], raw)

    def meant(self, one: dict, statement, place: str) -> Value:
        return self.referred(one["type"]["of"], statement, place) if one["reference"] else statement

    def read_one(self, one: dict, raw, place: str) -> Value:
        """A value or a reference; what cannot be used is so marked."""
        try:
            return self.meant(one, self.statement(one, raw), place)
        except Invalid:
            return UNUSABLE

    def key_wanted(self, raw) -> str:
        if isinstance(raw, Number):
            number = number_from_text(raw)
            return number_to_text(number) if number is not None else str(raw)
        if is_text(raw):
            return clean(raw)
        raise Invalid

    def referred(self, entity: int, wanted: str, place: str) -> Value:
        """The item of that key: one of the list in which the reference stands, else of the whole plan."""
        found = [item for item in self.in_lists[entity] if item.key_values is not None and self.key_text(entity, item.key_values) == wanted]
        lists = [
            list_ for list_ in self.elements_of.values() if any(isinstance(one, Item) and is_within(place, one.place) for one in list_)
        ]
        beside = [item for item in found if any(item is one for list_ in lists for one in list_)]
        found = beside or found
        return exact(found[0]) if len(found) == 1 else UNUSABLE

    def single_field(self, one: dict, raw, place: str, torn: bool) -> Value:
        entry = self.evidence.get(place, {})

        def stated(value) -> list:
            try:
                return [] if is_absent(value) else [self.statement(one, value)]
            except Invalid:
                return []

        chosen = stated(entry.get("value"))
        if chosen:
            result = self.meant(one, chosen[0], place)
        else:
            says = entry.get("says")
            sources = [source.get("value") for source in says if isinstance(source, dict)] if isinstance(says, list) else []
            said = [statement for value in ([] if torn else [raw]) + sources for statement in stated(value)]
            if not said:
                return UNUSABLE if torn or not is_absent(raw) else self.silent_field(one, entry, place)
            agreed = all(same_statement(said[0], other) for other in said)
            result = self.meant(one, said[0], place) if agreed else UNUSABLE
        return UNUSABLE if is_yes(entry.get("none")) else result

    def silent_field(self, one: dict | None, entry: dict, place: str) -> Value:
        if is_yes(entry.get("none")):
            return NONE
        why = entry.get("why")
        if why == "withheld":
            return WITHHELD
        if why in ("not_known", "claimed_not_applicable"):
            return UNUSABLE
        read = self.reading(place)
        if one is not None and one["initial"] is not None and read != "part":
            self.defaulted.add(place)
            return self.read_one(one, read_json(one["initial"]), place)
        return NONE if read == "whole" else MISSING

    def embedded_field(self, item: Item, index: int, raw, place: str, torn: bool) -> Value:
        if (item, index) in self.embedded_of:
            return exact(self.embedded_of[item, index])
        if torn or not is_absent(raw):
            return UNUSABLE
        return self.silent_field(None, self.evidence.get(place, {}), place)

    def list_field(self, item: Item, index: int, one: dict, raw, place: str, torn: bool) -> List:
        return replace(self.stated_list(item, index, one, raw, place, torn), searched=self.reading(place) == "whole")

    def stated_list(self, item: Item, index: int, one: dict, raw, place: str, torn: bool) -> List:
        if torn or not (is_absent(raw) or isinstance(raw, list)):
            self.missing_for_a_reason.add(place)
            return ABSENT
        entry = self.evidence.get(place, {})
        elements = self.given_list(item, index, one, [] if is_absent(raw) else raw).elements
        complete, size = self.complete_or_size(place, len(elements))
        if complete or (is_yes(entry.get("none")) and not elements):
            return List(elements)
        if size:
            return List(elements, max(0, size[0] - len(elements)), size[1] - len(elements))
        return self.by_reading(elements, isinstance(raw, list), place)

    def by_reading(self, elements: tuple, given: bool, place: str) -> List:
        if given:
            return List(elements, 0, INFINITE if self.reading(place) == "part" else 0)
        why = self.evidence.get(place, {}).get("why")
        if why in ("withheld", "not_known", "claimed_not_applicable"):
            self.missing_for_a_reason.add(place)
            return WITHHELD_LIST if why == "withheld" else ABSENT
        return List() if self.reading(place) == "whole" and place not in self.missing_for_a_reason else ABSENT

    def given_list(self, item: Item, index: int, one: dict, raw: list) -> List:
        if (item, index) in self.elements_of:
            values = [exact(element) for element in self.elements_of[item, index]]
        else:
            values = [MISSING if is_absent(inside) else self.read_one(one, inside, join(item.place, one["name"])) for inside in raw]
        return List(tuple(Element(value, base=value) for value in values))

    def size(self, raw) -> tuple | None:
        if raw is None:
            return None
        try:
            value = self.types.read({"kind": "number", "integer": True, "unit": -1}, raw)
        except Invalid:
            return None
        return value.lo // ONE, value.hi if value.hi == INFINITE else value.hi // ONE


# A place that ends in a condition on the elements of its list, and one condition.
SLICE = re.compile(r"(?P<list>.*?[^/\[])\[(?P<conditions>.+)\]\Z", re.DOTALL)
CONDITION = re.compile(r"(?:(?P<field>[a-z][a-z0-9_]*)\s*(?=[<>=]))?(?P<operation><=|>=|=|<|>)?(?P<value>.+)\Z", re.DOTALL)


def split_outside_quotes(text: str, by: str) -> list[str]:
    parts, quoted, start, at = [], False, 0, 0
    while at < len(text):
        if text[at] == '"':
            quoted = not quoted
        if not quoted and text.startswith(by, at):
            parts.append(text[start:at])
            at += len(by)
            start = at
        else:
            at += 1
    return [*parts, text[start:]]


def is_yes(raw) -> bool:
    return raw is True or (is_text(raw) and raw == "yes")


def is_within(place: str, item: str) -> bool:
    return place.startswith(item + "/")


def same_statement(left, right) -> bool:
    if isinstance(left, str):
        return left == right
    return same(left.lo, right.lo) and same(left.hi, right.hi)


def same_key(left: tuple, right: tuple) -> bool:
    return len(left) == len(right) and all(equal(exact(one), exact(other)).lo is True for one, other in zip(left, right))


def subject_place(reader: Reader, subject) -> str:
    if not is_text(subject) or not clean(subject):
        return ""
    subject = clean(subject)
    return subject if " + " in subject else reader.normal_place(subject)


def read_plan(vocabulary: dict, text: str, read: str = "") -> Plan:
    raw = read_json(text)
    if not isinstance(raw, dict):
        raise Refused("a plan is an object")
    reader = Reader(vocabulary, raw, read)
    judgements = []
    for one in reader.judgements if isinstance(reader.judgements, list) else ():
        if isinstance(one, dict):
            answer = {"yes": True, "no": False}.get(one.get("answer"), None) if is_text(one.get("answer")) else one.get("answer")
            judgements.append(
                Judgement(
                    one.get("requirement") or "",
                    one.get("part") or "",
                    subject_place(reader, one.get("subject")),
                    answer if isinstance(answer, bool) else None,
                    one.get("question"),
                )  # fmt: skip
            )
    return Plan(reader.root, reader.in_lists, judgements, reader.days(), reader.defaulted, reader.aging)
