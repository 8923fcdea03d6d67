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
from brecha.errors import AssessmentError
from brecha.plan_spellings.python_values import duration_text, moment_text, numpy_time_text
from brecha.sentences import Sentence


def spelled_parameters(parameters: Mapping[str, Any] | None) -> list[tuple[str, str]]:
    """Pairs of name and value, exact. Names the parameter in a TypeError for a type that no rule has, and in an AssessmentError for a
    value of the right type that no rule can write: infinity, parts of a second in a duration.
    """
    pairs = arguments.mapping(parameters, "parameters", "{'minimum_representatives': 3}").items()
    return [(arguments.text(name, "a parameter's name"), spelled(value, name)) for name, value in pairs]


def spelled(value: Any, name: str, in_list: bool = False) -> str:
    if isinstance(value, str):
        text = arguments.text(value, _shown(name))
        return _quoted(text) if in_list else text
    if isinstance(value, Enum):
        return spelled(value.value, name, in_list)
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool"):  # numpy has its own
        return "yes" if value else "no"
    if isinstance(value, int):
        return _digits(Decimal(int(value)), name)
    if isinstance(value, float):
        return _digits(Decimal(float.__repr__(value)), name)
    if isinstance(value, Decimal):
        return _digits(value, name)
    if isinstance(value, datetime.datetime):
        return _written(moment_text(value), "no_such_moment", name, value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return _written(duration_text(value), "no_such_duration", name, value)
    if getattr(value, "ndim", None) == 0 and callable(getattr(value, "item", None)):  # a numpy scalar
        kind = getattr(getattr(value, "dtype", None), "kind", "")
        if kind in ("M", "m"):
            return _written(numpy_time_text(value), "no_such_moment" if kind == "M" else "no_such_duration", name, value)
        plain = value.item()
        if type(plain) is not type(value):
            return spelled(plain, name, in_list)
    if isinstance(value, Iterable) and not isinstance(value, (Mapping, bytes, bytearray, memoryview)) and not in_list:
        items = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
        return "{" + ", ".join(spelled(item, f"{name}[{place}]", in_list=True) for place, item in enumerate(items)) + "}"
    raise arguments.wrong_type(_shown(name), "a value that a rule can write", value)


_MOST_DIGITS = 40  # more than the engine's numbers have


def _shown(name: str) -> str:
    return f"parameter {arguments.shortened(name)}"


def _digits(value: Decimal, name: str) -> str:
    is_short = value.is_finite() and abs(value.adjusted()) <= _MOST_DIGITS
    return _written(format(value, "f") if is_short else None, "no_such_number", name, value)


def _written(text: str | None, otherwise: str, name: str, value: Any) -> str:
    """What a rule writes for it. NaT is no value at all."""
    if text:
        return text
    raise AssessmentError(Sentence(otherwise, parameter=name, value=str(value)))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
