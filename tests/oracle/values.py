"""Single values and lists as rules see them: exact, known within bounds, or missing.

Numbers and percents are whole numbers of billionths. Dates are days since 1970-01-01. Moments are (local seconds since then, offset in
minutes or None). Durations are (kind, amount). Enumeration values are their index, texts are str, truths True or False, items Item.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass, field, replace
from typing import Any

ONE = 10**9
LIMIT = 2**127 - 1  # no number reaches it
INFINITE = float("inf")  # stands for "no bound" at either end


def duration_limit(kind: str) -> int:
    """No duration reaches it: in working days, else in seconds or months."""
    return 2**50 if kind == "working" else 2**60


@dataclass(frozen=True, eq=False)
class Value:
    """Exact where lo == hi; a range where they differ; missing where lo is None. `flag` says what is known of a missing one."""

    lo: Any = None
    hi: Any = None
    # "none": there is none, and that is known; "no_items": nothing of which it could be the least, greatest or mean;
    # "withheld": there is one; "unusable": what stands there cannot be used
    flag: str = ""
    places: frozenset = frozenset()  # of one that is open: where the plan would have to speak
    row: str | None = None  # of an item asked for by its key that is not there: the place it would have
    tried: bool = (
        False  # one of those that a further element of a list is tried with; it says something of its like only where it is compared
    )
    within: tuple | None = None  # of one that is tried, where it is there for certain: between what it and its like lie
    but: tuple = ()  # of one that is not stated: conditions that it does not meet, by what the plan says of its list

    @property
    def missing(self) -> bool:
        return self.lo is None

    @property
    def exact(self) -> bool:
        return self.lo is not None and (self.lo is self.hi or same(self.lo, self.hi))

    @property
    def none(self) -> bool:
        """There is no such value, and that is known."""
        return self.missing and self.flag == "none"

    @property
    def open(self) -> bool:
        return not self.exact and not self.none

    def at(self, places: frozenset) -> Value:
        return Value(self.lo, self.hi, self.flag, places, self.row)

    def __repr__(self) -> str:
        if self.missing:
            return f"missing({self.flag})" if self.flag else "missing"
        return repr(self.lo) if self.exact else f"[{self.lo!r}, {self.hi!r}]"


def exact(value: Any) -> Value:
    return Value(value, value)


def between(lo: Any, hi: Any) -> Value:
    return Value(lo, hi)


MISSING = Value()
NONE = Value(flag="none")
WITHHELD = Value(flag="withheld")
UNUSABLE = Value(flag="unusable")

YES, NO, UNKNOWN = exact(True), exact(False), MISSING


# Stands for the places of a result that is open though nothing it was made from is: it cannot be computed or told apart.
ALL_KNOWN = frozenset({"~"})
NO_ITEMS = Value(flag="no_items", places=ALL_KNOWN)


def places_behind(*parts) -> frozenset:
    """Of what is open because some of its parts are: values, lists, or (several) places themselves."""
    found: frozenset = frozenset()
    for part in parts:
        found |= part if isinstance(part, frozenset) else part.places if part.open else frozenset()
    return found or ALL_KNOWN


@dataclass(frozen=True, eq=False)
class Element:
    value: Value
    sure: bool = True
    places: frozenset = frozenset()  # of one that is not sure: on what it turns
    base: Any = None  # the plan's element from which it was made

    @property
    def presence(self) -> Value:
        return YES if self.sure else Value(places=self.places)


@dataclass(frozen=True, eq=False)
class List:
    """Elements given, and how many more there may be. An absent list is one that nothing is known of."""

    elements: tuple[Element, ...] = ()
    more_lo: int = 0
    more_hi: float = 0
    absent: bool = False
    none: bool = False  # absent, because there is nothing whose list it could be
    withheld: bool = False  # absent, but there is one
    places: frozenset = frozenset()  # of one that may be longer
    rest: Any = None  # what its further elements may be, where the plan says something of that
    asks: tuple = ()  # which slices of which lists of the plan it is, as far as they can be named
    whether: frozenset = frozenset()  # of its places those on which it turns which list it is
    searched: bool = False  # read whole: of an element that is not given it is known that there is none

    @property
    def closed(self) -> bool:
        return self.more_hi == 0

    @property
    def open(self) -> bool:
        return self.more_hi > 0

    def at(self, places: frozenset) -> List:
        return replace(self, places=places)


ABSENT = List((), 0, INFINITE, absent=True)
ABSENT_NONE = List((), 0, 0, absent=True, none=True)  # what is not there has no list
WITHHELD_LIST = List((), 0, INFINITE, absent=True, withheld=True)


def listed(values) -> List:
    return List(tuple(Element(value) for value in values))


@dataclass(eq=False)
class Item:
    """An object of a plan, or a row of a table."""

    entity: int
    place: str
    parent: Item | None = None
    fields: list = field(default_factory=list)  # Value or List, one for each field of the entity
    key_values: tuple | None = None  # the key's exact values, where all of them are known
    key_usable: bool = False  # known, exact, and no other in its list has it
    supposed: bool = False  # not in the plan: what a further element of a list may be

    def lies_in(self, other: Item) -> bool:
        step = self.parent
        while step is not None:
            if step is other:
                return True
            step = step.parent
        return False

    def __repr__(self) -> str:
        return f"<{self.place or 'plan'}>"


def same(left: Any, right: Any) -> bool:
    if isinstance(left, Item) or isinstance(right, Item):
        return left is right
    return type(left) is type(right) and left == right or is_number(left) and is_number(right) and left == right


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


# --- numbers


def half_even(numerator: int, denominator: int) -> int:
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    quotient, remainder = divmod(numerator, denominator)
    if 2 * remainder > denominator or (2 * remainder == denominator and quotient % 2 == 1):
        quotient += 1
    return quotient


def fits(number):
    """The number, or None where it is too large to be one."""
    if number is None or number in (INFINITE, -INFINITE):
        return number
    return number if abs(number) < LIMIT else None


NUMBER = re.compile(r"(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?\Z")


def number_from_text(text: str) -> int | None:
    """Billionths; None where it is no number, too large, or has more than nine decimals."""
    match = NUMBER.match(text)
    if not match:
        return None
    sign, whole, fraction, exponent = match.groups()
    fraction = fraction or ""
    digits = int(whole + fraction)
    shift = int(exponent or 0) - len(fraction) + 9
    if digits == 0:
        return 0
    if shift > 60:
        return None
    if shift < -1000:
        return None
    if shift >= 0:
        digits *= 10**shift
    else:
        digits, rest = divmod(digits, 10**-shift)
        if rest:
            return None
    if digits >= LIMIT:
        return None
    return -digits if sign else digits


def number_to_text(number: int) -> str:
    sign = "-" if number < 0 else ""
    whole, fraction = divmod(abs(number), ONE)
    decimals = f"{fraction:09d}".rstrip("0")
    return f"{sign}{whole}" + (f".{decimals}" if decimals else "")


# --- dates

EPOCH = datetime.date(1970, 1, 1).toordinal()
FIRST_DAY = datetime.date.min.toordinal() - EPOCH
LAST_DAY = datetime.date.max.toordinal() - EPOCH


def day_of(year: int, month: int, day: int) -> int | None:
    try:
        return datetime.date(year, month, day).toordinal() - EPOCH
    except ValueError:
        return None


def civil(day: int) -> datetime.date:
    return datetime.date.fromordinal(day + EPOCH)


def in_calendar(day: int) -> int | None:
    return day if FIRST_DAY <= day <= LAST_DAY else None


def add_months(day: int, months: int, month_end: str) -> int | None:
    date = civil(day)
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    month += 1
    if not 1 <= year <= 9999:
        return None
    last = calendar.monthrange(year, month)[1]
    if date.day <= last:
        return day_of(year, month, date.day)
    if month_end == "last_day":
        return day_of(year, month, last)
    if month_end == "next_day":
        return day_of(year, month, last) + 1
    return None


def whole_months(start: int, end: int, month_end: str) -> int:
    """The most months that can be added to start without passing end; fewer than none where end comes first."""
    first, last = civil(start), civil(end)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    while True:
        reached = add_months(start, months, month_end)
        if reached is not None and reached <= end:
            return months
        months -= 1


# --- moments

EARLIEST_OFFSET, LATEST_OFFSET = -12 * 3600, 14 * 3600


def moment_bounds(moment) -> tuple:
    """The seconds in UTC between which the moment lies."""
    local, offset = moment
    if offset is None:
        return local - LATEST_OFFSET, local - EARLIEST_OFFSET
    return local - offset * 60, local - offset * 60


def unpack_moment(packed: int):
    local, low = packed >> 12, packed & 4095
    return local, (low - 2048 if low else None)


def moment_day(moment) -> int:
    return moment[0] // 86400


# --- durations

KINDS = ("exact", "calendar", "working", "any")


def unpack_duration(packed: int):
    """Kind and amount; of working days that name a calendar its number, too."""
    kind, amount = KINDS[packed & 3], packed >> 2
    if kind != "working":
        return kind, amount
    calendar = amount % 256 - 1
    return (kind, amount // 256) if calendar < 0 else (kind, amount // 256, calendar)


def same_calendar(left, right) -> bool:
    """May they be added up and compared: of two calendars that are named both are one."""
    return len({*left[2:], *right[2:]}) <= 1


@dataclass(frozen=True)
class DateRules:
    """By what durations are added to dates."""

    month_end: str
    calendars: tuple = ()  # of each: name, weekdays without work, holidays, first day, last day
    calendar: int | None = None

    @classmethod
    def of(cls, ruleset: dict) -> "DateRules":
        def day(text):
            return datetime.date.fromisoformat(text).toordinal() - EPOCH if text else None

        calendars = tuple(
            (one["name"], set(one["weekend"]), {day(text) for text in one["holidays"]}, day(one["from"]), day(one["until"]))
            for one in ruleset.get("calendars", ())
        )
        return cls(ruleset["month_end"], calendars, ruleset.get("calendar"))

    def calendar_of(self, duration) -> tuple | None:
        if duration[0] != "working":
            return None
        named = duration[2] if len(duration) > 2 else self.calendar
        return None if named is None else self.calendars[named]


def add_working_days(day: int, count: int, calendar: tuple) -> int | None:
    """Day after day, until so many are counted; None where one of them lies outside the calendar."""
    _, weekend, holidays, first, last = calendar
    while count:
        day += 1 if count > 0 else -1
        if first is None or not first <= day <= last:
            return None
        if (day + EPOCH - 1) % 7 not in weekend and day not in holidays:
            count -= 1 if count > 0 else -1
    return day


def seconds_of_months(months: int) -> tuple[int, int]:
    """The shortest and longest that so many months can be, from the four starts that XML Schema names."""
    lengths = []
    for year, month in ((1696, 9), (1697, 2), (1903, 3), (1903, 7)):
        cycles, rest = divmod(months, 4800)  # 400 years are always as long
        later_year, later_month = divmod(year * 12 + month - 1 + rest, 12)
        days = datetime.date(later_year, later_month + 1, 1).toordinal() - datetime.date(year, month, 1).toordinal()
        lengths.append((days + cycles * 146097) * 86400)
    return min(lengths), max(lengths)


def duration_difference(left, right) -> tuple | None:
    """Least and greatest that left - right can be; None where the kinds never compare."""
    (left_kind, left_amount), (right_kind, right_amount) = left[:2], right[:2]
    if left_kind == right_kind:
        if not same_calendar(left, right):
            return None
        return left_amount - right_amount, left_amount - right_amount
    if "working" in (left_kind, right_kind):
        return None
    if left_kind == "calendar":
        least, most = seconds_of_months(left_amount)
        return least - right_amount, most - right_amount
    least, most = seconds_of_months(right_amount)
    return left_amount - most, left_amount - least


# --- order of ends of ranges: True, False, or None where it depends


def difference(left: Any, right: Any) -> tuple | None:
    """Something like left - right, as least and greatest; infinite ends and all ordered types."""
    for infinite in (INFINITE, -INFINITE):
        if isinstance(left, float) and left == infinite:
            return (0, 0) if isinstance(right, float) and right == infinite else (infinite, infinite)
        if isinstance(right, float) and right == infinite:
            return -infinite, -infinite
    if isinstance(left, str) or isinstance(right, str) or isinstance(left, Item) or isinstance(right, Item) or isinstance(left, bool):
        return (0, 0) if same(left, right) else (1, 1)
    if isinstance(left, tuple) and isinstance(left[0], str):
        return duration_difference(left, right)
    if isinstance(left, tuple):
        if (left[1] is None) == (right[1] is None):
            if left[1] is None:
                return left[0] - right[0], left[0] - right[0]
            return moment_bounds(left)[0] - moment_bounds(right)[0], moment_bounds(left)[0] - moment_bounds(right)[0]
        (left_lo, left_hi), (right_lo, right_hi) = moment_bounds(left), moment_bounds(right)
        return left_lo - right_hi, left_hi - right_lo
    return left - right, left - right


def certainly_less(left: Any, right: Any) -> bool:
    gap = difference(left, right)
    return gap is not None and gap[1] < 0


def certainly_at_most(left: Any, right: Any) -> bool:
    gap = difference(left, right)
    return gap is not None and gap[1] <= 0


def undecided(*operands: Value) -> Value:
    """A truth that is unknown, for what its operands leave open."""
    return Value(places=places_behind(*operands))


def equal(left: Value, right: Value) -> Value:
    if left.none or right.none:
        return NO
    if left.missing or right.missing:
        return undecided(left, right)
    if left.exact and right.exact:
        gap = difference(left.lo, right.lo)
        if gap is None:
            return undecided(left, right)
        if gap == (0, 0):
            return YES
        return NO if gap[0] > 0 or gap[1] < 0 else undecided(left, right)
    if certainly_less(left.hi, right.lo) or certainly_less(right.hi, left.lo):
        return NO
    return undecided(left, right)


def less(left: Value, right: Value) -> Value:
    if left.none or right.none:
        return NO
    if left.missing or right.missing:
        return undecided(left, right)
    if certainly_less(left.hi, right.lo):
        return YES
    if certainly_at_most(right.hi, left.lo):
        return NO
    return undecided(left, right)


def at_most(left: Value, right: Value) -> Value:
    if left.none or right.none:
        return NO
    if left.missing or right.missing:
        return undecided(left, right)
    if certainly_at_most(left.hi, right.lo):
        return YES
    if certainly_less(right.hi, left.lo):
        return NO
    return undecided(left, right)


# --- strong Kleene logic


def truth(value: Value) -> Value:
    """A yes or no that is not there, used bare, fails as `= yes` does."""
    return NO if value.none else value


def negation(value: Value) -> Value:
    value = truth(value)
    return value if value.missing else exact(not value.lo)


def conjunction(values) -> Value:
    missing = []
    for value in map(truth, values):
        if value.lo is False:
            return NO
        if value.lo is None:
            missing.append(value)
    return undecided(*missing) if missing else YES


def disjunction(values) -> Value:
    return negation(conjunction(negation(value) for value in values))
