"""Parameters set from outside, written as a rule would write them: 3 -> "3", True -> "yes", ["a", "b"] -> "{a, b}"."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any


def spelled_parameters(parameters: Mapping[str, Any] | None) -> list[tuple[str, str]]:
    """Pairs of name and value. Raises TypeError for a value that no rule can write."""
    return [(str(name), spelled(value, str(name))) for name, value in (parameters or {}).items()]


def spelled(value: Any, name: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, (float, Decimal)):
        exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
        if not exact.is_finite():
            raise TypeError(f"parameter {name}: {value} is not a number that a rule can write")
        return format(exact, "f")
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        seconds = value.days * 86400 + value.seconds
        for length, unit in ((86400, "days"), (3600, "hours"), (60, "minutes")):
            if seconds % length == 0:
                return f"{seconds // length} {unit}"
        return f"{seconds} seconds"
    if isinstance(value, Iterable) and not isinstance(value, Mapping):
        items = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
        return "{" + ", ".join(spelled(item, name) for item in items) + "}"
    raise TypeError(f"parameter {name}: a rule cannot write a {type(value).__name__}")
