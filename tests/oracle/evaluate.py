"""A printed checked ruleset and a plan -> verdicts, findings and cells, one row at a time.

Every operation is one short function that says what its result is; nothing is shared, cached or reordered. The truths of a cell are
"holds", "fails", "unknown" and "not_owed".
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

from .plan_reader import Invalid, Number, Plan, Refused, Types, clean, escape, read_json, unescape
from .values import (
    ABSENT,
    ABSENT_NONE,
    EPOCH,
    INFINITE,
    MISSING,
    NO,
    NONE,
    ONE,
    UNKNOWN,
    YES,
    Element,
    Item,
    List,
    Value,
    add_months,
    at_most,
    between,
    certainly_at_most,
    certainly_less,
    civil,
    conjunction,
    day_of,
    difference,
    disjunction,
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
    unpack_duration,
    unpack_moment,
    whole_months,
)  # fmt: skip

GREATEST_MADE_LIST = 10_000

# --- what comes out


@dataclass
class Cell:
    part: str | None
    truth: str  # holds, fails, unknown, not_owed
    why: str = ""  # of one that is not owed: "not_owed", "not_yet_due"; of one that holds: "vacuous"
    owed_for_certain: bool = True


@dataclass
class Leaf:
    """What a requirement comes to for one subject, or for subjects that cannot be told apart."""

    subjects: tuple  # what the variables are bound to, outermost first: Elements
    reason: str  # when_no, when_unknown, where_unknown, more_subjects, no_subjects; "" for a full subject
    cells: list[Cell]
    level: int = 0  # of more_subjects: which list is meant


@dataclass
class Finding:
    subject: str | None
    verdict: str
    reason: str
    holds: int
    fails: int
    unknown: int
    cells: list[tuple]  # (part, truth)


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


TRUTH_WORDS = {True: "holds", False: "fails", None: "unknown"}


class NotOwed(Exception):
    """A deadline that has not passed yet, met while evaluating; only where the rules allow it."""


# --- arithmetic on the ends of ranges; None where there is no result


def add_duration(start, duration, sign: int, month_end: str):
    """A date or moment, later by the duration."""
    kind, amount = duration
    amount *= sign
    is_moment = isinstance(start, tuple)
    if kind == "exact":
        if is_moment:
            local = start[0] + amount
            return (local, start[1]) if in_calendar(local // 86400) is not None else None
        return in_calendar(start + amount // 86400) if amount % 86400 == 0 else None
    if kind == "calendar" and not is_moment:
        return add_months(start, amount, month_end)
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
        return duration(left[0], left[1] + right[1]) if left[0] == right[0] else None
    return fits(left + right)


def duration(kind: str, amount: int):
    return (kind, amount) if abs(amount) < 2**60 else None


def opposite(value):
    if isinstance(value, tuple):
        return value[0], -value[1]
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


class Evaluator:
    def __init__(self, ruleset: dict, plan: Plan, as_of: str, parameters: dict[str, str] | None = None):
        self.ruleset = ruleset
        self.plan = plan
        self.today = datetime.date.fromisoformat(as_of).toordinal() - EPOCH
        self.types = Types(ruleset["vocabulary"])
        self.month_end = ruleset["month_end"]
        self.settings = parameters or {}
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
        if parameter["value"] is None:
            return ABSENT if parameter["type"]["list"] else MISSING
        return self.evaluate(parameter["value"], {})

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
        return getattr(self, "do_" + expression["operation"])(expression, bound)

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
            return bound[index]
        return self.evaluate(self.lets[index], bound)

    def do_field(self, expression, bound):
        item = self.evaluate(expression["operands"][0], bound)
        if not item.missing:
            return item.lo.fields[expression["index"]]
        nothing_there = item.flag == "none"
        if expression["type"]["list"]:
            return ABSENT_NONE if nothing_there else ABSENT
        return NONE if nothing_there else MISSING

    def do_element(self, expression, bound):
        list_, *keys = self.values(expression, bound)
        if any(not key.exact for key in keys):
            return MISSING
        found = []
        for element in list_.elements:
            if element.value.missing or not element.value.lo.key_usable:
                continue
            if all(equal(exact(one), key).lo is True for one, key in zip(element.value.lo.key_values, keys)):
                found.append(element)
        # Lists joined into one can hold two items of one key: then none of them is meant.
        if len({id(element.value.lo) for element in found}) != 1 or not any(element.sure for element in found):
            return MISSING
        return found[0].value

    def do_table_row(self, expression, bound):
        table, rows = self.ruleset["tables"][expression["index"]], self.tables[expression["index"]]
        keys = self.values(expression, bound)
        if any(key.missing for key in keys):
            return MISSING
        if any(not key.exact and not banded for key, banded in zip(keys, table["banded"])):
            return MISSING

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
        return exact(low) if low is not None and low is high else MISSING

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
        return exact(answers.pop()) if len(answers) == 1 and None not in answers else UNKNOWN

    # other requirements

    def do_verdict_met(self, expression, bound):
        leaves, open_ = self.leaves_for(expression, bound)
        if open_:
            return UNKNOWN
        verdict = verdict_of(cell.truth for leaf in leaves for cell in leaf.cells)
        return UNKNOWN if verdict == "unknown" else exact(verdict in ("met", "not_applicable"))

    def do_verdict_applies(self, expression, bound):
        leaves, open_ = self.leaves_for(expression, bound)
        if open_:
            return UNKNOWN
        cells = [cell for leaf in leaves for cell in leaf.cells]
        if all(cell.truth == "not_owed" for cell in cells):
            return NO
        certain = any(cell.owed_for_certain for leaf in leaves if leaf.reason == "" for cell in leaf.cells)
        return YES if certain else UNKNOWN

    def leaves_for(self, expression, bound) -> tuple[list[Leaf], bool]:
        """The leaves of another requirement that matter, and whether those of the item asked for may be elsewhere."""
        leaves = self.leaves(expression["index"])
        if not expression["operands"]:
            return leaves, False
        asked = self.evaluate(expression["operands"][0], bound)
        if asked.missing:
            return [], True
        item = asked.lo
        theirs = [leaf for leaf in leaves if any(self.concerns(element, item) for element in leaf.subjects)]
        if theirs:
            return theirs, False
        subjects = self.ruleset["requirements"][expression["index"]]["subjects"]
        for leaf in leaves:
            if leaf.reason == "when_unknown" and not leaf.subjects:
                return [], True
            if leaf.reason == "more_subjects":
                type_ = subjects[leaf.level]["list"]["type"]
                if type_["kind"] == "item" and type_["of"] == item.entity:
                    return [], True
        return [], False

    def concerns(self, element: Element, item: Item) -> bool:
        subject = element.value.lo
        return isinstance(subject, Item) and (subject is item or subject.lies_in(item))

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
        if not condition.missing:
            return then if condition.lo else otherwise
        if expression["type"]["list"]:
            return ABSENT
        if expression["type"]["kind"] == "yes_no" and not then.missing and not otherwise.missing and then.lo == otherwise.lo:
            return then
        return MISSING

    def do_given(self, expression, bound):
        value = self.evaluate(expression["operands"][0], bound)
        if isinstance(value, List):
            if any(element.sure for element in value.elements) or value.more_lo >= 1:
                return YES
            if value.absent:
                return YES if value.withheld else NO if value.none else UNKNOWN
            return NO if not value.elements and value.closed else UNKNOWN
        if not value.missing or value.flag == "withheld":
            return YES
        return NO if value.flag == "none" else UNKNOWN

    # comparison

    def do_equal(self, expression, bound):
        return equal(*self.values(expression, bound))

    def do_less(self, expression, bound):
        return less(*self.values(expression, bound))

    def do_at_most(self, expression, bound):
        return at_most(*self.values(expression, bound))

    def contains(self, list_: List, wanted: Value) -> Value:
        holds = [conjunction([exact(True) if element.sure else UNKNOWN, equal(element.value, wanted)]) for element in list_.elements]
        return disjunction(holds + ([UNKNOWN] if list_.more_hi > 0 else []))

    def do_contains(self, expression, bound):
        return self.contains(*self.values(expression, bound))

    def do_covers(self, expression, bound):
        list_, wanted = self.values(expression, bound)
        holds = [self.covers_one(list_, element) for element in wanted.elements]
        return conjunction(holds + ([UNKNOWN] if wanted.more_hi > 0 else []))

    def covers_one(self, list_: List, element: Element) -> Value:
        return disjunction([NO if element.sure else UNKNOWN, self.contains(list_, element.value)])

    def do_starts_with(self, expression, bound):
        text, beginning = self.values(expression, bound)
        return UNKNOWN if text.missing or beginning.missing else exact(text.lo.startswith(beginning.lo))

    def do_matches(self, expression, bound):
        text = self.evaluate(expression["operands"][0], bound)
        return UNKNOWN if text.missing else exact(glob(clean(expression["text"]), text.lo))

    def do_due_within(self, expression, bound):
        done, length, start = self.values(expression, bound)
        deadline = self.later(start, length, 1)
        if deadline.missing:
            return UNKNOWN
        if not done.missing:
            return at_most(done, deadline)
        if done.flag in ("withheld", "unusable"):
            return UNKNOWN
        if self.not_before(deadline.lo, self.today):
            raise NotOwed
        if not self.past(deadline.hi):
            return UNKNOWN
        return NO if done.flag == "none" else UNKNOWN

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
        since = anchors.pop(0) if has_since else None
        until = anchors.pop(0) if has_until else None
        if (
            list_.absent
            or not length.exact
            or is_infinite(length.lo)
            or any(anchor is not None and anchor.missing for anchor in (since, until))
        ):
            return UNKNOWN
        if expression["operands"][0]["type"]["kind"] == "moment":
            # Months have no meaning for moments.
            if length.lo[0] != "exact":
                return UNKNOWN
            clock = on_one_clock([one.value for one in list_.elements] + [anchor for anchor in (since, until) if anchor is not None])
            list_ = List(tuple(Element(value, one.sure) for value, one in zip(clock, list_.elements)), list_.more_lo, list_.more_hi)
            until = clock.pop() if has_until else None
            since = clock.pop() if has_since else None

            def step(second):
                return second if is_infinite(second) else second + length.lo[1]
        else:

            def step(day):
                """The last day that is still near enough; None where that cannot be said."""
                return day if is_infinite(day) else add_duration(day, length.lo, 1, self.month_end)

        if since is not None and until is not None and until.hi < since.lo:
            return YES

        missing = any(element.value.missing for element in list_.elements)
        doubtful = any(not element.sure for element in list_.elements)
        points = [(element.value.lo, element.value.hi, element.sure) for element in list_.elements if not element.value.missing]
        if since is not None:
            points = [point for point in points if not point[1] < since.lo]
        if until is not None:
            points = [point for point in points if not point[0] > until.hi]

        # is every gap short enough, wherever the dates fall? Between two anchors a further date can only shorten gaps.
        row = [(lo, hi) for lo, hi, sure in points if sure and (since is None or lo >= since.hi) and (until is None or hi <= until.lo)]
        further = missing or doubtful or list_.more_hi > 0 or len(row) < len(points)
        if not further or (has_since and has_until):
            row = ([(since.lo, since.hi)] if has_since else []) + row + ([(until.lo, until.hi)] if has_until else [])
            if not any(self.may_be_followed_too_late(row, position, step) for position in range(len(row))):
                return YES

        # is one gap too long, wherever the dates fall?
        if not missing and list_.more_hi == 0:
            others = points + ([(since.lo, since.hi, True)] if has_since else [])
            for _, end, sure in others:
                if not sure:
                    continue
                after = [(lo, hi, sure_) for lo, hi, sure_ in others if hi > end] + ([(until.lo, until.hi, True)] if has_until else [])
                limit = step(end)
                if limit is None or not any(sure_ for _, _, sure_ in after):
                    continue
                if all(lo > limit for lo, _, _ in after):
                    return NO
        return UNKNOWN

    def may_be_followed_too_late(self, row: list, position: int, step) -> bool:
        """Whether this date can fall so that one other comes later than the step allows, and none in between."""
        lo, hi = row[position]
        others = row[:position] + row[position + 1 :]
        # It is enough to look at its first day, and at the first day of each other that lies within its bounds.
        for day in [lo] + [first for first, _ in others if lo <= first <= hi]:
            limit = step(day)
            if limit is None:
                return True
            if any(last > limit for _, last in others) and all(first <= day or last > limit for first, last in others):
                return True
        return False

    # values

    def do_otherwise(self, expression, bound):
        value, fallback = self.values(expression, bound)
        if isinstance(value, List):
            return value if not value.absent else ABSENT if fallback.absent else fallback
        return value if not value.missing else MISSING if fallback.missing else fallback

    def later(self, start: Value, length: Value, sign: int) -> Value:
        """A date or moment and a duration; sign -1: earlier."""
        if start.missing or length.missing:
            return MISSING
        near, far = (length.lo, length.hi) if sign > 0 else (length.hi, length.lo)

        def move(end, by):
            if is_infinite(end) or is_infinite(by):
                if is_infinite(end) and is_infinite(by) and end != sign * by:
                    return None
                return end if is_infinite(end) else sign * by
            return add_duration(end, by, sign, self.month_end)

        return ends(move(start.lo, near), move(start.hi, far))

    def do_add(self, expression, bound):
        left, right = self.values(expression, bound)
        if isinstance(left, List):
            more_hi = INFINITE if left.absent or right.absent else left.more_hi + right.more_hi
            if left.absent and right.absent:
                return ABSENT
            return List(left.elements + right.elements, left.more_lo + right.more_lo, more_hi)
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
                return duration(length[0], length[1] * (number // ONE)) if number % ONE == 0 else None
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
                if dividend[0] != divisor[0]:
                    return None
                dividend, divisor = dividend[1], divisor[1]
            elif isinstance(dividend, tuple):
                amount, rest = divmod(dividend[1] * ONE, divisor) if divisor else (0, 1)
                return (dividend[0], amount) if rest == 0 else None
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
            return whole_months(first, last, self.month_end) // months * ONE

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
        if not part.exact or not whole.exact or is_infinite(part.lo) or is_infinite(whole.lo):
            return MISSING
        one, other = (value.lo[1] if isinstance(value.lo, tuple) else value.lo for value in (part, whole))
        if other == 0 or (isinstance(part.lo, tuple) and part.lo[0] != whole.lo[0]):
            return MISSING
        return ends(*[fits(half_even(100 * ONE * one, other))] * 2)

    def do_missing_from(self, expression, bound):
        list_, wanted = self.values(expression, bound)
        elements = []
        for one in wanted.elements:
            there = self.contains(list_, one.value)
            if there.lo is not True:
                elements.append(Element(one.value, one.sure and there.lo is False))
        return List(tuple(elements), 0, wanted.more_hi, wanted.absent, wanted.none)

    def do_longest_gap(self, expression, bound):
        list_ = self.evaluate(expression["operands"][0], bound)
        values = [one.value for one in list_.elements if one.value.exact and one.sure]
        if expression["operands"][0]["type"]["kind"] == "moment":
            points = sorted(one.lo for one in on_one_clock(values) if one.exact)
            seconds = 1
        else:
            points, seconds = sorted(one.lo for one in values), 86400
        gaps = [later - earlier for earlier, later in zip(points, points[1:])]
        return exact(("exact", max(gaps) * seconds)) if gaps else MISSING

    # lists without a plan

    def made_list(self, values) -> List:
        values = list(values)
        return listed(exact(value) for value in values) if len(values) <= GREATEST_MADE_LIST else ABSENT

    def do_years(self, expression, bound):
        arguments = self.values(expression, bound)
        if not all(argument.exact for argument in arguments):
            return ABSENT
        is_date = [operand["type"]["kind"] == "date" for operand in expression["operands"]]
        first, last = (civil(one.lo).year * ONE if date else one.lo for one, date in zip(arguments, is_date))
        return self.counted(first, last)

    def counted(self, first: int, last: int) -> List:
        if (last - first) // ONE >= GREATEST_MADE_LIST:
            return ABSENT
        return self.made_list(range(first, last + 1, ONE))

    def do_full_years(self, expression, bound):
        first, last = self.values(expression, bound)
        if not first.exact or not last.exact:
            return ABSENT
        years = range(civil(first.lo).year, civil(last.lo).year + 1)
        return self.made_list(year * ONE for year in years if first.lo <= day_of(year, 1, 1) and day_of(year, 12, 31) <= last.lo)

    def do_numbers(self, expression, bound):
        first, last = self.values(expression, bound)
        return self.counted(first.lo, last.lo) if first.exact and last.exact else ABSENT

    def do_dates(self, expression, bound):
        start, step, end = self.values(expression, bound)
        if not (start.exact and step.exact and end.exact) or step.lo[1] <= 0 or step.lo[0] == "working":
            return ABSENT
        if step.lo[0] == "exact" and step.lo[1] % 86400:
            return ABSENT
        days = []
        while len(days) <= GREATEST_MADE_LIST:
            day = add_duration(start.lo, (step.lo[0], step.lo[1] * len(days)), 1, self.month_end)
            if day is None or day > end.lo:
                break
            days.append(day)
        return self.made_list(days)

    # binders

    def rows(self, expression, bound):
        """The list, and for each element: whether it is in (presence and condition), and the variables inside."""
        list_ = self.evaluate(expression["operands"][0], bound)
        self.stands_for[expression["variable"]] = expression["operands"][0]
        rows = []
        for element in list_.elements:
            inside = {**bound, expression["variable"]: element.value}
            is_in = YES if element.sure else UNKNOWN
            if expression["has_condition"]:
                is_in = conjunction([is_in, self.evaluate(expression["operands"][1], inside)])
            rows.append((is_in, inside))
        return list_, rows

    def body(self, expression) -> dict:
        return expression["operands"][2 if expression["has_condition"] else 1]

    def do_some(self, expression, bound):
        list_, rows = self.rows(expression, bound)
        holds = [conjunction([is_in, self.evaluate(self.body(expression), inside)]) if expression["has_body"] else is_in
                 for is_in, inside in rows]  # fmt: skip
        if list_.more_lo >= 1 and not expression["has_condition"] and not expression["has_body"]:
            holds.append(YES)
        if list_.more_hi > 0:
            holds.append(UNKNOWN)
        return disjunction(holds)

    def do_every(self, expression, bound):
        list_, rows = self.rows(expression, bound)
        holds = []
        for is_in, inside in rows:
            try:
                holds.append(disjunction([negation(is_in), self.evaluate(self.body(expression), inside)]))
            except NotOwed:
                continue
        return conjunction(holds + ([UNKNOWN] if list_.more_hi > 0 else []))

    def do_count(self, expression, bound):
        list_, rows = self.rows(expression, bound)
        sure = sum(is_in.lo is True for is_in, _ in rows)
        doubtful = sum(is_in.missing for is_in, _ in rows)
        lo = sure + (0 if expression["has_condition"] else list_.more_lo)
        hi = sure + doubtful + list_.more_hi
        return between(lo * ONE, hi if is_infinite(hi) else hi * ONE)

    def made(self, expression, bound) -> List:
        """list(x in L where C : B), the elements that every aggregate of values goes over."""
        list_, rows = self.rows(expression, bound)
        kept = [(is_in, inside) for is_in, inside in rows if is_in.lo is not False]
        more_lo = 0 if expression["has_condition"] else list_.more_lo
        more_hi = list_.more_hi
        body = self.body(expression)
        elements = []
        if not body["type"]["list"]:
            for is_in, inside in kept:
                elements.append(Element(self.evaluate(body, inside), is_in.lo is True))
            return List(tuple(elements), more_lo, more_hi, list_.absent, list_.none, list_.withheld and not expression["has_condition"])
        more_lo, more_hi = 0, INFINITE if more_hi > 0 else 0
        for is_in, inside in kept:
            inner = self.evaluate(body, inside)
            more_lo += inner.more_lo if is_in.lo is True else 0
            more_hi += inner.more_hi
            elements += [Element(one.value, one.sure and is_in.lo is True) for one in inner.elements]
        return List(tuple(elements), more_lo, more_hi, list_.absent, list_.none)

    def do_list(self, expression, bound):
        return self.made(expression, bound)

    def do_sum(self, expression, bound):
        made = self.made(expression, bound)
        zero = ("exact", 0) if expression["type"]["kind"] == "duration" else 0
        if not made.elements and made.closed:
            return exact(zero)
        known = [element.value for element in made.elements if element.sure and not element.value.missing]
        unbounded = made.more_hi > 0 or any(element.value.missing for element in made.elements)
        doubt = unbounded or any(not element.sure or not element.value.exact for element in made.elements)
        if doubt and (not known or self.can_be_negative(self.body(expression))):
            return MISSING
        lo = self.total(value.lo for value in known)
        hi = INFINITE if unbounded else self.total(element.value.hi for element in made.elements)
        return ends(lo, hi)

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
            value = self.ruleset["parameters"][expression["index"]]["value"]
            return value is not None and self.can_be_negative(value, seen)
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
        made = self.made(expression, bound)
        if not made.elements and made.closed:
            return NONE
        known = [element for element in made.elements if not element.value.missing]
        sure = [element for element in known if element.sure]
        if not sure:
            return MISSING
        unbounded = made.more_hi > 0 or len(known) < len(made.elements)
        if sign > 0:
            lo = self.outermost([element.value.lo for element in sure], 1)
            hi = INFINITE if unbounded else self.outermost([element.value.hi for element in known], 1)
        else:
            lo = -INFINITE if unbounded else self.outermost([element.value.lo for element in known], -1)
            hi = self.outermost([element.value.hi for element in sure], -1)
        return ends(lo, hi)

    def do_average(self, expression, bound):
        made = self.made(expression, bound)
        if not made.elements and made.closed:
            return NONE
        if not made.closed or not all(element.sure and element.value.exact for element in made.elements):
            return MISSING
        total = self.total(element.value.lo for element in made.elements)
        if total is None:
            return MISSING
        if isinstance(total, tuple):
            return exact((total[0], half_even(total[1], len(made.elements))))
        return exact(half_even(total, len(made.elements)))

    def do_share(self, expression, bound):
        list_ = self.evaluate(expression["operands"][0], bound)
        rows = []
        for element in list_.elements:
            inside = {**bound, expression["variable"]: element.value}
            counted, holds = YES if element.sure else UNKNOWN, YES
            if expression["has_condition"]:
                condition = self.evaluate(expression["operands"][1], inside)
                if expression["has_body"]:
                    counted = conjunction([counted, condition])
                else:
                    holds = condition
            if expression["has_body"]:
                holds = self.evaluate(self.body(expression), inside)
            if counted.lo is not False:
                rows.append((counted.lo, holds.lo))
        more = list_.more_hi
        if more == INFINITE:
            return MISSING
        if not rows and not more:
            return NONE
        sure = sum(counted is True for counted, _ in rows)
        if not sure:
            return MISSING
        both = sum(counted is True and holds is True for counted, holds in rows)
        possible = sum(holds is not False for _, holds in rows)
        lo = half_even(100 * ONE * both, sure + more + sum(counted is None and holds is not True for counted, holds in rows))
        possible += more
        hi = half_even(100 * ONE * possible, possible + sum(counted is True and holds is False for counted, holds in rows))
        return between(lo, hi)

    def do_distinct(self, expression, bound):
        made = self.made(expression, bound)
        there = [element for element in made.elements if element.sure]
        kept: list[Element] = []

        def stands_already(value: Value) -> bool:
            return any(one.value.exact and equal(one.value, value).lo is True for one in kept)

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
        sure = list(kept)
        for element in made.elements:
            if element not in sure and not (element.value.exact and stands_already(element.value)):
                kept.append(Element(element.value, False))
        return List(tuple(kept), 0, made.more_hi, made.absent, made.none)

    # --- requirements

    def leaves(self, index: int) -> list[Leaf]:
        if index not in self.leaves_of:
            requirement = self.ruleset["requirements"][index]
            self.asking.append((requirement["id"], None))
            self.leaves_of[index] = self.level(requirement, 0, (), {})
            self.asking.pop()
        return self.leaves_of[index]

    def level(self, requirement: dict, depth: int, subjects: tuple, bound: dict) -> list[Leaf]:
        """The leaves for what the first `depth` subjects are bound to."""
        self.asking[-1] = (requirement["id"], self.subject_text(requirement, subjects))
        applies = conjunction(self.evaluate(one["condition"], bound) for one in requirement["conditions"] if one["depth"] == depth)
        if applies.lo is False:
            return [Leaf(subjects, "when_no", [Cell(None, "not_owed", "when_no")])]
        if applies.missing:
            return [Leaf(subjects, "when_unknown", [Cell(None, "unknown")])]
        if depth == len(requirement["subjects"]):
            return [Leaf(subjects, "", [cell for clause in requirement["clauses"] for cell in self.cells(clause, bound)])]
        subject = requirement["subjects"][depth]
        list_ = self.evaluate(subject["list"], bound)
        leaves, none_at_all = [], True
        for element in list_.elements:
            inside = {**bound, subject["variable"]: element.value}
            is_in = YES if element.sure else UNKNOWN
            if subject["condition"] is not None:
                is_in = conjunction([is_in, self.evaluate(subject["condition"], inside)])
            if is_in.lo is False:
                continue
            none_at_all = False
            if is_in.missing:
                leaves.append(Leaf((*subjects, element), "where_unknown", [Cell(None, "unknown")]))
            else:
                leaves += self.level(requirement, depth + 1, (*subjects, element), inside)
        if list_.more_hi > 0:
            leaves.append(Leaf(subjects, "more_subjects", [Cell(None, "unknown")], depth))
        elif none_at_all:
            leaves.append(Leaf(subjects, "no_subjects", [Cell(None, "not_owed", "no_subjects")]))
        return leaves

    def cells(self, clause: dict, bound: dict) -> list[Cell]:
        return self.owed(clause["condition"], clause["part"] or None, bound)

    def owed(self, expression: dict, part: str | None, bound: dict) -> list[Cell]:
        if expression["operation"] != "owed_if":
            return self.plain_cells(expression, part, bound)
        condition = self.evaluate(expression["operands"][0], bound)
        cells = self.owed(expression["operands"][1], part, bound)
        for cell in cells:
            if condition.lo is False:
                cell.truth, cell.why, cell.owed_for_certain = "not_owed", "not_owed", False
            elif condition.missing:
                cell.owed_for_certain = False
                if cell.truth == "fails":
                    cell.truth = "unknown"
        return cells

    def plain_cells(self, expression: dict, part: str | None, bound: dict) -> list[Cell]:
        if expression["operation"] == "covers":
            return self.covers_cells(expression, part, bound)
        certain = self.due_for_certain(expression, bound) if expression["operation"] == "due_within" else True
        try:
            return [Cell(part, TRUTH_WORDS[self.evaluate(expression, bound).lo], owed_for_certain=certain)]
        except NotOwed:
            return [Cell(part, "not_owed", "not_yet_due", False)]

    def covers_cells(self, expression: dict, part: str | None, bound: dict) -> list[Cell]:
        list_, wanted = self.values(expression, bound)
        type_ = dict(expression["operands"][1]["type"], list=False)
        cells = []
        for element in wanted.elements:
            name = self.part_text(type_, element)
            cells.append(Cell(f"{part}/{name}" if part else name, TRUTH_WORDS[self.covers_one(list_, element).lo]))
        if wanted.more_hi > 0:
            cells.append(Cell(part, "unknown"))
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
        """The places of the subjects; an item stands for those it lies in, and is named once."""
        places = [element.value.lo.place if isinstance(element.value.lo, Item) else "" for element in subjects]
        texts = []
        for position, element in enumerate(subjects):
            here = places[position]
            if here and (here in places[:position] or any(other.startswith(f"{here}/") for other in places)):
                continue
            type_ = dict(requirement["subjects"][position]["list"]["type"], list=False)
            texts.append(self.element_text(type_, element))
        return " + ".join(texts) if texts else None

    # --- results

    def finding(self, requirement: dict, leaf: Leaf) -> Finding:
        truths = [cell.truth for cell in leaf.cells]
        verdict = verdict_of(truths)
        if verdict in ("not_met", "partly_met"):
            reason = "contradicted"
        elif verdict == "unknown":
            reason = "when_unknown" if leaf.reason == "when_unknown" else "silent"
        elif verdict == "met":
            reason = "holds"
        elif leaf.reason:
            reason = leaf.reason
        else:
            reason = "not_yet_due" if any(cell.why == "not_yet_due" for cell in leaf.cells) else "not_owed"
        cells = [(cell.part, cell.truth) for cell in leaf.cells]
        return Finding(self.subject_text(requirement, leaf.subjects), verdict, reason,
                       truths.count("holds"), truths.count("fails"), truths.count("unknown"), cells)  # fmt: skip

    def results(self) -> list[Result]:
        results = []
        for index, requirement in enumerate(self.ruleset["requirements"]):
            leaves = self.leaves(index)
            verdict = verdict_of(cell.truth for leaf in leaves for cell in leaf.cells)
            is_gap = requirement["modality"] != "may" and verdict in ("not_met", "partly_met")
            results.append(Result(requirement["id"], verdict, is_gap, [self.finding(requirement, leaf) for leaf in leaves]))
        return results


def assess(ruleset: dict, plan: Plan, as_of: str, parameters: dict[str, str] | None = None) -> list[Result]:
    return Evaluator(ruleset, plan, as_of, parameters).results()
