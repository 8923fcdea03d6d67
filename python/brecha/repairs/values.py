"""The values worth trying at a place: those where a rule's answer can begin to differ, and no others.

in:  a field, what stands there, the constants of the rule, what stands at the other places that a finding rests on
out: values as plans write them, the likeliest first

Of choices that the rule does not name, one stands for all.
"""

from __future__ import annotations

import calendar
import datetime
import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.plan_edits import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brecha._core import FieldInfo
    from brecha.assessment import Assessment

BLANK = "…"
"""What stands where only a person can say what."""

ORDERED = ("integer", "number", "percent", "date", "moment", "duration")
"""Types whose values have bounds."""

_DURATION = re.compile(r"(\d+(?:\.\d+)?) (minute|hour|day|working day|week|month|year)s?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_SECONDS = {"minute": 60, "hour": 3600, "day": 86_400, "working day": 86_400, "week": 604_800, "month": 2_629_800, "year": 31_557_600}
_MOST = 60  # values of one place


class Constants(NamedTuple):
    """What a rule compares with."""

    words: frozenset[str]
    texts: tuple[str, ...]
    numbers: tuple[Decimal, ...]
    dates: tuple[datetime.date, ...]
    durations: tuple[tuple[int, str], ...]
    """Amount and unit, "6", "month"."""


def constants_of(report: Assessment, requirement: str) -> Constants:
    """The constants of a requirement and of what it calls; of parameters the values that the assessment has."""
    words: set[str] = set()
    texts: list[str] = []
    numbers: list[Decimal] = []
    dates: list[datetime.date] = []
    durations: list[tuple[int, str]] = []
    parameters = report.parameters
    for kind, text, _ in report.ruleset._core.constants(requirement):
        if kind == "parameter":
            text = parameters.get(text, "")
            words.update(re.findall(r"[^\W\d]\w*", text))
            texts += re.findall(r'"((?:[^"]|"")*)"', text)
        elif kind in ("enumeration", "country"):
            words.add(text)
        elif kind == "text":
            texts.append(text)
        dates += [datetime.date.fromisoformat(one) for one in _DATE.findall(text)] if kind != "text" else []
        durations += [(int(Decimal(amount)), unit) for amount, unit in _DURATION.findall(text)] if kind in ("duration", "parameter") else []
        if kind in ("integer", "number", "percent", "parameter"):
            numbers += [one for one in map(number_of, re.findall(r"-?[\d.]+%?", _DATE.sub("", text))) if one is not None]
    return Constants(frozenset(words), *(tuple(dict.fromkeys(found)) for found in (texts, numbers, dates, durations)))  # type: ignore[arg-type]


def values_for(field: FieldInfo, before: Any, constants: Constants, beside: Sequence[Any], as_of: datetime.date) -> list[Any]:
    """Values to try, without what stands there already. beside: what stands at the other places that the finding rests on."""
    if field.type == "yes_no":
        values: Iterable[Any] = (True, False)
    elif field.choices:
        values = words_for(field, constants, beside)
    elif field.type in ("integer", "number", "percent"):
        values = _numbers(field, before, constants, beside)
    elif field.type in ("date", "moment"):
        values = (one if field.type == "date" else f"{one}T12:00" for one in _dates(constants, [before, *beside], as_of))
    elif field.type == "duration":
        values = _durations(constants, [before, *beside])
    elif field.type == "country":
        values = ()
    else:
        values = (*constants.texts, *(one for one in beside if isinstance(one, str)), BLANK)
    found: dict[str, Any] = {repr(value): value for value in values}
    found.pop(repr(before), None)
    return list(found.values())[:_MOST]


def words_for(field: FieldInfo, constants: Constants, beside: Sequence[Any]) -> list[str]:
    """The choices that a rule names or another place has, and one for all others."""
    words = [word for word, _ in field.choices]
    stated = {one for one in beside if isinstance(one, str)}
    named = [word for word in words if word in constants.words] + [word for word in words if word in stated - constants.words]
    other = next((word for word in words if word not in named), None)
    return [*named, *([other] if other is not None else [])]


def order_of(value: Any) -> Any:
    """What numbers, percents, dates, moments and durations are compared by; None for others."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float, Decimal)):
        return Decimal(str(value))
    if isinstance(value, str):
        if _DATE.match(value):
            return value
        duration = _DURATION.fullmatch(value)
        if duration:
            return Decimal(duration[1]) * _SECONDS[duration[2]]
        if value.endswith("%"):
            return number_of(value)
    return None


def number_of(value: Any) -> Decimal | None:
    try:
        return None if isinstance(value, bool) or value is None else Decimal(str(value).rstrip("%").strip())
    except ArithmeticError:
        return None


def date_in(value: Any) -> datetime.date | None:
    """The day of a date or moment as plans write it; a year or month alone has none."""
    try:
        return datetime.date.fromisoformat(value[:10]) if isinstance(value, str) and _DATE.match(value) else None
    except ValueError:
        return None


def _numbers(field: FieldInfo, before: Any, constants: Constants, beside: Sequence[Any]) -> list[Any]:
    stated = list(dict.fromkeys(one for one in map(number_of, [before, *beside]) if one is not None))[:8]
    fixed = constants.numbers
    edges = {Decimal(0), *fixed, *stated}
    edges |= {one + other for one in fixed for other in stated} | {one - other for one in fixed for other in stated}
    edges |= {one + other for one in stated for other in stated} | {one - other for one in stated for other in stated}
    edges |= {one * len(beside) for one in fixed}
    if field.type == "percent":
        edges.add(Decimal(100))
    step = Decimal(1) if field.type == "integer" else Decimal("0.01")
    found = {value for edge in edges for value in (edge - step, edge, edge + step) if value >= 0}
    if field.type == "integer":
        found = {value for value in found if value == value.to_integral_value()}
    if field.type == "percent":
        found = {value for value in found if value <= 100}
    near = number_of(before) or Decimal(0)
    nearest = sorted(found, key=lambda value: (abs(value - near), value))
    return [f"{value.normalize():f}%" if field.type == "percent" else plain(value) for value in nearest]


def _dates(constants: Constants, beside: Sequence[Any], as_of: datetime.date) -> list[str]:
    """The nearest to the day of the assessment first."""
    return list(_days(constants, tuple(dict.fromkeys(one for one in map(date_in, beside) if one is not None)), as_of))


@lru_cache(maxsize=1024)
def _days(constants: Constants, stated: tuple[datetime.date, ...], as_of: datetime.date) -> tuple[str, ...]:
    # An interval with its two ends, and the days just outside; the ends of a year.
    spans = [(0, "day"), *constants.durations]
    found: set[datetime.date] = set()
    known = dict.fromkeys((as_of, *constants.dates, *stated))
    found |= {datetime.date(year, month, day) for year in {as_of.year, as_of.year - 1} for month, day in ((1, 1), (12, 31))}
    for date in known:
        for amount, unit in spans:
            for sign in (1, -1):
                moved = _moved(date, sign * amount, unit)
                found |= {one for by in (-1, 0, 1) if moved and (one := _moved(moved, by, "day"))}
    return tuple(one.isoformat() for one in sorted(found, key=lambda one: (abs((one - as_of).days), one > as_of)))


def _moved(date: datetime.date, amount: int, unit: str) -> datetime.date | None:
    try:
        if unit in ("month", "year"):
            months = date.year * 12 + date.month - 1 + amount * (12 if unit == "year" else 1)
            year, month = divmod(months, 12)
            return datetime.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))
        return date + datetime.timedelta(days=amount * {"week": 7, "working day": 1, "day": 1}.get(unit, 0))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def _durations(constants: Constants, beside: Sequence[Any]) -> list[str]:
    stated = [(int(Decimal(found[1])), found[2]) for one in beside if isinstance(one, str) and (found := _DURATION.fullmatch(one))]
    edges = [(amount + by, unit) for amount, unit in dict.fromkeys((*constants.durations, *stated)) for by in (0, 1, -1)]
    return [f"{amount} {unit}{'' if amount == 1 else 's'}" for amount, unit in edges or [(1, "day")] if amount > 0]
