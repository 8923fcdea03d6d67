"""What calls of the engine may take: time, memory, combinations of list elements, findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from brecha import _core, arguments
from brecha.errors import BrechaError, UnknownNameError
from brecha.sentences import Sentence

NAMES = ("seconds", "memory", "rows", "findings", "plan_size", "plan_nesting", "rules_size", "rules_nesting")
_BYTES = ("memory", "plan_size", "rules_size")

_UNITS = {"": 1, "b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9, "tb": 10**12, "kib": 2**10, "mib": 2**20, "gib": 2**30, "tib": 2**40}
_MOST = 2**63 - 1


@contextmanager
def limits(
    *,
    seconds: float | None = None,
    memory: int | str | None = None,
    rows: int | None = None,
    findings: int | None = None,
    plan_size: int | str | None = None,
    plan_nesting: int | None = None,
    rules_size: int | str | None = None,
    rules_nesting: int | None = None,
) -> Iterator[None]:
    """In a `with` block: how much all that is asked of the engine may take.

        with brecha.limits(seconds=5, memory="2 GiB"):
            report = rules.assess(plan)
            report.gaps

    seconds: of the block as a whole (without one, as long as it takes). memory: of each call, in bytes or as "2 GiB" (1 GiB).
    rows: combinations of list elements that one rule looks at (50,000,000). findings: of one plan (1,000,000). plan_size: of a
    plan's text, as memory is written (256 MiB; below 4 GiB). rules_size: of a file of rules (16 MiB; 1 GiB at most). plan_nesting:
    lists and objects of a plan in each other (64, no more). rules_nesting: brackets and operators in each other (100, no more). A
    block inside another keeps what it does not set. Where one is reached, the call raises AssessmentError, whose diagnostic (B951 to B956) names
    the limit and the rule. Of the thread that it is in; raises BrechaError for a number that is not above 0,
    and for a size or a nesting above the greatest that the engine takes.
    """
    chosen: dict[str, Any] = {
        "seconds": None if seconds is None else _seconds(seconds),
    }
    sizes = {"memory": memory, "plan_size": plan_size, "rules_size": rules_size}
    counts = {"rows": rows, "findings": findings, "plan_nesting": plan_nesting, "rules_nesting": rules_nesting}
    chosen |= {name: None if size is None else _bytes(size, name) for name, size in sizes.items()}
    chosen |= {name: None if count is None else _count(count, name) for name, count in counts.items()}
    before = _core.limits_in_force.set(_core.limits(**chosen))
    try:
        yield
    finally:
        _core.limits_in_force.reset(before)


def limits_typed(pairs: Sequence[str]) -> dict[str, Any]:
    """Those of a command line: ["seconds=5", "memory=2GiB"]. Raises UnknownNameError for another name, BrechaError for another value."""
    chosen: dict[str, Any] = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        if name not in NAMES:
            from brecha.near_names import did_you_mean

            raise UnknownNameError(Sentence("no_limit", name=name, near=did_you_mean(name, NAMES), names=NAMES))
        if name in _BYTES:
            chosen[name] = _bytes(value, name)
        else:
            try:
                chosen[name] = float(value) if name == "seconds" else int(value.replace(",", "").replace("_", ""))
            except ValueError:
                raise _wrong(name, value) from None
    return chosen


def _wrong(name: str, value: object) -> BrechaError:
    return BrechaError(Sentence("no_limit_value", name=name, value=str(value)))


def _count(value: Any, name: str) -> int:
    count = arguments.whole_number(value, name)
    if count <= 0:
        raise _wrong(name, value)
    greatest = _core.greatest_limits.get(name)
    if greatest is not None and count > greatest:
        raise BrechaError(Sentence("limit_too_great", name=name, most=f"{greatest:,}", value=f"{count:,}"))
    return min(count, _MOST)


def _seconds(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise arguments.wrong_type("seconds", "a number of seconds", value)
    if not value > 0:
        raise _wrong("seconds", value)
    return float(value)


def _bytes(value: Any, name: str) -> int:
    if not isinstance(value, str):
        return _count(value, name)
    written = re.fullmatch(r"\s*([0-9]+(?:\.[0-9]+)?)\s*([A-Za-z]*)\s*", arguments.text(value, name))
    if not written or written[2].lower() not in _UNITS:
        raise _wrong(name, value)
    return _count(int(float(written[1]) * _UNITS[written[2].lower()]), name)
