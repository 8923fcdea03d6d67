"""A plan given as a dict becomes JSON text, its keys in the order given.

Dates, moments, durations and exact decimals of Python are written as a plan writes them; NaN and NaT, which data frames
put where nothing is, become null.
"""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from brecha.errors import PlanError

if TYPE_CHECKING:
    from typing import Any

_DEEPEST = 200


def json_of_dict(plan: Mapping[str, Any]) -> str:
    """Raises PlanError, with the place, for what a plan cannot hold."""
    return _text_of(plan, "", 0)


def _text_of(value: Any, place: str, depth: int) -> str:
    if depth > _DEEPEST:
        raise PlanError(f"the plan is nested deeper than {_DEEPEST} levels at {place}")
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(str(value), ensure_ascii=False)
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return _float_text(float(value), place)
    if isinstance(value, Decimal):
        if not value.is_finite():
            return "null"
        return format(value, "f")
    if isinstance(value, datetime.datetime):
        return json.dumps(_moment_text(value)) if value == value else "null"  # NaT is not equal to itself
    if isinstance(value, datetime.date):
        return json.dumps(value.isoformat())
    if isinstance(value, datetime.timedelta):
        return json.dumps(_duration_text(value, place)) if value == value else "null"
    if isinstance(value, Mapping):
        members = []
        for key, item in value.items():
            if not isinstance(key, str):
                raise PlanError(f"{place or 'the plan'}: a field is named by a text, not by {key!r}")
            members.append(json.dumps(key, ensure_ascii=False) + ": " + _text_of(item, f"{place}/{key}", depth + 1))
        return "{" + ", ".join(members) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_text_of(item, f"{place}/{index}", depth + 1) for index, item in enumerate(value)) + "]"
    if isinstance(value, (set, frozenset)):
        return _text_of(sorted(value, key=str), place, depth)
    item = getattr(value, "item", None)  # a numpy scalar
    if callable(item) and getattr(value, "ndim", None) == 0:
        return _text_of(item(), place, depth + 1)
    listed = getattr(value, "tolist", None)  # a numpy array, a pandas or polars series
    if callable(listed):
        return _text_of(listed(), place, depth + 1)
    if type(value).__name__ in ("NAType", "NaTType"):
        return "null"
    raise PlanError(f"{place or 'the plan'}: a plan cannot hold a {type(value).__name__}")


def _float_text(value: float, place: str) -> str:
    if math.isnan(value):
        return "null"
    if math.isinf(value):
        raise PlanError(f"{place}: a plan cannot hold an infinite number")
    return format(Decimal(repr(value)), "f")


def _moment_text(value: datetime.datetime) -> str:
    if value.tzinfo is None and value.time() == datetime.time():
        return value.date().isoformat()  # what data frames make of a date
    return value.isoformat(timespec="seconds" if value.second else "minutes")


def _duration_text(value: datetime.timedelta, place: str) -> str:
    seconds = value.days * 86400 + value.seconds
    if value.microseconds or seconds < 0:
        raise PlanError(f"{place}: a duration is a whole number of seconds, not below zero")
    for length, unit in ((86400, "days"), (3600, "hours"), (60, "minutes")):
        if seconds and seconds % length == 0:
            return f"{seconds // length} {unit}"
    return f"{seconds} seconds" if seconds else "0 days"
