"""What a cell of a form shows of a plan, and how a cell is read back.

Shown: words in the reader's language, whole dates as dates, numbers as numbers where a workbook has them exactly, percentages as shares;
everything else as the text that a person would type. What is shown reads back as what the plan has.
"""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from brecha.questionnaire.words import words

if TYPE_CHECKING:
    from brecha._core import FieldInfo

Cell = "str | float | datetime.date | None"

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PERCENT = re.compile(r"\s*(\d+(?:\.\d+)?)\s*%\s*")


def shown(field: FieldInfo, value: Any, language: str) -> Any:
    """A text, a number or a date; None for nothing. Of a list its elements with ; between them."""
    if value is None:
        return None
    if field.list:
        if not isinstance(value, list):
            return as_text(value)
        return "; ".join(_quoted(str(_shown_text(field, one, language))) for one in value) or None
    if field.type in ("integer", "number") and _is_number(value):
        return _exact_float(Decimal(str(value)))
    if field.type == "percent":
        share = _share(value)
        if share is not None:
            return _exact_float(share)
    if field.type == "date" and isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            return value
    return _shown_text(field, value, language)


def labels_of(field: FieldInfo) -> list[str]:
    """The choices as a drop-down offers them: by label, or by word where two choices have the label."""
    choices = list(field.choices)
    count = Counter(label for _, label in choices)
    return [label if count[label] == 1 else word for word, label in choices]


def label_of(field: FieldInfo, word: str) -> str:
    """A choice as a drop-down offers it; what is no choice as it is."""
    words = [one for one, _ in field.choices]
    return labels_of(field)[words.index(word)] if word in words else word


def as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def read_back(cell: Any, number_format: str) -> Any:
    """What stands in a cell, as a person meant it: a share in a cell for percentages is "30%", a moment at midnight a date."""
    if isinstance(cell, datetime.datetime):
        return cell.date() if cell.time() == datetime.time() else cell
    if isinstance(cell, datetime.time):
        return cell.isoformat()
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        number = Decimal(repr(cell))
        if "%" in number_format:
            return f"{number * 100:f}".rstrip("0").rstrip(".") + "%" if number % 1 else f"{number * 100:f}%"
        return int(cell) if number == number.to_integral_value() else cell
    if isinstance(cell, str):
        return cell.strip() or None
    return cell


def same(cell: Any, was: Any) -> bool:
    """Whether a cell, read back, still has what was written to it."""
    if isinstance(was, str):
        was = was.strip() or None
        return cell is None if was is None else isinstance(cell, str) and cell.split() == was.split()
    if isinstance(was, float) and isinstance(cell, str) and cell.endswith("%"):
        return Decimal(cell[:-1]) == Decimal(repr(was)) * 100
    return bool(cell == was) and isinstance(cell, bool) == isinstance(was, bool)


def _shown_text(field: FieldInfo, value: Any, language: str) -> Any:
    if isinstance(value, dict) and value and set(value) <= {"from", "to"}:
        ends = [_shown_text(field, value[end], language) if end in value else "" for end in ("from", "to")]
        return f"{ends[0]}..{ends[1]}"
    if field.type == "yes_no" and value in (True, False, "yes", "no"):
        return words(language)["yes" if value in (True, "yes") else "no"]
    if isinstance(value, str):
        return label_of(field, value) if field.type in ("enumeration", "country") else value
    if field.type == "percent" and _is_number(value):
        return f"{Decimal(str(value)):f}%"
    if _is_number(value):
        return f"{Decimal(str(value)):f}"
    return as_text(value)


def _quoted(text: str) -> str:
    """An element of a list with a semicolon or a line break in it."""
    return '"' + text.replace('"', '""') + '"' if re.search(r'[;\n"]', text) else text


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def _share(value: Any) -> Decimal | None:
    """0.3 of "30%" or 30."""
    found = _PERCENT.fullmatch(value) if isinstance(value, str) else None
    try:
        number = Decimal(found[1]) if found else Decimal(str(value)) if _is_number(value) else None
    except InvalidOperation:
        return None
    return number / 100 if number is not None else None


def _exact_float(number: Decimal) -> Any:
    """As workbooks have numbers; a text where they do not have this one to its last digit."""
    near = float(number)
    return near if Decimal(repr(near)) == number and len(number.normalize().as_tuple().digits) <= 15 else f"{number:f}"
