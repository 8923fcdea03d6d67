"""Parameters set from outside, written as a rule would write them: 3 -> "3", True -> "yes", ["a", "b"] -> "{"a", "b"}".

A text by itself is taken as it is: "30%", "6 months", "{risk, access}". In a list it stands in quotes, and means a text, or the
value that its list is of.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

from brecha import arguments


def spelled_parameters(parameters: Mapping[str, Any] | None) -> list[tuple[str, str]]:
    """Pairs of name and value. Raises TypeError, naming the parameter, for a value that no rule can write."""
    pairs = arguments.mapping(parameters, "parameters", "{'minimum_representatives': 3}").items()
    return [(arguments.text(name, "a parameter's name"), spelled(value, f"parameter {arguments.shortened(name)}")) for name, value in pairs]


def spelled(value: Any, argument: str, in_list: bool = False) -> str:
    if isinstance(value, str):
        text = str.__str__(value)
        return _quoted(text) if in_list else text
    if isinstance(value, Enum):
        return spelled(value.value, argument, in_list)
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool"):  # numpy has its own
        return "yes" if value else "no"
    if isinstance(value, int):
        return _digits(int(value), argument)
    if isinstance(value, (float, Decimal)):
        exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
        if not exact.is_finite() or abs(exact.adjusted()) > _MOST_DIGITS:
            raise arguments.wrong_type(argument, "a number that a rule can write", value)
        return format(exact, "f")
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return _duration(value, argument)
    if callable(getattr(value, "item", None)) and getattr(value, "ndim", None) == 0:  # a numpy scalar
        plain = value.item()
        if type(plain) is not type(value):
            return spelled(plain, argument, in_list)
    if isinstance(value, Iterable) and not isinstance(value, (Mapping, bytes, bytearray)) and not in_list:
        items = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
        return "{" + ", ".join(spelled(item, f"{argument}[{place}]", in_list=True) for place, item in enumerate(items)) + "}"
    raise arguments.wrong_type(argument, "a value that a rule can write", value)


_MOST_DIGITS = 40  # more than the engine's numbers have


def _digits(value: int, argument: str) -> str:
    if value.bit_length() > 4 * _MOST_DIGITS:
        raise arguments.wrong_type(argument, "a number that a rule can write", "more digits than the engine has")
    return str(value)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _duration(value: datetime.timedelta, argument: str) -> str:
    seconds = value.days * 86400 + value.seconds
    if value.microseconds or seconds < 0:
        raise arguments.wrong_type(argument, "a duration of whole seconds, not below zero", value)
    for length, unit in ((86400, "days"), (3600, "hours"), (60, "minutes")):
        if seconds % length == 0:
            return f"{seconds // length} {unit}"
    return f"{seconds} seconds"
