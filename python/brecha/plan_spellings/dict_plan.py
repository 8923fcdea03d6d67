"""A plan given as a dict becomes a tree of values, in the order given.

Values come over exactly, or as what no plan can hold, which the engine notes at its place: nothing is rounded, cut or guessed, and one
odd value never costs the whole plan. NaN and NaT, which data frames put where nothing is, are nothing. A moment at midnight without
an offset is a date where the field is one: data frames and workbooks have no other dates.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from brecha._core import PlanTree
from brecha.plan_spellings.python_values import duration_text, is_nothing, may_be_date, moment_text

_DEEPEST = 100  # further than any plan goes: the engine says so
_NOWHERE = (0, 0)


class Placed:
    """A value of a table, with the row and column that notes on it name. is_text: it has no type, and is read as its field says."""

    __slots__ = ("column", "is_text", "row", "value")

    def __init__(self, value: Any, row: int, column: int, is_text: bool = False) -> None:
        self.value, self.row, self.column, self.is_text = value, row, column, is_text


def tree_of_dict(plan: Mapping[str, Any]) -> PlanTree:
    tree = PlanTree()
    _add(tree, plan, 0, _NOWHERE)
    return tree


def _add(tree: PlanTree, value: Any, depth: int, at: tuple[int, int], is_text: bool = False) -> None:
    if isinstance(value, Placed):
        value, at, is_text = value.value, (value.row, value.column), value.is_text
    if isinstance(value, enum.Enum) and not isinstance(value, (str, int, float)):
        value = value.value
    if value is None or is_nothing(value):
        tree.nothing(*at)
    elif isinstance(value, bool):
        tree.truth(value, *at)
    elif isinstance(value, str):
        _add_text(tree, str.__str__(value), at, is_text)
    elif isinstance(value, int):
        tree.number(format(Decimal(int(value)), "f"), *at)
    elif isinstance(value, float):
        _add_decimal(tree, Decimal(float.__repr__(value)), at)
    elif isinstance(value, Decimal):
        _add_decimal(tree, value, at)
    elif isinstance(value, datetime.datetime):
        _add_text_or_show(tree, moment_text(value), value, at)
    elif isinstance(value, datetime.date):
        tree.text(value.isoformat(), *at)
    elif isinstance(value, datetime.timedelta):
        _add_text_or_show(tree, duration_text(value), value, at)
    elif isinstance(value, Mapping):
        tree.begin_object(*at)
        if depth < _DEEPEST:
            for key, item in value.items():
                where = (item.row, item.column) if isinstance(item, Placed) else at
                tree.key(_shown(str.__str__(key)) if isinstance(key, str) else _shown(repr(key)), *where)
                _add(tree, item, depth + 1, at, is_text)
        tree.end()
    elif isinstance(value, (list, tuple, set, frozenset)):
        tree.begin_list(*at)
        if depth < _DEEPEST:
            for item in sorted(value, key=str) if isinstance(value, (set, frozenset)) else value:
                _add(tree, item, depth + 1, at, is_text)
        tree.end()
    else:
        _add_of_library(tree, value, depth, at)


def _add_of_library(tree: PlanTree, value: Any, depth: int, at: tuple[int, int]) -> None:
    """numpy's scalars and arrays, series of pandas and polars; anything else is what no plan can hold."""
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    if getattr(value, "ndim", None) == 0 and kind in ("M", "m"):
        from brecha.plan_spellings.python_values import numpy_time_text

        _add_text_or_show(tree, numpy_time_text(value), value, at)
        return
    if getattr(value, "ndim", None) == 0 and callable(getattr(value, "item", None)):
        item = value.item()
        if type(item) is not type(value):
            _add(tree, item, depth + 1, at)
            return
    elif kind in ("M", "m") and not hasattr(value, "iloc"):  # an array of times: each as numpy has it, exact
        tree.begin_list(*at)
        for item in value:
            _add(tree, item, depth + 1, at)
        tree.end()
        return
    listed = getattr(value, "tolist", None) or getattr(value, "to_list", None)
    if callable(listed) and depth < _DEEPEST and not isinstance(value, memoryview):
        _add(tree, listed(), depth + 1, at)
    else:
        tree.unusable(_shown(repr(value)), *at)


def _add_decimal(tree: PlanTree, value: Decimal, at: tuple[int, int]) -> None:
    if value.is_nan():
        tree.nothing(*at)
    elif value.is_finite() and abs(value.adjusted()) < 1000:
        tree.number(format(value, "f"), *at)
    else:
        tree.unusable(str(value), *at)


def _add_text(tree: PlanTree, text: str, at: tuple[int, int], is_text: bool) -> None:
    if _shown(text) != text:
        tree.unusable(f'"{_shown(text)}"', *at)
    elif is_text:
        tree.plain(text, *at)
    else:
        tree.text(text, *at)


def _add_text_or_show(tree: PlanTree, text: str | None, value: Any, at: tuple[int, int]) -> None:
    if text is None:
        tree.unusable(_shown(str(value)), *at)
    elif may_be_date(text):
        tree.plain(text, *at)
    elif text:
        tree.text(text, *at)
    else:
        tree.nothing(*at)


def _shown(text: str) -> str:
    """Half characters (surrogates), which no UTF-8 can hold, written out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8") if not text.isascii() else text
