"""A printed checked ruleset and a plan -> verdicts, findings and cells, one row at a time.

Every operation is one short function that says what its result is; nothing is shared, cached or reordered. The truths of a cell are
"holds", "fails", "unknown" and "not_owed".
"""

from __future__ import annotations

import datetime
import itertools
import re
from dataclasses import dataclass, field, replace

from .further import Further, is_variable, mentions, plain, walked, written_out
from .plan_reader import Invalid, Number, Plan, Refused, Types, clean, escape, join, read_json, unescape
from .protocols import Procedure
from .slices import ITSELF, Ask, Condition, Joined, Made, Rest, fewest_and_most, values_beside
from .values import (
    ABSENT,
    ABSENT_NONE,
    ALL_KNOWN,
    EPOCH,
    FIRST_DAY,
    INFINITE,
    LAST_DAY,
    MISSING,
    NO,
    NO_ITEMS,
    NONE,
    ONE,
    UNKNOWN,
    UNUSABLE,
    YES,
    DateRules,
    Element,
    Item,
    List,
    Value,
    add_months,
    add_working_days,
    at_most,
    between,
    certainly_at_most,
    certainly_less,
    civil,
    conjunction,
    day_of,
    difference,
    disjunction,
    duration_limit,
    equal,
    exact,
    fits,
    half_even,
    in_calendar,
    less,
    listed,
    moment_bounds,
    moment_day,
    negation,
    number_from_text,
    places_behind,
    same,
    same_calendar,
    truth,
    undecided,
    unpack_duration,
    unpack_moment,
    whole_months,
)  # fmt: skip

GREATEST_MADE_LIST = 10_000
YEAR_OF = "year of "  # stands before the name of a field whose years the elements of a list are

# --- what comes out


@dataclass
class Cell:
    part: str | None
    truth: str  # holds, fails, unknown, not_owed
    why: str = ""  # of one that is not owed: "not_owed", "not_yet_due"; of one that holds: "vacuous"
    owed_for_certain: bool = True
    places: frozenset = frozenset()  # of one that is unknown
    whether: frozenset = frozenset()  # of one that may not be owed: on what that turns


@dataclass
class Leaf:
    """What a requirement comes to for one subject, or for subjects that cannot be told apart."""

    subjects: tuple  # what the variables are bound to, outermost first: Elements
    reason: str  # not_in_force, when_no, when_unknown, where_unknown, more_subjects, no_subjects, none_there; "" for a full subject
    cells: list[Cell]
    level: int = 0  # how many subjects are bound
    bound: dict = field(default_factory=dict)


@dataclass
class Finding:
    subject: str | None
    verdict: str
    reason: str
    holds: int
    fails: int
    unknown: int
    cells: list[tuple]  # (part, truth)
    missing: list[frozenset] = field(default_factory=list)  # of each cell: where the plan would have to speak


@dataclass
class Result:
    id: str
    verdict: str
    is_gap: bool
    findings: list[Finding] = field(default_factory=list)
    may_be_gap: bool | None = None  # the engine says so; the oracle does not ask


def verdict_of(truths) -> str:
    owed = [truth for truth in truths if truth != "not_owed"]
    if not owed:
        return "not_applicable"
    if "fails" in owed:
        return "partly_met" if "holds" in owed else "not_met"
    return "unknown" if "unknown" in owed else "met"


def natural(text: str | None) -> list:
    """Runs of digits count as numbers."""
    return [(0, int(one), "") if one.isdigit() else (1, 0, one) for one in re.split(r"([0-9]+)", text or "") if one]


TRUTH_WORDS = {True: "holds", False: "fails", None: "unknown"}


class NotOwed(Exception):
    """A deadline that has not passed yet, met while evaluating; only where the rules allow it."""


# --- arithmetic on the ends of ranges; None where there is no result


def add_duration(start, duration, sign: int, rules: DateRules):
    """A date or moment, later by the duration."""
    kind, amount = duration[:2]
    amount *= sign
    is_moment = isinstance(start, tuple)
    if kind == "exact":
        if is_moment:
            local = start[0] + amount
            return (local, start[1]) if in_calendar(local // 86400) is not None else None
        return in_calendar(start + amount // 86400) if amount % 86400 == 0 else None
    if kind == "calendar" and not is_moment:
        return add_months(start, amount, rules.month_end)
    if kind == "working" and not is_moment and rules.calendar_of(duration):
        return add_working_days(start, amount, rules.calendar_of(duration))
    return None


def is_infinite(value) -> bool:
    return isinstance(value, float)


def plus(left, right):
    """Numbers, or durations of one kind."""
    if is_infinite(left) or is_infinite(right):
        if is_infinite(left) and is_infinite(right) and left != right:
            return None
        return left if is_infinite(left) else right
    if isinstance(left, tuple):
        if left[0] != right[0] or not same_calendar(left, right):
            return None
        return duration(max(left, right, key=len), left[1] + right[1])
    return fits(left + right)


def duration(like: tuple, amount: int):
    """One of the same kind and calendar; nothing where none is as long."""
    return (like[0], amount, *like[2:]) if abs(amount) < duration_limit(like[0]) else None


# Operations on single values, which come to nothing where an operand does.
COMPUTED = {
    "add", "subtract", "multiply", "divide", "negate", "year", "month", "days", "hours", "date_of", "years_between", "months_between",
    "absolute", "round", "round_up", "round_down", "amount", "smaller", "larger", "share_of",
}  # fmt: skip


# What takes bounds as they do.
READ_AS_RANGES = {
    "starts_with", "matches", "table_row", "element", "due_within", "years", "full_years", "numbers", "dates",
}  # fmt: skip


def is_year_itself(expression: dict) -> bool:
    """The year of a field is compared as the field is."""
    return expression["operation"] == "year" and expression["operands"][0]["operation"] in ("field", "variable")


def lost(values) -> str:
    """What is known of a result that has no value: there is none where an operand is not there; what cannot be used is no silence."""
    flags = [value.flag for value in values if isinstance(value, Value) and value.missing]
    for flag in ("none", "no_items"):
        if flag in flags:
            return flag
    return "unusable" if not flags or any(flags) else ""


def opposite(value):
    if isinstance(value, tuple):
        return value[0], -value[1], *value[2:]
    return -value


def is_positive(value: Value) -> bool:
    if not value.exact or is_infinite(value.lo):
        return False
    return (value.lo[1] if isinstance(value.lo, tuple) else value.lo) > 0


def ends(lo, hi) -> Value:
    return MISSING if lo is None or hi is None else between(lo, hi)


def through(function, value: Value) -> Value:
    """A rising function of one value, at both ends."""
    if value.missing:
        return MISSING
    return ends(*(end if is_infinite(end) else function(end) for end in (value.lo, value.hi)))


def glob(pattern: str, text: str) -> bool:
    expression = "".join(".*" if letter == "*" else "." if letter == "?" else re.escape(letter) for letter in pattern)
    return re.fullmatch(expression, text, re.DOTALL) is not None


def on_one_clock(values: list) -> list:
    """Moments as the seconds between which they lie: local ones where none has an offset, else in UTC."""
    local = all(is_infinite(end) or end[1] is None for value in values if not value.missing for end in (value.lo, value.hi))

    def seconds(end, which: int):
        return end if is_infinite(end) else end[0] if local else moment_bounds(end)[which]

    return [MISSING if value.missing else between(seconds(value.lo, 0), seconds(value.hi, 1)) for value in values]


def together(parts: list[list[tuple]]) -> list[tuple]:
    """The slices that lie in one of each part."""
    return [tuple(test for tests in chosen for test in tests) for chosen in itertools.product(*parts)]


def joined(lists: list) -> Joined | None:
    """What further elements of these may be; nothing where nothing is known of those of one."""
    return Joined(tuple(one.rest for one in lists)) if lists and all(one.rest for one in lists) else None


def ends_of(kind: str, values: list[Value]) -> set:
    return {(kind, end) for one in values if not one.missing for end in (one.lo, one.hi) if not is_infinite(end)}


def copied(list_: List) -> List:
    """A list made of others: of an item that is not there it no longer says which field of it is asked for."""
    return replace(list_, elements=tuple(replace(one, value=replace(one.value, row=None)) for one in list_.elements))


def asked_of_both(one: List, other: List) -> dict:
    """Where and what is asked for where a list is made of two; of a list of the plan that stands behind both, the whole."""
    named = [{ask.place for ask in each.asks} for each in (one, other)]
    # Of what stands behind a list of lists no slice is asked for.
    others = [each.places - each.whether.union(*(ask.places() for ask in each.asks)) if each.open else frozenset() for each in (one, other)]
    shared = (named[0] & named[1]) | (named[0] & others[1]) | (named[1] & others[0])
    asked = [ask for each in (one, other) if each.open for ask in each.asks]
    asks = tuple(ask for ask in asked if ask.place not in shared)
    asks += tuple({ask.place: ask.whole() for ask in asked if ask.place in shared}.values())
    whether = one.whether | other.whether
    places = (others[0] | others[1] | whether).union(*(ask.places() for ask in asks))
    return {"asks": asks, "places": places, "whether": whether}


class Evaluator:
    def __init__(self, ruleset: dict, plan: Plan, as_of: str, parameters: dict[str, str] | None = None, facts_since: str | None = None):
        self.ruleset = ruleset
        self.plan = plan
        self.today = datetime.date.fromisoformat(as_of).toordinal() - EPOCH
        self.types = Types(ruleset["vocabulary"])
        self.rules = DateRules.of(ruleset)
        self.settings = parameters or {}
        self.facts_since = datetime.date.fromisoformat(facts_since).toordinal() - EPOCH if facts_since else None
        self.lasting: list[tuple | None] = [None]  # how long facts last for the requirement at hand
        self.tables = [self.table_rows(table) for table in ruleset["tables"]]
        self.leaves_of: dict[int, list[Leaf]] = {}
        self.lets: dict[int, dict] = {}
        for requirement in ruleset["requirements"]:
            for let in requirement["lets"]:
                self.lets[let["variable"]] = let["value"]
        # By variable: the expression whose value it has, or of whose elements it is one.
        self.stands_for: dict[int, dict] = dict(self.lets)
        for requirement in ruleset["requirements"]:
            for subject in requirement["subjects"]:
                self.stands_for[subject["variable"]] = subject["list"]
        self.asking: list[tuple[str, str | None]] = []  # requirement and subject for which a judgement would be
        self.heard: list[list] = [[]]  # what the operands of the expressions at hand came to
        self.procedures: dict[tuple, Procedure] = {}
        self.as_ranges = 0  # how many operations that compute are under way
        self.noted: list[set] = []  # what is compared with what, while the further elements of a list are tried

    # --- what a ruleset brings along

    def table_rows(self, table: dict) -> list[Item]:
        entity = self.ruleset["vocabulary"]["entities"][table["entity"]]
        rows = []
        for cells in table["rows"]:
            row = Item(table["entity"], "")
            for one, cell in zip(entity["fields"], cells):
                row.fields.append(self.table_cell(one["type"], cell))
            keys = row.fields[: len(table["banded"])]
            row.key_values = tuple(key.lo for key in keys)
            texts = [self.types.text(one["type"], key.lo) for one, key in zip(entity["fields"], keys)]
            row.place = f"{table['name']}/{escape(','.join(texts))}"
            rows.append(row)
        return rows

    def table_cell(self, type_: dict, cell: str) -> Value:
        if cell.strip() == "":
            return MISSING
        try:
            raw = read_json(cell)
        except Refused:
            raw = cell
        for attempt in (raw, cell):
            try:
                return self.types.read(type_, attempt)
            except Invalid:
                continue
        return MISSING

    def parameter(self, index: int):
        parameter = self.ruleset["parameters"][index]
        if parameter["name"] in self.settings:
            return self.setting(parameter["type"], self.settings[parameter["name"]])
        for one in parameter["values"]:
            if self.holds_today(one["in_force"]):
                return self.evaluate(one["value"], {})
        return replace(ABSENT if parameter["type"]["list"] else MISSING, places=frozenset({f"parameter {parameter['name']}"}))

    def holds_today(self, period: dict) -> bool:
        """Is the day of the assessment among these, both ends included?"""
        first, last = (
            None if day is None else datetime.date.fromisoformat(day).toordinal() - EPOCH for day in (period["from"], period["until"])
        )
        return (first is None or first <= self.today) and (last is None or self.today <= last)

    def setting(self, type_: dict, text: str):
        text = text.strip()
        if type_["list"]:
            inside = text.strip("{}").strip()
            element = dict(type_, list=False)
            return listed([self.setting(element, one) for one in inside.split(",")] if inside else [])
        if type_["kind"] == "number":
            text = re.sub(r"[^\d.]*\Z", "", text)
            return self.types.read(type_, Number(text))
        if type_["kind"] in ("percent", "date", "moment", "duration", "enumeration", "yes_no"):
            return self.types.read(type_, text)
        return exact(clean(text.strip('"')))

    # --- expressions

    def evaluate(self, expression: dict, bound: dict):
        """A Value or a List. `bound`: what each variable is, by index."""
        expression = self.without_amount(expression)
        self.heard.append([])
        computes = expression["operation"] in COMPUTED | READ_AS_RANGES and not is_year_itself(expression)
        self.as_ranges += computes
        try:
            result = getattr(self, "do_" + expression["operation"])(expression, bound)
        finally:
            operands = self.heard.pop()
            self.as_ranges -= computes
        if any(isinstance(one, Value) and one.tried for one in operands):
            result = self.like_what_is_tried(expression, result)
        result = self.explained(expression["operation"], result, operands)
        self.heard[-1].append(result)
        return result

    def without_amount(self, expression: dict) -> dict:
        """A number counted in the unit in which it is held is that number."""
        while expression["operation"] == "amount" and expression["index"] >= 0 and self.types.factors[expression["index"]] == ONE:
            expression = expression["operands"][0]
        return expression

    def like_what_is_tried(self, expression: dict, result):
        """What is made from a value that stands for its like is itself not known; the year of a day is, where it is compared."""
        operation = expression["operation"]
        if operation == "year" and not result.missing:
            return replace(result, tried=True)
        if operation in COMPUTED | {"starts_with", "matches", "table_row", "element", "due_within"}:
            return UNUSABLE
        return ABSENT if operation in ("years", "full_years", "numbers", "dates") else result

    def explained(self, operation: str, result, operands: list):
        """What is open says where the plan would have to speak: where its open operands say so, unless the operation knows better."""
        if operation in COMPUTED and isinstance(result, Value) and result.missing and not result.flag:
            result = replace(result, flag=lost(operands))
        if isinstance(result, Value) and result.none and not result.places:
            return replace(result, places=frozenset().union(*(one.places for one in operands if isinstance(one, Value) and one.none)))
        return result if result.places or not result.open else result.at(places_behind(*operands))

    def values(self, expression: dict, bound: dict) -> list:
        return [self.evaluate(operand, bound) for operand in expression["operands"]]

    def do_truth(self, expression, bound):
        return exact(expression["number"] != "0")

    def do_number(self, expression, bound):
        return exact(number_from_text(expression["number"]))

    def do_text(self, expression, bound):
        return exact(clean(expression["text"]))

    def do_date(self, expression, bound):
        return exact(int(expression["number"]))

    def do_moment(self, expression, bound):
        return exact(unpack_moment(int(expression["number"])))

    def do_duration(self, expression, bound):
        return exact(unpack_duration(int(expression["number"])))

    def do_enumeration_value(self, expression, bound):
        return exact(expression["index"])

    def do_list_literal(self, expression, bound):
        return listed(self.values(expression, bound))

    def do_enumeration_values(self, expression, bound):
        words = self.ruleset["vocabulary"]["enumerations"][expression["type"]["of"]]["values"]
        return listed(exact(index) for index in range(len(words)))

    def do_assessment_date(self, expression, bound):
        return exact(self.today)

    def do_parameter(self, expression, bound):
        return self.parameter(expression["index"])

    def do_plan(self, expression, bound):
        return exact(self.plan.root)

    def do_variable(self, expression, bound):
        index = expression["index"]
        if index in bound:
            return self.as_range(bound[index])
        return self.evaluate(self.lets[index], bound)

    def as_range(self, value):
        """What is computed with, not compared: of a further element's value the bounds."""
        if self.as_ranges and isinstance(value, Value) and value.within is not None:
            return between(*value.within)
        return value

    def do_field(self, expression, bound):
        item = self.evaluate(expression["operands"][0], bound)
        if isinstance(item.lo, Item) and item.lo.supposed:
            for points in self.noted:
                points.add(("field", expression["index"]))
            item = item if item.lo.fields else UNUSABLE
        one = self.ruleset["vocabulary"]["entities"][expression["operands"][0]["type"]["of"]]["fields"][expression["index"]]
        if not item.missing:
            place = join(item.lo.place, one["name"])
            value = self.at_place(self.current(item.lo, expression["index"], place, one), place, one)
            return self.without_what_is_ruled_out(value, item.lo, expression["index"])
        places = frozenset({join(item.row, one["name"])}) if item.row else item.places
        nothing_there = item.flag == "none"
        if expression["type"]["list"]:
            return replace(ABSENT_NONE if nothing_there else ABSENT, places=places)
        # Of something that is not known which it is, nothing is silent.
        return replace(NONE if nothing_there else UNUSABLE if item.flag else MISSING, places=places)

    def without_what_is_ruled_out(self, value, item: Item, index: int):
        """Of an element in a list of which the plan says that no other lies in a slice: what its field is not."""
        if isinstance(value, List) or value.exact or value.none or item.parent is None:
            return self.as_range(value)
        name, fields = item.place.split("/")[-2:][0], self.ruleset["vocabulary"]["entities"][item.parent.entity]["fields"]
        at = next((at for at, one in enumerate(fields) if one["name"] == name and one["type"]["list"]), None)
        rest = None if at is None else self.current(item.parent, at, join(item.parent.place, name), fields[at]).rest
        if not isinstance(rest, Rest):
            return value
        ruled_out = tuple(test for test in rest.ruled_out(exact(item)) if test.field == index)
        if not ruled_out:
            return value
        value = replace(value, but=ruled_out)
        if rest.type_of(index)["kind"] == "yes_no" and not self.choices(value, rest.type_of(index), set())[0].lo:
            return replace(NO, but=ruled_out, places=value.places)  # it is no, or not there
        return value

    def choices(self, value: Value, type_: dict, points: set) -> list[Value]:
        """What a value of which something is ruled out may be; one of each kind that makes a difference beside these points."""
        if not value.but:
            return [value]
        ends_ = {(type_["kind"], end) for test in value.but for end in (test.value.lo, test.value.hi) if not is_infinite(end)}
        tried = [one for one in values_beside(type_, points | ends_) if all(test.of_value(one).lo is not True for test in value.but)]
        if value.missing or value.lo is False:
            return [*tried, NONE]
        found = [exact(one) for one in (value.lo, value.hi) if not is_infinite(one)] + tried
        return [
            one
            for one in found
            if certainly_at_most(value.lo, one.lo)
            and certainly_at_most(one.lo, value.hi)
            and all(test.of_value(one).lo is not True for test in value.but)
        ]

    def at_place(self, value, place: str, field: dict):
        if isinstance(value, Value):
            return value if value.exact else value.at(frozenset({place}))
        of_values = isinstance(value.rest, Rest) and value.rest.entity < 0
        elements = [
            replace(
                one,
                value=replace(
                    one.value,
                    places=frozenset({f"{place}/[{number}]"}),
                    but=tuple(value.rest.ruled_out(one.value)) if of_values else (),
                ),
            )
            if one.value.open
            else one
            for number, one in enumerate(value.elements)
        ]
        if not value.open:
            return replace(value, elements=tuple(elements), places=frozenset())
        return replace(value, elements=tuple(elements), places=frozenset({place}), asks=(self.ask(place, field, value.rest),))

    def ask(self, place: str, field: dict, rest=None) -> Ask:
        of_items = field["type"]["kind"] == "item" and not field["reference"]
        return Ask(place, field["type"]["of"] if of_items else -1, rest)

    def do_element(self, expression, bound):
        list_, *keys = self.values(expression, bound)
        if any(key.none for key in keys):
            return NONE
        if any(not key.exact for key in keys):
            return Value(places=places_behind(*keys))
        found, several, perhaps = [], False, False
        for element in list_.elements:
            if element.value.missing or element.value.lo.key_values is None:
                perhaps = perhaps or not self.has_another_key(element.value, keys)
                continue
            if all(equal(exact(one), key).lo is True for one, key in zip(element.value.lo.key_values, keys)):
                found.append(element)
                several = several or not element.value.lo.key_usable
        # Two items of one key, in their own list or in lists joined into one: then none of them is meant.
        several = several or len({id(element.value.lo) for element in found}) > 1
        if found and not several and any(element.sure for element in found):
            return found[0].value
        home = self.home(expression["operands"][0], bound)
        if list_.none or (list_.searched and list_.closed and not found and not perhaps):
            return replace(NONE, places=frozenset({home} if home else ()))
        types = [operand["type"] for operand in expression["operands"][1:]]
        row = home and f"{home}/{escape(','.join(self.types.text(type_, key.lo) for type_, key in zip(types, keys)))}"
        places = frozenset({row}) if row else places_behind(list_)
        return Value(flag="unusable" if several else "", places=places, row=row or None)

    def has_another_key(self, value: Value, keys: list) -> bool:
        """Of an item whose key is not all known: one of its fields is known and another, or known not to be there."""
        if value.missing or not value.lo.fields:
            return False
        fields = self.ruleset["vocabulary"]["entities"][value.lo.entity]["key"]
        return any(equal(value.lo.fields[field], key).lo is False for field, key in zip(fields, keys))

    def home(self, expression: dict, bound: dict) -> str | None:
        """The place of the plan's list that this is, perhaps with a condition."""
        while expression["operation"] == "variable" and expression["index"] in self.lets:
            expression = self.lets[expression["index"]]
        if expression["operation"] == "list" and not expression["has_body"]:
            return self.home(expression["operands"][0], bound)
        if expression["operation"] != "field":
            return None
        item = self.evaluate(expression["operands"][0], bound)
        fields = self.ruleset["vocabulary"]["entities"][expression["operands"][0]["type"]["of"]]["fields"]
        return None if item.missing else join(item.lo.place, fields[expression["index"]]["name"])

    def do_table_row(self, expression, bound):
        table, rows = self.ruleset["tables"][expression["index"]], self.tables[expression["index"]]
        keys = self.values(expression, bound)
        if any(key.none for key in keys):
            return NONE
        if any(key.missing for key in keys):
            return MISSING
        if any(not key.exact and not banded for key, banded in zip(keys, table["banded"])):
            return MISSING
        entity = self.ruleset["vocabulary"]["entities"][table["entity"]]

        def reached(end: str):
            best = None
            for row in rows:
                fits_ = True
                for key, banded, value in zip(keys, table["banded"], row.key_values):
                    wanted = getattr(key, end)
                    fits_ = fits_ and (certainly_at_most(value, wanted) if banded else equal(exact(value), key).lo is True)
                if not fits_:
                    continue
                band = [value for value, banded in zip(row.key_values, table["banded"]) if banded]
                if best is None or not band or certainly_less(best[0][0], band[0]):
                    best = band, row
            return best[1] if best else None

        low, high = reached("lo"), reached("hi")
        if low is not None and low is high:
            return exact(low)
        if any(key.open for key in keys):
            return MISSING
        # The rules have no such row.
        texts = [self.types.text(one["type"], key.lo) for one, key in zip(entity["fields"], keys)]
        return Value(places=frozenset({f"{table['name']}/{','.join(texts)}"}))

    def do_table_rows(self, expression, bound):
        return listed(exact(row) for row in self.tables[expression["index"]])

    def do_call(self, expression, bound):
        definition = self.ruleset["definitions"][expression["index"]]
        arguments = dict(zip(definition["parameters"], self.values(expression, bound)))
        before = dict(self.stands_for)
        self.stands_for.update(zip(definition["parameters"], expression["operands"]))
        result = self.evaluate(definition["body"], arguments)
        self.stands_for = before
        return result

    def do_judged(self, expression, bound):
        judgement = self.ruleset["judgements"][expression["index"]]
        requirement = self.ruleset["requirements"][judgement["requirement"]]["id"]
        subject = self.asking[-1][1] or ""
        questions = [clean(text["text"]) for text in judgement["question"]]
        answers = set()
        for one in self.plan.judgements:
            if (one.requirement, one.part, one.subject) == (requirement, judgement["part"], subject):
                current = one.question is None or clean(one.question) in questions
                answers.add(one.answer if current else None)
        if len(answers) == 1 and None not in answers:
            return exact(answers.pop())
        return Value(places=frozenset({"/".join(one for one in ("judgements", requirement, judgement["part"], subject) if one)}))

    # other requirements

    def do_verdict_met(self, expression, bound):
        leaves, further = self.leaves_for(expression, bound)
        # No subject contains what is not there: `leaves` is empty then, and it is met.
        verdict = verdict_of(cell.truth for leaf in leaves for cell in leaf.cells)
        if verdict in ("not_met", "partly_met"):
            return NO
        if verdict != "unknown" and not further:
            return YES
        return Value(places=places_behind(further, *(cell.places for leaf in leaves for cell in leaf.cells if cell.truth == "unknown")))

    def do_verdict_applies(self, expression, bound):
        leaves, further = self.leaves_for(expression, bound)
        cells = [cell for leaf in leaves for cell in leaf.cells]
        if any(
            cell.owed_for_certain and cell.truth != "not_owed"
            for leaf in leaves
            if leaf.reason in ("", "none_there")
            for cell in leaf.cells
        ):
            return YES
        if all(cell.truth == "not_owed" for cell in cells) and not further:
            return NO
        whether = [cell.whether if leaf.reason == "" else cell.places for leaf in leaves for cell in leaf.cells if cell.truth != "not_owed"]
        return Value(places=places_behind(further, *whether))

    def leaves_for(self, expression, bound) -> tuple[list[Leaf], frozenset]:
        """The leaves of another requirement that matter, and on what it turns whether the item asked for has others."""
        leaves = self.leaves(expression["index"])
        if not expression["operands"]:
            return leaves, frozenset()
        asked = self.evaluate(expression["operands"][0], bound)
        if asked.none:
            return [], frozenset()
        if asked.missing or asked.lo.supposed:
            return [], asked.places or ALL_KNOWN
        requirement = self.ruleset["requirements"][expression["index"]]
        further = Further(self, requirement, asked.lo)
        theirs = [leaf for leaf in leaves if further.contains(leaf)]
        self.lasting.append(self.facts_last(requirement))
        brought = frozenset().union(*(further.may_bring(leaf) for leaf in leaves if leaf not in theirs))
        self.lasting.pop()
        return theirs, brought

    # protocols

    def do_procedure_part(self, expression, bound):
        procedure = self.evaluate(expression["operands"][0], bound).lo
        key = expression["index"], procedure
        if key not in self.procedures:
            self.procedures[key] = Procedure(self, self.ruleset["protocols"][expression["index"]], procedure)
        found = self.procedures[key].part(self.ruleset["protocols"][expression["index"]]["parts"][int(expression["number"])])
        if found.truth == "not_owed":
            raise NotOwed(found.why or "not_owed")
        return Value(places=found.places) if found.truth is None else exact(found.truth)

    # logic

    def do_not(self, expression, bound):
        return negation(self.evaluate(expression["operands"][0], bound))

    def do_and(self, expression, bound):
        return conjunction(self.values(expression, bound))

    def do_or(self, expression, bound):
        return disjunction(self.values(expression, bound))

    def do_implies(self, expression, bound):
        condition, then = self.values(expression, bound)
        return disjunction([negation(condition), then])

    def do_choose(self, expression, bound):
        condition, then, otherwise = self.values(expression, bound)
        condition = truth(condition)
        if not condition.missing:
            chosen = then if condition.lo else otherwise
            return copied(chosen) if isinstance(chosen, List) else chosen
        if expression["type"]["list"]:
            asked = asked_of_both(then, otherwise)
            whether = asked["whether"] | condition.places
            return replace(ABSENT, places=asked["places"] | whether, asks=asked["asks"], whether=whether)
        places = places_behind(condition, then, otherwise)
        if expression["type"]["kind"] == "yes_no" and (then.none != otherwise.none) and not then.open and not otherwise.open:
            one, other = truth(then), truth(otherwise)
            return one if one.lo == other.lo else Value(places=places)
        if then.missing or otherwise.missing:
            return Value(
                flag=then.flag if then.missing and otherwise.missing and then.flag == otherwise.flag else "unusable", places=places
            )
        if same(then.lo, otherwise.lo) and same(then.hi, otherwise.hi):
            return then if then.exact else then.at(places)
        # It is one or the other: of what has an order, somewhere between the least and the greatest of both.
        if expression["type"]["kind"] in ("number", "percent", "date", "moment", "duration"):
            ends_ = ends(self.outermost([then.lo, otherwise.lo], -1), self.outermost([then.hi, otherwise.hi], 1))
            return replace(ends_, places=places, flag="unusable" if ends_.missing else "")
        return Value(flag="unusable", places=places)

    def do_given(self, expression, bound):
        value = self.evaluate(expression["operands"][0], bound)
        if isinstance(value, List):
            if value.none:
                return NO
            if any(element.sure for element in value.elements) or value.more_lo >= 1 or value.withheld:
                return YES
            if self.size_of(value, lambda _: YES, set())[0] > 0:
                return YES
            if not value.elements and value.closed:
                return NO
            return Value(places=places_behind(value, *(element.presence for element in value.elements)))
        if not value.missing or value.flag == "withheld":
            return YES
        return NO if value.flag in ("none", "no_items") else UNKNOWN

    # comparison

    def compared(self, expression, bound) -> list[Value]:
        operands = self.values(expression, bound)
        self.note(expression["operands"], operands)
        # What a further element may be says something only where it is compared with what is known.
        if not all(one.tried for one in operands):
            return operands
        return [between(*one.within) if one.within else UNUSABLE if one.exact else one for one in operands]

    def note(self, expressions, operands) -> None:
        for points in self.noted:
            for expression, one in zip(expressions, operands):
                if not (isinstance(one.lo, Item) and one.lo.supposed):
                    points |= ends_of(expression["type"]["kind"], [one])

    def by_choices(self, type_: dict, compare, left: Value, right: Value) -> Value:
        """Where something is ruled out that a side is not: decided where all that it may be agrees."""
        result = compare(left, right)
        if not result.missing or not (left.but or right.but):
            return result
        if type_["kind"] == "enumeration":
            type_ = dict(type_, count=len(self.ruleset["vocabulary"]["enumerations"][type_["of"]]["values"]))
        points = ends_of(type_["kind"], [left, right])
        pairs = itertools.product(self.choices(left, type_, points), self.choices(right, type_, points))
        found = {compare(one, other).lo for one, other in pairs}
        return exact(found.pop()) if len(found) == 1 and None not in found else result

    def do_equal(self, expression, bound):
        left, right = self.compared(expression, bound)
        nameless = [one for one in (left, right) if isinstance(one.lo, Item) and one.lo.supposed and one.lo.key_values is None]
        if nameless:
            return undecided(left, right)  # which item a further one is, nobody knows
        right = self.in_type(expression["operands"][0], expression["operands"][1], right)
        return self.by_choices(expression["operands"][0]["type"], equal, left, right)

    def in_type(self, one: dict, other: dict, value: Value) -> Value:
        """A value of another enumeration, one of which extends the other, as the same word here; -1: it has no such word."""
        here, there = one["type"], other["type"]
        if here["kind"] != "enumeration" or here["of"] == there["of"] or value.missing:
            return value
        enumerations = self.ruleset["vocabulary"]["enumerations"]
        word = enumerations[there["of"]]["values"][value.lo]["word"]
        words = [each["word"] for each in enumerations[here["of"]]["values"]]
        return exact(words.index(word) if word in words else -1)

    def do_less(self, expression, bound):
        return self.by_choices(expression["operands"][0]["type"], less, *self.compared(expression, bound))

    def do_at_most(self, expression, bound):
        return self.by_choices(expression["operands"][0]["type"], at_most, *self.compared(expression, bound))

    def contains(self, list_: List, wanted: Value, type_: dict) -> Value:
        if wanted.none:
            return NO

        def test(value: Value) -> Value:
            for points in self.noted:
                points |= ends_of(type_["kind"], [value, wanted])
            return self.by_choices(dict(type_, list=False), equal, value, wanted)

        found = self.some_of(list_, test, lambda: self.slices_of_value(list_, wanted, type_))
        return replace(found, places=found.places | wanted.places) if found.missing and wanted.flag == "no_items" else found

    def do_contains(self, expression, bound):
        list_, value = self.values(expression, bound)
        value = self.in_type(*expression["operands"], value)
        for points in self.noted:
            kind = expression["operands"][0]["type"]["kind"]
            points |= ends_of(kind, [value, *(each.value for each in list_.elements)])
        return self.contains(list_, value, expression["operands"][0]["type"])

    # what a list's further elements may be

    def some_of(self, list_: List, test, places) -> Value:
        """Whether the test holds of some element; `places()`: where the plan would have to speak of others."""
        points = self.points(list_, test)
        holds = [self.of_given(list_, element, test, points) for element in list_.elements]
        if self.size_of(list_, test, points)[0] > 0:
            return YES
        if list_.more_hi > 0 and not all(one.lo is False for one in self.of_further(list_, test, points)):
            if not any(one.lo is True for one in holds):
                holds.append(Value(places=places()))
        return disjunction(holds)

    def points(self, list_: List, test) -> set:
        """What its further elements are compared with, on the way into the list and in the test."""
        points: set = set()
        if list_.rest is not None:
            self.noted.append(points)
            for value, _ in list_.rest.blank(self):
                test(value)
            self.noted.pop()
        return points

    def of_given(self, list_: List, element: Element, test, points: set) -> Value:
        """What an element comes to; what the plan says there is none of is not there, even where its fields do not say so."""
        truth = conjunction([element.presence, test(element.value)])
        if truth.lo is None and list_.rest is not None and element.base is not None and any(one.full for one in list_.rest.statements):
            found = {
                conjunction([presence, test(value)]).lo
                for base in list_.rest.alternatives(element.base, points)
                for value, presence in list_.rest.image(self, base) or [(MISSING, NO)]
            }
            return truth if len(found) > 1 or None in found else exact(found == {True})
        return truth

    def of_further(self, list_: List, test, points: set) -> list[Value]:
        """What a further element may come to."""
        if list_.rest is None:
            return [UNKNOWN]
        return [exact(one) if one is not None else UNKNOWN for _, one in self.decided(list_, test, points)]

    def decided(self, list_: List, test, points: set) -> list[tuple]:
        """Of each further element that there may be, whether the test holds of those of its region: each condition by itself."""
        worlds, regions = list_.rest.worlds(self, points), {}
        for one in worlds:
            tested = test(one.value)
            truths = (*one.presences, *(tested if isinstance(tested, tuple) else (tested,)))
            regions.setdefault(one.region, []).append([truth(each).lo for each in truths])
        found = {}
        for region, rows in regions.items():
            merged = [column[0] if all(one is column[0] for one in column) else None for column in zip(*rows)]
            found[region] = conjunction(exact(one) if one is not None else UNKNOWN for one in merged).lo
        return [(one, found[one.region]) for one in worlds]

    def size_of(self, list_: List, test, points: set) -> tuple:
        """How many further elements the test holds of, at least and at most, by what the plan says of slices."""
        base = list_.rest.base if list_.rest is not None else None
        if base is None:
            return 0, INFINITE
        kinds = {(base.counted(one.element), holds) for one, holds in self.decided(list_, test, points)}
        return fewest_and_most(base.sizes, kinds) or (0, INFINITE)

    # slices as places

    def asked(self, list_: List, alternatives) -> tuple:
        """The lists of the plan behind this one, narrowed to what is asked of each; `alternatives`: slices of one, each as its conditions."""
        return tuple(one.narrowed(alternatives(one)) for one in list_.asks)

    def places_of(self, list_: List, asks: tuple) -> frozenset:
        """Where the plan would have to speak, where these are asked for."""
        behind = frozenset().union(*(one.places() for one in list_.asks))
        return (list_.places - behind).union(list_.whether, *(one.places() for one in asks))

    def slices_of_value(self, list_: List, wanted: Value, type_: dict) -> frozenset:
        return self.places_of(list_, self.asked(list_, lambda ask: self.condition(ask, None, dict(type_, list=False), "=", wanted)))

    def condition(self, ask: Ask, field: dict | None, type_: dict, operation: str, value: Value) -> list[tuple]:
        """One condition of a slice: of a field of its items, or of what its elements are. Any element may meet what cannot be named."""
        if not value.exact or is_infinite(value.lo) or type_["kind"] in ("moment", "duration"):
            return [()]
        if ask.element is not None and ask.element.startswith(YEAR_OF):
            fields = self.ruleset["vocabulary"]["entities"][ask.entity]["fields"]
            of = next(one for one in fields if one["name"] == ask.element.removeprefix(YEAR_OF))
            return (field is None and self.condition_of_year(replace(ask, element=None), of, of["type"], operation, value)) or [()]
        name = ask.element if ask.element is not None else "" if ask.entity < 0 else "?"
        if field is not None:
            name = field["name"] if ask.entity >= 0 and ask.element is None else "?"
        if name == "?" or (isinstance(value.lo, Item) and not value.lo.key_usable):
            return [()]
        fields = self.ruleset["vocabulary"]["entities"][ask.entity]["fields"]
        index = next(at for at, one in enumerate(fields) if one["name"] == name) if name else ITSELF
        if type_["kind"] == "enumeration" and value.lo < 0:
            return []  # a word that the other enumeration does not have
        if type_["kind"] == "date" and operation in ("<", ">"):
            operation, value = ("<=", exact(value.lo - 1)) if operation == "<" else (">=", exact(value.lo + 1))
        text = unescape(value.lo.place.rpartition("/")[2]) if isinstance(value.lo, Item) else self.types.text(type_, value.lo)
        return [(Condition(index, operation, value, name, text),)]

    def conditions(self, ask: Ask, expression: dict, variable: int, bound: dict, negated: bool = False) -> list[tuple]:
        """The slices that a condition names, each as its conditions; one without any where it names none. `negated`: that it is not so."""
        inside = {key: one for key, one in bound.items() if key != variable}
        return self.named(ask, plain(self, expression), variable, inside, negated)

    def named(self, ask, expression, variable, bound, negated) -> list[tuple]:
        operation, operands = expression["operation"], expression["operands"]
        if not mentions(expression, [variable]):
            return [] if self.comes_to(expression, bound) is negated else [()]
        if operation == "not":
            return self.named(ask, operands[0], variable, bound, not negated)
        if operation in ("and", "or", "implies"):
            turned = operation == "implies"
            parts = [self.named(ask, one, variable, bound, negated != (turned and one is operands[0])) for one in operands]
            if (operation == "and") != negated:
                return together(parts)
            return [conditions for one in parts for conditions in one]
        if negated:
            return [()]
        subject = lambda one: self.named_field(one, variable)
        if operation in ("field", "variable") and expression["type"]["kind"] == "yes_no" and subject(expression):
            return self.condition(ask, subject(expression)[0], expression["type"], "=", YES)
        if operation == "contains" and subject(operands[1]) and not mentions(operands[0], [variable]):
            values = self.evaluate(operands[0], bound)
            if values.closed:
                named = [self.in_type(operands[1], operands[0], one.value) for one in values.elements]
                field, type_ = subject(operands[1])[0], operands[1]["type"]
                return [conditions for one in named for conditions in self.condition(ask, field, type_, "=", one)]
        if operation in ("equal", "less", "at_most"):
            for one, other, sign in ((0, 1, "<"), (1, 0, ">")):
                if mentions(operands[other], [variable]):
                    continue
                sign = {"equal": "=", "less": sign, "at_most": sign + "="}[operation]
                if (found := self.compared_with(ask, operands[one], sign, operands[other], variable, bound)) is not None:
                    return found
        return [()]

    def comes_to(self, expression: dict, bound: dict) -> bool | None:
        try:
            return truth(self.evaluate(expression, bound)).lo
        except NotOwed:
            return None

    def named_field(self, expression: dict, variable: int):
        """The field of the variable's item that this is, or nothing where it is the variable itself; in a tuple."""
        if expression["operation"] == "variable" and expression["index"] == variable:
            return (None,)
        if expression["operation"] == "field" and expression["operands"][0]["operation"] == "variable":
            if expression["operands"][0]["index"] == variable and not expression["type"]["list"]:
                return (self.ruleset["vocabulary"]["entities"][expression["operands"][0]["type"]["of"]]["fields"][expression["index"]],)
        return ()

    def compared_with(self, ask, expression, sign, other, variable, bound) -> list[tuple] | None:
        expression = self.without_amount(expression)
        of_year = expression["operation"] == "year"
        subject = expression["operands"][0] if of_year else expression
        named = self.named_field(subject, variable)
        if not named:
            return None
        value = self.evaluate(other, bound)
        if other["type"]["kind"] == "enumeration" and other["type"]["of"] != subject["type"]["of"]:
            value = self.in_type(subject, other, value)
        if not of_year:
            return self.condition(ask, named[0], subject["type"], sign, value)
        return self.condition_of_year(ask, named[0], subject["type"], sign, value)

    def condition_of_year(self, ask: Ask, field: dict | None, type_: dict, sign: str, value: Value) -> list[tuple] | None:
        if not value.exact or is_infinite(value.lo) or value.lo % ONE or not 1 <= value.lo // ONE <= 9999:
            return None
        first, last = (exact(day_of(value.lo // ONE, *day)) for day in ((1, 1), (12, 31)))
        wanted = {
            "=": ((">=", first), ("<=", last)),
            "<": (("<", first),),
            "<=": (("<=", last),),
            ">": ((">", last),),
            ">=": ((">=", first),),
        }
        return together([self.condition(ask, field, type_, *one) for one in wanted[sign]])

    def do_covers(self, expression, bound):
        list_, wanted = self.covering(expression, bound)
        type_ = expression["operands"][0]["type"]

        def lacking(value: Value) -> Value:
            return negation(self.contains(list_, self.in_type(*expression["operands"], value), type_))

        return negation(self.some_of(wanted, lacking, lambda: wanted.places))

    def covering(self, expression, bound) -> tuple[List, List]:
        """The lists of a `covers`; the elements wanted as words of the list that shall have them."""
        list_, wanted = self.values(expression, bound)
        elements = [replace(one, value=self.in_type(*expression["operands"], one.value)) for one in wanted.elements]
        for points in self.noted:
            kind = expression["operands"][0]["type"]["kind"]
            points |= ends_of(kind, [one.value for one in [*elements, *list_.elements]])
        return list_, replace(wanted, elements=tuple(elements))

    def covers_one(self, list_: List, element: Element, type_: dict) -> Value:
        return disjunction([negation(element.presence), self.contains(list_, element.value, type_)])

    def do_starts_with(self, expression, bound):
        text, beginning = self.values(expression, bound)
        if text.none or beginning.none:
            return NO
        return undecided(text, beginning) if text.missing or beginning.missing else exact(text.lo.startswith(beginning.lo))

    def do_matches(self, expression, bound):
        text = self.evaluate(expression["operands"][0], bound)
        if text.none:
            return NO
        return UNKNOWN if text.missing else exact(glob(clean(expression["text"]), text.lo))

    def do_due_within(self, expression, bound):
        done, length, start = self.values(expression, bound)
        if any(one.tried for one in (done, length, start)):
            return UNKNOWN
        deadline = self.later(start, length, 1)
        if deadline.flag in ("none", "no_items"):
            raise NotOwed("not_owed")
        if deadline.missing:
            return Value(
                places=(places_behind(done, start, length) - ALL_KNOWN)
                | (frozenset() if start.missing or length.missing else self.outside(length) or ALL_KNOWN)
            )
        if not done.missing:
            return at_most(done, replace(deadline, places=places_behind(start, length)))
        if done.flag in ("withheld", "unusable"):
            return UNKNOWN
        if not done.flag and self.is_of_what_is_not_given(expression["operands"][0], bound):
            return UNKNOWN
        if self.not_before(deadline.lo, self.today):
            raise NotOwed("not_yet_due")
        if not self.past(deadline.hi):
            return UNKNOWN
        return NO if done.flag else UNKNOWN

    def not_before(self, end, day: int) -> bool:
        return end == INFINITE if is_infinite(end) else day <= (moment_day(end) if isinstance(end, tuple) else end)

    def past(self, end) -> bool:
        return not self.not_before(end, self.today)

    def due_for_certain(self, expression, bound) -> bool:
        done, length, start = self.values(expression, bound)
        deadline = self.later(start, length, 1)
        return not done.missing or (not deadline.missing and self.past(deadline.hi))

    def do_apart(self, expression, bound):
        list_, length, *anchors = self.values(expression, bound)
        has_since, has_until = bool(expression["index"] & 1), bool(expression["index"] & 2)
        moments = expression["operands"][0]["type"]["kind"] == "moment"
        # What is not there is no date; a stretch whose end is not there has no length.
        list_ = replace(list_, elements=tuple(one for one in list_.elements if not one.value.none))
        unknown = Value(
            places=places_behind(list_, length, *anchors, *(one.presence for one in list_.elements), *(one.value for one in list_.elements))
        )
        nowhere = frozenset().union(*(one.places for one in (length, *anchors) if one.none or one.flag == "no_items"))
        if nowhere:
            return Value(places=unknown.places | nowhere | ALL_KNOWN)
        unknown = replace(unknown, places=self.or_calendar(unknown.places, length))
        # Months have no meaning for moments.
        if not length.exact or is_infinite(length.lo) or any(one.missing for one in anchors) or (moments and length.lo[0] != "exact"):
            return unknown
        values = [one.value for one in list_.elements]
        if moments:
            clock = on_one_clock(values + anchors)
            values, anchors = clock[: len(values)], clock[len(values) :]

        def step(day):
            """The last day (or second) that is still near enough; None where that cannot be said."""
            if is_infinite(day):
                return day
            return day + length.lo[1] if moments else add_duration(day, length.lo, 1, self.rules)

        missing = any(value.missing for value in values)
        points = [(value.lo, value.hi, one.sure) for value, one in zip(values, list_.elements) if not value.missing]
        ends_of_points = [end for point in points for end in point[:2]] + [end for one in anchors for end in (one.lo, one.hi)]

        def may_fall(first, last) -> bool:
            """Whether a date that is not given can fall between these, both included."""
            if list_.more_hi == 0:
                return False
            if list_.rest is None or moments or is_infinite(first) or is_infinite(last):
                return True
            beside = self.points(list_, lambda _: UNKNOWN) | {("date", first), ("date", last)}
            dates = [one.value for one, there in self.decided(list_, lambda _: YES, beside) if there is not False]
            return any(not one.none and (not one.exact or first <= one.lo <= last) for one in dates)

        def stretches(since, until) -> bool | None:
            return self.stretches(points, missing, list_.more_hi > 0, since, until, step, may_fall)

        since = anchors[0] if has_since else None
        until = anchors[-1] if has_until else None
        answer = stretches(since, until)
        if answer is None and any(one.open for one in anchors):
            # Every day that an anchor can be must come to the same.
            choices = [self.days_to_try(one, ends_of_points) if one is not None and one.open else [one] for one in (since, until)]
            answers = {stretches(one, other) for one in choices[0] for other in choices[1]}
            answer = answers.pop() if len(answers) == 1 else None
        return unknown if answer is None else exact(answer)

    def days_to_try(self, anchor: Value, others: list) -> list[Value]:
        """An anchor's first and last day, and those beside which another date begins or ends: between them only lengths change."""
        near = {end + shift for end in others if not is_infinite(end) for shift in (-1, 0, 1)}
        return [exact(anchor.lo), exact(anchor.hi), *(exact(day) for day in sorted(near) if anchor.lo < day < anchor.hi)]

    def stretches(self, points, missing, more, since, until, step, may_fall) -> bool | None:
        """Is every stretch short enough? None where that turns on what is not known."""
        if since is not None and until is not None and until.hi < since.lo:
            return True
        if since is not None:
            points = [point for point in points if not point[1] < since.lo]
        if until is not None:
            points = [point for point in points if not point[0] > until.hi]

        first = FIRST_DAY if since is None or is_infinite(since.lo) else since.lo
        last = LAST_DAY if until is None or is_infinite(until.hi) else until.hi
        more = more and may_fall(first, last)

        # is every gap short enough, wherever the dates fall? Between two anchors a further date can only shorten gaps.
        row = [(lo, hi) for lo, hi, sure in points if sure and (since is None or lo >= since.hi) and (until is None or hi <= until.lo)]
        further = missing or more or len(row) < len(points)
        if not further or (since is not None and until is not None):
            row = ([(since.lo, since.hi)] if since is not None else []) + row + ([(until.lo, until.hi)] if until is not None else [])
            if not any(self.may_be_followed_too_late(row, position, step) for position in range(len(row))):
                return True

        # is one gap too long, wherever the dates fall?
        if not missing:
            others = points + ([(since.lo, since.hi, True)] if since is not None else [])
            for _, end, sure in others:
                if not sure:
                    continue
                after = [one for one in others if one[1] > end] + ([(until.lo, until.hi, True)] if until is not None else [])
                limit = step(end)
                if limit is None or not any(sure_ for _, _, sure_ in after):
                    continue
                if all(lo > limit for lo, _, _ in after) and not (more and may_fall(end + 1, limit)):
                    return False
        return None

    def may_be_followed_too_late(self, row: list, position: int, step) -> bool:
        """Whether this date can fall so that one other comes later than the step allows, and none in between."""
        lo, hi = row[position]
        others = row[:position] + row[position + 1 :]
        # It is enough to look at its first day, and at the first day of each other that lies within its bounds.
        for day in [lo] + [first for first, _ in others if lo <= first <= hi]:
            limit = step(day)
            if limit is None:
                if any(last > day for _, last in others):
                    return True
                continue
            if any(last > limit for _, last in others) and all(first <= day or last > limit for first, last in others):
                return True
        return False

    # values

    def do_otherwise(self, expression, bound):
        value, fallback = self.values(expression, bound)
        if isinstance(value, List):
            if not value.absent or (not value.none and self.is_of_what_is_not_given(expression["operands"][0], bound)):
                return copied(value)
            return copied(replace(fallback, **asked_of_both(value, fallback)) if fallback.open else fallback)
        if value.but and expression["type"]["kind"] == "yes_no":
            found = {fallback.lo if one.missing else one.lo for one in self.choices(value, expression["type"], set())}
            return exact(found.pop()) if len(found) == 1 and None not in found else Value(places=value.places)
        if not value.missing:
            return replace(value, but=())
        if value.flag not in ("none", "no_items") and self.is_of_what_is_not_given(expression["operands"][0], bound):
            return MISSING
        return replace(fallback, places=places_behind(value, fallback)) if fallback.open else fallback

    def is_of_what_is_not_given(self, expression: dict, bound: dict) -> bool:
        """Does it turn on an element that a list may have beside those given? Nobody is silent of what may be stated with it."""
        supposed = [
            index
            for index, one in bound.items()
            if isinstance(one, Value) and (one.tried or (isinstance(one.lo, Item) and one.lo.supposed))
        ]
        return bool(supposed) and mentions(plain(self, expression), supposed)

    def later(self, start: Value, length: Value, sign: int) -> Value:
        """A date or moment and a duration; sign -1: earlier."""
        if start.missing or length.missing:
            return Value(flag=lost([start, length]))
        near, far = (length.lo, length.hi) if sign > 0 else (length.hi, length.lo)

        def move(end, by):
            if is_infinite(end) or is_infinite(by):
                if is_infinite(end) and is_infinite(by) and end != sign * by:
                    return None
                return end if is_infinite(end) else sign * by
            return add_duration(end, by, sign, self.rules)

        made = ends(move(start.lo, near), move(start.hi, far))
        if made.missing and start.exact and length.exact and self.outside(length):
            return replace(made, places=self.outside(length))
        return made

    def outside(self, length: Value) -> frozenset:
        """The calendar that working days are counted in: it is asked for where they lead out of it."""
        calendar = self.rules.calendar_of(length.lo) if length.exact and not is_infinite(length.lo) else None
        return frozenset({f"calendar {calendar[0]}"} if calendar else ())

    def or_calendar(self, places: frozenset, length: Value) -> frozenset:
        """Where no place is known that would have to speak, the calendar of these working days is."""
        return self.outside(length) or places if places == ALL_KNOWN else places

    def do_add(self, expression, bound):
        left, right = self.values(expression, bound)
        if isinstance(left, List):
            more_hi = left.more_hi + right.more_hi
            if left.none and right.none:
                return ABSENT_NONE
            asked = asked_of_both(left, right)
            rest = joined([one for one in (left, right) if one.more_hi > 0])
            if left.absent and right.absent:
                return replace(ABSENT, rest=rest, **asked)
            return copied(List(left.elements + right.elements, left.more_lo + right.more_lo, more_hi, rest=rest, **asked))
        kinds = [operand["type"]["kind"] for operand in expression["operands"]]
        if kinds[0] in ("date", "moment"):
            return self.later(left, right, 1)
        if kinds[1] in ("date", "moment"):
            return self.later(right, left, 1)
        if left.missing or right.missing:
            return MISSING
        return ends(plus(left.lo, right.lo), plus(left.hi, right.hi))

    def do_subtract(self, expression, bound):
        left, right = self.values(expression, bound)
        kinds = [operand["type"]["kind"] for operand in expression["operands"]]
        if left.missing or right.missing:
            return MISSING
        if kinds[0] in ("date", "moment") and kinds[1] == "duration":
            return self.later(left, right, -1)
        if kinds[0] in ("date", "moment"):
            return ends(self.time_between(left.lo, right.hi, 0), self.time_between(left.hi, right.lo, 1))
        return ends(plus(left.lo, opposite(right.hi)), plus(left.hi, opposite(right.lo)))

    def time_between(self, later, earlier, end):
        """An exact duration: the shortest (end 0) or longest (end 1) that it can be where only one has an offset."""
        if is_infinite(later) or is_infinite(earlier):
            return later if is_infinite(later) else -earlier
        return "exact", difference(later, earlier)[end] * (1 if isinstance(later, tuple) else 86400)

    def do_negate(self, expression, bound):
        value = self.evaluate(expression["operands"][0], bound)
        return MISSING if value.missing else between(opposite(value.hi), opposite(value.lo))

    def do_multiply(self, expression, bound):
        left, right = self.values(expression, bound)
        kinds = [operand["type"]["kind"] for operand in expression["operands"]]
        if left.missing or right.missing:
            return MISSING

        def product(one, other):
            if is_infinite(one) or is_infinite(other):
                return one if is_infinite(one) else other
            if isinstance(one, tuple) or isinstance(other, tuple):
                length, number = (one, other) if isinstance(one, tuple) else (other, one)
                amount, rest = divmod(length[1] * number, ONE)
                return duration(length, amount) if rest == 0 else None
            if "percent" in kinds and kinds != ["percent", "percent"]:
                return fits(half_even(one * other, 100 * ONE))
            return fits(half_even(one * other, ONE))

        if left.exact and right.exact:
            return ends(product(left.lo, right.lo), product(left.lo, right.lo))
        if is_positive(left) or is_positive(right):
            return ends(product(left.lo, right.lo), product(left.hi, right.hi))
        return MISSING

    def do_divide(self, expression, bound):
        left, right = self.values(expression, bound)
        if left.missing or right.missing or not right.exact:
            return MISSING
        if not left.exact and not is_positive(right):
            return MISSING

        def quotient(one):
            if is_infinite(one):
                return one
            dividend, divisor = one, right.lo
            if isinstance(dividend, tuple) and isinstance(divisor, tuple):
                if dividend[0] != divisor[0] or not same_calendar(dividend, divisor):
                    return None
                dividend, divisor = dividend[1], divisor[1]
            elif isinstance(dividend, tuple):
                amount, rest = divmod(dividend[1] * ONE, divisor) if divisor else (0, 1)
                return duration(dividend, amount) if rest == 0 else None
            return fits(half_even(dividend * ONE, divisor)) if divisor else None

        return ends(quotient(left.lo), quotient(left.hi))

    def do_year(self, expression, bound):
        return through(lambda day: civil(day).year * ONE, self.evaluate(expression["operands"][0], bound))

    def do_month(self, expression, bound):
        value = self.evaluate(expression["operands"][0], bound)
        if value.missing or is_infinite(value.lo) or is_infinite(value.hi):
            return MISSING
        first, last = civil(value.lo), civil(value.hi)
        return exact(first.month * ONE) if (first.year, first.month) == (last.year, last.month) else MISSING

    def seconds_in(self, expression, bound, unit: int):
        def amount(length):
            return half_even(length[1] * ONE, unit) if length[0] == "exact" else None

        return through(amount, self.evaluate(expression["operands"][0], bound))

    def do_days(self, expression, bound):
        return self.seconds_in(expression, bound, 86400)

    def do_hours(self, expression, bound):
        return self.seconds_in(expression, bound, 3600)

    def do_date_of(self, expression, bound):
        return through(moment_day, self.evaluate(expression["operands"][0], bound))

    def months_from_to(self, expression, bound, months: int):
        start, end = self.values(expression, bound)
        if start.missing or end.missing:
            return MISSING

        def count(first, last):
            if is_infinite(first) or is_infinite(last):
                return -INFINITE if first == INFINITE or last == -INFINITE else INFINITE
            return whole_months(first, last, self.rules.month_end) // months * ONE

        return ends(count(start.hi, end.lo), count(start.lo, end.hi))

    def do_years_between(self, expression, bound):
        return self.months_from_to(expression, bound, 12)

    def do_months_between(self, expression, bound):
        return self.months_from_to(expression, bound, 1)

    def do_absolute(self, expression, bound):
        value = self.evaluate(expression["operands"][0], bound)
        if value.missing:
            return MISSING
        zero = ("exact", 0)[1]
        amount = (lambda end: end[1]) if isinstance(value.lo, tuple) else (lambda end: end)
        if value.exact:
            return exact(opposite(value.lo)) if amount(value.lo) < zero else value
        return value if amount(value.lo) >= zero else MISSING

    def do_round(self, expression, bound):
        return through(lambda number: half_even(number, ONE) * ONE, self.evaluate(expression["operands"][0], bound))

    def do_round_up(self, expression, bound):
        return through(lambda number: fits(-(-number // ONE) * ONE), self.evaluate(expression["operands"][0], bound))

    def do_round_down(self, expression, bound):
        return through(lambda number: fits(number // ONE * ONE), self.evaluate(expression["operands"][0], bound))

    def do_amount(self, expression, bound):
        factor = self.types.factors[expression["index"]] if expression["index"] >= 0 else ONE
        return through(lambda number: fits(half_even(number * ONE, factor)), self.evaluate(expression["operands"][0], bound))

    def do_smaller(self, expression, bound):
        left, right = self.values(expression, bound)
        return self.extreme([left.lo, right.lo], [left.hi, right.hi], -1) if not left.missing and not right.missing else MISSING

    def do_larger(self, expression, bound):
        left, right = self.values(expression, bound)
        return self.extreme([left.lo, right.lo], [left.hi, right.hi], 1) if not left.missing and not right.missing else MISSING

    def extreme(self, lows: list, highs: list, sign: int) -> Value:
        return ends(self.outermost(lows, sign), self.outermost(highs, sign))

    def outermost(self, values: list, sign: int):
        """The largest (sign 1) or smallest; None where two of them cannot be told apart."""
        for one in values:
            if all(certainly_at_most(other, one) if sign > 0 else certainly_at_most(one, other) for other in values):
                return one
        return None

    def do_share_of(self, expression, bound):
        part, whole = self.values(expression, bound)
        if part.missing or not whole.exact or is_infinite(whole.lo) or whole.lo == 0 or (not part.exact and whole.lo < 0):
            return MISSING
        return through(lambda one: fits(half_even(100 * ONE * one, whole.lo)) if fits(100 * one) is not None else None, part)

    def do_missing_from(self, expression, bound):
        list_, wanted = self.values(expression, bound)
        elements = []
        for one in wanted.elements:
            there = self.contains(list_, one.value, expression["operands"][0]["type"])
            if there.lo is not True:
                sure = one.sure and there.lo is False
                elements.append(Element(one.value, sure, frozenset() if sure else places_behind(one.presence, there)))
        return List(tuple(elements), 0, wanted.more_hi, wanted.absent, wanted.none, places=wanted.places)

    def do_longest_gap(self, expression, bound):
        list_ = self.evaluate(expression["operands"][0], bound)
        values = [one.value for one in list_.elements if one.value.exact and one.sure]
        if expression["operands"][0]["type"]["kind"] == "moment":
            points = sorted(one.lo for one in on_one_clock(values) if one.exact)
            seconds = 1
        else:
            points, seconds = sorted(one.lo for one in values), 86400
        gaps = [later - earlier for earlier, later in zip(points, points[1:])]
        if gaps:
            return exact(("exact", max(gaps) * seconds))
        return Value(places=places_behind(list_, *(one.presence for one in list_.elements), *(one.value for one in list_.elements)))

    # lists without a plan

    def numbers_between(self, first: Value, last: Value, firsts, lasts) -> List:
        """Whole numbers from `firsts` of an end to `lasts` of one: those in every completion, and those perhaps there."""
        if first.none or last.none:
            return List()
        places = places_behind(first, last)
        if first.missing or last.missing:
            return replace(ABSENT, places=places)
        open_below, open_above = first.lo == -INFINITE, last.hi == INFINITE
        low = firsts(first.hi if open_below else first.lo)
        high = lasts(last.lo if open_above else last.hi)
        if is_infinite(low) or is_infinite(high):
            return List((), 0, INFINITE if open_below or open_above else 0, places=places)
        if high - low >= GREATEST_MADE_LIST:
            return replace(ABSENT, places=places)
        certain = range(*(0 if is_infinite(end) else end for end in (firsts(first.hi), lasts(last.lo) + 1)))
        if is_infinite(first.hi) or is_infinite(last.lo):
            certain = range(0)
        elements = [Element(exact(one * ONE), one in certain, frozenset() if one in certain else places) for one in range(low, high + 1)]
        return List(tuple(elements), 0, INFINITE if open_below or open_above else 0, places=places)

    def do_years(self, expression, bound):
        first, last = self.values(expression, bound)
        if expression["operands"][0]["type"]["kind"] == "date":
            year = lambda day: day if is_infinite(day) else civil(day).year
            return self.numbers_between(first, last, year, year)
        return self.numbers_between(first, last, self.whole_up, self.whole_down)

    def do_full_years(self, expression, bound):
        first, last = self.values(expression, bound)

        def first_full(day):
            if is_infinite(day):
                return day
            year = civil(day).year
            return year if day == day_of(year, 1, 1) else year + 1

        def last_full(day):
            if is_infinite(day):
                return day
            year = civil(day).year
            return year if day == day_of(year, 12, 31) else year - 1

        return self.numbers_between(first, last, first_full, last_full)

    def whole_up(self, number):
        return number if is_infinite(number) else -(-number // ONE)

    def whole_down(self, number):
        return number if is_infinite(number) else number // ONE

    def do_numbers(self, expression, bound):
        return self.numbers_between(*self.values(expression, bound), self.whole_up, self.whole_down)

    def do_dates(self, expression, bound):
        start, step, end = self.values(expression, bound)
        if start.none or step.none or end.none:
            return List()
        places = places_behind(start, step, end)
        nothing = replace(ABSENT, places=places)
        if start.missing or end.missing or not step.exact or step.lo[1] <= 0:
            return nothing
        if step.lo[0] == "exact" and step.lo[1] % 86400:
            return nothing
        open_below, open_above, outside = start.lo == -INFINITE, end.hi == INFINITE, False
        last = end.lo if open_above else end.hi
        elements = []
        while len(elements) <= GREATEST_MADE_LIST:
            low, high = (
                day if is_infinite(day) else add_duration(day, duration(step.lo, step.lo[1] * len(elements)), 1, self.rules)
                for day in (start.lo, start.hi)
            )
            if low is None or high is None:
                outside = step.lo[0] == "working"
                break
            if (high if open_below else low) > last:
                break
            sure = high <= end.lo
            value = Value(low, high, places=frozenset() if same(low, high) else places)
            elements.append(Element(value, sure, frozenset() if sure else places))
        if len(elements) > GREATEST_MADE_LIST:
            return nothing
        if outside:
            places = self.or_calendar(places, step)
        return List(tuple(elements), 0, INFINITE if open_below or open_above or outside else 0, places=places)

    # binders

    def over(self, expression, bound):
        """The list of a binder; for an element: the variables inside, and whether it is in by the condition."""
        list_ = self.evaluate(expression["operands"][0], bound)
        self.stands_for[expression["variable"]] = expression["operands"][0]

        def inside(value: Value) -> dict:
            return {**bound, expression["variable"]: value}

        def condition(value: Value) -> Value:
            return self.evaluate(expression["operands"][1], inside(value)) if expression["has_condition"] else YES

        return list_, inside, condition

    def body(self, expression) -> dict:
        return expression["operands"][2 if expression["has_condition"] else 1]

    def slices_asked(self, list_: List, expression, bound, with_body: bool = False) -> tuple:
        """What a binder asks for, by its condition and perhaps its body."""
        parts = [(expression["operands"][1], False)] if expression["has_condition"] else []
        if with_body and expression["has_body"]:
            parts.append((self.body(expression), expression["operation"] == "every"))
        variable = expression["variable"]
        return self.asked(list_, lambda ask: together([self.conditions(ask, one, variable, bound, negated) for one, negated in parts]))

    def places_asked(self, list_: List, expression, bound, with_body: bool = False) -> frozenset:
        return self.places_of(list_, self.slices_asked(list_, expression, bound, with_body))

    def do_some(self, expression, bound):
        list_, inside, condition = self.over(expression, bound)

        def test(value: Value) -> Value:
            if not expression["has_body"]:
                return condition(value)
            return conjunction([condition(value), self.evaluate(self.body(expression), inside(value))])

        if list_.more_lo >= 1 and not expression["has_condition"] and not expression["has_body"]:
            return YES
        return self.some_of(list_, test, lambda: self.places_asked(list_, expression, bound, with_body=True))

    def do_every(self, expression, bound):
        list_, inside, condition = self.over(expression, bound)

        def broken(value: Value) -> Value:
            try:
                return conjunction([condition(value), negation(self.evaluate(self.body(expression), inside(value)))])
            except NotOwed:
                return NO

        return negation(self.some_of(list_, broken, lambda: self.places_asked(list_, expression, bound, with_body=True)))

    def do_count(self, expression, bound):
        list_, _, condition = self.over(expression, bound)
        points = self.points(list_, condition)
        rows = [self.of_given(list_, element, condition, points) for element in list_.elements]
        more = list_.more_hi if list_.more_hi > 0 and any(one.lo is not False for one in self.of_further(list_, condition, points)) else 0
        further_least, further_most = self.size_of(list_, condition, points)
        sure = sum(is_in.lo is True for is_in in rows)
        lo = sure + max(further_least, 0 if expression["has_condition"] else list_.more_lo)
        hi = max(lo, sure + sum(is_in.missing for is_in in rows) + min(more, further_most))
        behind = [is_in for is_in in rows if is_in.missing]
        places = places_behind(*behind, *([self.places_asked(list_, expression, bound)] if more else []))
        return Value(lo * ONE, hi if is_infinite(hi) else hi * ONE, places=places)

    def made(self, expression, bound) -> List:
        """list(x in L where C : B), the elements that every aggregate of values goes over."""
        list_, inside, condition = self.over(expression, bound)
        points = self.points(list_, condition)
        rows = [(self.of_given(list_, element, condition, points), element) for element in list_.elements]
        kept = [(is_in, element) for is_in, element in rows if is_in.lo is not False]
        more_lo = 0 if expression["has_condition"] else list_.more_lo
        more_hi = list_.more_hi
        if more_hi > 0 and not any(one.lo is not False for one in self.of_further(list_, condition, points)):
            more_lo = more_hi = 0
        body = self.body(expression)
        asks = self.slices_asked(list_, expression, bound)
        asked = self.places_of(list_, asks)
        elements = []
        if not body["type"]["list"]:
            for is_in, element in kept:
                value = self.evaluate(body, inside(element.value))
                elements.append(Element(value, is_in.lo is True, is_in.places, element.base))
            withheld = list_.withheld and not expression["has_condition"]
            rest = Made(list_.rest, expression, bound) if list_.rest is not None else None
            asks = tuple(replace(one, element=self.shown(one, body, expression["variable"])) for one in asks)
            return List(tuple(elements), more_lo, more_hi, list_.absent, list_.none, withheld, asked, rest, asks, list_.whether)
        more_lo, more_hi = 0, INFINITE if more_hi > 0 else 0
        inners = []
        for is_in, element in kept:
            inner = self.evaluate(body, inside(element.value))
            inners.append(inner)
            more_lo += inner.more_lo if is_in.lo is True else 0
            more_hi += inner.more_hi
            for one in inner.elements:
                sure = one.sure and is_in.lo is True
                elements.append(Element(one.value, sure, frozenset() if sure else places_behind(is_in, one.presence)))
        behind = [asked] if list_.more_hi > 0 else []
        asks = tuple(ask for inner in inners for ask in inner.asks)
        whether = list_.whether.union(*(inner.whether for inner in inners))
        places = places_behind(*behind, *inners)
        return List(
            tuple(elements), more_lo, more_hi, list_.absent, list_.none, False, places,
            None if list_.more_hi > 0 else joined([one for one in inners if one.open]), asks, whether,
        )  # fmt: skip

    def shown(self, ask: Ask, body: dict, variable: int) -> str | None:
        """The field whose values the elements of `list(x in L : B)` are."""
        body = self.without_amount(plain(self, body))
        if is_variable(body, variable):
            return ask.element
        if body["operation"] == "year":
            of = self.shown(ask, body["operands"][0], variable)
            return YEAR_OF + of if of and of != "?" and not of.startswith(YEAR_OF) else "?"
        named = self.named_field(body, variable)
        return named[0]["name"] if named and named[0] and ask.element is None and ask.entity >= 0 else "?"

    def there(self, expression, bound) -> List:
        """The same without what is known not to be there."""
        made = self.made(expression, bound)
        return replace(made, elements=tuple(one for one in made.elements if not one.value.none))

    def behind(self, made: List) -> frozenset:
        """What an aggregate of these values waits for."""
        return places_behind(made, *(one.presence for one in made.elements), *(one.value for one in made.elements))

    def do_list(self, expression, bound):
        return self.made(expression, bound)

    def do_sum(self, expression, bound):
        made = self.there(expression, bound)
        zero = ("exact", 0) if expression["type"]["kind"] == "duration" else 0
        if not made.elements and made.closed:
            return exact(zero)
        known = [element.value for element in made.elements if element.sure and not element.value.missing]
        unbounded = made.more_hi > 0 or any(element.value.missing for element in made.elements)
        doubt = unbounded or any(not element.sure or not element.value.exact for element in made.elements)
        if doubt and (not known or self.can_be_negative(self.body(expression))):
            return Value(places=self.behind(made))
        lo = self.total(value.lo for value in known)
        hi = INFINITE if unbounded else self.total(element.value.hi for element in made.elements)
        return replace(ends(lo, hi), places=self.behind(made))

    def total(self, values):
        result = None
        for value in values:
            result = value if result is None else plus(result, value)
            if result is None:
                return None
        return result

    def can_be_negative(self, expression: dict, seen: frozenset = frozenset()) -> bool:
        """Whether a number can come to less than zero: those of a plan cannot, what takes away can. Conditions only choose."""
        operation = expression["operation"]
        if operation in ("subtract", "negate", "years_between", "months_between"):
            return True
        if operation in ("count", "share", "absolute") or (expression["type"]["kind"] == "yes_no"):
            return False
        if operation == "number":
            return number_from_text(expression["number"]) < 0
        if operation == "parameter":
            return any(self.can_be_negative(one["value"], seen) for one in self.ruleset["parameters"][expression["index"]]["values"])
        if operation == "variable":
            index = expression["index"]
            meant = self.stands_for.get(index)
            return index not in seen and meant is not None and self.can_be_negative(meant, seen | {index})
        if operation == "call":
            definition = self.ruleset["definitions"][expression["index"]]
            parts = [definition["body"], *expression["operands"]]
        elif operation in ("list", "distinct"):
            parts = [self.body(expression)]
        else:
            parts = expression["operands"]
        return any(self.can_be_negative(one, seen) for one in parts)

    def do_largest(self, expression, bound):
        return self.extreme_of(expression, bound, 1)

    def do_smallest(self, expression, bound):
        return self.extreme_of(expression, bound, -1)

    def extreme_of(self, expression, bound, sign: int):
        made = self.there(expression, bound)
        if not made.elements and made.closed:
            return NO_ITEMS
        further = self.further_values(made)
        known = [element for element in made.elements if not element.value.missing]
        sure = [element for element in known if element.sure]
        unusable = any(one.value.flag in ("unusable", "withheld") for one in made.elements)
        if not sure:
            return Value(flag="unusable" if unusable else "", places=self.behind(made))
        unbounded = any(value.missing for value in further) or len(known) < len(made.elements)
        possible = [element.value for element in known] + further
        if sign > 0:
            lo = self.outermost([element.value.lo for element in sure], 1)
            hi = INFINITE if unbounded else self.outermost([value.hi for value in possible], 1)
        else:
            lo = -INFINITE if unbounded else self.outermost([value.lo for value in possible], -1)
            hi = self.outermost([element.value.hi for element in sure], -1)
        result = ends(lo, hi)
        return replace(result, places=self.behind(made), flag="unusable" if result.missing else "")

    def further_values(self, made: List) -> list[Value]:
        """What the further elements of a list of values may be, the least and the greatest of it among them."""
        if made.closed:
            return []
        if made.rest is None:
            return [MISSING]
        points = self.points(made, lambda _: UNKNOWN)
        points = points | {(kind, end) for kind in ("number", "percent", "date") for end in (INFINITE, -INFINITE)}
        found = self.decided(made, lambda _: YES, points)
        return [one.value for one, there in found if there is not False and not one.value.none]

    def do_average(self, expression, bound):
        made = self.there(expression, bound)
        if not made.elements and made.closed:
            return NO_ITEMS
        if not made.closed or not all(element.sure and element.value.exact for element in made.elements):
            return Value(places=self.behind(made))
        total = self.total(element.value.lo for element in made.elements)
        if total is None:
            return MISSING
        if isinstance(total, tuple):
            return exact((total[0], half_even(total[1], len(made.elements))))
        return exact(half_even(total, len(made.elements)))

    def do_share(self, expression, bound):
        list_, inside, condition = self.over(expression, bound)
        points = self.points(list_, condition)
        rows, behind = [], []
        for element in list_.elements:
            counted, holds = element.presence, YES
            if expression["has_condition"]:
                if expression["has_body"]:
                    counted = self.of_given(list_, element, condition, points)
                else:
                    holds = condition(element.value)
            if expression["has_body"]:
                holds = self.evaluate(self.body(expression), inside(element.value))
            if counted.lo is not False and not holds.none:
                rows.append((counted.lo, holds.lo))
                behind += [one for one in (counted, holds) if one.missing]
        more = list_.more_hi
        if expression["has_body"] and more and not any(one.lo is not False for one in self.of_further(list_, condition, points)):
            more = 0
        asked = [self.places_asked(list_, expression, bound) if expression["has_body"] else list_.places] if more else []
        places = places_behind(*asked, *behind)
        if more == INFINITE:
            return Value(places=places)
        if not rows and not more:
            return NO_ITEMS
        sure = sum(counted is True for counted, _ in rows)
        if not sure:
            return Value(places=places)
        both = sum(counted is True and holds is True for counted, holds in rows)
        possible = sum(holds is not False for _, holds in rows)
        lo = half_even(100 * ONE * both, sure + more + sum(counted is None and holds is not True for counted, holds in rows))
        possible += more
        hi = half_even(100 * ONE * possible, possible + sum(counted is True and holds is False for counted, holds in rows))
        return Value(lo, hi, places=places)

    def do_distinct(self, expression, bound):
        made = self.there(expression, bound)
        there = [element for element in made.elements if element.sure]
        kept: list[Element] = []

        def stands_already(value: Value, there=kept) -> bool:
            return any(one.value.exact and equal(one.value, value).lo is True for one in there)

        for element in there:
            if element.value.exact and not stands_already(element.value):
                kept.append(element)
        # A range is one more for certain where it cannot be any of those kept; those that end first leave most room for others.
        if expression["type"]["kind"] in ("number", "percent", "date"):
            ranges = [element for element in there if not element.value.missing and not element.value.exact]
            for element in sorted(ranges, key=lambda one: (one.value.hi, one.value.lo)):
                if all(element.value.hi < one.value.lo or one.value.hi < element.value.lo for one in kept):
                    kept.append(element)
        # Something is there, even if nobody can say what.
        if not kept and there:
            kept.append(next((element for element in there if not element.value.missing), there[0]))
        found: list[Element] = []
        for element in made.elements:
            if element in kept:
                found.append(element)
            elif not (element.value.exact and (stands_already(element.value) or stands_already(element.value, found))):
                found.append(Element(element.value, False, places_behind(element.presence, element.value)))
        # Of several further elements of one value one is left, and none of what is not there.
        rest = joined([made]) if made.rest is not None else None
        return copied(replace(made, elements=tuple(found), more_lo=0, withheld=False, rest=rest))

    # --- requirements

    def leaves(self, index: int) -> list[Leaf]:
        if index not in self.leaves_of:
            requirement = self.ruleset["requirements"][index]
            self.asking.append((requirement["id"], None))
            self.lasting.append(self.facts_last(requirement))
            self.leaves_of[index] = self.level(requirement, 0, (), {})
            self.lasting.pop()
            self.asking.pop()
        return self.leaves_of[index]

    # facts that age (D103)

    def facts_last(self, requirement: dict) -> tuple | None:
        packed = requirement.get("facts_last")
        return None if packed is None else unpack_duration(int(packed))

    def outdated(self, place: str) -> bool:
        """Is what stands there said of a day too far back for the requirement at hand?"""
        return self.is_too_old(self.plan.day_of(place))

    def is_too_old(self, day: int | None) -> bool:
        if day is None:
            return False
        if self.facts_since is not None and day < self.facts_since:
            return True
        if self.lasting[-1] is None:
            return False
        last = add_duration(day, self.lasting[-1], 1, self.rules)
        return last is not None and last < self.today

    def current(self, item: Item, index: int, place: str, field: dict):
        """What a field says, without what is outdated. What identifies an item stays: its key, and itself where it is embedded."""
        value = item.fields[index]
        of_slices = self.plan.aging.get((item, index))
        if of_slices:
            value = of_slices(self.is_too_old)
        entity = self.ruleset["vocabulary"]["entities"][item.entity]
        if not self.plan.days or index in entity["key"] or item.supposed or entity["table_row"]:
            return value
        is_outdated = self.outdated(place)
        if isinstance(value, List):
            if is_outdated and not of_slices:
                return ABSENT
            if field["type"]["kind"] == "item" and not field["reference"]:
                return value
            return replace(
                value,
                elements=tuple(
                    replace(one, value=UNUSABLE, base=UNUSABLE)
                    if self.plan.own_day(f"{place}/[{at}]") is not None
                    and self.outdated(f"{place}/[{at}]")
                    and not (one.value.missing and one.value.flag != "none")
                    else one
                    for at, one in enumerate(value.elements)
                ),
            )
        if not is_outdated or (isinstance(value.lo, Item) and not field["reference"]):
            return value
        if place in self.plan.defaulted or (value.missing and value.flag == ""):
            return MISSING
        return UNUSABLE

    def level(self, requirement: dict, depth: int, subjects: tuple, bound: dict) -> list[Leaf]:
        """The leaves for what the first `depth` subjects are bound to."""
        self.asking[-1] = (requirement["id"], self.subject_text(requirement, subjects))

        def leaf(reason: str, cell: Cell, inner=subjects, inside=bound) -> Leaf:
            return Leaf(inner, reason, [cell], len(inner), inside)

        if depth == 0 and not self.holds_today(requirement["in_force"]):
            return [leaf("not_in_force", Cell(None, "not_owed", "when_no"))]
        applies = conjunction(self.evaluate(one["condition"], bound) for one in requirement["conditions"] if one["depth"] == depth)
        if applies.lo is False:
            return [leaf("when_no", Cell(None, "not_owed", "when_no"))]
        if applies.missing:
            return [leaf("when_unknown", Cell(None, "unknown", places=applies.places))]
        if depth == len(requirement["subjects"]):
            return [Leaf(subjects, "", [cell for clause in requirement["clauses"] for cell in self.cells(clause, bound)], depth, bound)]
        subject = requirement["subjects"][depth]
        list_ = self.evaluate(subject["list"], bound)
        leaves, none_at_all = [], True

        def condition(value: Value) -> Value:
            return self.evaluate(subject["condition"], {**bound, subject["variable"]: value}) if subject["condition"] is not None else YES

        points = self.points(list_, condition)
        for element in list_.elements:
            inside = {**bound, subject["variable"]: element.value}
            is_in = self.of_given(list_, element, condition, points)
            if is_in.lo is False:
                continue
            none_at_all = False
            if is_in.missing:
                leaves.append(leaf("where_unknown", Cell(None, "unknown", places=is_in.places), (*subjects, element), inside))
            else:
                leaves += self.level(requirement, depth + 1, (*subjects, element), inside)
        if self.may_have_more_subjects(requirement, depth, list_, condition, bound):
            asks = list_.asks
            if subject["condition"] is not None:
                asks = self.asked(list_, lambda ask: self.conditions(ask, subject["condition"], subject["variable"], bound))
            leaves.append(leaf("more_subjects", Cell(None, "unknown", places=self.places_of(list_, asks))))
        elif none_at_all and subject["ending"] == "at_least_one":
            leaves.append(leaf("none_there", Cell(None, "fails")))
        elif none_at_all:
            leaves.append(leaf("no_subjects", Cell(None, "not_owed", "no_subjects")))
        return leaves

    def may_have_more_subjects(self, requirement: dict, depth: int, list_: List, condition, bound: dict) -> bool:
        """May the list have further elements that are meant? Those that a `when` takes away are subjects of which nothing is owed, so
        that they matter only where the list must have one."""
        subject = requirement["subjects"][depth]
        conditions = [one["condition"] for one in requirement["conditions"] if one["depth"] == depth + 1]

        def meant(value: Value) -> tuple:
            found = condition(value)
            if subject["ending"] == "at_least_one":
                return (found,)
            inside = {**bound, subject["variable"]: value}
            return (found, *(self.evaluate(one, inside) for one in conditions))

        points = self.points(list_, meant)
        may_be = list_.more_hi > 0 and any(one.lo is not False for one in self.of_further(list_, meant, points))
        return may_be and self.size_of(list_, meant, points)[1] > 0

    def cells(self, clause: dict, bound: dict) -> list[Cell]:
        return self.owed(clause["condition"], clause["part"] or None, bound)

    def owed(self, expression: dict, part: str | None, bound: dict) -> list[Cell]:
        if expression["operation"] != "owed_if":
            return self.plain_cells(expression, part, bound)
        condition = truth(self.evaluate(expression["operands"][0], bound))
        cells = self.owed(expression["operands"][1], part, bound)
        for cell in cells:
            if condition.lo is False:
                cell.truth, cell.why, cell.owed_for_certain = "not_owed", "not_owed", False
            elif condition.missing:
                cell.owed_for_certain = False
                cell.whether |= condition.places
                if cell.truth in ("fails", "unknown"):
                    cell.truth, cell.places = "unknown", cell.places | condition.places
        return cells

    def plain_cells(self, expression: dict, part: str | None, bound: dict) -> list[Cell]:
        if expression["operation"] == "covers":
            return self.covers_cells(expression, part, bound)
        is_due = expression["operation"] == "due_within"
        certain = self.due_for_certain(expression, bound) if is_due else True
        try:
            value = self.evaluate(expression, bound)
        except NotOwed as why:
            return [Cell(part, "not_owed", str(why), False)]
        value = truth(value)
        return [Cell(part, TRUTH_WORDS[value.lo], "", certain, value.places, value.places if is_due and value.missing else frozenset())]

    def covers_cells(self, expression: dict, part: str | None, bound: dict) -> list[Cell]:
        list_, wanted = self.covering(expression, bound)
        asked = self.evaluate(expression["operands"][1], bound)
        type_ = dict(expression["operands"][1]["type"], list=False)
        cells = []
        for element, own in zip(wanted.elements, asked.elements):
            name = self.part_text(type_, own)
            truth = self.covers_one(list_, element, expression["operands"][0]["type"])
            cells.append(Cell(f"{part}/{name}" if part else name, TRUTH_WORDS[truth.lo], places=truth.places))
        if not written_out(plain(self, expression["operands"][1])):
            cells.sort(key=lambda cell: (natural(cell.part), cell.part or ""))
        if wanted.more_hi > 0:
            cells.append(Cell(part, "unknown", places=wanted.places))
        if not cells:
            cells.append(Cell(part, "holds", "vacuous"))
        return cells

    # --- texts

    def element_text(self, type_: dict, element: Element) -> str:
        if not element.value.exact:
            return "?"
        if isinstance(element.value.lo, Item):
            return element.value.lo.place
        return self.types.text(type_, element.value.lo)

    def part_text(self, type_: dict, element: Element) -> str:
        """What a part of `covers` is called: an item by its key."""
        if element.value.exact and isinstance(element.value.lo, Item):
            return unescape(element.value.lo.place.rpartition("/")[2])
        return self.element_text(type_, element)

    def subject_text(self, requirement: dict, subjects: tuple) -> str | None:
        """The places of the subjects; one that walks a list of another's item stands for both."""
        named = requirement["subjects"]
        variables = [one["variable"] for one in named]
        stood_for = set()
        for depth in range(1, len(subjects)):
            if named[depth]["list"]["type"]["kind"] == "item":
                stood_for.add(walked(self.ruleset["vocabulary"], plain(self, named[depth]["list"]), variables[:depth]))
        texts = [
            self.element_text(dict(one["list"]["type"], list=False), element)
            for one, element in zip(named, subjects)
            if one["variable"] not in stood_for
        ]
        return " + ".join(texts) if texts else None

    # --- results

    def finding(self, requirement: dict, leaf: Leaf) -> Finding:
        truths = [cell.truth for cell in leaf.cells]
        verdict = verdict_of(truths)
        if verdict in ("not_met", "partly_met"):
            reason = leaf.reason or "contradicted"
        elif verdict == "unknown":
            reason = "when_unknown" if leaf.reason == "when_unknown" else "silent"
        elif verdict == "met":
            reason = "holds"
        elif leaf.reason:
            reason = leaf.reason
        else:
            reason = "not_yet_due" if any(cell.why == "not_yet_due" for cell in leaf.cells) else "not_owed"
        cells = [(cell.part, cell.truth) for cell in leaf.cells]
        missing = [cell.places if cell.truth == "unknown" else frozenset() for cell in leaf.cells]
        return Finding(self.subject_text(requirement, leaf.subjects), verdict, reason,
                       truths.count("holds"), truths.count("fails"), truths.count("unknown"), cells, missing)  # fmt: skip

    def waived(self, requirement: dict) -> bool:
        """Does a waiver lie over it on the day of the assessment, its last day included?"""
        waiver = requirement["waiver"]
        return waiver is not None and (
            waiver["until"] is None or self.today <= datetime.date.fromisoformat(waiver["until"]).toordinal() - EPOCH
        )

    def results(self, only: set[str] | None = None) -> list[Result]:
        results = []
        for index, requirement in enumerate(self.ruleset["requirements"]):
            if only is not None and requirement["id"] not in only:
                continue
            leaves = self.leaves(index)
            verdict = verdict_of(cell.truth for leaf in leaves for cell in leaf.cells)
            is_gap = requirement["modality"] != "may" and verdict in ("not_met", "partly_met") and not self.waived(requirement)
            results.append(Result(requirement["id"], verdict, is_gap, [self.finding(requirement, leaf) for leaf in leaves]))
        return results


def assess(
    ruleset: dict,
    plan: Plan,
    as_of: str,
    parameters: dict[str, str] | None = None,
    facts_since: str | None = None,
    only: set[str] | None = None,
) -> list[Result]:
    """The result of each requirement, in the ruleset's order; with `only`, of those with these ids."""
    return Evaluator(ruleset, plan, as_of, parameters, facts_since).results(only)
